#include "engine/nn/featuremixing.h"

#include <ATen/ops/conv2d.h>
#include <ATen/ops/upsample_bilinear2d.h>
#include <fmt/format.h>

#include <cmath>

namespace potstill {

using torch::Tensor;

FeatureMixing::FeatureMixing(const std::vector<std::int64_t>& channels, Kind kind)
{
    for (std::size_t i = 0; i < channels.size(); ++i)
        m_channels.push_back(register_buffer(fmt::format("channels_{}", i), torch::empty({channels[i], channels[i], 1, 1})));
    for (std::size_t i = 0; kind == Kind::Scales && i + 1 < channels.size(); ++i)
        m_scales.push_back(register_buffer(fmt::format("scales_{}", i), torch::empty({channels[i], channels[i + 1], 3, 3})));
}

void FeatureMixing::init(Rng rng)
{
    torch::NoGradGuard noGrad;
    for (auto& item : named_buffers()) {
        Tensor& weight = item.value();
        weight.copy_(rng.fork(item.key()).normal(weight.sizes()) / std::sqrt(static_cast<double>(weight.numel() / weight.size(0))));  // keeps the variance
    }
}

std::vector<Tensor> FeatureMixing::forward(const std::vector<Tensor>& features) const
{
    std::vector<Tensor> mixed;
    for (std::size_t i = 0; i < features.size(); ++i)
        mixed.push_back(at::conv2d(features[i], m_channels[i]));
    for (std::size_t i = m_scales.size(); i-- > 0;) {
        const Tensor below = at::upsample_bilinear2d(mixed[i + 1], mixed[i].sizes().slice(2), false);
        mixed[i] = mixed[i] + at::conv2d(below, m_scales[i], {}, 1, 1);
    }
    return mixed;
}

}  // namespace potstill
