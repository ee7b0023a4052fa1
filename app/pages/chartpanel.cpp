#include "app/pages/chartpanel.h"

#include "app/pages/chartexport.h"
#include "widgets/accessible.h"
#include "widgets/heatmap.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"

#include <QComboBox>
#include <QHash>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace potstill {

namespace {

LineChart* makeChart(const char* objectName, const QString& name)
{
    auto* chart = new LineChart;
    chart->setObjectName(objectName);
    chart->setAccessibleName(name);
    chart->setXAxis({ChartPanel::tr("Seen"), ChartPanel::tr("images")});
    chart->setEmptyText(ChartPanel::tr("Nothing measured yet"));
    return chart;
}

constexpr const char* kAllCurves = "all";

/// What an axis measures that serves several curves.
AxisTitle commonTitle(const QList<AxisTitle>& titles)
{
    AxisTitle common = titles.value(0);
    QStringList texts;
    for (const AxisTitle& title : titles) {
        if (!texts.contains(title.text))
            texts.append(title.text);
        if (title.unit != common.unit)
            common.unit.clear();
    }
    common.text = texts.join(", ");
    return common;
}

QString clockText(double seconds)
{
    const auto s = qint64(seconds);
    return s < 3600 ? QString("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QChar('0')) : QString("%1:%2 h").arg(s / 3600).arg(s / 60 % 60, 2, 10, QChar('0'));
}

}  // namespace

ChartPanel::ChartPanel(QWidget* parent) : QWidget(parent), m_levels(new HeatMap), m_levelFeed(*m_levels)
{
    m_loss = makeChart("train.lossChart", tr("Loss over images seen"));
    m_loss->setLogRight(true);
    m_loss->setSmoothing(0.9);
    m_loss->setLogY(true);
    m_levels->setObjectName("train.levelMap");
    m_levels->setAccessibleName(tr("Loss by noise level over the training"));
    m_levels->setTitles(tr("Seen (images)"), tr("Noise level"), tr("Loss"));
    m_levels->setEmptyText(tr("Nothing measured yet"));
    m_speed = makeChart("train.rateChart", tr("Speed over images seen"));
    m_gradients = makeChart("train.gradientChart", tr("Size of gradients and updates"));
    m_gradients->setLogRight(true);
    m_gradients->setLogY(true);
    m_gradients->setSmoothing(0.9);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName("train.tabs");
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_loss, tr("Loss"));
    m_tabs->addTab(m_levels, tr("By noise level"));
    m_tabs->addTab(m_speed, tr("Speed"));
    m_tabs->addTab(m_gradients, tr("Gradients"));
    setAccessibleRole(m_tabs, QAccessible::Grouping);
    for (QWidget* w : std::initializer_list<QWidget*>{m_tabs, m_tabs->tabBar()}) {
        w->setAccessibleName(tr("Curves"));
        w->setAccessibleDescription(tr("What is drawn of the run"));
    }
    buildTools();
    for (LineChart* chart : {m_loss, m_speed, m_gradients})
        if (const auto tools = Settings().chartTools(chart->objectName()))
            setTools(chart, *tools);
    showTools();
    m_tabs->setCornerWidget(m_tools, Qt::TopRightCorner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);

    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        const LineChart* chart = currentChart();
        for (QWidget* w : std::initializer_list<QWidget*>{m_smoothing, m_clip, m_logX, m_logY, m_logRight, m_scales, m_fit})
            w->setEnabled(chart != nullptr);
        m_quantity->setVisible(chart == m_loss);
        m_export->setCurrent(m_tabs->currentWidget());
        showTools();
        Q_EMIT refreshWanted();
    });
}

