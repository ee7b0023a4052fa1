#include "engine/nn/unetblocks.h"

#include <ATen/ops/scaled_dot_product_attention.h>
#include <fmt/format.h>

namespace potstill {

using torch::Tensor;

namespace {

Tensor scaledDown(const Tensor& x, double by) { return by == 1 ? x : x / by; }

/// Zeroes a share p of the values and scales the others up to keep the mean.
Tensor dropped(const Tensor& x, double p, Rng& rng)
{
    const Tensor mask = (rng.uniform(x.sizes()) >= p).to(x.device(), x.scalar_type()) / (1 - p);
    return x * mask.contiguous(x.suggest_memory_format());
}

}  // namespace

ResnetBlock::ResnetBlock(const ResnetOptions& options) : m_options(options)
{
    m_norm1 = register_module("norm1", std::make_shared<GroupNorm>(options.groupsIn, options.in, options.eps));
    m_conv1 = register_module("conv1", std::make_shared<Conv>(options.in, options.out, 3, 1, 1));
    m_timeProjection = register_module("time_emb_proj", std::make_shared<Linear>(options.temb, options.scaleShift ? 2 * options.out : options.out));
    m_norm2 = register_module("norm2", std::make_shared<GroupNorm>(options.groupsOut, options.out, options.eps));
    m_conv2 = register_module("conv2", std::make_shared<Conv>(options.out, options.out, 3, 1, 1));
    if (options.hasShortcut || options.in != options.out)
        m_shortcut = register_module("conv_shortcut", std::make_shared<Conv>(options.in, options.out, 1));
}

Tensor ResnetBlock::forward(const Tensor& x, const Conditioning& conditioning) const
{
    Tensor h = m_conv1->forward(resampled(m_norm1->activated(x), m_options.resampling));
    const Tensor time = m_timeProjection->forward(conditioning.temb).unsqueeze(-1).unsqueeze(-1);  // [N, out or 2 out, 1, 1]
    if (m_options.scaleShift) {
        const auto scaleAndShift = time.chunk(2, 1);
        h = m_norm2->forward(h) * (1 + scaleAndShift[0]) + scaleAndShift[1];
        h = torch::GradMode::is_enabled() ? torch::silu(h) : torch::silu_(h);
    } else {
        h = m_norm2->activated(added(h, time));
    }
    // Previews and samples, which record no gradients, are made by the whole network even between two steps of training.
    if (m_options.dropout > 0 && is_training() && torch::GradMode::is_enabled() && conditioning.dropout)
        h = dropped(h, m_options.dropout, *conditioning.dropout);
    h = m_conv2->forward(h);
    const Tensor input = resampled(x, m_options.resampling);
    return scaledDown(added(h, m_shortcut ? m_shortcut->forward(input) : input), m_options.outputScale);
}

AttentionBlock::AttentionBlock(const AttentionOptions& options) : m_options(options)
{
    const std::int64_t channels = options.channels;
    m_heads = options.headDim < 1 ? 0 : channels / options.headDim;
    if (m_heads < 1)
        throw Error(ErrorCode::BadOption, fmt::format("attention_head_dim: {}; it must lie between 1 and the {} channels of the level", options.headDim, channels));
    const std::int64_t inner = m_heads * options.headDim;
    if (options.groups > 0)
        m_norm = register_module("group_norm", std::make_shared<GroupNorm>(options.groups, channels, options.eps, options.groupsField));
    m_q = register_module("to_q", std::make_shared<Linear>(channels, inner));
    m_k = register_module("to_k", std::make_shared<Linear>(channels, inner));
    m_v = register_module("to_v", std::make_shared<Linear>(channels, inner));
    m_out = std::make_shared<Linear>(inner, channels);
    registerList<Linear>(*this, "to_out", {m_out});
}

Tensor AttentionBlock::forward(const Tensor& x) const
{
    const std::int64_t n = x.size(0), c = x.size(1), h = x.size(2), w = x.size(3);
    const Tensor rows = (m_norm ? m_norm->forward(x) : x).permute({0, 2, 3, 1}).reshape({n, h * w, c});
    const auto heads = [&](const Tensor& t) { return t.view({n, h * w, m_heads, m_options.headDim}).transpose(1, 2); };  // [N, heads, HW, D]
    const Tensor mixed = at::scaled_dot_product_attention(heads(m_q->forward(rows)), heads(m_k->forward(rows)), heads(m_v->forward(rows)));
    Tensor out = m_out->forward(mixed.transpose(1, 2).reshape({n, h * w, m_heads * m_options.headDim}));
    out = out.view({n, h, w, c}).permute({0, 3, 1, 2});
    return scaledDown(added(out.contiguous(x.suggest_memory_format()), x), m_options.outputScale);
}

Downsample::Downsample(std::int64_t channels, std::int64_t padding) : m_padsItself(padding == 0)
{
    m_conv = register_module("conv", std::make_shared<Conv>(channels, channels, 3, 2, padding));
}

Tensor Downsample::forward(const Tensor& x) const { return m_conv->forward(m_padsItself ? torch::constant_pad_nd(x, {0, 1, 0, 1}) : x); }

Upsample::Upsample(std::int64_t channels) { m_conv = register_module("conv", std::make_shared<Conv>(channels, channels, 3, 1, 1)); }

Tensor Upsample::forward(const Tensor& x) const { return m_conv->forward(resampled(x, Resampling::Nearest)); }

}  // namespace potstill
