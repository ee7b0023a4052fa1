#include "app/window/mainwindow.h"

#include "app/pages/comparepage.h"
#include "app/pages/configurepage.h"
#include "app/pages/ratepage.h"
#include "app/pages/resultspage.h"
#include "app/pages/gallerypage.h"
#include "app/pages/runtable.h"
#include "app/pages/trainpage.h"
#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "app/session/notice.h"
#include "app/window/handbook.h"
#include "app/window/modeldesk.h"
#include "app/window/noticebar.h"
#include "app/window/pageframe.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "app/window/topbar.h"
#include "engine/io/runfolder.h"
#include "widgets/icon.h"
#include "widgets/rail.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolBar>
#include <QUndoGroup>
#include <QUndoStack>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kNarrowWidth = 1500;

/// Reads and writes the disk. Throws Error for a folder that can be no project.
void openOrMake(const QString& folder)
{
    QDir().mkpath(folder);
    Project::openOrCreate(folder.toStdString());
}

QToolBar* fixedBar(QMainWindow* window, Qt::ToolBarArea area, const char* objectName, const QString& name, QWidget* content)
{
    auto* bar = new QToolBar;
    bar->setAccessibleName(name);
    bar->setObjectName(objectName);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(content);
    window->addToolBar(area, bar);
    return bar;
}

}  // namespace

