#include "engine/diffusion/schedule.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill {

namespace {

constexpr int kSteps = 1000;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double alphaOfLogSnr(double logSnr) { return std::sqrt(1 / (1 + std::exp(-logSnr))); }
double sigmaOfLogSnr(double logSnr) { return std::sqrt(1 / (1 + std::exp(logSnr))); }

}  // namespace

NoiseSchedule NoiseSchedule::cosine() { return {}; }

NoiseSchedule NoiseSchedule::linear()
{
    std::vector<double> betas;
    for (int i = 0; i < kSteps; ++i)
        betas.push_back(1e-4 + (0.02 - 1e-4) * i / (kSteps - 1));
    NoiseSchedule s = fromBetas(std::move(betas));
    s.m_name = "linear";
    return s;
}

NoiseSchedule NoiseSchedule::fromBetas(std::vector<double> betas, bool zeroTerminalSnr, double terminalAlphaBar)
{
    if (betas.size() < 2)
        throw Error(ErrorCode::BadOption, fmt::format("betas: a noise schedule needs at least 2 of them, not {}", betas.size()));
    NoiseSchedule s;
    s.m_kind = Kind::Table;
    s.m_name = zeroTerminalSnr ? "table, zero terminal SNR" : "table";
    s.m_zeroTerminalSnr = zeroTerminalSnr;
    std::vector<double> alphaBar;
    double product = 1;
    for (double beta : betas) {
        if (!(beta >= 0 && beta <= 1))
            throw Error(ErrorCode::BadOption, fmt::format("betas: {} is not between 0 and 1", beta));
        alphaBar.push_back(product *= 1 - beta);
    }
    if (zeroTerminalSnr) {
        // Lin et al. 2024 (arXiv 2305.08891), algorithm 1: shift sqrt(alpha-bar) so that its last value is 0, scale so that its first is kept.
        const double first = std::sqrt(alphaBar.front()), last = std::sqrt(alphaBar.back());
        for (double& value : alphaBar) {
            const double root = (std::sqrt(value) - last) * first / (first - last);
            value = root * root;
        }
        alphaBar.back() = 0;
        for (std::size_t i = 0; i < betas.size(); ++i)
            betas[i] = 1 - alphaBar[i] / (i == 0 ? 1 : alphaBar[i - 1]);
    }
    s.m_terminalAlphaBar = terminalAlphaBar;
    if (terminalAlphaBar > 0)
        alphaBar.back() = terminalAlphaBar;
    for (double value : alphaBar)
        s.m_logSnr.push_back(value > 0 ? std::log(value / (1 - value)) : -kInfinity);
    s.m_betas = std::move(betas);
    return s;
}

NoiseSchedule NoiseSchedule::rectifiedFlow()
{
    NoiseSchedule s;
    s.m_kind = Kind::RectifiedFlow;
    s.m_name = "flow";
    return s;
}

NoiseSchedule NoiseSchedule::edm(double sigmaMin, double sigmaMax, double sigmaData, double rho)
{
    NoiseSchedule s;
    s.m_kind = Kind::Edm;
    s.m_name = "edm";
    s.m_sigmaMin = sigmaMin;
    s.m_sigmaMax = sigmaMax;
    s.m_sigmaData = sigmaData;
    s.m_rho = rho;
    return s;
}

NoiseSchedule NoiseSchedule::consistency(double sigmaMin, double sigmaMax, double sigmaData, double rho)
{
    NoiseSchedule s = edm(sigmaMin, sigmaMax, sigmaData, rho);
    s.m_name = "consistency";
    s.m_isConsistency = true;
    return s;
}

NoiseSchedule NoiseSchedule::scoreSde(double sigmaMin, double sigmaMax)
{
    NoiseSchedule s = edm(sigmaMin, sigmaMax);
    s.m_name = "score-sde";
    s.m_isGeometric = true;
    return s;
}

