#include "engine/nn/unetlevels.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::int64_t kImageChannels = 3;  // of the running image of skip blocks, whatever the data has
constexpr std::int64_t kSkipAttentionGroups = 32;

/// What a block's name says.
struct BlockKind {
    bool attends, isSkip, resamplesInResnet;
};

BlockKind kindOf(const std::string& type, const std::string& direction, const UNetConfig& config)
{
    const std::string resampling = direction == "Down" ? config.downsampleType : config.upsampleType;
    if (type == direction + "Block2D")
        return {false, false, false};
    if (type == "Attn" + direction + "Block2D")
        return {true, false, resampling == "resnet"};
    if (type == "Resnet" + direction + "sampleBlock2D")
        return {false, false, true};
    if (type == "Skip" + direction + "Block2D")
        return {false, true, false};
    if (type == "AttnSkip" + direction + "Block2D")
        return {true, true, false};
    throw Error(ErrorCode::Unsupported, fmt::format("{0}_block_types: '{1}' is not one of {2}Block2D, Attn{2}Block2D, Resnet{2}sampleBlock2D, Skip{2}Block2D, AttnSkip{2}Block2D",
                                                    direction == "Down" ? "down" : "up", type, direction));
}

std::int64_t skipGroups(std::int64_t channels) { return std::min<std::int64_t>(channels / 4, 32); }

ResnetOptions resnetOptions(std::int64_t in, std::int64_t out, std::int64_t temb, const UNetConfig& c, bool isSkip)
{
    ResnetOptions o;
    o.in = in;
    o.out = out;
    o.temb = temb;
    o.groupsIn = isSkip ? skipGroups(in) : c.normNumGroups;
    o.groupsOut = isSkip ? skipGroups(out) : c.normNumGroups;
    o.outputScale = isSkip ? std::sqrt(2.0) : 1;
    o.eps = c.normEps;
    o.dropout = c.dropout;
    o.scaleShift = c.resnetTimeScaleShift == "scale_shift";
    return o;
}

/// A residual block that resamples, as the last of a level.
std::shared_ptr<ResnetBlock> resamplingBlock(const LevelOptions& level, const UNetConfig& c, bool isSkip, Resampling resampling)
{
    ResnetOptions o = resnetOptions(level.out, level.out, level.temb, c, isSkip);
    o.resampling = resampling;
    o.hasShortcut = isSkip;
    return std::make_shared<ResnetBlock>(o);
}

std::shared_ptr<AttentionBlock> attention(std::int64_t channels, const UNetConfig& c, bool isSkip)
{
    AttentionOptions o;
    o.channels = channels;
    o.headDim = c.attentionHeadDim.value_or(channels);
    o.groups = isSkip ? kSkipAttentionGroups : c.normNumGroups;
    o.groupsField = isSkip ? "block_out_channels (AttnSkip blocks)" : "norm_num_groups";
    o.outputScale = isSkip ? std::sqrt(2.0) : 1;
    o.eps = c.normEps;
    return std::make_shared<AttentionBlock>(o);
}

}  // namespace

DownLevel::DownLevel(const LevelOptions& level, const UNetConfig& config)
{
    const BlockKind kind = kindOf(level.type, "Down", config);
    for (std::int64_t i = 0; i < level.layers; ++i) {
        m_resnets.push_back(std::make_shared<ResnetBlock>(resnetOptions(i == 0 ? level.in : level.out, level.out, level.temb, config, kind.isSkip)));
        if (kind.attends)
            m_attentions.push_back(attention(level.out, config, kind.isSkip));
    }
    if (kind.attends)
        registerList(*this, "attentions", m_attentions);
    registerList(*this, "resnets", m_resnets);
    if (!level.resamples)
        return;
    if (kind.isSkip) {
        m_resnetDownsample = register_module("resnet_down", resamplingBlock(level, config, true, Resampling::FirDown));
        m_fromImage = register_module("skip_conv", std::make_shared<Conv>(kImageChannels, level.out, 1));
    } else if (kind.resamplesInResnet) {
        m_resnetDownsample = resamplingBlock(level, config, false, Resampling::Average);
        registerList<ResnetBlock>(*this, "downsamplers", {m_resnetDownsample});
    } else {
        m_downsample = std::make_shared<Downsample>(level.out, config.downsamplePadding);
        registerList<Downsample>(*this, "downsamplers", {m_downsample});
    }
}

void DownLevel::forward(LevelFlow& flow, const Conditioning& conditioning, Tensor* beforeDownsampling) const
{
    for (std::size_t i = 0; i < m_resnets.size(); ++i) {
        flow.x = m_resnets[i]->forward(flow.x, conditioning);
        if (!m_attentions.empty())
            flow.x = m_attentions[i]->forward(flow.x);
        flow.skips.push_back(flow.x);
    }
    if (beforeDownsampling)
        *beforeDownsampling = flow.x;
    if (!m_downsample && !m_resnetDownsample)
        return;
    flow.x = m_downsample ? m_downsample->forward(flow.x) : m_resnetDownsample->forward(flow.x, conditioning);
    if (m_fromImage) {
        flow.image = resampled(flow.image, Resampling::FirDown);
        flow.x = added(m_fromImage->forward(flow.image), flow.x);
    }
    flow.skips.push_back(flow.x);
}