MainWindow::MainWindow(std::shared_ptr<StudioWork> work, QWidget* parent) : QMainWindow(parent), m_work(std::move(work)), m_session(m_work->session)
{
    setObjectName("mainWindow");
    setWindowTitle("Potstill");
    setContextMenuPolicy(Qt::PreventContextMenu);
    askUser = [this](const QString& title, const QString& text, const QStringList& buttons) {
        QMessageBox box(QMessageBox::Question, title, text, QMessageBox::NoButton, this);
        QList<QAbstractButton*> made;
        for (const QString& b : buttons)
            made.append(static_cast<QAbstractButton*>(box.addButton(b, made.isEmpty() ? QMessageBox::AcceptRole : QMessageBox::ActionRole)));
        box.setEscapeButton(made.back());
        box.exec();
        return int(made.indexOf(box.clickedButton()));
    };

    notifyUser = notify;
    askReportFile = [this] { return QFileDialog::getSaveFileName(this, tr("Save a problem report"), QDir::home().filePath("potstill-report.zip"), tr("ZIP files (*.zip)")); };

    m_topBar = new TopBar(m_session);
    m_rail = new Rail;
    m_rail->setObjectName("rail");
    m_rail->addPage("configure", tr("Configure"));
    m_rail->addPage("train", tr("Train"));
    m_rail->addPage("compare", tr("Compare"));
    m_rail->addPage("rate", tr("Rate"));
    m_rail->addPage("results", tr("Results"));
    m_rail->addPage("gallery", tr("Gallery"));
    m_configure = new ConfigurePage;
    m_train = new TrainPage(m_session);
    m_compare = new ComparePage(m_session);
    m_rate = new RatePage(std::shared_ptr<RatingWork>(m_work, &m_work->ratings));
    m_results = new ResultsPage(m_rate->store());
    m_gallery = new GalleryPage(std::shared_ptr<GalleryDocument>(m_work, &m_work->gallery));
    m_pages = new QStackedWidget;
    m_pages->setObjectName("pages");
    for (QWidget* page : std::initializer_list<QWidget*>{m_configure, m_train, m_compare, m_rate, m_results, m_gallery})
        m_pages->addWidget(new PageFrame(page));
    m_jobBar = new NoticeBar("job");
    m_notice = new NoticeBar("notice");
    auto* center = new QWidget;
    auto* centerLayout = new QVBoxLayout(center);
    centerLayout->setContentsMargins(0, 0, 0, 0);
    centerLayout->setSpacing(0);
    centerLayout->addWidget(m_jobBar);
    centerLayout->addWidget(m_notice);
    centerLayout->addWidget(m_pages, 1);
    setCentralWidget(center);
    fixedBar(this, Qt::TopToolBarArea, "topToolBar", tr("Project and run"), m_topBar);
    fixedBar(this, Qt::LeftToolBarArea, "railToolBar", tr("Switch of the pages"), m_rail);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);

    buildDocks();
    buildMenu();
    buildStatusBar();
    connectSession();
    connect(m_rail, &Rail::currentChanged, this, [this](int index) { showPage(Page(index)); });
    connect(m_configure, &ConfigurePage::startRequested, this, &MainWindow::startRun);
    connect(m_train, &TrainPage::configureRequested, this, [this] { showPage(Configure); });
    connect(m_train, &TrainPage::ladderRequested, this, [this](const QString& run) {
        showPage(Compare);
        m_compare->showModel(run);
    });
    connect(m_rate, &RatePage::comparisonsRead, this, [this](const std::vector<ComparisonRecord>& comparisons, const QSet<QString>& decided) {
        m_compare->setComparisonCount(int(comparisons.size()));
        m_train->setComparisonCount(int(comparisons.size()));
        m_runs->setComparisons(comparisons, decided);
    });
    connect(m_runs, &RunsDock::comparisonOpened, this, [this](const QString& id) {
        m_rate->showComparison(id);
        showPage(Rate);
    });
    connect(m_compare, &ComparePage::quickRatingRequested, this, [this](const QString& run) {
        showPage(Rate);
        m_rate->startQuick(run);
    });
    connect(m_compare, &ComparePage::recipeChanged, this, &MainWindow::showRecipe);
    connect(m_compare, &ComparePage::problem, this, &MainWindow::showProblem);
    connect(m_rate, &RatePage::problem, this, &MainWindow::showProblem);
    connect(m_rate, &RatePage::quickReady, this, [this](const QString& comparison, const QString& name) {
        const QString text = tr("The images of “%1” are ready to be rated.").arg(name);
        m_notice->tell(text, tr("Rate now"), [this, comparison] {
            showPage(Rate);
            m_rate->showComparison(comparison);
            m_rate->beginRating(comparison);
        });
        notifyWhenAway(tr("Images to rate"), text);
    });
    connect(m_rate, &RatePage::comparisonChanged, this, [this](const QString& id) {
        m_results->setRater(m_rate->raterName());
        m_results->showComparison(id);
    });
    connect(m_results, &ResultsPage::problem, this, &MainWindow::showProblem);
    connect(m_results, &ResultsPage::rateRequested, this, [this] { showPage(Rate); });
    connect(m_compare, &ComparePage::addToGallery, this, [this](const std::vector<GalleryItem>& items) { m_gallery->add(items); });
    connect(m_gallery, &GalleryPage::recipeChanged, this, &MainWindow::showRecipe);
    connect(m_gallery, &GalleryPage::compareRequested, this, [this] { showPage(Compare); });
    connect(m_runs, &RunsDock::filesChanged, m_gallery, &GalleryPage::listGalleries);  // one may have come back from the trash
    connect(m_train, &TrainPage::recipeChanged, this, &MainWindow::showRecipe);
    connect(m_train, &TrainPage::addToGallery, this, [this](const std::vector<GalleryItem>& items) { m_gallery->add(items); });
    connect(m_topBar, &TopBar::discardRequested, this, &MainWindow::discardRun);

    setAcceptDrops(true);
    resize(1440, 900);
    restoreGeometry(m_settings.windowGeometry());
    restoreState(m_settings.windowState());
    m_inspectorWasOffered = !m_settings.windowState().isEmpty();  // whoever closed it then does not get it again
    followState(m_session.state());
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr);  // the focus still moves while the widgets go
    delete m_modelDesk;                        // before the session: its work may hold the training's thread
    finishBackgroundWork();
}

