#pragma once

#include "engine/diffusion/sampler.h"
#include "engine/distill/method.h"
#include "engine/model/model.h"
#include "engine/nn/discriminator.h"

namespace potstill {

enum class Renoise { Own, Fresh };

/// How far the student's image is from the teacher's, of one image: the squared error's mean over its values, or the pseudo-Huber distance sqrt(mean + c^2) - c
/// (Song and Dhariwal 2023, arXiv 2310.14189, section 3.3), whose gradient does not shrink with the error.
enum class Reconstruction { Squared, PseudoHuber };

/// Settings of Imagine Flash (arXiv 2405.05224). What the paper leaves open is a setting here, never a hidden constant (methods.md section 1).
struct ImagineFlashOptions {
    int steps = 3;                     ///< N: calls of the student on its full grid; fewer steps are prefixes
    std::vector<double> grid;          ///< tau_1 = 1 > ... > tau_N; empty = evenly spaced 1, (N-1)/N, ..., 1/N
    bool backwardDistillation = true;  ///< key "bd"
    bool srl = true;                   ///< shifted reconstruction loss
    bool adversarial = true;
    Renoise renoise = Renoise::Own;
    double gammaMin = 0.0, gammaMax = 0.8, gammaExponent = 1.0;  ///< gamma(t) = gammaMin + (gammaMax - gammaMin) t^exponent
    bool gammaIdentity = false;                                  ///< gamma(t) = t
    int teacherSteps = 8;                                        ///< k
    SamplerKind teacherSolver = SamplerKind::Dpm2M;              ///< Ddim | Dpm2M
    Reconstruction reconstruction = Reconstruction::Squared;
    double teacherGuidance = 0;  ///< > 0: the teacher is guided at this scale and the guidance is baked into the student
    double adversarialWeight = 0.05;
    double adversarialTimeMin = 0.02, adversarialTimeMax = 0.4;  ///< noise range of the discriminator's inputs
    double discriminatorLrFactor = 1;
    int discriminatorWidth = 64;
    bool discriminatorSpectralNorm = false;
    FeatureMixing::Kind discriminatorMixing = FeatureMixing::Kind::None;
    bool clipX0 = false;          ///< the student's images are kept within [-1, 1] wherever it or the teacher goes on from them; stored with the student
    bool noiseCorrection = true;  ///< inference only; stored with the student
    static const FieldTable<ImagineFlashOptions>& table();
    double gamma(double t) const;
    TimeGrid timeGrid() const;
    /// Whether real images take part: as the discriminator's, or noised as the student's input.
    bool usesImages() const { return adversarial || !backwardDistillation; }
    Issues validate() const;
    DiscriminatorOptions discriminator() const;
    bool operator==(const ImagineFlashOptions&) const = default;
};

/// Makes the method. `student` starts from the teacher's weights (the caller copies them). With backward distillation no tensor that derives from the data reaches the student's input.
std::unique_ptr<Method> makeImagineFlash(const ImagineFlashOptions& options, const Model& teacher, std::shared_ptr<UNet> student, Rng init);

}  // namespace potstill
