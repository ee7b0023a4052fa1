#include "engine/model/diffusersscheduler.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

/// What a scheduler class of diffusers means here, with the defaults that differ between classes.
struct SchedulerClass {
    const char* name;
    SamplerKind kind;
    const char* spacing;
    double betaStart = 1e-4, betaEnd = 0.02;
    const char* betaSchedule = "linear";
    bool clips = false;  ///< knows clip_sample
    bool clipsByDefault = false;
    bool thresholds = false;     ///< knows thresholding
    bool setsAlphaToOne = true;  ///< default of set_alpha_to_one
    bool isOnSigmas = false;     ///< its levels are not rounded to the table's and it starts from the largest sigma, as Euler and Heun do
    bool isNearest = false;      ///< there is no such sampler here; `kind` is the nearest
};

constexpr SchedulerClass kClasses[] = {
    {.name = "DDPMScheduler", .kind = SamplerKind::Ddpm, .spacing = "leading", .clips = true, .clipsByDefault = true, .thresholds = true},
    {.name = "DDPMParallelScheduler", .kind = SamplerKind::Ddpm, .spacing = "leading", .clips = true, .clipsByDefault = true, .thresholds = true},
    {.name = "DDIMScheduler", .kind = SamplerKind::Ddim, .spacing = "leading", .clips = true, .clipsByDefault = true, .thresholds = true},
    {.name = "DDIMParallelScheduler", .kind = SamplerKind::Ddim, .spacing = "leading", .clips = true, .clipsByDefault = true, .thresholds = true},
    {.name = "PNDMScheduler", .kind = SamplerKind::Ddim, .spacing = "leading", .setsAlphaToOne = false, .isNearest = true},
    {.name = "LCMScheduler",
     .kind = SamplerKind::Ddim,
     .spacing = "leading",
     .betaStart = 0.00085,
     .betaEnd = 0.012,
     .betaSchedule = "scaled_linear",
     .clips = true,
     .thresholds = true,
     .isNearest = true},
    {.name = "EulerDiscreteScheduler", .kind = SamplerKind::Euler, .spacing = "linspace", .isOnSigmas = true},
    // Its step is DDPM's, written in sigmas.
    {.name = "EulerAncestralDiscreteScheduler", .kind = SamplerKind::Ddpm, .spacing = "linspace", .isOnSigmas = true},
    {.name = "HeunDiscreteScheduler", .kind = SamplerKind::Heun, .spacing = "linspace", .betaStart = 0.00085, .betaEnd = 0.012, .clips = true, .isOnSigmas = true},
    {.name = "LMSDiscreteScheduler", .kind = SamplerKind::Euler, .spacing = "linspace", .isOnSigmas = true, .isNearest = true},
    {.name = "KDPM2DiscreteScheduler", .kind = SamplerKind::Heun, .spacing = "linspace", .betaStart = 0.00085, .betaEnd = 0.012, .isOnSigmas = true, .isNearest = true},
    {.name = "KDPM2AncestralDiscreteScheduler", .kind = SamplerKind::Ddpm, .spacing = "linspace", .betaStart = 0.00085, .betaEnd = 0.012, .isOnSigmas = true, .isNearest = true},
    {.name = "DPMSolverMultistepScheduler", .kind = SamplerKind::Dpm2M, .spacing = "linspace", .thresholds = true},
    {.name = "DPMSolverSinglestepScheduler", .kind = SamplerKind::Dpm2M, .spacing = "linspace", .thresholds = true, .isNearest = true},
    {.name = "UniPCMultistepScheduler", .kind = SamplerKind::Dpm2M, .spacing = "linspace", .thresholds = true, .isNearest = true},
    {.name = "DEISMultistepScheduler", .kind = SamplerKind::Dpm2M, .spacing = "linspace", .thresholds = true, .isNearest = true},
};

const SchedulerClass& classOf(const Json& config, const std::string& fileName)
{
    const std::string name = valueOr<std::string>(config, "_class_name", "DDPMScheduler");
    for (const SchedulerClass& c : kClasses)
        if (name == c.name)
            return c;
    std::string known;
    for (const SchedulerClass& c : kClasses)
        known += std::string(c.name) + ", ";
    throw Error(ErrorCode::Unsupported,
                fmt::format("{}: scheduler '{}' is not supported; there are {}CMStochasticIterativeScheduler and ScoreSdeVeScheduler", fileName, name, known));
}

