#include "app/pages/chartpanel.h"
#include "app/pages/comparisonform.h"
#include "app/pages/configurepage.h"
#include "app/pages/ratepage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/rundesk.h"
#include "app/window/runfiles.h"
#include "app/window/runsdock.h"
#include "app/window/runsummary.h"
#include "app/window/settings.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runmeta.h"
#include "engine/io/runtrash.h"
#include "tests/app/support.h"
#include "widgets/heatmap.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"
#include "widgets/numberfield.h"
#include "widgets/optionform.h"
#include "widgets/scrubber.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoGroup>
#include <QtTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

Json shortDemo(std::int64_t images = 64)
{
    Json d = presetByName("demo").document;
    d["training"]["images"] = images;
    d["training"]["batch"] = 16;
    d["training"]["preview_every"] = 32;
    d["training"]["preview_rows"] = 2;
    d["training"]["preview_steps"] = 2;
    d["training"]["stats_every"] = 16;
    d["training"]["checkpoint_every"] = 32;
    d["training"]["min_free_disk_gb"] = 0.001;
    d["imagine_flash"]["teacher_steps"] = 2;
    d["threads"] = 1;
    return d;
}

/// A run as its files describe it, without training: state, statistics with noise levels, checkpoints.
fs::path storedRun(const QString& project, const std::string& name, double loss)
{
    Json options = merged(defaultsOf(runSchema()), shortDemo(1000));
    const fs::path run = Project::openOrCreate(project.toStdString()).createRun(name, {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
    StatsLog log(run, 0);
    for (int i = 1; i <= 20; ++i)
        log.append({50 * i, double(i), {{"loss", loss / i}, {"teacher_distance", loss / (2 * i)}, {"loss/t0.25", loss}, {"loss/t0.75", 2 * loss}, {"images_per_s", 10}}});
    for (const char* images : {"000000500", "000001000"}) {
        fs::create_directories(run / "checkpoints" / images);
        writeJsonFile(run / "checkpoints" / images / "state.json", Json::object());
        writeJsonFile(run / "checkpoints" / images / "manifest.json", Json::object());
    }
    writeRunState(run, RunState::Finished, 1000);
    return run;
}

QString path(const fs::path& p) { return QString::fromStdString(p.string()); }

QTreeWidgetItem* student(MainWindow& window, int index)
{
    auto* tree = child<QTreeWidget>(window, "runs.tree");
    return tree->topLevelItem(1)->child(index);
}

}  // namespace

class RunDeskTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    QString project(const char* name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    // ---- runs as documents
    void delMovesToTheTrashAndCtrlZBringsBack()
    {
        const fs::path run = storedRun(project("trash"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("trash")));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(student(window, 0));
        auto* tree = child<QTreeWidget>(window, "runs.tree");
        tree->setCurrentItem(student(window, 0));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Delete);
        QTRY_VERIFY(!fs::exists(run));
        QTRY_VERIFY(!student(window, 0));
        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(fs::exists(run / "config.json"));
        QTRY_VERIFY(student(window, 0));
    }
    void aStepThatFailedLeavesTheStack()
    {
        const fs::path run = storedRun(project("steps"), "one", 1), aside = run.string() + "-aside";
        RunFiles files;
        files.setProject(project("steps"));
        QSignalSpy changed(&files, &RunFiles::changed), problem(&files, &RunFiles::problem);
        // One of the two is not there: all stay.
        files.moveToTrash({path(run), path(aside)}, "Both");
        QTRY_COMPARE(problem.size(), 1);
        QVERIFY(fs::exists(run));
        QCOMPARE(files.undoStack()->count(), 0);
        files.moveToTrash({path(run)}, "One");
        QTRY_VERIFY(!fs::exists(run));
        QTRY_COMPARE(changed.size(), 2);
        fs::create_directories(run);  // its place is taken
        files.undoStack()->undo();
        QTRY_COMPARE(problem.size(), 2);
        QCOMPARE(files.undoStack()->count(), 0);
        QVERIFY(fs::exists(run));  // not put into the trash by a step that it knows nothing of
    }
    void whatWaitsIsDoneBeforeTheEnd()
    {
        const fs::path run = storedRun(project("end"), "one", 1);
        {
            RunFiles files;
            files.setProject(project("end"));
            files.setMeta(path(run), "Star", "starred", false, true);
            files.moveToTrash({path(run)}, "Discard the run");
        }
        const auto items = RunTrash(project("end").toStdString()).items();
        QCOMPARE(items.size(), std::size_t(1));
        QVERIFY(readJsonFile(items[0].trashed / "meta.json").at("starred").get<bool>());
    }
    void aRunThatTakesThePlaceOfAnotherHasItsOwnFigure()
    {
        const fs::path run = storedRun(project("place"), "one", 1);
        ContentsReader reader;
        QCOMPARE(reader.read(project("place").toStdString()).values.at(0).figure, std::string("teacher_distance"));
        fs::remove_all(run);
        QVERIFY(reader.read(project("place").toStdString()).runs.empty());
        QCOMPARE(Project::open(project("place").toStdString()).createRun("one", {{"id", newUuid()}}), run);
        QCOMPARE(reader.read(project("place").toStdString()).values.at(0).figure, std::string());
    }
    void renameStarAndNotesAreKeptAndUndone()
    {
        const fs::path run = storedRun(project("meta"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("meta")));
        window.show();
        QTRY_VERIFY(student(window, 0));
        auto* dock = window.findChild<RunsDock*>();
        student(window, 0)->setText(0, "Best of all");
        QTRY_COMPARE(readRunSummary(run).name, std::string("Best of all"));
        auto* tree = child<QTreeWidget>(window, "runs.tree");
        QTRY_COMPARE(dock->nameOf(path(run)), QString("Best of all"));
        tree->setCurrentItem(student(window, 0));
        QTest::keyClick(tree, Qt::Key_S);
        QTRY_VERIFY(readRunSummary(run).starred);
        QTRY_VERIFY(dock->runs().at(0).starred);
        dock->setNotes(path(run), "gamma lower");
        QTRY_COMPARE(readRunSummary(run).notes, std::string("gamma lower"));
        QTRY_COMPARE(dock->runs().at(0).notes, std::string("gamma lower"));
        // The search looks into the notes too.
        auto* search = child<QLineEdit>(window, "runs.search");
        search->setText("nothing");
        QVERIFY(student(window, 0)->isHidden());
        search->setText("GAMMA");
        QVERIFY(!student(window, 0)->isHidden());
        search->clear();
        for (int i = 0; i < 3; ++i)
            dock->undoStack()->undo();
        QTRY_COMPARE(readRunSummary(run).name, run.filename().string());
        QTRY_VERIFY(!readRunSummary(run).starred && readRunSummary(run).notes.empty());
    }
    void aSlowReadingLeavesRoomForOtherWork()
    {
        const fs::path run = storedRun(project("slow"), "one", 1), config = run / "config.json", kept = run / "kept.json", pipe = run / "pipe";
        fs::rename(config, kept);
        QCOMPARE(::mkfifo(config.c_str(), 0600), 0);  // whoever reads it waits for a writer
        RunsDock runs;
        runs.setProject(project("slow"));
        for (int i = 0; i < 4; ++i)
            runs.refresh();
        bool isDone = false;
        runInBackground<bool>(
            &runs, [] { return true; }, [&](bool) { isDone = true; });
        QTRY_VERIFY(isDone);
        QVERIFY(runs.runs().empty());
        fs::rename(config, pipe);
        fs::rename(kept, config);
        // Opened for both so that this thread does not wait, too.
        const int end = ::open(pipe.c_str(), O_RDWR);
        QVERIFY(end >= 0);
        QCOMPARE(::write(end, "{}", 2), ssize_t(2));
        ::close(end);
        QTRY_COMPARE(runs.runs().size(), std::size_t(1));
    }
    void theListHoldsDataDraftAndComparisonsToo()
    {
        const fs::path run = storedRun(project("list"), "one", 4);
        MainWindow window;
        QVERIFY(window.openProject(project("list")));
        window.show();
        QTRY_VERIFY(student(window, 0));
        // Its last figure stands beside it, and follows the log.
        QTRY_COMPARE(student(window, 0)->text(2), QString("0.1"));
        QVERIFY(student(window, 0)->toolTip(2).startsWith("Distance to the teacher"));
        StatsLog(run, 2000).append({1050, 21, {{"teacher_distance", 0.025}}});
        window.findChild<RunsDock*>()->refresh();
        QTRY_COMPARE(student(window, 0)->text(2), QString("0.025"));
        {
            const auto spoken = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
            QLocale::setDefault(QLocale::German);
            window.findChild<RunsDock*>()->refresh();
            QTRY_COMPARE(student(window, 0)->text(2), QString("0,025"));
        }

        auto* tree = child<QTreeWidget>(window, "runs.tree");
        const auto entry = [&](int group) { return tree->topLevelItem(group)->child(0); };
        QTRY_VERIFY(entry(2));
        QCOMPARE(entry(2)->text(0), QString("Built-in shapes"));
        Q_EMIT tree->itemActivated(entry(2), 0);
        QCOMPARE(window.page(), MainWindow::Configure);
        QCOMPARE(window.configurePage().document()["kind"].get<std::string>(), std::string("teacher"));
        window.showPage(MainWindow::Train);
        QTRY_VERIFY(fs::exists(project("list").toStdString() + "/draft.json"));
        window.findChild<RunsDock*>()->refresh();
        QTRY_VERIFY(entry(3) && entry(3)->text(0) == "Teacher");
        Q_EMIT tree->itemActivated(entry(3), 0);
        QCOMPARE(window.page(), MainWindow::Configure);

        QVERIFY(tree->topLevelItem(4)->isHidden());
        RatingStore& store = window.ratePage().store();
        QTRY_COMPARE(store.state(), RatingStore::State::Ready);
        const std::vector<PlannedSystem> systems = {{"bundled:sprites-v", true, 3, "", {}}, {"bundled:sprites-v", true, 50, "", {}}};
        const ComparisonRecord draft = ComparisonForm::newDraft("Which is better?", systems, {"three", "fifty"}, 20);
        store.ask<bool>(
            &window,
            [draft](RatingDatabase& d) {
                d.saveDraft(draft);
                return true;
            },
            [&](bool) { window.ratePage().refresh(); });
        QTRY_VERIFY(entry(4));
        QCOMPARE(entry(4)->text(1), QString("draft"));
        // The search looks at them all.
        child<QLineEdit>(window, "runs.search")->setText("better");
        QVERIFY(!entry(4)->isHidden() && entry(2)->isHidden() && student(window, 0)->isHidden());
        Q_EMIT tree->itemActivated(entry(4), 0);
        QCOMPARE(window.page(), MainWindow::Rate);
        QTRY_COMPARE(window.ratePage().current(), draft.id);
    }
    void checkedRunsLieOverTheShownOne()
    {
        const fs::path a = storedRun(project("overlay"), "a", 1), b = storedRun(project("overlay"), "b", 2);
        MainWindow window;
        QVERIFY(window.openProject(project("overlay")));
        window.show();
        QTRY_VERIFY(student(window, 1));
        window.showPage(MainWindow::Train);
        window.trainPage().showRun(path(a));
        auto* chart = child<LineChart>(window, "train.lossChart");
        QTRY_VERIFY(chart->seriesIds().contains("teacher_distance"));
        student(window, 1)->setCheckState(0, Qt::Checked);
        QTRY_VERIFY(chart->seriesIds().contains(path(b)));
        QVERIFY(chart->seriesIds().contains("this"));
        student(window, 1)->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(!chart->seriesIds().contains(path(b)));
        // The heat map holds both noise levels at every tick.
        child<QTabWidget>(window, "train.tabs")->setCurrentIndex(ChartPanel::NoiseLevels);
        auto* map = child<HeatMap>(window, "train.levelMap");
        QTRY_VERIFY(!map->isEmpty());
        QCOMPARE(map->range(), (std::pair<double, double>(1, 2)));
    }
    void severalSelectedRunsStandInTheInspectorWithTheirDifferences()
    {
        storedRun(project("several"), "one", 1);
        storedRun(project("several"), "two", 3);
        MainWindow window;
        QVERIFY(window.openProject(project("several")));
        window.show();
        QTRY_VERIFY(student(window, 1));
        auto* table = child<QTreeWidget>(window, "inspector.runTable");
        QVERIFY(!table->isVisible());
        auto* tree = child<QTreeWidget>(window, "runs.tree");
        tree->setCurrentItem(student(window, 0));
        student(window, 1)->setSelected(true);
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->topLevelItemCount(), 2);
        QStringList headings;
        for (int c = 0; c < table->columnCount(); ++c)
            headings.append(table->headerItem()->text(c));
        QVERIFY2(headings.contains("Loss") && headings.contains("Distance to the teacher"), qPrintable(headings.join(", ")));
        // One run, and the recipes of images have the place again.
        student(window, 1)->setSelected(false);
        QTRY_VERIFY(child<QTreeWidget>(window, "inspector.recipe")->isVisible());
        QVERIFY(!table->isVisible());
    }
    void aRunCopiesAsACommand()
    {
        const fs::path run = storedRun(project("command"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("command")));
        Q_EMIT window.findChild<RunsDock*>()->commandRequested(path(run));
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.startsWith("potstill-cli distill --project ") && command.contains("training.images=1000"), qPrintable(command));
    }
    void aBranchIsSetUpFromItsCheckpoint()
    {
        const fs::path run = storedRun(project("branch"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("branch")));
        window.show();
        Q_EMIT window.findChild<RunsDock*>()->branchRequested(path(run / "checkpoints" / "000000500"));
        QCOMPARE(window.page(), MainWindow::Configure);
        QCOMPARE(window.configurePage().origin(), path(run / "checkpoints" / "000000500"));
        auto* text = child<QLabel>(window, "configure.origin");
        QVERIFY2(text->isVisible() && text->text().contains("500"), qPrintable(text->text()));
        child<QToolButton>(window, "configure.forgetOrigin")->click();
        QVERIFY(window.configurePage().origin().isEmpty());
    }
    void oldCheckpointsGoToTheTrash()
    {
        const fs::path run = storedRun(project("disk"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("disk")));
        window.show();
        Q_EMIT window.findChild<RunsDock*>()->diskUseRequested();
        auto* list = child<QTreeWidget>(window, "disk.list");
        QTRY_VERIFY(list->topLevelItemCount() > 0);
        list->topLevelItem(0)->setCheckState(0, Qt::Checked);
        child<QPushButton>(window, "disk.move")->click();
        QTRY_COMPARE(checkpointsOf(run).size(), std::size_t(1));
        QCOMPARE(checkpointsOf(run)[0].filename().string(), std::string("000001000"));
        window.findChild<RunsDock*>()->undoStack()->undo();
        QTRY_COMPARE(checkpointsOf(run).size(), std::size_t(2));
        // For good only after a second click.
        window.findChild<RunsDock*>()->undoStack()->redo();
        QTRY_COMPARE(checkpointsOf(run).size(), std::size_t(1));
        auto* empty = child<QPushButton>(window, "disk.empty");
        QTRY_VERIFY(empty->isEnabled());
        empty->click();
        finishBackgroundWork();
        QVERIFY(!RunTrash(project("disk").toStdString()).items().empty());
        empty->click();
        QTRY_VERIFY(RunTrash(project("disk").toStdString()).items().empty());
    }
    void theMorningTellsWhatRanMeanwhile()
    {
        storedRun(project("morning"), "good", 1);
        const fs::path bad = storedRun(project("morning"), "bad", 2);
        writeRunState(bad, RunState::Failed, 500, "no room");
        const auto reports = reportsSince(project("morning").toStdString(), "2000-01-01T00:00:00Z");
        QCOMPARE(reports.size(), std::size_t(2));
        QCOMPARE(reports[0].figure, std::string("teacher_distance"));
        QVERIFY(reportsSince(project("morning").toStdString(), "2999-01-01T00:00:00Z").empty());
        Settings().setLastVisit(project("morning"), "2000-01-01T00:00:00Z");
        MainWindow window;
        QVERIFY(window.openProject(project("morning")));
        window.show();
        QTRY_VERIFY(window.findChild<QTreeWidget*>("runSummary.list"));
        auto* list = child<QTreeWidget>(window, "runSummary.list");
        QCOMPARE(list->topLevelItemCount(), 2);
        const QString texts = list->topLevelItem(0)->text(3) + list->topLevelItem(1)->text(3);
        QVERIFY2(texts.contains("no room"), qPrintable(texts));
    }

    // ---- the queue
    void aSweepIsWorkedOffRunByRun()
    {
        MainWindow window;
        QVERIFY(window.openProject(project("sweep")));
        window.show();
        window.configurePage().setDocument(shortDemo());
        auto* add = child<QPushButton>(window, "configure.addToQueue");
        auto* sweep = child<QLineEdit>(window, "configure.sweep");
        QTRY_VERIFY(add->isEnabled());
        sweep->setText("sed=1");
        QVERIFY(!add->isEnabled());
        sweep->setText("seed=1,2");
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
        const fs::path run = storedRun(folder, "one", 1);
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
    void aStartedRunIsReadAndCloned()
    {
        const fs::path run = storedRun(project("read"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("read")));
        window.show();
        QTRY_VERIFY(student(window, 0));
        ConfigurePage& configure = window.configurePage();
        configure.setDocument(shortDemo(500));
        window.findChild<RunsDock*>()->selectRun(path(run));
        window.findChild<QAction*>("action.run.settings")->trigger();
        QTRY_VERIFY(!configure.isDraftShown());
        auto* said = child<QLabel>(window, "configure.guest");
        QVERIFY2(said->isVisible() && said->text().contains("started"), qPrintable(said->text()));
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 1000);
        auto* images = child<NumberField>(window, "field.training.images");
        QVERIFY(images->isReadOnly() && images->isEnabled());
        for (const char* name : {"configure.student", "configure.teacher", "configure.preset", "configure.teacherModel"})
            QVERIFY2(!child<QWidget>(window, name)->isEnabled(), name);
        QVERIFY(!child<QPushButton>(window, "configure.start")->isEnabled());
        // It is read to its last line.
        auto* more = child<QToolButton>(window, "more.training");
        auto* expert = child<QWidget>(window, "field.training.stats_every");
        auto* form = child<OptionForm>(window, "configure.trainingForm");
        QVERIFY(more->isEnabled() && !expert->isVisibleTo(form));
        more->click();
        QVERIFY(expert->isVisibleTo(form));
        // What asks for the draft brings it back.
        for (const auto& ask : std::initializer_list<std::function<void()>>{
                 [&] { window.findChild<QAction*>("action.run.new")->trigger(); }, [&] { Q_EMIT window.findChild<RunsDock*>()->newRequested(); },
                 [&] { Q_EMIT window.findChild<RunsDock*>()->draftOpened(); }, [&] { configure.showTrainingField("training.min_free_disk_gb"); }}) {
            ask();
            QVERIFY(configure.isDraftShown() && window.page() == MainWindow::Configure);
            window.findChild<QAction*>("action.run.settings")->trigger();
            QTRY_VERIFY(!configure.isDraftShown());
        }
        // The draft waits, on the disk too.
        finishBackgroundWork();
        QCOMPARE(valueAt(readJsonFile(project("read").toStdString() + "/draft.json"), "training.images").get<int>(), 500);
        child<QPushButton>(window, "configure.showDraft")->click();
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 500);
        window.findChild<QAction*>("action.run.settings")->trigger();
        QTRY_VERIFY(!configure.isDraftShown());
        child<QPushButton>(window, "configure.guestAction")->click();
        QVERIFY(configure.isDraftShown());
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 1000);
        QVERIFY(!images->isReadOnly() && child<QComboBox>(window, "configure.preset")->isEnabled());
        configure.undoStack()->undo();
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 500);
    }
    void theDraftKeepsItsStepsWhileAnotherRunIsShown()
    {
        const fs::path run = storedRun(project("steps"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("steps")));
        window.show();
        QTRY_VERIFY(student(window, 0));
        ConfigurePage& configure = window.configurePage();
        configure.setDocument(shortDemo(500));
        configure.setDocument(shortDemo(501));
        child<QAbstractButton>(window, "configure.teacher")->click();
        child<OptionForm>(window, "configure.trainingForm")->setValue("seed", 41);  // left behind with the kind
        child<QAbstractButton>(window, "configure.student")->click();
        const int steps = configure.undoStack()->count();
        window.desk().showSettings(path(run));
        QTRY_VERIFY(!configure.isDraftShown());
        QCOMPARE(configure.undoStack()->count(), 0);
        QVERIFY(window.findChild<QUndoGroup*>()->stacks().contains(configure.undoStack()));
        child<QPushButton>(window, "configure.showDraft")->click();
        QCOMPARE(configure.undoStack()->count(), steps);
        child<QAbstractButton>(window, "configure.teacher")->click();
        QCOMPARE(valueAt(configure.document(), "seed").get<int>(), 41);
        for (int i = 0; i < 5; ++i)
            configure.undoStack()->undo();
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 500);
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

QTEST_MAIN(RunDeskTest)
#include "rundesk_test.moc"
