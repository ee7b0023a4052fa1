#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/model/diffusersscheduler.h"
#include "engine/model/model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

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

/// Integer time steps of the student's grid.
std::vector<int> timestepsOf(const Model& model)
{
    std::vector<int> steps;
    for (double t : model.studentGrid)
        steps.push_back(std::clamp(static_cast<int>(std::lround(model.schedule.steps() * t)) - 1, 0, model.schedule.steps() - 1));
    return steps;
}

/// Folders of the machine that trained it say nothing to the reader: paths are cut to their last part.
Json withoutFolders(const Json& json)
{
    if (json.is_string()) {
        const std::string text = json.get<std::string>();
        return text.rfind('/', 0) == 0 || text.rfind("~/", 0) == 0 || text.rfind("../", 0) == 0 ? Json(fs::path(text).filename().string()) : json;
    }
    if (!json.is_structured())
        return json;
    Json out = json;
    for (Json& item : out)
        item = withoutFolders(item);
    return out;
}

/// x0 and eps from the network's output, in Python.
std::string pythonPrediction(Parametrisation parametrisation)
{
    switch (parametrisation) {
    case Parametrisation::Eps: return "x0, eps = (x - s[t] * out) / a[t], out";
    case Parametrisation::X0: return "x0, eps = out, (x - a[t] * out) / s[t]";
    default: return "x0, eps = a[t] * x - s[t] * out, s[t] * x + a[t] * out";
    }
}

/// A whole program that samples the exported folder with diffusers.
std::string pythonOf(const Model& model)
{
    const std::int64_t size = model.imageSize, channels = model.network->config().inChannels;
    const bool isConditional = model.classCount() > 0;
    std::string code =
        "import torch\nfrom diffusers import DDIMScheduler, UNet2DModel\n\n"
        "unet = UNet2DModel.from_pretrained(FOLDER, subfolder=\"unet\").eval()\nscheduler = DDIMScheduler.from_pretrained(FOLDER, subfolder=\"scheduler\")\n";
    code += fmt::format("noise = torch.randn(4, {}, {}, {})\n", channels, size, size);
    code += isConditional ? fmt::format("labels = torch.tensor([0, 1, 2, 3]) % {}\n\n", model.classCount()) : "labels = None\n\n";
    code += "with torch.no_grad():\n";
    if (!model.isStudent())
        return code + "    x = noise\n    scheduler.set_timesteps(50)\n    for t in scheduler.timesteps:\n        x = scheduler.step(unet(x, t, labels).sample, t, x).prev_sample\n"
                      "images = (x.clamp(-1, 1) + 1) / 2\n";
    const std::vector<int> steps = timestepsOf(model);
    code += fmt::format(
        "    # The time steps that this student was distilled on; the first n of them make an image in n calls.\n    timesteps = [{}]\n"
        "    a, s = scheduler.alphas_cumprod.sqrt(), (1 - scheduler.alphas_cumprod).sqrt()\n    x = s[timesteps[0]] * noise\n"
        "    for t, after in zip(timesteps, timesteps[1:] + [None]):\n        out = unet(x, t, labels).sample\n        {}\n",
        fmt::join(steps, ", "), pythonPrediction(model.parametrisation));
    if (model.sampler.clipX0)
        code += fmt::format("        x0 = x0.clamp({}, {})\n        eps = (x - a[t] * x0) / s[t]\n", -model.sampler.clipRange, model.sampler.clipRange);
    if (model.sampler.noiseCorrection)
        code += "        if t == timesteps[0]:\n            eps = noise  # noise correction: the true noise in place of the predicted one\n";
    return code + "        x = x0 if after is None else a[after] * x0 + s[after] * eps\nimages = (x.clamp(-1, 1) + 1) / 2\n";
}

std::string programFor(const Model& model)
{
    return "```\npotstill-cli sample --model FOLDER" + (model.isStudent() ? fmt::format(" --steps {}", model.studentGrid.size()) : std::string(" --steps 50"))
           + " --out IMAGES\n```\n";
}

enum class Form { Diffusers, Potstill };

