#pragma once

#include "engine/distill/method.h"

namespace potstill {

/// How a teacher is trained.
struct DiffusionOptions {
    Parametrisation parametrisation = Parametrisation::V;
    /// cosine (Nichol and Dhariwal 2021, without their offset) | linear (Ho et al. 2020) | linear-zsnr (Lin et al. 2024) | flow (Liu et al. 2023) | edm (Karras et al. 2022)
    std::string schedule = "cosine";
    double labelDropout = 0.1;          ///< share of labels, in [0, 1], replaced by "no class" (for guidance; Ho and Salimans 2022)
    std::string weighting = "uniform";  ///< uniform | min-snr
    double minSnrGamma = 5;             ///< the weight is capped as if the signal-to-noise ratio were this (Hang et al. 2023, arXiv 2303.09556)
    static const FieldTable<DiffusionOptions>& table();
    NoiseSchedule makeSchedule() const;
    /// Rules between the fields: EDM predicts on its own schedule, eps needs some signal at t = 1 ...
    Issues validate() const;
    bool operator==(const DiffusionOptions&) const = default;
};
/// The teacher's own training: mean squared error of the network's target at a random time (EDM: its own noise distribution and weight).
std::unique_ptr<Method> makeDiffusionTraining(const DiffusionOptions& options, std::shared_ptr<UNet> network, std::int64_t noClass /* -1 = none */);

}  // namespace potstill
