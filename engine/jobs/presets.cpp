#include "engine/jobs/jobs.h"

#include "engine/train/runoptions.h"

#include <fmt/format.h>

namespace potstill {

const OptionSchema& runSchema()
{
    static const OptionSchema schema = RunOptions::table().schema();
    return schema;
}

Issues validateRun(const Json& document)
{
    Issues issues = checkAgainstSchema(document, runSchema());
    if (hasErrors(issues))
        return issues;
    RunOptions options;
    RunOptions::table().assign(options, document);
    return options.validate();
}

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> all = {
        {"demo", "Distil the bundled shapes", "The first student: 1 to 3 steps from the bundled shapes teacher, on a laptop's CPU in minutes.", "student",
         Json::parse(R"({"kind":"student","method":"imagine-flash","teacher":"bundled:sprites-v",
            "data":{"source":"sprites","image_size":16},
            "imagine_flash":{"steps":3,"grid":[1,0.6,0.25],"srl":true,"renoise":"own","gamma_max":0.9,"teacher_steps":3,"teacher_guidance":1.5,"reconstruction":"pseudo_huber",
                             "adversarial":true,"adversarial_weight":0.02},
            "training":{"images":26000,"batch":16,"learning_rate":0.0007,"lr_schedule":"cosine","beta2":0.95,"warmup_images":1000,"ema_half_life":4000,"ema_ramp_up":0.1,
                        "preview_every":1000,"preview_rows":8,"preview_steps":25,"checkpoint_every":6000,"stats_every":256}})")},
        {"paper", "Imagine Flash as published", "Backward distillation, shifted reconstruction with fresh noise, and the adversarial term.", "student",
         Json::parse(R"({"kind":"student","method":"imagine-flash","teacher":"bundled:sprites-v",
            "data":{"source":"sprites","image_size":16},
            "imagine_flash":{"steps":3,"srl":true,"renoise":"fresh","gamma_max":0.8,"adversarial":true,"teacher_steps":8},
            "training":{"images":100000,"batch":64,"learning_rate":0.0005,"warmup_images":1000,"ema_half_life":4000,"checkpoint_every":25000}})")},
        {"sprites-v", "Shapes teacher, velocity", "The bundled teacher: shapes at 16 pixels, 0.9 M parameters, velocity with the cosine schedule.", "teacher",
         Json::parse(R"({"kind":"teacher","method":"diffusion",
            "data":{"source":"sprites","image_size":16},"network":{"channels":32,"multipliers":[1,2]},
            "diffusion":{"parametrisation":"v","schedule":"cosine","label_dropout":0.1},
            "training":{"images":240000,"batch":64,"learning_rate":0.001,"lr_schedule":"cosine","warmup_images":5000,"ema_half_life":10000,"checkpoint_every":50000,"preview_every":20000}})")},
        {"sprites-eps", "Shapes teacher, noise",
         "The second bundled teacher: shapes at 16 pixels, noise prediction with the linear schedule; noise correction shows its effect on it.", "teacher",
         Json::parse(R"({"kind":"teacher","method":"diffusion",
            "data":{"source":"sprites","image_size":16},"network":{"channels":32,"multipliers":[1,2]},
            "diffusion":{"parametrisation":"eps","schedule":"linear","label_dropout":0.1},
            "training":{"images":160000,"batch":64,"learning_rate":0.001,"lr_schedule":"cosine","warmup_images":5000,"ema_half_life":10000,"checkpoint_every":50000,"preview_every":20000}})")},
        {"cifar10-small", "Small teacher for photographs at 32 pixels", "Class-conditional, 1.6 M parameters with attention at 16 pixels; trains on a CPU in hours.", "teacher",
         Json::parse(R"({"kind":"teacher","method":"diffusion",
            "data":{"image_size":32,"flip":true},"network":{"channels":32,"multipliers":[1,2,2],"attention_sizes":[16]},
            "diffusion":{"parametrisation":"v","schedule":"cosine","label_dropout":0.1},
            "training":{"images":2000000,"batch":64,"learning_rate":0.0006,"lr_schedule":"cosine","warmup_images":10000,"ema_half_life":20000,"checkpoint_every":20000,"preview_every":10000}})")},
        {"cifar10-ddpm", "Teacher of DDPM's size", "35.7 M parameters at 32 pixels, as the DDPM paper has it; needs a GPU.", "teacher",
         Json::parse(R"({"kind":"teacher","method":"diffusion",
            "data":{"image_size":32,"flip":true},"network":{"channels":128,"multipliers":[1,2,2,2],"attention_sizes":[16],"attention_head_dim":256,"norm_groups":32},
            "diffusion":{"parametrisation":"v","schedule":"cosine","label_dropout":0.1},
            "training":{"images":50000000,"batch":128,"learning_rate":0.0002,"warmup_images":500000,"ema_half_life":500000,"precision":"bfloat16","checkpoint_every":1000000,"preview_every":200000}})")},
    };
    return all;
}

const Preset& presetByName(const std::string& name)
{
    std::vector<std::string> names;
    for (const Preset& preset : presets()) {
        if (preset.name == name)
            return preset;
        names.push_back(preset.name);
    }
    const std::string near = nearestMatch(name, names);
    throw Error(ErrorCode::BadOption, fmt::format("there is no preset '{}'{}; there are {}", name, near.empty() ? "" : " (did you mean '" + near + "'?)", fmt::join(names, ", ")));
}

}  // namespace potstill
