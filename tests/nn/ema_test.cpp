#include "engine/nn/ema.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

class EmaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // From 0 towards a constant 1 the average is 1 - 0.5^(images / half-life), however the images fall into batches.
    void averageOfAStepFollowsTheHalfLife()
    {
        for (std::int64_t batch : {1, 8, 50}) {
            torch::Tensor p = torch::zeros({3}, torch::kFloat64);
            Ema ema({p}, 200, 0);
            p.fill_(1);
            for (std::int64_t seen = batch; seen <= 400; seen += batch) {
                ema.update(batch, seen);
                const double expected = 1 - std::pow(0.5, static_cast<double>(seen) / 200);
                QVERIFY(std::abs(ema.averages()[0][1].item<double>() - expected) < 1e-12);
            }
        }
    }
    void rampUpShortensTheHalfLifeEarlyOn()
    {
        torch::Tensor p = torch::zeros({1}, torch::kFloat64);
        Ema ema({p}, 1000, 0.05);
        p.fill_(1);
        ema.update(10, 100);  // half-life 0.05 * 100 = 5 images: two half-lives
        QVERIFY(std::abs(ema.averages()[0].item<double>() - 0.75) < 1e-12);
        ema.update(1000, 1000000);  // past the ramp: one half-life
        QVERIFY(std::abs(ema.averages()[0].item<double>() - 0.875) < 1e-12);
    }
    void theFirstImageOfARampReplacesTheAverage()
    {
        torch::Tensor p = torch::zeros({1});
        Ema ema({p}, 1000, 0.05);
        p.fill_(1);
        ema.update(1, 0);
        QCOMPARE(ema.averages()[0].item<float>(), 1.0f);
    }
    void averagesAreCopiesThatKeepTheirMemory()
    {
        torch::Tensor p = torch::ones({2}).requires_grad_();
        Ema ema({p}, 10, 0);
        const void* memory = ema.averages()[0].data_ptr();
        QVERIFY(memory != p.data_ptr() && !ema.averages()[0].requires_grad());
        ema.update(5, 5);
        QCOMPARE(ema.averages()[0].data_ptr(), memory);
        QVERIFY(torch::equal(p, torch::ones({2})));
    }
};

QTEST_GUILESS_MAIN(EmaTest)
#include "ema_test.moc"
