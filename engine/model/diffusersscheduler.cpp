#include "engine/model/diffusersscheduler.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace potstill {

namespace {

/// A key that is missing means the default of that class (diffusers 0.42).
template <class T>
T valueOr(const Json& config, const char* key, T fallback)
{
    return config.contains(key) && !config[key].is_null() ? config[key].get<T>() : fallback;
}

std::vector<double> betasOf(const Json& config, int steps, const std::string& fileName)
{
    if (config.contains("trained_betas") && config["trained_betas"].is_array())
        return config["trained_betas"].get<std::vector<double>>();
    const double first = valueOr(config, "beta_start", 1e-4), last = valueOr(config, "beta_end", 0.02);
    const std::string kind = valueOr<std::string>(config, "beta_schedule", "linear");
    std::vector<double> betas;
    const auto between = [&](double a, double b, int i) { return a + (b - a) * i / std::max(1, steps - 1); };
    for (int i = 0; i < steps; ++i) {
        if (kind == "linear") {
            betas.push_back(between(first, last, i));
        } else if (kind == "scaled_linear") {
            const double root = between(std::sqrt(first), std::sqrt(last), i);
            betas.push_back(root * root);
        } else if (kind == "squaredcos_cap_v2") {
            const auto alphaBar = [](double t) { const double c = std::cos((t + 0.008) / 1.008 * M_PI / 2); return c * c; };
            betas.push_back(std::min(1 - alphaBar(static_cast<double>(i + 1) / steps) / alphaBar(static_cast<double>(i) / steps), 0.999));
        } else if (kind == "sigmoid") {
            betas.push_back(1 / (1 + std::exp(-between(-6, 6, i))) * (last - first) + first);
        } else {
            throw Error(ErrorCode::Unsupported, fmt::format("{}: beta_schedule '{}' is not one of linear, scaled_linear, squaredcos_cap_v2, sigmoid", fileName, kind));
        }
    }
    return betas;
}

}  // namespace

ImportedScheduler importScheduler(const Json& config, const std::string& fileName)
{
    const std::string className = valueOr<std::string>(config, "_class_name", "DDPMScheduler");
    static const std::map<std::string, std::pair<SamplerKind, std::string>> kClasses = {
        {"DDPMScheduler", {SamplerKind::Ddpm, "leading"}},           {"DDIMScheduler", {SamplerKind::Ddim, "leading"}},
        {"PNDMScheduler", {SamplerKind::Ddim, "leading"}},           {"LCMScheduler", {SamplerKind::Ddim, "leading"}},
        {"EulerDiscreteScheduler", {SamplerKind::Euler, "linspace"}}, {"HeunDiscreteScheduler", {SamplerKind::Heun, "linspace"}},
        {"DPMSolverMultistepScheduler", {SamplerKind::Dpm2M, "linspace"}}};
    const auto it = kClasses.find(className);
    if (it == kClasses.end())
        throw Error(ErrorCode::Unsupported, fmt::format("{}: scheduler '{}' is not supported; there are DDPM, DDIM, PNDM, LCM, Euler, Heun and DPM-Solver multistep", fileName, className));
    ImportedScheduler out;
    out.sampler.kind = it->second.first;
    if (className == "DPMSolverMultistepScheduler" && valueOr(config, "solver_order", 2) == 3)
        out.sampler.kind = SamplerKind::Dpm3M;
    out.trainSteps = valueOr(config, "num_train_timesteps", 1000);
    if (out.trainSteps < 2 || out.trainSteps > 1'000'000)
        throw Error(ErrorCode::BadFile, fmt::format("{}: num_train_timesteps is {}; it must be between 2 and 1000000", fileName, out.trainSteps));
    out.schedule = NoiseSchedule::fromBetas(betasOf(config, out.trainSteps, fileName), valueOr(config, "rescale_betas_zero_snr", false));
    const std::string prediction = valueOr<std::string>(config, "prediction_type", "epsilon");
    if (prediction == "epsilon")
        out.parametrisation = Parametrisation::Eps;
    else if (prediction == "sample")
        out.parametrisation = Parametrisation::X0;
    else if (prediction == "v_prediction")
        out.parametrisation = Parametrisation::V;
    else
        throw Error(ErrorCode::Unsupported, fmt::format("{}: prediction_type '{}' is not one of epsilon, sample, v_prediction", fileName, prediction));
    const bool clipsByDefault = className == "DDPMScheduler" || className == "DDIMScheduler";
    out.sampler.clipX0 = valueOr(config, "clip_sample", clipsByDefault);
    out.sampler.clipRange = valueOr(config, "clip_sample_range", 1.0);
    out.sampler.dynamicThreshold = valueOr(config, "thresholding", false);
    out.sampler.thresholdRatio = valueOr(config, "dynamic_thresholding_ratio", 0.995);
    out.sampler.thresholdMax = valueOr(config, "sample_max_value", 1.0);
    out.sampler.varianceType = valueOr<std::string>(config, "variance_type", "fixed_small");
    if (className == "DDIMScheduler" && !valueOr(config, "set_alpha_to_one", true)) {
        const double a = out.schedule.alpha(1.0 / out.trainSteps);
        out.sampler.finalAlpha = a * a;
    }
    out.stepsOffset = valueOr(config, "steps_offset", 0);
    const std::string spacing = valueOr<std::string>(config, "timestep_spacing", it->second.second);
    if (spacing == "leading")
        out.spacing = GridSpacing::Leading;
    else if (spacing == "linspace")
        out.spacing = GridSpacing::Linspace;
    else if (spacing == "trailing")
        out.spacing = GridSpacing::Time;
    else
        throw Error(ErrorCode::Unsupported, fmt::format("{}: timestep_spacing '{}' is not one of leading, linspace, trailing", fileName, spacing));
    return out;
}

Json exportScheduler(const NoiseSchedule& schedule, Parametrisation parametrisation, const SamplerOptions& sampler)
{
    const std::map<Parametrisation, std::string> names = {{Parametrisation::Eps, "epsilon"}, {Parametrisation::X0, "sample"}, {Parametrisation::V, "v_prediction"}};
    if (!names.count(parametrisation))
        throw Error(ErrorCode::Unsupported, fmt::format("a model that predicts '{}' has no diffusers scheduler of the DDIM family; eps, x0 and v can be exported", parametrisationName(parametrisation)));
    return {{"_class_name", "DDIMScheduler"}, {"_diffusers_version", "0.35.0"}, {"num_train_timesteps", 1000}, {"trained_betas", schedule.betas(1000)},
            {"prediction_type", names.at(parametrisation)}, {"timestep_spacing", "trailing"}, {"set_alpha_to_one", true}, {"steps_offset", 0},
            {"clip_sample", sampler.clipX0}, {"clip_sample_range", sampler.clipRange}, {"thresholding", sampler.dynamicThreshold},
            {"dynamic_thresholding_ratio", sampler.thresholdRatio}, {"sample_max_value", sampler.thresholdMax}, {"rescale_betas_zero_snr", false}};
}

}  // namespace potstill