std::string modelCard(const Model& model, const ModelExportOptions& options, const std::string& weightsHash, Form form)
{
    const Json run = withoutFolders(valueAt(options.recipe, "options"));
    const auto text = [&](const char* path) {
        const Json v = valueAt(run, path);
        return v.is_null() ? std::string("unknown") : v.is_string() ? v.get<std::string>() : v.dump();
    };
    const std::string data = run.is_object() ? fs::path(text("data.source")).filename().string() : "unknown";
    const auto orUnknown = [](const std::string& value) { return value.empty() ? std::string("unknown") : value; };
    const auto known = [&](const char* key) {
        const Json value = valueAt(options.recipe, std::string("provenance.") + key);
        return value.is_string() && !value.get<std::string>().empty() ? value.get<std::string>() : std::string("unknown");
    };
    std::string card =
        fmt::format("---\nlicense: {}\n{}tags:\n- {}\n{}---\n\n# {}\n\n", options.licence, form == Form::Diffusers ? "library_name: diffusers\n" : "",
                    model.classCount() > 0 ? "class-conditional-image-generation" : "unconditional-image-generation", model.isStudent() ? "- distillation\n" : "", model.name);
    card += model.isStudent() ? fmt::format("A student that makes images in 1 to {} network calls, distilled with {}.\n\n", model.studentGrid.size(), text("method"))
                              : "A diffusion model.\n\n";
    card += fmt::format(
        "| | |\n|---|---|\n| data | {} |\n| image size | {} x {} |\n| classes | {} |\n| parameters | {} |\n| prediction, schedule | {}, {} |\n| images seen in training | {} |\n| "
        "teacher | {} |\n"
        "| guidance distilled in | {} |\n| licence | {} |\n| SHA-256 of the weights | {} |\n| SHA-256 of the weights they were made from | {} |\n| checkpoint of the run | {} |\n| "
        "weights | {} |\n"
        "| fingerprint of the data | {} |\n| SHA-256 of the teacher's weights | {} |\n| SHA-256 of the run's configuration | {} |\n| made by | {} |\n\n",
        orUnknown(data), model.imageSize, model.imageSize, model.classNames.empty() ? fmt::format("{}", model.classCount()) : fmt::format("{}", fmt::join(model.classNames, ", ")),
        model.network->parameterCount(), parametrisationName(model.parametrisation), model.schedule.name(), model.imagesSeen,
        model.isStudent() ? orUnknown(text("teacher")) : "none", model.bakedGuidance > 0 ? fmt::format("{}", model.bakedGuidance) : "none", options.licence, weightsHash,
        orUnknown(model.weightsHash), known("checkpoint"), known("weights"), known("data_fingerprint"), model.isStudent() ? known("teacher_sha256") : "none",
        known("config_sha256"), options.recipe.is_object() ? options.recipe.value("program", "potstill") : "potstill");
    card += "## Use\n\n" + (form == Form::Diffusers ? "```python\n" + pythonOf(model) + "```\n" : programFor(model));
    if (model.hasNoClass)
        card += fmt::format("\nLabel {} stands for \"no class\": the half without a label in classifier-free guidance.\n", model.classCount());
    if (form == Form::Diffusers && model.schedule.hasZeroTerminalSnr())
        card +=
            "\nThe last alpha-bar of this schedule is exactly 0: the first step starts from pure noise. DDIMScheduler and DDPMScheduler take it as it is; schedulers that divide "
            "by alpha "
            "(Euler, Heun, DPM-Solver) make NaN of it.\n";
    if (run.is_object())
        card += "\n## Recipe\n\n```json\n" + run.dump(2) + "\n```\n";
    return card;
}

/// The spacing of an imported model stays what it was; our own continuous times are "trailing".
void keepSpacing(const Model& model, Json& scheduler)
{
    if (model.isStudent() || (model.spacing != GridSpacing::Leading && model.spacing != GridSpacing::Linspace))
        return;
    scheduler["timestep_spacing"] = model.spacing == GridSpacing::Leading ? "leading" : "linspace";
    scheduler["steps_offset"] = model.stepsOffset;
}

void refuseFullFolder(const fs::path& folder)
{
    if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder)))
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is there already and is not empty; name a new folder", folder.string()));
}

}  // namespace

void exportDiffusers(const Model& model, const fs::path& folder, const ModelExportOptions& options)
{
    Json scheduler = exportScheduler(model.schedule, model.parametrisation, model.sampler);
    keepSpacing(model, scheduler);
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
    writeJsonFile(folder / "model_index.json",
                  {{"_class_name", "DDIMPipeline"}, {"_diffusers_version", "0.35.0"}, {"scheduler", {"diffusers", "DDIMScheduler"}}, {"unet", {"diffusers", "UNet2DModel"}}});
    writeJsonFile(folder / "potstill.json", {{"model", model.toJson()}});
    writeFileAtomically(folder / "README.md", modelCard(model, options, sha256OfFile(folder / "unet/diffusion_pytorch_model.safetensors"), Form::Diffusers));
}

void exportPotstill(const Model& model, const fs::path& folder, const ModelExportOptions& options)
{
    writeModelFolder(model, folder, options.halfPrecision);
    writeFileAtomically(folder / "README.md", modelCard(model, options, sha256OfFile(folder / "model.safetensors"), Form::Potstill));
}

void writeModelFolder(const Model& model, const fs::path& folder, bool halfPrecision)
{
    refuseFullFolder(folder);
    makeFolders(folder);
    writeSafetensors(folder / "model.safetensors", weightsOf(model, halfPrecision), {{"format", "pt"}});
    writeJsonFile(folder / "model.json", {{"model", model.toJson()}, {"network", model.network->config().toJson()}});
}

}  // namespace potstill
