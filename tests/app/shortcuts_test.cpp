#include "app/window/settings.h"
#include "app/window/shortcuts.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;

class ShortcutsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("POTSTILL_SETTINGS", m_dir.filePath(QString("%1.ini").arg(++m_file)).toUtf8()); }
    void changedKeysAreFoundAgain()
    {
        {
            Shortcuts shortcuts;
            QAction start("Start");
            start.setShortcut(QKeySequence("Ctrl+Return"));
            shortcuts.add("start", &start);
            QVERIFY(shortcuts.setKeys("start", QKeySequence("F9")));
        }
        Shortcuts again;
        QAction start("Start");
        start.setShortcut(QKeySequence("Ctrl+Return"));
        again.add("start", &start);
        QCOMPARE(start.shortcut(), QKeySequence("F9"));
        again.resetAll();
        QCOMPARE(start.shortcut(), QKeySequence("Ctrl+Return"));
        QVERIFY(!Settings().shortcut("start"));
    }
    void keysBelongToOneCommand()
    {
        Shortcuts shortcuts;
        QAction start("Start"), stop("Stop");
        start.setShortcut(QKeySequence("F5"));
        shortcuts.add("start", &start);
        shortcuts.add("stop", &stop);
        QVERIFY(!shortcuts.setKeys("stop", QKeySequence("F5")));
        QVERIFY(stop.shortcut().isEmpty());
        QVERIFY(shortcuts.setKeys("start", {}));  // a command may have none
        QVERIFY(shortcuts.setKeys("stop", QKeySequence("F5")));
    }
    void theDialogSaysWhoHasTheKeys()
    {
        Shortcuts shortcuts;
        QAction start("Start"), stop("Stop");
        start.setShortcut(QKeySequence("F5"));
        stop.setShortcut(QKeySequence("F6"));
        shortcuts.add("start", &start);
        shortcuts.add("stop", &stop);
        ShortcutsDialog dialog(shortcuts);
        auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
        table->item(1, 1)->setText("F5");
        QVERIFY(dialog.findChild<QLabel*>("shortcuts.message")->text().contains("Start"));
        QCOMPARE(stop.shortcut(), QKeySequence("F6"));
        table->item(1, 1)->setText("F7");
        QVERIFY(dialog.findChild<QLabel*>("shortcuts.message")->text().isEmpty());
        QCOMPARE(stop.shortcut(), QKeySequence("F7"));
        dialog.findChild<QPushButton*>("shortcuts.reset")->click();
        QCOMPARE(stop.shortcut(), QKeySequence("F6"));
    }
    void fixedKeysAreShownAndStay()
    {
        Shortcuts shortcuts;
        QAction start("Start");
        shortcuts.add("start", &start);
        ShortcutsDialog dialog(shortcuts);
        auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
        QCOMPARE(table->rowCount(), 1 + int(Shortcuts::fixedKeys().size()));
        QVERIFY(table->item(0, 1)->flags() & Qt::ItemIsEditable);
        const auto found = table->findItems("Compare: Trajectory of the image", Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        auto* keys = table->item(found[0]->row(), 1);
        QCOMPARE(keys->text(), QString("T"));
        QVERIFY(!(keys->flags() & Qt::ItemIsEditable));
        for (const Shortcuts::FixedKeys& fixed : Shortcuts::fixedKeys())
            QVERIFY2(!fixed.keys.simplified().isEmpty(), qPrintable(fixed.what));
    }

private:
    QTemporaryDir m_dir;
    int m_file = 0;
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