void MainWindow::buildDocks()
{
    m_runs = new RunsDock(std::shared_ptr<RunFiles>(m_work, &m_work->runFiles), this);
    addDockWidget(Qt::LeftDockWidgetArea, m_runs);
    connect(m_runs, &RunsDock::runOpened, this, [this](const QString& folder) {
        m_train->showRun(folder);
        if (m_pages->currentIndex() == Configure)
            showPage(Train);
        if (m_pages->currentIndex() == Compare)
            m_compare->showModel(folder);
    });
    connect(m_runs, &RunsDock::resumeRequested, this, [this](const QString& folder) { resumeRun(folder); });
    connect(m_runs, &RunsDock::compareRequested, this, [this](const QString& folder) {
        showPage(Compare);
        m_compare->showModel(folder);
    });
    connect(m_runs, &RunsDock::ratingRequested, this, [this](const QString& folder) {
        showPage(Rate);
        m_rate->rateCheckpoints(folder);
    });
    connect(m_runs, &RunsDock::runsRatingRequested, this, [this](const QStringList& folders) {
        showPage(Rate);
        m_rate->rateRuns(folders);
    });
    connect(m_runs, &RunsDock::changed, this, [this] {
        m_configure->setRuns(m_runs->runs());
        m_compare->setRuns(m_runs->runs());
        m_rate->setRuns(m_runs->runs());
        if (!m_session.runFolder().isEmpty())
            m_topBar->setRunName(m_runs->nameOf(m_session.runFolder()));
    });
    for (const auto signal : {&RunsDock::newRequested, &RunsDock::draftOpened})
        connect(m_runs, signal, this, &MainWindow::showDraft);
    connect(m_runs, &RunsDock::dataOpened, this, [this](const QString& source) {
        m_configure->useData(source);
        showPage(Configure);
    });
    m_desk = new RunDesk({m_session, *m_runs, *m_train, *m_configure, *m_rate}, this);
    connect(m_desk, &RunDesk::problem, this, &MainWindow::showProblem);
    connect(m_desk, &RunDesk::configureWanted, this, [this] { showPage(Configure); });
    connect(m_desk, &RunDesk::trainWanted, this, [this] { showPage(Train); });
    connect(m_desk, &RunDesk::resumeWanted, this, &MainWindow::resumeRun);
    connect(m_desk, &RunDesk::followedRunEnded, this, &MainWindow::tellEnd);
    m_modelDesk = new ModelDesk({m_session, *m_runs, *m_jobBar, *m_notice, askUser}, this);
    connect(m_runs, &RunsDock::exportRequested, m_modelDesk, &ModelDesk::exportModel);
    connect(m_runs, &RunsDock::evaluateRequested, m_modelDesk, &ModelDesk::evaluate);
    connect(m_modelDesk, &ModelDesk::problem, this, &MainWindow::showProblem);
    connect(m_modelDesk, &ModelDesk::figuresWanted, this, [this](const QString& run) { showFigures(run, true); });
    connect(m_modelDesk, &ModelDesk::evaluated, this, [this](const QString& run) {
        if (m_runs->selectedRuns() == QStringList(run))
            showFigures(run, false);
    });
    connect(m_modelDesk, &ModelDesk::busyChanged, this, &MainWindow::changeWaitingLanguage);

    buildInspector();
}

QString MainWindow::demoProjectFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/demo"; }

bool MainWindow::canChangeProject(const QString& folder)
{
    if (!m_session.isActive() || QDir(m_session.runFolder()).absolutePath().startsWith(QDir(folder).absolutePath() + '/'))
        return true;
    showProblem(tr("A run is on; finish or discard it before opening another project."));
    return false;
}

bool MainWindow::openProject(const QString& folder)
{
    if (!canChangeProject(folder))
        return false;
    try {
        openOrMake(folder);
    } catch (...) {
        showProblem(detail::messageOfCurrentException());
        return false;
    }
    enterProject(folder);
    return true;
}

void MainWindow::openAside(const QString& folder, IfNone ifNone, const std::function<void()>& entered)
{
    if (!canChangeProject(folder))
        return;
    const int opening = ++m_opening;
    runInBackground<bool>(
        this,
        [folder, ifNone] {
            if (ifNone == IfNone::Tell && !Project::isProject(folder.toStdString()))
                return false;
            openOrMake(folder);
            return true;
        },
        [this, opening, folder, entered](bool isThere) {
            if (opening != m_opening)
                return;
            if (!isThere) {
                tellGone(folder);
            } else if (canChangeProject(folder)) {  // else a run has begun meanwhile
                enterProject(folder);
                if (entered)
                    entered();
            }
        },
        [this, opening](const QString& message) {
            if (opening == m_opening)
                showProblem(message);
        });
}

