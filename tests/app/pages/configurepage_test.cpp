#include "app/pages/configurepage.h"

#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "app/window/sourcemenu.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "tests/app/support.h"
#include "widgets/elidedlabel.h"
#include "widgets/linechart.h"
#include "widgets/optionform.h"
#include "widgets/theme.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace potstill;

namespace {

Json smallDemo()
{
    Json d = presetByName("demo").document;
    d["training"]["batch"] = 4;
    d["imagine_flash"]["teacher_steps"] = 2;
    return d;
}

/// Keeps work waiting for as long as it lives: its answers are on their way meanwhile.
class HeldWork {
public:
    HeldWork(QObject& context, Duration duration)
    {
        for (int i = 0; i < kThreads; ++i)
            runInBackground<bool>(
                &context,
                [gate = m_gate] {
                    gate->acquire();
                    return true;
                },
                [](bool) {}, {}, duration);
    }
    ~HeldWork() { m_gate->release(kThreads); }

private:
    static constexpr int kThreads = 8;  // as many as there may be, or more
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
};

}  // namespace

class ConfigurePageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void cleanup() { finishBackgroundWork(); }

    void imagesAreChosenAsAFolderOrAFile()
    {
        ConfigurePage page;
        page.setDocument(smallDemo());
        page.resize(1200, 800);
        page.show();
        auto* menu = child<SourceMenu>(page, "sourceMenu");
        menu->askFolder = [] { return QString("/data/photographs"); };
        menu->askFile = [] { return QString("/data/photographs.zip"); };
        const auto source = [&] { return QString::fromStdString(valueAt(page.document(), "data.source").get<std::string>()); };
        child<QToolButton>(page, "browse.data.source")->click();
        QVERIFY(menu->isVisible());
        child<QAction>(*menu, "source.file")->trigger();
        QCOMPARE(source(), QString("/data/photographs.zip"));
        menu->close();
        child<QAction>(*menu, "source.folder")->trigger();
        QCOMPARE(source(), QString("/data/photographs"));
        menu->askFile = [] { return QString(); };
        child<QAction>(*menu, "source.file")->trigger();
        QCOMPARE(source(), QString("/data/photographs"));
    }
    void presetsAndClonesAreUndone()
    {
        ConfigurePage page;
        page.setDocument(smallDemo());
        const Json mine = page.document();
        page.applyPreset("paper");
        QVERIFY(page.document() != mine);
        page.undoStack()->undo();
        QVERIFY(page.document() == mine);
        page.undoStack()->redo();
        QVERIFY(valueAt(page.document(), "imagine_flash.srl").get<bool>());
    }
    void switchingTheKindKeepsWhatWasEdited()
    {
        ConfigurePage page;
        child<OptionForm>(page, "configure.trainingForm")->setValue("seed", 41);
        child<QRadioButton>(page, "configure.teacher")->click();
        QCOMPARE(page.document()["kind"].get<std::string>(), std::string("teacher"));
        child<QRadioButton>(page, "configure.student")->click();
        QCOMPARE(page.document()["seed"].get<int>(), 41);
        // And every step of it can be taken back.
        while (page.undoStack()->canUndo())
            page.undoStack()->undo();
        QVERIFY(page.document()["seed"].get<int>() != 41);
    }
    void theTeacherIsUndone()
    {
        ConfigurePage page;
        const std::string before = page.document()["teacher"].get<std::string>();
        Q_EMIT child<ModelChoice>(page, "configure.teacherModel")->modelChanged("bundled:other");
        QCOMPARE(page.document()["teacher"].get<std::string>(), std::string("bundled:other"));
        page.undoStack()->undo();
        QCOMPARE(page.document()["teacher"].get<std::string>(), before);
    }
    void theImagesOfATeacherAreReadAsideAndComeInOneStepWithIt()
    {
        ConfigurePage page;
        Json mine = smallDemo();
        mine["data"]["source"] = m_dir.path().toStdString();
        page.setDocument(mine);
        const Json before = page.document();
        const auto source = [&] { return valueAt(page.document(), "data.source").get<std::string>(); };
        const std::string itsOwn = valueAt(defaultsOf(runSchema()), "data.source").get<std::string>();
        auto *start = child<QPushButton>(page, "configure.start"), *add = child<QPushButton>(page, "configure.addToQueue");
        QTRY_VERIFY(start->isEnabled());
        const auto choose = [&](const char* teacher) { Q_EMIT child<ModelChoice>(page, "configure.teacherModel")->modelChanged(teacher); };
        const auto answer = [] {
            finishBackgroundWork();
            QCoreApplication::processEvents();
        };
        choose("bundled:sprites-eps");
        QCOMPARE(source(), m_dir.path().toStdString());
        QVERIFY(!start->isEnabled() && !add->isEnabled());  // not with the images of another
        QTRY_COMPARE(source(), itsOwn);
        QTRY_VERIFY(start->isEnabled());
        const Json after = page.document();
        page.undoStack()->undo();
        QVERIFY(page.document() == before);
        page.undoStack()->redo();
        QVERIFY(page.document() == after);
        page.undoStack()->undo();
        // Too late: taken back, or other images were chosen meanwhile.
        choose("bundled:sprites-eps");
        page.undoStack()->undo();
        answer();
        QVERIFY(page.document() == before);
        choose("bundled:sprites-eps");
        child<OptionForm>(page, "configure.dataForm")->setValue("data.source", "/other");
        answer();
        QCOMPARE(source(), std::string("/other"));
        // The draft waits behind a run that is looked at, and gets them there.
        page.setDocument(mine);
        choose("bundled:sprites-eps");
        QVERIFY(page.showStarted(smallDemo(), "A"));
        const Json started = page.document();
        answer();
        QVERIFY(page.document() == started);
        page.showDraft();
        QCOMPARE(source(), itsOwn);
    }
    void aTeacherWhoseImagesAreBeingReadIsNotKeptWithThoseOfAnother()
    {
        QTemporaryDir project;
        const auto stored = [&] { return readJsonFile(project.path().toStdString() + "/draft.json"); };
        const auto answer = [] {
            finishBackgroundWork();
            QCoreApplication::processEvents();
        };
        ConfigurePage page;
        page.setProject(project.path());
        answer();
        Json mine = smallDemo();
        mine["data"]["source"] = m_dir.path().toStdString();
        page.setDocument(mine);
        const Json before = page.document();
        const auto* start = child<QPushButton>(page, "configure.start");
        const auto* problems = child<QLabel>(page, "configure.problems");
        QTRY_VERIFY(start->isEnabled());
        {
            const HeldWork held(page, Duration::Short);
            Q_EMIT child<ModelChoice>(page, "configure.teacherModel")->modelChanged("bundled:sprites-eps");
            QVERIFY(!start->isEnabled());
            QVERIFY2(problems->text().startsWith("Reading"), qPrintable(problems->text()));
            page.undoStack()->undo();
            QTRY_VERIFY(start->isEnabled());
            QVERIFY2(problems->text().isEmpty(), qPrintable(problems->text()));
            page.undoStack()->redo();
            page.keepDraft();  // closed now
            QVERIFY(stored()["teacher"] == before["teacher"]);
            QVERIFY(page.showStarted(smallDemo(), "A"));
        }
        answer();
        page.showDraft();
        QCOMPARE(page.document()["teacher"].get<std::string>(), std::string("bundled:sprites-eps"));
        QVERIFY(valueAt(page.document(), "data.source") == valueAt(defaultsOf(runSchema()), "data.source"));
        page.keepDraft();
        QCOMPARE(stored()["teacher"].get<std::string>(), std::string("bundled:sprites-eps"));
        // All in the one step of the choice.
        page.undoStack()->undo();
        QVERIFY(page.document() == before);
    }
    void aBranchComesBackWithItsCheckpoint()
    {
        ConfigurePage page;
        page.setDocument(smallDemo());
        page.setOrigin("/p/runs/00001-a/checkpoints/000000500", "a");
        page.undoStack()->undo();
        QVERIFY(page.origin().isEmpty());
        page.undoStack()->redo();
        QCOMPARE(page.origin(), QString("/p/runs/00001-a/checkpoints/000000500"));
    }
    void theDraftOfABranchKeepsItsCheckpoint()
    {
        QTemporaryDir project;
        const QString checkpoint = project.filePath("runs/00001-a/checkpoints/000000500");
        QVERIFY(QDir().mkpath(checkpoint));
        {
            ConfigurePage page;
            page.setProject(project.path());
            page.setDocument(smallDemo());
            page.setOrigin(checkpoint, "A");
            page.keepDraft();  // as closing and a change of the language do
        }
        ConfigurePage page;
        page.setProject(project.path());
        QTRY_COMPARE(page.origin(), checkpoint);
        QVERIFY2(child<QLabel>(page, "configure.origin")->text().contains("A"), "no name");
        QCOMPARE(valueAt(page.document(), "training.batch").get<int>(), 4);
        // What is saved a moment later holds it too, relative to the project.
        const QString draft = project.filePath("draft.json");
        page.setOrigin(checkpoint, "A");
        QVERIFY(QFile::remove(draft));
        QTRY_VERIFY(QFile::exists(draft));
        finishBackgroundWork();
        QTRY_COMPARE(valueAt(readJsonFile(project.path().toStdString() + "/draft.json"), "branch_of.checkpoint").get<std::string>(),
                     std::string("runs/00001-a/checkpoints/000000500"));
        child<QToolButton>(page, "configure.forgetOrigin")->click();
        page.keepDraft();
        QVERIFY(!readJsonFile(project.path().toStdString() + "/draft.json").contains("branch_of"));
    }
    void theDraftIsReadAsideAndNothingIsLost()
    {
        QTemporaryDir project;
        const std::string file = project.path().toStdString() + "/draft.json";
        const auto stored = [&] { return valueAt(readJsonFile(file), "training.images").get<int>(); };
        Json draft = smallDemo();
        draft["training"]["images"] = 4321;
        writeJsonFile(file, draft);
        {
            ConfigurePage page;
            page.setProject(project.path());
            page.keepDraft();  // closed before it was read
            QCOMPARE(stored(), 4321);
        }
        {
            // Nor does a look at a run take it away.
            ConfigurePage page;
            page.setProject(project.path());
            QVERIFY(page.showStarted(smallDemo(), "A"));
            finishBackgroundWork();
            QCoreApplication::processEvents();
            QVERIFY(!page.isDraftShown());
            page.showDraft();
            QCOMPARE(valueAt(page.document(), "training.images").get<int>(), 4321);
        }
        ConfigurePage page;
        page.setProject(project.path());
        page.applyPreset("paper");
        const Json mine = page.document();
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QVERIFY(page.document() == mine);
        page.undoStack()->undo();
        QCOMPARE(valueAt(page.document(), "training.images").get<int>(), 4321);
        QVERIFY(!page.undoStack()->canUndo());
        finishBackgroundWork();
        page.keepDraft();
        QCOMPARE(stored(), 4321);
    }
    void aDamagedDraftIsReplacedByTheNext()
    {
        QTemporaryDir project;
        const std::string file = project.path().toStdString() + "/draft.json";
        Json damaged = smallDemo();
        damaged["branch_of"] = 7;
        writeJsonFile(file, damaged);
        ConfigurePage page;
        page.setProject(project.path());
        finishBackgroundWork();
        QTRY_VERIFY(!readJsonFile(file).contains("branch_of"));
        QVERIFY(page.origin().isEmpty());
    }
    void aBranchIsQueuedWithItsCheckpointAndRefusedWithoutIt()
    {
        QTemporaryDir project;
        const QString checkpoint = project.filePath("runs/00001-a/checkpoints/000000500");
        QVERIFY(QDir().mkpath(checkpoint));
        ConfigurePage page;
        page.setProject(project.path());
        page.setDocument(smallDemo());
        page.setOrigin(checkpoint, "A");
        std::vector<QueueEntry> queued;
        connect(&page, &ConfigurePage::queueRequested, this, [&](const QueueEntry& entry) { queued.push_back(entry); });
        auto* add = child<QPushButton>(page, "configure.addToQueue");
        QTRY_VERIFY(add->isEnabled());
        add->click();
        QCOMPARE(queued.size(), std::size_t(1));
        QCOMPARE(queued[0].branchOf, std::string("runs/00001-a/checkpoints/000000500"));
        // Looked at in the queue it shows where it goes on from, and keeps that when it is cloned.
        page.setDocument(smallDemo());
        page.editQueued(queued[0], "A");
        QCOMPARE(page.origin(), checkpoint);
        page.showDraft();
        QVERIFY(page.origin().isEmpty());
        page.editQueued(queued[0], "A");
        page.cloneShown();
        QVERIFY(page.isDraftShown());
        QCOMPARE(page.origin(), checkpoint);
        // The checkpoint goes away: said, and nothing starts.
        QVERIFY(QDir().rmdir(checkpoint));
        page.setOrigin({}, {});
        page.setOrigin(checkpoint, "A");
        auto* problems = child<QLabel>(page, "configure.problems");
        QTRY_VERIFY2(problems->text().contains("000000500"), qPrintable(problems->text()));
        QVERIFY(!add->isEnabled() && !child<QPushButton>(page, "configure.start")->isEnabled());
    }
    void thePlotShowsTheTeachersOwnSchedule()
    {
        ConfigurePage page;
        page.resize(1400, 900);
        page.show();
        auto* chart = child<LineChart>(page, "configure.schedule");
        Json d = smallDemo();
        d["teacher"] = "bundled:sprites-eps";  // linear beta, which keeps some signal to the end
        page.setDocument(d);
        QTRY_VERIFY(chart->points("alpha").size() > 2 && chart->points("alpha").back().y > 1e-3);
        d["teacher"] = "bundled:sprites-v";  // cosine, which keeps none
        page.setDocument(d);
        QTRY_VERIFY(chart->points("alpha").size() > 2 && chart->points("alpha").back().y < 1e-6);
        // EDM: the noise alone, over decades.
        d = presetByName("sprites-v").document;
        d["diffusion"]["parametrisation"] = "edm";
        d["diffusion"]["schedule"] = "edm";
        page.setDocument(d);
        QTRY_COMPARE(chart->seriesIds(), QStringList("sigma"));
        QVERIFY(chart->isLogY());
        QVERIFY(std::abs(chart->points("sigma").back().y - 80) < 1e-6);
    }
    void theLegendLeavesTheStepsFree()
    {
        ConfigurePage page;
        page.resize(1400, 900);
        page.show();
        page.setDocument(smallDemo());
        auto* chart = child<LineChart>(page, "configure.schedule");
        QTRY_COMPARE(chart->seriesIds().size(), 2);
        chart->flush();
        // Steps are named at the upper edge of the plot, under the title of the axis.
        auto* entry = child<QAbstractButton>(*chart, "legend.alpha");
        const int titleBottom = 8 + QFontMetrics(Theme::instance().font(FontSize::Caption)).height() + 4;
        QVERIFY2(entry->geometry().bottom() <= titleBottom, qPrintable(QString::number(entry->geometry().bottom())));
        QVERIFY(entry->geometry().left() > 40);  // nor the title
    }
    void whatCannotBeReadIsNamed()
    {
        const QString folder = m_dir.filePath("damaged");
        QVERIFY(QDir().mkpath(folder));
        QImage image(32, 32, QImage::Format_RGB888);
        image.fill(Qt::blue);
        for (int i = 0; i < 40; ++i)
            QVERIFY(image.save(folder + QString("/%1.png").arg(i)));
        QFile broken(folder + "/broken.png");
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no image") > 0);
        broken.close();
        ConfigurePage page;
        auto* list = child<QListWidget>(page, "configure.skipped");
        QVERIFY(list->isHidden());
        page.useData(folder);
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, 30000);
        const QString said = list->item(0)->text();
        QVERIFY2(said.contains("broken.png: no image of a kind that is read"), qPrintable(said));
        QVERIFY(!list->isHidden() && child<QLabel>(page, "configure.skippedTitle")->text().contains("1"));
        page.useData("sprites");
        QTRY_VERIFY(list->isHidden());
    }
    void whatWasDoneToTheImagesStandsUnderTheirCounts()
    {
        const QString folder = m_dir.filePath("noted");
        QImage image(32, 32, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        for (const char* name : {"cat", "dog"}) {
            QVERIFY(QDir().mkpath(folder + '/' + name));
            for (int i = 0; i < 2; ++i)
                QVERIFY(image.save(folder + QString("/%1/%2.png").arg(name).arg(i)));
        }
        QFile other(folder + "/cat/read me.txt");
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no image") > 0);
        other.close();
        ConfigurePage page;
        page.resize(1400, 900);
        page.show();
        auto* notes = child<ElidedLabel>(page, "configure.dataNotes");
        page.useData(folder);
        QTRY_VERIFY_WITH_TIMEOUT(notes->isVisible(), 30000);
        QVERIFY2(notes->text().contains("4 transparent") && notes->text().contains("read me.txt") && !notes->text().contains('['), qPrintable(notes->text()));
        QCOMPARE(notes->accessibleName(), notes->text());
        notes->setFixedWidth(60);
        QTRY_COMPARE(notes->toolTip(), notes->text());
        page.useData("sprites");
        QTRY_VERIFY(notes->isHidden());
    }
    void whatIsNotThereIsSaidBesideItsField()
    {
        ConfigurePage page;
        page.show();
        Json d = smallDemo();
        d["teacher"] = "runs/nowhere";
        d["data"]["source"] = "/no/such/folder";
        page.setDocument(d);
        auto* teacher = child<QLabel>(page, "issue.teacher");
        QTRY_VERIFY2(teacher->text().contains("runs/nowhere"), qPrintable(teacher->text()));
        QVERIFY(!teacher->isHidden());
        auto* data = child<QLabel>(page, "issue.data.source");
        QTRY_VERIFY2(data->text().contains("/no/such/folder"), qPrintable(data->text()));
        QVERIFY(!child<QPushButton>(page, "configure.start")->isEnabled());
    }
    void theEstimateIsKeptWhileARunIsOn()
    {
        ConfigurePage page;
        page.setProject(m_dir.path());
        page.setDocument(smallDemo());
        auto* estimate = child<QLabel>(page, "configure.estimate");
        {
            const HeldWork held(page, Duration::Long);
            QTRY_VERIFY2(estimate->text().startsWith("Measuring"), qPrintable(estimate->text()));
        }
        QTRY_VERIFY2_WITH_TIMEOUT(estimate->text().contains("measured speed"), qPrintable(estimate->text()), 60'000);
        page.setStartEnabled(false);
        QTRY_VERIFY2(estimate->text().contains("while a run is on"), qPrintable(estimate->text()));
        QVERIFY2(estimate->text().contains("measured speed"), qPrintable(estimate->text()));
    }
};

QTEST_MAIN(ConfigurePageTest)
#include "configurepage_test.moc"
