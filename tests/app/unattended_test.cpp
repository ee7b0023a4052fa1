#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/rundesk.h"
#include "app/window/runsummary.h"
#include "app/window/settings.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "tests/app/support.h"

#include <QAction>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

void waitForStop(RunControl& control, RunObserver& observer)
{
    Progress p;
    p.imagesSeen = 1;
    p.imagesTotal = 100;
    observer.onProgress(p);
    while (!control.isStopping())
        control.waitForChange(5);
}

/// A job of a run that ends by itself when it may.
JobFactory endingJob(const QString& run, const std::atomic<bool>& mayEnd)
{
    return fakeJob([folder = run.toStdString(), &mayEnd](RunControl& control, RunObserver& observer) {
        observer.onRunFolder(folder);
        observer.onProgress(Progress{});
        while (!mayEnd && !control.isStopping())
            control.waitForChange(5);
        return JobOutcome::Finished;
    });
}

/// Fails at once when it is started.
QueueEntry hopeless()
{
    QueueEntry entry;
    entry.document = presetByName("demo").document;
    entry.document["teacher"] = "nowhere";
    return entry;
}

/// A run with one checkpoint that can go and one that cannot.
fs::path runWithOldCheckpoints(const QString& project)
{
    const Json options = merged(defaultsOf(runSchema()), presetByName("demo").document);
    const fs::path run = Project::openOrCreate(project.toStdString()).createRun("old", {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
    for (const char* images : {"000000500", "000001000"}) {
        fs::create_directories(run / "checkpoints" / images);
        writeJsonFile(run / "checkpoints" / images / "state.json", Json::object());
        writeJsonFile(run / "checkpoints" / images / "manifest.json", Json::object());
    }
    writeRunState(run, RunState::Finished, 1000);
    return run;
}

void writeScript(const QString& file, const QByteArray& text)
{
    QFile script(file);
    if (!script.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file));
    script.write("#!/bin/sh\n" + text);
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

std::size_t reportsSinceLastVisit(const QString& project) { return reportsSince(project.toStdString(), Settings().lastVisit(project).toStdString()).size(); }
std::size_t waiting(const QString& project) { return RunQueue(project.toStdString()).entries().size(); }

}  // namespace

/// Runs that nobody watches: a full disk, the hand-over to a program without a window, the queue, the morning after.
class UnattendedTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir, m_tools;
    QByteArray m_path;

    QString project(const char* name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        writeScript(m_tools.filePath("potstill-cli"), {});
        m_path = qgetenv("PATH");
        qputenv("PATH", m_tools.path().toUtf8() + ":" + m_path);
    }
    void cleanup() { finishBackgroundWork(); }

    // ---- a full disk
    void aFullDiskIsSettledAsItWasSet_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("resumed");  // how often the run goes on before it is stopped
        QTest::newRow("prune") << "prune" << 1;
        QTest::newRow("next") << "next" << 0;
    }
    void aFullDiskIsSettledAsItWasSet()
    {
        QFETCH(QString, word);
        QFETCH(int, resumed);
        const QString folder = m_dir.filePath("full-" + word);
        const fs::path run = runWithOldCheckpoints(folder);
        RunQueue(folder.toStdString()).setContinuesAfterFailure(false);
        RunQueue(folder.toStdString()).add(hopeless());
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        window.findChild<QAction*>("action.onFullDisk." + word)->trigger();
        QTRY_VERIFY(!window.desk().queue().continuesAfterFailure());
        std::atomic<int> goneOn{0};
        QVERIFY(window.session().start(fakeJob([&](RunControl& c, RunObserver& o) -> JobOutcome {
            Progress p;
            p.imagesSeen = 1;
            o.onProgress(p);
            for (;;) {
                c.setPaused(true);
                o.onPausedByItself("no room");
                while (c.isPaused() && !c.isStopping())
                    c.waitForChange(5);
                if (c.isStopping())
                    throw Error(ErrorCode::DiskFull, "stopped before there was room");
                ++goneOn;
            }
        })));
        window.desk().queue().start();
        // The run cannot even be saved: the next one is taken all the same.
        QTRY_COMPARE_WITH_TIMEOUT(waiting(folder), std::size_t(0), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isActive() && !window.desk().queue().isWorking(), 20000);
        QCOMPARE(goneOn.load(), resumed);
        QCOMPARE(checkpointsOf(run).size(), std::size_t(resumed > 0 ? 1 : 2));
    }
    void aFullDiskWaitsWhereThatIsSet()
    {
        MainWindow window;
        QVERIFY(window.openProject(project("full-wait")));
        window.findChild<QAction*>("action.onFullDisk.wait")->trigger();
        QVERIFY(window.session().start(fakeJob([](RunControl& c, RunObserver& o) {
            c.setPaused(true);
            o.onPausedByItself("no room");
            while (c.isPaused() && !c.isStopping())
                c.waitForChange(5);
            return c.isStopping() ? JobOutcome::Aborted : JobOutcome::Finished;
        })));
        QTRY_COMPARE(window.session().state(), RunSession::State::Paused);
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QCOMPARE(window.session().state(), RunSession::State::Paused);
        window.session().resume();
        QTRY_COMPARE(window.session().state(), RunSession::State::Idle);
    }

    // ---- the hand-over
    void theQueueIsHandedOverWhenTheRunEndsAtThatStep_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("it has finished") << false;
        QTest::newRow("it fails") << true;
    }
    void theQueueIsHandedOverWhenTheRunEndsAtThatStep()
    {
        QFETCH(bool, fails);
        const QString folder = m_dir.filePath(fails ? "hand-over-failed" : "hand-over-finished");
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        Settings().setFullDiskPolicy(FullDiskPolicy::Next);
        RunQueue(folder.toStdString()).add(hopeless());
        QStringList arguments;
        window.desk().startWorker = [&](const QStringList& a) {
            arguments = a;
            return true;
        };
        window.askUser = [](const QString&, const QString&, const QStringList& buttons) { return int(buttons.indexOf("Keep running without the window")); };
        QVERIFY(window.session().start(fakeJob([fails](RunControl& c, RunObserver& o) {
            waitForStop(c, o);
            if (fails)
                throw std::runtime_error("the disk is on fire");
            return JobOutcome::Finished;
        })));
        window.desk().queue().start();
        QTRY_COMPARE(window.session().state(), RunSession::State::Running);
        window.close();
        QTRY_VERIFY(!window.isVisible());
        QCOMPARE(arguments, (QStringList{"queue", "--project", folder, "--on-full-disk", "next"}));
        QCOMPARE(waiting(folder), std::size_t(1));
        QVERIFY(!RunLock::isHeldByLivingProcess(folder.toStdString()));
    }
    void closingBetweenTwoRunsAsksForTheQueue_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("close") << "Close; the queue waits";
        QTest::newRow("hand over") << "Work it off without the window";
    }
    void closingBetweenTwoRunsAsksForTheQueue()
    {
        QFETCH(QString, answer);
        const QString folder = m_dir.filePath("between-" + answer.left(5));
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        RunQueue(folder.toStdString()).add(hopeless());
        bool isHandedOver = false;
        window.desk().startWorker = [&](const QStringList&) { return isHandedOver = true; };
        int asked = 0;
        window.askUser = [&](const QString&, const QString&, const QStringList& buttons) {
            ++asked;
            return int(buttons.indexOf(answer));
        };
        window.desk().queue().start();
        QVERIFY(!window.session().isActive());  // the run is just being taken
        window.close();
        QCOMPARE(asked, 1);
        QTRY_VERIFY(!window.isVisible());
        QCOMPARE(waiting(folder), std::size_t(1));
        QCOMPARE(isHandedOver, answer.startsWith("Work"));
    }

    void aRunMayEndBehindTheQuestion_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("finish") << "Finish this step, save and close";
        QTest::newRow("discard") << "Discard and close";
        QTest::newRow("hand over") << "Keep running without the window";
    }
    void aRunMayEndBehindTheQuestion()
    {
        QFETCH(QString, answer);
        const QString folder = m_dir.filePath("ended-" + answer.left(4)), run = storedRun(folder, "cpu");
        std::atomic<bool> mayEnd{false};
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        RunQueue(folder.toStdString()).add(hopeless());
        bool isHandedOver = false;
        window.desk().startWorker = [&](const QStringList&) { return isHandedOver = true; };
        int asked = 0;
        window.askUser = [&](const QString&, const QString&, const QStringList& buttons) {
            ++asked;
            mayEnd = true;
            if (!QTest::qWaitFor([&] { return !window.session().isActive(); }))
                qFatal("the run did not end");
            return int(buttons.indexOf(answer));
        };
        QVERIFY(window.session().start(endingJob(run, mayEnd)));
        QTRY_COMPARE(window.session().state(), RunSession::State::Running);
        QCOMPARE(window.session().runFolder(), run);
        window.close();
        QTRY_VERIFY(!window.isVisible());
        QCOMPARE(asked, 1);
        finishBackgroundWork();
        QCOMPARE(QDir(run).exists(), !answer.startsWith("Discard"));
        QCOMPARE(isHandedOver, answer.startsWith("Keep"));
        QCOMPARE(waiting(folder), std::size_t(1));
    }
    void aRunThatBeginsBehindTheQuestionIsAskedAboutAnew()
    {
        const QString folder = project("begun"), run = storedRun(folder, "cpu"), next = storedRun(folder, "cpu");
        std::atomic<bool> mayEnd{false};
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        int asked = 0;
        window.askUser = [&](const QString&, const QString&, const QStringList& buttons) {
            if (++asked > 1)
                return int(buttons.indexOf("Keep training"));
            mayEnd = true;
            if (!QTest::qWaitFor([&] { return !window.session().isActive(); }) || !window.session().start([next] { return std::make_unique<TellingJob>(next); })
                || !QTest::qWaitFor([&] { return window.trainPage().runFolder() == next; }))
                qFatal("the next run did not begin");
            return int(buttons.indexOf("Discard and close"));
        };
        QVERIFY(window.session().start(endingJob(run, mayEnd)));
        QTRY_COMPARE(window.session().state(), RunSession::State::Running);
        window.close();
        QTRY_COMPARE(asked, 2);
        QVERIFY(window.isVisible() && window.session().isActive());
        QCOMPARE(window.trainPage().runFolder(), next);
        window.session().finish();
        QTRY_VERIFY(!window.session().isActive());
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QVERIFY(window.isVisible());
        QVERIFY(!QDir(run).exists());
        QVERIFY(QDir(next).exists());
    }
    void aRunIsNotTakenBackIntoAnotherProject()
    {
        const QString folder = project("taken-back"), run = storedRun(folder, "cpu");
        MainWindow window;
        QVERIFY(window.openProject(folder));
        QSignalSpy resumed(&window.desk(), &RunDesk::resumeWanted), told(&window.desk(), &RunDesk::problem);
        Q_EMIT window.trainPage().takeBackRequested(run);
        QVERIFY(window.openProject(project("another")));
        for (int i = 0; i < 3; ++i) {
            finishBackgroundWork();
            QCoreApplication::processEvents();
        }
        QCOMPARE(resumed.size(), 0);
        QVERIFY(!window.session().isActive());
        QCOMPARE(told.size(), 1);
        QVERIFY2(told[0][0].toString().contains("waits in its project"), qPrintable(told[0][0].toString()));
    }

    // ---- the queue
    void oneWorkerAProject()
    {
        const QString folder = project("one-worker");
        (void)Project::openOrCreate(folder.toStdString());
        RunQueue(folder.toStdString()).add(hopeless());
        RunSession session;
        QueueRunner runner(session);
        runner.setProject(folder);
        QTRY_COMPARE(runner.entries().size(), std::size_t(1));
        QStringList problems;
        connect(&runner, &QueueRunner::problem, this, [&](const QString& p) { problems.append(p); });
        {
            const RunLock lock(folder.toStdString());  // potstill-cli queue
            runner.start();
            QTRY_VERIFY(!runner.isWorking());
            QVERIFY2(problems.size() == 1 && problems[0].contains("Another program"), qPrintable(problems.join('\n')));
            QCOMPARE(waiting(folder), std::size_t(1));
        }
        bool isHeld = false;
        connect(&session, &RunSession::stateChanged, this,
                [&](RunSession::State state) { isHeld = isHeld || (state == RunSession::State::Starting && RunLock::isHeldByLivingProcess(folder.toStdString())); });
        runner.start();
        QTRY_COMPARE_WITH_TIMEOUT(waiting(folder), std::size_t(0), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(!runner.isWorking(), 20000);
        QVERIFY(isHeld);
        QVERIFY(!RunLock::isHeldByLivingProcess(folder.toStdString()));
    }

    // ---- the morning
    void whatRanUnderAPersonsEyesIsNotToldAfterACrash()
    {
        const QString folder = project("crashed");
        const fs::path run = runWithOldCheckpoints(folder);
        MainWindow crashed;
        QVERIFY(crashed.openProject(folder));
        const QString opened = Settings().lastVisit(folder);
        QTRY_VERIFY(QString::fromStdString(utcNow()) > opened);
        QVERIFY(crashed.session().start(fakeJob([&](RunControl&, RunObserver& o) {
            o.onRunFolder(run.string());
            writeRunState(run, RunState::Finished, 2000);
            return JobOutcome::Finished;
        })));
        QTRY_COMPARE(crashed.session().state(), RunSession::State::Idle);
        QCOMPARE(reportsSinceLastVisit(folder), std::size_t(0));
        // Without any news it is noted now and then.
        Settings().setLastVisit(folder, opened);
        QCOMPARE(reportsSinceLastVisit(folder), std::size_t(1));
        QMetaObject::invokeMethod(crashed.findChild<QTimer*>("desk.visits"), "timeout");
        QCOMPARE(reportsSinceLastVisit(folder), std::size_t(0));
    }
};

QTEST_MAIN(UnattendedTest)
#include "unattended_test.moc"