UpLevel::UpLevel(const LevelOptions& level, const UNetConfig& config)
{
    const BlockKind kind = kindOf(level.type, "Up", config);
    m_isSkip = kind.isSkip;
    for (std::int64_t i = 0; i < level.layers; ++i) {
        const std::int64_t skip = i + 1 == level.layers ? level.in : level.out;
        const std::int64_t below = i == 0 ? level.previous : level.out;
        ResnetOptions o = resnetOptions(below + skip, level.out, level.temb, config, kind.isSkip);
        if (kind.isSkip && kind.attends)
            o.groupsIn = std::min<std::int64_t>(below + skip / 4, 32);  // as published: the quarter is of the skip alone
        m_resnets.push_back(std::make_shared<ResnetBlock>(o));
        if (kind.attends && (!kind.isSkip || i + 1 == level.layers))
            m_attentions.push_back(attention(level.out, config, kind.isSkip));
    }
    if (kind.attends)
        registerList(*this, "attentions", m_attentions);
    registerList(*this, "resnets", m_resnets);
    if (!level.resamples)
        return;
    if (kind.isSkip) {
        m_resnetUpsample = register_module("resnet_up", resamplingBlock(level, config, true, Resampling::FirUp));
        m_imageNorm = register_module("skip_norm", std::make_shared<GroupNorm>(skipGroups(level.out), level.out, config.normEps));
        m_toImage = register_module("skip_conv", std::make_shared<Conv>(level.out, kImageChannels, 3, 1, 1));
    } else if (kind.resamplesInResnet) {
        m_resnetUpsample = resamplingBlock(level, config, false, Resampling::Nearest);
        registerList<ResnetBlock>(*this, "upsamplers", {m_resnetUpsample});
    } else {
        m_upsample = std::make_shared<Upsample>(level.out);
        registerList<Upsample>(*this, "upsamplers", {m_upsample});
    }
}

void UpLevel::forward(LevelFlow& flow, const Conditioning& conditioning) const
{
    for (std::size_t i = 0; i < m_resnets.size(); ++i) {
        flow.x = m_resnets[i]->forward(torch::cat({flow.x, flow.skips.back()}, 1), conditioning);
        flow.skips.pop_back();
        if (m_attentions.size() == m_resnets.size())
            flow.x = m_attentions[i]->forward(flow.x);
        else if (!m_attentions.empty() && i + 1 == m_resnets.size())
            flow.x = m_attentions.front()->forward(flow.x);
    }
    if (m_isSkip && flow.image.defined())
        flow.image = resampled(flow.image, Resampling::FirUp);
    if (m_toImage) {
        const Tensor image = m_toImage->forward(m_imageNorm->activated(flow.x));
        flow.image = flow.image.defined() ? flow.image + image : image;
    }
    if (m_upsample)
        flow.x = m_upsample->forward(flow.x);
    if (m_resnetUpsample)
        flow.x = m_resnetUpsample->forward(flow.x, conditioning);
}

MiddleBlock::MiddleBlock(std::int64_t channels, std::int64_t temb, const UNetConfig& config)
{
    ResnetOptions o = resnetOptions(channels, channels, temb, config, false);
    if (config.normNumGroups == 0)
        o.groupsIn = o.groupsOut = skipGroups(channels);
    o.outputScale = config.midBlockScaleFactor;
    m_resnets = {std::make_shared<ResnetBlock>(o), std::make_shared<ResnetBlock>(o)};
    if (config.addAttention) {
        AttentionOptions a;
        a.channels = channels;
        a.headDim = config.attentionHeadDim.value_or(channels);
        // Without a number of its own the attention's norm follows the residual blocks, except under scale_shift, where there is none.
        a.groups = config.attnNormNumGroups.value_or(o.scaleShift ? 0 : o.groupsIn);
        a.groupsField = config.attnNormNumGroups ? "attn_norm_num_groups" : "norm_num_groups";
        a.outputScale = config.midBlockScaleFactor;
        a.eps = config.normEps;
        m_attention = std::make_shared<AttentionBlock>(a);
        registerList<AttentionBlock>(*this, "attentions", {m_attention});
    }
    registerList(*this, "resnets", m_resnets);
}

void MiddleBlock::forward(LevelFlow& flow, const Conditioning& conditioning) const
{
    flow.x = m_resnets[0]->forward(flow.x, conditioning);
    if (m_attention)
        flow.x = m_attention->forward(flow.x);
    flow.x = m_resnets[1]->forward(flow.x, conditioning);
}

}  // namespace potstill
