#pragma once

#include "engine/diffusion/schedule.h"
#include "engine/nn/unet.h"

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace potstill {

/// What the network's output means: the noise eps; the clean image x0; the velocity a eps - s x0 (Salimans and Ho 2022); eps - x0 (rectified flow, Liu et al. 2023); F of Karras et al. 2022,
/// equation 7; the score of images in [0, 1] (Song et al. 2021, NCSN++), -2 eps/s.
enum class Parametrisation { Eps, X0, V, Flow, Edm, Score };
std::string_view parametrisationName(Parametrisation p);  // "eps", "x0", "v", "flow", "edm", "score"
/// Error(BadFile) with the list for any other name.
Parametrisation parametrisationFromName(std::string_view name);

/// Both views of one prediction; x_t = a x0 + s eps holds between them.
struct Prediction {
    torch::Tensor x0;          // [N, C, H, W]
    torch::Tensor eps;         // [N, C, H, W]
    torch::Tensor variance{};  // [N, C, H, W], the second half of a network that learns its variance; undefined for all others
};

/// Converts a network output at times t [N] into {x0, eps}. Throws Error(BadOption) with the reason for Eps where a(t) = 0.
Prediction predictionFromOutput(Parametrisation p, const torch::Tensor& output, const torch::Tensor& xt, const torch::Tensor& t, const NoiseSchedule& schedule);
/// The training target of a network for clean x0 and noise eps at times t (Edm: the target of F).
torch::Tensor trainingTarget(Parametrisation p, const torch::Tensor& x0, const torch::Tensor& eps, const torch::Tensor& t, const NoiseSchedule& schedule);

/// Class labels for conditional models; an undefined tensor = unconditional model (or the "no class" row where labels can be dropped).
struct Condition {
    torch::Tensor classes;  // [N] int64, or undefined
};

/// The one door to a network: "what is the clean image, given x_t at noise level t". Losses, samplers and methods speak to networks through it alone.
class Denoiser {
public:
    virtual ~Denoiser() = default;
    /// xt [N, C, H, W], t [N] float32 in (0, 1] on the device of xt. One network call per image (two when guided).
    virtual Prediction predict(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition) = 0;
    virtual const NoiseSchedule& schedule() const = 0;
    /// Network calls per image since resetNfe(): a guided call counts two.
    std::int64_t nfe() const { return m_nfe; }
    void resetNfe() { m_nfe = 0; }

    torch::Tensor x0(const torch::Tensor& xt, const torch::Tensor& t, const Condition& c) { return predict(xt, t, c).x0; }
    torch::Tensor eps(const torch::Tensor& xt, const torch::Tensor& t, const Condition& c) { return predict(xt, t, c).eps; }

protected:
    void countCalls(std::int64_t calls) { m_nfe += calls; }

private:
    std::int64_t m_nfe = 0;
};

/// A U-Net with its parametrisation and schedule. Gradients flow into the network unless the caller has switched them off.
class NetworkDenoiser final : public Denoiser {
public:
    NetworkDenoiser(std::shared_ptr<UNet> network, Parametrisation parametrisation, NoiseSchedule schedule);
    Prediction predict(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition) override;
    const NoiseSchedule& schedule() const override { return m_schedule; }
    /// What the network is given for xt [N, C, H, W] at times t [N]: c_in xt for Edm, images in [0, 1] for Score, else xt itself.
    torch::Tensor input(const torch::Tensor& xt, const torch::Tensor& t) const;
    /// The raw output of the network (for the teacher's training loss).
    torch::Tensor output(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition);
    /// UNet::encoderFeatures() for xt at times t. Not counted as a network call.
    std::vector<torch::Tensor> encoderFeatures(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition) const;
    UNet& network() { return *m_network; }
    const std::shared_ptr<UNet>& networkPtr() const { return m_network; }
    Parametrisation parametrisation() const { return m_parametrisation; }

private:
    torch::Tensor classesFor(const torch::Tensor& xt, const Condition& condition) const;
    torch::Tensor everyChannel(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition);

    std::shared_ptr<UNet> m_network;
    Parametrisation m_parametrisation;
    NoiseSchedule m_schedule;
};

/// Classifier-free guidance (Ho and Salimans 2022): x0 = x0(none) + scale (x0(class) - x0(none)); both halves in one batch; counts two calls.
/// The row "no class" is the last one of the class embedding (index numClassEmbeds - 1).
class GuidedDenoiser final : public Denoiser {
public:
    GuidedDenoiser(Denoiser& inner, double scale, std::int64_t noClass);
    Prediction predict(const torch::Tensor& xt, const torch::Tensor& t, const Condition& condition) override;
    const NoiseSchedule& schedule() const override { return m_inner.schedule(); }

private:
    Denoiser& m_inner;
    double m_scale;
    std::int64_t m_noClass;
};

/// x_t = a(t) x0 + s(t) eps for times t [N].
torch::Tensor addNoise(const torch::Tensor& x0, const torch::Tensor& eps, const torch::Tensor& t, const NoiseSchedule& schedule);

}  // namespace potstill
