#include "app/pages/resultspage.h"

#include "app/pages/chartsection.h"
#include "app/pages/pairbars.h"
#include "app/pages/qualitycharts.h"
#include "app/pages/resulttexts.h"
#include "app/pages/strengthplot.h"
#include "app/pages/systemcolors.h"
#include "app/rating/ratingreport.h"
#include "app/session/background.h"
#include "widgets/accessible.h"
#include "widgets/emptystate.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>

namespace potstill {

namespace {

constexpr std::size_t kVotesForChart = 5;  // before that a line tells nothing
constexpr int kWatchEveryMs = 2000;

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "secondary");
    return label;
}

QLabel* statement(const char* objectName)
{
    auto* label = new QLabel;
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString percentText(const Estimate& e) { return e.n > 0 ? QString::number(100 * e.value, 'f', 0) + " %" : QStringLiteral("–"); }

}  // namespace

ResultsPage::ResultsPage(RatingStore& store, QWidget* parent) : QWidget(parent), m_store(store)
{
    setObjectName("resultsPage");
    askReportFile = [this] { return QFileDialog::getSaveFileName(this, tr("File for the report"), m_store.project(), tr("Web page (*.html);;PDF (*.pdf);;LaTeX tables (*.tex)")); };
    m_choice = new QComboBox;
    m_choice->setObjectName("results.comparison");
    m_choice->setAccessibleName(tr("Comparison"));
    m_choice->setToolTip(tr("Whose results are shown"));
    m_choice->setMinimumContentsLength(28);
    m_export = new QPushButton(icon("export"), tr("Save report…"));
    m_export->setObjectName("results.export");
    m_export->setToolTip(tr("A web page or PDF with the definition and its hash, or tables of pairs and strengths for LaTeX"));
    m_finding = statement("results.finding");
    m_finding->setProperty("role", "title");
    m_note = new QLabel;
    m_note->setObjectName("results.note");
    m_note->setProperty("role", "secondary");
    m_note->setWordWrap(true);
    m_bars = new PairBars;
    m_bars->setObjectName("results.bars");
    m_bars->setAccessibleName(tr("Wins, ties and losses"));
    m_evidence = new LineChart;
    m_evidence->setObjectName("results.evidence");
    m_evidence->setAccessibleName(tr("Evidence over votes"));
    m_evidence->setXAxis({tr("Untied votes"), {}});
    m_evidence->setYAxis({tr("Evidence (e-value)"), {}});
    m_evidence->setLogY(true);
    m_evidence->setMinimumHeight(260);
    m_strengths = new StrengthPlot;
    m_strengths->setObjectName("results.strengths");
    m_strengths->setAccessibleName(tr("Strengths"));
    m_quality = new QualityCharts;
    m_fit = statement("results.fit");
    m_failures = statement("results.failures");
    m_agreement = statement("results.agreement");
    m_raters = new QTreeWidget;
    m_raters->setObjectName("results.raters");
    m_raters->setAccessibleName(tr("Raters"));
    m_raters->setAccessibleDescription(tr("A row for each rater"));
    m_raters->setRootIsDecorated(false);
    m_raters->setHeaderLabels({tr("Rater"), tr("Votes"), tr("Median time"), tr("Left picks"), tr("Repeated alike"), tr("Checks failed"), tr("Agreement")});
    m_raters->header()->setSectionResizeMode(QHeaderView::Stretch);
    for (int c = 1; c < m_raters->columnCount(); ++c)
        m_raters->headerItem()->setTextAlignment(c, Qt::AlignRight | Qt::AlignVCenter);
    m_raters->setMinimumHeight(120);

    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    QLabel* choiceLabel = heading(tr("Comparison"));
    choiceLabel->setBuddy(m_choice);
    top->addWidget(choiceLabel);
    top->addWidget(m_choice);
    top->addStretch(1);
    top->addWidget(m_export);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addSpacing(8);
    layout->addWidget(m_finding);
    layout->addWidget(m_note);
    layout->addSpacing(8);
    m_barsPart = new ChartSection(tr("Wins · ties · both bad · losses"), m_bars, [this](const QSize& size) { return m_bars->paper(size); });
    m_evidencePart = new ChartSection({}, m_evidence, [this](const QSize& size) { return m_evidence->paper(size); });
    m_strengthsPart = new ChartSection({}, m_strengths, [this](const QSize& size) { return m_strengths->paper(size); });
    for (ChartSection* s : {m_barsPart, m_evidencePart, m_strengthsPart}) {
        s->setRuns([this] { return m_quality->runs(QualityCharts::Of::Compared); });
        connect(s, &ChartSection::problem, this, &ResultsPage::problem);
    }
    connect(m_quality, &QualityCharts::problem, this, &ResultsPage::problem);
    m_raterTitle = heading(tr("Raters"));
    for (QWidget* w : std::initializer_list<QWidget*>{m_barsPart, m_failures, m_evidencePart, m_strengthsPart, m_fit, m_quality, m_raterTitle, m_raters, m_agreement})
        layout->addWidget(w);
    layout->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    setAccessibleRole(area, QAccessible::Pane);  // before its name, with which Qt makes the interface
    area->setAccessibleName(tr("Results"));
    area->setAccessibleDescription(tr("The arrow keys scroll"));
    area->setWidget(content);
    m_empty = new EmptyState("results", tr("No results yet"), tr("Results appear as soon as a comparison has votes or models are evaluated."), tr("Go to Rate"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(area);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_empty, &EmptyState::actionTriggered, this, &ResultsPage::rateRequested);
    connect(m_choice, &QComboBox::activated, this, [this] { load(m_choice->currentData().toString()); });
    connect(m_export, &QPushButton::clicked, this, &ResultsPage::exportReport);
    connect(&m_store, &RatingStore::stateChanged, this, [this](RatingStore::State state) {
        if (state == RatingStore::State::Closed)
            m_current.clear();  // what is asked for while a project opens stays asked for
        m_shown.reset();
        ++m_run;  // what is still on its way is of another project
        ++m_measuredRun;
        m_isLoading = false;
        m_stack->setCurrentIndex(0);
        if (isVisible())
            refresh();
    });
    m_watch.setParent(this);
    m_watch.setObjectName("results.watch");
    m_watch.setInterval(kWatchEveryMs);
    connect(&m_watch, &QTimer::timeout, this, &ResultsPage::watchEvaluations);
}

void ResultsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_watch.start();
}

void ResultsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_watch.stop();
}

/// Evaluations are stored by this program, by others and by the command line: all are seen by their files.
void ResultsPage::watchEvaluations()
{
    if (m_isWatching || !m_store.canRead())
        return;
    m_isWatching = true;
    runInBackground<QByteArray>(
        this, [project = m_store.project()] { return evaluationsMark(project); },
        [this](const QByteArray& mark) {
            m_isWatching = false;
            if (!m_isLoading && m_store.canRead() && mark != m_evaluations)
                readMeasured();  // what is loaded now reads them itself
        },
        [this](const QString&) { m_isWatching = false; });
}

void ResultsPage::showComparison(const QString& id)
{
    m_current = id;
    if (isVisible())
        refresh();
}

void ResultsPage::refresh()
{
    if (!m_store.canRead())
        return;
    m_isLoading = true;
    m_store.ask<std::vector<ComparisonRecord>>(
        this,
        [](RatingDatabase& d) {
            std::vector<ComparisonRecord> all = d.comparisons();
            std::erase_if(all, [](const ComparisonRecord& c) { return c.votes == 0; });
            return all;
        },
        [this](const std::vector<ComparisonRecord>& rated) {
            m_choice->clear();
            for (const ComparisonRecord& c : rated)
                m_choice->addItem(c.name, c.id);
            m_choice->setCurrentIndex(std::max(0, m_choice->findData(m_current)));
            m_choice->setEnabled(!rated.empty());
            if (!rated.empty()) {
                m_stack->setCurrentIndex(1);
                load(m_choice->currentData().toString());
                return;
            }
            m_isLoading = false;
            m_shown.reset();
            readMeasured();
        },
        [this](const QString& m) { failLoading(m); });
}

