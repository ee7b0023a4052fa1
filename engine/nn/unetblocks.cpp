#include "engine/nn/unetblocks.h"

#include <ATen/ops/scaled_dot_product_attention.h>
#include <fmt/format.h>
#include <torch/nn/functional/dropout.h>

#include <cmath>

namespace potstill {

using torch::Tensor;
namespace nn = torch::nn;

namespace {

nn::Conv2d conv(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride = 1, std::int64_t padding = 0)
{
    return nn::Conv2d(nn::Conv2dOptions(in, out, kernel).stride(stride).padding(padding));
}

nn::GroupNorm groupNorm(std::int64_t groups, std::int64_t channels, double eps)
{
    if (groups <= 0 || channels % groups != 0)
        throw Error(ErrorCode::BadOption, fmt::format("norm_num_groups: {} groups do not divide {} channels", groups, channels));
    return nn::GroupNorm(nn::GroupNormOptions(groups, channels).eps(eps));
}

/// SiLU; in place where nothing needs the old value.
Tensor activated(const Tensor& x)
{
    return torch::GradMode::is_enabled() ? torch::silu(x) : torch::silu_(const_cast<Tensor&>(x));
}

Tensor resampled(const Tensor& x, ResnetOptions::Resample kind)
{
    switch (kind) {
    case ResnetOptions::Resample::Down: return torch::avg_pool2d(x, 2, 2);
    case ResnetOptions::Resample::Up: return torch::upsample_nearest2d(x, {x.size(2) * 2, x.size(3) * 2});
    case ResnetOptions::Resample::None: break;
    }
    return x;
}

ResnetOptions resnetOptions(std::int64_t in, std::int64_t out, std::int64_t temb, const UNetConfig& c)
{
    ResnetOptions o;
    o.in = in;
    o.out = out;
    o.temb = temb;
    o.groups = c.normNumGroups;
    o.eps = c.normEps;
    o.dropout = c.dropout;
    o.scaleShift = c.resnetTimeScaleShift == "scale_shift";
    return o;
}

std::int64_t headDim(const UNetConfig& c, std::int64_t channels) { return c.attentionHeadDim.value_or(channels); }

template <class Block>
void registerAll(nn::Module& parent, const std::string& name, const std::vector<std::shared_ptr<Block>>& blocks)
{
    nn::ModuleList list;
    for (const auto& block : blocks)
        list->push_back(block);
    parent.register_module(name, list);
}

template <class Block>
void registerOne(nn::Module& parent, const std::string& name, const std::shared_ptr<Block>& block)
{
    registerAll<Block>(parent, name, {block});
}

}  // namespace

ResnetBlock::ResnetBlock(const ResnetOptions& options) : m_options(options)
{
    m_norm1 = register_module("norm1", groupNorm(options.groups, options.in, options.eps));
    m_conv1 = register_module("conv1", conv(options.in, options.out, 3, 1, 1));
    m_timeProjection = register_module("time_emb_proj", nn::Linear(options.temb, options.scaleShift ? 2 * options.out : options.out));
    m_norm2 = register_module("norm2", groupNorm(options.groups, options.out, options.eps));
    m_conv2 = register_module("conv2", conv(options.out, options.out, 3, 1, 1));
    if (options.in != options.out)
        m_shortcut = register_module("conv_shortcut", conv(options.in, options.out, 1));
}

Tensor ResnetBlock::forward(const Tensor& x, const Tensor& activatedTemb)
{
    Tensor h = m_conv1(resampled(activated(m_norm1(x)), m_options.resample));
    const Tensor time = m_timeProjection(activatedTemb).unsqueeze(-1).unsqueeze(-1);  // [N, C, 1, 1]
    if (m_options.scaleShift) {
        const auto parts = time.chunk(2, 1);
        h = m_norm2(h) * (1 + parts[0]) + parts[1];
    } else {
        h = m_norm2(torch::GradMode::is_enabled() ? h + time : h.add_(time));
    }
    h = activated(h);
    if (m_options.dropout > 0 && is_training())
        h = nn::functional::dropout(h, nn::functional::DropoutFuncOptions().p(m_options.dropout));
    h = m_conv2(h);
    const Tensor input = resampled(x, m_options.resample);
    const Tensor sum = (m_shortcut.is_empty() ? input : m_shortcut(input)) + h;
    return m_options.outputScale == 1 ? sum : sum / m_options.outputScale;
}

AttentionBlock::AttentionBlock(std::int64_t channels, std::int64_t headDim, std::int64_t groups, double eps, double outputScale)
    : m_heads(channels / headDim), m_outputScale(outputScale)
{
    if (m_heads < 1 || channels % headDim != 0)
        throw Error(ErrorCode::BadOption, fmt::format("attention_head_dim: heads of {} channels do not divide a level of {} channels", headDim, channels));
    if (groups > 0)
        m_norm = register_module("group_norm", groupNorm(groups, channels, eps));
    m_q = register_module("to_q", nn::Linear(channels, channels));
    m_k = register_module("to_k", nn::Linear(channels, channels));
    m_v = register_module("to_v", nn::Linear(channels, channels));
    m_out = nn::Linear(channels, channels);
    nn::ModuleList out;
    out->push_back(m_out);
    register_module("to_out", out);
}

Tensor AttentionBlock::forward(const Tensor& x)
{
    const std::int64_t n = x.size(0), c = x.size(1), h = x.size(2), w = x.size(3);
    const Tensor rows = (m_norm.is_empty() ? x : m_norm(x)).reshape({n, c, h * w}).transpose(1, 2);  // [N, HW, C]
    const auto heads = [&](const Tensor& t) { return t.view({n, h * w, m_heads, c / m_heads}).transpose(1, 2); };
    const Tensor mixed = at::scaled_dot_product_attention(heads(m_q(rows)), heads(m_k(rows)), heads(m_v(rows)));
    const Tensor out = m_out(mixed.transpose(1, 2).reshape({n, h * w, c})).transpose(1, 2).reshape({n, c, h, w});
    const Tensor sum = out + x;
    return m_outputScale == 1 ? sum : sum / m_outputScale;
}

Downsample::Downsample(std::int64_t channels, std::int64_t padding) : m_padding(padding)
{
    m_conv = register_module("conv", conv(channels, channels, 3, 2, padding));
}

Tensor Downsample::forward(const Tensor& x)
{
    return m_conv(m_padding == 0 ? torch::constant_pad_nd(x, {0, 1, 0, 1}) : x);
}

Upsample::Upsample(std::int64_t channels)
{
    m_conv = register_module("conv", conv(channels, channels, 3, 1, 1));
}

Tensor Upsample::forward(const Tensor& x)
{
    return m_conv(resampled(x, ResnetOptions::Resample::Up));
}

DownLevel::DownLevel(const LevelOptions& level, const UNetConfig& config)
{
    const bool attends = level.type == "AttnDownBlock2D";
    if (!attends && level.type != "DownBlock2D" && level.type != "ResnetDownsampleBlock2D")
        throw Error(ErrorCode::Unsupported, fmt::format("down_block_types: '{}' is not a block that this program can build", level.type));
    for (std::int64_t i = 0; i < level.layers; ++i) {
        m_resnets.push_back(std::make_shared<ResnetBlock>(resnetOptions(i == 0 ? level.in : level.out, level.out, level.temb, config)));
        if (attends)
            m_attentions.push_back(std::make_shared<AttentionBlock>(level.out, headDim(config, level.out), config.normNumGroups, config.normEps, 1.0));
    }
    if (attends)
        registerAll(*this, "attentions", m_attentions);
    registerAll(*this, "resnets", m_resnets);
    if (!level.resamples)
        return;
    if (level.type == "ResnetDownsampleBlock2D" || (attends && config.downsampleType == "resnet")) {
        ResnetOptions o = resnetOptions(level.out, level.out, level.temb, config);
        o.resample = ResnetOptions::Resample::Down;
        m_resnetDownsample = std::make_shared<ResnetBlock>(o);
        registerOne(*this, "downsamplers", m_resnetDownsample);
    } else {
        m_downsample = std::make_shared<Downsample>(level.out, config.downsamplePadding);
        registerOne(*this, "downsamplers", m_downsample);
    }
}

Tensor DownLevel::forward(Tensor x, const Tensor& temb, std::vector<Tensor>& skips, Tensor* beforeDownsampling)
{
    for (std::size_t i = 0; i < m_resnets.size(); ++i) {
        x = m_resnets[i]->forward(x, temb);
        if (!m_attentions.empty())
            x = m_attentions[i]->forward(x);
        skips.push_back(x);
    }
    if (beforeDownsampling)
        *beforeDownsampling = x;
    if (m_downsample)
        skips.push_back(x = m_downsample->forward(x));
    if (m_resnetDownsample)
        skips.push_back(x = m_resnetDownsample->forward(x, temb));
    return x;
}

UpLevel::UpLevel(const LevelOptions& level, const UNetConfig& config)
{
    const bool attends = level.type == "AttnUpBlock2D";
    if (!attends && level.type != "UpBlock2D" && level.type != "ResnetUpsampleBlock2D")
        throw Error(ErrorCode::Unsupported, fmt::format("up_block_types: '{}' is not a block that this program can build", level.type));
    for (std::int64_t i = 0; i < level.layers; ++i) {
        const std::int64_t skip = i + 1 == level.layers ? level.in : level.out;
        const std::int64_t below = i == 0 ? level.previous : level.out;
        m_resnets.push_back(std::make_shared<ResnetBlock>(resnetOptions(below + skip, level.out, level.temb, config)));
        if (attends)
            m_attentions.push_back(std::make_shared<AttentionBlock>(level.out, headDim(config, level.out), config.normNumGroups, config.normEps, 1.0));
    }
    if (attends)
        registerAll(*this, "attentions", m_attentions);
    registerAll(*this, "resnets", m_resnets);
    if (!level.resamples)
        return;
    if (level.type == "ResnetUpsampleBlock2D" || (attends && config.upsampleType == "resnet")) {
        ResnetOptions o = resnetOptions(level.out, level.out, level.temb, config);
        o.resample = ResnetOptions::Resample::Up;
        m_resnetUpsample = std::make_shared<ResnetBlock>(o);
        registerOne(*this, "upsamplers", m_resnetUpsample);
    } else {
        m_upsample = std::make_shared<Upsample>(level.out);
        registerOne(*this, "upsamplers", m_upsample);
    }
}

Tensor UpLevel::forward(Tensor x, const Tensor& temb, std::vector<Tensor>& skips)
{
    for (std::size_t i = 0; i < m_resnets.size(); ++i) {
        x = m_resnets[i]->forward(torch::cat({x, skips.back()}, 1), temb);
        skips.pop_back();
        if (!m_attentions.empty())
            x = m_attentions[i]->forward(x);
    }
    if (m_upsample)
        x = m_upsample->forward(x);
    if (m_resnetUpsample)
        x = m_resnetUpsample->forward(x, temb);
    return x;
}

MiddleBlock::MiddleBlock(std::int64_t channels, std::int64_t temb, const UNetConfig& config)
{
    ResnetOptions o = resnetOptions(channels, channels, temb, config);
    o.outputScale = config.midBlockScaleFactor;
    m_resnets = {std::make_shared<ResnetBlock>(o), std::make_shared<ResnetBlock>(o)};
    if (config.addAttention) {
        // Without a number of its own the attention's norm follows the residual blocks, except under scale_shift, where there is none.
        const std::int64_t groups = config.attnNormNumGroups.value_or(o.scaleShift ? 0 : config.normNumGroups);
        m_attention = std::make_shared<AttentionBlock>(channels, headDim(config, channels), groups, config.normEps, config.midBlockScaleFactor);
        registerOne(*this, "attentions", m_attention);
    }
    registerAll(*this, "resnets", m_resnets);
}

Tensor MiddleBlock::forward(Tensor x, const Tensor& temb)
{
    x = m_resnets[0]->forward(x, temb);
    if (m_attention)
        x = m_attention->forward(x);
    return m_resnets[1]->forward(x, temb);
}

}  // namespace potstill
