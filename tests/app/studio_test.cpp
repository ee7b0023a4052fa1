#include "app/pages/comparisonform.h"
#include "app/pages/configurepage.h"
#include "app/pages/gallerypage.h"
#include "app/pages/ratepage.h"
#include "app/pages/votingview.h"
#include "app/session/background.h"
#include "app/window/diskdialog.h"
#include "app/window/mainwindow.h"
#include "app/window/modeldesk.h"
#include "app/window/noticebar.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runmeta.h"
#include "tests/app/rating/comparisons.h"
#include "tests/app/support.h"
#include "widgets/accessible.h"
#include "widgets/elidedlabel.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoGroup>
#include <QtTest>

#include <atomic>

using namespace potstill;

namespace {

/// Begins when it is let, and ends when it is stopped.
class Patient final : public RunJob {
public:
    explicit Patient(std::shared_ptr<std::atomic<bool>> mayBegin) : m_mayBegin(std::move(mayBegin)) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override
    {
        while (!*m_mayBegin && control.stopRequest() == StopRequest::None)
            QThread::msleep(5);
        observer.onProgress(Progress{});
        while (control.stopRequest() == StopRequest::None)
            QThread::msleep(5);
        return JobOutcome::Stopped;
    }

private:
    std::shared_ptr<std::atomic<bool>> m_mayBegin;
};

}  // namespace

class StudioTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void theLanguageWaitsForARunThatBegins()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("language")));
        QSignalSpy chosen(&window, &MainWindow::languageChosen);
        const auto mayBegin = std::make_shared<std::atomic<bool>>(false);
        window.session().start([mayBegin] { return std::make_unique<Patient>(mayBegin); });
        QCOMPARE(window.session().state(), RunSession::State::Starting);
        QueueEntry entry;
        entry.document = window.configurePage().document();
        window.desk().queue().add(entry);
        window.desk().queue().start();
        auto* german = window.findChild<QAction*>("action.language.de");
        QVERIFY(german->isCheckable());
        german->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(chosen.size(), 0);
        *mayBegin = true;
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QString("de"));
        QVERIFY(chosen[0][1].toBool());  // the queue goes on in the next window
        QVERIFY(window.session().isActive());
        window.session().discard();
        QTRY_VERIFY(!window.session().isActive());
    }
    void theNextWindowKeepsTheBranch()
    {
        const QString project = m_dir.filePath("branch"), checkpoint = project + "/runs/00001-a/checkpoints/000000500";
        const auto work = std::make_shared<StudioWork>();
        auto first = std::make_unique<MainWindow>(work);
        QVERIFY(first->openProject(project));
        QVERIFY(QDir().mkpath(checkpoint));
        first->configurePage().setOrigin(checkpoint, "A");
        QSignalSpy chosen(first.get(), &MainWindow::languageChosen);
        first->findChild<QAction*>("action.language.de")->trigger();
        QTRY_COMPARE(chosen.size(), 1);
        first.reset();
        MainWindow second(work);
        QVERIFY(second.openProject(project));
        QTRY_COMPARE(second.configurePage().origin(), checkpoint);
    }
    void theLanguageWaitsForWorkWithoutBlocking()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("writing")));
        QSignalSpy chosen(&window, &MainWindow::languageChosen);
        const auto mayEnd = std::make_shared<std::atomic<bool>>(false);
        bool isTold = false;
        runInBackground<bool>(
            &window,
            [mayEnd] {
                while (!*mayEnd)
                    QThread::msleep(5);
                return true;
            },
            [&](bool) { isTold = true; });
        window.findChild<QAction*>("action.language.de")->trigger();
        QVERIFY(!window.statusBar()->currentMessage().isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(chosen.size(), 0);
        *mayEnd = true;
        QTRY_COMPARE(chosen.size(), 1);
        QTRY_VERIFY(isTold);
    }
    void aShortReadDoesNotWaitForLongWork()
    {
        const auto mayEnd = std::make_shared<std::atomic<bool>>(false);
        const auto release = qScopeGuard([mayEnd] { *mayEnd = true; });
        int done = 0;
        bool isRead = false;
        QObject context;
        for (int i = 0; i < 2; ++i)
            runInBackground<bool>(
                &context,
                [mayEnd] {
                    while (!*mayEnd)
                        QThread::msleep(5);
                    return true;
                },
                [&](bool) { ++done; }, {}, Duration::Long);
        runInBackground<bool>(
            &context, [] { return true; }, [&](bool) { isRead = true; });
        QTRY_VERIFY(isRead);
        QCOMPARE(done, 0);
        QVERIFY(!isBackgroundIdle());
        *mayEnd = true;
        finishBackgroundWork();
        QVERIFY(isBackgroundIdle());
        QTRY_COMPARE(done, 2);
    }
    void imagesGoOnBeingMadeInTheNextWindow()
    {
        const QString project = m_dir.filePath("prepared");
        const auto work = std::make_shared<StudioWork>();
        auto first = std::make_unique<MainWindow>(work);
        QVERIFY(first->openProject(project));
        QTRY_COMPARE(work->ratings.store.state(), RatingStore::State::Ready);
        const std::vector<PlannedSystem> systems = {{"bundled:sprites-v", true, 2, "", {}}, {"bundled:sprites-v", true, 4, "", {}}};
        const ComparisonRecord draft = ComparisonForm::newDraft("Four or two?", systems, {"two", "four"}, 6);
        bool isSaved = false;
        work->ratings.store.ask<bool>(
            first.get(),
            [draft](RatingDatabase& d) {
                d.saveDraft(draft);
                return true;
            },
            [&](bool) { isSaved = true; });
        QTRY_VERIFY(isSaved);
        ImagePreparation& preparation = work->ratings.preparation;
        QSignalSpy finished(&preparation, &ImagePreparation::finished), stopped(&preparation, &ImagePreparation::stopped);
        preparation.begin(draft);
        MainWindow second(work);
        QVERIFY(second.openProject(project));
        first.reset();
        second.show();
        second.showPage(MainWindow::Rate);
        QTRY_COMPARE(second.ratePage().current(), draft.id);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 120000);
        QCOMPARE(stopped.size(), 0);
        QTRY_VERIFY(second.findChild<QPushButton*>("rate.lock")->isVisible());
    }
    void aQuickLookWaitsForWhoeverIsElsewhere()
    {
        const QString project = m_dir.filePath("quick");
        Project::openOrCreate(project.toStdString());
        {
            RatingDatabase database(project + "/ratings.sqlite");
            saveWithImages(database, draftOf("a", 2, 40, 6), project + "/comparisons/a");
        }
        const auto work = std::make_shared<StudioWork>();
        MainWindow window(work);
        QVERIFY(window.openProject(project));
        window.show();
        window.showPage(MainWindow::Gallery);
        QTRY_VERIFY(!window.ratePage().raterName().isEmpty());
        work->ratings.quick = "a";
        Q_EMIT work->ratings.preparation.finished();
        auto* notice = window.findChild<NoticeBar*>("notice");
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains("Comparison a"), qPrintable(notice->text()));
        QVERIFY(!window.ratePage().votingView().isVisible());
        QCOMPARE(window.page(), MainWindow::Gallery);
        window.findChild<QPushButton*>("notice.action")->click();
        QCOMPARE(window.page(), MainWindow::Rate);
        QTRY_VERIFY(window.ratePage().votingView().isVisible());
        QCOMPARE(window.ratePage().votingView().count(), 6);
    }
    void theVotingViewGoesWithTheWindow()
    {
        const QString project = m_dir.filePath("voting");
        Project::openOrCreate(project.toStdString());
        {
            RatingDatabase database(project + "/ratings.sqlite");
            lockWithImages(database, draftOf("a", 2, 40, 6), project + "/comparisons/a");
        }
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        QTRY_VERIFY(!window.ratePage().raterName().isEmpty());
        window.ratePage().beginRating("a");
        QTRY_VERIFY(window.ratePage().votingView().isVisible());
        QVERIFY(window.close());
        QVERIFY(!window.isVisible());
        QVERIFY(!window.ratePage().votingView().isVisible());
    }
    void theNextWindowUndoesWhatWasDoneInThisOne()
    {
        const QString project = m_dir.filePath("steps");
        const auto run = Project::openOrCreate(project.toStdString()).createRun("one", Json{{"id", newUuid()}, {"options", {{"kind", "student"}}}});
        const QString folder = QString::fromStdString(run.string());
        const auto work = std::make_shared<StudioWork>();
        auto first = std::make_unique<MainWindow>(work);
        QVERIFY(first->openProject(project));
        auto* runs = first->findChild<RunsDock*>();
        QTRY_COMPARE(runs->runs().size(), std::size_t(1));
        runs->setNotes(folder, "a note");
        QTRY_COMPARE(readRunSummary(run).notes, std::string("a note"));
        GalleryItem item;
        item.image = std::make_shared<const Image>(4, 4, 3);
        first->galleryPage().add({item});
        QTRY_COMPARE(work->gallery.gallery().items.size(), std::size_t(1));
        MainWindow second(work);
        QVERIFY(second.openProject(project));
        first.reset();
        second.show();
        second.showPage(MainWindow::Gallery);
        QTRY_COMPARE(second.findChild<ImageGrid*>("gallery.grid")->rowCount(), 1);
        QVERIFY(second.galleryPage().undoStack()->canUndo());
        second.findChild<QAction*>("action.undo")->trigger();
        QTRY_VERIFY(work->gallery.gallery().items.empty());
        second.findChild<RunsDock*>()->undoStack()->undo();
        QTRY_VERIFY(readRunSummary(run).notes.empty());
    }
    void undoIsThatOfThePage()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("undo")));
        auto* group = window.findChild<QUndoGroup*>();
        QCOMPARE(group->activeStack(), window.configurePage().undoStack());
        for (const auto page : {MainWindow::Train, MainWindow::Compare, MainWindow::Results}) {
            window.showPage(page);
            QCOMPARE(group->activeStack(), static_cast<QUndoStack*>(nullptr));
        }
        window.showPage(MainWindow::Rate);
        QCOMPARE(group->activeStack(), window.findChild<RatePage*>()->undoStack());
    }
    void trainingBeginsOnlyWhereItsSettingsOrCurvesAreSeen()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("start")));
        window.showPage(MainWindow::Gallery);
        window.findChild<QAction*>("action.run.start")->trigger();
        QVERIFY(!window.session().isActive());
        QCOMPARE(window.page(), MainWindow::Configure);
        for (const char* name : {"action.run.sample", "action.run.save", "action.run.finish"})
            QVERIFY2(!window.findChild<QAction*>(name)->isEnabled(), name);
    }
    void aFailureIsToldAndStaysInView()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("failure")));
        QStringList told;
        window.notifyUser = [&](const QString& title, const QString&) { told.append(title); };
        window.session().start([]() -> std::unique_ptr<RunJob> { throw std::runtime_error("no such data"); });
        QTRY_COMPARE(told, QStringList("The run has failed"));
        QVERIFY(!window.findChild<QLabel*>("top.failed")->isHidden());
        QCOMPARE(window.findChild<ElidedLabel*>("top.title")->text(), QString("The run has failed"));
    }
    void theEndOfAFollowedRunIsTold()
    {
        const QString project = m_dir.filePath("followed");
        const auto run = [&](const char* name, const char* host) {
            const auto folder = Project::openOrCreate(project.toStdString()).createRun(name, {{"id", newUuid()}, {"created", utcNow()}, {"options", defaultsOf(runSchema())}});
            writeRunState(folder, RunState::Running, 10);
            writeJsonFile(folder / "lock", {{"pid", 7}, {"host", host}, {"heartbeat_ms", QDateTime::currentMSecsSinceEpoch()}});
            return folder;
        };
        const auto good = run("good", "elsewhere"), bad = run("bad", "elsewhere");
        MainWindow window;
        QVERIFY(window.openProject(project));
        QStringList told;
        window.notifyUser = [&](const QString& title, const QString& text) { told.append(title + ": " + text); };
        auto* dock = window.findChild<RunsDock*>();
        QTRY_COMPARE(dock->runs().size(), std::size_t(2));
        QVERIFY(dock->runs().at(0).state == RunState::Running);
        QVERIFY(told.isEmpty());
        const auto end = [&](const std::filesystem::path& folder, RunState state, const std::string& failure) {
            writeRunState(folder, state, 20, failure);
            std::filesystem::remove(folder / "lock");
            dock->refresh();
        };
        end(good, RunState::Finished, {});
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told[0].startsWith("The run has finished") && told[0].contains("good"), qPrintable(told[0]));
        end(bad, RunState::Failed, "no room");
        QTRY_COMPARE(told.size(), 2);
        QVERIFY2(told[1].startsWith("The run has failed") && told[1].contains("no room"), qPrintable(told[1]));
        dock->refresh();
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 2);  // once
    }
    void aCrashOffersItsReportByOneClick()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("crash")));
        window.show();
        QString opened;
        window.modelDesk().openFolder = [&](const QString& folder) { opened = folder; };
        const QString file = m_dir.filePath("report.zip");
        window.askReportFile = [&] { return file; };
        auto* notice = window.findChild<NoticeBar*>("notice");
        auto* action = window.findChild<QPushButton*>("notice.action");
        QVERIFY(!notice->isVisible());
        window.reportCrash("segmentation fault\nframe 1\nframe 2");
        QVERIFY(notice->isVisible() && action->isVisible() && (action->focusPolicy() & Qt::TabFocus));
        QVERIFY2(notice->text().contains("segmentation fault") && !notice->text().contains("frame"), qPrintable(notice->text()));
        action->click();
        QTRY_VERIFY2(notice->text().contains("report.zip"), qPrintable(notice->text()));
        QVERIFY(QFile::exists(file));
        action->click();
        QCOMPARE(opened, m_dir.path());
        // It can be left, too; and one that cannot be written is told.
        window.reportCrash("aborted");
        window.findChild<QToolButton*>("notice.close")->click();
        QVERIFY(!notice->isVisible());
        window.askReportFile = [&] { return m_dir.filePath("no/such/folder.zip"); };
        window.findChild<QAction*>("action.help.report")->trigger();
        QTRY_VERIFY(window.statusBar()->currentMessage().contains("folder.zip"));
    }
    void aNoticeIsSaidOnce()
    {
        static QStringList said;
        accessibleListener = [](QAccessibleEvent* event) { said.append(event->accessibleInterface()->text(QAccessible::Description)); };
        const auto silent = qScopeGuard([] { accessibleListener = nullptr; });
        NoticeBar bar("notice");
        bar.tell("The model is there.");
        QCOMPARE(said, QStringList("The model is there."));
        QCOMPARE(QAccessible::queryAccessibleInterface(&bar)->role(), QAccessible::Grouping);
        // What goes on is not said again and again.
        bar.follow("The export: writing", 0.5, {}, "Stop", {});
        bar.follow("The export: writing", 0.6, {}, "Stop", {});
        QVERIFY2(!said.contains("The export: writing"), qPrintable(said.join('\n')));
    }
    void aProjectThatIsGoneIsNotMadeAnew()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("here")));
        const QString gone = m_dir.filePath("gone");
        Settings().addRecentProject(gone);
        window.askUser = [](const QString& title, const QString&, const QStringList&) {
            qFatal("asked: %s", qPrintable(title));
            return 0;
        };
        auto* notice = window.findChild<NoticeBar*>("notice");
        window.openRecentProject(gone);
        QTRY_VERIFY2(notice->text().contains(gone), qPrintable(notice->text()));
        QVERIFY(!QDir(gone).exists());
        QCOMPARE(window.project(), m_dir.filePath("here"));
        QVERIFY(Settings().recentProjects().contains(gone));  // its disk may come back
        window.findChild<QPushButton*>("notice.action")->click();
        QVERIFY(!Settings().recentProjects().contains(gone));
    }
    void theTopBarNamesTheRunInTheNextWindowToo()
    {
        const QString project = m_dir.filePath("named"), run = storedRun(project, "cpu");
        setRunMeta(run.toStdString(), "name", "The best one");
        const auto work = std::make_shared<StudioWork>();
        const auto titleOf = [](MainWindow& window) { return child<ElidedLabel>(window, "top.title")->text(); };
        {
            MainWindow first(work);
            QVERIFY(first.openProject(project));
            QVERIFY(first.session().start([run] { return std::make_unique<TellingJob>(run); }));
            QTRY_COMPARE(titleOf(first), QString("The best one"));
            // A new name is seen at once.
            setRunMeta(run.toStdString(), "name", "The better one");
            first.findChild<RunsDock*>()->refresh();
            QTRY_COMPARE(titleOf(first), QString("The better one"));
        }
        MainWindow second(work);
        QCOMPARE(titleOf(second), QDir(run).dirName());  // until the list is read
        QVERIFY(second.openProject(project));
        QTRY_COMPARE(titleOf(second), QString("The better one"));
        second.session().finish();
        QTRY_COMPARE(titleOf(second), QString("Nothing is running"));
    }
    void theTrashOfAnEarlierSessionIsNoOneWayStreet()
    {
        const QString project = m_dir.filePath("trash"), run = project + "/runs/00000-lost";
        Project::openOrCreate(project.toStdString());
        QVERIFY(QDir().mkpath(run));
        RunTrash(project.toStdString()).put(run.toStdString());
        RunsDock runs;
        runs.setProject(project);
        RunSession session;
        RatePage rate(session);
        DiskDialog dialog(project, runs, rate);
        auto* list = dialog.findChild<QTreeWidget*>("disk.list");
        auto* back = dialog.findChild<QPushButton*>("disk.bringBack");
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QVERIFY(!back->isEnabled());
        list->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QVERIFY(back->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton*>("disk.move")->isEnabled());
        back->click();
        QTRY_VERIFY(QDir(run).exists());
        runs.undoStack()->undo();
        QTRY_VERIFY(!QDir(run).exists());
        QTRY_VERIFY(!RunTrash(project.toStdString()).items().empty());
    }
    void diskUseCountsAllAndBringsRemovedDraftsBack()
    {
        const QString project = m_dir.filePath("uses");
        Project::openOrCreate(project.toStdString());
        for (const char* part : {"galleries/best/images", "comparisons/one"})
            QVERIFY(QDir().mkpath(project + '/' + part));
        writeFileAtomically((project + "/galleries/best/images/a.png").toStdString(), std::string(3'000'000, 'g'));
        writeFileAtomically((project + "/comparisons/one/0-1.png").toStdString(), std::string(5'000'000, 'c'));
        {
            RatingDatabase database(project + "/ratings.sqlite");
            database.saveDraft(ComparisonForm::newDraft("Lost draft", {{"bundled:sprites-v", true, 1, "", {}}, {"bundled:sprites-v", true, 2, "", {}}}, {"one", "two"}, 4));
            database.setTrashed(database.comparisons().at(0).id, true);
        }
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        QTRY_COMPARE(window.findChild<RatePage*>()->store().state(), RatingStore::State::Ready);
        Q_EMIT window.findChild<RunsDock*>()->diskUseRequested();
        auto* list = window.findChild<QTreeWidget*>("disk.list");
        const auto row = [&](const QString& text) { return list->findItems(text, Qt::MatchContains).value(0); };
        QTRY_VERIFY(row("Galleries") && row("Images of comparisons") && row("Lost draft"));
        QVERIFY2(row("Galleries")->text(1).contains('3') && row("Images of comparisons")->text(1).contains('5'), qPrintable(row("Galleries")->text(1)));
        const QString sentence = window.findChild<QLabel*>("disk.sentence")->text();
        QVERIFY2(sentence.contains("takes 8"), qPrintable(sentence));
        QVERIFY(row("Galleries")->data(0, Qt::CheckStateRole).isNull());
        row("Lost draft")->setCheckState(0, Qt::Checked);
        QVERIFY(!window.findChild<QPushButton*>("disk.move")->isEnabled());
        window.findChild<QPushButton*>("disk.bringBack")->click();
        QTRY_VERIFY(row("Lost draft") == nullptr);
        QTRY_COMPARE(window.findChild<QTreeWidget*>("rate.comparisons")->topLevelItemCount(), 1);
    }
    void aDraftBelongsToItsProjectAndIsNotLost()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("one")));
        Json document = window.configurePage().document();
        document["training"]["images"] = 4321;
        window.configurePage().setDocument(document);
        QVERIFY(window.openProject(m_dir.filePath("two")));  // before the draft would have been written
        QVERIFY(valueAt(window.configurePage().document(), "training.images").get<int>() != 4321);
        QVERIFY(window.openProject(m_dir.filePath("one")));
        QTRY_COMPARE(valueAt(window.configurePage().document(), "training.images").get<int>(), 4321);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(StudioTest)
#include "studio_test.moc"
