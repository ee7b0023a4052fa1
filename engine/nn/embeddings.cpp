#include "engine/nn/embeddings.h"

#include <ATen/ops/embedding.h>

#include <cmath>

namespace potstill {

using torch::Tensor;

EmbeddingMlp::EmbeddingMlp(std::int64_t in, std::int64_t out)
{
    m_linear1 = register_module("linear_1", std::make_shared<Linear>(in, out));
    m_linear2 = register_module("linear_2", std::make_shared<Linear>(out, out));
}

Tensor EmbeddingMlp::forward(const Tensor& x) const { return m_linear2->forward(torch::silu(m_linear1->forward(x))); }

TimeFeatures::TimeFeatures(const UNetConfig& config) : m_channels(config.blockOutChannels.front()), m_cosineFirst(config.flipSinToCos), m_shift(config.freqShift)
{
    if (config.timeEmbeddingType == "fourier") {
        m_kind = Kind::Fourier;
        m_weight = register_parameter("weight", torch::empty({m_channels}), false);
    } else if (config.timeEmbeddingType == "learned") {
        m_kind = Kind::Learned;
        m_weight = register_parameter("weight", torch::empty({config.numTrainTimesteps, m_channels}));
    }
}

std::int64_t TimeFeatures::size() const { return m_kind == Kind::Fourier ? 2 * m_channels : m_channels; }

Tensor TimeFeatures::forward(const Tensor& time) const
{
    if (m_kind == Kind::Learned)
        return at::embedding(m_weight, time.to(torch::kInt64));
    const Tensor t = time.to(torch::kFloat32);
    if (m_kind == Kind::Fourier) {
        const Tensor angles = t.log().unsqueeze(1) * m_weight.unsqueeze(0) * 2 * M_PI;
        return torch::cat({angles.sin(), angles.cos()}, 1);
    }
    // In diffusers' order of operations: at t = 1000 a rounding error of the frequency is seen in the fifth digit of the sine.
    const std::int64_t half = m_channels / 2;
    const Tensor exponent = torch::arange(half, torch::TensorOptions(torch::kFloat32).device(t.device())) * -std::log(10000.0) / (static_cast<double>(half) - m_shift);
    const Tensor angles = t.unsqueeze(1) * exponent.exp().unsqueeze(0);  // [N, half]
    const Tensor out = m_cosineFirst ? torch::cat({angles.cos(), angles.sin()}, 1) : torch::cat({angles.sin(), angles.cos()}, 1);
    return m_channels % 2 == 1 ? torch::constant_pad_nd(out, {0, 1}) : out;
}

Conditioner::Conditioner(torch::nn::Module& parent, const UNetConfig& config, std::int64_t temb) : m_classesAreEmbeddings(config.classEmbedType == "identity")
{
    m_timeFeatures = parent.register_module("time_proj", std::make_shared<TimeFeatures>(config));
    m_timeMlp = parent.register_module("time_embedding", std::make_shared<EmbeddingMlp>(m_timeFeatures->size(), temb));
    if (config.classEmbedType == "timestep")
        m_classMlp = parent.register_module("class_embedding", std::make_shared<EmbeddingMlp>(m_timeFeatures->size(), temb));
    else if (config.classEmbedType.empty() && config.numClassEmbeds)
        m_classTable = parent.register_module("class_embedding", std::make_shared<Embedding>(*config.numClassEmbeds, temb));
}

Tensor Conditioner::forward(const Tensor& time, const Tensor& classes, torch::Dtype dtype) const
{
    const bool wantsClasses = m_classMlp || m_classTable || m_classesAreEmbeddings;
    if (wantsClasses && !classes.defined())
        throw Error(ErrorCode::BadOption, "classes: this network is class-conditional and was called without class labels");
    if (!wantsClasses && classes.defined())
        throw Error(ErrorCode::BadOption, "classes: this network knows no classes, but class labels were given");
    Tensor embedding = m_timeMlp->forward(m_timeFeatures->forward(time).to(dtype));
    if (m_classMlp)
        embedding = embedding + m_classMlp->forward(m_timeFeatures->forward(classes).to(dtype));
    else if (m_classTable)
        embedding = embedding + m_classTable->forward(classes);
    else if (m_classesAreEmbeddings)
        embedding = embedding + classes.to(dtype);
    return torch::silu(embedding);
}

}  // namespace potstill
