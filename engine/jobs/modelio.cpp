#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/data/imagesource.h"
#include "engine/data/packedset.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/sampling.h"
#include "engine/model/model.h"
#include "engine/tensor/device.h"
#include "engine/train/runoptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// What a set of images holds, found without reading the images of a folder or ZIP.
Json describeImages(const fs::path& path)
{
    DataOptions options;
    options.source = path.string();
    const ImageSource source = scanImageSource(options);
    std::vector<std::int64_t> counts(source.classNames.size());
    std::uint64_t bytes = 0;
    for (const SourceImage& image : source.images) {
        bytes += image.bytes;
        if (image.label >= 0)
            ++counts[static_cast<std::size_t>(image.label)];
    }
    return {{"kind", "dataset"},
            {"path", path.string()},
            {"form", source.isZip ? "zip" : "folder"},
            {"images", source.images.size()},
            {"bytes", bytes},
            {"classes", source.classNames.size()},
            {"class_names", source.classNames},
            {"class_counts", counts},
            {"notes", sentencesOf(source.notes)}};
}

Json describePacked(const fs::path& file)
{
    DataOptions options;
    options.source = file.string();
    const torch::Tensor images = SafetensorsFile(file).tensor("images");
    if (images.dim() == 4) {
        options.imageSize = static_cast<int>(images.size(3));
        options.channels = static_cast<int>(images.size(1));
    }
    const auto data = openDataset(options, {});
    const Json facts = factsInSentences(*data);
    return {{"kind", "dataset"},
            {"path", file.string()},
            {"form", "packed"},
            {"images", data->size()},
            {"bytes", fs::file_size(file)},
            {"image_size", data->imageSize()},
            {"channels", data->channels()},
            {"classes", data->classCount()},
            {"class_names", data->classNames()},
            {"class_counts", data->classCounts()},
            {"fingerprint", data->fingerprint()},
            {"notes", facts.value("notes", Json::array())},
            {"facts", facts}};
}

bool isPackedSet(const fs::path& file) { return isPackedSetName(file) && SafetensorsFile(file).contains("images"); }

/// Whether a folder is a run, a checkpoint, a model or a project, which describePath knows.
bool hasDescription(const fs::path& folder)
{
    const char* const names[] = {"config.json", "manifest.json", "model.json", "model_index.json", "unet/config.json", "project.json"};
    return std::any_of(std::begin(names), std::end(names), [&](const char* name) { return fs::exists(folder / name); });
}

/// A folder of images, or one with packed sets as `potstill-cli dataset` leaves it.
Json describeFolder(const fs::path& folder)
{
    std::vector<fs::path> packed;
    bool hasPickle = false;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (isPackedSet(entry.path()))
            packed.push_back(entry.path());
        hasPickle = hasPickle || isPickleName(entry.path());
    }
    std::sort(packed.begin(), packed.end());
    if (packed.size() == 1)
        return describePacked(packed.front());
    if (!packed.empty()) {
        Json sets = Json::array();
        for (const fs::path& file : packed)
            sets.push_back(describePacked(file));
        return {{"kind", "datasets"}, {"path", folder.string()}, {"sets", std::move(sets)}};
    }
    try {
        return describeImages(folder);
    } catch (const Error& e) {
        if (hasPickle)
            return describePath(folder);  // which says what to do with it
        throw Error(e.code(), fmt::format("'{}' is no run, no checkpoint, no model and no set of images. {}", folder.string(), e.what()));
    }
}

/// What a checkpoint was made from: its run's options, and what it says about data and teacher. A bundled model has it in recipe.json. {} for other models.
Json recipeOf(const fs::path& checkpoint, const std::string& weights)
{
    if (fs::exists(checkpoint / "model.json") && fs::exists(checkpoint / "recipe.json"))
        return readJsonFile(checkpoint / "recipe.json");
    const fs::path run = runAround(checkpoint);
    if (run.empty() || !fs::exists(checkpoint / "manifest.json"))
        return {};
    Json recipe = readJsonFile(run / "config.json");
    const Json state = readJsonFile(checkpoint / "state.json"), manifest = readJsonFile(checkpoint / "manifest.json");
    recipe["provenance"] = {{"checkpoint", fs::weakly_canonical(checkpoint).filename().string()},
                            {"weights", weights},
                            {"data_fingerprint", valueAt(state, "data_fingerprint")},
                            {"teacher_sha256", valueAt(state, "teacher_hash")},
                            {"config_sha256", valueAt(manifest, "config_sha256")}};
    return recipe;
}

/// Whether a JSON file is there and has all the keys.
bool hasKeys(const fs::path& file, const std::vector<std::string>& keys)
{
    try {
        const Json json = readJsonFile(file);
        return std::all_of(keys.begin(), keys.end(), [&](const std::string& key) { return json.contains(key); });
    } catch (const Error&) {
        return false;
    }
}

/// Whether a folder holds nothing but these files and the folders that they lie in.
bool holdsOnly(const fs::path& folder, const std::set<fs::path>& files)
{
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        const fs::path name = entry->path().lexically_relative(folder);
        const fs::file_type type = entry->symlink_status(failure).type();
        const bool isFolderOfOne = type == fs::file_type::directory && std::any_of(files.begin(), files.end(), [&](const fs::path& file) { return file.parent_path() == name; });
        if (failure || !(isFolderOfOne || (type == fs::file_type::regular && files.count(name) > 0)))
            return false;
    }
    return !failure;
}

