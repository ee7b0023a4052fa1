#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/runsdock.h"
#include "app/window/runsummary.h"
#include "engine/io/jsonfile.h"
#include "tests/app/storedruns.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidgetAction>
#include <QtTest>

#include <functional>

using namespace potstill;

namespace {

/// What a person sets or reads: buttons, fields, lists and tables. Parts of a control that Qt makes itself (a spin box's field, a view's scroll bars) belong to it.
bool isControl(const QWidget* widget)
{
    if (qobject_cast<const QScrollBar*>(widget) || widget->objectName().startsWith("qt_"))
        return false;
    for (const QWidget* w = widget->parentWidget(); w; w = w->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(w) || qobject_cast<const QComboBox*>(w) || qobject_cast<const QLineEdit*>(w))
            return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
           || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSlider*>(widget) || qobject_cast<const QPlainTextEdit*>(widget)
           || (qobject_cast<const QAbstractItemView*>(widget) && !widget->inherits("QHeaderView"));
}

/// What a control of a dialog lacks: name, role, a place in the tab order.
QStringList problemsOf(const QDialog& dialog)
{
    QStringList problems;
    int controls = 0;
    for (QWidget* widget : dialog.findChildren<QWidget*>()) {
        if (!isControl(widget) || !widget->isVisible())
            continue;
        ++controls;
        QAccessibleInterface* at = QAccessible::queryAccessibleInterface(widget);
        if (!at || at->text(QAccessible::Name).trimmed().isEmpty())
            problems.append("no name: " + placeOf(widget));
        if (!at || at->role() == QAccessible::NoRole || at->role() == QAccessible::Client)
            problems.append("no role: " + placeOf(widget));
        if (!(widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            problems.append("not reached by Tab: " + placeOf(widget));
    }
    if (controls == 0)
        problems.append("no controls");
    if (dialog.windowTitle().isEmpty())
        problems.append("no title");
    return problems;
}

/// Whether all that the window has read in the background came: one answer may ask for more.
bool hasEverythingCome()
{
    return QTest::qWaitFor(
        [] {
            if (!isBackgroundIdle())
                return false;
            QCoreApplication::sendPostedEvents();
            return isBackgroundIdle();
        },
        30'000);
}

}  // namespace

Q_DECLARE_METATYPE(std::function<void(potstill::MainWindow&, const QString&, const QString&)>)

/// What somebody who does not see the window, or has no mouse, finds of it: the tree that Qt hands to assistive technology.
class AccessibilityTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;

    QWidget* page(int index) { return m_window->findChild<QWidget*>(QStringList{"configurePage", "trainPage", "comparePage", "ratePage", "resultsPage", "galleryPage"}.at(index)); }
    static void pages()
    {
        QTest::addColumn<int>("page");
        const char* names[] = {"configure", "train", "compare", "rate", "results", "gallery"};
        for (int page = 0; page < 6; ++page)
            QTest::newRow(names[page]) << page;
    }

    /// Every interface of the tree that is not hidden.
    void walk(QAccessibleInterface* from, const std::function<void(QAccessibleInterface*)>& visit)
    {
        if (!from || !from->isValid() || from->state().invisible)
            return;
        visit(from);
        for (int i = 0; i < from->childCount() && i < 500; ++i)
            walk(from->child(i), visit);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        QAccessible::setActive(true);
        m_window = std::make_unique<MainWindow>();
        QVERIFY(m_window->openProject(m_dir.filePath("project")));
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        for (QDockWidget* dock : m_window->findChildren<QDockWidget*>())
            dock->show();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        finishBackgroundWork();
    }

    void everyControlHasNameAndRole_data() { pages(); }
    void everyControlHasNameAndRole()
    {
        QFETCH(int, page);
        m_window->showPage(MainWindow::Page(page));
        QTest::qWait(300);
        // All states of a page count, also those that wait for data: hidden controls are looked at by themselves.
        QStringList problems;
        int controls = 0;
        QWidget* root = this->page(page);
        QVERIFY(root);
        for (QWidget* widget : root->findChildren<QWidget*>()) {
            if (!isControl(widget) || qobject_cast<QTabBar*>(widget->parentWidget()))  // arrows of a tab bar are for the mouse; keys go from tab to tab
                continue;
            if (const auto* button = qobject_cast<QAbstractButton*>(widget); button && button->isHidden() && button->text().isEmpty() && button->icon().isNull())
                continue;  // a part that is not in use here
            ++controls;
            QAccessibleInterface* at = QAccessible::queryAccessibleInterface(widget);
            if (!at) {
                problems.append("no interface: " + placeOf(widget));
                continue;
            }
            if (at->text(QAccessible::Name).trimmed().isEmpty())
                problems.append("no name: " + placeOf(widget));
            if (at->role() == QAccessible::NoRole || at->role() == QAccessible::Client)
                problems.append("no role: " + placeOf(widget));
            if (at->text(QAccessible::Description).trimmed().isEmpty() && at->text(QAccessible::Help).trimmed().isEmpty())
                problems.append("no help: " + placeOf(widget));
            const bool hasKeysOfItsParent = widget->parentWidget()->inherits("potstill::Scrubber");  // Space and the arrows do what its buttons do
            const bool hasArrows = qobject_cast<QRadioButton*>(widget);                              // Tab stops at the one that is chosen
            if (!(widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && !hasKeysOfItsParent && !hasArrows)
                problems.append("not reached by Tab: " + placeOf(widget));
        }
        problems.removeDuplicates();
        QVERIFY2(problems.isEmpty(), qPrintable("\n" + problems.join('\n')));
        QVERIFY2(controls >= 3, qPrintable(QString::number(controls)));
    }

    void whatTakesTheFocusIsNamedOnceAndExplained_data() { pages(); }
    void whatTakesTheFocusIsNamedOnceAndExplained()
    {
        QFETCH(int, page);
        m_window->showPage(MainWindow::Page(page));
        QTest::qWait(300);
        QStringList problems;
        int controls = 0;
        // As an AT-SPI client walks it, with what is hidden. Parts of a control (items, cells, tabs, a combo box's list) are reached through it.
        const std::function<void(QAccessibleInterface*, const QString&)> look = [&](QAccessibleInterface* at, const QString& path) {
            if (!at || !at->isValid())
                return;
            const auto* widget = qobject_cast<QWidget*>(at->object());
            const QString name = at->text(QAccessible::Name).trimmed(), here = path + " > " + (widget ? placeOf(widget).section(" > ", -1) : name);
            const QAccessible::Role role = at->role();
            const bool isUsed = !at->state().invisible || !name.isEmpty();
            const bool isOwnPart = widget && (widget->objectName().startsWith("qt_") || qobject_cast<const QScrollBar*>(widget));
            if (widget && at->state().focusable && isUsed && !isOwnPart) {
                ++controls;
                if (name.isEmpty())
                    problems.append("no name: " + here);
                if (role == QAccessible::NoRole || role == QAccessible::Client)
                    problems.append("no role: " + here);
                // A label says what it has to say.
                if (role != QAccessible::StaticText && (at->text(QAccessible::Description) + at->text(QAccessible::Help)).trimmed().isEmpty())
                    problems.append("no help: " + here);
            }
            if (role == QAccessible::ComboBox || role == QAccessible::SpinBox || role == QAccessible::EditableText || role == QAccessible::PageTabList || role == QAccessible::Table
                || role == QAccessible::Tree || role == QAccessible::List)
                return;
            QSet<QString> siblings;
            for (int i = 0; i < at->childCount(); ++i) {
                QAccessibleInterface* child = at->child(i);
                if (child && child->state().focusable && !child->state().invisible) {
                    const QString key = QString("'%1', role %2").arg(child->text(QAccessible::Name)).arg(child->role());
                    if (siblings.contains(key))
                        problems.append("twice: " + key + " in " + here);
                    siblings.insert(key);
                }
                look(child, here);
            }
        };
        look(QAccessible::queryAccessibleInterface(m_window.get()), {});
        problems.removeDuplicates();
        QVERIFY2(problems.isEmpty(), qPrintable("\n" + problems.join('\n')));
        QVERIFY2(controls >= 50, qPrintable(QString::number(controls)));
    }

    void tabReachesEveryControl_data() { pages(); }
    void tabReachesEveryControl()
    {
        QFETCH(int, page);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showPage(MainWindow::Page(page));
        QTest::qWait(300);
        QSet<QWidget*> reached;
        for (int i = 0; i < 300; ++i) {
            QWidget* focus = QApplication::focusWidget();
            if (focus)
                reached.insert(focus);
            QTest::keyClick(focus ? focus : m_window.get(), Qt::Key_Tab);
        }
        QStringList missing;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool isOneOfSeveral = button && button->isCheckable() && !button->isChecked() && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
            const bool wantsTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() && widget->isVisible() && widget->isEnabled();
            if (wantsTab && widget->window() == m_window.get() && !isOneOfSeveral && !widget->objectName().startsWith("qt_") && !reached.contains(widget))
                missing.append(placeOf(widget));
        }
        QVERIFY2(missing.isEmpty(), qPrintable("\n" + missing.join('\n')));
        QVERIFY2(reached.size() >= 5, qPrintable(QString::number(reached.size())));
    }

    void theTreeIsConnected()
    {
        // From the window down, as a screen reader goes: every visible control of the page is found.
        m_window->showPage(MainWindow::Configure);
        QVERIFY(hasEverythingCome());
        QSet<QObject*> found;
        walk(QAccessible::queryAccessibleInterface(m_window.get()), [&](QAccessibleInterface* at) {
            if (at->object())
                found.insert(at->object());
        });
        QStringList missing;
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (isControl(widget) && widget->isVisibleTo(m_window.get()) && widget->window() == m_window.get() && !found.contains(widget))
                missing.append(placeOf(widget));
        QVERIFY2(missing.isEmpty(), qPrintable("\n" + missing.join('\n')));
    }

    void frameAndMenusAreNamed()
    {
        QStringList problems;
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (isControl(widget) && widget->isVisibleTo(m_window.get()))
                if (QAccessibleInterface* at = QAccessible::queryAccessibleInterface(widget); at && at->text(QAccessible::Name).trimmed().isEmpty())
                    problems.append("no name: " + placeOf(widget));
        for (QMenu* menu : m_window->findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                if (!action->isSeparator() && !qobject_cast<QWidgetAction*>(action) && action->text().trimmed().isEmpty())
                    problems.append("a menu entry without text in " + placeOf(menu));
        QVERIFY2(problems.isEmpty(), qPrintable("\n" + problems.join('\n')));
    }

    void everyDialogsControlsHaveNameAndRole_data()
    {
        QTest::addColumn<QString>("dialog");
        QTest::addColumn<std::function<void(MainWindow&, const QString& run, const QString& other)>>("open");
        const auto row = [](const char* name, std::function<void(MainWindow&, const QString&, const QString&)> open) { QTest::newRow(name) << QString(name) << std::move(open); };
        const auto dock = [](MainWindow& window) { return window.findChild<RunsDock*>(); };
        row("shortcutsDialog", [](MainWindow& w, const QString&, const QString&) { child<QAction>(w, "action.help.shortcuts")->trigger(); });
        row("handbook", [](MainWindow& w, const QString&, const QString&) { child<QAction>(w, "action.help.handbook")->trigger(); });
        row("diskDialog", [dock](MainWindow& w, const QString&, const QString&) { Q_EMIT dock(w)->diskUseRequested(); });
        row("exportModel", [dock](MainWindow& w, const QString& run, const QString&) { Q_EMIT dock(w)->exportRequested(run); });
        row("evaluate", [dock](MainWindow& w, const QString& run, const QString&) { Q_EMIT dock(w)->evaluateRequested(run); });
        row("extendRun", [dock](MainWindow& w, const QString& run, const QString&) { Q_EMIT dock(w)->extendRequested(run); });
        row("runNotes", [dock](MainWindow& w, const QString& run, const QString&) { Q_EMIT dock(w)->notesRequested(run); });
        row("runDifference", [dock](MainWindow& w, const QString& run, const QString& other) { Q_EMIT dock(w)->differenceRequested({run, other}); });
        row("runLog", [](MainWindow& w, const QString& run, const QString&) { Q_EMIT w.trainPage().logRequested(run); });
        row("runSummary", [](MainWindow& w, const QString&, const QString&) {
            auto* summary = new RunSummaryDialog(reportsSince(w.project().toStdString(), "2000-01-01T00:00:00Z"), &w);
            summary->setAttribute(Qt::WA_DeleteOnClose);
            summary->show();
        });
    }
    void everyDialogsControlsHaveNameAndRole()
    {
        QFETCH(QString, dialog);
        QFETCH(std::function<void(MainWindow&, const QString&, const QString&)>, open);
        const QString project = m_dir.filePath("dialogs-" + dialog);
        const auto run = storedStudent(project, "one", 1), other = storedStudent(project, "two", 2);
        QVERIFY(m_window->openProject(project));
        QTRY_COMPARE(m_window->findChild<RunsDock*>()->runs().size(), std::size_t(2));
        open(*m_window, path(run), path(other));
        const auto shown = [&] {
            for (QDialog* d : m_window->findChildren<QDialog*>(dialog))
                if (d->isVisible())
                    return d;
            return static_cast<QDialog*>(nullptr);
        };
        QTRY_VERIFY(shown());
        QVERIFY(hasEverythingCome());
        QVERIFY(shown());
        const QStringList problems = problemsOf(*shown());
        QVERIFY2(problems.isEmpty(), qPrintable("\n" + problems.join('\n')));
        shown()->close();
    }
    void questionsAreNamed()
    {
        QStringList problems("no question");
        QTimer::singleShot(0, m_window.get(), [&] {
            if (auto* box = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                problems = problemsOf(*box);
                if (QAccessible::queryAccessibleInterface(box)->text(QAccessible::Name).isEmpty())
                    problems.append("the box has no name");
                QTest::keyClick(box, Qt::Key_Escape);
            }
        });
        QCOMPARE(m_window->askUser("Discard this run?", "It stops at once.", {"Discard", "Go on training"}), 1);  // Escape is the last one
        QVERIFY2(problems.isEmpty(), qPrintable("\n" + problems.join('\n')));
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
