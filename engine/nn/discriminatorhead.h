#pragma once

#include "engine/nn/layers.h"

namespace potstill {

/// Judges the feature maps of one level: 1x1 convolution, group norm, SiLU, 3x3 convolution of stride 2 (1 where the map is less than 4 wide), group norm, SiLU, 1x1 convolution to
/// one logit map. With classes it adds the inner product with a class embedding (projection discriminator, Miyato and Koyama 2018, arXiv 1802.05637).
class DiscriminatorHead final : public torch::nn::Module {
public:
    enum class WeightNorm { None, Spectral };  ///< of the three convolutions
    /// in = channels of the features, width = channels inside, classes = 0 for none.
    DiscriminatorHead(std::int64_t in, std::int64_t width, std::int64_t classes, WeightNorm norm);
    /// features [N, in, H, W], classes [N] or undefined. Returns the logits of the whole map, [N, L].
    torch::Tensor forward(const torch::Tensor& features, const torch::Tensor& classes) const;

private:
    std::shared_ptr<Conv> m_in, m_halving, m_out;
    std::shared_ptr<GroupNorm> m_norm1, m_norm2;
    std::shared_ptr<Embedding> m_classes;
};

}  // namespace potstill
