#include "app/window/mainwindow.h"

#include "app/pages/configurepage.h"
#include "app/pages/gallerypage.h"
#include "app/pages/ratepage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/language.h"
#include "app/window/modeldesk.h"
#include "app/window/noticebar.h"
#include "app/window/problemreport.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "app/window/statusparts.h"
#include "app/window/topbar.h"
#include "widgets/icon.h"
#include "widgets/rail.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QUndoGroup>
#include <QUndoStack>

#include <algorithm>

// The menu with its commands, problem reports, and the status bar.
namespace potstill {

void MainWindow::buildMenu()
{
    m_menu = new QMenu(this);
    const auto add = [this](QMenu* menu, const char* id, const char* iconName, const QString& text, const QKeySequence& keys, auto&& slot) {
        QAction* action = menu->addAction(icon(iconName), text, this, slot);
        action->setShortcut(keys);
        addCommand(id, action);
    };
    add(m_menu, "project.open", "folder", tr("Open or make a project…"), QKeySequence::Open, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the project"), m_projectFolder);
        if (!folder.isEmpty())
            changeProject(folder);
    });
    m_recentMenu = m_menu->addMenu(tr("Recent projects"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, [this] {
        m_recentMenu->clear();
        for (const QString& folder : m_settings.recentProjects())
            m_recentMenu->addAction(folder, this, [this, folder] { openRecentProject(folder); });
    });
    add(m_menu, "project.demo", "star", tr("Demo project"), {}, [this] { changeProject(demoProjectFolder()); });
    m_menu->addSeparator();
    add(m_menu, "run.new", "add", tr("New run"), QKeySequence::New, [this] { showDraft(); });
    add(m_menu, "run.start", "run", tr("Start"), QKeySequence("Ctrl+Return"), [this] {
        // Hours of training do not begin with settings that nobody sees.
        if (page() == Configure || page() == Train)
            m_configure->start();
        else
            showPage(Configure);
    });
    add(m_menu, "run.sample", "sample", tr("Sample now"), QKeySequence(Qt::Key_F5), [this] { m_session.sampleNow(); });
    add(m_menu, "run.finish", "stop", tr("Finish the run"), QKeySequence("Shift+F5"), [this] { m_session.finish(); });
    add(m_menu, "run.save", "save", tr("Save a checkpoint now"), QKeySequence::Save, [this] { m_session.saveNow(); });
    QMenu* run = m_menu->addMenu(tr("Selected run"));
    run->setObjectName("menu.run");
    add(run, "run.settings", "configure", tr("Settings of the run"), {}, [this] { m_desk->showSettings(m_runs->currentRun()); });
    add(run, "run.evaluate", "results", tr("Evaluate the run…"), {}, [this] { m_modelDesk->evaluate(m_runs->currentRun()); });
    add(run, "run.export", "export", tr("Export the run's model…"), {}, [this] { m_modelDesk->exportModel(m_runs->currentRun()); });
    add(run, "run.extend", "run", tr("Extend the run…"), {}, [this] { m_desk->extend(m_runs->currentRun()); });
    connect(m_runs, &RunsDock::changed, this, &MainWindow::followRun);
    connect(m_runs, &RunsDock::selectionChanged, this, &MainWindow::followRun);
    followRun();
    m_menu->addSeparator();
    // Steps of the page in view; those of the runs while their list has the focus.
    m_undo = new QUndoGroup(this);
    const QList<QUndoStack*> stacks = m_configure->undoStacks() << m_gallery->undoStack() << m_rate->undoStack() << m_runs->undoStack();
    for (QUndoStack* stack : stacks)
        m_undo->addStack(stack);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::followUndo);
    connect(m_configure, &ConfigurePage::undoStackChanged, this, &MainWindow::followUndo);
    followUndo();
    QAction* undo = m_undo->createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon("undo"));
    QAction* redo = m_undo->createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    m_menu->addActions({undo, redo});
    addCommand("undo", undo);
    addCommand("redo", redo);
    m_menu->addSeparator();
    QMenu* fullDisk = m_menu->addMenu(tr("When the disk is full"));
    fullDisk->setToolTipsVisible(true);
    auto* policies = new QActionGroup(fullDisk);
    const auto policy = [&](FullDiskPolicy value, const QString& text, const QString& help) {
        QAction* action = fullDisk->addAction(text, this, [this, value] { m_settings.setFullDiskPolicy(value); });
        action->setObjectName("action.onFullDisk." + wordOf(value));
        action->setToolTip(help);
        action->setCheckable(true);
        action->setChecked(m_settings.fullDiskPolicy() == value);
        policies->addAction(action);
    };
    policy(FullDiskPolicy::Wait, tr("Wait and ask"), tr("The run pauses until you have made room and resume it"));
    policy(FullDiskPolicy::Prune, tr("Remove old checkpoints and the trash"), tr("Where that frees nothing, the run is saved and the queue goes on with the next one"));
    policy(FullDiskPolicy::Next, tr("Save and go on with the next run"), tr("The run is saved as far as there is room, and the queue goes on"));
    m_menu->addSeparator();
    QMenu* view = m_menu->addMenu(tr("View"));
    view->addAction(m_runs->toggleViewAction());
    view->addAction(m_inspector->toggleViewAction());
    add(view, "view.fullscreen", "fit", tr("Full screen"), QKeySequence(Qt::Key_F11), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    view->addSeparator();
    auto* themes = new QActionGroup(view);
    const auto theme = [&](const QString& text, ThemeChoice choice, const char* iconName) {
        QAction* action = view->addAction(icon(iconName), text, this, [this, choice] {
            m_settings.setTheme(choice);
            applyTheme(*qApp, choice, m_settings.fontScale());
        });
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        themes->addAction(action);
    };
    theme(tr("As the system"), ThemeChoice::System, "settings");
    theme(tr("Light"), ThemeChoice::Light, "sun");
    theme(tr("Dark"), ThemeChoice::Dark, "moon");
    QMenu* language = view->addMenu(tr("Language"));
    auto* spoken = new QActionGroup(language);
    const auto speak = [this, language, spoken](const QString& text, const QString& code) {
        QAction* action = language->addAction(text, this, [this, code] { chooseLanguage(code); });
        action->setObjectName("action.language." + code);
        action->setCheckable(true);
        action->setChecked(m_settings.language() == code);
        spoken->addAction(action);
    };
    speak(tr("As the system"), {});
    for (const Language& l : languages())
        speak(l.name, l.code);
    view->addSeparator();
    const auto scaleText = [this](double factor) {
        m_settings.setFontScale(std::clamp(m_settings.fontScale() * factor, 0.8, 1.6));
        applyTheme(*qApp, m_settings.theme(), m_settings.fontScale());
    };
    add(view, "view.larger", "zoom-in", tr("Larger text"), QKeySequence("Ctrl+Shift+="), [scaleText] { scaleText(1.1); });
    add(view, "view.smaller", "zoom-out", tr("Smaller text"), QKeySequence("Ctrl+Shift+-"), [scaleText] { scaleText(1 / 1.1); });
    QMenu* help = m_menu->addMenu(icon("help"), tr("Help"));
    add(help, "help.handbook", "help", tr("Handbook"), QKeySequence::HelpContents, [this] { showHandbook(); });
    add(help, "help.report", "export", tr("Save problem report…"), {}, [this] { writeProblemReport(); });
    add(help, "help.shortcuts", "edit", tr("Shortcuts"), QKeySequence("Shift+?"), [this] { showShortcuts(); });
    add(m_menu, "quit", "close", tr("Quit"), QKeySequence::Quit, [this] { close(); });
    m_topBar->projectButton()->setMenu(m_menu);
    for (int page = 0; page < m_pages->count(); ++page) {
        auto* action = new QAction(tr("Page: %1").arg(m_rail->pageText(page)), this);
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(page + 1)));
        connect(action, &QAction::triggered, this, [this, page] { showPage(Page(page)); });
        const QString id = QStringLiteral("page.%1").arg(page + 1);
        addCommand(id, action);
        PageKeys::explain(m_rail->pageButton(page), m_rail->pageText(page), id);
    }
}