/// 1 - alpha-bar(t2)/alpha-bar(t1) for a given curve, as diffusers caps it.
template <class Curve>
double betaOfCurve(int i, int steps, Curve alphaBar)
{
    return std::min(1 - alphaBar(static_cast<double>(i + 1) / steps) / alphaBar(static_cast<double>(i) / steps), 0.999);
}

double laplaceAlphaBar(double t)
{
    const double lambda = -0.5 * std::copysign(1, 0.5 - t) * std::log(1 - 2 * std::abs(0.5 - t) + 1e-6), snr = std::exp(lambda);
    return std::sqrt(snr / (1 + snr));
}

std::vector<double> betasOf(const Json& config, const SchedulerClass& type, int steps, const std::string& fileName)
{
    if (config.contains("trained_betas") && config["trained_betas"].is_array()) {
        auto betas = config["trained_betas"].get<std::vector<double>>();
        if (betas.size() != static_cast<std::size_t>(steps))
            throw Error(ErrorCode::BadFile, fmt::format("{}: trained_betas holds {} numbers; num_train_timesteps is {}", fileName, betas.size(), steps));
        return betas;
    }
    const double first = valueOr(config, "beta_start", type.betaStart), last = valueOr(config, "beta_end", type.betaEnd);
    const std::string kind = valueOr<std::string>(config, "beta_schedule", type.betaSchedule);
    std::vector<double> betas;
    const auto between = [&](double a, double b, int i) { return a + (b - a) * i / std::max(1, steps - 1); };
    for (int i = 0; i < steps; ++i) {
        if (kind == "linear") {
            betas.push_back(between(first, last, i));
        } else if (kind == "scaled_linear") {
            const double root = between(std::sqrt(first), std::sqrt(last), i);
            betas.push_back(root * root);
        } else if (kind == "squaredcos_cap_v2") {
            betas.push_back(betaOfCurve(i, steps, [](double t) {
                const double c = std::cos((t + 0.008) / 1.008 * M_PI / 2);
                return c * c;
            }));
        } else if (kind == "laplace") {
            betas.push_back(betaOfCurve(i, steps, laplaceAlphaBar));
        } else if (kind == "exp") {
            betas.push_back(betaOfCurve(i, steps, [](double t) { return std::exp(-12 * t); }));
        } else if (kind == "sigmoid") {
            betas.push_back(1 / (1 + std::exp(-between(-6, 6, i))) * (last - first) + first);
        } else {
            throw Error(ErrorCode::Unsupported,
                        fmt::format("{}: beta_schedule '{}' is not one of linear, scaled_linear, squaredcos_cap_v2, sigmoid, laplace, exp", fileName, kind));
        }
    }
    return betas;
}

/// Settings that change the levels or the steps in a way that no sampler here takes: refused rather than ignored.
void refuseUnknownSampling(const Json& config, const SchedulerClass& type, const std::string& fileName)
{
    for (const char* key : {"use_exponential_sigmas", "use_beta_sigmas", "use_lu_lambdas", "use_flow_sigmas", "use_dynamic_shifting"})
        if (valueOr(config, key, false))
            throw Error(
                ErrorCode::Unsupported,
                fmt::format("{}: {} is on; of the other ways to space levels, use_karras_sigmas alone is supported. Set it to false in a copy of the folder", fileName, key));
    if (type.isNearest)
        return;  // the others say how a step is made, and that is another one here
    const std::pair<const char*, const char*> only[] = {
        {"algorithm_type", "dpmsolver++"}, {"solver_type", "midpoint"}, {"final_sigmas_type", "zero"}, {"interpolation_type", "linear"}, {"timestep_type", "discrete"}};
    for (const auto& [key, value] : only)
        if (const auto given = valueOr<std::string>(config, key, value); given != value)
            throw Error(ErrorCode::Unsupported, fmt::format("{}: {} '{}' is not supported; '{}' is", fileName, key, given, value));
    if (config.contains("lambda_min_clipped") && config["lambda_min_clipped"].is_number())
        throw Error(ErrorCode::Unsupported, fmt::format("{}: lambda_min_clipped {} is not supported; leave it out", fileName, config["lambda_min_clipped"].get<double>()));
}

GridSpacing spacingOf(const Json& config, const SchedulerClass& type, const std::string& fileName)
{
    const bool isDpm = type.kind == SamplerKind::Dpm2M;
    if (valueOr(config, "use_karras_sigmas", false))
        return GridSpacing::Karras;
    const std::string name = valueOr<std::string>(config, "timestep_spacing", type.spacing);
    if (name == "leading")
        return isDpm ? GridSpacing::LeadingInner : GridSpacing::Leading;
    if (name == "linspace")
        return isDpm ? GridSpacing::LinspaceInner : type.isOnSigmas ? GridSpacing::LinspaceExact : GridSpacing::Linspace;
    if (name == "trailing")
        return GridSpacing::Trailing;
    throw Error(ErrorCode::Unsupported, fmt::format("{}: timestep_spacing '{}' is not one of leading, linspace, trailing", fileName, name));
}

