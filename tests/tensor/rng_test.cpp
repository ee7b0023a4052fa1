#include "engine/core/philox.h"
#include "engine/tensor/rng.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

class RngTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Known answers of Random123's kat_vectors for philox4x32-10.
    void philoxGivesThePublishedVectors()
    {
        using C = std::array<std::uint32_t, 4>;
        QVERIFY((philox4x32({0, 0, 0, 0}, {0, 0}) == C{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QVERIFY((philox4x32({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}) == C{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QVERIFY((philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) == C{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }
    void normalQuantileInvertsTheDistribution()
    {
        for (double p : {1e-15, 1e-9, 1e-4, 0.02, 0.3, 0.5, 0.6, 0.97, 0.9999}) {
            const double back = 0.5 * std::erfc(-normalQuantile(p) / std::sqrt(2.0));
            QVERIFY2(std::abs(back / p - 1) < 1e-12, qPrintable(QString::number(back / p - 1)));
        }
        QCOMPARE(normalQuantile(0.5), 0.0);
    }
    void momentsAreStandardNormal()
    {
        const torch::Tensor x = Rng(3).normal({1000000}).to(torch::kFloat64);
        QVERIFY(std::abs(x.mean().item<double>()) < 0.004);               // 4 standard errors
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
