#pragma once

#include "engine/diffusion/denoiser.h"
#include "engine/diffusion/timegrid.h"

#include <functional>
#include <string>
#include <vector>

namespace potstill {

/// Ddpm: Ho et al. 2020. Ddim: Song et al. 2021 (arXiv 2010.02502). Euler, Heun: Karras et al. 2022 (arXiv 2206.00364). Dpm2M, Dpm3M: DPM-Solver++ (Lu et al. 2022, arXiv 2211.01095) as
/// diffusers has it; Dpm3MOrder3: with the factor that makes the third order one. Consistency: Song et al. 2023 (arXiv 2303.01469), algorithm 1.
enum class SamplerKind { Ddpm, Ddim, Euler, Heun, Dpm2M, Dpm3M, Dpm3MOrder3, Consistency };
/// "ddpm", "ddim", "euler", "heun", "dpmpp_2m", "dpmpp_3m", "dpmpp_3m_o3", "consistency" (multistep sampling of consistency models).
std::string_view samplerName(SamplerKind kind);
SamplerKind samplerFromName(std::string_view name);  // throws Error(BadOption) with the list

struct SamplerOptions {
    SamplerKind kind = SamplerKind::Ddim;
    double eta = 0;       ///< DDIM: 0 deterministic ... 1 ancestral
    double churn = 0;     ///< Heun: EDM's S_churn
    bool clipX0 = false;  ///< clamps every x0 prediction to [-clipRange, clipRange]
    double clipRange = 1;
    bool dynamicThreshold = false;  ///< Imagen's dynamic thresholding; wins over clipX0
    double thresholdRatio = 0.995;
    double thresholdMax = 1;
    bool noiseCorrection = false;              ///< Imagine Flash section 3.3: at t = T use the true noise x_T/s(T) instead of the predicted one
    std::string varianceType = "fixed_small";  ///< DDPM: fixed_small | fixed_large ...
    double finalAlpha = 1;                     ///< DDIM: alpha-bar after the last step (set_alpha_to_one false = the first of the table)
    double startScale = 0;                     ///< x_T = startScale z; 0 = s(T) z. Pipelines of diffusers start at z itself
    bool rederiveEps = true;                   ///< DDIM: eps follows from the clipped x0; false = the network's own eps stays, as diffusers has it
    bool lowerOrderFinal = true;               ///< Dpm3M: below 15 steps the last but one is of order 2, as diffusers has it
    int ddimTable =
        0;  ///< imported DDIM: from timestep i of this table a step lands at i - table / steps, as diffusers has it, even where the next call is elsewhere; 0 = at the next time
};

/// What a sampler shows at each step.
struct SamplerStep {
    int index = 0;  ///< 0 ... steps-1
    int steps = 0;
    double t = 1;
    torch::Tensor xt;  // [N, C, H, W] at t
    torch::Tensor x0;  // the prediction made there
};
/// Returns false to stop sampling; the result is then the last x0 prediction.
using SamplerObserver = std::function<bool(const SamplerStep&)>;

/// One generator per sample, so that image k never depends on the batch it is in. `stepNoise(stage)` gives [N, C, H, W] fresh noise for stage >= 1.
using StepNoise = std::function<torch::Tensor(int stage)>;

/// Samples from x_T = startScale() * noise. Without gradients. Returns the clean images [N, C, H, W] (not clamped, unless the options say so).
/// Deterministic samplers do not call stepNoise.
torch::Tensor sample(Denoiser& denoiser, const torch::Tensor& noise, const Condition& condition, const TimeGrid& grid, const SamplerOptions& options,
                     const StepNoise& stepNoise = {}, const SamplerObserver& observer = {});

/// A prediction made at xt [N, C, H, W], t [N] with its x0 clipped or thresholded as `options` says; eps then follows from the limited x0, except where options keep the network's own
/// (DDIM, rederiveEps off). Unchanged where options limit nothing.
Prediction limitedPrediction(Prediction prediction, const torch::Tensor& xt, const torch::Tensor& t, const NoiseSchedule& schedule, const SamplerOptions& options);

/// Another denoiser whose predictions are limited so.
class LimitedDenoiser final : public Denoiser {
public:
    LimitedDenoiser(Denoiser& inner, const SamplerOptions& options) : m_inner(inner), m_options(options) {}
    Prediction predict(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition) override;
    const NoiseSchedule& schedule() const override { return m_inner.schedule(); }

private:
    Denoiser& m_inner;
    SamplerOptions m_options;
};

/// One deterministic DDIM step from t to s (s = 0: the clean image): a(s) x0 + s(s) eps.  Gradients flow.
torch::Tensor ddimStep(const Prediction& prediction, double s, const NoiseSchedule& schedule);

/// k steps of the teacher (Ddim, or Dpm2M for order 2 at the same number of calls) from x at times t [N] (one time per image) down to its clean prediction; times spaced evenly between
/// t and 0 (the shifted reconstruction target of Imagine Flash). Without gradients. onCall is asked before every network call and may throw to leave.
torch::Tensor solveToClean(Denoiser& teacher, const torch::Tensor& x, const torch::Tensor& t, const Condition& condition, int k, SamplerKind solver = SamplerKind::Ddim,
                           const std::function<void()>& onCall = {});

}  // namespace potstill