void ChartPanel::buildTools()
{
    m_tools = new QWidget;
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 4);
    row->setSpacing(4);
    const auto combo = [&](const char* objectName, const QString& name) {
        auto* c = new QComboBox;
        c->setObjectName(objectName);
        c->setAccessibleName(name);
        c->setToolTip(name);
        c->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // what it offers comes with the run
        row->addWidget(c);
        return c;
    };
    const auto button = [&](const char* objectName, const QString& text, const char* iconName, const QString& help) {
        auto* b = new QToolButton;
        b->setObjectName(objectName);
        b->setText(text);
        if (iconName)
            b->setIcon(icon(iconName));
        b->setToolTip(help);
        b->setAccessibleName(help);
        row->addWidget(b);
        return b;
    };
    m_quantity = combo("train.quantity", tr("What the curves show"));
    m_smoothing = combo("train.smoothing", tr("Smoothing; the raw trace stays pale behind"));
    for (const double s : {0.0, 0.6, 0.9, 0.97, 0.99})
        m_smoothing->addItem(s == 0 ? tr("Not smoothed") : tr("Smoothed %1").arg(numberText(s, 'g', 3)), s);
    m_clip = combo("train.clip", tr("Share of outliers that may leave the picture at each end"));
    for (const double c : {0.0, 0.01, 0.05})
        m_clip->addItem(c == 0 ? tr("All values") : tr("Without %1 % outliers").arg(100 * c), c);
    m_logX = button("train.logX", tr("log x"), nullptr, tr("Logarithmic x axis"));
    m_logX->setCheckable(true);
    m_logY = button("train.logY", tr("log y"), nullptr, tr("Logarithmic y axis"));
    m_logY->setCheckable(true);
    m_logRight = button("train.logRight", tr("log right"), nullptr, tr("Logarithmic right axis"));
    m_logRight->setCheckable(true);
    m_logRight->hide();
    m_scales = button("train.scales", tr("Scales"), nullptr, tr("Which curves are measured on the right scale"));
    m_scales->setPopupMode(QToolButton::InstantPopup);
    m_scaleMenu = new QMenu(this);
    m_scales->setMenu(m_scaleMenu);
    m_fit = button("train.fitChart", {}, "fit", tr("Show everything again (0)"));
    m_export = new ChartExportButton("train.exportChart", tr("Save the chart"));
    for (LineChart* chart : {m_loss, m_speed, m_gradients})
        m_export->add(chart, [chart](const QSize& size) { return chart->paper(size); });
    m_export->add(m_levels, [this](const QSize& size) { return m_levels->paper(size); });
    m_export->runs = [this] { return shownRuns(); };
    row->addWidget(m_export);

    connect(m_quantity, &QComboBox::activated, this, [this] {
        m_wantedQuantity = m_quantity->currentData().toString();
        Q_EMIT refreshWanted();
    });
    connect(m_smoothing, &QComboBox::currentIndexChanged, this, &ChartPanel::takeTools);
    connect(m_clip, &QComboBox::currentIndexChanged, this, &ChartPanel::takeTools);
    connect(m_logX, &QToolButton::toggled, this, &ChartPanel::takeTools);
    connect(m_logY, &QToolButton::toggled, this, &ChartPanel::takeTools);
    connect(m_logRight, &QToolButton::toggled, this, &ChartPanel::takeTools);
    connect(m_export, &ChartExportButton::problem, this, &ChartPanel::problem);
    connect(m_fit, &QToolButton::clicked, this, [this] {
        if (LineChart* chart = currentChart())
            chart->resetZoom();
    });
    connect(m_scaleMenu, &QMenu::aboutToShow, this, &ChartPanel::fillScaleMenu);
}

QStringList ChartPanel::shownRuns() const
{
    QStringList out;
    if (!m_folder.isEmpty())
        out.append(m_folder);
    if (m_tabs->currentWidget() == m_loss)
        for (const OverlaidRun& overlaid : m_overlays)
            out.append(overlaid.folder);
    return out;
}

LineChart* ChartPanel::currentChart() const { return qobject_cast<LineChart*>(m_tabs->currentWidget()); }

void ChartPanel::showTools()
{
    const LineChart* chart = currentChart();
    if (!chart)
        return;
    const QSignalBlocker x(m_logX), y(m_logY), right(m_logRight), s(m_smoothing), c(m_clip);
    m_logX->setChecked(chart->isLogX());
    m_logY->setChecked(chart->isLogY());
    m_logRight->setChecked(chart->isLogRight());
    m_smoothing->setCurrentIndex(std::max(0, m_smoothing->findData(chart->smoothing())));
    m_clip->setCurrentIndex(std::max(0, m_clip->findData(chart->outlierClip())));
}

void ChartPanel::takeTools()
{
    LineChart* chart = currentChart();
    if (!chart)
        return;
    const Settings::ChartTools tools{m_smoothing->currentData().toDouble(), m_clip->currentData().toDouble(), m_logX->isChecked(), m_logY->isChecked(), m_logRight->isChecked()};
    setTools(chart, tools);
    Settings().setChartTools(chart->objectName(), tools);
}

void ChartPanel::setTools(LineChart* chart, const Settings::ChartTools& tools)
{
    chart->setSmoothing(tools.smoothing);
    chart->setOutlierClip(tools.outlierClip);
    chart->setLogX(tools.isLogX);
    chart->setLogY(tools.isLogY);
    chart->setLogRight(tools.isLogRight);
}

