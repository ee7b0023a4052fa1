#include "engine/diffusion/denoiser.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill {

using torch::Tensor;

namespace {

struct Name {
    Parametrisation value;
    std::string_view text;
};
constexpr Name kNames[] = {{Parametrisation::Eps, "eps"},   {Parametrisation::X0, "x0"},   {Parametrisation::V, "v"},
                           {Parametrisation::Flow, "flow"}, {Parametrisation::Edm, "edm"}, {Parametrisation::Score, "score"}};

/// Scalings of Karras et al. 2022, table 1, with the boundary form of Song et al. 2023 (appendix C) for consistency models.
struct EdmScalings {
    Tensor skip, out, in;
};
EdmScalings edmScalings(const Tensor& sigma, const NoiseSchedule& schedule)
{
    const double sd = schedule.sigmaData();
    const Tensor root = (sigma.square() + sd * sd).sqrt(), above = sigma - schedule.boundary();
    return {sd * sd / (above.square() + sd * sd), above * sd / root, 1 / root};
}

}  // namespace

std::string_view parametrisationName(Parametrisation p)
{
    for (const Name& n : kNames)
        if (n.value == p)
            return n.text;
    return "";
}

Parametrisation parametrisationFromName(std::string_view name)
{
    for (const Name& n : kNames)
        if (n.text == name)
            return n.value;
    throw Error(ErrorCode::BadFile, fmt::format("prediction '{}' is not one of eps, x0, v, flow, edm, score", name));
}

Prediction predictionFromOutput(Parametrisation p, const Tensor& output, const Tensor& xt, const Tensor& t, const NoiseSchedule& schedule)
{
    const Tensor a = schedule.alpha(t), s = schedule.sigma(t);
    switch (p) {
    case Parametrisation::Eps:
        if ((a == 0).any().item<bool>())
            throw Error(ErrorCode::BadOption,
                        "a noise-predicting network was asked at a time without any signal (a(t) = 0): there x0 = (x - s e)/a has no value. Use velocity prediction or a schedule "
                        "that keeps some signal.");
        return {(xt - s * output) / a, output};
    case Parametrisation::X0: return {output, (xt - a * output) / s};
    case Parametrisation::V: {
        const Tensor norm = a.square() + s.square();
        return {(a * xt - s * output) / norm, (s * xt + a * output) / norm};
    }
    case Parametrisation::Flow: return {xt - t.view({-1, 1, 1, 1}) * output, xt + (1 - t.view({-1, 1, 1, 1})) * output};
    case Parametrisation::Edm: {
        const EdmScalings c = edmScalings(s, schedule);
        const Tensor x0 = c.skip * xt + c.out * output;
        return {x0, (xt - x0) / s};
    }
    case Parametrisation::Score: {
        const Tensor eps = -s / 2 * output;
        return {xt - s * eps, eps};
    }
    }
    throw Error(ErrorCode::Internal, "unknown parametrisation");
}

Tensor trainingTarget(Parametrisation p, const Tensor& x0, const Tensor& eps, const Tensor& t, const NoiseSchedule& schedule)
{
    const Tensor a = schedule.alpha(t), s = schedule.sigma(t);
    switch (p) {
    case Parametrisation::Eps: return eps;
    case Parametrisation::X0: return x0;
    case Parametrisation::V: return a * eps - s * x0;
    case Parametrisation::Flow: return eps - x0;
    case Parametrisation::Edm: {
        // The loss weight times c_out^2 is 1, so the plain squared error of F is the weighted error of D.
        const EdmScalings c = edmScalings(s, schedule);
        return (x0 - c.skip * (a * x0 + s * eps)) / c.out;
    }
    case Parametrisation::Score: return -2 * eps / s;
    }
    throw Error(ErrorCode::Internal, "unknown parametrisation");
}

Tensor addNoise(const Tensor& x0, const Tensor& eps, const Tensor& t, const NoiseSchedule& schedule) { return schedule.alpha(t) * x0 + schedule.sigma(t) * eps; }

NetworkDenoiser::NetworkDenoiser(std::shared_ptr<UNet> network, Parametrisation parametrisation, NoiseSchedule schedule)
    : m_network(std::move(network)), m_parametrisation(parametrisation), m_schedule(std::move(schedule))
{
}

Tensor NetworkDenoiser::input(const Tensor& xt, const Tensor& t) const
{
    switch (m_parametrisation) {
    case Parametrisation::Edm: return edmScalings(m_schedule.sigma(t), m_schedule).in * xt;
    case Parametrisation::Score: return (xt + 1) / 2;
    default: return xt;
    }
}

/// A conditional network that is asked without labels answers for "no class", its last row.
Tensor NetworkDenoiser::classesFor(const Tensor& xt, const Condition& condition) const
{
    const auto& table = m_network->config().numClassEmbeds;
    if (table && !condition.classes.defined())
        return torch::full({xt.size(0)}, *table - 1, torch::TensorOptions(torch::kInt64).device(xt.device()));
    return condition.classes;
}

Tensor NetworkDenoiser::everyChannel(const Tensor& xt, const Tensor& t, const Condition& condition)
{
    countCalls(1);
    return m_network->forward(input(xt, t), m_schedule.networkTime(t), classesFor(xt, condition)).to(xt.scalar_type());
}

std::vector<Tensor> NetworkDenoiser::encoderFeatures(const Tensor& xt, const Tensor& t, const Condition& condition) const
{
    return m_network->encoderFeatures(input(xt, t), m_schedule.networkTime(t), classesFor(xt, condition));
}

Tensor NetworkDenoiser::output(const Tensor& xt, const Tensor& t, const Condition& condition)
{
    // A learned variance doubles the channels; the mean comes first.
    return everyChannel(xt, t, condition).slice(1, 0, xt.size(1));
}

Prediction NetworkDenoiser::predict(const Tensor& xt, const Tensor& t, const Condition& condition)
{
    const Tensor out = everyChannel(xt, t, condition);
    const std::int64_t channels = xt.size(1);
    Prediction p = predictionFromOutput(m_parametrisation, out.slice(1, 0, channels), xt, t, m_schedule);
    if (out.size(1) == 2 * channels)
        p.variance = out.slice(1, channels);
    return p;
}

GuidedDenoiser::GuidedDenoiser(Denoiser& inner, double scale, std::int64_t noClass) : m_inner(inner), m_scale(scale), m_noClass(noClass) {}

Prediction GuidedDenoiser::predict(const Tensor& xt, const Tensor& t, const Condition& condition)
{
    countCalls(2);
    if (!condition.classes.defined())
        throw Error(ErrorCode::BadOption, "guidance: class labels are needed to guide towards");
    const Tensor none = torch::full_like(condition.classes, m_noClass);
    const Prediction both = m_inner.predict(torch::cat({xt, xt}), torch::cat({t, t}), {torch::cat({condition.classes, none})});
    const auto x0 = both.x0.chunk(2), eps = both.eps.chunk(2);
    // Both views are affine in the output, so guiding each is the same as guiding one.
    return {x0[1] + m_scale * (x0[0] - x0[1]), eps[1] + m_scale * (eps[0] - eps[1]), both.variance.defined() ? both.variance.chunk(2)[0] : Tensor()};
}

}  // namespace potstill
