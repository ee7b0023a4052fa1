#pragma once

#include "engine/nn/layers.h"
#include "engine/nn/unet.h"

#include <memory>

namespace potstill {

// Blocks of diffusers' UNet2DModel, with its parameter names. Feature maps are [N, C, H, W].

/// What every residual block takes beside the features.
struct Conditioning {
    torch::Tensor temb;      ///< SiLU of the embedding of time and class, [N, E]
    Rng* dropout = nullptr;  ///< draws the dropout masks; null = none
};

struct ResnetOptions {
    std::int64_t in = 0, out = 0, temb = 0;
    std::int64_t groupsIn = 32, groupsOut = 32;
    double eps = 1e-5, dropout = 0, outputScale = 1;
    bool scaleShift = false;                   ///< the time embedding scales and shifts after norm2 instead of being added before it
    bool hasShortcut = false;                  ///< a 1x1 convolution on the residual branch even where the width stays
    Resampling resampling = Resampling::None;  ///< after norm1 and SiLU, on both branches
};

class ResnetBlock final : public torch::nn::Module {
public:
    explicit ResnetBlock(const ResnetOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Conditioning& conditioning) const;

private:
    ResnetOptions m_options;
    std::shared_ptr<GroupNorm> m_norm1, m_norm2;
    std::shared_ptr<Conv> m_conv1, m_conv2, m_shortcut;
    std::shared_ptr<Linear> m_timeProjection;
};

struct AttentionOptions {
    std::int64_t channels = 0, headDim = 0;
    std::int64_t groups = 32;  ///< 0 = no norm
    double eps = 1e-5, outputScale = 1;
    std::string groupsField = "norm_num_groups";
};

/// Self-attention over all pixels with a residual connection.
class AttentionBlock final : public torch::nn::Module {
public:
    explicit AttentionBlock(const AttentionOptions& options);
    torch::Tensor forward(const torch::Tensor& x) const;

private:
    AttentionOptions m_options;
    std::int64_t m_heads;
    std::shared_ptr<GroupNorm> m_norm;
    std::shared_ptr<Linear> m_q, m_k, m_v, m_out;
};

/// Strided convolution. padding 0 pads right and bottom by one first.
class Downsample final : public torch::nn::Module {
public:
    Downsample(std::int64_t channels, std::int64_t padding);
    torch::Tensor forward(const torch::Tensor& x) const;

private:
    bool m_padsItself;
    std::shared_ptr<Conv> m_conv;
};

/// Nearest 2x, then a convolution.
class Upsample final : public torch::nn::Module {
public:
    explicit Upsample(std::int64_t channels);
    torch::Tensor forward(const torch::Tensor& x) const;

private:
    std::shared_ptr<Conv> m_conv;
};

}  // namespace potstill
