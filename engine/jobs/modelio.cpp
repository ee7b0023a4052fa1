#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/sampling.h"
#include "engine/model/model.h"
#include "engine/tensor/device.h"
#include "engine/train/runoptions.h"

#include <fmt/format.h>

namespace potstill {

namespace fs = std::filesystem;

Json describe(const fs::path& path) { return describePath(resolveModelPath(path.string(), ".")); }

void exportModel(const fs::path& modelPath, const std::string& format, const fs::path& out, const Json& settings)
{
    const fs::path path = resolveModelPath(modelPath.string(), ".");
    const Model model = loadModel(path, torch::Device(torch::kCPU));
    if (format == "potstill") {
        writeModelFolder(model, out, settings.value("half_precision", false));
        return;
    }
    if (format != "diffusers")
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is not a format to export to; there are diffusers and potstill", format));
    ExportOptions options;
    options.licence = settings.value("licence", options.licence);
    options.halfPrecision = settings.value("half_precision", false);
    for (fs::path p = fs::weakly_canonical(path); p.has_relative_path(); p = p.parent_path())
        if (fs::exists(p / "config.json") && fs::exists(p / "checkpoints")) {
            options.recipe = readJsonFile(p / "config.json");
            break;
        }
    exportDiffusers(model, out, options);
}

fs::path importModel(const fs::path& diffusersFolder, const fs::path& projectFolder, const std::string& name)
{
    const Model model = loadModel(diffusersFolder, torch::Device(torch::kCPU));
    const Project project = Project::openOrCreate(projectFolder);
    RunOptions options;
    options.data.imageSize = model.imageSize;
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
