#include "app/pages/comparepage.h"
#include "app/pages/configurepage.h"
#include "app/pages/gallerydocument.h"
#include "app/pages/gallerypage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/noticebar.h"
#include "app/window/settings.h"
#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runtrash.h"
#include "tests/app/storedruns.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"

#include <QCheckBox>
#include <QAbstractSpinBox>
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace potstill;

namespace {

/// A run with one sheet of samples: two steps from left to right, two noises from top to bottom.
QString runWithSamples(const QString& project)
{
    const QString run = path(storedStudent(project, "one", 1)), file = run + "/samples/000000064-ema.png";
    QImage sheet(16, 16, QImage::Format_RGB888);
    for (int cell = 0; cell < 4; ++cell)
        for (int pixel = 0; pixel < 64; ++pixel)
            sheet.setPixelColor(cell % 2 * 8 + pixel % 8, cell / 2 * 8 + pixel / 8, QColor(60 * cell, 0, 0));
    if (!QDir(run).mkpath("samples") || !sheet.save(file))
        qFatal("%s", qPrintable(file));
    writeJsonFile(file.chopped(4).toStdString() + ".json", {{"images_seen", 64}, {"ema", true}, {"columns", {"1 step", "2 steps"}}, {"rows", {"5", "6"}}});
    return run;
}

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    /// A run that ends by itself never and has learnt what no checkpoint holds.
    void startEndless(MainWindow& window)
    {
        Json d = shortDemo(256);
        d["training"]["images"] = 10'000'000;
        d["training"]["checkpoint_every"] = 10'000'000;
        window.configurePage().setDocument(d);
        auto* start = child<QPushButton>(window, "configure.start");
        QTRY_VERIFY(start->isEnabled());
        start->click();
        int ticks = 0;
        const QObject untilThen;
        connect(&window.session(), &RunSession::statsArrived, &untilThen, [&](const std::vector<StatPoint>& points) { ticks += points.back().imagesSeen > 0; });
        QTRY_VERIFY_WITH_TIMEOUT(ticks > 0, 60000);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void aNewcomerIsOneClickFromARunningStudent()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("first")));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.configurePage().setDocument(shortDemo(256));
        auto* start = child<QPushButton>(window, "configure.start");
        QTRY_VERIFY(start->isEnabled());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Running, 60000);
        QVERIFY(!start->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Idle, 120000);
        auto* grid = child<ImageGrid>(window, "train.grid");
        QTRY_COMPARE(grid->rowCount(), 4);  // 1, 2, 3 steps and the teacher
        QVERIFY(!grid->image(0, 0).isNull());
        QVERIFY(child<LineChart>(window, "train.lossChart")->seriesIds().contains("teacher_distance"));
        QTRY_COMPARE(child<QTreeWidget>(window, "runs.tree")->topLevelItem(1)->childCount(), 1);

        // G keeps a sample of the training, with its recipe.
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto& kept = child<GalleryPage>(window, "galleryPage")->document().gallery().items;
        grid->setFocus();
        grid->setCurrentCell(1, 0);
        QTest::keyClick(grid, Qt::Key_G);
        QTRY_COMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0]->recipe.at("steps").get<int>(), 2);
        QCOMPARE(kept[0]->recipe.at("seed").get<int>(), 0);
        QVERIFY(kept[0]->recipe.at("images_seen").get<int>() > 0 && kept[0]->recipe.contains("schedule"));

        // "See the ladder": one more click.
        auto* ladder = child<QPushButton>(window, "train.seeLadder");
        QVERIFY(ladder->isVisible());
        window.comparePage().setTeacherSteps(3);
        QTest::mouseClick(ladder, Qt::LeftButton);
        auto* cells = child<ImageGrid>(window, "compare.grid");
        QTRY_COMPARE_WITH_TIMEOUT(cells->columnCount(), 4, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(cells->cellState(7, 3), ImageGrid::CellState::Filled, 60000);
        auto* correction = child<QCheckBox>(window, "compare.noiseCorrection");
        QTRY_VERIFY(!correction->isEnabled());
        QVERIFY2(correction->toolTip().contains("pure noise"), qPrintable(correction->toolTip()));

        // G keeps an image, with its recipe.
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE_WITH_TIMEOUT(cells->cellState(2, 1), ImageGrid::CellState::Filled, 60000);  // no prediction; columns come as they are ready, the teacher's perhaps before this
        cells->setFocus();
        cells->setCurrentCell(2, 1);
        QTest::keyClick(cells, Qt::Key_G);
        QTRY_COMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept[1]->recipe.at("seed").get<int>(), 2);
    }
    void samplesOfTrainAreToldAndKept()
    {
        const QString project = m_dir.filePath("samples"), run = runWithSamples(project);
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        window.trainPage().showRun(run);
        window.showPage(MainWindow::Train);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *grid = child<ImageGrid>(window, "train.grid"), *pinned = child<ImageGrid>(window, "train.pinnedGrid");
        QTRY_COMPARE(grid->rowCount(), 2);
        child<QToolButton>(window, "train.pin")->click();
        QTRY_COMPARE(pinned->rowCount(), 2);
        const auto& kept = window.galleryPage().document().gallery().items;
        auto* recipe = child<QTreeWidget>(window, "inspector.recipe");
        const auto told = [recipe](const char* key) {
            const QList<QTreeWidgetItem*> rows = recipe->findItems(key, Qt::MatchExactly | Qt::MatchRecursive);
            return rows.isEmpty() ? QString() : rows[0]->text(1);
        };
        // The inspector tells the recipe of either moment; G keeps the image with it.
        grid->setFocus();
        grid->setCurrentCell(1, 0);
        QCOMPARE(told("Steps"), QString("2"));
        QCOMPARE(told("Noise"), QString("5"));
        pinned->setFocus();
        pinned->setCurrentCell(0, 1);
        QCOMPARE(told("Steps"), QString("1"));
        QCOMPARE(told("Noise"), QString("6"));
        QTest::keyClick(pinned, Qt::Key_G);
        QTRY_COMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0]->recipe.at("seed").get<int>(), 6);
        // Shift+G keeps all steps of one noise, together.
        grid->setFocus();
        grid->setCurrentCell(1, 0);
        QTest::keyClick(grid, Qt::Key_G, Qt::ShiftModifier);
        QTRY_COMPARE(kept.size(), std::size_t(3));
        for (int i = 1; i < 3; ++i) {
            QCOMPARE(kept[std::size_t(i)]->recipe.at("seed").get<int>(), 5);
            QCOMPARE(kept[std::size_t(i)]->recipe.at("steps").get<int>(), i);
            QVERIFY(kept[std::size_t(i)]->groupKind == GroupKind::Ladder && kept[std::size_t(i)]->group == kept[1]->group);
        }
    }
    void theInspectorTellsWhatIsSelectedInView()
    {
        const QString project = m_dir.filePath("inspected"), run = runWithSamples(project);
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        window.trainPage().showRun(run);
        window.showPage(MainWindow::Train);
        auto* grid = child<ImageGrid>(window, "train.grid");
        QTRY_COMPARE(grid->rowCount(), 2);
        const auto shown = [pages = child<QStackedWidget>(window, "inspector.pages")] { return pages->currentWidget()->objectName(); };
        QCOMPARE(shown(), QString("inspector.nothing"));
        grid->setCurrentCell(1, 0);
        QCOMPARE(shown(), QString("inspector.recipe"));
        window.showPage(MainWindow::Rate);
        QCOMPARE(shown(), QString("inspector.nothing"));
        window.showPage(MainWindow::Train);
        QCOMPARE(shown(), QString("inspector.recipe"));
        QVERIFY(window.openProject(m_dir.filePath("inspected-next")));
        QCOMPARE(shown(), QString("inspector.nothing"));
    }
    void oneUnreadableImageIsLeftOutAndNamed()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("damaged")));
        window.show();
        QStringList files;
        for (const char* name : {"one.png", "damaged.png", "two.png"}) {
            files.append(m_dir.filePath(name));
            QImage image(8, 8, QImage::Format_RGB888);
            image.fill(QColor(int(60 * files.size()), 90, 40));
            QVERIFY(image.save(files.back()));
        }
        QFile damaged(files[1]);
        QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
        damaged.write("no image");
        damaged.close();
        drop(window, files);
        const auto& kept = window.galleryPage().document().gallery().items;
        QTRY_COMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept[1]->caption, std::string("two"));
        const QString said = window.statusBar()->currentMessage();
        QVERIFY2(said.contains("damaged.png") && !said.contains("two.png"), qPrintable(said));
    }
    void whatIsDroppedFindsItsPlace()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("dropped")));
        window.show();
        // A folder of images becomes the data of a teacher.
        QVERIFY(QDir().mkpath(m_dir.filePath("pictures/cats")));
        QImage image(8, 8, QImage::Format_RGB888);
        image.fill(Qt::darkGreen);
        image.setText("potstill", "{\"seed\": 12}");
        QVERIFY(image.save(m_dir.filePath("pictures/cats/a.png")));
        window.showPage(MainWindow::Train);
        drop(window, {m_dir.filePath("pictures")});
        QCOMPARE(window.page(), MainWindow::Configure);
        QCOMPARE(QString::fromStdString(valueAt(window.configurePage().document(), "data.source").get<std::string>()), m_dir.filePath("pictures"));
        QCOMPARE(window.configurePage().document()["kind"].get<std::string>(), std::string("teacher"));
        // An image goes to the gallery with the recipe that it carries.
        drop(window, {m_dir.filePath("pictures/cats/a.png")});
        const auto& kept = window.galleryPage().document().gallery().items;
        QTRY_COMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0]->recipe.at("seed").get<int>(), 12);
        QCOMPARE(window.page(), MainWindow::Gallery);
        // A project is opened; what is none of these is named.
        drop(window, {m_dir.filePath("first")});
        QTRY_COMPARE(window.project(), m_dir.filePath("first"));
        QFile nonsense(m_dir.filePath("nonsense.txt"));
        QVERIFY(nonsense.open(QIODevice::WriteOnly));
        drop(window, {nonsense.fileName()});
        QVERIFY2(window.statusBar()->currentMessage().contains("nonsense.txt"), qPrintable(window.statusBar()->currentMessage()));
    }
    void whatIsDroppedWithAProjectIsTakenInThere()
    {
        const QString other = m_dir.filePath("with-an-image"), file = m_dir.filePath("beside.png");
        (void)Project::openOrCreate(other.toStdString());
        QImage image(8, 8, QImage::Format_RGB888);
        image.fill(Qt::darkGreen);
        QVERIFY(image.save(file));
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("without-an-image")));
        window.show();
        const auto kept = [&window] { return window.galleryPage().document().gallery().items.size(); };
        drop(window, {file, other});
        QTRY_COMPARE(window.project(), other);
        QTRY_COMPARE(kept(), std::size_t(1));
        // Nor is an image that is still being read taken into another project.
        drop(window, {file});
        QVERIFY(window.openProject(m_dir.filePath("without-an-image")));
        for (int i = 0; i < 3; ++i) {
            finishBackgroundWork();
            QCoreApplication::processEvents();
        }
        QCOMPARE(kept(), std::size_t(0));
    }
    void aDroppedRunOpensItsProjectAndAModelCompare()
    {
        const QString other = m_dir.filePath("other");
        const auto run =
            Project::openOrCreate(other.toStdString()).createRun("a", {{"id", newUuid()}, {"created", utcNow()}, {"options", merged(defaultsOf(runSchema()), shortDemo(256))}});
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("here")));
        window.show();
        drop(window, {QString::fromStdString(run.string())});
        QCOMPARE(window.project(), m_dir.filePath("here"));  // its disk is asked aside
        QTRY_COMPARE(window.project(), other);
        QCOMPARE(window.trainPage().runFolder(), QString::fromStdString(run.string()));
        QCOMPARE(window.page(), MainWindow::Train);
        drop(window, {QString::fromStdString((resourceFolder() / "models/sprites-v").string())});
        QCOMPARE(window.page(), MainWindow::Compare);
        // While a run is on, a run of another project stays outside, and that is said.
        QVERIFY(window.session().start([run] { return std::make_unique<TellingJob>(QString::fromStdString(run.string())); }));
        QTRY_COMPARE(window.session().state(), RunSession::State::Running);
        const auto third = Project::openOrCreate(m_dir.filePath("elsewhere").toStdString()).createRun("b", {{"id", newUuid()}, {"options", Json::object()}});
        window.statusBar()->clearMessage();
        drop(window, {QString::fromStdString(third.string())});
        QCOMPARE(window.project(), other);
        QVERIFY2(window.statusBar()->currentMessage().contains("another project"), qPrintable(window.statusBar()->currentMessage()));
        window.session().finish();
        QTRY_COMPARE(window.session().state(), RunSession::State::Idle);
    }
    void theProjectThatWasAskedForLastIsOpened()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("here")));
        QStringList entered;
        const auto change = [&](const QString& name) { window.changeProject(m_dir.filePath(name), [&entered, name] { entered.append(name); }); };
        change("asked-first");
        change("asked-last");
        QCOMPARE(window.project(), m_dir.filePath("here"));
        QTRY_COMPARE(window.project(), m_dir.filePath("asked-last"));
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QCOMPARE(window.project(), m_dir.filePath("asked-last"));
        QCOMPARE(entered, QStringList("asked-last"));
        // What can be no project is said, and this one stays.
        QFile file(m_dir.filePath("no-folder"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        window.changeProject(file.fileName());
        QTRY_VERIFY2(window.statusBar()->currentMessage().contains("no-folder"), qPrintable(window.statusBar()->currentMessage()));
        QCOMPARE(window.project(), m_dir.filePath("asked-last"));
    }
    void docksComeBackWhereTheyWere()
    {
        const auto asNew = qScopeGuard([] { Settings().saveWindow({}, {}); });  // for the tests that follow, whatever becomes of this one
        {
            MainWindow window;
            QVERIFY(window.openProject(m_dir.filePath("docks")));
            window.resize(1700, 1000);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            auto *runs = child<QDockWidget>(window, "runsDock"), *inspector = child<QDockWidget>(window, "inspectorDock");
            QCOMPARE(window.dockWidgetArea(runs), Qt::LeftDockWidgetArea);
            window.addDockWidget(Qt::RightDockWidgetArea, runs);
            window.addDockWidget(Qt::LeftDockWidgetArea, inspector);
            inspector->show();
            window.close();
        }
        {
            MainWindow window;
            QVERIFY(window.openProject(m_dir.filePath("docks")));
            window.show();
            auto *runs = child<QDockWidget>(window, "runsDock"), *inspector = child<QDockWidget>(window, "inspectorDock");
            QCOMPARE(window.dockWidgetArea(runs), Qt::RightDockWidgetArea);
            QCOMPARE(window.dockWidgetArea(inspector), Qt::LeftDockWidgetArea);
            QVERIFY(runs->isVisible());
            // One that was closed stays closed, and the menu brings it back.
            runs->close();
            window.close();
        }
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("docks")));
        window.show();
        auto* runs = child<QDockWidget>(window, "runsDock");
        QVERIFY(!runs->isVisible());
        runs->toggleViewAction()->trigger();
        QVERIFY(runs->isVisible());
        QCOMPARE(window.dockWidgetArea(runs), Qt::RightDockWidgetArea);
    }
    void aClosedInspectorStaysClosed()
    {
        const auto asNew = qScopeGuard([] { Settings().saveWindow({}, {}); });
        Settings().saveWindow({}, {});
        for (const bool isFirstStart : {true, false}) {
            MainWindow window;
            QVERIFY(window.openProject(m_dir.filePath("docks")));
            window.resize(1700, 1000);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            window.showPage(MainWindow::Compare);
            auto* inspector = child<QDockWidget>(window, "inspectorDock");
            QCOMPARE(inspector->isVisible(), isFirstStart);
            inspector->close();
            window.close();
        }
    }
    void problemsStandBesideTheirField()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("second")));
        window.show();
        Json d = shortDemo(256);
        d["imagine_flash"]["gamma_min"] = 0.9;
        d["imagine_flash"]["gamma_max"] = 0.5;
        window.configurePage().setDocument(d);
        auto* start = child<QPushButton>(window, "configure.start");
        QTRY_VERIFY(!start->isEnabled());
        QVERIFY(!child<QLabel>(window, "configure.problems")->text().isEmpty());
        d["imagine_flash"]["gamma_min"] = 0.1;
        window.configurePage().setDocument(d);
        QTRY_VERIFY(start->isEnabled());
    }
    void closingDuringARunAsksAndSaves()
    {
        auto window = std::make_unique<MainWindow>();
        QVERIFY(window->openProject(m_dir.filePath("third")));
        window->show();
        QStringList asked;
        int answer = 2;
        window->askUser = [&](const QString& title, const QString&, const QStringList&) {
            asked.append(title);
            return answer;
        };
        Json d = shortDemo(256);
        d["training"]["images"] = 10'000'000;
        window->configurePage().setDocument(d);
        auto* start = child<QPushButton>(*window, "configure.start");
        QTRY_VERIFY(start->isEnabled());
        start->click();
        QTRY_COMPARE_WITH_TIMEOUT(window->session().state(), RunSession::State::Running, 60000);
        int ticks = 0;
        connect(&window->session(), &RunSession::statsArrived, this, [&](const std::vector<StatPoint>& points) { ticks += points.back().imagesSeen > 0; });
        QTRY_VERIFY_WITH_TIMEOUT(ticks > 0, 60000);
        window->close();
        QCOMPARE(asked.size(), 1);
        QVERIFY(window->isVisible());  // "Keep training"
        answer = 0;
        window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 60000);
        const auto runs = Project::open(m_dir.filePath("third").toStdString()).runs();
        QCOMPARE(runs.size(), std::size_t(1));
        QVERIFY(readRunSummary(runs[0]).state == RunState::Stopped);
        QVERIFY(readRunSummary(runs[0]).imagesSeen > 0);
    }
    void aDiscardedRunIsNotAskedAboutAndComesBackWhole()
    {
        MainWindow window;
        QVERIFY(window.openProject(m_dir.filePath("discarded")));
        window.show();
        window.askUser = [](const QString& title, const QString&, const QStringList&) {
            qFatal("asked: %s", qPrintable(title));
            return 0;
        };
        startEndless(window);
        if (QTest::currentTestFailed())
            return;
        const std::string run = window.session().runFolder().toStdString();
        child<QToolButton>(window, "top.discard")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Idle, 60000);
        QTRY_VERIFY(!std::filesystem::exists(run));
        auto* notice = child<NoticeBar>(window, "notice");
        QVERIFY2(notice->text().contains("discarded"), qPrintable(notice->text()));
        child<QPushButton>(window, "notice.action")->click();
        QTRY_VERIFY(std::filesystem::exists(run + "/config.json"));
        QVERIFY(readRunSummary(run).imagesSeen > 0);  // what no checkpoint had held
    }
    void aRunThatIsDiscardedWithTheWindowComesBackWholeToo()
    {
        const QString project = m_dir.filePath("discarded-closing");
        std::string run;
        {
            MainWindow window;
            QVERIFY(window.openProject(project));
            window.show();
            window.askUser = [](const QString&, const QString&, const QStringList& answers) { return int(answers.indexOf("Discard and close")); };
            startEndless(window);
            if (QTest::currentTestFailed())
                return;
            run = window.session().runFolder().toStdString();
            window.close();
            QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 60000);
        }
        QVERIFY(!std::filesystem::exists(run));
        RunTrash trash(project.toStdString());
        QCOMPARE(trash.items().size(), std::size_t(1));
        trash.restore(trash.items()[0]);
        QVERIFY(readRunSummary(run).imagesSeen > 0);  // what no checkpoint had held
    }
    void anInterruptedRunIsShownAndResumes()
    {
        const QString project = m_dir.filePath("third");
        const auto run = Project::open(project.toStdString()).runs().at(0);
        // What a killed studio leaves: the state says "running" and nobody holds the lock.
        writeRunState(run, RunState::Running, readRunSummary(run).imagesSeen);
        QVERIFY(readRunSummary(run).state == RunState::Interrupted);
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        auto* tree = child<QTreeWidget>(window, "runs.tree");
        QTRY_VERIFY(tree->topLevelItem(1)->childCount() == 1);
        QTRY_COMPARE(tree->topLevelItem(1)->child(0)->text(1), QString("interrupted"));
        QVERIFY(window.session().resumeRun(QString::fromStdString(run.string())));
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Running, 60000);
        window.session().finish();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().state(), RunSession::State::Idle, 60000);
    }
    void aLockedRunIsRefusedWithItsOwner()
    {
        const auto run = Project::open(m_dir.filePath("third").toStdString()).runs().at(0);
        const RunLock lock(run);
        RunSession session;
        session.resumeRun(QString::fromStdString(run.string()));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), RunSession::State::Failed, 30000);
        QVERIFY2(!session.failure().isEmpty(), "no message");
    }
    void everyControlHasANameForPeopleAndForTests()
    {
        MainWindow window;
        window.openProject(m_dir.filePath("fourth"));
        window.show();
        for (QWidget* w : window.findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<QAbstractButton*>(w) || qobject_cast<QAbstractSpinBox*>(w) || qobject_cast<QLineEdit*>(w);
            if (!isControl || !w->isVisible() || w->objectName().startsWith("qt_") || w->focusPolicy() == Qt::NoFocus)
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(w);
            const bool isNamed = !w->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || w->parentWidget()->inherits("QAbstractSpinBox")
                                 || w->parentWidget()->inherits("QComboBox");
            QVERIFY2(isNamed, qPrintable(QString("%1 '%2' in '%3'").arg(w->metaObject()->className(), w->objectName(), w->parentWidget()->objectName())));
        }
    }
    void pagesAnswerToTheirKeys()
    {
        MainWindow window;
        window.openProject(m_dir.filePath("fourth"));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* pages = child<QStackedWidget>(window, "pages");
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(pages->currentIndex(), int(MainWindow::Compare));
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(pages->currentIndex(), int(MainWindow::Configure));
    }
    void toolTipsNameTheKeysInForce()
    {
        MainWindow window;
        window.openProject(m_dir.filePath("fourth"));
        for (const auto& [name, command] :
             {std::pair("top.finish", "run.finish"), std::pair("top.save", "run.save"), std::pair("top.sample", "run.sample"), std::pair("runs.new", "run.new"),
              std::pair("configure.start", "run.start"), std::pair("gallery.undo", "undo"), std::pair("gallery.redo", "redo"), std::pair("rail.compare", "page.3")}) {
            auto* action = child<QAction>(window, qPrintable(QString("action.%1").arg(command)));
            const auto* widget = child<QWidget>(window, name);
            QVERIFY2(!action->shortcut().isEmpty(), command);
            for (const QKeySequence& keys : {action->shortcut(), QKeySequence("Ctrl+F9"), QKeySequence()}) {
                action->setShortcut(keys);
                const QString named = QString(" (%1)").arg(keys.toString(QKeySequence::NativeText));
                QVERIFY2(keys.isEmpty() ? !widget->toolTip().contains('(') : widget->toolTip().endsWith(named), qPrintable(widget->toolTip()));
            }
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "mainwindow_test.moc"
