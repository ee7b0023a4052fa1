#pragma once

#include "engine/core/runwarning.h"
#include "engine/diffusion/sampler.h"

#include <optional>

namespace potstill {

/// What a scheduler_config.json of diffusers says about noise schedule, parametrisation and sampling (diffusers.md). Honours prediction type, betas, zero-SNR rescaling, clipping,
/// thresholding, timestep spacing, steps offset, set_alpha_to_one and variance type. Missing keys take the class's defaults.
struct ImportedScheduler {
    NoiseSchedule schedule;
    Parametrisation parametrisation = Parametrisation::Eps;
    SamplerOptions sampler;
    GridSpacing spacing = GridSpacing::Leading;
    int trainSteps = 1000;
    int stepsOffset = 0;
    std::optional<RunWarning> note;  ///< what is sampled otherwise than diffusers does; none = nothing
};
/// DDPM, DDIM, Euler (ancestral too), Heun and DPM-Solver++ multistep sample the images that diffusers samples; consistency models too. Other schedulers of the same family (PNDM, LCM, LMS, UniPC,
/// DEIS, DPM-Solver singlestep, KDPM2) keep their levels, prediction and spacing and are sampled with the nearest sampler that there is here, as `note` says; so are score models (SDE-VE).
/// Throws Error(Unsupported) naming the class, or the key and value, for anything else.
ImportedScheduler importScheduler(const Json& config, const std::string& fileName);
/// DDIMScheduler config with trained_betas (as many as the schedule has steps) that samples the same images at a number of steps that divides them; for a student, timesteps on its grid.
/// Throws Error(Unsupported) for what the DDIM family cannot express: flow and EDM.
Json exportScheduler(const NoiseSchedule& schedule, Parametrisation parametrisation, const SamplerOptions& sampler);

}  // namespace potstill
