#include "app/session/samplingsession.h"

#include <QtTest>

#include <thread>

using namespace potstill;

namespace {

void sleepMs(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

/// A table of one column in which every image is one grey.
SampleTable greyTable(const ComparisonRequest& request, std::uint8_t grey)
{
    SampleTable t;
    t.columns = {"grey"};
    t.rows.assign(request.seeds.size(), "row");
    t.cells.resize(request.seeds.size());
    for (SampleCell& c : t.cells) {
        c.image = Image(2, 2, 3);
        std::fill(c.image.pixels.begin(), c.image.pixels.end(), grey);
        c.nfe = 1;
    }
    return t;
}

ComparisonRequest requestOf(std::uint64_t seed, int rows = 4)
{
    ComparisonRequest r;
    for (int i = 0; i < rows; ++i)
        r.seeds.push_back(seed + std::uint64_t(i));
    return r;
}

}  // namespace

class SamplingSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTableArrives()
    {
        RunSession runs;
        SamplingSession session(runs, nullptr, [](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) { return greyTable(r, 7); });
        std::vector<bool> busy;
        std::size_t cells = 0;
        connect(&session, &SamplingSession::busyChanged, this, [&](bool b) { busy.push_back(b); });
        connect(&session, &SamplingSession::sampled, this, [&](const SampleTable& t) { cells = t.cells.size(); });
        session.sample(requestOf(0));
        QVERIFY(session.isBusy());
        QTRY_COMPARE(cells, std::size_t(4));
        QVERIFY(!session.isBusy());
        QVERIFY((busy == std::vector<bool>{true, false}));
    }
    void aFailureIsToldOnceAndTheNextRequestWorks()
    {
        RunSession runs;
        SamplingSession session(runs, nullptr, [](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) -> SampleTable {
            if (r.seeds.front() == 0)
                throw std::runtime_error("the weights are gone");
            return greyTable(r, 1);
        });
        QStringList failures;
        int tables = 0;
        connect(&session, &SamplingSession::failed, this, [&](const QString& m) { failures.append(m); });
        connect(&session, &SamplingSession::sampled, this, [&] { ++tables; });
        session.sample(requestOf(0));
        QTRY_COMPARE(failures, QStringList("the weights are gone"));
        QVERIFY(!session.isBusy());
        session.sample(requestOf(1));
        QTRY_COMPARE(tables, 1);
        QCOMPARE(failures.size(), 1);
    }
    void aNewRequestReplacesTheOneBeforeAndItsResultIsDropped()
    {
        RunSession runs;
        SamplingSession session(runs, nullptr, [](const ComparisonRequest& r, RunControl& control, const SampleProgress& progress, TrainingJob*) {
            const SampleTable t = greyTable(r, std::uint8_t(r.seeds.front()));
            progress(t, {0});
            if (r.seeds.front() == 1)
                for (int i = 0; i < 400 && !control.isStopping(); ++i)
                    sleepMs(5);
            return t;
        });
        std::vector<int> greys;
        connect(&session, &SamplingSession::progressed, this, [&](const SampleNews& n) { greys.push_back(n.cells.at(0).image.pixels[0]); });
        connect(&session, &SamplingSession::sampled, this, [&](const SampleTable& t) { greys.push_back(t.cells[0].image.pixels[0]); });
        session.sample(requestOf(1));
        QTRY_VERIFY(!greys.empty());
        greys.clear();
        QElapsedTimer clock;
        clock.start();
        session.sample(requestOf(2));
        QVERIFY(clock.elapsed() < 100);
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(!greys.empty());
        for (int g : greys)
            QCOMPARE(g, 2);
    }
    void aJobThatIgnoresStopLeavesTheWindowFree()
    {
        RunSession runs;
        SamplingSession session(runs, nullptr, [](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) {
            if (r.seeds.front() == 1)
                sleepMs(700);
            return greyTable(r, std::uint8_t(r.seeds.front()));
        });
        std::vector<int> greys;
        connect(&session, &SamplingSession::sampled, this, [&](const SampleTable& t) { greys.push_back(t.cells[0].image.pixels[0]); });
        session.sample(requestOf(1));
        QElapsedTimer clock;
        clock.start();
        session.cancel();
        QVERIFY(clock.elapsed() < 100);
        QVERIFY(!session.isBusy());
        for (std::uint64_t seed : {2u, 3u, 4u})  // each replaces the one that waits
            session.sample(requestOf(seed));
        QVERIFY(session.isBusy());
        QVERIFY(clock.elapsed() < 100);
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(greys == std::vector<int>{4});
    }
    void aFloodOfPreviewsIsCoalesced()
    {
        RunSession runs;
        SamplingSession session(runs, nullptr, [](const ComparisonRequest& r, RunControl&, const SampleProgress& progress, TrainingJob*) {
            const SampleTable t = greyTable(r, 3);
            for (int i = 0; i < 100'000; ++i)
                progress(t, {std::size_t(i) % t.cells.size()});
            return t;
        });
        int messages = 0;
        std::size_t largest = 0;
        bool isDone = false;
        QElapsedTimer gapClock;
        qint64 longest = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { longest = std::max(longest, gapClock.restart()); });
        connect(&session, &SamplingSession::progressed, this, [&](const SampleNews& n) {
            ++messages;
            largest = std::max(largest, n.cells.size());
        });
        connect(&session, &SamplingSession::sampled, this, [&] { isDone = true; });
        gapClock.start();
        ticker.start(5);
        session.sample(requestOf(0, 1000));
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 60000);
        QVERIFY(messages >= 1);
        QVERIFY2(messages < 1500, qPrintable(QString::number(messages)));
        QVERIFY(largest <= 1000);
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));  // generous: shared machines
    }
    void predictionsArriveUntilTheSampleDoes()
    {
        RunSession runs;
        std::atomic<bool> goesOn{false};
        SamplingSession session(runs, nullptr, [&](const ComparisonRequest& r, RunControl&, const SampleProgress& progress, TrainingJob*) {
            const SampleTable t = greyTable(r, 9);
            r.preview({{0, 1}, {t.cells[0].image, t.cells[1].image}, 2, 8});
            while (!goesOn)
                sleepMs(2);
            r.preview({{0}, {t.cells[0].image}, 7, 8});
            progress(t, {0});  // what is ready replaces what was foreseen
            return t;
        });
        std::vector<SampleNews> news;
        connect(&session, &SamplingSession::progressed, this, [&](const SampleNews& n) { news.push_back(n); });
        session.sample(requestOf(0));
        QTRY_COMPARE(news.size(), std::size_t(1));
        QVERIFY(news[0].cells.empty());
        QCOMPARE(news[0].predictions.at(1).step, 2);
        QCOMPARE(news[0].predictions.at(1).steps, 8);
        goesOn = true;
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(news.back().cells.count(0) == 1 && news.back().predictions.empty());
    }
    void twoSessionsShareOneSampler()
    {
        RunSession runs;
        SamplingSession first(runs), second(runs, nullptr, {}, first.sampler());
        QVERIFY(first.sampler() && first.sampler() == second.sampler());
    }
    void whileATrainingIsOnItServesTheRequest()
    {
        class Patient final : public RunJob {
        public:
            JobOutcome run(RunControl& control, RunObserver& observer) override
            {
                observer.onProgress({});
                while (!control.isStopping()) {
                    control.runPostedTasks();
                    control.waitForChange(5);
                }
                return JobOutcome::Stopped;
            }
        };
        RunSession runs;
        std::atomic<QThread*> where{nullptr};
        SamplingSession session(runs, nullptr, [&](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) {
            where = QThread::currentThread();
            return greyTable(r, 1);
        });
        int tables = 0;
        connect(&session, &SamplingSession::sampled, this, [&] { ++tables; });
        runs.start([] { return std::make_unique<Patient>(); });
        QTRY_COMPARE(runs.state(), RunSession::State::Running);
        std::atomic<QThread*> trainer{nullptr};
        runs.post([&](TrainingJob*) { trainer = QThread::currentThread(); });
        session.sample(requestOf(0));
        QTRY_COMPARE(tables, 1);
        QCOMPARE(where.load(), trainer.load());
        runs.finish();
        QTRY_COMPARE(runs.state(), RunSession::State::Idle);
        session.sample(requestOf(0));
        QTRY_COMPARE(tables, 2);
    }
    void destructionEndsTheWork()
    {
        std::atomic<bool> left{false}, entered{false};
        RunSession runs;
        {
            SamplingSession session(runs, nullptr, [&](const ComparisonRequest& r, RunControl& control, const SampleProgress&, TrainingJob*) {
                entered = true;
                while (!control.isStopping())
                    sleepMs(2);
                left = true;
                return greyTable(r, 1);
            });
            session.sample(requestOf(0));
            QTRY_VERIFY(entered);
        }
        QVERIFY(left);
    }
};

QTEST_MAIN(SamplingSessionTest)
#include "samplingsession_test.moc"
