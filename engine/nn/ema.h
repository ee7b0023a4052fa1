#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace potstill {

/// Exponential moving average of weights with a half-life in images (Karras et al. 2022, appendix F.2): after `batch` images the old average keeps
/// 0.5^(batch / halfLife). `rampUpRatio` > 0 shortens the half-life early on to rampUpRatio * imagesSeen.
class Ema {
public:
    /// Copies the parameters as the first average. halfLifeImages > 0.
    Ema(std::vector<torch::Tensor> parameters, double halfLifeImages, double rampUpRatio);
    /// After an optimiser step over `batch` images, with imagesSeen in all. Not recorded for gradients.
    void update(std::int64_t batch, std::int64_t imagesSeen);
    /// The averages, in the order of the parameters; written in place by update().
    const std::vector<torch::Tensor>& averages() const { return m_averages; }
    std::vector<torch::Tensor>& averages() { return m_averages; }

private:
    std::vector<torch::Tensor> m_parameters;
    std::vector<torch::Tensor> m_averages;
    double m_halfLifeImages;
    double m_rampUpRatio;
};

}  // namespace potstill
