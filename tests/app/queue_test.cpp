#include "app/pages/configurepage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "engine/io/posix.h"
#include "engine/io/runqueue.h"
#include "tests/app/shortcutkeys.h"
#include "tests/app/storedruns.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"
#include "widgets/scrubber.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <fcntl.h>

using namespace potstill;
namespace fs = std::filesystem;

/// Runs that wait: worked off, edited, handed to a program without a window, followed and taken back.
class QueueTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    QString project(const char* name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void aSweepIsWorkedOffRunByRun()
    {
        MainWindow window;
        QVERIFY(window.openProject(project("sweep")));
        window.show();
        window.configurePage().setDocument(shortDemo());
        auto* add = child<QPushButton>(window, "configure.addToQueue");
        auto* sweep = child<QLineEdit>(window, "configure.sweep");
        QTRY_VERIFY(add->isEnabled());
        const QString help = sweep->toolTip();
        sweep->setText("sed=1");
        QVERIFY(!add->isEnabled());
        QVERIFY2(sweep->toolTip().contains("sed"), qPrintable(sweep->toolTip()));
        sweep->setText("seed=1,2");
        QCOMPARE(sweep->toolTip(), help);
        QVERIFY2(child<QLabel>(window, "configure.sweepCount")->text().contains("2"), "no count");
        QTRY_VERIFY(add->isEnabled());
        add->click();
        const auto isDone = [&](std::size_t n) {
            const auto runs = Project::open(project("sweep").toStdString()).runs();
            return runs.size() == n && std::all_of(runs.begin(), runs.end(), [](const fs::path& r) { return readRunSummary(r).state == RunState::Finished; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(2), 240000);
        QTRY_VERIFY(!window.desk().queue().isWorking());
        const auto runs = Project::open(project("sweep").toStdString()).runs();
        QCOMPARE(valueAt(readJsonFile(runs[1] / "config.json"), "options.seed").get<int>(), 2);
        // Both kinds of weights were sampled: the raw ones are one click away.
        window.trainPage().showRun(path(runs[1]));
        auto* raw = child<QToolButton>(window, "train.raw");
        QTRY_VERIFY(raw->isEnabled());
        auto* grid = child<ImageGrid>(window, "train.grid");
        QTRY_COMPARE(grid->rowCount(), 4);
        auto* moment = child<QLabel>(window, "train.moment");
        QVERIFY2(moment->text().contains("64") && moment->text().contains("averaged"), qPrintable(moment->text()));
        raw->click();
        QVERIFY2(moment->text().contains("raw"), qPrintable(moment->text()));
        child<QToolButton>(window, "train.pin")->click();
        auto* pinned = child<ImageGrid>(window, "train.pinnedGrid");
        QTRY_COMPARE(pinned->rowCount(), 4);
        child<Scrubber>(window, "train.scrubber")->setCurrentIndex(0);
        QVERIFY2(!moment->text().contains("64"), qPrintable(moment->text()));
        QTRY_VERIFY(pinned->isVisibleTo(&window.trainPage()) && !pinned->image(0, 0).isNull());
        child<QToolButton>(window, "train.unpin")->click();
        QVERIFY(!pinned->isVisibleTo(&window.trainPage()));
    }
    void aFailureHoldsTheQueueOnlyWhereThatIsWanted()
    {
        const QString folder = project("failing");
        (void)Project::openOrCreate(folder.toStdString());
        QueueEntry bad, good;
        bad.document = shortDemo();
        bad.document["teacher"] = "nowhere";
        good.document = shortDemo(32);
        RunQueue queue(folder.toStdString());
        queue.add(bad);
        queue.add(good);
        queue.setContinuesAfterFailure(false);
        RunSession session;
        QueueRunner runner(session);
        runner.setProject(folder);
        QTRY_COMPARE(runner.entries().size(), std::size_t(2));
        QVERIFY(!session.isActive());  // opening a project starts nothing
        QStringList problems;
        connect(&runner, &QueueRunner::problem, this, [&](const QString& p) { problems.append(p); });
        runner.start();
        QTRY_VERIFY_WITH_TIMEOUT(!problems.isEmpty(), 60000);
        QVERIFY(!runner.isWorking());
        QCOMPARE(queue.entries().size(), std::size_t(1));
        queue.add(bad, 0);
        runner.setContinuesAfterFailure(true);
        QTRY_VERIFY(runner.continuesAfterFailure());
        runner.start();
        QTRY_VERIFY_WITH_TIMEOUT(!runner.isWorking(), 120000);
        const auto runs = Project::open(folder.toStdString()).runs();
        QCOMPARE(runs.size(), std::size_t(1));
        QVERIFY(readRunSummary(runs[0]).state == RunState::Finished);
    }
    void whatIsAddedAndStartedAtOnceIsTaken()
    {
        const QString folder = project("at-once");
        (void)Project::openOrCreate(folder.toStdString());
        RunQueue queue(folder.toStdString());
        RunSession session;
        QueueRunner runner(session);
        runner.setProject(folder);
        QueueEntry entry;
        entry.resume = "runs/00001-gone";  // dropped as soon as it is taken: nothing is trained
        for (int round = 0; round < 16; ++round) {
            // While another program holds the file both the adding and the taking wait: whichever pool thread is the first then must not matter.
            Descriptor lock = openFile((folder + "/.queue.lock").toStdString(), O_RDWR | O_CREAT, "open");
            QTRY_COMPARE(tryLock(lock.get()), 1);
            if (round % 2 == 1)
                runner.start();  // finds it empty, or not, while the entry is on its way
            runner.add(entry);
            runner.start();
            QTest::qWait(30);  // both have come to it
            lock.reset();
            QTRY_VERIFY_WITH_TIMEOUT(!runner.isWorking(), 20000);
            finishBackgroundWork();
            QCOMPARE(queue.entries().size(), std::size_t(0));
        }
    }
    void theQueueIsReorderedAndGivenBack()
    {
        const QString folder = project("order");
        (void)Project::openOrCreate(folder.toStdString());
        RunQueue queue(folder.toStdString());
        for (const char* name : {"a", "b", "c"}) {
            QueueEntry e;
            e.name = name;
            queue.add(e);
        }
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        auto* list = child<QListWidget>(window, "queue.list");
        QTRY_COMPARE(list->count(), 3);
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(list->item(1)->text(), QString("c"));
        QTRY_COMPARE(list->currentRow(), 1);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(list->count(), 2);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(list->item(1)->text(), QString("c"));
    }
    void theKeysOfTheQueueAreThePersonsOwn()
    {
        const QString folder = project("keys");
        (void)Project::openOrCreate(folder.toStdString());
        RunQueue queue(folder.toStdString());
        for (const char* name : {"a", "b", "c"}) {
            QueueEntry e;
            e.name = name;
            e.document = shortDemo();
            queue.add(e);
        }
        const auto reset = qScopeGuard([] { PageKeys::instance().resetAll(); });
        {
            MainWindow window;
            QVERIFY(window.openProject(folder));
            window.show();
            auto* list = child<QListWidget>(window, "queue.list");
            QTRY_COMPARE(list->count(), 3);
            QCOMPARE(child<QToolButton>(window, "queue.up")->toolTip(), QString("Earlier (Alt+Up)"));
            child<QAction>(window, "action.help.shortcuts")->trigger();
            auto& dialog = *child<ShortcutsDialog>(window, "shortcutsDialog");
            pressIn(dialog, "Queue: Earlier", Qt::Key_PageUp);
            pressIn(dialog, "Queue: Later", Qt::Key_PageUp);  // taken
            QCOMPARE(keysItem(dialog, "Queue: Later")->text(), QString("Alt+Down"));
            pressIn(dialog, "Queue: Remove", Qt::Key_X);
            pressIn(dialog, "Queue: Bring back what was removed", Qt::Key_B);
            pressIn(dialog, "Queue: Edit the settings of what waits", Qt::Key_E);
            QCOMPARE(child<QToolButton>(window, "queue.up")->toolTip(), QString("Earlier (%1)").arg(keysItem(dialog, "Queue: Earlier")->text()));
            window.close();
        }
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        auto* list = child<QListWidget>(window, "queue.list");
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(child<QToolButton>(window, "queue.remove")->toolTip(), QString("Remove from the queue (X)"));
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_PageUp);
        QTRY_COMPARE(list->item(1)->text(), QString("c"));
        QTRY_COMPARE(list->currentRow(), 1);
        for (const int old : {int(Qt::Key_Delete), int(Qt::Key_Return)})
            QTest::keyClick(list, Qt::Key(old));
        QVERIFY(!window.desk().queue().canUndoRemove() && window.configurePage().isDraftShown());
        QTest::keyClick(list, Qt::Key_X);
        QTRY_COMPARE(list->count(), 2);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(window.desk().queue().canUndoRemove());
        QTest::keyClick(list, Qt::Key_B);
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(list->item(1)->text(), QString("c"));
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_E);
        QCOMPARE(window.configurePage().queuedId(), list->item(1)->data(Qt::UserRole).toString().toStdString());
    }

    void aBranchWaitsWithItsCheckpoint()
    {
        const QString folder = project("branch");
        const fs::path run = storedStudent(folder, "one", 1);
        const RunLock held(folder.toStdString());  // another program works the queue off: nothing is taken from it
        const std::string stored = "runs/" + run.filename().string() + "/checkpoints/000000500";
        {
            MainWindow window;
            QVERIFY(window.openProject(folder));
            window.show();
            Q_EMIT window.findChild<RunsDock*>()->branchRequested(path(run / "checkpoints/000000500"));
            QTRY_COMPARE(window.configurePage().origin(), path(run / "checkpoints/000000500"));
            auto* add = child<QPushButton>(window, "configure.addToQueue");
            QTRY_VERIFY(add->isEnabled());
            add->click();
            QTRY_COMPARE(RunQueue(folder.toStdString()).entries().size(), std::size_t(1));
            QCOMPARE(RunQueue(folder.toStdString()).entries()[0].branchOf, stored);
            window.configurePage().setDocument(shortDemo(500));
            window.configurePage().keepDraft();
        }
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        auto* list = child<QListWidget>(window, "queue.list");
        QTRY_COMPARE(list->count(), 1);
        QVERIFY2(list->item(0)->text().contains("500"), qPrintable(list->item(0)->text()));
        list->setCurrentRow(0);
        child<QToolButton>(window, "queue.edit")->click();
        QCOMPARE(window.configurePage().origin(), path(run / "checkpoints/000000500"));
        auto* said = child<QLabel>(window, "configure.origin");
        QVERIFY(said->isVisible());
        child<QPushButton>(window, "configure.guestAction")->click();
        QTRY_VERIFY(window.configurePage().isDraftShown());
        QCOMPARE(RunQueue(folder.toStdString()).entries()[0].branchOf, stored);
        QVERIFY(window.configurePage().origin().isEmpty());
    }
    void aBranchThatWaitsGoesOnFromItsCheckpoint()
    {
        const QString folder = project("branched");
        (void)Project::openOrCreate(folder.toStdString());
        RunSession session;
        QueueRunner runner(session);
        runner.setProject(folder);
        QVERIFY(session.startNew(folder, shortDemo(32)));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), RunSession::State::Idle, 120000);
        const fs::path first = Project::open(folder.toStdString()).runs().at(0);
        QueueEntry entry;
        entry.document = shortDemo(64);
        entry.branchOf = "runs/" + first.filename().string() + "/checkpoints/000000032";
        runner.add(entry);
        QTRY_COMPARE(runner.entries().size(), std::size_t(1));
        runner.start();
        QTRY_VERIFY_WITH_TIMEOUT(!runner.isWorking(), 120000);
        const auto runs = Project::open(folder.toStdString()).runs();
        QCOMPARE(runs.size(), std::size_t(2));
        QCOMPARE(valueAt(readJsonFile(runs[1] / "meta.json"), "branched_from.images").get<int>(), 32);
        QCOMPARE(readRunSummary(runs[1]).imagesSeen, std::int64_t(64));
    }
    void whatWaitsIsEditedInConfigureAndReplaced()
    {
        const QString folder = project("edited");
        (void)Project::openOrCreate(folder.toStdString());
        RunQueue queue(folder.toStdString());
        QueueEntry entry;
        entry.name = "waits";
        entry.document = shortDemo(64);
        const std::string id = queue.add(entry);
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        ConfigurePage& configure = window.configurePage();
        configure.setDocument(shortDemo(500));
        window.showPage(MainWindow::Train);
        auto* list = child<QListWidget>(window, "queue.list");
        QTRY_COMPARE(list->count(), 1);
        list->setCurrentRow(0);
        child<QToolButton>(window, "queue.edit")->click();
        QCOMPARE(window.page(), MainWindow::Configure);
        auto* said = child<QLabel>(window, "configure.guest");
        QVERIFY2(said->isVisible() && said->text().contains("queue"), qPrintable(said->text()));
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 64);
        QVERIFY(!child<QPushButton>(window, "configure.start")->isEnabled());
        const auto type = [&](const QString& images) {
            auto* field = child<QWidget>(window, "field.training.images")->findChild<QLineEdit*>();
            QVERIFY(field && field->isEnabled());
            field->setText(images);
            Q_EMIT field->textEdited(images);
        };
        type("96");
        QTRY_COMPARE(valueAt(configure.document(), "training.images").get<int>(), 96);
        child<QPushButton>(window, "configure.guestAction")->click();
        QTRY_VERIFY(configure.isDraftShown());
        QVERIFY(!said->isVisible());
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 500);
        QCOMPARE(queue.entries().size(), std::size_t(1));
        QCOMPARE(queue.entries()[0].id, id);
        QCOMPARE(valueAt(queue.entries()[0].document, "training.images").get<int>(), 96);

        // Closing the window saves it as well.
        QTRY_COMPARE(valueAt(window.desk().queue().entries().at(0).document, "training.images").get<int>(), 96);
        list->setCurrentRow(0);
        child<QToolButton>(window, "queue.edit")->click();
        type("80");
        QTRY_COMPARE(valueAt(configure.document(), "training.images").get<int>(), 80);
        configure.keepDraft();
        QTRY_VERIFY(configure.isDraftShown());
        QCOMPARE(valueAt(queue.entries()[0].document, "training.images").get<int>(), 80);

        // Going back to the draft or on to another run does so, too.
        const fs::path run = storedStudent(folder, "one", 1);
        window.findChild<RunsDock*>()->refresh();
        QTRY_VERIFY(student(window, 0));
        int images = 80;
        const auto edit = [&](int next) {
            QTRY_COMPARE(valueAt(window.desk().queue().entries().at(0).document, "training.images").get<int>(), images);
            list->setCurrentRow(0);
            child<QToolButton>(window, "queue.edit")->click();
            type(QString::number(next));
            QTRY_COMPARE(valueAt(configure.document(), "training.images").get<int>(), next);
            images = next;
        };
        edit(81);
        child<QPushButton>(window, "configure.showDraft")->click();
        QVERIFY(configure.isDraftShown());
        edit(82);
        window.desk().showSettings(path(run));
        QTRY_COMPARE(valueAt(configure.document(), "training.images").get<int>(), 1000);
        QTRY_COMPARE(valueAt(queue.entries()[0].document, "training.images").get<int>(), 82);
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QVERIFY(!configure.isDraftShown());  // that it was kept does not close what is shown by then
        edit(80);
        child<QPushButton>(window, "configure.guestAction")->click();
        QTRY_VERIFY(configure.isDraftShown());

        // Taken meanwhile: what was changed is not lost.
        QTRY_COMPARE(valueAt(window.desk().queue().entries().at(0).document, "training.images").get<int>(), 80);
        list->setCurrentRow(0);
        child<QToolButton>(window, "queue.edit")->click();
        type("112");
        QTRY_COMPARE(valueAt(configure.document(), "training.images").get<int>(), 112);
        queue.remove(id);
        child<QPushButton>(window, "configure.guestAction")->click();
        QTRY_VERIFY(configure.isDraftShown());
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 112);
        QVERIFY(!window.statusBar()->currentMessage().isEmpty());
    }

    // ---- without the window
    void closingHandsTheRunToAProgramWithoutAWindow()
    {
        QTemporaryDir tools;
        QFile program(tools.filePath("potstill-cli"));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\n");
        program.close();
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", tools.path().toUtf8() + ":" + before);
        const QString folder = project("hand-over");
        auto window = std::make_unique<MainWindow>();
        QVERIFY(window->openProject(folder));
        window->show();
        QStringList arguments;
        window->desk().startWorker = [&](const QStringList& a) {
            arguments = a;
            return true;
        };
        window->askUser = [](const QString&, const QString&, const QStringList& buttons) { return int(buttons.indexOf("Keep running without the window")); };
        QVERIFY(window->session().startNew(folder, shortDemo(10'000'000)));
        QTRY_COMPARE_WITH_TIMEOUT(window->session().state(), RunSession::State::Running, 60000);
        window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 60000);
        qputenv("PATH", before);
        QCOMPARE(arguments, (QStringList{"queue", "--project", QDir(folder).absolutePath(), "--on-full-disk", "wait"}));
        const auto entries = RunQueue(folder.toStdString()).entries();
        QCOMPARE(entries.size(), std::size_t(1));
        const fs::path run = Project::open(folder.toStdString()).runs().at(0);
        QCOMPARE(entries[0].resume, "runs/" + run.filename().string());
        QVERIFY(readRunSummary(run).state == RunState::Stopped);
    }
    void aRunOfTheCommandLineIsFollowedAndTakenBack()
    {
        const QString folder = project("followed");
        (void)Project::openOrCreate(folder.toStdString());
        QueueEntry entry;
        entry.document = shortDemo(10'000'000);
        entry.document["training"]["preview_every"] = 1'000'000;
        entry.document["training"]["checkpoint_every"] = 1'000'000;
        RunQueue(folder.toStdString()).add(entry);
        RunQueue(folder.toStdString()).add(entry);
        QProcess cli;
        cli.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        cli.start(POTSTILL_CLI, {"queue", "--project", folder, "--json"});
        QVERIFY(cli.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!Project::open(folder.toStdString()).runs().empty(), 60000);
        const fs::path run = Project::open(folder.toStdString()).runs().at(0);
        MainWindow window;
        QVERIFY(window.openProject(folder));
        window.show();
        window.showPage(MainWindow::Train);
        window.trainPage().showRun(path(run));
        auto* bar = child<QWidget>(window, "train.owner");
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 60000);
        auto* chart = child<LineChart>(window, "train.lossChart");
        auto* quantity = child<QComboBox>(window, "train.quantity");
        QTRY_VERIFY_WITH_TIMEOUT(quantity->findData("loss") >= 0, 60000);
        quantity->setCurrentIndex(quantity->findData("loss"));
        Q_EMIT quantity->activated(quantity->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(chart->points("loss").size() >= 2, 60000);
        const std::size_t seen = chart->points("loss").size();
        QTRY_VERIFY_WITH_TIMEOUT(chart->points("loss").size() > seen, 60000);  // it goes on by itself
        auto* back = child<QPushButton>(window, "train.takeBack");
        QTRY_VERIFY(back->isVisible() && back->isEnabled());
        back->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Running, 120000);
        QCOMPARE(window.session().runFolder(), path(run));
        QTRY_COMPARE_WITH_TIMEOUT(cli.state(), QProcess::NotRunning, 30000);
        QTRY_VERIFY(!bar->isVisible());
        // What waits comes back with the run.
        QVERIFY(window.desk().queue().isWorking());
        QCOMPARE(RunQueue(folder.toStdString()).entries().size(), std::size_t(1));
        window.desk().queue().hold();
        window.session().finish();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Idle, 60000);
    }
};

QTEST_MAIN(QueueTest)
#include "queue_test.moc"
