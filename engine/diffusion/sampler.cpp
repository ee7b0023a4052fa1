#include "engine/diffusion/sampler.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace potstill {

using torch::Tensor;

namespace {

struct Name {
    SamplerKind kind;
    std::string_view text;
};
constexpr Name kNames[] = {{SamplerKind::Ddpm, "ddpm"},
                           {SamplerKind::Ddim, "ddim"},
                           {SamplerKind::Euler, "euler"},
                           {SamplerKind::Heun, "heun"},
                           {SamplerKind::Dpm2M, "dpmpp_2m"},
                           {SamplerKind::Dpm3M, "dpmpp_3m"},
                           {SamplerKind::Dpm3MOrder3, "dpmpp_3m_o3"},
                           {SamplerKind::Consistency, "consistency"}};

/// Scalar coefficients at one time of the grid; t = 0 is the clean image.
struct Level {
    double t = 0, a = 1, s = 0, lambda = 0;  // lambda = ln(a/s), half the log-SNR
    Level(const NoiseSchedule& schedule, double time) : t(time)
    {
        if (t <= 0)
            return;
        a = schedule.alpha(t);
        s = schedule.sigma(t);
        lambda = schedule.logSnr(t) / 2;
    }
    bool isClean() const { return s == 0; }
};

bool isLimited(const SamplerOptions& options) { return options.clipX0 || options.dynamicThreshold; }

Tensor limited(const Tensor& x0, const SamplerOptions& options)
{
    if (!options.dynamicThreshold)
        return x0.clamp(-options.clipRange, options.clipRange);
    // Saharia et al. 2022 (Imagen), section 2.3
    const Tensor scale = torch::quantile(x0.flatten(1).abs(), options.thresholdRatio, 1).clamp(1.0, std::max(1.0, options.thresholdMax)).view({-1, 1, 1, 1});
    return torch::max(torch::min(x0, scale), -scale) / scale;
}

bool rederivesEps(const SamplerOptions& options) { return options.rederiveEps || options.kind != SamplerKind::Ddim; }

class Run {
public:
    Run(Denoiser& denoiser, const Tensor& noise, const Condition& condition, const TimeGrid& grid, const SamplerOptions& options, const StepNoise& stepNoise,
        const SamplerObserver& observer)
        : m_denoiser(denoiser),
          m_schedule(denoiser.schedule()),
          m_condition(condition),
          m_grid(grid),
          m_options(options),
          m_stepNoise(stepNoise),
          m_observer(observer),
          m_noise(noise)
    {
    }

    Tensor run()
    {
        m_denoiser.resetNfe();
        Tensor x = (m_options.startScale > 0 ? m_options.startScale : m_schedule.sigma(m_grid.front())) * m_noise;
        for (std::size_t i = 0; i < m_grid.size(); ++i) {
            m_step = static_cast<int>(i);
            Level now(m_schedule, m_grid[i]);
            const Level next(m_schedule, nextTime(i));
            if (m_options.kind == SamplerKind::Heun && m_options.churn > 0)
                churn(x, now);
            Prediction p = predict(x, now.t);
            if (m_observer && !m_observer({m_step, static_cast<int>(m_grid.size()), now.t, x, p.x0}))
                return p.x0;
            if (i == 0 && m_options.noiseCorrection)
                correctNoise(x, p, now);
            x = advance(x, p, now, next);
        }
        return x;
    }

private:
    double nextTime(std::size_t i) const
    {
        if (m_options.kind == SamplerKind::Ddim && m_options.ddimTable > 0) {
            const int steps = m_options.ddimTable, at = static_cast<int>(std::lround(m_grid[i] * steps)) - 1;
            return std::max(0, at - steps / static_cast<int>(m_grid.size()) + 1) / static_cast<double>(steps);
        }
        return i + 1 < m_grid.size() ? m_grid[i + 1] : 0.0;
    }

    Prediction predict(const Tensor& x, double t)
    {
        const Tensor times = torch::full({x.size(0)}, t, x.options());
        Prediction p = m_denoiser.predict(x, times, m_condition);
        if (!isLimited(m_options))
            return p;
        // As limitedPrediction(), but with a and s in double: its float32 tensors round otherwise, and samples would no longer be the same bit for bit.
        p.x0 = limited(p.x0, m_options);
        const Level l(m_schedule, t);
        if (!l.isClean() && rederivesEps(m_options))
            p.eps = (x - l.a * p.x0) / l.s;
        return p;
    }

