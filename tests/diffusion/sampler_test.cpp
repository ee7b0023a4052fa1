#include "engine/diffusion/sampler.h"

#include <QtTest>

#include <cmath>

using namespace potstill;
using torch::Tensor;

namespace {

/// The exact denoiser of data ~ mixture of N(m_k, s^2) with equal weights, each pixel on its own: E[x0 | x_t] in closed form, in float64.
class ExactDenoiser final : public Denoiser {
public:
    ExactDenoiser(NoiseSchedule schedule, std::vector<double> means, double deviation) : m_schedule(std::move(schedule)), m_means(std::move(means)), m_s(deviation) {}
    Prediction predict(const Tensor& xt, const Tensor& t, const Condition&) override
    {
        countCalls(1);
        const double time = t[0].item<double>(), a = m_schedule.alpha(time), s = m_schedule.sigma(time), v = a * a * m_s * m_s + s * s;
        Tensor weightSum = torch::zeros_like(xt), x0 = torch::zeros_like(xt);
        for (double m : m_means) {
            const Tensor w = (-(xt - a * m).square() / (2 * v)).exp();
            weightSum += w;
            x0 += w * (m + a * m_s * m_s / v * (xt - a * m));
        }
        x0 = x0 / weightSum.clamp_min(1e-300);
        return {x0, s > 0 ? (xt - a * x0) / s : torch::zeros_like(xt)};
    }
    const NoiseSchedule& schedule() const override { return m_schedule; }

private:
    NoiseSchedule m_schedule;
    std::vector<double> m_means;
    double m_s;
};

StepNoise freshNoise(const Tensor& like)
{
    return [shape = like.sizes().vec(), dtype = like.scalar_type()](int stage) { return Rng(99).fork("stage", static_cast<std::uint64_t>(stage)).normal(shape).to(dtype); };
}

Tensor sampled(Denoiser& d, const Tensor& noise, SamplerKind kind, const TimeGrid& grid, double eta = 0, double churn = 0)
{
    SamplerOptions o;
    o.kind = kind;
    o.eta = eta;
    o.churn = churn;
    return sample(d, noise, {}, grid, o, freshNoise(noise));
}

/// Global order on a finite range of log-SNR: the error against a very fine run of the same range for n and 2n equal steps in log-SNR.
double observedOrder(SamplerKind kind)
{
    ExactDenoiser d(NoiseSchedule::cosine(), {-0.7, 0.4}, 0.3);
    const NoiseSchedule& s = d.schedule();
    const Tensor noise = Rng(5).normal({64, 1, 2, 2}).to(torch::kFloat64);
    const double low = s.logSnr(0.85), high = s.logSnr(0.15);
    // The state at the end of the range, taken where the last call is made: what the steps before it have reached.
    const auto endState = [&](SamplerKind k, int steps) {
        TimeGrid grid;
        for (int i = 0; i <= steps; ++i)
            grid.push_back(i == 0 ? 0.85 : s.timeFromLogSnr(low + (high - low) * i / steps));
        Tensor end;
        SamplerOptions o;
        o.kind = k;
        sample(d, noise, {}, grid, o, freshNoise(noise), [&](const SamplerStep& step) {
            end = step.xt;
            return step.index + 1 < step.steps;
        });
        return end;
    };
    static const Tensor truth = endState(SamplerKind::Dpm3MOrder3, 3000);
    const double coarse = (endState(kind, 100) - truth).norm().item<double>(), fine = (endState(kind, 200) - truth).norm().item<double>();
    return std::log2(coarse / fine);
}

}  // namespace

class SamplerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySamplerReachesMeanAndVarianceOfAGaussian()
    {
        for (const NoiseSchedule& schedule : {NoiseSchedule::cosine(), NoiseSchedule::linear(), NoiseSchedule::edm()})
            for (SamplerKind kind :
                 {SamplerKind::Ddim, SamplerKind::Ddpm, SamplerKind::Euler, SamplerKind::Heun, SamplerKind::Dpm2M, SamplerKind::Dpm3M, SamplerKind::Dpm3MOrder3}) {
                if (kind == SamplerKind::Ddpm && schedule.kind() == NoiseSchedule::Kind::Edm)
                    continue;  // ancestral steps are those of a variance-preserving schedule
                ExactDenoiser d(schedule, {0.3}, 0.5);
                const Tensor noise = Rng(1).normal({4096, 1, 2, 2}).to(torch::kFloat64);
                const GridSpacing spacing = schedule.kind() == NoiseSchedule::Kind::Edm ? GridSpacing::Karras : GridSpacing::Time;
                const Tensor x = sampled(d, noise, kind, makeTimeGrid(schedule, spacing, 100));
                const double mean = x.mean().item<double>(), deviation = x.std().item<double>();
                QVERIFY2(std::abs(mean - 0.3) < 0.03 && std::abs(deviation - 0.5) < 0.03,
                         qPrintable(QString("%1 on %2: mean %3, deviation %4")
                                        .arg(QString::fromStdString(std::string(samplerName(kind))), QString::fromStdString(schedule.name()))
                                        .arg(mean)
                                        .arg(deviation)));
            }
    }
    void bothModesOfAMixtureAreReached()
    {
        ExactDenoiser d(NoiseSchedule::cosine(), {-0.8, 0.8}, 0.1);
        const Tensor noise = Rng(2).normal({4096, 1, 1, 1}).to(torch::kFloat64);
        for (SamplerKind kind : {SamplerKind::Ddim, SamplerKind::Ddpm, SamplerKind::Heun, SamplerKind::Dpm2M}) {
            const Tensor x = sampled(d, noise, kind, makeTimeGrid(d.schedule(), GridSpacing::Time, 100));
            const double right = (x > 0).to(torch::kFloat64).mean().item<double>(), inside = ((x.abs() - 0.8).abs() < 0.4).to(torch::kFloat64).mean().item<double>();
            QVERIFY2(std::abs(right - 0.5) < 0.04 && inside > 0.97, qPrintable(QString::number(right) + " " + QString::number(inside)));
        }
    }
    void ordersOfConvergence_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("order");
        QTest::newRow("euler 1") << int(SamplerKind::Euler) << 1.0;
        QTest::newRow("ddim 1") << int(SamplerKind::Ddim) << 1.0;
        QTest::newRow("heun 2") << int(SamplerKind::Heun) << 2.0;
        QTest::newRow("dpmpp_2m 2") << int(SamplerKind::Dpm2M) << 2.0;
        QTest::newRow("dpmpp_3m as diffusers has it 2") << int(SamplerKind::Dpm3M) << 2.0;
        QTest::newRow("dpmpp_3m corrected 3") << int(SamplerKind::Dpm3MOrder3) << 3.0;
    }
    void ordersOfConvergence()
    {
        QFETCH(int, kind);
        QFETCH(double, order);
        const double seen = observedOrder(SamplerKind(kind));
        QVERIFY2(std::abs(seen - order) < 0.35, qPrintable(QString("observed order %1").arg(seen)));
    }
    void callsAreCountedByTheDenoiser()
    {
        ExactDenoiser d(NoiseSchedule::cosine(), {0.0}, 1);
        const Tensor noise = Rng(1).normal({2, 1, 1, 1}).to(torch::kFloat64);
        sampled(d, noise, SamplerKind::Ddim, makeTimeGrid(d.schedule(), GridSpacing::Time, 10));
        QCOMPARE(d.nfe(), std::int64_t(10));
        ExactDenoiser e(NoiseSchedule::edm(), {0.0}, 1);
        sampled(e, noise, SamplerKind::Heun, makeTimeGrid(e.schedule(), GridSpacing::Karras, 18));
        QCOMPARE(e.nfe(), std::int64_t(35));
    }
    void anObserverMayStop()
    {
        ExactDenoiser d(NoiseSchedule::cosine(), {0.0}, 1);
        const Tensor noise = Rng(1).normal({2, 1, 1, 1}).to(torch::kFloat64);
        int seen = 0;
        sample(d, noise, {}, makeTimeGrid(d.schedule(), GridSpacing::Time, 10), {}, {}, [&](const SamplerStep& s) {
            ++seen;
            return s.index < 3;
        });
        QCOMPARE(seen, 4);
    }
    void noiseCorrectionIsNothingForVWithoutTerminalSignal()
    {
        UNetConfig c;
        c.blockOutChannels = {8};
        c.downBlockTypes = {"DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D"};
        c.layersPerBlock = 1;
        c.normNumGroups = 4;
        c.addAttention = false;
        auto net = std::make_shared<UNet>(c);
        net->init(Rng(3), false);
        const Tensor noise = Rng(4).normal({2, 3, 8, 8});
        const auto with = [&](Parametrisation p, const NoiseSchedule& s, bool correction) {
            NetworkDenoiser d(net, p, s);
            SamplerOptions o;
            o.noiseCorrection = correction;
            return sample(d, noise, {}, {1.0, 2.0 / 3, 1.0 / 3}, o);
        };
        QVERIFY(torch::equal(with(Parametrisation::V, NoiseSchedule::cosine(), true), with(Parametrisation::V, NoiseSchedule::cosine(), false)));
        const NoiseSchedule zero = NoiseSchedule::fromBetas(NoiseSchedule::linear().betas(1000), true);
        QVERIFY(torch::equal(with(Parametrisation::V, zero, true), with(Parametrisation::V, zero, false)));
        QVERIFY(!torch::equal(with(Parametrisation::Eps, NoiseSchedule::linear(), true), with(Parametrisation::Eps, NoiseSchedule::linear(), false)));
    }
    void guidanceIsAffineAndCountsTwo()
    {
        UNetConfig c;
        c.blockOutChannels = {8};
        c.downBlockTypes = {"DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D"};
        c.layersPerBlock = 1;
        c.normNumGroups = 4;
        c.addAttention = false;
        c.numClassEmbeds = 4;
        auto net = std::make_shared<UNet>(c);
        net->init(Rng(3), false);
        NetworkDenoiser inner(net, Parametrisation::V, NoiseSchedule::cosine());
        GuidedDenoiser guided(inner, 3.0, 3);
        const Tensor x = Rng(4).normal({2, 3, 8, 8}), t = torch::full({2}, 0.6);
        const Condition some{torch::tensor({0, 2}, torch::kInt64)}, none{torch::full({2}, 3, torch::kInt64)};
        const Tensor a = inner.x0(x, t, some), b = inner.x0(x, t, none);
        QVERIFY(torch::allclose(guided.x0(x, t, some), b + 3 * (a - b), 1e-4, 1e-5));
        QCOMPARE(guided.nfe(), std::int64_t(2));
    }
    void theTeachersTargetOfAGaussianIsExact()
    {
        // From x at t the probability flow of a Gaussian ends at m + s/sqrt(v) (x - a m): many steps must come near.
        ExactDenoiser d(NoiseSchedule::cosine(), {0.2}, 0.5);
        const Tensor x = Rng(6).normal({8, 1, 1, 1}).to(torch::kFloat64), t = torch::full({8}, 0.7, torch::kFloat64);
        const double a = d.schedule().alpha(0.7), s = d.schedule().sigma(0.7), v = a * a * 0.25 + s * s;
        const Tensor truth = 0.2 + 0.5 / std::sqrt(v) * (x - a * 0.2);
        int calls = 0;
        const Tensor made = solveToClean(d, x, t, {}, 400, SamplerKind::Ddim, [&] { ++calls; });
        QVERIFY((made - truth).abs().max().item<double>() < 0.01);
        QCOMPARE(calls, 400);
    }
    void theSecondOrderTeacherIsThatOfTheSampler()
    {
        // Same grid, same start: the sampler's 2M and the per-image 2M are one algorithm, also from a(1) = 0.
        ExactDenoiser d(NoiseSchedule::cosine(), {-0.8, 0.7}, 0.2);
        const Tensor x = Rng(7).normal({16, 1, 1, 1}).to(torch::kFloat64), t = torch::ones({16}, torch::kFloat64);
        SamplerOptions options;
        options.kind = SamplerKind::Dpm2M;
        const Tensor expected = sample(d, x, {}, makeTimeGrid(d.schedule(), GridSpacing::Time, 6), options);
        QVERIFY(torch::allclose(solveToClean(d, x, t, {}, 6, SamplerKind::Dpm2M), expected, 1e-6, 1e-6));
        QVERIFY(!torch::allclose(solveToClean(d, x, t, {}, 6, SamplerKind::Ddim), expected, 1e-3, 1e-3));
    }
    void gridsBeginAtTheEndAndFall()
    {
        for (const NoiseSchedule& s : {NoiseSchedule::cosine(), NoiseSchedule::linear(), NoiseSchedule::edm()})
            for (GridSpacing spacing : {GridSpacing::Time, GridSpacing::LogSnr, GridSpacing::Karras})
                for (int n : {1, 2, 7, 50}) {
                    const TimeGrid g = makeTimeGrid(s, spacing, n);
                    QCOMPARE(g.size(), std::size_t(n));
                    QCOMPARE(g.front(), 1.0);
                    for (std::size_t i = 1; i < g.size(); ++i)
                        QVERIFY(g[i] < g[i - 1] && g[i] > 0);
                }
        QVERIFY_THROWS_EXCEPTION(Error, makeTimeGrid(NoiseSchedule::cosine(), GridSpacing::Time, 0));
        QVERIFY_THROWS_EXCEPTION(Error, samplerFromName("eulr"));
    }
};

QTEST_GUILESS_MAIN(SamplerTest)
#include "sampler_test.moc"
