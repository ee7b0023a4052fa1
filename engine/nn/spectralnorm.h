#pragma once

#include "engine/tensor/rng.h"

#include <torch/nn/module.h>

namespace potstill {

/// Spectral normalisation of a weight (Miyato et al. 2018, arXiv 1802.05957): W / sigma, W = the weight as a matrix [out, the rest], sigma = its largest singular value by
/// power iteration. The iteration goes on by one with each use of a weight that is being trained, and rests while gradients are off or the weight is frozen: looking changes
/// nothing. Its state is the buffer "u" [out], which a checkpoint has to hold.
class SpectralNorm final : public torch::nn::Module {
public:
    /// Keeps a handle of the weight [out, ...], which its layer owns and initialises. "u" is uninitialised until init() or a load.
    explicit SpectralNorm(torch::Tensor weight);
    /// Draws "u" and iterates until sigma is near the true one. To be called when the weight has its first values.
    void init(Rng rng);
    /// The weight divided by sigma. Gradients flow through both; u counts as a constant.
    torch::Tensor normalised();

private:
    torch::Tensor rightVector() const;  // W^T u, [the rest]; its length is sigma
    void iterate();

    torch::Tensor m_weight, m_u;
};

}  // namespace potstill
