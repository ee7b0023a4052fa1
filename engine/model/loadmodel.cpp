#include "engine/io/atomicfile.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/model/diffusersscheduler.h"
#include "engine/model/model.h"

#include <fmt/format.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace potstill {

namespace fs = std::filesystem;

namespace {

void fillNetwork(Model& model, const UNetConfig& config, const TensorMap& weights, const std::string& fileName, const torch::Device& device)
{
    model.network = std::make_shared<UNet>(config);
    TensorMap full;
    for (const auto& [name, tensor] : weights)
        full[name] = tensor.to(torch::kFloat32);
    loadWeights(*model.network, full, fileName);
    model.network->to(device);
    model.network->eval();
    for (torch::Tensor& p : model.network->parameters())
        p.requires_grad_(false);
}

Model fromDescription(const Json& json, const fs::path& weightFile, const torch::Device& device)
{
    if (!json.is_object() || !json.contains("model") || !json.contains("network"))
        throw Error(ErrorCode::BadFile, fmt::format("{}: the description beside it has no 'model' and 'network'", weightFile.string()));
    Model model = Model::fromJson(json["model"]);
    fillNetwork(model, UNetConfig::fromJson(json["network"]), SafetensorsFile(weightFile).all(), weightFile.string(), device);
    model.weightsHash = sha256OfFile(weightFile);
    return model;
}

Model fromCheckpoint(const fs::path& checkpoint, const torch::Device& device, Weights weights)
{
    if (const std::string wrong = verifyCheckpoint(checkpoint); !wrong.empty())
        throw Error(ErrorCode::BadFile, {"broken-checkpoint", 0, {{"path", checkpoint.string()}}, fmt::format("{}: {}", checkpoint.string(), wrong)});
    const bool useEma = weights == Weights::Ema && fs::exists(checkpoint / "ema.safetensors");
    Model model = fromDescription(readJsonFile(checkpoint / "state.json"), checkpoint / (useEma ? "ema.safetensors" : "model.safetensors"), device);
    const fs::path run = checkpoint.parent_path().parent_path();
    model.name = readRunSummary(run).name;
    return model;
}

/// The model that a file of ours describes.
Model describedBy(const fs::path& file)
{
    const Json json = readJsonFile(file);
    if (!json.is_object() || !json.contains("model"))
        throw Error(ErrorCode::BadFile, fmt::format("{}: describes no 'model'", file.string()));
    return Model::fromJson(json["model"]);
}

/// Says what a folder is that cannot be opened.
[[noreturn]] void refusePipeline(const fs::path& folder, const Json& index)
{
    const std::string className = index.value("_class_name", "unknown");
    const char* supported = "Supported are pixel-space models without text: DDPM, DDIM and similar pipelines with a UNet2DModel.";
    if (index.contains("text_encoder") || index.contains("tokenizer") || index.contains("prior"))
        throw Error(ErrorCode::Unsupported, fmt::format("{}: '{}' is a text-to-image pipeline. {}", folder.string(), className, supported));
    if (index.contains("vae") || index.contains("vqvae"))
        throw Error(ErrorCode::Unsupported, fmt::format("{}: '{}' is a latent pipeline with an autoencoder. {}", folder.string(), className, supported));
    throw Error(ErrorCode::Unsupported, fmt::format("{}: '{}' has no unet. {}", folder.string(), className, supported));
}

/// diffusers writes the infinite default of lambda_min_clipped as -Infinity, which is no JSON; such a value counts as not given.
Json readSchedulerConfig(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    static const std::regex kNoNumber(R"(:\s*(-?Infinity|NaN))");
    if (!std::regex_search(text.str(), kNoNumber))
        return readJsonFile(file);
    try {
        return Json::parse(std::regex_replace(text.str(), kNoNumber, ": null"));
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::BadFile, fmt::format("{}: {}", file.string(), e.what()));
    }
}

/// A missing component is [null, null]; a named one makes another kind of pipeline.
bool hasComponent(const Json& index, const char* name) { return index.contains(name) && !(index[name].is_array() && !index[name].empty() && index[name][0].is_null()); }

fs::path partOf(const fs::path& folder, const char* part) { return fs::is_directory(folder / part) ? folder / part : folder; }

