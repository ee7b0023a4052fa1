#include "app/pages/comparepage.h"

#include "app/pages/columnpanel.h"
#include "app/pages/comparebar.h"
#include "app/pages/recipedifference.h"
#include "app/pages/runtable.h"
#include "app/pages/sampletableview.h"
#include "app/pages/trajectoryview.h"
#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "widgets/emptystate.h"
#include "widgets/icon.h"
#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"
#include "widgets/progressline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace potstill {

namespace {

constexpr int kBatch = 16;  // small, so that the first rows stand there soon

}  // namespace

ComparePage::ComparePage(RunSession& runs, QWidget* parent, SamplingSession::TableMaker maker)
    : QWidget(parent), m_sampling(runs, nullptr, std::move(maker)), m_following(runs, nullptr, {}, m_sampling.sampler())
{
    setObjectName("comparePage");
    m_plan.teacher.steps = m_hiddenTeacherSteps;
    m_bar = new CompareBar;
    m_panel = new ColumnPanel(this);
    m_empty = new EmptyState("compare", tr("Nothing to compare yet"), tr("Distil a student first, or choose a bundled model."), tr("Show a bundled model"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildContent());
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    buildMenu();
    connectBar();
    connectGrid();
    connectPanel();
    connectSampling();
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &ComparePage::refresh);
    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(300);
    connect(&m_saveDelay, &QTimer::timeout, this, &ComparePage::saveState);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { showModel("bundled:sprites-v"); });
    showPlan();
}

ComparePage::~ComparePage()
{
    m_sampling.cancel();
    m_following.cancel();
    keepState();
}

QWidget* ComparePage::buildHint()
{
    m_hint = new QWidget;
    m_hint->setObjectName("compare.hint");
    auto* text = new QLabel(tr("Which is better, the student in three steps or its teacher in the same three? Twenty pairs, judged blind, tell."));
    text->setProperty("role", "secondary");
    text->setWordWrap(true);
    auto* rate = new QPushButton(tr("Rate 20 pairs"));
    rate->setObjectName("compare.rateQuick");
    rate->setToolTip(tr("The student at 3 steps against its teacher's own 3 steps: a difference that 20 votes can decide"));
    auto* dismiss = new QToolButton;
    dismiss->setObjectName("compare.dismissHint");
    dismiss->setIcon(icon("close"));
    dismiss->setAccessibleName(tr("Close this hint"));
    dismiss->setToolTip(tr("Close this hint; it does not come back in this project"));
    auto* row = new QHBoxLayout(m_hint);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(text, 1);
    row->addWidget(rate);
    row->addWidget(dismiss);
    m_hint->hide();
    connect(rate, &QPushButton::clicked, this, [this] { Q_EMIT quickRatingRequested(m_plan.model); });
    connect(dismiss, &QToolButton::clicked, this, [this] {
        m_isHintDismissed = true;
        showHint();
        noteChange();
    });
    return m_hint;
}

QWidget* ComparePage::buildContent()
{
    m_status = new QLabel;
    m_status->setObjectName("compare.status");
    m_status->setProperty("role", "secondary");
    m_status->setWordWrap(true);
    m_saved = new QLabel;
    m_saved->setObjectName("compare.saved");
    m_saved->setProperty("role", "secondary");
    m_saved->setToolTip(tr("The times of a shorter column begin those of a longer one: its images are read off on the way."));
    m_progress = new ProgressLine;
    m_progress->setObjectName("compare.progress");
    m_progress->setAccessibleName(tr("Sampling"));
    m_progress->setFixedWidth(180);
    m_stop = new QToolButton;
    m_stop->setObjectName("compare.stop");
    m_stop->setIcon(icon("stop"));
    m_stop->setAccessibleName(tr("Stop sampling"));
    m_stop->setToolTip(tr("Stop sampling; what is there stays"));
    QSizePolicy keepsRoom = m_stop->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);  // the page does not jump when sampling begins
    m_stop->setSizePolicy(keepsRoom);
    m_progress->hide();
    m_stop->hide();
    auto* statusLine = new QHBoxLayout;
    statusLine->setSpacing(8);
    statusLine->addWidget(m_status, 1);
    statusLine->addWidget(m_saved);
    statusLine->addWidget(m_progress);
    statusLine->addWidget(m_stop);

    m_grid = new ImageGrid;
    m_grid->setObjectName("compare.grid");
    m_grid->setAccessibleName(tr("Comparison: rows are noises, columns are models and steps"));
    m_grid->setSelectionLimit(2);
    m_grid->setRowsInSight(4);
    m_view = new SampleTableView(m_grid);
    m_compare = new ImageCompare;
    m_compare->setObjectName("compare.strip");
    m_compare->setCloseButtonShown(true);
    m_difference = new RecipeDifference;
    m_strip = new QSplitter(Qt::Horizontal);
    m_strip->addWidget(m_compare);
    m_strip->addWidget(m_difference);
    m_strip->setSizes({720, 300});
    m_strip->setStretchFactor(0, 1);
    m_strip->setChildrenCollapsible(false);
    m_trajectory = new TrajectoryView;
    m_runTable = new RunTable;
    m_below = new QStackedWidget;
    m_below->setObjectName("compare.below");
    m_below->addWidget(m_strip);
    m_below->addWidget(m_trajectory);
    m_below->addWidget(m_runTable);
    m_below->hide();
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_grid);
    splitter->addWidget(m_below);
    splitter->setSizes({520, 480});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_bar);
    layout->addWidget(buildHint());
    layout->addLayout(statusLine);
    layout->addWidget(splitter, 1);
    return content;
}