    /// Imagine Flash, section 3.3: the true noise x_T/s(T) takes the place of the predicted one. The state becomes what x0 and that noise make, so that every sampler takes
    /// its step from a consistent pair. Where a(T) = 0 and the network's noise already is the true one, bit for bit, nothing changes.
    void correctNoise(Tensor& x, Prediction& p, const Level& now) const
    {
        p.eps = x / now.s;
        if (now.a != 0)
            x = now.a * p.x0 + x;
    }

    Tensor advance(const Tensor& x, const Prediction& p, const Level& now, const Level& next)
    {
        switch (m_options.kind) {
        case SamplerKind::Ddim: return ddim(p, now, next);
        case SamplerKind::Ddpm: return ddpm(x, p, now, next);
        case SamplerKind::Euler: return euler(x, p, now, next);
        case SamplerKind::Heun: return heun(x, p, now, next);
        case SamplerKind::Consistency: return consistency(p, next);
        default: return dpm(x, p, now, next);
        }
    }

    Tensor freshNoise() const
    {
        if (!m_stepNoise)
            throw Error(ErrorCode::Internal, "a random sampler was run without a source of noise");
        return m_stepNoise(m_step + 1);
    }

    /// Song et al. 2021 (DDIM), equations 12 and 16.
    Tensor ddim(const Prediction& p, const Level& now, const Level& next) const
    {
        double a = next.a, s = next.s;
        if (next.isClean() && m_options.finalAlpha < 1) {
            a = std::sqrt(m_options.finalAlpha);
            s = std::sqrt(1 - m_options.finalAlpha);
        }
        if (m_options.eta <= 0 || s == 0)
            return s == 0 && a == 1 ? p.x0 : a * p.x0 + s * p.eps;
        const double alpha = now.a * now.a / (a * a), beta = now.s * now.s - alpha * s * s;
        const double fresh = m_options.eta * std::sqrt(std::max(0.0, s * s / (now.s * now.s) * beta));
        return a * p.x0 + std::sqrt(std::max(0.0, s * s - fresh * fresh)) * p.eps + fresh * freshNoise();
    }

    /// Ho et al. 2020 (DDPM), equations 6 and 7, for steps of any size and any a and s: q(x_next | x, x0). alpha and beta are those of the step, a(t|s)^2 and s(t|s)^2.
    Tensor ddpm(const Tensor& x, const Prediction& p, const Level& now, const Level& next) const
    {
        if (next.isClean())
            return p.x0;
        const double nowVar = now.s * now.s, nextVar = next.s * next.s, alpha = now.a * now.a / (next.a * next.a), beta = nowVar - alpha * nextVar;
        const Tensor mean = (next.a * beta / nowVar) * p.x0 + (std::sqrt(alpha) * nextVar / nowVar) * x;
        const double posterior = std::max(nextVar / nowVar * beta, 1e-20);
        if (p.variance.defined() && m_options.varianceType == "learned")
            return mean + p.variance.clamp_min(0).sqrt() * freshNoise();
        if (p.variance.defined() && m_options.varianceType == "learned_range") {  // Nichol and Dhariwal 2021, equation 15
            const Tensor share = (p.variance + 1) / 2;
            return mean + (0.5 * (share * std::log(beta) + (1 - share) * std::log(posterior))).exp() * freshNoise();
        }
        const double variance = m_options.varianceType.rfind("fixed_large", 0) == 0 ? beta : posterior;
        return mean + std::sqrt(variance) * freshNoise();
    }

    /// Song et al. 2023 (consistency models), algorithm 1: noise the prediction again to the next level.
    Tensor consistency(const Prediction& p, const Level& next) const
    {
        if (m_schedule.kind() != NoiseSchedule::Kind::Edm)
            throw Error(ErrorCode::BadOption, fmt::format("sampler: 'consistency' is made for consistency models, not for the {} schedule", m_schedule.name()));
        const double floor = m_schedule.sigmaMin(), variance = next.s * next.s - floor * floor;
        return next.isClean() || variance <= 0 ? p.x0 : p.x0 + std::sqrt(variance) * freshNoise();
    }

