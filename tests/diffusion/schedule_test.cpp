#include "engine/diffusion/denoiser.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

namespace {

std::vector<NoiseSchedule> all()
{
    return {NoiseSchedule::cosine(), NoiseSchedule::linear(), NoiseSchedule::fromBetas(NoiseSchedule::linear().betas(1000), true), NoiseSchedule::rectifiedFlow(),
            NoiseSchedule::edm()};
}

double relative(const torch::Tensor& a, const torch::Tensor& b) { return ((a - b).norm() / b.norm()).item<double>(); }

}  // namespace

class ScheduleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEndsAreExact()
    {
        QCOMPARE(NoiseSchedule::cosine().alpha(1.0), 0.0);
        QCOMPARE(NoiseSchedule::cosine().sigma(1.0), 1.0);
        QCOMPARE(all()[2].alpha(1.0), 0.0);
        QCOMPARE(all()[2].sigma(1.0), 1.0);
        QVERIFY(NoiseSchedule::linear().alpha(1.0) > 0);
        QCOMPARE(NoiseSchedule::edm().sigma(1.0), 80.0);
        QVERIFY(std::abs(NoiseSchedule::edm().sigma(1e-12) - 0.002) < 1e-6);
    }
    void varianceIsPreservedAndSignalFalls()
    {
        for (std::size_t i = 0; i < 3; ++i) {
            const NoiseSchedule s = all()[i];
            double before = 2;
            for (double t = 0.001; t <= 1.0; t += 0.001) {
                QVERIFY(std::abs(s.alpha(t) * s.alpha(t) + s.sigma(t) * s.sigma(t) - 1) < 1e-12);
                QVERIFY(s.alpha(t) <= before);
                before = s.alpha(t);
            }
        }
    }
    void aTableIsHitAtItsSteps()
    {
        // alpha-bar of DDPM's linear schedule: product of 1 - beta.
        const NoiseSchedule s = NoiseSchedule::linear();
        double product = 1;
        for (int i = 0; i < 1000; ++i) {
            product *= 1 - (1e-4 + (0.02 - 1e-4) * i / 999);
            const double a = s.alpha((i + 1) / 1000.0);
            QVERIFY2(std::abs(a * a - product) < 1e-10, qPrintable(QString::number(i)));
        }
        QCOMPARE(s.networkTime(0.5), 499.0);
    }
    void logSnrInverts()
    {
        for (const NoiseSchedule& s : all())
            for (double t : {0.05, 0.3, 0.7, 0.95})
                QVERIFY2(std::abs(s.timeFromLogSnr(s.logSnr(t)) - t) < 1e-6, qPrintable(QString("%1 at %2").arg(QString::fromStdString(s.name())).arg(t)));
    }
    void betasGiveTheScheduleBack()
    {
        const NoiseSchedule cosine = NoiseSchedule::cosine(), table = NoiseSchedule::fromBetas(cosine.betas(1000));
        for (int i = 0; i < 1000; i += 37)
            QVERIFY(std::abs(table.alpha((i + 1) / 1000.0) - cosine.alpha((i + 1) / 1000.0)) < 1e-9);
        QVERIFY_THROWS_EXCEPTION(Error, NoiseSchedule::edm().betas());
    }
    void jsonRoundTrips()
    {
        for (const NoiseSchedule& s : all()) {
            const NoiseSchedule back = NoiseSchedule::fromJson(s.toJson());
            for (double t : {0.01, 0.5, 0.999, 1.0})
                QVERIFY(std::abs(back.alpha(t) - s.alpha(t)) < 1e-12 && std::abs(back.sigma(t) - s.sigma(t)) < 1e-9);
        }
        QVERIFY_THROWS_EXCEPTION(Error, NoiseSchedule::fromJson(Json{{"kind", "nonsense"}}));
    }
    void parametrisationsRoundTrip()
    {
        Rng rng(1);
        const torch::Tensor x0 = rng.normal({4, 3, 8, 8}).clamp(-1, 1), eps = rng.normal({4, 3, 8, 8});
        const std::pair<Parametrisation, NoiseSchedule> pairs[] = {{Parametrisation::Eps, NoiseSchedule::linear()},
                                                                   {Parametrisation::X0, NoiseSchedule::linear()},
                                                                   {Parametrisation::V, NoiseSchedule::cosine()},
                                                                   {Parametrisation::Flow, NoiseSchedule::rectifiedFlow()},
                                                                   {Parametrisation::Edm, NoiseSchedule::edm()}};
        for (const auto& [p, s] : pairs)
            for (double time : {0.01, 0.1, 0.3, 0.6, 0.8, 0.9, 0.95, 0.99}) {
                if (s.alpha(time) < 0.01)
                    continue;
                const torch::Tensor t = torch::full({4}, time), xt = addNoise(x0, eps, t, s);
                const Prediction back = predictionFromOutput(p, trainingTarget(p, x0, eps, t, s), xt, t, s);
                // A part that enters x_t with less than 0.01 is lost to the rounding of x_t itself, whatever the conversion.
                const bool x0Is = relative(back.x0, x0) < 1e-5, epsIs = s.sigma(time) < 0.01 || relative(back.eps, eps) < 1e-5;
                QVERIFY2(x0Is && epsIs, qPrintable(QString("%1 at t = %2: %3 %4")
                                                       .arg(QString::fromStdString(std::string(parametrisationName(p))))
                                                       .arg(time)
                                                       .arg(relative(back.x0, x0))
                                                       .arg(relative(back.eps, eps))));
            }
    }
    void noiseWithoutSignalIsRefusedForEps()
    {
        const torch::Tensor x = torch::zeros({1, 3, 4, 4});
        try {
            predictionFromOutput(Parametrisation::Eps, x, x, torch::ones({1}), NoiseSchedule::cosine());
            QFAIL("a division by zero went through");
        } catch (const Error& e) {
            QVERIFY(std::string(e.what()).find("a(t) = 0") != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
