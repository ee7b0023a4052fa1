#include "engine/train/warnings.h"

#include <QtTest>

using namespace potstill;

namespace {

using Values = std::vector<std::pair<std::string, double>>;

/// Ticks of a run, 512 images and ten seconds apart.
class Ticks {
public:
    /// The codes of what is newly wrong after so many ticks with these values.
    std::vector<std::string> pass(int ticks, const Values& values)
    {
        std::vector<std::string> codes;
        for (int i = 0; i < ticks; ++i) {
            m_images += 512;
            m_wall += 10;
            for (RunWarning& w : m_watch.check({m_images, m_wall, values})) {
                codes.push_back(w.code);
                last = std::move(w);
            }
        }
        return codes;
    }
    RunWarning last;

private:
    WarningWatch m_watch;
    std::int64_t m_images = 0;
    double m_wall = 0;
};

using Codes = std::vector<std::string>;

}  // namespace

class WarningsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStudentThatDoesNotChangeIsNamedOnceUntilItHasPassed()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(4, {{"update_ratio", 1e-9}}), Codes{});
        QCOMPARE(ticks.pass(4, {{"update_ratio", 1e-9}}), Codes{"hardly-changes"});  // the first tick lay in the warm-up
        QCOMPARE(ticks.last.number("ratio"), 1e-9);
        QCOMPARE(ticks.pass(50, {{"update_ratio", 1e-9}}), Codes{});
        QCOMPARE(ticks.pass(1, {{"update_ratio", 1e-3}}), Codes{});
        QCOMPARE(ticks.pass(5, {{"update_ratio", 1e-9}}), Codes{"hardly-changes"});
    }
    void smallStepsOfTheWarmUpAreNoMatter()
    {
        WarningWatch watch;
        for (int i = 1; i <= 100; ++i)
            QVERIFY(watch.check({10 * i, double(i), {{"update_ratio", 1e-9}}}).empty());
    }
    void aDiscriminatorThatWinsIsNamed()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(20, {{"discriminator_accuracy", 0.9}}), Codes{});
        QCOMPARE(ticks.pass(20, {{"discriminator_accuracy", 0.995}}), Codes{"discriminator-wins"});
        QCOMPARE(ticks.last.number("share"), 0.995);
        QVERIFY(ticks.last.sentence.find("100 %") != std::string::npos || ticks.last.sentence.find("99 %") != std::string::npos);
    }
    void aDiversityThatFallsIsNamedWithWhatItWas()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(3, {{"diversity", 0.2}}), Codes{});  // not there yet is not lost
        QCOMPARE(ticks.pass(3, {{"diversity", 1.0}}), Codes{});
        QCOMPARE(ticks.pass(4, {{"diversity", 0.3}}), Codes{});
        QCOMPARE(ticks.pass(1, {{"diversity", 0.3}}), Codes{"collapse"});
        QCOMPARE(ticks.last.number("best"), 1.0);
        QCOMPARE(ticks.last.number("now"), 0.3);
        QCOMPARE(ticks.last.imagesSeen, 11 * 512);
    }
    void aRunThatNeverWasDiverseIsNamedToo()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(7, {{"diversity", 0.1}}), Codes{});  // 3584 images: it may still find its way
        QCOMPARE(ticks.pass(4, {{"diversity", 0.1}}), Codes{});
        QCOMPARE(ticks.pass(1, {{"diversity", 0.1}}), Codes{"collapse"});
        QCOMPARE(ticks.last.number("best"), 0.1);
        QCOMPARE(ticks.last.number("now"), 0.1);
        QCOMPARE(ticks.pass(100, {{"diversity", 0.1}}), Codes{});
        QCOMPARE(ticks.pass(1, {{"diversity", 0.3}}), Codes{});
        QCOMPARE(ticks.pass(5, {{"diversity", 0.24}}), Codes{"collapse"});
    }
    void aFewPoorTicksAreNoCollapse()
    {
        Ticks ticks;
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(ticks.pass(4, {{"diversity", 0.2}}), Codes{});
            QCOMPARE(ticks.pass(1, {{"diversity", 0.3}}), Codes{});
        }
    }
    void noiseAboveTheTeachersSpreadIsNothingToFallFrom()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(10, {{"diversity", 5.0}}), Codes{});
        QCOMPARE(ticks.pass(50, {{"diversity", 0.9}}), Codes{});
        QCOMPARE(ticks.pass(5, {{"diversity", 0.39}}), Codes{"collapse"});
        QCOMPARE(ticks.last.number("best"), 1.0);
    }
    void waitingForDataCountsByItsShareOfTheTime()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(50, {{"data_wait_s", 1.0}}), Codes{});  // of ten seconds
        QCOMPARE(ticks.pass(10, {{"data_wait_s", 4.0}}), Codes{"slow-data"});
        QCOMPARE(ticks.last.number("wait"), 4.0);
        QCOMPARE(ticks.last.number("of"), 10.0);
    }
    void aDiskThatHoldsUpTheTrainingIsNamed()
    {
        WarningWatch watch;
        QVERIFY(watch.checkpointWritten(0, 60, 60).empty());  // nothing to hold it against
        QVERIFY(watch.checkpointWritten(1000, 15, 160).empty());
        const std::vector<RunWarning> found = watch.checkpointWritten(2000, 25, 260);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].code, std::string("slow-disk"));
        QCOMPARE(found[0].number("seconds"), 25.0);
        QCOMPARE(found[0].number("of"), 100.0);
        QVERIFY(watch.checkpointWritten(3000, 25, 360).empty());
    }
    void aCheckpointIsNotSlowBecauseItIsLargeOrWanted()
    {
        WarningWatch watch;
        double wall = 0;
        for (int i = 1; i < 20; ++i)
            QVERIFY(watch.checkpointWritten(1000 * i, 15, wall += 1000).empty());  // long, and seldom
        for (int i = 20; i < 40; ++i)
            QVERIFY(watch.checkpointWritten(1000 * i, 1, wall += 2).empty());  // short, and often
    }
    void aStepThatIsNotFiniteSaysWhere()
    {
        const RunWarning w = WarningWatch::skipped({4096, 256, "discriminator", true, 0.731, 2, 8});
        QCOMPARE(w.code, std::string("non-finite"));
        QCOMPARE(w.sentence, std::string("step 256 of 'discriminator' skipped: the gradient is not finite (mean noise level t = 0.731); 2 in a row"));
        QCOMPARE(w.argument("phase"), std::string("discriminator"));
        QCOMPARE(w.number("t"), 0.731);
        QCOMPARE(w.number("limit"), 8.0);
    }
    void nothingIsSaidOfAHealthyRun()
    {
        Ticks ticks;
        QCOMPARE(ticks.pass(100, {{"loss", 0.1}, {"update_ratio", 1e-4}, {"discriminator_accuracy", 0.7}, {"diversity", 0.9}, {"data_wait_s", 0.01}}), Codes{});
    }
};

QTEST_GUILESS_MAIN(WarningsTest)
#include "warnings_test.moc"
