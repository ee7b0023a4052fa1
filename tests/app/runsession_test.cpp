#include "app/session/runsession.h"

#include "tests/app/support.h"

#include <QtTest>

#include <thread>

using namespace potstill;

namespace {

Progress progress(std::int64_t seen)
{
    Progress p;
    p.imagesSeen = seen;
    p.imagesTotal = 100;
    return p;
}

/// Runs until it is asked to stop.
JobOutcome patient(RunControl& control, RunObserver& observer)
{
    observer.onProgress(progress(1));
    while (!control.isStopping()) {
        control.runPostedTasks();
        control.waitForChange(5);
    }
    return control.isAborted() ? JobOutcome::Aborted : JobOutcome::Stopped;
}

void sleepMs(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

}  // namespace

class RunSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void statesFollowTheJob()
    {
        RunSession session;
        std::vector<RunSession::State> states;
        connect(&session, &RunSession::stateChanged, this, [&](RunSession::State s) { states.push_back(s); });
        QVERIFY(session.start(fakeJob(patient)));
        QVERIFY(!session.start(fakeJob(patient)));  // one at a time
        QTRY_COMPARE(session.state(), RunSession::State::Running);
        session.pause();
        QCOMPARE(session.state(), RunSession::State::Paused);
        session.resume();
        session.finish();
        QCOMPARE(session.state(), RunSession::State::Stopping);
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
        using S = RunSession::State;
        QVERIFY((states == std::vector<S>{S::Starting, S::Running, S::Paused, S::Running, S::Stopping, S::Idle}));
    }
    void aFailureIsNamedAndTheNextJobStarts()
    {
        RunSession session;
        QString message;
        connect(&session, &RunSession::failed, this, [&](const QString& m) { message = m; });
        session.start(fakeJob([](RunControl&, RunObserver&) -> JobOutcome { throw std::runtime_error("the disk is on fire"); }));
        QTRY_COMPARE(session.state(), RunSession::State::Failed);
        QCOMPARE(message, QString("the disk is on fire"));
        session.start([]() -> std::unique_ptr<RunJob> { throw std::runtime_error("no such data"); });
        QTRY_COMPARE(message, QString("no such data"));
        QVERIFY(session.start(fakeJob(patient)));
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void aFloodOfMessagesDoesNotStallTheWindow()
    {
        RunSession session;
        int progressed = 0;
        std::size_t stats = 0;
        connect(&session, &RunSession::progressed, this, [&] { ++progressed; });
        connect(&session, &RunSession::statsArrived, this, [&](const std::vector<StatPoint>& p) { stats += p.size(); });
        QElapsedTimer gapClock;
        qint64 longest = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { longest = std::max(longest, gapClock.restart()); });
        gapClock.start();
        ticker.start(5);
        session.start(fakeJob([](RunControl&, RunObserver& o) {
            for (int i = 0; i < 100000; ++i) {
                o.onProgress(progress(i));
                o.onLog(LogLevel::Warning, "again");
                if (i % 10 == 0)
                    o.onStats({i, 0, {{"loss", 1.0}}});
            }
            return JobOutcome::Finished;
        }));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), RunSession::State::Idle, 20000);
        QCOMPARE(stats, std::size_t(10000));
        QVERIFY2(progressed < 1000, qPrintable(QString::number(progressed)));
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));  // generous: shared machines
    }
    void aJobThatIgnoresStopStillLeavesTheWindowFree()
    {
        RunSession session;
        session.start(fakeJob([](RunControl&, RunObserver& o) {
            o.onProgress(progress(1));
            sleepMs(800);
            return JobOutcome::Finished;
        }));
        QTRY_COMPARE(session.state(), RunSession::State::Running);
        QElapsedTimer clock;
        clock.start();
        session.discard();
        QVERIFY(clock.elapsed() < 100);
        QCOMPARE(session.state(), RunSession::State::Stopping);
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void newsOfAnEarlierJobDoNotArrive()
    {
        RunSession session;
        std::vector<std::int64_t> seen;
        connect(&session, &RunSession::progressed, this, [&](const Progress& p) { seen.push_back(p.imagesSeen); });
        session.start(fakeJob([](RunControl&, RunObserver& o) {
            o.onProgress(progress(11));
            return JobOutcome::Finished;
        }));
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
        seen.clear();
        session.start(fakeJob([](RunControl&, RunObserver& o) {
            o.onProgress(progress(22));
            return JobOutcome::Finished;
        }));
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
        QVERIFY(seen == std::vector<std::int64_t>{22});
    }
    void previewsOfOneMomentAllArrive()
    {
        RunSession session;
        std::vector<std::pair<std::int64_t, std::size_t>> seen;  // images seen, cells
        connect(&session, &RunSession::previewArrived, this, [&](const PreviewGrid& g) { seen.emplace_back(g.imagesSeen, g.cells.size()); });
        session.start(fakeJob([](RunControl&, RunObserver& o) {
            for (const int images : {100, 200}) {
                PreviewGrid grid;
                grid.imagesSeen = images;
                grid.cells.resize(4);
                o.onPreview(grid);
            }
            return JobOutcome::Finished;
        }));
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
        // The images of the first are old by then.
        QVERIFY((seen == std::vector<std::pair<std::int64_t, std::size_t>>{{100, 0}, {200, 4}}));
    }
    void postedWorkRunsOnTheJobsThread()
    {
        RunSession session;
        QVERIFY(!session.post([](TrainingJob*) {}));
        session.start(fakeJob(patient));
        QTRY_COMPARE(session.state(), RunSession::State::Running);
        std::atomic<QThread*> where{nullptr};
        QVERIFY(session.post([&](TrainingJob*) { where = QThread::currentThread(); }));
        QTRY_VERIFY(where != nullptr);
        QVERIFY(where != QThread::currentThread());
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void destructionEndsTheJob()
    {
        std::atomic<bool> left{false};
        {
            RunSession session;
            session.start(fakeJob([&](RunControl& c, RunObserver& o) {
                const JobOutcome outcome = patient(c, o);
                left = true;
                return outcome;
            }));
            QTRY_COMPARE(session.state(), RunSession::State::Running);
        }
        QVERIFY(left);
    }
    void aRunThatPausesByItselfIsShownSo()
    {
        RunSession session;
        QString reason;
        connect(&session, &RunSession::pausedByItself, this, [&](const QString& r) { reason = r; });
        session.start(fakeJob([](RunControl& c, RunObserver& o) {
            o.onProgress(progress(1));
            c.setPaused(true);
            o.onPausedByItself("no room");
            while (c.isPaused() && !c.isStopping())
                c.waitForChange(5);
            return JobOutcome::Finished;
        }));
        QTRY_COMPARE(session.state(), RunSession::State::Paused);
        QCOMPARE(reason, QString("no room"));
        session.resume();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
};

QTEST_MAIN(RunSessionTest)
#include "runsession_test.moc"
