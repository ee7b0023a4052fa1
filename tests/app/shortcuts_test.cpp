#include "app/window/settings.h"
#include "app/window/shortcuts.h"
#include "tests/app/shortcutkeys.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;

class ShortcutsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath(QString("%1.ini").arg(++m_file)).toUtf8());
        PageKeys::instance().resetAll();
    }
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
        dialog.show();
        auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
        pressIn(dialog, "Stop", Qt::Key_F5);
        QVERIFY(dialog.findChild<QLabel*>("shortcuts.message")->text().contains("Start"));
        QCOMPARE(stop.shortcut(), QKeySequence("F6"));
        pressIn(dialog, "Stop", Qt::Key_F7);
        QVERIFY(dialog.findChild<QLabel*>("shortcuts.message")->text().isEmpty());
        QCOMPARE(stop.shortcut(), QKeySequence("F7"));
        dialog.findChild<QPushButton*>("shortcuts.reset")->click();
        QCOMPARE(stop.shortcut(), QKeySequence("F6"));
        // Enter begins; Ctrl alone is no key yet; Esc leaves all as it was and the dialog open.
        table->setCurrentCell(1, 1);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(keysEditor(dialog) && dialog.isVisible());
        QTest::keyClick(keysEditor(dialog), Qt::Key_Control, Qt::ControlModifier);
        QVERIFY(keysEditor(dialog));
        QTest::keyClick(keysEditor(dialog), Qt::Key_Escape);
        QVERIFY(!keysEditor(dialog));
        QCOMPARE(stop.shortcut(), QKeySequence("F6"));
        QCOMPARE(table->item(1, 1)->text(), QString("F6"));
        QVERIFY(dialog.isVisible());
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
        dialog.show();
        auto* message = dialog.findChild<QLabel*>("shortcuts.message");
        QCOMPARE(dialog.findChild<QTableWidget*>("shortcuts.table")->rowCount(), 1 + int(PageKeys::all().size()));
        constexpr const char* kFollow = "Compare: Trajectory of the image";
        QCOMPARE(keysItem(dialog, kFollow)->text(), QString("T"));
        QVERIFY(keysItem(dialog, "Start")->flags() & Qt::ItemIsEditable);
        QVERIFY(keysItem(dialog, kFollow)->flags() & Qt::ItemIsEditable);
        QVERIFY(!(keysItem(dialog, "Charts: Move the view")->flags() & Qt::ItemIsEditable));
        pressIn(dialog, kFollow, Qt::Key_K);
        QVERIFY2(message->text().isEmpty(), qPrintable(message->text()));
        QCOMPARE(follow.shortcut(), QKeySequence("K"));  // at once
        PageKeys::bind(&again, "compare.follow");        // and after a restart
        QCOMPARE(again.shortcut(), QKeySequence("K"));
        // Taken: by a key of the same page, by one of its grid or its pane, by a command of the window.
        for (const auto& [key, holder] :
             {std::pair(Qt::Key_X, "Exchange rows"), std::pair(Qt::Key_Plus, "Larger"), std::pair(Qt::Key_1, "Side by side"), std::pair(Qt::Key_F5, "Start")}) {
            pressIn(dialog, kFollow, key);
            QVERIFY2(message->text().contains(holder), qPrintable(message->text()));
            QCOMPARE(follow.shortcut(), QKeySequence("K"));
        }
        // On another page the same key may mean something else; a command of the window is reached everywhere.
        pressIn(dialog, "Runs: Star, or take the star away", Qt::Key_X);
        QCOMPARE(PageKeys::keysOf("runs.star"), QList<QKeySequence>{QKeySequence("X")});
        QVERIFY(!shortcuts.setKeys("start", QKeySequence("K")));
        dialog.findChild<QPushButton*>("shortcuts.reset")->click();
        QCOMPARE(follow.shortcut(), QKeySequence("T"));
        QCOMPARE(PageKeys::keysOf("runs.star"), QList<QKeySequence>{QKeySequence("S")});
    }
    void votingKeysAreAScopeOfTheirOwn()
    {
        Shortcuts shortcuts;
        QAction start("Start");
        start.setShortcut(QKeySequence("F5"));
        shortcuts.add("start", &start);
        ShortcutsDialog dialog(shortcuts);
        dialog.show();
        auto* message = dialog.findChild<QLabel*>("shortcuts.message");
        QCOMPARE(keysItem(dialog, "Rate: The left one is better")->text(), QString("Left  1"));
        // Keys of the pages and of the window mean something else there, those of another answer do not.
        for (const int key : {int(Qt::Key_4), int(Qt::Key_F5), int(Qt::Key_J)}) {
            pressIn(dialog, "Rate: The left one is better", key);
            QVERIFY2(message->text().isEmpty(), qPrintable(message->text()));
            QCOMPARE(PageKeys::keysOf("rate.left"), QList<QKeySequence>{QKeySequence(key)});
        }
        pressIn(dialog, "Rate: The left one is better", Qt::Key_2);
        QVERIFY2(message->text().contains("The right one"), qPrintable(message->text()));
        QVERIFY(shortcuts.setKeys("start", QKeySequence("J")));
        // One of two default keys alone is a choice of its own: the other is free.
        pressIn(dialog, "Rate: The left one is better", Qt::Key_1);
        QCOMPARE(PageKeys::keysOf("rate.left"), QList<QKeySequence>{QKeySequence("1")});
        pressIn(dialog, "Rate: Tie", Qt::Key_Left);
        QCOMPARE(PageKeys::keysOf("rate.tie"), QList<QKeySequence>{QKeySequence("Left")});
        // The default keys come back when nothing else has one of them.
        auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
        auto *back = dialog.findChild<QPushButton*>("shortcuts.default"), *none = dialog.findChild<QPushButton*>("shortcuts.none");
        table->setCurrentItem(keysItem(dialog, "Charts: Move the view"));
        QVERIFY(!back->isEnabled() && !none->isEnabled());
        table->setCurrentItem(keysItem(dialog, "Rate: The left one is better"));
        back->click();
        QVERIFY2(message->text().contains("Tie"), qPrintable(message->text()));
        QCOMPARE(PageKeys::keysOf("rate.left"), QList<QKeySequence>{QKeySequence("1")});
        table->setCurrentItem(keysItem(dialog, "Rate: Tie"));
        none->click();
        QVERIFY(PageKeys::keysOf("rate.tie").isEmpty());
        back->click();
        table->setCurrentItem(keysItem(dialog, "Rate: The left one is better"));
        back->click();
        QVERIFY2(message->text().isEmpty(), qPrintable(message->text()));
        QCOMPARE(keysItem(dialog, "Rate: The left one is better")->text(), QString("Left  1"));
        QCOMPARE(keysItem(dialog, "Rate: Tie")->text(), QString("Down  Space"));
        table->setCurrentItem(keysItem(dialog, "Start"));
        back->click();
        QCOMPARE(start.shortcut(), QKeySequence("F5"));
    }
    void aKeyIsTheSameOnEveryKeyboard()
    {
        const auto pressed = [](int key, Qt::KeyboardModifiers modifiers) { return PageKeys::pressed(QKeyEvent(QEvent::KeyPress, key, modifiers)); };
        QCOMPARE(pressed(Qt::Key_1, Qt::ShiftModifier), QKeySequence("1"));   // a French one
        QCOMPARE(pressed(Qt::Key_1, Qt::KeypadModifier), QKeySequence("1"));  // the block of numbers
        QCOMPARE(pressed(Qt::Key_Question, Qt::ShiftModifier), QKeySequence("?"));
        QCOMPARE(pressed(Qt::Key_At, Qt::GroupSwitchModifier), QKeySequence("@"));
        QCOMPARE(pressed(Qt::Key_Enter, Qt::KeypadModifier), QKeySequence("Return"));
        QCOMPARE(pressed(Qt::Key_S, Qt::ShiftModifier), QKeySequence("Shift+S"));
        QCOMPARE(pressed(Qt::Key_Left, Qt::AltModifier), QKeySequence("Alt+Left"));
        QVERIFY(pressed(Qt::Key_Shift, Qt::ShiftModifier).isEmpty());
        // Whoever has them has them however they are written.
        Shortcuts shortcuts;
        QAction help("Shortcuts");
        help.setShortcut(QKeySequence("Shift+?"));
        shortcuts.add("help", &help);
        QCOMPARE(shortcuts.holderOf(pageKey("compare.follow"), QKeySequence("?")), QString("Shortcuts"));
        // Letters of any script are saved and found again.
        const QKeySequence cyrillic = pressed(0x0416, {});
        QVERIFY(shortcuts.setKeys(pageKey("rate.tie"), cyrillic));
        QVERIFY(PageKeys::matches("rate.tie", QKeyEvent(QEvent::KeyPress, 0x0416, Qt::NoModifier)));
        QCOMPARE(PageKeys::textOf(PageKeys::keysOf("rate.tie")), QString(QChar(0x0416)));
    }
    void aCommandGetsItsOwnKeysBack()
    {
        Shortcuts shortcuts;
        QAction undo("Undo"), start("Start");
        undo.setShortcut(QKeySequence("Ctrl+Z"));
        shortcuts.add("undo", &undo);
        shortcuts.add("start", &start);
        QVERIFY(shortcuts.setKeys("undo", QKeySequence("F8")));
        QVERIFY(!shortcuts.setKeys("start", QKeySequence("Ctrl+Z")));  // what was removed from the queue comes back with it
        QVERIFY(shortcuts.setKeys("undo", QKeySequence("Ctrl+Z")));
        QCOMPARE(undo.shortcut(), QKeySequence("Ctrl+Z"));
        // So does the page that shares them, but for nobody else's.
        QVERIFY(shortcuts.setKeys(pageKey("queue.bringBack"), QKeySequence("F8")));
        QVERIFY(!shortcuts.setKeys(pageKey("queue.remove"), QKeySequence("Ctrl+Z")));
        QVERIFY(shortcuts.setKeys(pageKey("queue.bringBack"), QKeySequence("Ctrl+Z")));
        QVERIFY(!Settings().shortcut("key.queue.bringBack"));
    }
    void toolTipsFollowTheKeysOfACommand()
    {
        Shortcuts shortcuts;
        QAction start("Start");
        start.setShortcut(QKeySequence("F5"));
        shortcuts.add("start", &start);
        QWidget button;
        PageKeys::explain(&button, "Start this run", "start");
        QCOMPARE(button.toolTip(), QString("Start this run (F5)"));
        QVERIFY(shortcuts.setKeys("start", QKeySequence("F9")));
        QCOMPARE(button.toolTip(), QString("Start this run (F9)"));
        QVERIFY(shortcuts.setKeys("start", {}));
        QCOMPARE(button.toolTip(), QString("Start this run"));
        QCOMPARE(shortcuts.reset("start"), QString());
        QCOMPARE(button.toolTip(), QString("Start this run (F5)"));
        // The keys of the pages are another list: they stay as they are.
        QCOMPARE(PageKeys::keysOf("compare.follow"), QList<QKeySequence>{QKeySequence("T")});
    }
    void noKeyOfAPageIsGivenTwice()
    {
        Shortcuts shortcuts;
        QSet<QString> ids;
        for (const PageKeys::Key& key : PageKeys::all()) {
            QVERIFY2(!key.defaults.isEmpty() && !key.what.isEmpty(), qPrintable(key.what));
            QVERIFY2(key.id.isEmpty() || !ids.contains(key.id), qPrintable(key.id));
            ids.insert(key.id);
            for (const QKeySequence& keys : key.defaults)
                QVERIFY2(key.id.isEmpty() || shortcuts.holderOf(key, keys).isEmpty(), qPrintable(key.what));
        }
    }

private:
    QTemporaryDir m_dir;
    int m_file = 0;
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