Parametrisation predictionOf(const Json& config, const std::string& fileName)
{
    const std::string name = valueOr<std::string>(config, "prediction_type", "epsilon");
    if (name == "epsilon")
        return Parametrisation::Eps;
    if (name == "sample")
        return Parametrisation::X0;
    if (name == "v_prediction")
        return Parametrisation::V;
    throw Error(ErrorCode::Unsupported, fmt::format("{}: prediction_type '{}' is not one of epsilon, sample, v_prediction", fileName, name));
}

SamplerOptions samplerOf(const Json& config, const SchedulerClass& type, const ImportedScheduler& imported, const std::string& fileName)
{
    SamplerOptions s;
    s.kind = type.kind;
    if (type.kind == SamplerKind::Dpm2M && !type.isNearest) {
        const int order = valueOr(config, "solver_order", 2);
        if (order < 1 || order > 3)
            throw Error(ErrorCode::Unsupported, fmt::format("{}: solver_order {} is not 1, 2 or 3", fileName, order));
        // The first-order step of DPM-Solver++ is DDIM's.
        s.kind = order == 1 ? SamplerKind::Ddim : order == 2 ? SamplerKind::Dpm2M : SamplerKind::Dpm3M;
        s.lowerOrderFinal = valueOr(config, "lower_order_final", true);
    }
    s.clipX0 = type.clips && valueOr(config, "clip_sample", type.clipsByDefault);
    s.clipRange = valueOr(config, "clip_sample_range", 1.0);
    s.dynamicThreshold = type.thresholds && valueOr(config, "thresholding", false);
    s.thresholdRatio = valueOr(config, "dynamic_thresholding_ratio", 0.995);
    s.thresholdMax = valueOr(config, "sample_max_value", 1.0);
    s.varianceType = valueOr<std::string>(config, "variance_type", "fixed_small");
    const std::vector<std::string> known = {"fixed_small", "fixed_small_log", "fixed_large", "fixed_large_log", "learned", "learned_range"};
    if (std::find(known.begin(), known.end(), s.varianceType) == known.end())
        throw Error(ErrorCode::Unsupported, fmt::format("{}: variance_type '{}' is not one of {}", fileName, s.varianceType, fmt::join(known, ", ")));
    s.startScale = type.isOnSigmas && imported.spacing != GridSpacing::Leading ? 0 : 1;
    if (type.kind == SamplerKind::Ddim) {
        s.rederiveEps = false;
        s.ddimTable = imported.trainSteps;
        if (!valueOr(config, "set_alpha_to_one", type.setsAlphaToOne)) {
            const double a = imported.schedule.alpha(1.0 / imported.trainSteps);
            s.finalAlpha = a * a;
        }
    }
    return s;
}

ImportedScheduler importConsistency(const Json& config, const std::string& fileName)
{
    ImportedScheduler out;
    out.trainSteps = valueOr(config, "num_train_timesteps", 40);
    const double low = valueOr(config, "sigma_min", 0.002), high = valueOr(config, "sigma_max", 80.0), data = valueOr(config, "sigma_data", 0.5), rho = valueOr(config, "rho", 7.0);
    if (out.trainSteps < 2 || !(low > 0 && low < high && data > 0 && rho > 0))
        throw Error(ErrorCode::BadFile, fmt::format("{}: num_train_timesteps {}, sigma_min {}, sigma_max {}, sigma_data {}, rho {} make no noise levels", fileName, out.trainSteps,
                                                    low, high, data, rho));
    if (const double noise = valueOr(config, "s_noise", 1.0); noise != 1)
        throw Error(ErrorCode::Unsupported, fmt::format("{}: s_noise {} is not supported; 1 is", fileName, noise));
    out.schedule = NoiseSchedule::consistency(low, high, data, rho);
    out.parametrisation = Parametrisation::Edm;
    out.spacing = GridSpacing::Consistency;
    out.sampler.kind = SamplerKind::Consistency;
    out.sampler.clipX0 = valueOr(config, "clip_denoised", true);
    return out;
}

