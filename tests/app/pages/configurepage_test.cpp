#include "app/pages/configurepage.h"

#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "engine/io/runfolder.h"
#include "widgets/optionform.h"
#include "tests/app/support.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;

namespace {

Json smallDemo()
{
    Json d = presetByName("demo").document;
    d["training"]["batch"] = 4;
    d["imagine_flash"]["teacher_steps"] = 2;
    return d;
}

}  // namespace

class ConfigurePageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void cleanup() { finishBackgroundWork(); }

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
        QTRY_VERIFY_WITH_TIMEOUT(estimate->text().contains("measured speed"), 60000);
        page.setStartEnabled(false);
        QTRY_VERIFY2(estimate->text().contains("while a run is on"), qPrintable(estimate->text()));
        QVERIFY2(estimate->text().contains("measured speed"), qPrintable(estimate->text()));
    }
};

QTEST_MAIN(ConfigurePageTest)
#include "configurepage_test.moc"
