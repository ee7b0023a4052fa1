#pragma once

#include "engine/tensor/rng.h"

#include <torch/nn/module.h>

#include <cstdint>
#include <vector>

namespace potstill {

/// Frozen random mixing of the features that a discriminator sees, so that it cannot settle on a few of their channels (Sauer et al. 2021, arXiv 2111.01007, section 3.2).
/// Channels: a random 1x1 convolution for each level. Scales: then from the coarsest level up each level adds a random 3x3 convolution of the one below it, brought to its
/// size. Nothing is trained: the weights are the buffers "channels_I" and "scales_I", which a checkpoint has to hold.
class FeatureMixing final : public torch::nn::Module {
public:
    enum class Kind { None, Channels, Scales };
    /// channels: those of each level, from the finest to the coarsest. kind: Channels | Scales. Uninitialised until init() or a load.
    FeatureMixing(const std::vector<std::int64_t>& channels, Kind kind);
    void init(Rng rng);
    /// One tensor [N, C_i, H_i, W_i] for each level, from the finest to the coarsest; returns the same shapes. Gradients flow to the features.
    std::vector<torch::Tensor> forward(const std::vector<torch::Tensor>& features) const;

private:
    std::vector<torch::Tensor> m_channels;  // of level i: [C_i, C_i, 1, 1]
    std::vector<torch::Tensor> m_scales;    // from level i + 1 to level i: [C_i, C_(i+1), 3, 3]
};

}  // namespace potstill
