#include "app/pages/trainpage.h"

#include "app/pages/galleryitems.h"
#include "app/pages/previewrecipe.h"
#include "app/pages/samplepanel.h"
#include "app/pages/warningstrip.h"
#include "app/pages/warningtexts.h"
#include "app/window/settings.h"
#include "app/window/topbar.h"
#include "widgets/emptystate.h"
#include "widgets/icon.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace potstill {

namespace {

/// A line with a text and what can be done about it.
QWidget* lineOf(const char* objectName, QLabel*& label, QPushButton*& button, const QString& action, const char* buttonName)
{
    auto* line = new QWidget;
    line->setObjectName(objectName);
    label = new QLabel;
    label->setProperty("role", "secondary");
    label->setWordWrap(true);
    button = new QPushButton(action);
    button->setObjectName(buttonName);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label, 1);
    row->addWidget(button);
    return line;
}

/// What a warning speaks of is seen by setting the networks beside each other.
bool isOfNetworks(const RunWarning& warning) { return warning.code == "collapse" || warning.code == "discriminator-wins"; }

QString projectOf(const QString& runFolder) { return QDir::cleanPath(runFolder + "/../.."); }

void takeStats(RunSeries& series, const RunFollower::News& news, bool isLive)
{
    if (!news.isFromStart) {
        series.add(news.stats);
        return;
    }
    // What arrived live meanwhile is in the file too, or comes again with the next tick.
    const RunSeries live = std::exchange(series, {});
    series.add(news.stats);
    if (isLive)
        for (const auto& [name, points] : live.all())
            for (const SeriesPoint& p : points)
                if (series.of(name).empty() || series.of(name).back().x < p.x)
                    series.add({StatPoint{static_cast<std::int64_t>(p.x), 0, {{name, p.y}}}});
}

}  // namespace

TrainPage::TrainPage(RunSession& session, const std::string& nvml, QWidget* parent) : QWidget(parent), m_session(session), m_follower(nvml)
{
    setObjectName("trainPage");
    m_empty = new EmptyState("train", tr("Nothing is being trained"), tr("Configure a student or a teacher and start it, or open a run on the left."), tr("Configure"));
    m_hint = lineOf("train.hint", m_hintText, m_hintButton, tr("See the ladder"), "train.seeLadder");
    m_hintButton->setToolTip(tr("Opens Compare with this student"));
    m_hintText->setText(tr("The student learns. Compare what it makes in one, two and three steps with its teacher."));
    auto* dismiss = new QToolButton;
    dismiss->setObjectName("train.dismissHint");
    dismiss->setIcon(icon("close"));
    dismiss->setAccessibleName(tr("Close this hint"));
    dismiss->setToolTip(tr("Close this hint; it does not come back in this project"));
    m_hint->layout()->addWidget(dismiss);
    m_ownerBar = lineOf("train.owner", m_ownerText, m_takeBack, tr("Go on with it here"), "train.takeBack");
    m_takeBack->setToolTip(tr("The other program saves and stops; the run then goes on in this window"));
    m_meters = new QLabel;
    m_meters->setObjectName("train.meters");
    m_meters->setAccessibleName(tr("Speed, time left and memory"));
    m_meters->setWordWrap(true);
    static_cast<QHBoxLayout*>(m_ownerBar->layout())->insertWidget(1, m_meters, 1);
    m_samples = new SamplePanel;
    m_charts = new ChartPanel;
    m_warning = new WarningStrip;
    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 8);
    upperLayout->setSpacing(8);
    upperLayout->addWidget(m_ownerBar);
    upperLayout->addWidget(m_hint);
    upperLayout->addWidget(m_samples, 1);

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(upper);
    splitter->addWidget(m_charts);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* content = new QWidget;
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(24, 16, 24, 16);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(m_warning);
    contentLayout->addWidget(splitter, 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_hint->hide();
    m_ownerBar->hide();

    connect(m_empty, &EmptyState::actionTriggered, this, &TrainPage::configureRequested);
    connect(m_hintButton, &QPushButton::clicked, this, [this] { Q_EMIT ladderRequested(m_runFolder); });
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        m_takeBack->setEnabled(false);
        Q_EMIT takeBackRequested(m_runFolder);
    });
    connect(dismiss, &QToolButton::clicked, this, [this] {
        Settings().closeHint("ladder", projectOf(m_runFolder));
        showHint();
    });
    connect(m_samples, &SamplePanel::shown, this, &TrainPage::showHint);
    for (const auto& [grid, recipeOf] : grids()) {
        const auto recipe = [this, recipeOf = recipeOf](const QPoint& cell) { return (this->*recipeOf)(cell); };
        collectOnG(grid, recipe, [this](const std::vector<GalleryItem>& items) { Q_EMIT addToGallery(items); });
        connect(grid, &ImageGrid::cellSelected, this, [this, recipe](int row, int column) { Q_EMIT recipeChanged(QString::fromStdString(recipe({column, row}).dump())); });
    }
    connect(m_charts, &ChartPanel::refreshWanted, this, &TrainPage::refreshCharts);
    connect(m_charts, &ChartPanel::problem, this, &TrainPage::problem);
    connect(&m_follower, &RunFollower::newsArrived, this, &TrainPage::takeNews);
    connect(&m_session, &RunSession::statsArrived, this, [this](const std::vector<StatPoint>& points) {
        const QString& running = m_session.runFolder();
        if (running == m_runFolder)
            m_series.add(points);
        bool isOverlaid = false;
        for (const auto& overlay : m_overlays)
            if (overlay->folder == running) {
                overlay->series->add(points);
                isOverlaid = true;
            }
        if (running == m_runFolder || isOverlaid)
            refreshCharts();
    });
    connect(&m_session, &RunSession::previewArrived, this, [this](const PreviewGrid& grid) {
        if (m_session.runFolder() == m_runFolder)
            takePreview(grid);
    });
    connect(&m_session, &RunSession::logged, this, [this](LogLevel level, const QString& text) {
        if (level != LogLevel::Warning || !isLive())
            return;
        const RunWarning warning = WarningTexts::fromLine(text);
        m_hasWarned = true;
        m_warning->setWarning(warning);
        const QString code = QString::fromStdString(warning.code);
        if (std::exchange(m_openedFor, code) != code)
            isOfNetworks(warning) ? showCause(warning) : m_charts->openFor(code, warning.imagesSeen);
    });
    connect(&m_session, &RunSession::runFolderKnown, this, [this](const QString& folder) {
        if (folder != m_runFolder)
            return;
        m_warning->clear();  // it goes on, whatever stopped it before
        showHint();
    });
    connect(&m_session, &RunSession::failed, this, [this](const QString& message) {
        if (m_session.runFolder() == m_runFolder)
            m_warning->setFailure(message);
    });
    connect(m_warning, &WarningStrip::causeWanted, this, &TrainPage::showCause);
    connect(m_warning, &WarningStrip::logWanted, this, [this] { Q_EMIT logRequested(m_runFolder); });
    const auto readAgainIfShown = [this] { readAgain(m_session.runFolder()); };
    connect(&m_session, &RunSession::ended, this, readAgainIfShown);
    connect(&m_session, &RunSession::failed, this, readAgainIfShown);
}

