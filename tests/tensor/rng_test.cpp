#include "engine/core/counterrng.h"
#include "engine/tensor/rng.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

class RngTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawsAreThoseOfTheGeneratorWithoutTorch()
    {
        Rng a = Rng(11).fork("noise", 3);
        CounterRng b = CounterRng(11).fork("noise", 3);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(a.bits(), b.bits());
            QCOMPARE(a.uniform(), b.uniform());
            QCOMPARE(a.normal(), b.normal());
            QCOMPARE(a.integer(1000), b.integer(1000));
        }
    }
    void momentsAreStandardNormal()
    {
        const torch::Tensor x = Rng(3).normal({1000000}).to(torch::kFloat64);
        QVERIFY(std::abs(x.mean().item<double>()) < 0.004);  // 4 standard errors
        QVERIFY(std::abs(x.var().item<double>() - 1) < 0.006);
        QVERIFY(std::abs(x.pow(4).mean().item<double>() - 3) < 0.04);
    }
    void samplesDoNotDependOnBatch()
    {
        const torch::Tensor one = sampleNoise(7, 5, 0, {3, 8, 8});
        torch::Tensor batch = torch::stack({sampleNoise(7, 4, 0, {3, 8, 8}), sampleNoise(7, 5, 0, {3, 8, 8})});
        QVERIFY(torch::equal(one, batch[1]));
        QVERIFY(!torch::equal(batch[0], batch[1]));
    }
    void stateRoundTripsAndContinues()
    {
        Rng a = Rng(11).fork("noise", 3);
        (void)a.normal({17});
        Rng b = Rng::fromState(a.state());
        QVERIFY(torch::equal(a.normal({33}), b.normal({33})));
        QVERIFY_THROWS_EXCEPTION(Error, Rng::fromState(Json{{"seed", "zz"}}));
    }
    void forksAreIndependentOfThePosition()
    {
        Rng a(1);
        const Rng f = a.fork("data");
        (void)a.bits();
        QVERIFY(f == a.fork("data"));
        QVERIFY(!(f == a.fork("noise")));
    }
    void permutationHoldsEveryIndexOnce()
    {
        const torch::Tensor p = Rng(2).permutation(1000);
        QVERIFY(torch::equal(std::get<0>(p.sort()), torch::arange(1000)));
        QVERIFY(!torch::equal(p, torch::arange(1000)));
    }
};

QTEST_GUILESS_MAIN(RngTest)
#include "rng_test.moc"