double NoiseSchedule::logSnr(double t) const
{
    switch (m_kind) {
    case Kind::Cosine:
        if (t >= 1)
            return -kInfinity;
        return t <= 0 ? kInfinity : -2 * std::log(std::tan(M_PI * t / 2));
    case Kind::RectifiedFlow:
        if (t >= 1)
            return -kInfinity;
        return t <= 0 ? kInfinity : 2 * std::log((1 - t) / t);
    case Kind::Edm: {
        const double s = sigma(t);
        return s > 0 ? -2 * std::log(s) : kInfinity;
    }
    case Kind::Table: break;
    }
    if (t <= 0)
        return kInfinity;
    const auto n = static_cast<double>(m_logSnr.size());
    const double at = std::min(t * n - 1, n - 1);
    if (at <= 0) {
        // Below the table's first step: on to infinity as 1/t^2, steady at the first entry.
        return m_logSnr.front() - 2 * std::log(t * n);
    }
    const auto i = static_cast<std::size_t>(at);
    const double fraction = at - static_cast<double>(i);
    if (fraction < 1e-9 || i + 1 >= m_logSnr.size())
        return m_logSnr[std::min(i, m_logSnr.size() - 1)];
    if (fraction > 1 - 1e-9)
        return m_logSnr[i + 1];
    if (!std::isfinite(m_logSnr[i + 1])) {
        // Towards the exact zero of the last entry: a goes linearly to 0.
        const double a = alphaOfLogSnr(m_logSnr[i]) * (1 - fraction);
        return std::log(a * a / (1 - a * a));
    }
    return m_logSnr[i] + fraction * (m_logSnr[i + 1] - m_logSnr[i]);
}

double NoiseSchedule::alpha(double t) const
{
    switch (m_kind) {
    case Kind::Cosine: return t >= 1 ? 0.0 : std::cos(M_PI * t / 2);
    case Kind::RectifiedFlow: return 1 - t;
    case Kind::Edm: return 1;
    case Kind::Table: break;
    }
    return t <= 0 ? 1.0 : alphaOfLogSnr(logSnr(t));
}

double NoiseSchedule::sigma(double t) const
{
    switch (m_kind) {
    case Kind::Cosine: return t >= 1 ? 1.0 : std::sin(M_PI * t / 2);
    case Kind::RectifiedFlow: return t;
    case Kind::Edm: {
        // Karras et al. 2022, equation 5, over continuous t: sigma(1) = sigmaMax, sigma(0+) = sigmaMin; 0 is the clean image.
        if (t <= 0)
            return 0;
        if (t >= 1)
            return m_sigmaMax;
        if (m_isGeometric)
            return m_sigmaMin * std::pow(m_sigmaMax / m_sigmaMin, t);
        const double low = std::pow(m_sigmaMin, 1 / m_rho), high = std::pow(m_sigmaMax, 1 / m_rho);
        return std::pow(low + t * (high - low), m_rho);
    }
    case Kind::Table: break;
    }
    return t <= 0 ? 0.0 : sigmaOfLogSnr(logSnr(t));
}

double NoiseSchedule::timeFromLogSnr(double value) const
{
    switch (m_kind) {
    case Kind::Cosine: return std::clamp(2 / M_PI * std::atan(std::exp(-value / 2)), tMin(), 1.0);
    case Kind::RectifiedFlow: return std::clamp(1 / (1 + std::exp(value / 2)), tMin(), 1.0);
    case Kind::Edm: {
        if (m_isGeometric)
            return std::clamp((-value / 2 - std::log(m_sigmaMin)) / std::log(m_sigmaMax / m_sigmaMin), 0.0, 1.0);
        const double s = std::exp(-value / 2), low = std::pow(m_sigmaMin, 1 / m_rho), high = std::pow(m_sigmaMax, 1 / m_rho);
        return std::clamp((std::pow(s, 1 / m_rho) - low) / (high - low), 0.0, 1.0);
    }
    case Kind::Table: break;
    }
    double low = tMin(), high = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (logSnr(middle) > value ? low : high) = middle;
    }
    return (low + high) / 2;
}

torch::Tensor NoiseSchedule::alpha(const torch::Tensor& t) const
{
    const torch::Tensor times = t.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    torch::Tensor out = torch::empty_like(times);
    for (std::int64_t i = 0; i < times.numel(); ++i)
        out.data_ptr<double>()[i] = alpha(times.data_ptr<double>()[i]);
    return out.to(t.device(), t.scalar_type()).view({-1, 1, 1, 1});
}