void TrainPage::showRun(const QString& runFolder)
{
    if (runFolder == m_runFolder)
        return;
    m_runFolder = runFolder;
    m_runName = QDir(runFolder).dirName();
    m_series.clear();
    m_samples->clear();
    m_charts->clear();
    m_warning->clear();
    m_openedFor.clear();
    m_hasWarned = m_isRead = false;
    m_wantedCause.reset();
    m_hint->hide();
    m_ownerBar->hide();
    m_stack->setCurrentIndex(runFolder.isEmpty() ? 0 : 1);
    m_follower.follow(runFolder);
    drawOverlays();
}

void TrainPage::readAgain(const QString& runFolder)
{
    if (runFolder == m_runFolder)
        m_follower.readAgain();
    for (const auto& overlay : m_overlays)
        if (overlay->folder == runFolder)
            overlay->follower.readAgain();
}

void TrainPage::takeNews(const RunFollower::News& news)
{
    m_runName = QString::fromStdString(news.summary.name);
    m_imagesTotal = news.summary.imagesTotal;
    takeStats(m_series, news, isLive());
    if (news.previews.size() >= m_samples->previews().size() || !isLive())
        m_samples->setPreviews(news.previews, news.summary.imagesTotal);
    showOwner(news);
    takeWarnings(news);
    refreshCharts();
}

void TrainPage::takeWarnings(const RunFollower::News& news)
{
    const auto newest = std::find_if(news.log.rbegin(), news.log.rend(), [](const LogLine& line) { return line.level == LogLevel::Warning; });
    if (newest != news.log.rend() && !m_hasWarned)
        m_warning->setWarning(WarningTexts::fromLine(QString::fromStdString(newest->text)));
    m_isRead = true;
    if (const auto wanted = std::exchange(m_wantedCause, std::nullopt))
        showCause(*wanted);
    const bool hasFailedHere = !m_runFolder.isEmpty() && m_session.runFolder() == m_runFolder && m_session.state() == RunSession::State::Failed;
    if (!isLive())
        m_warning->setFailure(hasFailedHere                            ? m_session.failure()
                              : news.summary.state == RunState::Failed ? WarningTexts::sentenceOfLine(QString::fromStdString(news.summary.failure))
                                                                       : QString());
}

void TrainPage::showCause(const RunWarning& warning)
{
    if (!m_isRead) {
        m_wantedCause = warning;
        return;
    }
    m_charts->openFor(QString::fromStdString(warning.code), warning.imagesSeen);
    m_samples->showMoment(warning.imagesSeen, isOfNetworks(warning) ? SamplePanel::Side::Networks : SamplePanel::Side::Samples);
}

void TrainPage::setComparisonCount(int count)
{
    m_comparisons = count;
    showHint();
}

/// For the student that is trained here, or just was: until something was rated, or the hint was closed.
void TrainPage::showHint()
{
    const bool isOurs = !m_runFolder.isEmpty() && m_session.runFolder() == m_runFolder;
    m_hint->setVisible(isOurs && m_comparisons == 0 && m_samples->isOfStudent() && !Settings().isHintClosed("ladder", projectOf(m_runFolder)));
}

