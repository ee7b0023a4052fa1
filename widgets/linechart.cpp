#include "widgets/linechart.h"

#include "widgets/accessible.h"
#include "widgets/chartlegend.h"
#include "widgets/chartmodel.h"
#include "widgets/chartpainting.h"
#include "widgets/chartview.h"
#include "widgets/numbertext.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace potstill {
namespace {

constexpr int kRedrawMs = 60;

void dropNonFinite(std::vector<SeriesPoint>& points)
{
    std::erase_if(points, [](const SeriesPoint& p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
}

// The timer is not restarted while it runs: a stream of news must not put drawing off for ever.
void schedule(QTimer& timer)
{
    if (!timer.isActive())
        timer.start();
}

/// Columns series,x,y and, where there is a band, low,high.
QByteArray csvOf(const ChartModel& model)
{
    const bool hasBand = std::any_of(model.series.begin(), model.series.end(), [](const ChartSeries& s) { return s.visible && !s.band.empty(); });
    QByteArray out(hasBand ? "series,x,y,low,high\n" : "series,x,y\n");
    for (const ChartSeries& s : model.series) {
        if (!s.visible)
            continue;
        const QByteArray name = csvField(s.name);
        auto band = s.band.begin();
        for (const SeriesPoint& p : s.raw) {
            out += name + ',' + csvNumber(p.x) + ',' + csvNumber(p.y);
            while (band != s.band.end() && band->x < p.x)
                ++band;
            if (band != s.band.end() && band->x == p.x)
                out += ',' + csvNumber(band->low) + ',' + csvNumber(band->high);
            else if (hasBand)
                out += ",,";
            out += '\n';
        }
    }
    return out;
}

}  // namespace

struct LineChart::Private {
    ChartModel model;
    ChartView* view = nullptr;
    QTimer timer;
    std::vector<LegendEntry*> legend;
};

LineChart::LineChart(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>())
{
    setAccessibleRole(this, QAccessible::Grouping);
    d->view = new ChartView(d->model, this);
    d->view->setObjectName(QStringLiteral("chart.view"));
    d->view->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->view);
    setFocusProxy(d->view);
    d->model.emptyText = tr("Nothing to show yet.");
    d->timer.setSingleShot(true);
    d->timer.setInterval(kRedrawMs);
    connect(&d->timer, &QTimer::timeout, this, &LineChart::flush);
    connect(d->view, &ChartView::rangeChanged, this, [this] {
        draw(Detail::Moving);
        d->timer.start();  // at rest every pixel has its own again
        Q_EMIT visibleRangeChanged();
    });
    connect(d->view, &ChartView::cursorMoved, this, &LineChart::cursorMoved);
    connect(d->view, &ChartView::markerActivated, this, &LineChart::markerActivated);
    connect(&Theme::instance(), &Theme::changed, this, [this] { schedule(d->timer); });
    setAccessibleName(tr("Chart"));
    d->timer.start();
}

LineChart::~LineChart() = default;

void LineChart::setTitle(const QString& title)
{
    d->model.title = title;
    setAccessibleName(title.isEmpty() ? tr("Chart") : title);
    schedule(d->timer);
}

QString LineChart::title() const { return d->model.title; }

void LineChart::setXAxis(const AxisTitle& title)
{
    if (d->model.xTitle == title)
        return;
    d->model.xTitle = title;
    schedule(d->timer);
}

void LineChart::setYAxis(const AxisTitle& title)
{
    if (d->model.yTitle == title)
        return;
    d->model.yTitle = title;
    schedule(d->timer);
}

void LineChart::setRightAxis(const AxisTitle& title)
{
    if (d->model.rightTitle == title)
        return;
    d->model.rightTitle = title;
    schedule(d->timer);
}

void LineChart::setTopAxis(const QString& title, std::function<QString(double)> label)
{
    d->model.topTitle = title;
    d->model.topLabel = std::move(label);
    schedule(d->timer);
}

void LineChart::setSeries(const QString& id, const QString& name, std::vector<SeriesPoint> points, const SeriesStyle& style)
{
    dropNonFinite(points);
    ChartSeries* series = d->model.find(id);
    if (!series) {
        d->model.series.emplace_back();
        series = &d->model.series.back();
        series->id = id;
    }
    series->name = name;
    series->style = style;
    series->raw = std::move(points);
    series->dirty = true;
    schedule(d->timer);
}

void LineChart::appendPoints(const QString& id, const std::vector<SeriesPoint>& points)
{
    ChartSeries* series = d->model.find(id);
    if (!series)
        return;
    for (const SeriesPoint& p : points)
        if (std::isfinite(p.x) && std::isfinite(p.y) && (series->raw.empty() || p.x >= series->raw.back().x))
            d->model.append(*series, p);
    schedule(d->timer);
}

void LineChart::setBand(const QString& id, std::vector<BandPoint> band)
{
    if (ChartSeries* series = d->model.find(id)) {
        series->band = std::move(band);
        schedule(d->timer);
    }
}

void LineChart::removeSeries(const QString& id)
{
    std::erase_if(d->model.series, [&](const ChartSeries& s) { return s.id == id; });
    schedule(d->timer);
}

void LineChart::clear()
{
    d->model.series.clear();
    d->model.markers.clear();
    d->model.zoomX.reset();
    d->model.zoomY.reset();
    schedule(d->timer);
}

AxisTitle LineChart::yAxis() const { return d->model.yTitle; }
AxisTitle LineChart::rightAxis() const { return d->model.rightTitle; }

std::optional<SeriesStyle> LineChart::seriesStyle(const QString& id) const
{
    const ChartSeries* series = d->model.find(id);
    return series ? std::optional(series->style) : std::nullopt;
}

QStringList LineChart::seriesIds() const
{
    QStringList ids;
    for (const ChartSeries& s : d->model.series)
        ids << s.id;
    return ids;
}

std::vector<SeriesPoint> LineChart::points(const QString& id) const
{
    const ChartSeries* series = d->model.find(id);
    return series ? series->raw : std::vector<SeriesPoint>();
}

bool LineChart::isSeriesVisible(const QString& id) const
{
    const ChartSeries* series = d->model.find(id);
    return series && series->visible;
}

void LineChart::setSeriesVisible(const QString& id, bool visible)
{
    ChartSeries* series = d->model.find(id);
    if (!series || series->visible == visible)
        return;
    series->visible = visible;
    flush();
    Q_EMIT seriesVisibilityChanged(id, visible);
}

void LineChart::setMarkers(std::vector<ChartMarker> markers)
{
    d->model.markers = std::move(markers);
    schedule(d->timer);
}

void LineChart::setThreshold(std::optional<double> y, const QString& label)
{
    d->model.threshold = y;
    d->model.thresholdLabel = label;
    schedule(d->timer);
}

void LineChart::setSmoothing(double smoothing)
{
    d->model.smoothing = std::clamp(smoothing, 0.0, 0.9999);
    d->model.markAllDirty();
    schedule(d->timer);
}

double LineChart::smoothing() const { return d->model.smoothing; }

void LineChart::setLogX(bool on)
{
    if (d->model.logX == on)
        return;
    d->model.logX = on;
    d->model.zoomX.reset();
    d->model.markAllDirty();
    schedule(d->timer);
}

bool LineChart::isLogX() const { return d->model.logX; }

void LineChart::setLogY(bool on)
{
    if (d->model.logY == on)
        return;
    d->model.logY = on;
    d->model.zoomY.reset();
    d->model.markAllDirty();
    schedule(d->timer);
}

bool LineChart::isLogY() const { return d->model.logY; }

void LineChart::setLogRight(bool on)
{
    if (d->model.logRight == on)
        return;
    d->model.logRight = on;
    d->model.zoomY.reset();
    d->model.markAllDirty();
    schedule(d->timer);
}

bool LineChart::isLogRight() const { return d->model.logRight; }

void LineChart::setOutlierClip(double share)
{
    d->model.outlierClip = std::clamp(share, 0.0, 0.25);
    schedule(d->timer);
}

double LineChart::outlierClip() const { return d->model.outlierClip; }

void LineChart::setLegendShown(bool shown)
{
    d->model.legendShown = shown;
    schedule(d->timer);
}

void LineChart::setLegendAbove(bool above)
{
    d->model.legendAbove = above;
    schedule(d->timer);
}

void LineChart::setCompact(bool compact)
{
    d->model.compact = compact;
    updateGeometry();
    schedule(d->timer);
}

void LineChart::setEmptyText(const QString& text)
{
    d->model.emptyText = text;
    schedule(d->timer);
}

void LineChart::setXRange(std::optional<double> low, std::optional<double> high)
{
    d->model.fixedX0 = low;
    d->model.fixedX1 = high;
    schedule(d->timer);
}

void LineChart::setYRange(std::optional<double> low, std::optional<double> high)
{
    d->model.fixedY0 = low;
    d->model.fixedY1 = high;
    schedule(d->timer);
}

void LineChart::resetZoom()
{
    d->model.zoomX.reset();
    d->model.zoomY.reset();
    flush();
    Q_EMIT visibleRangeChanged();
}

void LineChart::zoomBy(double factor)
{
    flush();
    d->view->zoom(factor, false, d->view->plot().center());
}

bool LineChart::isZoomed() const { return d->model.zoomX || d->model.zoomY; }

QRectF LineChart::visibleRange() const
{
    const ChartModel& m = d->model;
    return QRectF(QPointF(m.valueX(m.x.low), m.valueY(m.y.low)), QPointF(m.valueX(m.x.high), m.valueY(m.y.high)));
}

void LineChart::flush() { draw(Detail::Full); }

void LineChart::draw(Detail detail)
{
    d->timer.stop();
    const QSizeF size = d->view->viewport()->size();
    // While a person drags or turns the wheel two pixels share a column: QtCharts takes half as long.
    d->model.prepare(std::size_t(std::max(16.0, size.width() * devicePixelRatioF() / (detail == Detail::Moving ? 2 : 1))));
    const ChartPainting painting(d->model, Theme::instance().isDark());
    const QRectF plot = painting.plotRect(size);
    d->view->show(plot);

    std::vector<LegendEntry*> kept;
    int count = 0;
    for (const ChartSeries& s : d->model.series)
        count += s.style.inLegend ? 1 : 0;
    int width = 0, height = 0, total = 0;
    for (const ChartSeries& s : d->model.series) {
        if (!s.style.inLegend || !d->model.legendShown || d->model.compact || count < 2)
            continue;
        const auto it = std::find_if(d->legend.begin(), d->legend.end(), [&](const LegendEntry* e) { return e && e->id() == s.id; });
        LegendEntry* entry = nullptr;
        if (it != d->legend.end()) {
            entry = *it;
            *it = nullptr;
        } else {
            entry = new LegendEntry(s.id, d->view->viewport());
            connect(entry, &QAbstractButton::toggled, this, [this, entry](bool on) { setSeriesVisible(entry->id(), on); });
            entry->show();
        }
        const QSignalBlocker blocker(entry);
        entry->setChecked(s.visible);
        entry->setSeries(s.name, s.style, painting.penOf(s, {}, plot));
        width = std::max(width, entry->sizeHint().width());
        height += entry->sizeHint().height();
        total += entry->sizeHint().width();
        kept.push_back(entry);
    }
    for (LegendEntry* entry : d->legend)
        if (entry)
            entry->deleteLater();
    d->legend = kept;
    // Above the plot they share the line with the title of the axis.
    const double room = plot.right() - QFontMetrics(Theme::instance().font(FontSize::Caption)).horizontalAdvance(d->model.yTitle.text) - 12;
    const double share = std::min(1.0, std::max(room, 0.0) / std::max(1, total));
    double x = plot.right(), y = plot.top() + 4 + height;
    for (auto entry = d->legend.rbegin(); entry != d->legend.rend(); ++entry) {
        const QSize wanted = (*entry)->sizeHint();
        if (d->model.legendAbove) {
            const int entryWidth = int(share * wanted.width());
            x -= entryWidth;
            (*entry)->setGeometry(int(x), int(plot.top()) - wanted.height(), entryWidth, wanted.height());
        } else {
            y -= wanted.height();
            (*entry)->setGeometry(int(plot.right()) - width - 4, int(y), width, wanted.height());
        }
    }

    QStringList lines;
    for (const ChartSeries& s : d->model.series)
        if (s.visible && !s.raw.empty()) {
            QString line = tr("%1: %2 at %3").arg(s.name, numberText(s.raw.back().y, 'g', 4), siText(s.raw.back().x, d->model.xTitle.unit));
            // What is in sight, at full resolution: the decimated trace keeps the extremes.
            const QList<QPointF>& shown = s.pale.isEmpty() ? s.line : s.pale;
            const auto [low, high] = std::minmax_element(shown.begin(), shown.end(), [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
            const auto value = [&](double axis) { return numberText(d->model.isLog(s.style.rightAxis) ? std::pow(10.0, axis) : axis, 'g', 4); };
            if (low != shown.end())
                line += QStringLiteral(", ") + tr("from %1 to %2").arg(value(low->y()), value(high->y()));
            lines << line;
        }
    const QString description = lines.isEmpty() ? d->model.emptyText : lines.join(QStringLiteral("; "));
    setAccessibleDescription(description);
    d->view->setAccessibleName(accessibleName());
    d->view->setAccessibleDescription(description);
}

ChartPaper LineChart::paper(const QSize& size) const
{
    constexpr std::size_t kColumnsPerPixel = 2;  // as fine as the sharpest picture
    auto model = std::make_shared<ChartModel>(d->model);
    model->prepare(std::size_t(size.width()) * kColumnsPerPixel);
    if (model->topLabel) {
        // It may read what belongs to this thread: asked now for all that will be drawn.
        const ChartPainting painting(*model, false);
        std::map<double, QString> labels;
        for (const AxisTick& tick : painting.xTicks(painting.plotRect(size)))
            labels[model->valueX(tick.at)] = model->topLabel(model->valueX(tick.at));
        model->topLabel = [labels = std::move(labels)](double x) {
            const auto label = labels.find(x);
            return label != labels.end() ? label->second : QString();
        };
    }
    ChartPaper paper;
    paper.title = model->title;
    paper.size = size;
    paper.paint = [model, size](QPainter& painter) {
        const ChartPainting painting(*model, false);
        const QRectF plot = painting.plotRect(size);
        painting.paintBelow(painter, size, plot);
        painting.paintCurves(painter, plot);
        painting.paintAbove(painter, plot);
        if (model->series.size() > 1)
            painting.paintLegend(painter, plot);
    };
    paper.csv = [model] { return csvOf(*model); };
    return paper;
}

QSize LineChart::sizeHint() const { return d->model.compact ? QSize(280, 160) : QSize(560, 280); }

QSize LineChart::minimumSizeHint() const { return d->model.compact ? QSize(160, 96) : QSize(240, 140); }

void LineChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    schedule(d->timer);
}

void LineChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        schedule(d->timer);
}

void LineChart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    flush();
}

bool LineChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == d->view && event->type() == QEvent::Resize)
        schedule(d->timer);
    return QWidget::eventFilter(watched, event);
}

}  // namespace potstill
