#include "app/pages/trainpage.h"

#include "app/pages/samplepanel.h"
#include "app/session/background.h"
#include "widgets/emptystate.h"
#include "widgets/icon.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
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

}  // namespace

TrainPage::TrainPage(RunSession& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName("trainPage");
    m_empty = new EmptyState("train", tr("Nothing is being trained"), tr("Configure a student or a teacher and start it, or open a run on the left."), tr("Configure"));
    m_hint = lineOf("train.hint", m_hintText, m_hintButton, tr("See the ladder"), "train.seeLadder");
    m_hintText->setText(tr("The student learns. Compare what it makes in one, two and three steps with its teacher."));
    m_ownerBar = lineOf("train.owner", m_ownerText, m_takeBack, tr("Go on with it here"), "train.takeBack");
    m_takeBack->setToolTip(tr("The other program saves and stops; the run then goes on in this window"));
    m_samples = new SamplePanel;
    m_charts = new ChartPanel;
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
    contentLayout->addWidget(splitter);
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
    connect(m_samples, &SamplePanel::shown, this, [this] { m_hint->setVisible(m_samples->isOfStudent()); });
    connect(m_charts, &ChartPanel::refreshWanted, this, &TrainPage::refreshCharts);
    connect(m_charts, &ChartPanel::problem, this, &TrainPage::problem);
    connect(&m_follower, &RunFollower::newsArrived, this, &TrainPage::takeNews);
    connect(&m_session, &RunSession::statsArrived, this, [this](const std::vector<StatPoint>& points) {
        if (m_session.runFolder() == m_runFolder) {
            m_series.add(points);
            refreshCharts();
        }
    });
    connect(&m_session, &RunSession::previewArrived, this, [this](const PreviewGrid& grid) {
        if (m_session.runFolder() == m_runFolder)
            takePreview(grid);
    });
    connect(&m_session, &RunSession::logged, this, [this](LogLevel level, const QString& text) {
        if (level == LogLevel::Warning && isLive())
            m_charts->openFor(text);
    });
    const auto readAgainIfShown = [this] {
        if (m_session.runFolder() == m_runFolder)
            m_follower.readAgain();
    };
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
    m_hint->hide();
    m_ownerBar->hide();
    m_stack->setCurrentIndex(runFolder.isEmpty() ? 0 : 1);
    m_follower.follow(runFolder);
}

void TrainPage::takeNews(const RunFollower::News& news)
{
    m_runName = QString::fromStdString(news.summary.name);
    m_imagesTotal = news.summary.imagesTotal;
    if (news.isFromStart) {
        // What arrived live meanwhile is in the file too, or comes again with the next tick.
        const RunSeries live = std::exchange(m_series, {});
        m_series.add(news.stats);
        if (isLive())
            for (const auto& [name, points] : live.all())
                for (const SeriesPoint& p : points)
                    if (m_series.of(name).empty() || m_series.of(name).back().x < p.x)
                        m_series.add({StatPoint{static_cast<std::int64_t>(p.x), 0, {{name, p.y}}}});
    } else {
        m_series.add(news.stats);
    }
    if (news.previews.size() >= m_samples->previews().size() || !isLive())
        m_samples->setPreviews(news.previews, news.summary.imagesTotal);
    showOwner(news);
    refreshCharts();
}

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
    m_takeBack->setVisible(owner.program == "potstill-cli");
    m_takeBack->setEnabled(m_session.canStart());
}

void TrainPage::setOverlays(const QList<std::pair<QString, QString>>& runs)
{
    QStringList before, wanted;
    for (const OverlaidRun& run : m_charts->overlays())
        before.append(run.folder);
    for (const auto& [folder, name] : runs)
        wanted.append(folder);
    if (before == wanted)
        return;
    runInBackground<std::vector<OverlaidRun>>(
        this,
        [runs] {
            std::vector<OverlaidRun> read;
            for (const auto& [folder, name] : runs) {
                read.push_back({folder, name, {}});
                read.back().series.add(StatsLog::read(folder.toStdString()));
            }
            return read;
        },
        [this](std::vector<OverlaidRun> read) { m_charts->setOverlays(std::move(read)); }, [this](const QString& message) { Q_EMIT problem(message); });
}

}  // namespace potstill
