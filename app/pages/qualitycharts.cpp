#include "app/pages/qualitycharts.h"

#include "app/pages/chartsection.h"
#include "app/pages/runcurves.h"
#include "app/pages/systemcolors.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace potstill {

namespace {

constexpr const char* kPreference = "preference";
constexpr const char* kLatency = "milliseconds_per_image";
/// Figures of `evaluate` that say how good images are, in the order in which they are offered; its other numbers say how it was measured.
constexpr const char* kFigures[] = {"fd_classifier",  "fid",       "fd_scripted", "fd_encoder", "kd_classifier", "kd_encoder", "validity", "validity_of_class",
                                    "class_accuracy", "precision", "recall",      "diversity"};

QComboBox* choice(const char* objectName, const QString& name, const QString& help)
{
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(help);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

LineChart* chart(const char* objectName, const QString& name)
{
    auto* c = new LineChart;
    c->setObjectName(objectName);
    c->setAccessibleName(name);
    c->setMinimumHeight(260);
    return c;
}

std::optional<double> valueOf(const SystemQuality& s, const std::string& figure)
{
    if (figure == kPreference)
        return s.hasPreference ? std::optional(s.preference) : std::nullopt;
    if (figure == "nfe")
        return s.nfe > 0 ? std::optional(double(s.nfe)) : std::nullopt;
    const auto found = s.figures.find(figure);
    return found != s.figures.end() ? std::optional(found->second) : std::nullopt;
}

/// Offers `figures`, keeps what was chosen where it is still there.
void offer(QComboBox* box, const std::vector<std::pair<QString, QString>>& figures)
{
    const QSignalBlocker blocker(box);
    const QVariant before = box->currentData();
    box->clear();
    for (const auto& [key, text] : figures)
        box->addItem(text, key);
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

SeriesStyle dots(int colorIndex, bool isReference = false)
{
    SeriesStyle style;
    style.colorIndex = colorIndex;
    style.smoothable = style.lineShown = false;
    style.pointsShown = true;
    style.isReference = isReference;
    return style;
}

}  // namespace

QualityCharts::QualityCharts(QWidget* parent) : QWidget(parent)
{
    m_cost = choice("results.cost", tr("Cost"), tr("What the images cost: network calls, or the time of one image as `evaluate` measured it"));
    m_quality = choice("results.quality", tr("Quality"), tr("What is gained: preference of people, or a figure of `evaluate`"));
    m_figure = choice("results.figure", tr("Figure"), tr("The figure of `evaluate` that is set beside what people prefer"));
    m_frontier = chart("results.frontier", tr("Quality over cost"));
    m_training = chart("results.training", tr("Preference over training"));
    m_scatter = chart("results.scatter", tr("Figure against preference"));
    m_correlation = new QLabel;
    m_correlation->setObjectName("results.correlation");
    for (LineChart* dotted : {m_frontier, m_scatter})
        dotted->setLegendAbove(true);  // a dot may stand anywhere in the plot
    m_training->setXAxis({tr("Seen"), tr("images")});
    const auto section = [](const QString& title, LineChart* of, const std::initializer_list<QWidget*>& choices) {
        return new ChartSection(
            title, of, [of](const QSize& size) { return of->paper(size); }, choices);
    };
    m_frontierPart = section(tr("Quality over cost; the line joins what nothing beats in both, the ring is the teacher"), m_frontier, {m_cost, m_quality});
    m_trainingPart = section({}, m_training, {});
    m_scatterPart = section(tr("What is measured beside what people prefer"), m_scatter, {m_figure, m_correlation});
    m_frontierPart->setRuns([this] { return runs(Of::All); });
    for (ChartSection* s : {m_trainingPart, m_scatterPart})
        s->setRuns([this] { return runs(Of::Compared); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (ChartSection* s : {m_frontierPart, m_trainingPart, m_scatterPart}) {
        layout->addWidget(s);
        connect(s, &ChartSection::problem, this, &QualityCharts::problem);
    }
    connect(m_cost, &QComboBox::currentIndexChanged, this, &QualityCharts::showFrontier);
    connect(m_quality, &QComboBox::currentIndexChanged, this, &QualityCharts::showFrontier);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &QualityCharts::showScatter);
    setSystems({}, 0.05);
}

QString QualityCharts::textOf(const std::string& figure) const
{
    if (figure == kPreference)
        return isShareOfWins() ? tr("Share of wins (%)") : tr("Preference (Elo)");
    return figureText(figure);
}

QString QualityCharts::figureText(const std::string& figure)
{
    if (const std::string measured = figureOf(figure); measured != figure)
        return tr("%1 (teacher's encoder %2)").arg(figureText(measured), QString::fromStdString(figure.substr(measured.size() + 1)));
    if (figure == "nfe")
        return tr("Network calls (NFE)");
    if (figure == kLatency)
        return tr("Milliseconds an image");
    if (figure == "fd_classifier")
        return tr("Fréchet distance (classifier)");
    if (figure == "fd_encoder")
        return tr("Fréchet distance");
    if (figure == "fid")
        return tr("FID");
    if (figure == "fd_scripted")
        return tr("Fréchet distance (scripted network)");
    if (figure == "kd_classifier")
        return tr("Kernel distance (classifier)");
    if (figure == "kd_encoder")
        return tr("Kernel distance");
    if (figure == "precision")
        return tr("Precision");
    if (figure == "recall")
        return tr("Recall");
    if (figure == "class_accuracy")
        return tr("Class accuracy");
    if (figure == "diversity")
        return tr("Diversity");
    if (figure == "validity")
        return tr("Validity");
    if (figure == "validity_of_class")
        return tr("Validity of the class");
    if (figure == "nearest_training")
        return tr("Distance to the nearest training image");
    if (figure == "nearest_training_n")
        return tr("Training images searched");
    if (figure == "n")
        return tr("Images judged");
    if (figure == "confidence")
        return tr("Confidence of the intervals");
    if (figure == "reference_n")
        return tr("Reference images");
    if (figure == "scripted_reference_n")
        return tr("Reference images (scripted network)");
    if (figure == "checker_false_accept")
        return tr("Wrongly accepted by the checker");
    if (figure == "checker_false_reject")
        return tr("Wrongly refused by the checker");
    return QString::fromStdString(figure);
}

void QualityCharts::setSystems(std::vector<SystemQuality> systems, double alpha)
{
    m_trainingPart->setTitle(tr("Preference over training, with %1 % intervals").arg(100 * (1 - alpha)));
    m_systems = std::move(systems);
    m_colors = systemColors(m_systems);
    // A figure can be shown where two systems at least have it.
    std::map<std::string, int> having;
    for (const SystemQuality& s : m_systems) {
        for (const auto& [figure, value] : s.figures)
            having[figure] += std::isfinite(value);
        having[kPreference] += s.hasPreference;
        having["nfe"] += s.nfe > 0;
    }
    std::vector<std::pair<QString, QString>> costs, qualities, figures;
    for (const char* cost : {"nfe", kLatency})
        if (having[cost] > 1)
            costs.emplace_back(cost, textOf(cost));
    if (having[kPreference] > 1)
        qualities.emplace_back(kPreference, textOf(kPreference));
    for (const char* figure : kFigures)
        for (const auto& [key, systems] : having)
            if (systems > 1 && figureOf(key) == figure)
                figures.emplace_back(QString::fromStdString(key), textOf(key));
    qualities.insert(qualities.end(), figures.begin(), figures.end());
    offer(m_cost, costs);
    offer(m_quality, qualities);
    offer(m_figure, figures);
    showFrontier();
    showTraining();
    showScatter();
}

QStringList QualityCharts::runs(Of which) const
{
    QStringList out;
    for (const SystemQuality& s : m_systems)
        if (!s.run.isEmpty() && !out.contains(s.run) && (s.isCompared || which == Of::All))
            out.append(s.run);
    return out;
}

bool QualityCharts::isEmpty() const { return m_frontierPart->isHidden() && m_trainingPart->isHidden() && m_scatterPart->isHidden(); }

/// Of two systems, as everywhere on the page.
bool QualityCharts::isShareOfWins() const
{
    return std::count_if(m_systems.begin(), m_systems.end(), [](const SystemQuality& s) { return s.isCompared; }) == 2;
}

void QualityCharts::showFrontier()
{
    const std::string cost = m_cost->currentData().toString().toStdString(), quality = m_quality->currentData().toString().toStdString();
    m_frontier->clear();
    std::vector<std::pair<double, double>> points;
    std::set<double> costs;
    struct Evaluated {
        QString name;
        int color = 0;
        std::vector<SeriesPoint> points;
    };
    std::map<QString, Evaluated> runs;  // a run that nobody was asked about is one series, whatever its steps
    for (std::size_t i = 0; i < m_systems.size(); ++i) {
        const SystemQuality& s = m_systems[i];
        const auto x = valueOf(s, cost), y = valueOf(s, quality);
        if (!x || !y)
            continue;
        if (s.isCompared || s.isTeacher) {
            m_frontier->setSeries(QString::number(i), s.name, {{*x, *y}}, dots(m_colors[i], s.isTeacher));
        } else {
            Evaluated& run = runs.try_emplace(s.run, Evaluated{s.name, m_colors[i], {}}).first->second;
            run.points.push_back({*x, *y});
        }
        points.emplace_back(*x, *y);
        costs.insert(*x);
    }
    for (auto& [run, of] : runs) {
        std::sort(of.points.begin(), of.points.end(), [](const SeriesPoint& a, const SeriesPoint& b) { return a.x < b.x; });
        m_frontier->setSeries(run, tr("%1, as evaluated").arg(of.name), of.points, dots(of.color));
    }
    m_frontierPart->setVisible(costs.size() > 1);
    if (costs.size() < 2)
        return;
    std::vector<SeriesPoint> line;
    for (const std::size_t i : paretoFront(points, isHigherBetter(quality)))
        line.push_back({points[i].first, points[i].second});
    SeriesStyle style;
    style.colorIndex = 7;
    style.smoothable = style.inLegend = false;
    style.width = 1;
    m_frontier->setSeries("front", tr("Pareto line"), line, style);
    m_frontier->setXAxis({textOf(cost), {}, cost == "nfe"});
    m_frontier->setLogX(*costs.begin() > 0 && *costs.rbegin() > 10 * *costs.begin());
    m_frontier->setYAxis({textOf(quality), {}});
}

void QualityCharts::showTraining()
{
    // Checkpoints of one run with equally many steps make a curve.
    std::map<std::pair<QString, int>, std::map<std::int64_t, const SystemQuality*>> curves;
    for (const SystemQuality& s : m_systems)
        if (s.hasPreference && s.imagesSeen >= 0 && !s.run.isEmpty())
            curves[{s.run, s.steps}][s.imagesSeen] = &s;
    std::erase_if(curves, [](const auto& curve) { return curve.second.size() < 2; });
    m_training->clear();
    m_trainingPart->setVisible(!curves.empty());
    m_training->setYAxis({textOf(kPreference), {}});
    int n = 0;
    std::map<QString, int> ofRun;
    for (const auto& [key, checkpoints] : curves) {
        std::vector<SeriesPoint> points;
        std::vector<BandPoint> band;
        for (const auto& [images, s] : checkpoints) {
            points.push_back({double(images), s->preference});
            band.push_back({double(images), s->low, s->high});
        }
        SeriesStyle style = dots(runColorIndex(key.first) + Theme::kSeriesCount * ofRun[key.first]++);
        style.lineShown = true;
        const QString id = QString::number(n++);
        m_training->setSeries(id, tr("%1, %n step(s)", nullptr, key.second).arg(key.first.section('/', -1)), points, style);
        m_training->setBand(id, band);
    }
}

void QualityCharts::showScatter()
{
    const std::string figure = m_figure->currentData().toString().toStdString();
    m_scatter->clear();
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < m_systems.size(); ++i)
        if (const auto x = valueOf(m_systems[i], figure); x && m_systems[i].hasPreference) {
            m_scatter->setSeries(QString::number(i), m_systems[i].name, {{*x, m_systems[i].preference}}, dots(m_colors[i]));
            points.emplace_back(*x, m_systems[i].preference);
        }
    m_scatterPart->setVisible(points.size() > 2);
    m_scatter->setXAxis({textOf(figure), {}});
    m_scatter->setYAxis({textOf(kPreference), {}});
    const double rho = spearman(points);
    m_correlation->setText(std::isfinite(rho) ? tr("Spearman's ρ = %1, %n system(s)", nullptr, int(points.size())).arg(numberText(rho, 'f', 2)) : QString());
}

}  // namespace potstill
