#pragma once

#include "engine/io/safetensors.h"

#include <string>
#include <vector>

namespace potstill {

/// Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019) over a fixed list of named parameters, one fused kernel call per step.
class Adam {
public:
    struct Options {
        double beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0;
        bool decoupled = false;  ///< AdamW
    };
    using Named = std::vector<std::pair<std::string, torch::Tensor>>;
    Adam(Named parameters, const Options& options);

    void zeroGrad();
    /// Euclidean norm of all gradients (0-dim tensor on their device). maxNorm > 0: scales them down to it.
    torch::Tensor clipGradients(double maxNorm);
    /// One step with what is in the gradients; parameters without one are left alone.
    void step(double learningRate);

    const Named& parameters() const { return m_parameters; }
    /// "PREFIX.exp_avg.NAME", "PREFIX.exp_avg_sq.NAME", "PREFIX.step.NAME".
    void save(TensorMap& out, const std::string& prefix) const;
    /// Throws Error(BadFile) naming a missing or misshapen tensor.
    void load(const TensorMap& in, const std::string& prefix);

private:
    std::vector<torch::Tensor> gradients() const;

    Named m_parameters;
    Options m_options;
    std::vector<torch::Tensor> m_expAvg, m_expAvgSq, m_steps;
};

}  // namespace potstill