void ChartPanel::clear()
{
    for (LineChart* chart : {m_loss, m_speed, m_gradients})
        clearChart(chart);
    m_levelFeed.clear();
    m_wall.clear();
    m_folder.clear();
}

void ChartPanel::clearChart(LineChart* chart)
{
    chart->clear();
    std::erase_if(m_drawn, [chart](const auto& drawn) { return drawn.first.first == chart; });
}

void ChartPanel::put(LineChart* chart, const Line& line, const std::vector<SeriesPoint>& points)
{
    if (points.empty())
        return;
    const Drawn now{line.label, points.size(), points.back(), line.color, line.isOnRight, !line.isSmoothed && points.size() < 60};
    Drawn& before = m_drawn[{chart, line.id}];
    const bool goesOn = before.count > 0 && hasOnlyGrown(points, before.count, before.last) && before.label == line.label && before.color == line.color
                        && before.isOnRight == now.isOnRight && before.hasPoints == now.hasPoints;
    const std::size_t known = std::exchange(before, now).count;
    if (goesOn) {
        if (known < points.size())
            chart->appendPoints(line.id, {points.begin() + std::ptrdiff_t(known), points.end()});
        return;
    }
    SeriesStyle style;
    style.colorIndex = line.color;
    style.smoothable = line.isSmoothed;
    style.rightAxis = now.isOnRight;
    style.pointsShown = now.hasPoints;
    chart->setSeries(line.id, line.label, points, style);
}

void ChartPanel::show(const RunSeries& series, const ShownRun& run)
{
    m_folder = run.folder;
    const std::vector<SeriesPoint>& wall = series.of("wall_seconds");
    if (!hasOnlyGrown(wall, m_wall.size(), m_wall.empty() ? SeriesPoint{} : m_wall.back()))
        m_wall.clear();
    m_wall.insert(m_wall.end(), wall.begin() + std::ptrdiff_t(m_wall.size()), wall.end());
    const QWidget* shown = m_tabs->currentWidget();
    const int color = runColorIndex(run.folder);
    if (shown == m_loss)
        showLoss(series, run);
    else if (shown == m_levels)
        m_levelFeed.show(series);
    else if (shown == m_speed)
        showCurves(m_speed, speedCurves(), series, color);
    else
        showCurves(m_gradients, gradientCurves(), series, color);
    if (LineChart* chart = currentChart()) {
        showTime(chart);
        bool hasRight = false;
        for (const auto& [key, drawn] : m_drawn)
            hasRight = hasRight || (key.first == chart && drawn.isOnRight);
        m_logRight->setVisible(hasRight);
    }
}

void ChartPanel::showTime(LineChart* chart)
{
    const bool isTimed = m_timed.count(chart) > 0;
    if (m_wall.empty() && isTimed) {
        m_timed.erase(chart);
        chart->setTopAxis({}, {});
    } else if (!m_wall.empty() && !isTimed) {
        m_timed.insert(chart);
        chart->setTopAxis(tr("Training time"), [this](double x) { return timeText(x); });
    }
}

/// When so many images were seen, between two statistics in proportion; "" before the first and after the last one.
QString ChartPanel::timeText(double images) const
{
    const auto after = std::lower_bound(m_wall.begin(), m_wall.end(), images, [](const SeriesPoint& p, double x) { return p.x < x; });
    if (after == m_wall.end() || images < m_wall.front().x)
        return {};
    if (after == m_wall.begin())
        return clockText(after->y);
    const SeriesPoint &before = *(after - 1), &next = *after;
    return clockText(before.y + (images - before.x) / (next.x - before.x) * (next.y - before.y));
}

/// Several statistics of one run. The first axis that has something to show stands on the left, the other on the right.
void ChartPanel::showCurves(LineChart* chart, const QList<RunCurve>& curves, const RunSeries& series, int runColor)
{
    std::optional<AxisTitle> left;
    QList<AxisTitle> leftTitles, rightTitles;
    int color = runColor;
    for (const RunCurve& curve : curves) {
        const std::vector<SeriesPoint>& points = series.of(curve.id.toStdString());
        const int own = color++;
        if (points.empty())
            continue;
        if (!left)
            left = curve.axis;
        const auto moved = m_isOnRight.find(curve.id);
        const bool isOnRight = moved != m_isOnRight.end() ? moved->second : curve.axis != *left;
        (isOnRight ? rightTitles : leftTitles).append(curve.axis);
        put(chart, {curve.id, curve.name, own, isOnRight, curve.isSmoothed}, points);
    }
    chart->setYAxis(commonTitle(leftTitles));
    chart->setRightAxis(commonTitle(rightTitles));
}