/// All but the network: what scheduler_config.json says, or our own description beside it.
Model describedByDiffusers(const fs::path& folder)
{
    if (fs::exists(folder / "model_index.json")) {
        const Json index = readJsonFile(folder / "model_index.json");
        if (!hasComponent(index, "unet") || hasComponent(index, "vae") || hasComponent(index, "vqvae") || hasComponent(index, "text_encoder"))
            refusePipeline(folder, index);
    }
    if (const fs::path own = folder / "potstill.json"; fs::exists(own))
        return describedBy(own);  // written by our own export: what diffusers' files cannot say
    Model model;
    if (const fs::path file = partOf(folder, "scheduler") / "scheduler_config.json"; fs::exists(file)) {
        ImportedScheduler imported;
        try {
            imported = importScheduler(readSchedulerConfig(file), file.string());
        } catch (const nlohmann::json::exception& e) {
            throw Error(ErrorCode::BadFile, fmt::format("{}: {}", file.string(), e.what()));
        }
        model.schedule = imported.schedule;
        model.parametrisation = imported.parametrisation;
        model.sampler = imported.sampler;
        model.spacing = imported.spacing;
        model.trainSteps = imported.trainSteps;
        model.stepsOffset = imported.stepsOffset;
        model.samplerNote = imported.note;
    } else {
        model.schedule = NoiseSchedule::linear();  // a bare network: DDPM's defaults
    }
    return model;
}

/// Of one file its own; of shards that of their hashes one after another.
std::string hashOf(const std::vector<fs::path>& files)
{
    if (files.size() == 1)
        return sha256OfFile(files.front());
    std::string hashes;
    for (const fs::path& file : files)
        hashes += sha256OfFile(file);
    return sha256OfText(hashes);
}

Model fromDiffusers(const fs::path& folder, const torch::Device& device)
{
    Model model = describedByDiffusers(folder);
    const fs::path unet = partOf(folder, "unet");
    const UNetConfig config = UNetConfig::fromJson(readJsonFile(unet / "config.json"));
    if (model.imageSize == 0)
        model.imageSize = static_cast<int>(config.sampleSize);
    const FolderWeights weights = readWeights(unet, "diffusion_pytorch_model");
    fillNetwork(model, config, weights.tensors, (weights.files.size() == 1 ? weights.files.front() : unet).string(), device);
    model.weightsHash = hashOf(weights.files);
    return model;
}

bool isCheckpoint(const fs::path& p) { return fs::exists(p / "manifest.json") && fs::exists(p / "state.json"); }
/// config.json of a run holds its options; that of a diffusers network does not.
bool isRun(const fs::path& p) { return fs::exists(p / "config.json") && readJsonFile(p / "config.json").contains("options"); }
bool isBundled(const fs::path& p) { return fs::exists(p / "model.json"); }
bool isDiffusers(const fs::path& p) { return fs::exists(p / "model_index.json") || fs::exists(p / "unet/config.json") || fs::exists(p / "config.json"); }

/// A folder that holds nothing but a pickle is refused as one.
void refusePickleIn(const fs::path& folder)
{
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
        if (entry.is_regular_file(ignored) && isPickleName(entry.path()))
            refusePickle(entry.path());
}

}  // namespace

Model loadModel(const fs::path& path, const torch::Device& device, Weights weights)
{
    if (!fs::exists(path))
        throw Error(ErrorCode::NotFound, {"no-model-there",
                                          0,
                                          {{"path", path.string()}},
                                          fmt::format("there is nothing at '{}'; name a run, a checkpoint, a bundled model or a diffusers folder", path.string())});
    if (!fs::is_directory(path)) {
        if (isPickleName(path))
            refusePickle(path);
        throw Error(ErrorCode::BadFile, {"not-a-model",
                                         0,
                                         {{"path", path.string()}},
                                         fmt::format("'{}' is a file; a model is a folder: a run, a checkpoint, a bundled model or a diffusers folder", path.string())});
    }
    Model model;
    if (isCheckpoint(path)) {
        model = fromCheckpoint(path, device, weights);
    } else if (isRun(path)) {
        std::vector<RunWarning> skipped;
        const auto checkpoint = newestGoodCheckpoint(path, &skipped);
        if (!checkpoint)
            throw Error(ErrorCode::NotFound,
                        {"no-checkpoint-yet",
                         0,
                         {{"run", path.filename().string()}},
                         fmt::format("the run '{}' has no checkpoint yet{}", path.string(), skipped.empty() ? "" : " that is whole: " + skipped.front().sentence)});
        model = fromCheckpoint(*checkpoint, device, weights);
        model.notes = std::move(skipped);
    } else if (isBundled(path)) {
        model = fromDescription(readJsonFile(path / "model.json"), path / "model.safetensors", device);
    } else if (isDiffusers(path)) {
        model = fromDiffusers(path, device);
    } else {
        refusePickleIn(path);
        throw Error(ErrorCode::BadFile,
                    {"not-a-model",
                     0,
                     {{"path", path.string()}},
                     fmt::format("'{}' holds neither a run nor a checkpoint nor a model: there is no config.json, model.json or model_index.json in it", path.string())});
    }
    if (model.name.empty())
        model.name = fs::weakly_canonical(path).filename().string();
    model.origin = fs::weakly_canonical(path).string();
    return model;
}