void TrainPage::showSpeed() { m_charts->openTab(ChartPanel::Speed); }

void TrainPage::takePreview(const PreviewGrid& grid)
{
    if (grid.file.empty())
        return;
    QList<StoredPreview> previews = m_samples->previews();
    if (!previews.isEmpty() && previews.back().images == grid.imagesSeen)
        previews.removeLast();
    previews.append(StoredPreview::of(grid.imagesSeen, QString::fromStdString(grid.file)));
    m_samples->setPreviews(previews, m_imagesTotal);
}

void TrainPage::showOwner(const RunFollower::News& news)
{
    const bool isForeign = news.owner && !news.owner->isThisProcess;
    m_ownerBar->setVisible(isForeign);
    if (!isForeign)
        return;
    const RunOwner& owner = *news.owner;
    const QString who =
        owner.program.empty() ? tr("A program on %1").arg(QString::fromStdString(owner.host)) : tr("%1 (process %2)").arg(QString::fromStdString(owner.program)).arg(owner.pid);
    m_ownerText->setText(
        tr("%1 trains this run; it is shown here as it is written. %L2 of %L3 images were saved.").arg(who).arg(news.summary.imagesSeen).arg(news.summary.imagesTotal));
    m_meters->setText(metersText(news));
    m_takeBack->setVisible(owner.program == "potstill-cli");
    m_takeBack->setEnabled(m_session.canStart());
}

QString TrainPage::metersText(const RunFollower::News& news) const
{
    const qint64 imagesTotal = news.summary.imagesTotal;
    const auto last = [this](const char* name) { return m_series.of(name).empty() ? SeriesPoint{} : m_series.of(name).back(); };
    const SeriesPoint speed = last("images_per_s"), steps = last("steps_per_s"), memory = last("memory_bytes");
    QStringList meters;
    if (speed.y > 0) {
        meters.append(tr("%1 images/s").arg(siText(speed.y)));
        if (steps.y > 0)
            meters.append(tr("%1 steps/s").arg(siText(steps.y)));
        if (imagesTotal > 0)
            meters.append(tr("%1 left").arg(TopBar::timeText(std::max(0.0, double(imagesTotal) - speed.x) / speed.y)));
    }
    if (memory.y > 0)
        meters.append(tr("%1 memory").arg(siText(memory.y, "B")));
    if (news.load)
        meters.append(tr("device %1 % busy").arg(news.load->busyPercent));
    return meters.join(QStringLiteral(" · "));
}

Json TrainPage::recipeAt(const QPoint& cell) const { return previewRecipe(m_samples->shownSheet(), cell, m_runFolder); }
Json TrainPage::pinnedRecipeAt(const QPoint& cell) const { return previewRecipe(m_samples->pinnedSheet(), cell, m_runFolder); }

std::array<TrainPage::Grid, 2> TrainPage::grids() const
{
    return {Grid{m_samples->findChild<ImageGrid*>("train.grid"), &TrainPage::recipeAt}, Grid{m_samples->findChild<ImageGrid*>("train.pinnedGrid"), &TrainPage::pinnedRecipeAt}};
}

Json TrainPage::currentRecipe() const
{
    for (const auto& [grid, recipeOf] : grids()) {
        const QPoint cell(grid->currentColumn(), grid->currentRow());
        if (grid->isVisibleTo(this) && grid->cellState(cell.y(), cell.x()) == ImageGrid::CellState::Filled)
            return (this->*recipeOf)(cell);
    }
    return {};
}

void TrainPage::setOverlays(const QList<std::pair<QString, QString>>& runs)
{
    std::vector<std::unique_ptr<Overlay>> before = std::exchange(m_overlays, {});
    for (const auto& [folder, name] : runs) {
        const auto known = std::find_if(before.begin(), before.end(), [&folder = folder](const auto& o) { return o && o->folder == folder; });
        m_overlays.push_back(known != before.end() ? std::move(*known) : std::make_unique<Overlay>());
        Overlay* overlay = m_overlays.back().get();
        overlay->name = name;
        if (known != before.end())
            continue;
        overlay->folder = folder;
        connect(&overlay->follower, &RunFollower::newsArrived, this, [this, overlay](const RunFollower::News& news) {
            takeStats(*overlay->series, news, isLive(overlay->folder));
            refreshCharts();
        });
        overlay->follower.follow(folder);
    }
    drawOverlays();
}

void TrainPage::drawOverlays()
{
    std::vector<OverlaidRun> drawn;
    for (const auto& overlay : m_overlays)
        if (overlay->folder != m_runFolder)
            drawn.push_back({overlay->folder, overlay->name, overlay->series});
    const std::vector<OverlaidRun>& before = m_charts->overlays();
    if (!std::equal(drawn.begin(), drawn.end(), before.begin(), before.end(), [](const OverlaidRun& a, const OverlaidRun& b) { return a.series == b.series && a.name == b.name; }))
        m_charts->setOverlays(std::move(drawn));
}

}  // namespace potstill
