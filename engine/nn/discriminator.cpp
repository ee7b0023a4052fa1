#include "engine/nn/discriminator.h"

#include "engine/nn/layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::int64_t kSmallestHalved = 4;  // a narrower map keeps its size: a norm over a single pixel knows nothing of the image

class Head final : public torch::nn::Module {
public:
    Head(std::int64_t in, std::int64_t width, std::int64_t classes)
    {
        m_in = register_module("conv_in", std::make_shared<Conv>(in, width, 1));
        m_norm1 = register_module("norm1", std::make_shared<GroupNorm>(groups(width), width, 1e-5));
        m_halving = register_module("conv_mid", std::make_shared<Conv>(width, width, 3, 2, 1));
        m_norm2 = register_module("norm2", std::make_shared<GroupNorm>(groups(width), width, 1e-5));
        m_out = register_module("conv_out", std::make_shared<Conv>(width, 1, 1));
        if (classes > 0)
            m_classes = register_module("class_embedding", std::make_shared<Embedding>(classes, width));
    }
    Tensor forward(const Tensor& features, const Tensor& classes) const
    {
        Tensor h = m_norm1->activated(m_in->forward(features));
        const bool halves = std::min(h.size(2), h.size(3)) >= kSmallestHalved;
        h = m_norm2->activated(m_halving->forward(h, halves ? 2 : 1));
        Tensor logits = m_out->forward(h);   // [N, 1, H/2, W/2], or [N, 1, H, W] of a small map
        if (m_classes && classes.defined())  // projection discriminator (Miyato and Koyama 2018)
            logits = logits + (h * m_classes->forward(classes).unsqueeze(-1).unsqueeze(-1)).sum(1, true) / std::sqrt(static_cast<double>(h.size(1)));
        return logits.flatten(1);
    }

private:
    /// At most 8, of at least 4 channels each.
    static std::int64_t groups(std::int64_t width)
    {
        for (std::int64_t n = 8; n > 1; --n)
            if (width % n == 0 && width / n >= 4)
                return n;
        return 1;
    }
    std::shared_ptr<Conv> m_in, m_halving, m_out;
    std::shared_ptr<GroupNorm> m_norm1, m_norm2;
    std::shared_ptr<Embedding> m_classes;
};

}  // namespace

struct EncoderDiscriminator::Impl {
    std::shared_ptr<UNet> encoder;
    std::vector<std::shared_ptr<Head>> heads;
};

EncoderDiscriminator::EncoderDiscriminator(std::shared_ptr<UNet> encoder, std::int64_t width) : m_impl(std::make_unique<Impl>())
{
    if (width < 1)
        throw Error(ErrorCode::BadOption, fmt::format("discriminator_width: {}; it must be at least 1", width));
    for (const auto& [name, weight] : encoder->namedWeights())
        weight.requires_grad_(false);
    encoder->eval();
    const UNetConfig& config = encoder->config();
    const std::int64_t classes = config.classEmbedType.empty() ? config.numClassEmbeds.value_or(0) : 0;
    for (std::int64_t channels : encoder->encoderChannels())
        m_impl->heads.push_back(std::make_shared<Head>(channels, width, classes));
    registerList(*this, "heads", m_impl->heads);
    m_impl->encoder = std::move(encoder);
}

EncoderDiscriminator::~EncoderDiscriminator() = default;

Tensor EncoderDiscriminator::forward(const Tensor& x, const Tensor& time, const Tensor& classes)
{
    const std::vector<Tensor> features = m_impl->encoder->encoderFeatures(x, time, classes);
    std::vector<Tensor> logits;
    for (std::size_t i = 0; i < features.size(); ++i)
        logits.push_back(m_impl->heads[i]->forward(features[i], classes));
    return torch::cat(logits, 1);
}

void EncoderDiscriminator::init(Rng rng)
{
    torch::NoGradGuard noGrad;
    for (auto& item : named_parameters()) {
        Rng own = rng.fork(item.key());
        Tensor& p = item.value();
        const bool isWeight = p.dim() > 1;
        if (item.key().find("norm") != std::string::npos)
            p.fill_(item.key().find("weight") != std::string::npos ? 1 : 0);
        else if (item.key().find("class_embedding") != std::string::npos)
            p.zero_();  // starts unconditional
        else if (isWeight)
            p.copy_((own.uniform(p.sizes()) * 2 - 1) / std::sqrt(static_cast<double>(p.numel() / p.size(0))));
        else
            p.zero_();
    }
}

}  // namespace potstill