torch::Tensor NoiseSchedule::sigma(const torch::Tensor& t) const
{
    const torch::Tensor times = t.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    torch::Tensor out = torch::empty_like(times);
    for (std::int64_t i = 0; i < times.numel(); ++i)
        out.data_ptr<double>()[i] = sigma(times.data_ptr<double>()[i]);
    return out.to(t.device(), t.scalar_type()).view({-1, 1, 1, 1});
}

double NoiseSchedule::networkTime(double t) const
{
    if (m_isGeometric)
        return std::max(sigma(t), m_sigmaMin) / 2;
    if (m_kind == Kind::Edm)
        return std::log(std::max(sigma(t), m_sigmaMin)) * (m_isConsistency ? 250 : 0.25);
    const double step = steps() * t - 1, nearest = std::nearbyint(step);
    // Times come in float32, which holds (i+1)/N only to within a hair: the network is asked at exactly i.
    return std::abs(step - nearest) < 1e-4 ? nearest : step;
}

torch::Tensor NoiseSchedule::networkTime(const torch::Tensor& t) const
{
    const torch::Tensor times = t.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    torch::Tensor out = torch::empty_like(times);
    for (std::int64_t i = 0; i < times.numel(); ++i)
        out.data_ptr<double>()[i] = networkTime(times.data_ptr<double>()[i]);
    return out.to(t.device(), torch::kFloat32);
}

double NoiseSchedule::tMin() const
{
    if (m_kind == Kind::Edm)
        return 0;
    return m_kind == Kind::Table ? 1.0 / static_cast<double>(m_logSnr.size()) : 1e-3;
}

std::vector<double> NoiseSchedule::betas(int steps) const
{
    if (m_kind == Kind::Table && static_cast<std::size_t>(steps) == m_betas.size())
        return m_betas;
    if (m_kind == Kind::Edm || m_kind == Kind::RectifiedFlow)
        throw Error(ErrorCode::Unsupported, fmt::format("the {} schedule is not variance preserving, so it has no table of betas", m_name));
    std::vector<double> out;
    double before = 1;
    for (int i = 0; i < steps; ++i) {
        const double a = alpha(static_cast<double>(i + 1) / steps), alphaBar = a * a;
        out.push_back(1 - alphaBar / before);
        before = alphaBar;
    }
    return out;
}

Json NoiseSchedule::toJson() const
{
    switch (m_kind) {
    case Kind::Edm: return {{"kind", m_name}, {"sigma_min", m_sigmaMin}, {"sigma_max", m_sigmaMax}, {"sigma_data", m_sigmaData}, {"rho", m_rho}};
    case Kind::Table:
        if (m_name == "linear")
            return {{"kind", "linear"}};
        // After rescaling the betas already hold the zero: they are not rescaled again on reading.
        return {{"kind", "table"}, {"betas", m_betas}, {"zero_terminal_snr", m_zeroTerminalSnr}, {"terminal_alpha_bar", m_terminalAlphaBar}};
    default: return {{"kind", m_name}};
    }
}

NoiseSchedule NoiseSchedule::fromJson(const Json& json)
{
    const std::string kind = json.is_object() ? json.value("kind", "") : "";
    if (kind == "cosine")
        return cosine();
    if (kind == "linear")
        return linear();
    if (kind == "flow")
        return rectifiedFlow();
    if (kind == "edm" || kind == "consistency")
        return (kind == "edm" ? edm : consistency)(json.value("sigma_min", 0.002), json.value("sigma_max", 80.0), json.value("sigma_data", 0.5), json.value("rho", 7.0));
    if (kind == "score-sde")
        return scoreSde(json.value("sigma_min", 0.02), json.value("sigma_max", 2696.0));
    if (kind == "table" && json.contains("betas") && json["betas"].is_array()) {
        NoiseSchedule s = fromBetas(json["betas"].get<std::vector<double>>(), false, json.value("terminal_alpha_bar", 0.0));
        s.m_zeroTerminalSnr = json.value("zero_terminal_snr", false);
        if (s.m_zeroTerminalSnr)
            s.m_name = "table, zero terminal SNR";
        return s;
    }
    throw Error(ErrorCode::BadFile, fmt::format("noise schedule: kind '{}' is not one of cosine, linear, flow, edm, consistency, score-sde, table", kind));
}

}  // namespace potstill