/// What the loss chart shows: what a person chose where the run has it, else the headline, which for a student is the distance to its teacher. The choice follows.
QString ChartPanel::quantityFor(const RunSeries& series)
{
    QStringList there;
    for (const RunCurve& curve : lossCurves())
        if (!series.of(curve.id.toStdString()).empty())
            there.append(curve.id);
    const QString headline = there.contains("teacher_distance") ? QString("teacher_distance") : QString("loss");
    const bool hasWanted = m_wantedQuantity == kAllCurves ? m_overlays.empty() : there.contains(m_wantedQuantity);
    const QString quantity = hasWanted ? m_wantedQuantity : headline;
    const QSignalBlocker blocker(m_quantity);
    if (m_quantity->property("ids").toStringList() != there) {
        m_quantity->clear();
        for (const RunCurve& curve : lossCurves())
            if (there.contains(curve.id))
                m_quantity->addItem(curve.name, curve.id);
        if (there.size() > 1)
            m_quantity->addItem(tr("All curves"), kAllCurves);
        m_quantity->setProperty("ids", there);
    }
    m_quantity->setCurrentIndex(m_quantity->findData(quantity));
    return quantity;
}

void ChartPanel::showLoss(const RunSeries& series, const ShownRun& run)
{
    const QString quantity = quantityFor(series);
    if (std::exchange(m_drawnQuantity, quantity) != quantity)
        clearChart(m_loss);
    const int color = runColorIndex(run.folder);
    QList<RunCurve> curves = lossCurves();
    if (quantity == kAllCurves) {
        showCurves(m_loss, curves, series, color);
        return;
    }
    curves.removeIf([&](const RunCurve& curve) { return curve.id != quantity; });
    if (m_overlays.empty()) {
        showCurves(m_loss, curves, series, color);
        return;
    }
    const RunCurve& curve = curves.front();
    const auto putRun = [&](const QString& id, const QString& name, const RunSeries& of, int colorOfRun) {
        const auto moved = m_isOnRight.find(id);
        put(m_loss, {id, name, colorOfRun, moved != m_isOnRight.end() && moved->second, curve.isSmoothed}, of.of(quantity.toStdString()));
    };
    m_loss->setYAxis(curve.axis);
    m_loss->setRightAxis(curve.axis);
    putRun("this", run.name, series, color);
    for (const OverlaidRun& overlaid : m_overlays)
        putRun(overlaid.folder, overlaid.name, *overlaid.series, runColorIndex(overlaid.folder));
}

void ChartPanel::setOverlays(std::vector<OverlaidRun> overlays)
{
    m_overlays = std::move(overlays);
    clearChart(m_loss);
    Q_EMIT refreshWanted();
}

void ChartPanel::fillScaleMenu()
{
    m_scaleMenu->clear();
    for (const auto& [key, drawn] : m_drawn) {
        if (key.first != currentChart())
            continue;
        QAction* action = m_scaleMenu->addAction(tr("%1 on the right").arg(drawn.label));
        action->setCheckable(true);
        action->setChecked(drawn.isOnRight);
        connect(action, &QAction::toggled, this, [this, id = key.second](bool on) {
            m_isOnRight[id] = on;
            Q_EMIT refreshWanted();
        });
    }
}

void ChartPanel::openTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
    m_tabs->currentWidget()->setFocus();
}

std::optional<ChartPanel::Tab> ChartPanel::tabFor(const QString& code)
{
    static const QHash<QString, Tab> tabs = {{"non-finite", NoiseLevels}, {"slow-data", Speed},          {"slow-disk", Speed},
                                             {"collapse", Gradients},     {"hardly-changes", Gradients}, {"discriminator-wins", Gradients}};
    const auto tab = tabs.find(code);
    return tab == tabs.end() ? std::nullopt : std::optional(*tab);
}

void ChartPanel::openFor(const QString& code, qint64 images)
{
    const std::optional<Tab> tab = tabFor(code);
    if (!tab)
        return;
    m_tabs->setCurrentIndex(*tab);
    if (LineChart* chart = currentChart())
        chart->setMarkers({{double(images), tr("Warning"), -1}});
}

}  // namespace potstill
