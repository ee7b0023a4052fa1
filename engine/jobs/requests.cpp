#include "engine/jobs/jobs.h"

namespace potstill {

const FieldTable<SampleRequest>& SampleRequest::table()
{
    static const FieldTable<SampleRequest> fields = [] {
        using R = SampleRequest;
        FieldTable<R> t("Sample", "A table of samples from shared noise: a row for each seed, a column for each number of steps.");
        t.path("model", &R::model).label("Model").help("Run, checkpoint, diffusers folder, or bundled:NAME.");
        t.choice("weights", &R::ema, {{true, "ema", "Averaged (EMA)"}, {false, "raw", "Raw"}})
            .label("Weights")
            .help("The averaged weights are those that are shown and rated; the raw ones are those of the last step.");
        t.list("steps", &R::steps).label("Steps").range(1, 1'000'000).help("Numbers of steps, a column each, for example 1,2,3. A teacher takes 50 when left out.");
        t.text("sampler", &R::sampler).label("Sampler").help("ddim, ddpm, euler, heun, dpmpp_2m, dpmpp_3m, dpmpp_3m_o3, consistency; the model's own when empty.");
        t.number("eta", &R::eta).label("Eta").symbol("η").range(0, 1).help("Randomness of DDIM.");
        t.number("churn", &R::churn)
            .label("Churn")
            .link("https://arxiv.org/abs/2206.00364")
            .atLeast(0)
            .help("Noise that Heun's sampler adds on its way (S_churn of EDM); 0 = none.");
        t.number("guidance", &R::guidance).label("Guidance").range(0, 100).help("Classifier-free guidance scale; 0 = off.");
        t.choice("noise_correction", &R::noiseCorrection, {{std::nullopt, "stored", "As stored with the model"}, {true, "on", "On"}, {false, "off", "Off"}})
            .label("Noise correction")
            .help("The true noise in place of the predicted one at the first step.");
        t.path("teacher", &R::teacher).label("Teacher").help("Teacher of the last column; the student's own when empty.");
        t.integer("teacher_steps", &R::teacherSteps).label("Teacher steps").range(0, 1'000'000).help("Adds a column of the teacher at this many steps; 0 = none.");
        t.number("teacher_guidance", &R::teacherGuidance)
            .label("Teacher guidance")
            .range(-1, 100)
            .help("Guidance of that column; 0 = off, -1 = what was distilled into the student.");
        t.integer("noise_seed", &R::noiseSeed).label("Noise seed").range(0, 9e15).help("Seed under which the samples are numbered.");
        t.list("seeds", &R::seeds).label("Seeds").range(0, 9e15).help("Numbers of the samples, a row each, for example 0-63.");
        t.list("classes", &R::classes).label("Classes").range(0, 1e9).help("Class labels, taken in turn; all classes in turn when empty.");
        t.integer("batch", &R::batch).label("Batch").unit("images").range(1, 65536).help("Images sampled at once.");
        t.text("device", &R::device).label("Device").help("auto, cpu or cuda:N.");
        t.integer("threads", &R::threads).label("Threads").range(0, 1024).help("Compute threads on the CPU; 0 = one per core.");
        return t;
    }();
    return fields;
}

const FieldTable<EvaluateRequest>& EvaluateRequest::table()
{
    static const FieldTable<EvaluateRequest> fields = [] {
        using R = EvaluateRequest;
        FieldTable<R> t("Evaluate", "Figures of a model against a data set.");
        t.fieldsOf(&R::samples, {"seeds"});
        t.integer("count", &R::count).label("Samples").unit("images").range(static_cast<double>(kLeastCount), 1'000'000).help("Samples of each column: seeds 0 to one less.");
        t.path("data", &R::data).label("Images to compare with").help("A folder of images, a packed set, a ZIP file, or sprites; the run's own when empty.");
        t.path("extractor", &R::scriptedExtractor)
            .label("Feature network")
            .help(
                "TorchScript feature network, such as inception-2015-12-05.pt (FID from 50,000 samples on). Such a file is code and runs with your rights: name only one that you "
                "trust.");
        return t;
    }();
    return fields;
}

const FieldTable<ExportRequest>& ExportRequest::table()
{
    static const FieldTable<ExportRequest> fields = [] {
        using R = ExportRequest;
        FieldTable<R> t("Export", "A model for other programs.");
        t.path("model", &R::model).label("Model").help("Run, checkpoint or bundled:NAME.");
        t.textChoice("to", &R::format, {{"diffusers", "diffusers"}, {"potstill", "Potstill"}}).label("Format").help("Who shall open it.");
        t.textChoice("weights", &R::weights, {{"ema", "Averaged (EMA)"}, {"raw", "Raw"}}).label("Weights").help("Averaged ones, or those of the last step.");
        t.text("licence", &R::licence).label("Licence").help("Licence named in the model card.");
        t.flag("half", &R::halfPrecision).label("16-bit weights").help("Half the size; the weights carry 11 bits.");
        return t;
    }();
    return fields;
}

const FieldTable<BenchRequest>& BenchRequest::table()
{
    static const FieldTable<BenchRequest> fields = [] {
        using R = BenchRequest;
        FieldTable<R> t("Bench", "Speed of training and sampling on three networks.");
        t.text("device", &R::device).label("Device").help("cpu or cuda:N.");
        t.integer("threads", &R::threads).label("Threads").range(0, 1024).help("Compute threads on the CPU; 0 = one per core.");
        t.list("networks", &R::networks).label("Networks").help("Which of S, M, L.");
        t.number("seconds", &R::seconds).label("Seconds").unit("s").above(0).help("Length of one measurement.");
        t.integer("rounds", &R::rounds).label("Rounds").range(1, 1000).help("Measurements of each, of which the median counts.");
        return t;
    }();
    return fields;
}

}  // namespace potstill
