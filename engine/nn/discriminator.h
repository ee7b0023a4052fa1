#pragma once

#include "engine/nn/discriminatorhead.h"
#include "engine/nn/featuremixing.h"
#include "engine/nn/unet.h"

#include <torch/nn/module.h>

#include <memory>

namespace potstill {

/// What the heads of a discriminator are made of. The projected discriminator (Sauer et al. 2021, arXiv 2111.01007; GDD, arXiv 2405.20750) has spectral norm and mixes channels and scales.
/// Imagine Flash (arXiv 2405.05224) does not say what its heads have: the defaults are those that this program's figures were measured with.
struct DiscriminatorOptions {
    std::int64_t width = 64;  ///< channels inside a head, at least 1
    DiscriminatorHead::WeightNorm norm = DiscriminatorHead::WeightNorm::None;
    FeatureMixing::Kind mixing = FeatureMixing::Kind::None;
};

/// One small convolutional head per encoder resolution of a frozen U-Net and its middle (Imagine Flash, arXiv 2405.05224, section 3.4: heads on
/// the frozen teacher's own encoder), on features that are mixed before by choice.
class EncoderDiscriminator : public torch::nn::Module {
public:
    /// Freezes `encoder` (no gradients for its weights, evaluation mode) and does not register it: it is not saved with the heads, nor moved with them.
    EncoderDiscriminator(std::shared_ptr<UNet> encoder, const DiscriminatorOptions& options);
    ~EncoderDiscriminator() override;

    /// x [N, C, H, W] already noised to the level of `time` (network time, [N]) and scaled as the network takes it (NetworkDenoiser::input). Returns all logits of all levels, flattened: [N, L].
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& classes = {});
    /// All weights of heads and mixing from this generator; the encoder keeps its own.
    void init(Rng rng);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace potstill
