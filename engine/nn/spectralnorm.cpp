#include "engine/nn/spectralnorm.h"

namespace potstill {

using torch::Tensor;

namespace {

constexpr int kFirstIterations = 15;
constexpr double kTiny = 1e-12;  // keeps a weight of zeros from a division by zero

Tensor unit(const Tensor& v) { return v / v.norm().clamp_min(kTiny); }

}  // namespace

SpectralNorm::SpectralNorm(Tensor weight) : m_weight(std::move(weight)) { m_u = register_buffer("u", torch::empty({m_weight.size(0)}, m_weight.options())); }

void SpectralNorm::init(Rng rng)
{
    torch::NoGradGuard noGrad;
    m_u.copy_(unit(rng.normal(m_u.sizes(), m_u.options())));
    for (int i = 0; i < kFirstIterations; ++i)
        iterate();
}

Tensor SpectralNorm::normalised()
{
    if (m_weight.requires_grad() && torch::GradMode::is_enabled())
        iterate();
    return m_weight / rightVector().norm().clamp_min(kTiny);
}

// Sums of products and not mv, which mixed precision would round to bfloat16. A copy of u, since the graph keeps it while later uses iterate on.
Tensor SpectralNorm::rightVector() const { return (m_weight.flatten(1) * m_u.clone().unsqueeze(1)).sum(0); }

void SpectralNorm::iterate()
{
    torch::NoGradGuard noGrad;
    const Tensor v = unit(rightVector());
    m_u.copy_(unit((m_weight.flatten(1) * v).sum(1)));
}

}  // namespace potstill