void ResultsPage::load(const QString& id)
{
    m_current = id;
    m_isLoading = true;
    const int run = ++m_run;
    m_store.ask<ComparisonData>(
        this,
        [id, name = m_rater](RatingDatabase& d) {
            const auto rater = d.knownRater(name);  // also under a name of before
            ComparisonData data = d.load(id);
            data.comparison = d.comparison(id, rater ? rater->id : 0);
            return data;
        },
        [this, run](const ComparisonData& data) {
            using Loaded = std::pair<std::shared_ptr<const Shown>, Measured>;
            runInBackground<Loaded>(
                this,
                [data, project = m_store.project()] {
                    const auto shown = std::make_shared<const Shown>(Shown{data, analyse(data.comparison.definition, data.votes, data.raters, analysisForReader())});
                    return Loaded(shown, measuredOf(shown.get(), project));
                },
                [this, run](const Loaded& loaded) {
                    if (run != m_run)
                        return;
                    m_isLoading = false;
                    ++m_measuredRun;
                    m_shown = loaded.first;
                    showResults(*m_shown);
                    showMeasured(loaded.second);
                },
                [this](const QString& m) { failLoading(m); });
        },
        [this](const QString& m) { failLoading(m); });
}

void ResultsPage::failLoading(const QString& message)
{
    m_isLoading = false;
    Q_EMIT problem(message);
}

ResultsPage::Measured ResultsPage::measuredOf(const Shown* shown, const QString& project)
{
    // The mark first: what is stored while these are read is seen at the next look.
    QByteArray mark = evaluationsMark(project);
    return {std::move(mark), shown ? qualityOf(shown->data, shown->analysis, project) : qualityOf({}, {}, project)};
}

void ResultsPage::readMeasured()
{
    const int run = ++m_measuredRun;
    runInBackground<Measured>(
        this, [shown = m_shown, project = m_store.project()] { return measuredOf(shown.get(), project); },
        [this, run](const Measured& measured) {
            if (run == m_measuredRun && !m_isLoading)
                showMeasured(measured);
        },
        [this](const QString& m) { Q_EMIT problem(m); });
}

bool ResultsPage::isClosedToRater() const { return m_shown && m_shown->data.comparison.openSession.has_value(); }

void ResultsPage::showMeasured(const Measured& measured)
{
    m_evaluations = measured.mark;
    m_quality->setSystems(measured.systems, m_shown ? m_shown->data.comparison.definition.alpha : 0.05);
    if (m_shown) {
        // Colours are those of the runs, which the votes alone do not tell.
        const ComparisonDefinition& d = m_shown->data.comparison.definition;
        const std::vector<int> colors = systemColors(measured.systems);
        m_bars->setResults(d, m_shown->analysis.pairs, colors);
        m_strengths->setFit(d, m_shown->analysis.fit, m_shown->analysis.bootstrap, colors);
        showEvidence(*m_shown, colors);
        return;
    }
    m_finding->setText(tr("No comparison has votes yet; this is what was measured."));
    m_export->setEnabled(false);
    for (QWidget* w : std::initializer_list<QWidget*>{m_note, m_barsPart, m_failures, m_evidencePart, m_strengthsPart, m_fit, m_raterTitle, m_raters, m_agreement})
        w->hide();
    m_quality->show();
    m_stack->setCurrentIndex(m_quality->isEmpty() ? 0 : 1);
}

void ResultsPage::showResults(const Shown& shown)
{
    const ComparisonDefinition& d = shown.data.comparison.definition;
    const Analysis& a = shown.analysis;
    const bool isClosed = isClosedToRater();
    std::size_t longest = 0;
    for (const PairResult& p : a.pairs)
        longest = std::max(longest, p.curve.size());
    m_finding->setText(isClosed ? tr("The results stay closed until your session ends.") : QString::fromStdString(a.finding));
    m_note->setText(tr("“%1” · %n vote(s) · checks: %2 · left out: %3 · definition %4…", nullptr, int(a.valid))
                        .arg(QString::fromStdString(d.question))
                        .arg(a.checks)
                        .arg(a.excluded.size())
                        .arg(shown.data.comparison.hash.left(16)));
    m_export->setEnabled(!isClosed);
    m_note->show();
    for (QWidget* w : std::initializer_list<QWidget*>{m_barsPart, m_quality, m_raterTitle, m_raters})
        w->setVisible(!isClosed);
    const auto say = [isClosed](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!isClosed && !text.isEmpty());
    };
    say(m_fit, fitText(d, a));
    say(m_failures, failureText(d, a));
    say(m_agreement, agreementText(a));
    m_evidencePart->setVisible(!isClosed && longest > kVotesForChart);
    m_strengthsPart->setVisible(!isClosed && d.systems.size() > 2 && a.fit.status == FitStatus::Ok);
    const QString level = QString::number(100 * (1 - d.alpha));
    m_strengths->setAccessibleName(tr("Strengths with %1 % intervals").arg(level));
    m_strengthsPart->setTitle(tr("Strengths in points of Elo, with %1 % intervals").arg(level));
    showRaters(a);
}

