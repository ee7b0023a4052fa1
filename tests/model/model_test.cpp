#include "engine/io/atomicfile.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/model/model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace potstill;
using torch::Tensor;
namespace fs = std::filesystem;

namespace {

Model tinyModel(Parametrisation parametrisation = Parametrisation::V, NoiseSchedule schedule = NoiseSchedule::cosine())
{
    UNetConfig c;
    c.sampleSize = 8;
    c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
    c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
    c.blockOutChannels = {8, 8};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.addAttention = false;
    c.numClassEmbeds = 4;
    Model m;
    m.network = std::make_shared<UNet>(c);
    m.network->init(Rng(5), false);
    m.network->eval();
    m.parametrisation = parametrisation;
    m.schedule = std::move(schedule);
    m.hasNoClass = true;
    m.imageSize = 8;
    m.classNames = {"disc", "square", "star"};
    m.imagesSeen = 12000;
    m.name = "tiny";
    return m;
}

Tensor imagesOf(const Model& m, int steps = 4)
{
    const auto d = m.denoiser();
    const Tensor noise = torch::stack({sampleNoise(1, 0, 0, {3, 8, 8}), sampleNoise(1, 1, 0, {3, 8, 8})});
    const TimeGrid grid = m.isStudent() ? m.studentGrid : makeTimeGrid(m.schedule, m.spacing, steps, m.trainSteps, m.stepsOffset);
    return sample(*d, noise, {torch::tensor({0, 2}, torch::kInt64)}, grid, m.sampler, [](int stage) {
        return Rng(9).fork("stage", static_cast<std::uint64_t>(stage)).normal({2, 3, 8, 8});
    });
}

void put(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

std::string textOf(const fs::path& file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string refusalOf(const fs::path& path)
{
    try {
        loadModel(path, torch::kCPU);
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

bool has(const std::string& text, const char* word) { return text.find(word) != std::string::npos; }

}  // namespace

class ModelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path at(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

private Q_SLOTS:
    void aDescriptionReadsBackAsItWasWritten()
    {
        Model m = tinyModel();
        m.studentGrid = {1.0, 0.66, 0.33};
        m.bakedGuidance = 1.5;
        m.spacing = GridSpacing::LinspaceInner;
        m.sampler.kind = SamplerKind::Dpm3M;
        m.sampler.rederiveEps = false;
        m.sampler.startScale = 1;
        m.sampler.ddimTable = 1000;
        m.sampler.lowerOrderFinal = false;
        m.sampler.noiseCorrection = true;
        const Json json = m.toJson();
        QCOMPARE(Model::fromJson(json).toJson(), json);
        QCOMPARE(m.classCount(), std::int64_t(3));
    }
    void damagedDescriptionsAreRefused()
    {
        const Json good = tinyModel().toJson();
        for (const auto& [key, value] : {std::pair<const char*, Json>{"student_grid", {0.5, 0.7}},
                                         {"student_grid", {1.5}},
                                         {"spacing", "odd"},
                                         {"parametrisation", "w"},
                                         {"schedule", {{"kind", "odd"}}},
                                         {"sampler", 3}}) {
            Json bad = good;
            bad[key] = value;
            QVERIFY_THROWS_EXCEPTION(Error, Model::fromJson(bad));
        }
        QVERIFY_THROWS_EXCEPTION(Error, Model::fromJson(Json::object()));
    }
    void aBundledModelReadsBack()
    {
        const Model m = tinyModel();
        writeModelFolder(m, at("full"), false);
        const Model full = loadModel(at("full"), torch::kCPU);
        QVERIFY(torch::equal(imagesOf(full), imagesOf(m)));
        QCOMPARE(full.classNames, m.classNames);
        QCOMPARE(full.weightsHash.size(), std::size_t(64));
        writeModelFolder(m, at("half"), true);
        const Model half = loadModel(at("half"), torch::kCPU);
        for (const auto& [name, weight] : half.network->namedWeights())
            QVERIFY(weight.scalar_type() == torch::kFloat32 && !weight.requires_grad());
        // Weights of half precision carry 11 bits.
        QVERIFY(((imagesOf(half) - imagesOf(m)).norm() / imagesOf(m).norm()).item<double>() < 0.02);
        QVERIFY(fs::file_size(at("half/model.safetensors")) < fs::file_size(at("full/model.safetensors")));
        QVERIFY_THROWS_EXCEPTION(Error, writeModelFolder(m, at("full"), false));
    }
    void aRunOpensWithItsAveragedOrItsRawWeights()
    {
        const Model m = tinyModel();
        const Project project = Project::openOrCreate(at("project"));
        const fs::path run = project.createRun("teacher", {{"id", newUuid()}, {"options", {{"kind", "teacher"}}}});
        QVERIFY(has(refusalOf(run), "no checkpoint yet"));
        CheckpointContent content;
        for (const auto& [name, weight] : m.network->namedWeights()) {
            content.ema[name] = weight.detach();
            content.model[name] = weight.detach() * 1.1;
        }
        content.state = {{"images_seen", 12000}, {"model", m.toJson()}, {"network", m.network->config().toJson()}};
        const fs::path checkpoint = writeCheckpoint(run, 12000, content);
        QVERIFY(torch::equal(imagesOf(loadModel(run, torch::kCPU)), imagesOf(m)));
        QVERIFY(!torch::equal(imagesOf(loadModel(run, torch::kCPU, Weights::Raw)), imagesOf(m)));
        QVERIFY(torch::equal(imagesOf(loadModel(checkpoint, torch::kCPU)), imagesOf(m)));
        QCOMPARE(describePath(run).at("kind").get<std::string>(), std::string("run"));
        QCOMPARE(describePath(checkpoint).at("kind").get<std::string>(), std::string("checkpoint"));
        QCOMPARE(describePath(at("project")).at("runs").size(), std::size_t(1));

        // A damaged newest checkpoint is passed over for the older one.
        content.state["images_seen"] = 24000;
        const fs::path newer = writeCheckpoint(run, 24000, content);
        put(newer / "ema.safetensors", "broken");
        QVERIFY(torch::equal(imagesOf(loadModel(run, torch::kCPU)), imagesOf(m)));
        QVERIFY(!refusalOf(newer).empty());
    }
    void anExportedTeacherReadsBack()
    {
        const Model m = tinyModel();
        ModelExportOptions options;
        options.licence = "cc0-1.0";
        options.recipe = {{"program", "potstill 0"}, {"options", {{"data", {{"source", "/home/someone/sprites"}}}, {"method", "diffusion"}, {"seed", 7}}}};
        exportDiffusers(m, at("export"), options);
        const Model back = loadModel(at("export"), torch::kCPU);
        QVERIFY(torch::equal(imagesOf(back), imagesOf(m)));
        QCOMPARE(back.classNames, m.classNames);
        const std::string card = textOf(at("export/README.md"));
        for (const char* word :
             {"license: cc0-1.0", "| data | sprites |", "SHA-256 of the weights", "scheduler.set_timesteps(50)", "disc, square, star", "\"seed\": 7", "exactly 0"})
            QVERIFY2(has(card, word), word);
        QVERIFY(has(card, back.weightsHash.c_str()));
        QVERIFY2(!has(card, "/home/someone"), "a folder of the machine stands in the model card");

        // As diffusers alone sees it, without our own description: DDIM with trailing time steps makes the same images where the steps divide 1000.
        fs::remove(at("export/potstill.json"));
        const Model foreign = loadModel(at("export"), torch::kCPU);
        QVERIFY(foreign.spacing == GridSpacing::Trailing && foreign.schedule.hasZeroTerminalSnr());
        QVERIFY(((imagesOf(foreign) - imagesOf(m)).norm() / imagesOf(m).norm()).item<double>() < 1e-5);
        QCOMPARE(describePath(at("export")).at("kind").get<std::string>(), std::string("diffusers"));
    }
    void everyFileOfTheWeightsCountsInTheirHash()
    {
        const Model m = tinyModel();
        exportDiffusers(m, at("whole"), {});
        const fs::path unet = at("whole/unet"), file = unet / "diffusion_pytorch_model.safetensors";
        const std::string whole = loadModel(at("whole"), torch::kCPU).weightsHash;
        QCOMPARE(whole, sha256OfFile(file));

        const TensorMap all = SafetensorsFile(file).all();
        TensorMap first, second, half;
        Json map = Json::object();
        for (const auto& [name, tensor] : all) {
            const bool isFirst = first.size() < all.size() / 2;
            (isFirst ? first : second)[name] = tensor.clone();
            half[name] = tensor.to(torch::kFloat16);
            map[name] = isFirst ? "part-1.safetensors" : "part-2.safetensors";
        }
        fs::remove(file);
        writeSafetensors(unet / "diffusion_pytorch_model.fp16.safetensors", half);
        QCOMPARE(loadModel(at("whole"), torch::kCPU).weightsHash, sha256OfFile(unet / "diffusion_pytorch_model.fp16.safetensors"));

        writeSafetensors(unet / "part-1.safetensors", first);
        writeSafetensors(unet / "part-2.safetensors", second);
        writeJsonFile(unet / "diffusion_pytorch_model.safetensors.index.json", {{"weight_map", map}});
        const Model sharded = loadModel(at("whole"), torch::kCPU);
        QVERIFY(torch::equal(imagesOf(sharded), imagesOf(m)));
        QCOMPARE(sharded.weightsHash.size(), std::size_t(64));
        second.begin()->second.add_(1);
        writeSafetensors(unet / "part-2.safetensors", second);
        const std::string changed = loadModel(at("whole"), torch::kCPU).weightsHash;
        QVERIFY(changed != sharded.weightsHash);
        QCOMPARE(changed, sha256OfText(sha256OfFile(unet / "part-1.safetensors") + sha256OfFile(unet / "part-2.safetensors")));
    }
    void anExportedStudentNamesItsTimeSteps()
    {
        Model m = tinyModel(Parametrisation::Eps, NoiseSchedule::linear());
        m.studentGrid = {1.0, 0.66, 0.33};
        m.sampler.noiseCorrection = true;
        exportDiffusers(m, at("student"), {});
        const std::string card = textOf(at("student/README.md"));
        QVERIFY(has(card, "timesteps = [999, 659, 329]") && has(card, "noise correction") && has(card, "(x - s[t] * out) / a[t]"));
        const Model back = loadModel(at("student"), torch::kCPU);
        QVERIFY(back.studentGrid == m.studentGrid && back.sampler.noiseCorrection);
        QVERIFY(torch::equal(imagesOf(back), imagesOf(m)));
    }
    void whatHasNoDdimCannotBeExported()
    {
        QVERIFY_THROWS_EXCEPTION(Error, exportDiffusers(tinyModel(Parametrisation::Edm, NoiseSchedule::edm()), at("edm"), {}));
        QVERIFY(!fs::exists(at("edm")));
    }
    void aFlatFolderAndForeignSchedulersOpen()
    {
        exportDiffusers(tinyModel(), at("pipeline"), {});
        fs::create_directories(at("flat"));
        fs::copy_file(at("pipeline/unet/config.json"), at("flat/config.json"));
        fs::copy_file(at("pipeline/unet/diffusion_pytorch_model.safetensors"), at("flat/diffusion_pytorch_model.safetensors"));
        QVERIFY(loadModel(at("flat"), torch::kCPU).parametrisation == Parametrisation::Eps);  // without a scheduler: DDPM's defaults
        // diffusers writes -Infinity here, which is no JSON.
        put(at("flat/scheduler_config.json"),
            R"({"_class_name": "DPMSolverMultistepScheduler", "lambda_min_clipped": -Infinity, "prediction_type": "v_prediction", "solver_order": 3})");
        const Model dpm = loadModel(at("flat"), torch::kCPU);
        QVERIFY(dpm.sampler.kind == SamplerKind::Dpm3M && dpm.parametrisation == Parametrisation::V && dpm.spacing == GridSpacing::LinspaceInner);
        put(at("flat/scheduler_config.json"), R"({"_class_name": "CMStochasticIterativeScheduler"})");
        const Model consistency = loadModel(at("flat"), torch::kCPU);
        QCOMPARE(consistency.schedule.name(), std::string("consistency"));
        QVERIFY(torch::isfinite(imagesOf(consistency, 2)).all().item<bool>());
        put(at("flat/scheduler_config.json"), R"({"_class_name": "UniPCMultistepScheduler", "prediction_type": "v_prediction", "solver_type": "bh2"})");
        const Model unipc = loadModel(at("flat"), torch::kCPU);
        QVERIFY(has(unipc.samplerNote->sentence, "UniPC") && unipc.sampler.kind == SamplerKind::Dpm2M);
        QVERIFY(Model::fromJson(unipc.toJson()).samplerNote == unipc.samplerNote);
        Json older = unipc.toJson();
        older["sampler_note"] = "a sentence alone";
        QCOMPARE(Model::fromJson(older).samplerNote->sentence, std::string("a sentence alone"));
        put(at("flat/scheduler_config.json"), R"({"_class_name": "ScoreSdeVeScheduler"})");
        const Model score = loadModel(at("flat"), torch::kCPU);
        QVERIFY(torch::isfinite(imagesOf(score, 2)).all().item<bool>());
        {
            // The network is given images in [0, 1] and the noise level in them; it answers with the score.
            const Tensor x = Rng(3).normal({2, 3, 8, 8}), t = torch::full({2}, 0.4), classes = torch::tensor({0, 2}, torch::kInt64);
            const double sigma = 0.01 * std::pow(1348 / 0.01, 0.4);
            const Tensor out = score.network->forward((x + 1) / 2, torch::full({2}, sigma), classes), eps = score.denoiser()->predict(x, t, {classes}).eps;
            QVERIFY(torch::allclose(eps, -sigma * out, 1e-3, 1e-3));
        }
        put(at("flat/scheduler_config.json"), R"({"_class_name": "DDIMScheduler", "num_train_timesteps": "many"})");
        QVERIFY(has(refusalOf(at("flat")), "scheduler_config.json"));
    }
    void whatIsNotSupportedIsSaidSo()
    {
        put(at("text/model_index.json"),
            R"({"_class_name": "StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"], "text_encoder": ["transformers", "CLIPTextModel"]})");
        QVERIFY(has(refusalOf(at("text")), "text-to-image") && has(refusalOf(at("text")), "UNet2DModel"));
        put(at("latent/model_index.json"), R"({"_class_name": "LDMPipeline", "unet": ["diffusers", "UNet2DModel"], "vqvae": ["diffusers", "VQModel"]})");
        QVERIFY(has(refusalOf(at("latent")), "autoencoder"));
        put(at("dit/model_index.json"), R"({"_class_name": "DiTPipeline", "transformer": ["diffusers", "DiTTransformer2DModel"]})");
        QVERIFY(has(refusalOf(at("dit")), "no unet"));
        put(at("cross/config.json"), R"({"_class_name": "UNet2DConditionModel"})");
        QVERIFY(has(refusalOf(at("cross")), "UNet2DConditionModel"));
        put(at("old/unet/config.json"), tinyModel().network->config().toJson().dump());
        put(at("old/unet/diffusion_pytorch_model.bin"), "a pickle");
        put(at("weights.ckpt"), "a pickle");
        for (const char* name : {"old", "weights.ckpt"})
            QVERIFY2(has(refusalOf(at(name)), "convert_pickle.py") && has(refusalOf(at(name)), "pickle"), name);
        QVERIFY_THROWS_EXCEPTION(Error, describePath(at("weights.ckpt")));
        QVERIFY(has(refusalOf(at("nowhere")), "nothing at"));
        fs::create_directories(at("empty"));
        QVERIFY(has(refusalOf(at("empty")), "neither a run nor"));
    }
    void filesOfTensorsAreDescribed()
    {
        writeSafetensors(at("some.safetensors"), {{"a", torch::zeros({2, 3})}}, {{"format", "pt"}});
        QCOMPARE(describePath(at("some.safetensors")).at("kind").get<std::string>(), std::string("safetensors"));
        QCOMPARE(describePath(at("some.safetensors")).at("elements").get<int>(), 6);
        writeSafetensors(at("set.safetensors"), {{"images", torch::zeros({2, 3, 4, 4}, torch::kUInt8)}}, {});
        QCOMPARE(describePath(at("set.safetensors")).at("kind").get<std::string>(), std::string("dataset"));
    }
};

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"