/// Song et al. 2021: NCSN++ and its like, variance exploding. diffusers samples them with the predictor and corrector of the paper, thousands of calls; the levels, times and the score are the
/// same here.
ImportedScheduler importScoreSde(const Json& config, const std::string& fileName)
{
    ImportedScheduler out;
    out.trainSteps = valueOr(config, "num_train_timesteps", 2000);
    const double low = valueOr(config, "sigma_min", 0.01), high = valueOr(config, "sigma_max", 1348.0);
    if (out.trainSteps < 2 || !(low > 0 && low < high && std::isfinite(high)))
        throw Error(ErrorCode::BadFile, fmt::format("{}: num_train_timesteps {}, sigma_min {}, sigma_max {} make no noise levels", fileName, out.trainSteps, low, high));
    out.schedule = NoiseSchedule::scoreSde(2 * low, 2 * high);  // there images lie in [0, 1]
    out.parametrisation = Parametrisation::Score;
    out.spacing = GridSpacing::Karras;
    out.sampler.kind = SamplerKind::Heun;
    out.note = RunWarning{
        "score-sampler",
        0,
        {},
        "ScoreSdeVeScheduler of diffusers is a predictor with corrector of 2 or more calls for each of some 2000 steps: here its noise levels are kept and the steps are those "
        "of 'heun' at the levels of Karras et al."};
    return out;
}

}  // namespace

ImportedScheduler importScheduler(const Json& config, const std::string& fileName)
{
    if (valueOr<std::string>(config, "_class_name", "") == "CMStochasticIterativeScheduler")
        return importConsistency(config, fileName);
    if (valueOr<std::string>(config, "_class_name", "") == "ScoreSdeVeScheduler")
        return importScoreSde(config, fileName);
    const SchedulerClass& type = classOf(config, fileName);
    refuseUnknownSampling(config, type, fileName);
    ImportedScheduler out;
    out.trainSteps = valueOr(config, "num_train_timesteps", 1000);
    if (out.trainSteps < 2 || out.trainSteps > 1'000'000)
        throw Error(ErrorCode::BadFile, fmt::format("{}: num_train_timesteps is {}; it must be between 2 and 1000000", fileName, out.trainSteps));
    const bool isRescaled = valueOr(config, "rescale_betas_zero_snr", false), keepsSignal = type.isOnSigmas || (type.kind != SamplerKind::Ddpm && type.kind != SamplerKind::Ddim);
    // Euler and DPM-Solver of diffusers put 2^-24 in place of the last alpha-bar after rescaling; DDPM and DDIM keep the zero.
    out.schedule = NoiseSchedule::fromBetas(betasOf(config, type, out.trainSteps, fileName), isRescaled, isRescaled && keepsSignal ? std::exp2(-24) : 0);
    out.parametrisation = predictionOf(config, fileName);
    out.spacing = spacingOf(config, type, fileName);
    out.stepsOffset = valueOr(config, "steps_offset", 0);
    out.sampler = samplerOf(config, type, out, fileName);
    if (type.isNearest)
        out.note = RunWarning{"nearest-sampler",
                              0,
                              {{"scheduler", std::string(type.name)}, {"sampler", std::string(samplerName(out.sampler.kind))}},
                              fmt::format("{} of diffusers has no counterpart here: its noise levels, prediction and spacing are kept, the steps are those of '{}'.", type.name,
                                          samplerName(out.sampler.kind))};
    return out;
}

Json exportScheduler(const NoiseSchedule& schedule, Parametrisation parametrisation, const SamplerOptions& sampler)
{
    const std::map<Parametrisation, std::string> names = {{Parametrisation::Eps, "epsilon"}, {Parametrisation::X0, "sample"}, {Parametrisation::V, "v_prediction"}};
    if (!names.count(parametrisation))
        throw Error(ErrorCode::Unsupported,
                    fmt::format("a model that predicts '{}' has no diffusers scheduler of the DDIM family; eps, x0 and v can be exported", parametrisationName(parametrisation)));
    return {{"_class_name", "DDIMScheduler"},
            {"_diffusers_version", "0.35.0"},
            {"num_train_timesteps", schedule.steps()},
            {"trained_betas", schedule.betas(schedule.steps())},
            {"prediction_type", names.at(parametrisation)},
            {"timestep_spacing", "trailing"},
            {"set_alpha_to_one", sampler.finalAlpha >= 1},
            {"steps_offset", 0},
            {"clip_sample", sampler.clipX0},
            {"clip_sample_range", sampler.clipRange},
            {"thresholding", sampler.dynamicThreshold},
            {"dynamic_thresholding_ratio", sampler.thresholdRatio},
            {"sample_max_value", sampler.thresholdMax},
            {"rescale_betas_zero_snr", false}};
}

}  // namespace potstill
