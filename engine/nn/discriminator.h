#pragma once

#include "engine/nn/unet.h"

#include <torch/nn/module.h>

#include <memory>
#include <vector>

namespace potstill {

/// One small convolutional head per encoder resolution of a frozen U-Net and its middle (Imagine Flash, arXiv 2405.05224, section 3.4: heads on
/// the frozen teacher's own encoder). Each head: 1x1 convolution, group norm, SiLU, 3x3 convolution of stride 2 (1 where the map is less than 4 wide),
/// group norm, SiLU, 1x1 convolution to one logit map; a class-conditional model adds the inner product with a class embedding (projection discriminator).
class EncoderDiscriminator : public torch::nn::Module {
public:
    /// Freezes `encoder` (no gradients for its weights, evaluation mode) and does not register it: it is not saved with the heads, nor moved with them.
    /// width = channels inside a head.
    EncoderDiscriminator(std::shared_ptr<UNet> encoder, std::int64_t width);
    ~EncoderDiscriminator() override;

    /// x [N, C, H, W] already noised to the level of `time` (network time, [N]) and scaled as the network takes it (NetworkDenoiser::input). Returns all logits of all levels, flattened: [N, L].
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& classes = {});
    /// All weights of the heads from this generator; the encoder keeps its own.
    void init(Rng rng);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace potstill
