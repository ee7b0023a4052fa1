#include "engine/nn/ema.h"

#include <ATen/ops/_foreach_lerp.h>

#include <cmath>

namespace potstill {

Ema::Ema(std::vector<torch::Tensor> parameters, double halfLifeImages, double rampUpRatio)
    : m_parameters(std::move(parameters)), m_halfLifeImages(halfLifeImages), m_rampUpRatio(rampUpRatio)
{
    torch::NoGradGuard noGrad;
    for (const torch::Tensor& p : m_parameters)
        m_averages.push_back(p.detach().clone());
}

void Ema::update(std::int64_t batch, std::int64_t imagesSeen)
{
    torch::NoGradGuard noGrad;
    double halfLife = m_halfLifeImages;
    if (m_rampUpRatio > 0)
        halfLife = std::min(halfLife, m_rampUpRatio * static_cast<double>(imagesSeen));
    const double keep = halfLife > 0 ? std::pow(0.5, static_cast<double>(batch) / halfLife) : 0;
    std::vector<torch::Tensor> current;
    for (const torch::Tensor& p : m_parameters)
        current.push_back(p.detach());
    at::_foreach_lerp_(m_averages, current, 1 - keep);
}

}  // namespace potstill
