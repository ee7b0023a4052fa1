#pragma once

#include "engine/tensor/rng.h"

#include <torch/nn/module.h>

namespace potstill {

/// A small residual classifier that the studio trains on the data set; its pooled features serve as the extractor of Fréchet distances.
class Classifier : public torch::nn::Module {
public:
    struct Config {
        std::int64_t imageSize = 16;  ///< pixels a side
        std::int64_t channels = 3;
        std::int64_t classes = 10;
        std::int64_t width = 32;  ///< channels of the first level; features have four times as many
        Json toJson() const;
        /// Throws Error(BadFile) for a document that is no such configuration.
        static Config fromJson(const Json& json);
        bool operator==(const Config&) const = default;
    };
    struct Output {
        torch::Tensor logits;    // [N, classes]
        torch::Tensor features;  // [N, 4 * width], pooled, before the last layer
    };
    explicit Classifier(const Config& config);
    ~Classifier() override;
    const Config& config() const { return m_config; }
    /// x [N, C, H, W] in [-1, 1].
    Output forward(const torch::Tensor& x);
    /// All weights from this generator.
    void init(Rng rng);

private:
    struct Impl;
    Config m_config;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace potstill
