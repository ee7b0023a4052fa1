#pragma once

#include "engine/nn/layers.h"
#include "engine/nn/unet.h"

#include <memory>

namespace potstill {

/// Linear, SiLU, linear: diffusers' TimestepEmbedding. [N, in] -> [N, out].
class EmbeddingMlp final : public torch::nn::Module {
public:
    EmbeddingMlp(std::int64_t in, std::int64_t out);
    torch::Tensor forward(const torch::Tensor& x) const;

private:
    std::shared_ptr<Linear> m_linear1, m_linear2;
};

/// What enters the time embedding: sines (positional), sines of random frequencies of ln t (fourier) or a table's rows (learned).
class TimeFeatures final : public torch::nn::Module {
public:
    explicit TimeFeatures(const UNetConfig& config);
    /// Length of the features.
    std::int64_t size() const;
    /// time [N] -> [N, size()], float32 or the table's type.
    torch::Tensor forward(const torch::Tensor& time) const;

private:
    enum class Kind { Positional, Fourier, Learned };
    Kind m_kind = Kind::Positional;
    std::int64_t m_channels;
    bool m_cosineFirst;
    double m_shift;
    torch::Tensor m_weight;  // fourier: frequencies, not trained; learned: [steps, channels]
};

/// The embedding of time and class that every residual block takes.
class Conditioner final {
public:
    /// Registers time_proj, time_embedding and class_embedding in `parent`.
    Conditioner(torch::nn::Module& parent, const UNetConfig& config, std::int64_t temb);
    /// SiLU of the embedding [N, temb] in the type of the weights: every block wants it activated, so it is done once.
    torch::Tensor forward(const torch::Tensor& time, const torch::Tensor& classes, torch::Dtype dtype) const;

private:
    bool m_classesAreEmbeddings;
    std::shared_ptr<TimeFeatures> m_timeFeatures;
    std::shared_ptr<EmbeddingMlp> m_timeMlp, m_classMlp;
    std::shared_ptr<Embedding> m_classTable;
};

}  // namespace potstill