/// The folder `part` gets the name `target`. What has that name stays until then, and gets it back when that fails.
void takeName(const fs::path& part, const fs::path& target, bool replaces)
{
    const fs::path old = target.string() + ".potstill-old";
    std::error_code failure, ignored;
    if (replaces) {
        fs::remove_all(old, ignored);
        fs::rename(target, old, failure);
    }
    if (!failure) {
        fs::rename(part, target, failure);
        if (failure && replaces)
            fs::rename(old, target, ignored);
    }
    if (failure) {
        fs::remove_all(part, ignored);
        throw Error(ErrorCode::Io, fmt::format("{}: the export could not be put there: {}", target.string(), failure.message()));
    }
    if (replaces)
        fs::remove_all(old, ignored);
}

}  // namespace

Json describe(const fs::path& given)
{
    const fs::path path = resolveModelPath(given.string(), ".");
    if (fs::is_directory(path) && !hasDescription(path))
        return describeFolder(path);
    if (isPackedSet(path))
        return describePacked(path);
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".zip" ? describeImages(path) : describePath(path);
}

fs::path exactModel(const fs::path& model, std::vector<RunWarning>* skipped)
{
    const fs::path path = resolveModelPath(model.string(), ".");
    if (!fs::is_directory(path / "checkpoints") || !fs::exists(path / "config.json"))
        return model;
    const std::optional<fs::path> checkpoint = newestGoodCheckpoint(path, skipped);
    if (!checkpoint)
        throw Error(ErrorCode::NotFound, {"no-checkpoint-yet", 0, {{"run", path.filename().string()}}, fmt::format("the run '{}' has no whole checkpoint yet", path.string())});
    return *checkpoint;
}

bool isExportedModel(const fs::path& folder)
{
    if (!fs::exists(folder / "README.md"))
        return false;
    if (hasKeys(folder / "potstill.json", {"model"}))
        return holdsOnly(folder,
                         {"README.md", "potstill.json", "model_index.json", "scheduler/scheduler_config.json", "unet/config.json", "unet/diffusion_pytorch_model.safetensors"});
    return hasKeys(folder / "model.json", {"model", "network"}) && holdsOnly(folder, {"README.md", "model.json", "model.safetensors"});
}

bool exportModel(const ExportRequest& request, const fs::path& out, RunControl* control, RunObserver* observer)
{
    std::vector<RunWarning> skipped;
    const fs::path path = exactModel(resolveModelPath(request.model.string(), "."), &skipped);  // once: a run that is on makes new checkpoints meanwhile
    for (const RunWarning& warning : skipped)
        if (observer)
            observer->onLog(LogLevel::Warning, warning.text());
    if (request.format != "diffusers" && request.format != "potstill")
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is not a format to export to; there are diffusers and potstill", request.format));
    if (request.weights != "ema" && request.weights != "raw")
        throw Error(ErrorCode::BadOption, fmt::format("there are no '{}' weights; there are ema and raw", request.weights));
    const fs::path target = (fs::absolute(out) / "").lexically_normal().parent_path();
    const bool replaces = request.replaces && isExportedModel(target);
    if (fs::exists(target) && !replaces && !(fs::is_directory(target) && fs::is_empty(target)))
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is there already and is not empty; name a new folder", out.string()));
    const auto goesOn = [&](const char* stage, std::int64_t done) {
        Progress news;
        news.stage = stage;
        news.imagesSeen = done;
        news.imagesTotal = 2;
        if (observer)
            observer->onProgress(news);
        return !control || !control->isStopping();
    };
    if (!goesOn("open model", 0))
        return false;
    const Model model = loadModel(path, torch::Device(torch::kCPU), request.weights == "raw" ? Weights::Raw : Weights::Ema);
    ModelExportOptions options;
    options.licence = request.licence;
    options.halfPrecision = request.halfPrecision;
    options.recipe = recipeOf(path, request.weights);
    if (!goesOn("write model", 1))
        return false;
    const fs::path part = target.string() + ".potstill-part";  // beside its name, as every file of ours
    fs::remove_all(part);
    const auto removePart = [&] {
        std::error_code ignored;
        fs::remove_all(part, ignored);
    };
    try {
        (request.format == "potstill" ? exportPotstill : exportDiffusers)(model, part, options);
    } catch (...) {
        removePart();
        throw;
    }
    if (!goesOn("write model", 2)) {
        removePart();
        return false;
    }
    takeName(part, target, replaces);
    return true;
}

fs::path importModel(const fs::path& diffusersFolder, const fs::path& projectFolder, const std::string& name, RunControl* control)
{
    const Model model = loadModel(diffusersFolder, torch::Device(torch::kCPU));
    if (control && control->isStopping())
        return {};
    const Project project = Project::openOrCreate(projectFolder);
    RunOptions options;
    options.data.source.clear();  // nothing here knows what it was trained on
    options.data.imageSize = model.imageSize;
    options.data.channels = static_cast<int>(model.network->config().inChannels);
    options.data.labels = model.classCount() > 0;
    options.training.images = 1;
    const Json config = {{"id", newUuid()},
                         {"program", "potstill " + programVersion()},
                         {"created", utcNow()},
                         {"imported_from", fs::weakly_canonical(diffusersFolder).string()},
                         {"options", RunOptions::table().toJson(options)}};
    const fs::path run = project.createRun(name.empty() ? "teacher-" + diffusersFolder.filename().string() : name, config);
    CheckpointContent content;
    for (const auto& [key, weight] : model.network->namedWeights())
        content.ema[key] = content.model[key] = weight.detach();
    content.state = {{"images_seen", 0}, {"steps", 0}, {"model", model.toJson()}, {"network", model.network->config().toJson()}};
    writeCheckpoint(run, 0, content);
    writeRunState(run, RunState::Finished, 0);
    return run;
}

std::vector<std::string> computeDevices() { return availableDevices(); }
std::string programVersion() { return POTSTILL_VERSION; }

}  // namespace potstill