/// What can be done with the run that is selected.
void MainWindow::followRun()
{
    const bool hasRun = !m_runs->currentRun().isEmpty();
    for (const char* name : {"action.run.settings", "action.run.evaluate", "action.run.export"})
        findChild<QAction*>(name)->setEnabled(hasRun);
    const RunSummary* run = m_runs->summaryOf(m_runs->currentRun());
    findChild<QAction*>("action.run.extend")->setEnabled(run && RunsDock::canExtend(*run));
}

void MainWindow::reportCrash(const QString& trace)
{
    m_notice->tell(tr("The last session ended by a defect of the program (%1). Runs go on from their last checkpoint. A report holds what is needed to mend it.")
                       .arg(trace.section('\n', 0, 0)),
                   tr("Save problem report…"), [this] { writeProblemReport(); });
}

void MainWindow::writeProblemReport()
{
    const QString file = askReportFile();
    if (file.isEmpty())
        return;
    runInBackground<bool>(
        this,
        [file, run = m_train->runFolder()] {
            ProblemReport::write(file, run);
            return true;
        },
        [this, file](bool) {
            m_notice->tell(tr("The report is in %1. It holds logs and settings, no images and no weights; nothing was sent.").arg(QDir::toNativeSeparators(file)),
                           tr("Open folder"), [this, file] { m_modelDesk->openFolder(QFileInfo(file).absolutePath()); });
        },
        [this](const QString& message) { showProblem(message); });
}

void MainWindow::addCommand(const QString& id, QAction* action)
{
    action->setObjectName("action." + id);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    m_shortcuts.add(id, action);
}

void MainWindow::buildStatusBar()
{
    auto* parts = new StatusParts(m_session, m_desk->queue());
    m_warnings = new WarningList;
    statusBar()->addWidget(parts, 1);
    statusBar()->addPermanentWidget(m_warnings);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(12, 0, 12, 0);
    connect(m_warnings, &WarningList::chosen, this, &MainWindow::followWarning);
    const auto showSetting = [this](const QString& path) {
        showPage(Configure);
        m_configure->showTrainingField(path);
    };
    const auto showSpeed = [this] {
        if (!m_session.runFolder().isEmpty())
            m_train->showRun(m_session.runFolder());
        showPage(Train);
        m_train->showSpeed();
    };
    const auto showInDock = [this](const char* list) {
        m_runs->setVisible(true);
        m_runs->raise();
        m_runs->findChild<QWidget*>(list)->setFocus();
    };
    connect(parts, &StatusParts::deviceWanted, this, [showSetting] { showSetting("device"); });
    connect(parts, &StatusParts::memoryWanted, this, [showSetting] { showSetting("training.batch"); });
    connect(parts, &StatusParts::loadWanted, this, showSpeed);
    connect(parts, &StatusParts::speedWanted, this, showSpeed);
    connect(parts, &StatusParts::savingWanted, this, [this, showInDock] {
        m_runs->selectRun(m_session.runFolder());
        showInDock("runs.tree");
    });
    connect(parts, &StatusParts::queueWanted, this, [showInDock] { showInDock("queue.list"); });
}

}  // namespace potstill
