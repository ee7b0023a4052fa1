#include "engine/nn/discriminatorhead.h"

#include <algorithm>
#include <cmath>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::int64_t kSmallestHalved = 4;  // a narrower map keeps its size: a norm over a single pixel knows nothing of the image

/// At most 8, of at least 4 channels each.
std::int64_t groups(std::int64_t width)
{
    for (std::int64_t n = 8; n > 1; --n)
        if (width % n == 0 && width / n >= 4)
            return n;
    return 1;
}

}  // namespace

DiscriminatorHead::DiscriminatorHead(std::int64_t in, std::int64_t width, std::int64_t classes, WeightNorm norm)
{
    m_in = register_module("conv_in", std::make_shared<Conv>(in, width, 1));
    m_norm1 = register_module("norm1", std::make_shared<GroupNorm>(groups(width), width, 1e-5));
    m_halving = register_module("conv_mid", std::make_shared<Conv>(width, width, 3, 2, 1));
    m_norm2 = register_module("norm2", std::make_shared<GroupNorm>(groups(width), width, 1e-5));
    m_out = register_module("conv_out", std::make_shared<Conv>(width, 1, 1));
    if (classes > 0)
        m_classes = register_module("class_embedding", std::make_shared<Embedding>(classes, width));
    if (norm == WeightNorm::Spectral)
        for (const auto& conv : {m_in, m_halving, m_out})
            conv->addSpectralNorm();
}

Tensor DiscriminatorHead::forward(const Tensor& features, const Tensor& classes) const
{
    Tensor h = m_norm1->activated(m_in->forward(features));
    const bool halves = std::min(h.size(2), h.size(3)) >= kSmallestHalved;
    h = m_norm2->activated(m_halving->forward(h, halves ? 2 : 1));
    Tensor logits = m_out->forward(h);   // [N, 1, H/2, W/2], or [N, 1, H, W] of a small map
    if (m_classes && classes.defined())  // projection discriminator
        logits = logits + (h * m_classes->forward(classes).unsqueeze(-1).unsqueeze(-1)).sum(1, true) / std::sqrt(static_cast<double>(h.size(1)));
    return logits.flatten(1);
}

}  // namespace potstill