Model describeModel(const fs::path& path)
{
    if (isCheckpoint(path))
        return describedBy(path / "state.json");
    if (isRun(path)) {
        std::string wrong;
        const std::vector<fs::path> checkpoints = listCheckpoints(path);
        for (auto it = checkpoints.rbegin(); it != checkpoints.rend(); ++it) {
            try {
                return describeModel(*it);
            } catch (const Error& e) {
                wrong = wrong.empty() ? e.what() : wrong;
            }
        }
        throw Error(ErrorCode::NotFound, {"no-checkpoint-yet",
                                          0,
                                          {{"run", path.filename().string()}},
                                          fmt::format("the run '{}' has no checkpoint yet{}", path.string(), wrong.empty() ? "" : " that is whole: " + wrong)});
    }
    if (isBundled(path))
        return describedBy(path / "model.json");
    if (!isDiffusers(path))
        throw Error(ErrorCode::BadFile, {"not-a-model", 0, {{"path", path.string()}}, fmt::format("'{}' holds no model", path.string())});
    return describedByDiffusers(path);
}

Json describePath(const fs::path& path)
{
    if (!fs::exists(path))
        throw Error(ErrorCode::NotFound, fmt::format("there is nothing at '{}'", path.string()));
    if (!fs::is_directory(path)) {
        if (isPickleName(path))
            refusePickle(path);
        const SafetensorsFile file(path);
        Json tensors = Json::array();
        std::int64_t elements = 0;
        for (const SafetensorsEntry& e : file.header().entries) {
            std::int64_t n = 1;
            for (std::int64_t d : e.shape)
                n *= d;
            elements += n;
            tensors.push_back({{"name", e.name}, {"dtype", e.dtype}, {"shape", e.shape}});
        }
        const bool isData = file.contains("images");
        return {{"kind", isData ? "dataset" : "safetensors"},
                {"path", path.string()},
                {"bytes", fs::file_size(path)},
                {"elements", elements},
                {"metadata", file.metadata()},
                {"tensors", std::move(tensors)}};
    }
    if (isRun(path)) {
        const RunSummary s = readRunSummary(path);
        const auto cause = RunWarning::parse(s.failure);
        Json checkpoints = Json::array();
        for (const fs::path& c : listCheckpoints(path))
            checkpoints.push_back({{"folder", c.filename().string()}, {"problem", verifyCheckpoint(c)}});
        return {{"kind", "run"},
                {"path", path.string()},
                {"id", s.id},
                {"name", s.name},
                {"run_kind", s.kind},
                {"method", s.method},
                {"teacher", s.teacher},
                {"state", runStateName(s.state)},
                {"images_seen", s.imagesSeen},
                {"images_total", s.imagesTotal},
                {"failure", cause ? cause->sentence : s.failure},
                {"created", s.created},
                {"checkpoints", std::move(checkpoints)},
                {"options", readJsonFile(path / "config.json").value("options", Json::object())}};
    }
    if (Project::isProject(path)) {
        Json runs = Json::array();
        for (const fs::path& run : Project::open(path).runs()) {
            const RunSummary s = readRunSummary(run);
            runs.push_back({{"folder", run.filename().string()}, {"kind", s.kind}, {"state", runStateName(s.state)}, {"images_seen", s.imagesSeen}});
        }
        return {{"kind", "project"}, {"path", path.string()}, {"runs", std::move(runs)}};
    }
    const Model m = loadModel(path, torch::Device(torch::kCPU));
    Json out = {{"kind", isCheckpoint(path) ? "checkpoint"
                         : isBundled(path)  ? "model"
                                            : "diffusers"},
                {"path", path.string()},
                {"parameters", m.network->parameterCount()},
                {"weights_sha256", m.weightsHash},
                {"is_student", m.isStudent()},
                {"classes", m.classCount()},
                {"model", m.toJson()},
                {"network", m.network->config().toJson()}};
    if (isCheckpoint(path))
        out["problem"] = verifyCheckpoint(path);
    return out;
}

}  // namespace potstill