    /// In x/a over sigma/a, which makes every Gaussian schedule look like EDM's: dx/dsigma = eps.
    Tensor euler(const Tensor& x, const Prediction& p, const Level& now, const Level& next) const
    {
        if (next.isClean() || now.a == 0)
            return next.isClean() ? p.x0 : next.a * p.x0 + next.s * p.eps;
        return next.a * (x / now.a + (next.s / next.a - now.s / now.a) * p.eps);
    }

    /// Karras et al. 2022, algorithm 2, lines 5 and 6, in x/a over sigma/a: the noise level is raised before the call. At the top of the schedule there is nowhere to go.
    void churn(Tensor& x, Level& now) const
    {
        if (now.a == 0)
            return;
        const double gamma = std::min(m_options.churn / static_cast<double>(m_grid.size()), std::sqrt(2.0) - 1), sigma = now.s / now.a;
        const Level up(m_schedule, m_schedule.timeFromLogSnr(-2 * std::log(sigma * (1 + gamma))));
        if (up.a == 0 || up.s / up.a <= sigma)
            return;
        const double reached = up.s / up.a;
        x = up.a * (x / now.a + std::sqrt(reached * reached - sigma * sigma) * freshNoise());
        now = up;
    }

    /// Karras et al. 2022, algorithm 1, in x/a over sigma/a.
    Tensor heun(const Tensor& x, const Prediction& p, const Level& now, const Level& next)
    {
        const Tensor guess = euler(x, p, now, next);
        if (next.isClean() || now.a == 0)
            return guess;
        const Prediction second = predict(guess, next.t);
        return next.a * (x / now.a + (next.s / next.a - now.s / now.a) * 0.5 * (p.eps + second.eps));
    }

    /// DPM-Solver++ (Lu et al. 2022, arXiv 2211.01095), multistep in the data prediction. The first step and the last to the clean image are of order 1.
    Tensor dpm(const Tensor& x, const Prediction& p, const Level& now, const Level& next)
    {
        m_history.push_back({now.lambda, p.x0});
        if (m_history.size() > 3)
            m_history.erase(m_history.begin());
        if (next.isClean())
            return p.x0;
        if (!std::isfinite(now.lambda)) {
            m_history.clear();  // at a = 0 no finite step in lambda leads here; a DDIM step does
            return next.a * p.x0 + next.s * p.eps;
        }
        const double h = next.lambda - now.lambda, e = -std::expm1(-h);  // 1 - exp(-h)
        const Tensor base = (next.s / now.s) * x + (next.a * e) * p.x0;
        const std::size_t n = m_history.size();
        const double c1 = std::expm1(-h) / h + 1;
        if (n < 2 && m_options.kind == SamplerKind::Dpm3MOrder3)  // one more call, so that the first step does not cost an order
            return base + (next.a * c1) * (predict(base, next.t).x0 - p.x0);
        if (n < 2)
            return base;
        const double h0 = now.lambda - m_history[n - 2].lambda, r0 = h0 / h;
        const Tensor d10 = (p.x0 - m_history[n - 2].x0) / r0;
        const bool isLate = m_options.kind == SamplerKind::Dpm3M && m_options.lowerOrderFinal && m_grid.size() < 15 && static_cast<std::size_t>(m_step) + 2 == m_grid.size();
        const bool isThird = m_options.kind != SamplerKind::Dpm2M && n >= 3 && !isLate;
        if (!isThird)
            return base + (0.5 * next.a * e) * d10;
        const double h1 = m_history[n - 2].lambda - m_history[n - 3].lambda, r1 = h1 / h;
        const Tensor d11 = (m_history[n - 2].x0 - m_history[n - 3].x0) / r1;
        const Tensor d1 = d10 + (r0 / (r0 + r1)) * (d10 - d11), d2 = (d10 - d11) / (r0 + r1);
        const double c2 = (std::expm1(-h) + h) / (h * h) - 0.5;
        // D2 is the second divided difference, which is half the second derivative; diffusers multiplies it as if it were the whole, which costs an order.
        const double half = m_options.kind == SamplerKind::Dpm3MOrder3 ? 2.0 : 1.0;
        return base + (next.a * c1) * d1 - (next.a * c2 * half) * d2;
    }

