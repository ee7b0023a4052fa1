#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/warninglist.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

class WarningListTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    static QAction* entry(WarningList& list, int index)
    {
        auto* menu = list.findChild<QMenu*>("status.warningList");
        Q_EMIT menu->aboutToShow();
        return menu->actions().value(index);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void theLastOnesAreKept()
    {
        WarningList list;
        for (int i = 0; i < 50; ++i)
            list.add({QString("one %1").arg(i), {}, {}, 0});
        QCOMPARE(list.entries().size(), WarningList::kMostEntries);
        QCOMPARE(entry(list, 0)->text(), QString("one 49"));
        QVERIFY(!list.isHidden());
        list.clear();
        QVERIFY(list.isHidden() && list.entries().isEmpty());
    }
    void oneCauseOfARunTakesOneLine()
    {
        WarningList list;
        for (int i = 1; i < 10; ++i)
            list.add({QString("step %1").arg(i), "/a", {"non-finite", i, {}, ""}, 1});
        list.add({"step 1", "/b", {"non-finite", 1, {}, ""}, 1});
        list.add({"step 9", {}, {}, 0});  // what the run has said itself
        QCOMPARE(list.entries().size(), 2);
        QCOMPARE(list.entries().back().text, QString("step 9"));
        QCOMPARE(list.entries().back().runFolder, QString("/a"));
    }
    void anEntryLeadsToItsRunAndTheListEndsWithTheProject()
    {
        const QString project = m_dir.filePath("p");
        const Json options = merged(defaultsOf(runSchema()), presetByName("demo").document);
        const fs::path run = Project::openOrCreate(project.toStdString()).createRun("a", {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
        writeRunState(run, RunState::Failed, 250, "no room");
        appendLog(run, LogLevel::Error, "no room");
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        window.showPage(MainWindow::Gallery);
        auto* list = window.findChild<WarningList*>("status.warnings");
        QVERIFY(list);
        list->add({"the disk is slow", QString::fromStdString(run.string()), {"slow-disk", 200, {}, ""}, MainWindow::Train});
        entry(*list, 0)->trigger();
        QCOMPARE(window.page(), MainWindow::Train);
        QTRY_COMPARE(window.findChild<QTabWidget*>("train.tabs")->currentIndex(), 2);
        // Why it failed stands over it, with its log behind.
        auto* log = window.findChild<QPushButton*>("train.warningLog");
        QTRY_VERIFY(log->isVisible());
        log->click();
        auto* text = window.findChild<QPlainTextEdit*>("runLog.text");
        QVERIFY(text);
        QTRY_VERIFY(text->toPlainText().contains("no room"));
        QVERIFY(window.openProject(m_dir.filePath("q")));
        QVERIFY(list->entries().isEmpty() && list->isHidden());
    }
};

QTEST_MAIN(WarningListTest)
#include "warninglist_test.moc"