void ComparePage::setProject(const QString& folder)
{
    const bool isOther = m_project != folder;
    if (isOther) {
        if (std::exchange(m_isTouched, false) && m_saveDelay.isActive())
            saveState();
        m_sampling.cancel();
        const int teacherSteps = m_plan.teacher.steps;
        m_plan = {};
        m_plan.teacher.steps = teacherSteps;
        m_offeredRuns.clear();
        m_offeredCheckpoints.clear();
        m_notes.clear();
        m_areNotesShown = false;
        m_isRestored = m_isHintDismissed = false;
        m_comparisons = -1;
        m_hint->hide();
        m_stack->setCurrentIndex(0);
    }
    m_project = folder;
    m_facts.clear();  // runs may have gained checkpoints
    m_factsFailed.clear();
    isOther ? restore() : listModels();
}

void ComparePage::setRuns(const std::vector<RunSummary>& runs)
{
    m_bar->setRuns(runs);
    m_panel->setRuns(runs);
}

void ComparePage::showModel(const QString& path)
{
    m_isTouched = true;
    m_isRestored = false;
    m_stack->setCurrentIndex(1);
    if (m_plan.pivot == ComparePlan::Pivot::Own || m_plan.pivot == ComparePlan::Pivot::Runs)
        m_plan.pivot = ComparePlan::Pivot::Ladder;
    const bool isOther = m_plan.model != path;
    m_plan.model = path;
    if (isOther)
        m_plan.student = {};
    m_facts.remove(path);
    m_factsFailed.remove(path);
    listModels();
    showPlan();
    needFacts(path);
}

void ComparePage::showFirstRun()
{
    if (isVisible() && m_plan.model.isEmpty() && m_plan.own.empty() && !m_offeredRuns.isEmpty())
        showModel(m_offeredRuns.front().path);
}

void ComparePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRestored();
    showFirstRun();
}

void ComparePage::setPivot(ComparePlan::Pivot pivot)
{
    if (pivot == m_plan.pivot)
        return;
    m_isTouched = true;
    if (pivot == ComparePlan::Pivot::Own)
        m_plan.makeOwn();
    m_plan.pivot = pivot;
    if (m_plan.model.isEmpty() && !m_offeredRuns.isEmpty()) {
        m_plan.model = m_offeredRuns.front().path;
        listModels();
    }
    m_plan.student.times.clear();
    showPlan();
    takeFacts();
}

void ComparePage::setOwnColumns(const std::vector<SampleColumn>& columns)
{
    m_isTouched = true;
    m_isRestored = false;
    m_stack->setCurrentIndex(1);
    m_plan.own = columns;
    m_plan.pivot = ComparePlan::Pivot::Own;
    showPlan();
    takeFacts();
}

void ComparePage::showPlan()
{
    m_bar->showPlan(m_plan, m_plan.pivot == ComparePlan::Pivot::Checkpoints ? m_offeredCheckpoints : m_offeredRuns);
    m_showsTeacher->setVisible(m_plan.pivot != ComparePlan::Pivot::Own);
    m_showsTeacher->setChecked(m_plan.teacher.steps > 0);
}

QString ComparePage::headingOf(const SampleColumn& column) const
{
    if (!column.heading.empty())
        return QString::fromStdString(column.heading);
    const Json& facts = factsOf(column);
    const QString name = facts.is_object() ? QString::fromStdString(facts.value("name", "")) : QString();
    return name.isEmpty() ? stepsText(column.steps) : tr("%1 · %2").arg(stepsText(column.steps), name);
}

