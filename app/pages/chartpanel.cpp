#include "app/pages/chartpanel.h"

#include "widgets/heatmap.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace potstill {

namespace {

constexpr QSize kPaperSize(1200, 700);

LineChart* makeChart(const char* objectName, const QString& name, const QString& yTitle, const QString& unit = {})
{
    auto* chart = new LineChart;
    chart->setObjectName(objectName);
    chart->setAccessibleName(name);
    chart->setXAxis({ChartPanel::tr("Seen"), ChartPanel::tr("images")});
    chart->setYAxis({yTitle, unit});
    chart->setEmptyText(ChartPanel::tr("Nothing measured yet"));
    return chart;
}

/// Quantities that the loss chart can show, with their names for people.
QString quantityName(const QString& id)
{
    if (id == "loss")
        return ChartPanel::tr("Loss");
    if (id == "held_out_loss")
        return ChartPanel::tr("Held-out loss");
    if (id == "teacher_distance")
        return ChartPanel::tr("Distance to the teacher");
    if (id == "reconstruction")
        return ChartPanel::tr("Reconstruction");
    if (id == "adversarial")
        return ChartPanel::tr("Adversarial term");
    if (id == "discriminator")
        return ChartPanel::tr("Discriminator");
    return {};
}

const QStringList& quantities()
{
    static const QStringList all = {"loss", "teacher_distance", "held_out_loss", "reconstruction", "adversarial", "discriminator"};
    return all;
}

/// Measured now and then: shown as it is.
bool isSparse(const QString& id) { return id == "teacher_distance" || id == "held_out_loss"; }

QString clockText(double seconds)
{
    const auto s = qint64(seconds);
    return s < 3600 ? QString("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QChar('0')) : QString("%1:%2 h").arg(s / 3600).arg(s / 60 % 60, 2, 10, QChar('0'));
}

}  // namespace

ChartPanel::ChartPanel(QWidget* parent) : QWidget(parent)
{
    m_loss = makeChart("train.lossChart", tr("Loss over images seen"), tr("Loss"));
    m_loss->setRightAxis({tr("Right scale"), {}});
    m_loss->setSmoothing(0.9);
    m_loss->setLogY(true);
    m_levels = new HeatMap;
    m_levels->setObjectName("train.levelMap");
    m_levels->setAccessibleName(tr("Loss by noise level over the training"));
    m_levels->setTitles(tr("Seen (images)"), tr("Noise level"), tr("Loss"));
    m_levels->setEmptyText(tr("Nothing measured yet"));
    m_speed = makeChart("train.rateChart", tr("Speed over images seen"), tr("Speed"), tr("images/s"));
    m_gradients = makeChart("train.gradientChart", tr("Size of gradients and updates"), tr("Norm"));
    m_gradients->setLogY(true);
    m_gradients->setSmoothing(0.9);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName("train.tabs");
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_loss, tr("Loss"));
    m_tabs->addTab(m_levels, tr("By noise level"));
    m_tabs->addTab(m_speed, tr("Speed"));
    m_tabs->addTab(m_gradients, tr("Gradients"));
    buildTools();
    m_tabs->setCornerWidget(m_tools, Qt::TopRightCorner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);

    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        const LineChart* chart = currentChart();
        m_tools->setEnabled(chart != nullptr);
        m_quantity->setVisible(chart == m_loss);
        if (chart) {
            const QSignalBlocker x(m_logX), y(m_logY), s(m_smoothing), c(m_clip);
            m_logX->setChecked(chart->isLogX());
            m_logY->setChecked(chart->isLogY());
            m_smoothing->setCurrentIndex(std::max(0, m_smoothing->findData(chart->smoothing())));
            m_clip->setCurrentIndex(std::max(0, m_clip->findData(chart->outlierClip())));
        }
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
    m_quantity->addItem(tr("All curves"), QString());
    m_smoothing = combo("train.smoothing", tr("Smoothing; the raw trace stays pale behind"));
    for (const double s : {0.0, 0.6, 0.9, 0.97, 0.99})
        m_smoothing->addItem(s == 0 ? tr("Not smoothed") : tr("Smoothed %1").arg(s), s);
    m_smoothing->setCurrentIndex(2);
    m_clip = combo("train.clip", tr("Share of outliers that may leave the picture at each end"));
    for (const double c : {0.0, 0.01, 0.05})
        m_clip->addItem(c == 0 ? tr("All values") : tr("Without %1 % outliers").arg(100 * c), c);
    m_logX = button("train.logX", tr("log x"), nullptr, tr("Logarithmic x axis"));
    m_logX->setCheckable(true);
    m_logY = button("train.logY", tr("log y"), nullptr, tr("Logarithmic y axis"));
    m_logY->setCheckable(true);
    m_logY->setChecked(true);
    m_scales = button("train.scales", tr("Scales"), nullptr, tr("Which curves are measured on the right scale"));
    m_scales->setPopupMode(QToolButton::InstantPopup);
    m_scaleMenu = new QMenu(this);
    m_scales->setMenu(m_scaleMenu);
    m_fit = button("train.fitChart", {}, "fit", tr("Show everything again (0)"));
    m_export = button("train.exportChart", {}, "export", tr("Save the chart"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* kinds = new QMenu(this);
    for (const char* kind : {"SVG", "PNG", "CSV"})
        kinds->addAction(QString(kind), this, [this, kind] { exportChart(QString(kind).toLower()); });
    m_export->setMenu(kinds);

    connect(m_quantity, &QComboBox::activated, this, [this] {
        clearChart(m_loss);
        Q_EMIT refreshWanted();
    });
    connect(m_smoothing, &QComboBox::currentIndexChanged, this, &ChartPanel::takeTools);
    connect(m_clip, &QComboBox::currentIndexChanged, this, &ChartPanel::takeTools);
    connect(m_logX, &QToolButton::toggled, this, &ChartPanel::takeTools);
    connect(m_logY, &QToolButton::toggled, this, &ChartPanel::takeTools);
    connect(m_fit, &QToolButton::clicked, this, [this] {
        if (LineChart* chart = currentChart())
            chart->resetZoom();
    });
    connect(m_scaleMenu, &QMenu::aboutToShow, this, &ChartPanel::fillScaleMenu);
}

LineChart* ChartPanel::currentChart() const { return qobject_cast<LineChart*>(m_tabs->currentWidget()); }

void ChartPanel::takeTools()
{
    LineChart* chart = currentChart();
    if (!chart)
        return;
    chart->setSmoothing(m_smoothing->currentData().toDouble());
    chart->setOutlierClip(m_clip->currentData().toDouble());
    chart->setLogX(m_logX->isChecked());
    chart->setLogY(m_logY->isChecked());
}

void ChartPanel::clear()
{
    for (LineChart* chart : {m_loss, m_speed, m_gradients})
        clearChart(chart);
    m_levels->clear();
}

void ChartPanel::clearChart(LineChart* chart)
{
    chart->clear();
    std::erase_if(m_drawn, [chart](const auto& drawn) { return drawn.first.first == chart; });
}

void ChartPanel::put(LineChart* chart, const QString& id, const QString& label, const std::vector<SeriesPoint>& points, int color, bool smooth)
{
    if (points.empty())
        return;
    const Drawn now{label, points.size(), points.back(), color, m_onRight.count(id) > 0, !smooth && points.size() < 60};
    Drawn& before = m_drawn[{chart, id}];
    const bool hasOnlyGrown = before.count > 0 && before.count <= points.size() && before.label == label && before.color == color && before.isOnRight == now.isOnRight
                              && before.hasPoints == now.hasPoints && points[before.count - 1].x == before.last.x && points[before.count - 1].y == before.last.y;
    const std::size_t known = std::exchange(before, now).count;
    if (hasOnlyGrown) {
        if (known < points.size())
            chart->appendPoints(id, {points.begin() + std::ptrdiff_t(known), points.end()});
        return;
    }
    SeriesStyle style;
    style.colorIndex = color;
    style.smoothable = smooth;
    style.rightAxis = now.isOnRight;
    style.pointsShown = now.hasPoints;
    chart->setSeries(id, label, points, style);
}

void ChartPanel::show(const RunSeries& series, const QString& runName)
{
    const QWidget* shown = m_tabs->currentWidget();
    if (shown == m_loss)
        showLoss(series, runName);
    else if (shown == m_levels)
        showLevels(series);
    else if (shown == m_speed) {
        put(m_speed, "images_per_s", tr("Images per second"), series.of("images_per_s"), 0);
        put(m_speed, "data_wait_s", tr("Waiting for data (s)"), series.of("data_wait_s"), 1);
    } else {
        put(m_gradients, "grad_norm", tr("Gradient norm"), series.of("grad_norm"), 0);
        put(m_gradients, "grad_norm/discriminator", tr("Gradient norm of the discriminator"), series.of("grad_norm/discriminator"), 3);
        put(m_gradients, "update_ratio", tr("Update to weight"), series.of("update_ratio"), 1);
        put(m_gradients, "learning_rate", tr("Learning rate"), series.of("learning_rate"), 4, false);
        put(m_gradients, "diversity", tr("Diversity"), series.of("diversity"), 2);
        put(m_gradients, "discriminator_accuracy", tr("Discriminator is right"), series.of("discriminator_accuracy"), 5);
    }
    if (LineChart* chart = currentChart()) {
        const std::vector<SeriesPoint>& wall = series.of("wall_seconds");
        if (wall.empty())
            chart->setTopAxis({}, {});
        else
            chart->setTopAxis(tr("Training time"), [wall](double x) {
                const auto after = std::lower_bound(wall.begin(), wall.end(), x, [](const SeriesPoint& p, double v) { return p.x < v; });
                return after == wall.end() || x < wall.front().x * 0.5 ? QString() : clockText(after->y);
            });
    }
}

void ChartPanel::setQuantities(const RunSeries& series)
{
    QStringList there;
    for (const QString& id : quantities())
        if (!series.of(id.toStdString()).empty())
            there.append(id);
    if (m_quantity->property("ids").toStringList() == there)
        return;
    const QSignalBlocker blocker(m_quantity);
    const QString before = m_quantity->currentData().toString();
    m_quantity->clear();
    m_quantity->addItem(tr("All curves"), QString());
    for (const QString& id : there)
        m_quantity->addItem(quantityName(id), id);
    m_quantity->setCurrentIndex(std::max(0, m_quantity->findData(before)));
    m_quantity->setProperty("ids", there);
}

void ChartPanel::showLoss(const RunSeries& series, const QString& runName)
{
    setQuantities(series);
    QString chosen = m_quantity->currentData().toString();
    if (m_overlays.empty() && chosen.isEmpty()) {
        int color = 0;
        for (const QString& id : quantities())
            put(m_loss, id, quantityName(id), series.of(id.toStdString()), color++, !isSparse(id));
        m_loss->setYAxis({tr("Loss"), {}});
        return;
    }
    // One quantity of several runs; of a student the one that says most.
    if (chosen.isEmpty())
        chosen = series.of("teacher_distance").empty() ? "loss" : "teacher_distance";
    m_loss->setYAxis({quantityName(chosen), {}});
    put(m_loss, "this", runName, series.of(chosen.toStdString()), 0, !isSparse(chosen));
    int color = 1;
    for (const OverlaidRun& run : m_overlays)
        put(m_loss, run.folder, run.name, run.series.of(chosen.toStdString()), color++, !isSparse(chosen));
}

void ChartPanel::setOverlays(std::vector<OverlaidRun> overlays)
{
    m_overlays = std::move(overlays);
    clearChart(m_loss);
    Q_EMIT refreshWanted();
}

void ChartPanel::showLevels(const RunSeries& series)
{
    const std::vector<std::string> names = series.namesWith("loss/t");
    QStringList rows;
    std::map<double, std::vector<double>> columns;
    for (std::size_t row = 0; row < names.size(); ++row) {
        rows.append("t " + QString::fromStdString(names[row].substr(6)));
        for (const SeriesPoint& p : series.of(names[row])) {
            std::vector<double>& values = columns[p.x];
            values.resize(names.size(), std::nan(""));
            values[row] = p.y;
        }
    }
    std::vector<HeatColumn> data;
    data.reserve(columns.size());
    for (auto& [x, values] : columns)
        data.push_back({x, std::move(values)});
    m_levels->setData(rows, std::move(data));
}

void ChartPanel::fillScaleMenu()
{
    m_scaleMenu->clear();
    LineChart* chart = currentChart();
    for (const QString& id : chart ? chart->seriesIds() : QStringList()) {
        QAction* action = m_scaleMenu->addAction(tr("%1 on the right").arg(quantityName(id).isEmpty() ? id.section('/', -1) : quantityName(id)));
        action->setCheckable(true);
        action->setChecked(m_onRight.count(id) > 0);
        connect(action, &QAction::toggled, this, [this, id](bool on) {
            on ? void(m_onRight.insert(id)) : void(m_onRight.erase(id));
            Q_EMIT refreshWanted();
        });
    }
}

void ChartPanel::exportChart(const QString& kind)
{
    LineChart* chart = currentChart();
    const QString file = chart ? QFileDialog::getSaveFileName(this, tr("Save the chart"), chart->objectName().section('.', -1) + '.' + kind, QString("*.%1").arg(kind)) : QString();
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    const QByteArray content = kind == "svg" ? chart->toSvg(kPaperSize) : kind == "png" ? chart->toPng(kPaperSize) : chart->toCsv();
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size() || !out.commit())
        Q_EMIT problem(tr("%1 could not be written: %2").arg(file, out.errorString()));
}

void ChartPanel::openFor(const QString& warning)
{
    const bool isOfNoise = warning.contains("not finite");
    const bool isOfData = warning.contains("waits for data");
    const bool isOfNetworks = warning.contains("hardly changes") || warning.contains("discriminator") || warning.contains("grow alike");
    if (isOfNoise || isOfData || isOfNetworks)
        m_tabs->setCurrentIndex(isOfNoise ? NoiseLevels : isOfData ? Speed : Gradients);
}

}  // namespace potstill
