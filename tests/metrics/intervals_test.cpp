#include "engine/metrics/intervals.h"
#include "engine/tensor/device.h"

#include <QtTest>

#include <torch/types.h>

#include <cmath>

using namespace potstill;
using torch::Tensor;

/// Intervals beside closed forms, beside leaving groups out in the plain way, and by how often they hold the truth.
class IntervalsTest : public QObject {
    Q_OBJECT
private:
    static bool isNear(const Interval& a, const Interval& b, double tolerance) { return std::abs(a.low - b.low) <= tolerance && std::abs(a.high - b.high) <= tolerance; }

private Q_SLOTS:
    void initTestCase() { configureThreads(1); }
    void wilsonAgreesWithStatsmodels()
    {
        // statsmodels.stats.proportion.proportion_confint(k, n, method="wilson")
        QVERIFY(isNear(wilsonInterval(0.5, 10), {0.2365931, 0.7634069}, 1e-6));
        QVERIFY(isNear(wilsonInterval(0.0, 20), {0.0, 0.1611252}, 1e-6));
        QVERIFY(isNear(wilsonInterval(0.9, 1000), {0.8798480, 0.9170906}, 1e-6));
    }
    void jackknifeOfAMeanIsItsStandardError()
    {
        // Ten groups of one: the interval of a mean is t times its standard error.
        const std::vector<double> values = {1, 3, 2, 5, 4, 4, 2, 6, 1, 2};
        double mean = 3, ss = 0;
        std::vector<double> left;
        for (double v : values) {
            ss += (v - mean) * (v - mean);
            left.push_back((30 - v) / 9);
        }
        const double half = 2.262157 * std::sqrt(ss / 9 / 10);
        QVERIFY(isNear(jackknifeInterval(mean, left), {mean - half, mean + half}, 1e-9));
    }
    void blockSumsEqualLeavingGroupsOut()
    {
        const Tensor x = Rng(1).normal({137, 6}).to(torch::kFloat64), y = Rng(2).normal({211, 6}).to(torch::kFloat64);
        std::vector<double> kernel, diversity;
        const double whole = relativeDiversity(y, x);
        for (int g = 0; g < kJackknifeGroups; ++g) {
            const Tensor some = withoutGroup(x, g);
            const Tensor k = (some.matmul(some.t()) / 6.0 + 1.0).pow(3), c = (some.matmul(y.t()) / 6.0 + 1.0).pow(3), r = (y.matmul(y.t()) / 6.0 + 1.0).pow(3);
            const double n = static_cast<double>(some.size(0)), m = static_cast<double>(y.size(0));
            kernel.push_back((k.sum() - k.trace()).item<double>() / n / (n - 1) + (r.sum() - r.trace()).item<double>() / m / (m - 1) - 2 * c.mean().item<double>());
            diversity.push_back(relativeDiversity(y, some));
        }
        QVERIFY(isNear(kernelInterval(0.3, x, y), jackknifeInterval(0.3, kernel), 1e-9));
        QVERIFY(isNear(diversityInterval(whole, x), jackknifeInterval(whole, diversity), 1e-9));
    }
    void classesThatComeInTurnStayBalancedWithoutAGroup()
    {
        for (const std::int64_t classes : {2, 5, 8, 10}) {
            const Tensor labels = torch::arange(1000).remainder(classes);
            for (int g = 0; g < kJackknifeGroups; ++g) {
                const Tensor counts = torch::bincount(withoutGroup(labels, g), {}, classes);
                QVERIFY2((counts.max() - counts.min()).item<std::int64_t>() <= 1, std::to_string(classes).c_str());
            }
        }
    }
    void theIntervalOfClassesApartIsNoWiderThanThatOfOneClass()
    {
        // Ten far clusters in turn, as CIFAR-10's classes: the distance's interval is about the noise within them.
        const Tensor noise = Rng(4).normal({1000, 4}), centres = 20 * Rng(5).normal({10, 4});
        const Tensor x = noise + centres.index_select(0, torch::arange(1000).remainder(10));
        const FeatureStatistics reference = featureStatistics(Rng(6).normal({4000, 4}) + centres.index_select(0, torch::arange(4000).remainder(10)));
        const double value = frechetDistance(reference, featureStatistics(x));
        const Interval interval = frechetInterval(value, x, reference);
        QVERIFY2(interval.high - interval.low < 1, std::to_string(interval.high - interval.low).c_str());
    }
    void frechetIntervalsHoldTheValueOfManySamples()
    {
        // The same estimate on fresh samples of the same size must fall into the interval about as often as two draws of one distribution differ by less than it: 84 % of the time.
        const FeatureStatistics reference = featureStatistics(Rng(9).normal({4000, 4}));
        int inside = 0, all = 0;
        double last = -1;
        for (int i = 0; i < 120; ++i) {
            const Tensor x = 1.2 * Rng(100 + static_cast<std::uint64_t>(i)).normal({400, 4}) + 0.3;
            const double value = frechetDistance(reference, featureStatistics(x));
            const Interval interval = frechetInterval(value, x, reference);
            if (last >= 0) {
                ++all;
                inside += interval.low <= last && last <= interval.high;
            }
            last = value;
        }
        const double share = static_cast<double>(inside) / all;
        QVERIFY2(share > 0.72 && share < 0.97, std::to_string(share).c_str());
    }
};

QTEST_GUILESS_MAIN(IntervalsTest)
#include "intervals_test.moc"
