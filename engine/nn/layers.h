#pragma once

#include "engine/nn/spectralnorm.h"

#include <torch/nn/module.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

// Layers whose tensors are left uninitialised until init() or a load fills them: LibTorch's own draw from the global generator when they are made,
// which costs seconds for a large network and is no generator of ours.

/// Square kernel with bias, zeros beyond the border. x [N, in, H, W] -> [N, out, H', W'], H' = (H + 2 padding - kernel) / stride + 1.
class Conv final : public torch::nn::Module {
public:
    Conv(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride = 1, std::int64_t padding = 0);
    torch::Tensor forward(const torch::Tensor& x) const { return forward(x, m_stride); }
    torch::Tensor forward(const torch::Tensor& x, std::int64_t stride) const;
    /// From here on the weight is divided by its largest singular value; registers "spectral_norm".
    void addSpectralNorm();

private:
    torch::Tensor m_weight, m_bias;
    std::int64_t m_stride, m_padding;
    std::shared_ptr<SpectralNorm> m_spectralNorm;
};

/// x [..., in] -> [..., out], with bias.
class Linear final : public torch::nn::Module {
public:
    Linear(std::int64_t in, std::int64_t out);
    torch::Tensor forward(const torch::Tensor& x) const;

private:
    torch::Tensor m_weight, m_bias;
};

/// Wu and He 2018 (arXiv 1803.08494), with a scale and a shift for each channel. x [N, C, ...] of the same shape out.
class GroupNorm final : public torch::nn::Module {
public:
    /// Throws Error(BadOption) starting with `field` when the groups do not divide the channels.
    GroupNorm(std::int64_t groups, std::int64_t channels, double eps, const std::string& field = "norm_num_groups");
    torch::Tensor forward(const torch::Tensor& x) const;
    /// SiLU of the norm: in place where no gradient needs the value before it.
    torch::Tensor activated(const torch::Tensor& x) const;

private:
    torch::Tensor m_weight, m_bias;
    std::int64_t m_groups;
    double m_eps;
};

/// A table of learned rows.
class Embedding final : public torch::nn::Module {
public:
    Embedding(std::int64_t rows, std::int64_t size);
    /// rows int64 [N] -> [N, size]
    torch::Tensor forward(const torch::Tensor& rows) const;

private:
    torch::Tensor m_weight;
};

/// a + b; into `a`, a fresh result, where no gradient needs it.
torch::Tensor added(torch::Tensor a, const torch::Tensor& b);

enum class Resampling { None, Average, Nearest, FirDown, FirUp };

/// x [N, C, H, W] with even H and W where it is halved. Halves or doubles height and width: average pool of 2, nearest, or the FIR [1, 3, 3, 1] of StyleGAN2 with zeros beyond the border.
torch::Tensor resampled(const torch::Tensor& x, Resampling kind);

/// Registers blocks as name.0, name.1, ...
template <class Block>
void registerList(torch::nn::Module& parent, const std::string& name, const std::vector<std::shared_ptr<Block>>& blocks)
{
    auto list = std::make_shared<torch::nn::Module>();
    for (std::size_t i = 0; i < blocks.size(); ++i)
        list->register_module(std::to_string(i), blocks[i]);
    parent.register_module(name, list);
}

}  // namespace potstill