ComparisonRequest ComparePage::request() const
{
    ComparisonRequest r;
    r.columns = m_plan.columns();
    for (SampleColumn& c : r.columns)
        c.heading = headingOf(c).toStdString();
    r.seeds = m_bar->seeds();
    if (m_bar->chosenClass() >= 0)
        r.classes = {m_bar->chosenClass()};
    r.batch = kBatch;
    if (!m_project.isEmpty())
        r.cellFolder = (m_project + "/cache/cells").toStdString();
    return r;
}

QStringList ComparePage::rowHeadings() const
{
    const QStringList& classes = m_bar->classes();
    QStringList out;
    for (std::uint64_t seed : m_bar->seeds()) {
        const std::int64_t label = m_bar->chosenClass() >= 0 ? m_bar->chosenClass() : classes.isEmpty() ? -1 : std::int64_t(seed % std::uint64_t(classes.size()));
        out.append(label < 0 ? tr("noise %1").arg(seed) : tr("%1 · %2").arg(tr("noise %1").arg(seed), classes.value(label)));
    }
    return out;
}

void ComparePage::refresh()
{
    if (m_plan.columns().empty() || m_stack->currentIndex() == 0)
        return;
    noteChange();
    withoutVanished([this] {
        const std::vector<SampleColumn> columns = m_plan.columns();
        const auto isUnknown = [this](const SampleColumn& c) {
            const bool isAsked = c.role != "teacher" || m_plan.pivot == ComparePlan::Pivot::Own;
            return isAsked && !m_facts.contains(factsPath(c)) && !m_factsFailed.contains(factsPath(c));
        };
        if (columns.empty() || std::any_of(columns.begin(), columns.end(), isUnknown)) {
            takeFacts();  // and then here again
            return;
        }
        if (m_plan.pivot != ComparePlan::Pivot::Own)
            takeTeachers();
        const ComparisonRequest r = request();
        QStringList models = rowHeadings();
        for (const SampleColumn& c : r.columns)
            models.append(QString::fromStdString(c.model.string()));
        if (std::exchange(m_askedModels, models) != models && std::exchange(m_areNotesShown, false))
            m_notes.clear();
        m_askedColumns = r.columns;
        m_askedRows = rowHeadings();
        m_isFirstNews = true;
        m_sampling.sample(r);
    });
}

const SampleTable& ComparePage::table() const { return m_view->table(); }

void ComparePage::beginTable()
{
    m_isFirstNews = false;
    QStringList headings;
    std::vector<bool> offGrid;
    for (const SampleColumn& c : m_askedColumns) {
        headings.append(headingOf(c));
        const auto grid = factsOf(c).is_object() ? factsOf(c).value("grid", std::vector<double>()) : std::vector<double>();
        offGrid.push_back(ComparePlan::isOffGrid(c, grid));
    }
    m_view->begin(headings, m_askedRows, offGrid);
}

void ComparePage::takeNews(const SampleNews& news)
{
    if (m_isFirstNews)
        beginTable();
    for (const auto& [index, cell] : news.cells)
        m_view->take(index, cell);
    for (const auto& [index, prediction] : news.predictions)
        m_view->showPrediction(index, prediction);
    std::size_t ready = 0;
    for (const SampleCell& cell : m_view->table().cells)
        ready += cell.image.isEmpty() ? 0 : 1;
    m_progress->setProgress(double(ready) / double(std::max<std::size_t>(1, m_view->table().cells.size())));
}

void ComparePage::takeTable(const SampleTable& table)
{
    if (m_isFirstNews)
        beginTable();
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        m_view->take(i, table.cells[i]);
    m_view->end();
    showStatus(table);
    showSelection();
    showHint();
}

void ComparePage::showStatus(const SampleTable& table)
{
    QStringList notes = m_notes;
    m_areNotesShown = !m_notes.isEmpty();
    for (const RunWarning& w : table.warnings)
        if (const QString text = WarningTexts::sentence(w); !notes.contains(text))
            notes.append(text);
    m_status->setText(notes.isEmpty() ? tr("Click two images to lay them side by side, wipe, flip or see their difference; click a heading for its settings.") : notes.join(' '));
    if (table.calls > 0)  // else nothing was sampled, and what the last sampling saved still holds
        m_saved->setText(table.callsSaved > 0 ? tr("%1 of %2 network calls saved").arg(table.callsSaved).arg(table.calls + table.callsSaved) : QString());
}

}  // namespace potstill
