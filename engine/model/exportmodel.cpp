#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/model/diffusersscheduler.h"
#include "engine/model/model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

TensorMap weightsOf(const Model& model, bool halfPrecision)
{
    TensorMap weights;
    for (const auto& [name, weight] : model.network->namedWeights())
        weights[name] = weight.detach().to(torch::kCPU, halfPrecision ? torch::kFloat16 : torch::kFloat32).contiguous();
    return weights;
}

/// Timesteps of the student's grid on the 1000-step table.
std::vector<int> timestepsOf(const TimeGrid& grid)
{
    std::vector<int> steps;
    for (double t : grid)
        steps.push_back(static_cast<int>(std::lround(1000 * t)) - 1);
    return steps;
}

std::string modelCard(const Model& model, const ExportOptions& options, const std::string& weightsHash)
{
    const Json run = valueAt(options.recipe, "options");
    const auto text = [&](const char* path) { const Json v = valueAt(run, path); return v.is_null() ? std::string("unknown") : v.is_string() ? v.get<std::string>() : v.dump(); };
    const std::string data = run.is_object() ? fs::path(text("data.source")).filename().string() : "unknown";
    std::string use = "import torch\nfrom diffusers import DDIMScheduler, UNet2DModel\n"
                      "unet = UNet2DModel.from_pretrained(FOLDER, subfolder=\"unet\")\nscheduler = DDIMScheduler.from_pretrained(FOLDER, subfolder=\"scheduler\")\n";
    if (model.isStudent())
        use += fmt::format("# The {} time steps that this student was distilled on; the first n of them make an image in n steps: keep the last x0 prediction.\n"
                           "timesteps = [{}]\n", model.studentGrid.size(), fmt::join(timestepsOf(model.studentGrid), ", "));
    else
        use += "scheduler.set_timesteps(50)\ntimesteps = scheduler.timesteps\n";
    std::string card = fmt::format("---\nlicense: {}\nlibrary_name: diffusers\ntags:\n- unconditional-image-generation\n{}---\n\n# {}\n\n", options.licence, model.isStudent() ? "- distillation\n" : "", model.name);
    card += model.isStudent() ? fmt::format("A student that needs {} network calls or fewer, distilled with {}.\n\n", model.studentGrid.size(), text("method")) : "A diffusion model.\n\n";
    card += fmt::format("| | |\n|---|---|\n| data | {} |\n| image size | {} x {} |\n| classes | {} |\n| parameters | {} |\n| prediction, schedule | {}, {} |\n| images seen in training | {} |\n| teacher | {} |\n"
                        "| guidance distilled in | {} |\n| licence | {} |\n| SHA-256 of the weights | {} |\n| SHA-256 of the weights they were made from | {} |\n| made by | {} |\n\n",
                        data, model.imageSize, model.imageSize, model.classCount(), model.network->parameterCount(), parametrisationName(model.parametrisation), model.schedule.name(), model.imagesSeen,
                        model.isStudent() ? text("teacher") : "none", model.bakedGuidance, options.licence, weightsHash, model.weightsHash, options.recipe.is_object() ? options.recipe.value("program", "potstill") : "potstill");
    card += "## Use\n\n```python\n" + use + "```\n";
    if (run.is_object())
        card += "\n## Recipe\n\n```json\n" + run.dump(2) + "\n```\n";
    return card;
}

void refuseFullFolder(const fs::path& folder)
{
    if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder)))
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is there already and is not empty; name a new folder", folder.string()));
}

}  // namespace

void exportDiffusers(const Model& model, const fs::path& folder, const ExportOptions& options)
{
    const Json scheduler = exportScheduler(model.schedule, model.parametrisation, model.sampler);
    refuseFullFolder(folder);
    makeFolders(folder / "unet");
    makeFolders(folder / "scheduler");
    UNetConfig config = model.network->config();
    config.sampleSize = model.imageSize;
    Json unet = config.toJson();
    unet["_diffusers_version"] = "0.35.0";
    writeJsonFile(folder / "unet/config.json", unet);
    writeSafetensors(folder / "unet/diffusion_pytorch_model.safetensors", weightsOf(model, options.halfPrecision), {{"format", "pt"}});
    writeJsonFile(folder / "scheduler/scheduler_config.json", scheduler);
    writeJsonFile(folder / "model_index.json", {{"_class_name", "DDIMPipeline"}, {"_diffusers_version", "0.35.0"}, {"scheduler", {"diffusers", "DDIMScheduler"}}, {"unet", {"diffusers", "UNet2DModel"}}});
    writeJsonFile(folder / "potstill.json", {{"model", model.toJson()}});
    writeFileAtomically(folder / "README.md", modelCard(model, options, sha256OfFile(folder / "unet/diffusion_pytorch_model.safetensors")));
}

void writeModelFolder(const Model& model, const fs::path& folder, bool halfPrecision)
{
    refuseFullFolder(folder);
    makeFolders(folder);
    writeSafetensors(folder / "model.safetensors", weightsOf(model, halfPrecision), {{"format", "pt"}});
    writeJsonFile(folder / "model.json", {{"model", model.toJson()}, {"network", model.network->config().toJson()}});
}

}  // namespace potstill