void ResultsPage::showEvidence(const Shown& shown, const std::vector<int>& colors)
{
    const ComparisonDefinition& d = shown.data.comparison.definition;
    const std::vector<PairResult>& pairs = shown.analysis.pairs;
    const std::vector<int> pairColors = colorsOfPairs(pairs, colors);
    m_evidence->clear();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const PairResult& p = pairs[i];
        std::vector<SeriesPoint> points;
        for (const EvidencePoint& e : p.curve)
            points.push_back({double(e.votes), std::exp(std::clamp(e.correctedLogE, -100.0, 100.0))});
        SeriesStyle style;
        style.colorIndex = pairColors[i];
        style.smoothable = false;
        m_evidence->setSeries(QString::number(i),
                              tr("%1 – %2").arg(QString::fromStdString(d.systems[std::size_t(p.first)].name), QString::fromStdString(d.systems[std::size_t(p.second)].name)),
                              points, style);
    }
    // A claim to estimate is decided by the width of its interval.
    const bool isDecidedByEvidence = d.claim.kind != ClaimKind::Estimate;
    m_evidence->setThreshold(isDecidedByEvidence ? std::optional(1 / d.alpha) : std::nullopt, isDecidedByEvidence ? tr("decided") : QString());
    m_evidencePart->setTitle(isDecidedByEvidence ? tr("Evidence over votes, with the line at which the comparison is decided") : tr("Evidence over votes"));
    m_evidence->setLegendShown(pairs.size() > 1);
}

void ResultsPage::showRaters(const Analysis& a)
{
    m_raters->clear();
    for (const RaterRow& r : a.raters) {
        auto* item = new QTreeWidgetItem({QString::fromStdString(r.name), QString::number(r.votes),
                                          r.medianResponseMs > 0 ? tr("%1 s").arg(numberText(r.medianResponseMs / 1000, 'f', 1)) : QStringLiteral("–"), percentText(r.leftShare),
                                          percentText(r.repeatRate), tr("%1 of %2").arg(r.failedChecks).arg(r.checks), percentText(r.agreement)});
        for (int c = 1; c < item->columnCount(); ++c)
            item->setTextAlignment(c, Qt::AlignRight | Qt::AlignVCenter);
        for (const auto& [column, share] : {std::pair(3, &r.leftShare), std::pair(4, &r.repeatRate), std::pair(6, &r.agreement)})
            if (share->n > 0)
                item->setToolTip(column, tr("Between %1 % and %2 %, of %3").arg(numberText(100 * share->low, 'f', 0), numberText(100 * share->high, 'f', 0)).arg(share->n));
        if (r.hasSideBias) {
            item->setIcon(3, icon("warning", IconTone::Warning));
            item->setToolTip(3, tr("This rater prefers one side. %1").arg(item->toolTip(3)));
        }
        m_raters->addTopLevelItem(item);
    }
}

void ResultsPage::exportReport()
{
    if (!m_shown)
        return;
    const QString file = askReportFile();
    if (file.isEmpty())
        return;
    runInBackground<bool>(
        this,
        [shown = m_shown, file] {
            writeRatingReport(shown->data, shown->analysis, file);
            return true;
        },
        [this, file](bool) { m_note->setText(tr("The report is in %1").arg(file)); }, [this](const QString& m) { Q_EMIT problem(m); });
}

}  // namespace potstill
