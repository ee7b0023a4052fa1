#pragma once

#include "engine/distill/method.h"

namespace potstill {

/// How a teacher is trained.
struct DiffusionOptions {
    Parametrisation parametrisation = Parametrisation::V;
    std::string schedule = "cosine";    ///< cosine | linear | linear-zsnr | flow | edm
    double labelDropout = 0.1;          ///< share of labels replaced by "no class" (for guidance)
    std::string weighting = "uniform";  ///< uniform | min-snr
    double minSnrGamma = 5;
    static const FieldTable<DiffusionOptions>& table();
    NoiseSchedule makeSchedule() const;
    Issues validate() const;
    bool operator==(const DiffusionOptions&) const = default;
};
/// The teacher's own training: mean squared error of the network's target at a random time (EDM: its own noise distribution and weight).
std::unique_ptr<Method> makeDiffusionTraining(const DiffusionOptions& options, std::shared_ptr<UNet> network, std::int64_t noClass /* -1 = none */);

}  // namespace potstill
