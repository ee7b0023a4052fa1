#include "engine/core/counterrng.h"
#include "engine/core/philox.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

class CounterRngTest : public QObject {
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
    void drawsFollowTheCounter()
    {
        const auto block = philox4x32({0, 0, 0, 0}, {0, 0}), next = philox4x32({1, 0, 0, 0}, {0, 0});
        CounterRng rng;
        QCOMPARE(rng.bits(), block[0] | std::uint64_t(block[1]) << 32);
        QCOMPARE(rng.bits(), block[2] | std::uint64_t(block[3]) << 32);
        QCOMPARE(rng.bits(), next[0] | std::uint64_t(next[1]) << 32);
    }
    void forksAreIndependentOfThePosition()
    {
        CounterRng a(1), b(1);
        (void)a.bits();
        QCOMPARE(a.fork("sides", 4).bits(), b.fork("sides", 4).bits());
        QVERIFY(a.fork("sides", 4).bits() != b.fork("sides", 5).bits());
        QVERIFY(a.fork("sides").bits() != b.fork("order").bits());
    }
    void integersAreUniform()
    {
        CounterRng rng(5);
        std::array<int, 6> counts{};
        for (int i = 0; i < 60000; ++i)
            ++counts[static_cast<std::size_t>(rng.integer(6))];
        for (const int n : counts)
            QVERIFY(std::abs(n - 10000) < 4 * std::sqrt(60000 * 5.0 / 36));  // four standard errors
        double sum = 0;
        for (int i = 0; i < 10000; ++i) {
            const double u = rng.uniform();
            QVERIFY(u >= 0 && u < 1);
            sum += u;
        }
        QVERIFY(std::abs(sum / 10000 - 0.5) < 4 * std::sqrt(1.0 / 12 / 10000));
    }
};

QTEST_GUILESS_MAIN(CounterRngTest)
#include "counterrng_test.moc"
