#pragma once

#include "engine/diffusion/sampler.h"

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
};
/// Throws Error(Unsupported) naming the class or value.
ImportedScheduler importScheduler(const Json& config, const std::string& fileName);
/// DDIMScheduler config with trained_betas that samples the same images; for a student, timesteps on its grid.
Json exportScheduler(const NoiseSchedule& schedule, Parametrisation parametrisation, const SamplerOptions& sampler);

}  // namespace potstill