void MainWindow::changeProject(const QString& folder, const std::function<void()>& entered) { openAside(folder, IfNone::Make, entered); }
void MainWindow::openRecentProject(const QString& folder) { openAside(folder, IfNone::Tell); }

void MainWindow::tellGone(const QString& folder)
{
    showProblem(tr("The project %1 is not there; perhaps its disk is not mounted.").arg(folder));
    m_notice->tell(tr("%1 holds no project. Perhaps its disk is not mounted.").arg(folder), tr("Remove from the list"), [this, folder] { m_settings.removeRecentProject(folder); });
}

void MainWindow::enterProject(const QString& folder)
{
    ++m_opening;
    const bool isOther = m_projectFolder != QDir(folder).absolutePath();
    if (isOther) {
        m_warnings->clear();
        m_notice->hide();
    }
    m_projectFolder = QDir(folder).absolutePath();
    m_settings.addRecentProject(m_projectFolder);
    m_topBar->setProjectName(QDir(m_projectFolder).dirName());
    setWindowTitle(tr("%1 – Potstill").arg(QDir(m_projectFolder).dirName()));
    m_runs->setProject(m_projectFolder);
    m_configure->setProject(m_projectFolder);
    m_compare->setProject(m_projectFolder);
    m_rate->setProject(m_projectFolder);
    m_gallery->setProject(m_projectFolder);
    m_train->showRun({});
    m_desk->setProject(m_projectFolder);
    if (isOther)
        showRecipe({});
}

void MainWindow::showPage(Page page)
{
    const bool isOther = m_pages->currentIndex() != page;
    m_pages->setCurrentIndex(page);
    m_rail->setCurrentIndex(page);
    followUndo();
    // Runs stay selected: their list is beside every page.
    if (isOther && m_inspectorPages->currentWidget() != m_selectedRuns)
        showSelected();
    // Not at the first click on an image: the page would move under the mouse.
    if (page == Compare && width() >= kNarrowWidth && !std::exchange(m_inspectorWasOffered, true))
        m_inspector->show();
}

void MainWindow::followUndo()
{
    const QWidget* focus = QApplication::focusWidget();
    m_undo->setActiveStack(focus && m_runs->isAncestorOf(focus) ? m_runs->undoStack()
                           : page() == Gallery                  ? m_gallery->undoStack()
                           : page() == Configure                ? m_configure->undoStack()
                           : page() == Rate                     ? m_rate->undoStack()
                                                                : nullptr);
}

void MainWindow::showDraft()
{
    m_configure->showDraft();
    showPage(Configure);
}

MainWindow::Page MainWindow::page() const { return Page(m_pages->currentIndex()); }
void MainWindow::saveLayout() { m_settings.saveWindow(saveGeometry(), saveState()); }

void MainWindow::showProblem(const QString& message)
{
    const QString sentence = WarningTexts::sentenceOfLine(message);
    statusBar()->showMessage(sentence, 15000);
    m_warnings->add({sentence, {}, {}, int(page())});
}

void MainWindow::followWarning(const WarningList::Entry& entry)
{
    if (entry.runFolder.isEmpty()) {
        showPage(Page(entry.page));
        statusBar()->showMessage(entry.text, 15000);
        return;
    }
    m_runs->selectRun(entry.runFolder);
    m_train->showRun(entry.runFolder);
    showPage(Train);
    m_train->showCause(entry.warning);
}

void MainWindow::showShortcuts()
{
    auto* dialog = new ShortcutsDialog(m_shortcuts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

/// Opens at the page of the screen that is in view.
void MainWindow::showHandbook()
{
    auto* book = findChild<Handbook*>();
    if (!book)
        book = new Handbook(this);
    constexpr const char* kPages[] = {"configure", "train", "compare", "rate", "results", "gallery"};
    book->showPage(kPages[std::clamp(m_pages->currentIndex(), 0, 5)]);
    book->show();
    book->raise();
    book->activateWindow();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool isNarrow = width() < kNarrowWidth;
    if (isNarrow && !m_wasNarrow)
        m_inspector->hide();
    m_wasNarrow = isNarrow;
}

}  // namespace potstill
