#include "engine/nn/discriminator.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

namespace potstill {

using torch::Tensor;

struct EncoderDiscriminator::Impl {
    std::shared_ptr<UNet> encoder;
    std::shared_ptr<FeatureMixing> mixing;  // null = the features as they are
    std::vector<std::shared_ptr<DiscriminatorHead>> heads;
};

EncoderDiscriminator::EncoderDiscriminator(std::shared_ptr<UNet> encoder, const DiscriminatorOptions& options) : m_impl(std::make_unique<Impl>())
{
    if (options.width < 1)
        throw Error(ErrorCode::BadOption, fmt::format("discriminator_width: {}; it must be at least 1", options.width));
    for (const auto& [name, weight] : encoder->namedWeights())
        weight.requires_grad_(false);
    encoder->eval();
    const UNetConfig& config = encoder->config();
    const std::int64_t classes = config.classEmbedType.empty() ? config.numClassEmbeds.value_or(0) : 0;
    const std::vector<std::int64_t> channels = encoder->encoderChannels();
    for (std::int64_t in : channels)
        m_impl->heads.push_back(std::make_shared<DiscriminatorHead>(in, options.width, classes, options.norm));
    registerList(*this, "heads", m_impl->heads);
    if (options.mixing != FeatureMixing::Kind::None)
        m_impl->mixing = register_module("mixing", std::make_shared<FeatureMixing>(channels, options.mixing));
    m_impl->encoder = std::move(encoder);
}

EncoderDiscriminator::~EncoderDiscriminator() = default;

Tensor EncoderDiscriminator::forward(const Tensor& x, const Tensor& time, const Tensor& classes)
{
    std::vector<Tensor> features = m_impl->encoder->encoderFeatures(x, time, classes);
    if (m_impl->mixing)
        features = m_impl->mixing->forward(features);
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
    for (const auto& item : named_modules("", false))
        if (auto* norm = item.value()->as<SpectralNorm>())
            norm->init(rng.fork(item.key()));
    if (m_impl->mixing)
        m_impl->mixing->init(rng.fork("mixing"));
}

}  // namespace potstill
