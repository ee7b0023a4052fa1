#pragma once

#include "engine/core/options.h"
#include "engine/data/loader.h"
#include "engine/diffusion/denoiser.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace potstill {

/// What one evaluation of a loss gives.
struct LossResult {
    torch::Tensor loss;                                          // scalar, with gradient
    std::vector<std::pair<std::string, torch::Tensor>> scalars;  // detached scalars to be logged
    torch::Tensor times;                                         // [N], noise level of each image (may be undefined)
    torch::Tensor perSample;                                     // [N], detached loss of each image (may be undefined)
};

/// What a loss gets: the batch on the device, the generator of this step, a poll to call before every network call.
struct StepContext {
    const Batch& batch;  ///< on the device
    Rng& rng;            ///< of this step, phase and part
    std::int64_t imagesSeen = 0;
    int microBatch = 0;          ///< 0 ... accumulate-1: which part of an accumulated step this is
    std::function<void()> poll;  ///< called before every network call; throws to leave when the run is aborted
};

/// One optimiser step of a method: its parameters and its loss.
struct Phase {
    std::string name;  ///< "student", "discriminator"
    std::vector<torch::Tensor> parameters;
    double learningRateFactor = 1;  ///< times the run's learning rate
    std::function<LossResult(const StepContext&)> loss;
};

/// What the networks of a method make of the same inputs, for the eye.
struct NetworkViews {
    std::vector<std::string> columns;
    std::vector<torch::Tensor> images;  ///< one for each column: [N, C, H, W], detached, in [-1, 1] but for noise
};

/// A trainable method: its networks and its phases; it knows no loop, optimiser or file. A new method = one pair of files, one line in train/methods.cpp, one test, one help text.
class Method {
public:
    virtual ~Method() = default;
    /// The network that is the result (averaged, saved, sampled).
    virtual UNet& result() = 0;
    /// Further trained modules whose weights and buffers belong into the checkpoint, by name ("discriminator").
    virtual std::vector<std::pair<std::string, torch::nn::Module*>> auxiliaries() { return {}; }
    /// Run in this order at every step.
    virtual std::vector<Phase> phases() = 0;
    /// What a method measures once before the first step of a session, for batches of this shape [N, C, H, W]; without it the figures that rest on it are not logged. `poll` as in StepContext.
    virtual void prepare(at::IntArrayRef, const std::function<void()>&) {}
    /// Times of the student's grid; empty for teachers.
    virtual std::vector<double> studentGrid() const { return {}; }
    /// Student, teacher and the method's other networks on the same inputs, from standard normal noise [N, C, H, W] on; classes [N] or undefined. Empty where a method has
    /// nothing to lay side by side. `rng` is not that of the training, which this leaves as it is.
    virtual NetworkViews views(const torch::Tensor& noise, const torch::Tensor& classes, Rng& rng, const std::function<void()>& poll);
};

inline NetworkViews Method::views(const torch::Tensor&, const torch::Tensor&, Rng&, const std::function<void()>&) { return {}; }

}  // namespace potstill
