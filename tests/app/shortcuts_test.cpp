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
    void keysOfPagesAreShownAndChanged()
    {
        Shortcuts shortcuts;
        QAction start("Start");
        start.setShortcut(QKeySequence("F5"));
        shortcuts.add("start", &start);
        QAction follow("Trajectory"), again("Trajectory");
        PageKeys::bind(&follow, "compare.follow");
        QCOMPARE(follow.shortcut(), QKeySequence("T"));
        ShortcutsDialog dialog(shortcuts);
        auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
        auto* message = dialog.findChild<QLabel*>("shortcuts.message");
        QCOMPARE(table->rowCount(), 1 + int(PageKeys::all().size()));
        const auto keysOf = [table](const char* name) {
            const auto found = table->findItems(name, Qt::MatchExactly);
            if (found.size() != 1)
                qFatal("no line %s", name);
            return table->item(found[0]->row(), 1);
        };
        QCOMPARE(keysOf("Compare: Trajectory of the image")->text(), QString("T"));
        QVERIFY(keysOf("Start")->flags() & Qt::ItemIsEditable);
        QVERIFY(keysOf("Compare: Trajectory of the image")->flags() & Qt::ItemIsEditable);
        QVERIFY(!(keysOf("Rate: Tie")->flags() & Qt::ItemIsEditable));
        keysOf("Compare: Trajectory of the image")->setText("K");
        QVERIFY2(message->text().isEmpty(), qPrintable(message->text()));
        QCOMPARE(follow.shortcut(), QKeySequence("K"));  // at once
        PageKeys::bind(&again, "compare.follow");        // and after a restart
        QCOMPARE(again.shortcut(), QKeySequence("K"));
        // Taken: by a key of the same page, by one of its grid, by a command of the window.
        for (const auto& [keys, holder] : {std::pair("X", "Exchange rows"), std::pair("+", "Larger"), std::pair("F5", "Start")}) {
            keysOf("Compare: Trajectory of the image")->setText(keys);
            QVERIFY2(message->text().contains(holder), qPrintable(message->text()));
            QCOMPARE(follow.shortcut(), QKeySequence("K"));
        }
        // On another page the same key may mean something else; a command of the window is reached everywhere.
        keysOf("Runs: Star, or take the star away")->setText("X");
        QCOMPARE(PageKeys::keysOf("runs.star"), QKeySequence("X"));
        QVERIFY(!shortcuts.setKeys("start", QKeySequence("K")));
        dialog.findChild<QPushButton*>("shortcuts.reset")->click();
        QCOMPARE(follow.shortcut(), QKeySequence("T"));
        QCOMPARE(PageKeys::keysOf("runs.star"), QKeySequence("S"));
    }
    void aCommandGetsItsOwnKeysBack()
    {
        Shortcuts shortcuts;
        QAction undo("Undo"), start("Start");
        undo.setShortcut(QKeySequence("Ctrl+Z"));
        shortcuts.add("undo", &undo);
        shortcuts.add("start", &start);
        QVERIFY(shortcuts.setKeys("undo", QKeySequence("F8")));
        QVERIFY(!shortcuts.setKeys("start", QKeySequence("Ctrl+Z")));  // a vote is taken back with it
        QVERIFY(shortcuts.setKeys("undo", QKeySequence("Ctrl+Z")));
        QCOMPARE(undo.shortcut(), QKeySequence("Ctrl+Z"));
    }
    void noKeyOfAPageIsGivenTwice()
    {
        QSet<QString> ids;
        for (const PageKeys::Key& key : PageKeys::all()) {
            QVERIFY2(!key.defaults.isEmpty() && !key.what.isEmpty(), qPrintable(key.what));
            QVERIFY2(key.id.isEmpty() || !ids.contains(key.id), qPrintable(key.id));
            ids.insert(key.id);
            for (const QKeySequence& keys : key.defaults)
                QVERIFY2(key.id.isEmpty() || PageKeys::holderOf(key.id, key.scope, keys).place.isEmpty(), qPrintable(key.what));
        }
    }

private:
    QTemporaryDir m_dir;
    int m_file = 0;
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
