#pragma once

#include "engine/nn/unet.h"

#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>

#include <vector>

namespace potstill {

// Building blocks of diffusers' UNet2DModel, with its parameter names. Feature maps are [N, C, H, W], the time embedding is [N, E].

struct ResnetOptions {
    enum class Resample { None, Down, Up };
    std::int64_t in = 0, out = 0, temb = 0;
    std::int64_t groups = 32;
    double eps = 1e-5, dropout = 0, outputScale = 1;
    bool scaleShift = false;              ///< time embedding scales and shifts after norm2 instead of being added before it
    Resample resample = Resample::None;   ///< 2x resampling after norm1 and SiLU, on both branches (average pool, nearest)
};

class ResnetBlock final : public torch::nn::Module {
public:
    explicit ResnetBlock(const ResnetOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& activatedTemb);

private:
    ResnetOptions m_options;
    torch::nn::GroupNorm m_norm1{nullptr}, m_norm2{nullptr};
    torch::nn::Conv2d m_conv1{nullptr}, m_conv2{nullptr}, m_shortcut{nullptr};
    torch::nn::Linear m_timeProjection{nullptr};
};

/// Self-attention over all pixels with a residual connection. groups = 0: no norm.
class AttentionBlock final : public torch::nn::Module {
public:
    AttentionBlock(std::int64_t channels, std::int64_t headDim, std::int64_t groups, double eps, double outputScale);
    torch::Tensor forward(const torch::Tensor& x);

private:
    std::int64_t m_heads;
    double m_outputScale;
    torch::nn::GroupNorm m_norm{nullptr};
    torch::nn::Linear m_q{nullptr}, m_k{nullptr}, m_v{nullptr}, m_out{nullptr};
};

/// Strided convolution. padding 0 pads (0, 1, 0, 1) first.
class Downsample final : public torch::nn::Module {
public:
    Downsample(std::int64_t channels, std::int64_t padding);
    torch::Tensor forward(const torch::Tensor& x);

private:
    std::int64_t m_padding;
    torch::nn::Conv2d m_conv{nullptr};
};

/// Nearest 2x, then a convolution.
class Upsample final : public torch::nn::Module {
public:
    explicit Upsample(std::int64_t channels);
    torch::Tensor forward(const torch::Tensor& x);

private:
    torch::nn::Conv2d m_conv{nullptr};
};

/// What a level of the U-Net needs to be built.
struct LevelOptions {
    std::string type;
    std::int64_t in = 0, out = 0, previous = 0, temb = 0;   ///< previous: channels that come up from the level below (up path)
    std::int64_t layers = 2;
    bool resamples = true;                                  ///< false at the last level
};

class DownLevel final : public torch::nn::Module {
public:
    DownLevel(const LevelOptions& level, const UNetConfig& config);
    /// Appends every output that the up path takes. `beforeDownsampling` (may be null) gets the output of the last layer.
    torch::Tensor forward(torch::Tensor x, const torch::Tensor& activatedTemb, std::vector<torch::Tensor>& skips, torch::Tensor* beforeDownsampling = nullptr);

private:
    std::vector<std::shared_ptr<ResnetBlock>> m_resnets;
    std::vector<std::shared_ptr<AttentionBlock>> m_attentions;
    std::shared_ptr<Downsample> m_downsample;
    std::shared_ptr<ResnetBlock> m_resnetDownsample;
};

class UpLevel final : public torch::nn::Module {
public:
    UpLevel(const LevelOptions& level, const UNetConfig& config);
    /// Takes its skips from the back of the list.
    torch::Tensor forward(torch::Tensor x, const torch::Tensor& activatedTemb, std::vector<torch::Tensor>& skips);

private:
    std::vector<std::shared_ptr<ResnetBlock>> m_resnets;
    std::vector<std::shared_ptr<AttentionBlock>> m_attentions;
    std::shared_ptr<Upsample> m_upsample;
    std::shared_ptr<ResnetBlock> m_resnetUpsample;
};

class MiddleBlock final : public torch::nn::Module {
public:
    MiddleBlock(std::int64_t channels, std::int64_t temb, const UNetConfig& config);
    torch::Tensor forward(torch::Tensor x, const torch::Tensor& activatedTemb);

private:
    std::vector<std::shared_ptr<ResnetBlock>> m_resnets;
    std::shared_ptr<AttentionBlock> m_attention;
};

}  // namespace potstill
