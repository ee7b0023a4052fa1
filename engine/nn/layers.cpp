#include "engine/nn/layers.h"

#include "engine/core/error.h"

#include <ATen/ops/conv2d.h>
#include <ATen/ops/conv_transpose2d.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/group_norm.h>
#include <ATen/ops/linear.h>
#include <fmt/format.h>

namespace potstill {

using torch::Tensor;

Conv::Conv(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding) : m_stride(stride), m_padding(padding)
{
    m_weight = register_parameter("weight", torch::empty({out, in, kernel, kernel}));
    m_bias = register_parameter("bias", torch::empty({out}));
}

Tensor Conv::forward(const Tensor& x, std::int64_t stride) const { return at::conv2d(x, m_spectralNorm ? m_spectralNorm->normalised() : m_weight, m_bias, stride, m_padding); }

void Conv::addSpectralNorm() { m_spectralNorm = register_module("spectral_norm", std::make_shared<SpectralNorm>(m_weight)); }

Linear::Linear(std::int64_t in, std::int64_t out)
{
    m_weight = register_parameter("weight", torch::empty({out, in}));
    m_bias = register_parameter("bias", torch::empty({out}));
}

Tensor Linear::forward(const Tensor& x) const { return at::linear(x, m_weight, m_bias); }

GroupNorm::GroupNorm(std::int64_t groups, std::int64_t channels, double eps, const std::string& field) : m_groups(groups), m_eps(eps)
{
    if (groups < 1 || channels % groups != 0)
        throw Error(ErrorCode::BadOption, fmt::format("{}: {} groups do not divide {} channels", field, groups, channels));
    m_weight = register_parameter("weight", torch::empty({channels}));
    m_bias = register_parameter("bias", torch::empty({channels}));
}

Tensor GroupNorm::forward(const Tensor& x) const { return at::group_norm(x, m_groups, m_weight, m_bias, m_eps); }

Tensor GroupNorm::activated(const Tensor& x) const
{
    Tensor normed = forward(x);
    return torch::GradMode::is_enabled() ? torch::silu(normed) : torch::silu_(normed);
}

Embedding::Embedding(std::int64_t rows, std::int64_t size) { m_weight = register_parameter("weight", torch::empty({rows, size})); }

Tensor Embedding::forward(const Tensor& rows) const { return at::embedding(m_weight, rows); }

Tensor added(Tensor a, const Tensor& b)
{
    if (torch::GradMode::is_enabled() || a.scalar_type() != b.scalar_type())
        return a + b;
    return a.add_(b);
}

namespace {

/// The outer product of [1, 3, 3, 1] with itself, of sum `gain`, once per channel. [C, 1, 4, 4]
Tensor firKernel(const Tensor& x, double gain)
{
    const Tensor line = torch::tensor({1.0, 3.0, 3.0, 1.0}, x.options().requires_grad(false)) / 8;
    return (line.unsqueeze(1) * line.unsqueeze(0) * gain).expand({x.size(1), 1, 4, 4});
}

}  // namespace

Tensor resampled(const Tensor& x, Resampling kind)
{
    switch (kind) {
    case Resampling::Average: return torch::avg_pool2d(x, 2, 2);
    case Resampling::Nearest: return torch::upsample_nearest2d(x, {x.size(2) * 2, x.size(3) * 2});
    case Resampling::FirDown: return at::conv2d(x, firKernel(x, 1), {}, 2, 1, 1, x.size(1));
    case Resampling::FirUp: return at::conv_transpose2d(x, firKernel(x, 4), {}, 2, 1, 0, x.size(1));
    case Resampling::None: break;
    }
    return x;
}

}  // namespace potstill