    struct Past {
        double lambda;
        Tensor x0;
    };

    Denoiser& m_denoiser;
    const NoiseSchedule& m_schedule;
    const Condition& m_condition;
    const TimeGrid& m_grid;
    const SamplerOptions& m_options;
    const StepNoise& m_stepNoise;
    const SamplerObserver& m_observer;
    Tensor m_noise;
    int m_step = 0;
    std::vector<Past> m_history;
};

}  // namespace

std::string_view samplerName(SamplerKind kind)
{
    for (const Name& n : kNames)
        if (n.kind == kind)
            return n.text;
    return "";
}

SamplerKind samplerFromName(std::string_view name)
{
    std::vector<std::string_view> known;
    for (const Name& n : kNames) {
        if (n.text == name)
            return n.kind;
        known.push_back(n.text);
    }
    throw Error(ErrorCode::BadOption, fmt::format("sampler: '{}' is not one of {}", name, fmt::join(known, ", ")));
}

Tensor sample(Denoiser& denoiser, const Tensor& noise, const Condition& condition, const TimeGrid& grid, const SamplerOptions& options, const StepNoise& stepNoise,
              const SamplerObserver& observer)
{
    torch::NoGradGuard noGrad;
    if (grid.empty())
        throw Error(ErrorCode::BadOption, "sampling: the time grid is empty");
    return Run(denoiser, noise, condition, grid, options, stepNoise, observer).run();
}

Prediction limitedPrediction(Prediction prediction, const Tensor& xt, const Tensor& t, const NoiseSchedule& schedule, const SamplerOptions& options)
{
    if (!isLimited(options))
        return prediction;
    prediction.x0 = limited(prediction.x0, options);
    if (rederivesEps(options))
        prediction.eps = (xt - schedule.alpha(t) * prediction.x0) / schedule.sigma(t);
    return prediction;
}

Prediction LimitedDenoiser::predict(const Tensor& xt, const Tensor& t, const Condition& condition)
{
    const std::int64_t before = m_inner.nfe();
    Prediction p = m_inner.predict(xt, t, condition);
    countCalls(m_inner.nfe() - before);
    return limitedPrediction(std::move(p), xt, t, schedule(), m_options);
}

Tensor ddimStep(const Prediction& prediction, double s, const NoiseSchedule& schedule)
{
    if (s <= 0)
        return prediction.x0;
    return schedule.alpha(s) * prediction.x0 + schedule.sigma(s) * prediction.eps;
}

Tensor solveToClean(Denoiser& teacher, const Tensor& x, const Tensor& t, const Condition& condition, int k, SamplerKind solver, const std::function<void()>& onCall)
{
    torch::NoGradGuard noGrad;
    const NoiseSchedule& schedule = teacher.schedule();
    const auto timeAt = [&](int i) { return t * (1 - static_cast<double>(i) / k); };
    const auto lambdaAt = [&](const Tensor& time) { return (schedule.alpha(time) / schedule.sigma(time)).log(); };
    Tensor state = x, lastX0, lastLambda;
    for (int i = 0;; ++i) {
        if (onCall)
            onCall();
        const Tensor now = timeAt(i);
        const Prediction p = teacher.predict(state, now, condition);
        if (i + 1 == k)
            return p.x0;
        const Tensor next = timeAt(i + 1);
        state = schedule.alpha(next) * p.x0 + schedule.sigma(next) * p.eps;
        if (solver == SamplerKind::Ddim)
            continue;
        // DPM-Solver++(2M) puts D = x0 + (x0 - last x0) / (2 r) in the place of x0. From a = 0 the way in lambda is infinite, r too, and the step stays DDIM's.
        const Tensor lambda = lambdaAt(now);
        if (lastX0.defined()) {
            const Tensor r = (lambda - lastLambda) / (lambdaAt(next) - lambda);
            const Tensor change = (p.x0 - lastX0) / (2 * r);
            state = state + (schedule.alpha(next) - schedule.sigma(next) * schedule.alpha(now) / schedule.sigma(now)) * change;
        }
        lastX0 = p.x0;
        lastLambda = lambda;
    }
}

}  // namespace potstill
