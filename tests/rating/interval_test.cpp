#include "engine/rating/interval.h"

#include "tests/rating/reference.h"

#include <QtTest>

#include <limits>

using namespace potstill;

class IntervalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharesAgreeWithStatsmodels()
    {
        for (const Json& c : reference()["distributions"]["wilson"]) {
            const Estimate e = shareEstimate(c["successes"], c["trials"]);
            QVERIFY(isNear(e.low, c["low"], 1e-12));
            QVERIFY(isNear(e.high, c["high"], 1e-12));
        }
    }
    void withoutTrialsAShareIsAnything()
    {
        const Estimate e = shareEstimate(0, 0);
        QCOMPARE(e.n, 0);
        QCOMPARE(e.low, 0.0);
        QCOMPARE(e.high, 1.0);
    }
    void incompleteBetaAgreesWithScipy()
    {
        for (const Json& c : reference()["distributions"]["beta"])
            QVERIFY(isNear(incompleteBeta(c["x"], c["a"], c["b"]) / c["value"].get<double>(), 1, 1e-12));
        QCOMPARE(incompleteBeta(0, 2, 3), 0.0);
        QCOMPARE(incompleteBeta(1, 2, 3), 1.0);
    }
    void studentQuantilesAgreeWithScipy()
    {
        for (const Json& c : reference()["distributions"]["student"])
            QVERIFY(isNear(studentQuantile(c["p"], c["freedom"]) / c["t"].get<double>(), 1, 1e-9));
        QVERIFY(isNear(studentQuantile(0.025, 4), -studentQuantile(0.975, 4), 1e-12));
        QVERIFY(isNear(studentQuantile(0.975, std::numeric_limits<double>::infinity()), 1.959963984540054, 1e-12));
        QVERIFY(isNear(studentQuantile(0.5, 3), 0, 1e-12));
    }
};

QTEST_GUILESS_MAIN(IntervalTest)
#include "interval_test.moc"
