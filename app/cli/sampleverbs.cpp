#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/core/resources.h"
#include "engine/io/checkpointchoice.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <memory>

namespace potstill {

namespace {

struct SampleArguments {
    SampleRequest request;
    std::string steps, seeds, classes, out, correction, model, checkpoint, teacher, data, scripted, weights = "ema";
    std::int64_t count = 1000;
    bool json = false;
};

void addCommon(CLI::App* sub, SampleArguments& a)
{
    sub->add_option("--model", a.model, "Run, checkpoint, diffusers folder, or bundled:NAME")->required();
    sub->add_option("--checkpoint", a.checkpoint, "Of a run: newest, best (as training.keep_best keeps it), or its number of images");
    sub->add_option("--steps", a.steps, "Numbers of steps, a column each, for example 1,2,3");
    sub->add_option("--sampler", a.request.sampler, "ddim, ddpm, euler, heun, dpmpp_2m, dpmpp_3m, dpmpp_3m_o3; the model's own when left out");
    sub->add_option("--eta", a.request.eta, "Randomness of DDIM, 0 to 1")->check(CLI::Range(0.0, 1.0));
    sub->add_option("--guidance", a.request.guidance, "Classifier-free guidance scale; 0 = off")->check(CLI::Range(0.0, 100.0));
    sub->add_option("--noise-correction", a.correction, "on or off; as stored with the model when left out")->check(CLI::IsMember({"on", "off"}));
    sub->add_option("--teacher", a.teacher, "Teacher of the last column; the student's own when left out");
    sub->add_option("--teacher-steps", a.request.teacherSteps, "Add a column of the teacher at this many steps")->check(CLI::NonNegativeNumber);
    sub->add_option("--teacher-guidance", a.request.teacherGuidance, "Guidance of that column")->check(CLI::Range(0.0, 100.0));
    sub->add_option("--noise-seed", a.request.noiseSeed, "Seed under which the samples are numbered");
    sub->add_option("--weights", a.weights, "ema or raw")->check(CLI::IsMember({"ema", "raw"}));
    sub->add_option("--batch", a.request.batch, "Images sampled at once")->check(CLI::Range(1, 65536));
    sub->add_option("--device", a.request.device, "auto, cpu or cuda:N");
    sub->add_option("--threads", a.request.threads, "Compute threads on the CPU; 0 = one per core")->check(CLI::NonNegativeNumber);
    sub->add_flag("--json", a.json, "Print the result as JSON, no progress");
}

void resolve(SampleArguments& a)
{
    if (!a.checkpoint.empty())
        a.model = checkpointByName(resolveModelPath(a.model, "."), a.checkpoint).string();
    a.request.model = a.model;
    a.request.teacher = a.teacher;
    a.request.ema = a.weights == "ema";
    if (!a.correction.empty())
        a.request.noiseCorrection = a.correction == "on";
    if (!a.steps.empty()) {
        a.request.steps.clear();
        for (std::uint64_t n : numbersFromText(a.steps, "--steps"))
            a.request.steps.push_back(static_cast<int>(std::min<std::uint64_t>(n, 1'000'000)));
    } else if (!modelFacts(a.model).value("is_student", false)) {
        a.request.steps = {50};
    }
    if (!a.seeds.empty())
        a.request.seeds = numbersFromText(a.seeds, "--seeds");
    a.request.classes.clear();
    if (!a.classes.empty())
        for (std::uint64_t n : numbersFromText(a.classes, "--classes"))
            a.request.classes.push_back(static_cast<std::int64_t>(n));
}

int sampleVerb(SampleArguments& a)
{
    resolve(a);
    RunControl control;
    const Interrupts interrupts(control);
    SampleTable table;
    {
        ProgressLine progress(control, a.json);
        table = sampleTable(a.request, control, progress);
    }
    writeSamples(table, a.out);
    for (const std::string& warning : table.warnings)
        std::fprintf(stderr, "warning: %s\n", warning.c_str());
    if (a.json) {
        Json columns = Json::array();
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            columns.push_back({{"column", table.columns[c]}, {"nfe", table.cells[c].nfe}, {"milliseconds_per_image", table.cells[c].milliseconds}});
        printJson({{"out", a.out}, {"rows", table.rows.size()}, {"columns", columns}, {"warnings", table.warnings}, {"complete", table.complete}});
    } else {
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            fmt::print("{:16} {:3} NFE  {:8.2f} ms per image\n", table.columns[c], table.cells[c].nfe, table.cells[c].milliseconds);
        if (table.callsSaved > 0)
            fmt::print("{} of {} network calls saved: shorter columns are read off longer ones\n", table.callsSaved, table.calls + table.callsSaved);
        fmt::print("{} images in {}\n", table.cells.size(), a.out);
    }
    return table.complete ? kDone : kStopped;
}

void printFigures(const Json& column)
{
    const Json& intervals = column.at("intervals");
    fmt::print("{}\n", column.value("column", ""));
    for (const auto& [key, value] : column.items()) {
        if (key == "column" || key == "intervals" || value.is_null())
            continue;
        fmt::print("  {:24} {}", key, value.is_string() ? value.get<std::string>() : value.is_number_float() ? fmt::format("{:.4g}", value.get<double>()) : value.dump());
        if (intervals.contains(key))
            fmt::print("  [{:.4g}, {:.4g}]", intervals[key][0].get<double>(), intervals[key][1].get<double>());
        fmt::print("\n");
    }
}

int evaluateVerb(SampleArguments& a)
{
    resolve(a);
    RunControl control;
    const Interrupts interrupts(control);
    EvaluateRequest request;
    request.samples = a.request;
    request.count = a.count;
    request.data = a.data;
    request.scriptedExtractor = a.scripted;
    if (!a.scripted.empty())
        std::fprintf(stderr, "%s is TorchScript, which is code: it runs with your rights. Its hash stands beside the figures.\n", a.scripted.c_str());
    Json result;
    {
        ProgressLine progress(control, a.json);
        result = evaluateModel(request, control, progress);
    }
    if (control.isStopping())
        return kStopped;
    if (!a.out.empty())
        writeJsonFile(a.out, result);
    if (a.json) {
        printJson(result);
    } else {
        for (const Json& column : result)
            printFigures(column);
    }
    return kDone;
}

}  // namespace

void addSampleVerbs(CLI::App& app, Chosen& chosen)
{
    auto s = std::make_shared<SampleArguments>();
    CLI::App* sample = app.add_subcommand("sample", "Sample a model; several numbers of steps from the same noise make a ladder");
    addCommon(sample, *s);
    sample->add_option("--seeds", s->seeds, "Samples, for example 0-63");
    sample->add_option("--classes", s->classes, "Class labels, taken in turn; all classes in turn when left out");
    sample->add_option("--out", s->out, "Folder for the images, the grid and index.json")->required();
    sample->callback([s, &chosen] { chosen = [s] { return sampleVerb(*s); }; });

    auto e = std::make_shared<SampleArguments>();
    CLI::App* evaluate = app.add_subcommand("evaluate", "Figures of a model: Fréchet distance on a classifier's features, class accuracy, diversity, validity of sprites");
    addCommon(evaluate, *e);
    evaluate->add_option("--count", e->count, "Samples of each column")->check(CLI::Range(EvaluateRequest::kLeastCount, std::int64_t(1'000'000)));
    evaluate->add_option("--data", e->data, "Data to compare with; the run's own when left out");
    evaluate->add_option("--extractor", e->scripted,
                         "TorchScript feature network, such as inception-2015-12-05.pt (FID from 50,000 samples on); it is code, so name only one that you trust");
    evaluate->add_option("--out", e->out, "JSON file for the figures");
    evaluate->callback([e, &chosen] { chosen = [e] { return evaluateVerb(*e); }; });
}

}  // namespace potstill
