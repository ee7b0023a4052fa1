#include "engine/core/series.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace potstill;

class SeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smoothingKeepsAConstantAndSkipsNonFinite()
    {
        std::vector<SeriesPoint> s;
        for (int i = 0; i < 50; ++i)
            s.push_back({double(i), i == 7 ? std::numeric_limits<double>::quiet_NaN() : 3.0});
        const auto out = smoothed(s, 0.95);
        QCOMPARE(out.size(), 49u);
        for (const auto& p : out)
            QVERIFY(std::abs(p.y - 3.0) < 1e-12);
    }
    void decimationKeepsExtremesAndItsPromise()
    {
        std::vector<SeriesPoint> s;
        for (int i = 0; i < 100000; ++i)
            s.push_back({double(i), std::sin(i * 0.01)});
        s[54321].y = 99;
        s[12345].y = -99;
        const auto out = decimated(s, 0, 1e6, 500);
        QVERIFY(out.size() <= 1000);
        double low = 0, high = 0;
        for (std::size_t i = 0; i < out.size(); ++i) {
            low = std::min(low, out[i].y);
            high = std::max(high, out[i].y);
            QVERIFY(i == 0 || out[i].x >= out[i - 1].x);
        }
        QCOMPARE(low, -99.0);
        QCOMPARE(high, 99.0);
        QCOMPARE(decimated(s, 10, 20, 500).size(), 12u);
    }
    void intervalIsStudents()
    {
        const MeanInterval m = meanInterval({1, 2, 3});
        QCOMPARE(m.mean, 2.0);
        QVERIFY(std::abs((m.high - m.mean) - 4.303 / std::sqrt(3.0)) < 1e-9);
        QCOMPARE(meanInterval({5}).low, 5.0);
    }
    void quantileInterpolates()
    {
        QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.5);
        QVERIFY(std::isnan(quantile({}, 0.5)));
    }
};

QTEST_GUILESS_MAIN(SeriesTest)
#include "series_test.moc"
