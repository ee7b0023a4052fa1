#include "engine/nn/discriminator.h"

#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/normalization.h>

#include <cmath>

namespace potstill {

using torch::Tensor;
namespace nn = torch::nn;

namespace {

class Head final : public nn::Module {
public:
    Head(std::int64_t in, std::int64_t width, std::int64_t classes)
    {
        m_in = register_module("conv_in", nn::Conv2d(nn::Conv2dOptions(in, width, 1)));
        m_norm1 = register_module("norm1", nn::GroupNorm(nn::GroupNormOptions(groups(width), width)));
        m_wide = register_module("conv_mid", nn::Conv2d(nn::Conv2dOptions(width, width, 3).padding(1).stride(2)));
        m_norm2 = register_module("norm2", nn::GroupNorm(nn::GroupNormOptions(groups(width), width)));
        m_out = register_module("conv_out", nn::Conv2d(nn::Conv2dOptions(width, 1, 1)));
        if (classes > 0)
            m_classes = register_module("class_embedding", nn::Embedding(classes, width));
    }
    Tensor forward(const Tensor& features, const Tensor& classes)
    {
        Tensor h = torch::silu(m_norm1(m_in(features)));
        h = torch::silu(m_norm2(m_wide(h)));
        Tensor logits = m_out(h);  // [N, 1, H/2, W/2]
        if (!m_classes.is_empty() && classes.defined())  // projection discriminator (Miyato and Koyama 2018)
            logits = logits + (h * m_classes(classes).unsqueeze(-1).unsqueeze(-1)).sum(1, true) / std::sqrt(static_cast<double>(h.size(1)));
        return logits.flatten(1);
    }

private:
    static std::int64_t groups(std::int64_t width) { return width % 8 == 0 ? 8 : 1; }
    nn::Conv2d m_in{nullptr}, m_wide{nullptr}, m_out{nullptr};
    nn::GroupNorm m_norm1{nullptr}, m_norm2{nullptr};
    nn::Embedding m_classes{nullptr};
};

}  // namespace

struct EncoderDiscriminator::Impl {
    std::shared_ptr<UNet> encoder;
    std::vector<std::shared_ptr<Head>> heads;
};

EncoderDiscriminator::EncoderDiscriminator(std::shared_ptr<UNet> encoder, std::int64_t width) : m_impl(std::make_unique<Impl>())
{
    const std::int64_t classes = encoder->config().numClassEmbeds.value_or(0);
    nn::ModuleList heads;
    for (std::int64_t channels : encoder->encoderChannels()) {
        m_impl->heads.push_back(std::make_shared<Head>(channels, width, classes));
        heads->push_back(m_impl->heads.back());
    }
    register_module("heads", heads);
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
