#include "app/pages/chartpanel.h"
#include "app/pages/comparisonform.h"
#include "app/pages/configurepage.h"
#include "app/pages/ratepage.h"
#include "app/pages/systemrows.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/modelchoice.h"
#include "app/window/rundesk.h"
#include "app/window/runfiles.h"
#include "app/window/runsdock.h"
#include "app/window/runsummary.h"
#include "app/window/settings.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runtrash.h"
#include "tests/app/storedruns.h"
#include "widgets/heatmap.h"
#include "widgets/linechart.h"
#include "widgets/numberfield.h"
#include "widgets/optionform.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoGroup>
#include <QtTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace potstill;
namespace fs = std::filesystem;

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
        const fs::path run = storedStudent(project("trash"), "one", 1);
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
        const fs::path run = storedStudent(project("steps"), "one", 1), aside = run.string() + "-aside";
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
        const fs::path run = storedStudent(project("end"), "one", 1);
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
        const fs::path run = storedStudent(project("place"), "one", 1);
        ContentsReader reader;
        QCOMPARE(reader.read(project("place").toStdString()).values.at(0).figure, std::string("teacher_distance"));
        fs::remove_all(run);
        QVERIFY(reader.read(project("place").toStdString()).runs.empty());
        QCOMPARE(Project::open(project("place").toStdString()).createRun("one", {{"id", newUuid()}}), run);
        QCOMPARE(reader.read(project("place").toStdString()).values.at(0).figure, std::string());
    }
    void renameStarAndNotesAreKeptAndUndone()
    {
        const fs::path run = storedStudent(project("meta"), "one", 1);
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
        const fs::path run = storedStudent(project("slow"), "one", 1), config = run / "config.json", kept = run / "kept.json", pipe = run / "pipe";
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
        const fs::path run = storedStudent(project("list"), "one", 4);
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
        const fs::path a = storedStudent(project("overlay"), "a", 1), b = storedStudent(project("overlay"), "b", 2);
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
        storedStudent(project("several"), "one", 1);
        storedStudent(project("several"), "two", 3);
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
        // One run without figures: the place is for the recipe of an image, and none is selected.
        student(window, 1)->setSelected(false);
        QTRY_VERIFY(child<QLabel>(window, "inspector.nothing")->isVisible());
        QVERIFY(!table->isVisible());
    }
    void aStateWithoutAFigureIsReadableAndDecidedIsOne()
    {
        ComparisonRecord open, decided;
        open.id = "open";
        decided.id = "decided";
        open.name = decided.name = "A comparison";
        open.state = decided.state = ComparisonState::Locked;
        RunsDock dock;
        dock.resize(400, 400);
        static_cast<QWidget&>(dock).show();
        QVERIFY(QTest::qWaitForWindowExposed(&dock));
        dock.setComparisons({open, decided}, {"decided"});
        auto* tree = child<QTreeWidget>(dock, "runs.tree");
        QTreeWidgetItem* group = tree->topLevelItem(4);
        QCOMPARE(group->childCount(), 2);
        QCOMPARE(group->child(0)->text(1), QString("locked"));
        QCOMPARE(group->child(1)->text(1), QString("decided"));
        // However narrow its own column is, the word goes on where other rows have a figure.
        tree->header()->resizeSection(1, 4);
        tree->header()->resizeSection(2, 120);
        const QRect row = tree->visualItemRect(group->child(0));
        const QImage place = tree->viewport()->grab({tree->header()->sectionViewportPosition(2), row.top(), 120, row.height()}).toImage();
        QImage blank(place.size(), place.format());
        blank.fill(place.pixelColor(place.width() - 1, 0));
        QVERIFY(place != blank);
    }
    void aRunCopiesAsACommand()
    {
        const fs::path run = storedStudent(project("command"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("command")));
        Q_EMIT window.findChild<RunsDock*>()->commandRequested(path(run));
        const auto copied = [] { return QGuiApplication::clipboard()->text(); };
        QTRY_VERIFY2(copied().startsWith("potstill-cli distill --project ") && copied().contains("training.images=1000"), qPrintable(copied()));
    }
    void aCommandThatCannotBeMadeIsSaidInASentence()
    {
        const fs::path run = storedStudent(project("no-command"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("no-command")));
        writeJsonFile(run / "config.json", {{"id", newUuid()}});
        QString said;
        connect(&window.desk(), &RunDesk::problem, this, [&](const QString& sentence) { said = sentence; });
        Q_EMIT window.findChild<RunsDock*>()->commandRequested(path(run));
        QTRY_VERIFY2(said.startsWith("A file is damaged, or of another version of this program"), qPrintable(said));
    }
    void everyPageOffersTheRunsOfTheList()
    {
        MainWindow window;
        QVERIFY(window.openProject(project("offered")));
        window.show();
        auto* rows = window.findChild<SystemRows*>();
        QVERIFY(rows);
        rows->setSystems({{"bundled:sprites-v", true, 2, "", {}}, {"bundled:sprites-v", true, 4, "", {}}}, {{"a", "two"}, {"b", "four"}});
        const fs::path pupil = storedStudent(project("offered"), "pupil", 1);
        const fs::path teacher = Project::open(project("offered").toStdString()).createRun("teacher", {{"id", newUuid()}, {"options", {{"kind", "teacher"}}}});
        window.findChild<RunsDock*>()->refresh();  // as when a run has ended
        for (const char* name : {"compare.model", "compare.columnModel", "rate.system0.model", "rate.system1.model"}) {
            auto* choice = child<ModelChoice>(window, name);
            QTRY_VERIFY2(choice->findData(path(pupil)) >= 0 && choice->findData(path(teacher)) >= 0, name);
        }
        auto* teachers = child<ModelChoice>(window, "configure.teacherModel");
        QVERIFY(teachers->findData(path(teacher)) >= 0 && teachers->findData(path(pupil)) < 0);
        // A row that is added later has them too; another project does not.
        auto* add = child<QPushButton>(window, "rate.addSystem");
        QTRY_VERIFY(add->isEnabled());
        add->click();
        QVERIFY(child<ModelChoice>(window, "rate.system2.model")->findData(path(pupil)) >= 0);
        QVERIFY(window.openProject(project("offered-elsewhere")));
        for (const char* name : {"compare.model", "compare.columnModel", "rate.system0.model", "configure.teacherModel"})
            QVERIFY2(child<ModelChoice>(window, name)->findData(path(teacher)) < 0, name);
    }
    void aRunIsClonedIntoTheDraft()
    {
        const fs::path run = storedStudent(project("cloned"), "one", 1), gone = storedStudent(project("cloned"), "gone", 1);
        fs::remove(gone / "config.json");
        MainWindow window;
        QVERIFY(window.openProject(project("cloned")));
        window.show();
        window.showPage(MainWindow::Train);
        QSignalSpy problems(&window.desk(), &RunDesk::problem);
        Q_EMIT window.findChild<RunsDock*>()->cloneRequested(path(gone));
        QTRY_COMPARE(problems.size(), 1);
        QCOMPARE(window.page(), MainWindow::Train);
        Q_EMIT window.findChild<RunsDock*>()->cloneRequested(path(run));
        QTRY_COMPARE(window.page(), MainWindow::Configure);
        QVERIFY(window.configurePage().isDraftShown());
        QCOMPARE(valueAt(window.configurePage().document(), "training.images").get<int>(), 1000);
    }
    void aBranchIsSetUpFromItsCheckpoint()
    {
        const fs::path run = storedStudent(project("branch"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("branch")));
        window.show();
        Q_EMIT window.findChild<RunsDock*>()->branchRequested(path(run / "checkpoints" / "000000500"));
        QTRY_COMPARE(window.configurePage().origin(), path(run / "checkpoints" / "000000500"));
        QCOMPARE(window.page(), MainWindow::Configure);
        auto* text = child<QLabel>(window, "configure.origin");
        QVERIFY2(text->isVisible() && text->text().contains("500"), qPrintable(text->text()));
        child<QToolButton>(window, "configure.forgetOrigin")->click();
        QVERIFY(window.configurePage().origin().isEmpty());
    }
    void severalRunsAreOfferedForARating()
    {
        for (const char* name : {"one", "two"})
            storedStudent(project("rated"), name, 1);
        MainWindow window;
        QVERIFY(window.openProject(project("rated")));
        window.show();
        QTRY_VERIFY(student(window, 0) && student(window, 1));
        auto* tree = child<QTreeWidget>(window, "runs.tree");
        for (int i = 0; i < 2; ++i)
            student(window, i)->setSelected(true);
        QSignalSpy requested(window.findChild<RunsDock*>(), &RunsDock::runsRatingRequested);
        QTimer looking;
        connect(&looking, &QTimer::timeout, &window, [&] {
            auto* rate = window.findChild<QAction*>("runs.rate");
            if (!rate)
                return;
            looking.stop();
            rate->trigger();
            qobject_cast<QMenu*>(rate->parent())->close();
        });
        looking.start(10);
        Q_EMIT tree->customContextMenuRequested(tree->visualItemRect(student(window, 0)).center());
        QTRY_COMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].toStringList().size(), 2);
        QCOMPARE(window.page(), MainWindow::Rate);
    }
    void theBestCheckpointIsOfferedByName()
    {
        const fs::path run = storedStudent(project("best"), "one", 1);
        writeJsonFile(run / "checkpoints/000001000/state.json", {{"best", {{"figure", "teacher_distance"}, {"checkpoint", "checkpoints/000000500"}}}});
        MainWindow window;
        QVERIFY(window.openProject(project("best")));
        window.show();
        QTRY_VERIFY(student(window, 0));
        auto* tree = child<QTreeWidget>(window, "runs.tree");
        tree->setCurrentItem(student(window, 0));
        QStringList offered;
        bool wasShown = false;
        QTimer looking;
        connect(&looking, &QTimer::timeout, &window, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu)
                return;
            looking.stop();
            wasShown = true;
            if (const auto* branch = menu->findChild<QMenu*>("runs.branch"))
                for (const QAction* action : branch->actions())
                    offered.append(action->text());
            menu->close();  // whatever it offers: the test goes on after it
        });
        looking.start(10);
        Q_EMIT tree->customContextMenuRequested(tree->visualItemRect(student(window, 0)).center());
        QTRY_VERIFY(wasShown);
        QCOMPARE(offered.size(), 2);
        QVERIFY2(offered[0].contains("newest") && offered[1].contains("Best by") && offered[1].contains("Distance to the teacher"), qPrintable(offered.join('\n')));
        // The same in the dialog of the export, after "The newest".
        Q_EMIT window.findChild<RunsDock*>()->exportRequested(path(run));
        auto* dialog = window.findChild<QDialog*>("exportModel");
        QVERIFY(dialog);
        auto* box = child<QComboBox>(*dialog, "exportModel.checkpoint");
        QTRY_COMPARE(box->count(), 3);
        QVERIFY2(box->itemText(1).contains("Best by"), qPrintable(box->itemText(1)));
        QCOMPARE(box->itemData(1).toString(), path(run / "checkpoints/000000500"));
    }
    void oldCheckpointsGoToTheTrash()
    {
        const fs::path run = storedStudent(project("disk"), "one", 1);
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
        storedStudent(project("morning"), "good", 1);
        const fs::path bad = storedStudent(project("morning"), "bad", 2);
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

    void aStartedRunIsReadAndCloned()
    {
        const fs::path run = storedStudent(project("read"), "one", 1);
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
        QCOMPARE(child<QPushButton>(window, "configure.guestAction")->text(), QString("Clone and edit"));
        child<QPushButton>(window, "configure.guestAction")->click();
        QVERIFY(configure.isDraftShown());
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 1000);
        QVERIFY(!images->isReadOnly() && child<QComboBox>(window, "configure.preset")->isEnabled());
        configure.undoStack()->undo();
        QCOMPARE(valueAt(configure.document(), "training.images").get<int>(), 500);
    }
    void theDraftKeepsItsStepsWhileAnotherRunIsShown()
    {
        const fs::path run = storedStudent(project("kept-steps"), "one", 1);
        MainWindow window;
        QVERIFY(window.openProject(project("kept-steps")));
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
};

QTEST_MAIN(RunDeskTest)
#include "rundesk_test.moc"
