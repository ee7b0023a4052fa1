#include "widgets/chartmodel.h"

#include <algorithm>

namespace potstill {
namespace {

constexpr std::size_t kQuantileSample = 4000;

bool byX(const SeriesPoint& point, double x) { return point.x < x; }

// A range that is never empty, with a little air.
AxisRange padded(double low, double high, double share)
{
    if (!(high >= low))
        return {0, 1};
    double span = high - low;
    if (span <= 0)
        span = low == 0 ? 1 : std::abs(low) * 0.1;
    if (high == low)
        return {low - span / 2, high + span / 2};
    return {low - share * span, high + share * span};
}

}  // namespace

ChartSeries* ChartModel::find(const QString& id)
{
    const auto it = std::find_if(series.begin(), series.end(), [&](const ChartSeries& s) { return s.id == id; });
    return it == series.end() ? nullptr : &*it;
}

const ChartSeries* ChartModel::find(const QString& id) const { return const_cast<ChartModel*>(this)->find(id); }

void ChartModel::markAllDirty()
{
    for (ChartSeries& s : series)
        s.dirty = true;
}

void ChartModel::append(ChartSeries& s, const SeriesPoint& point)
{
    s.raw.push_back(point);
    if (s.dirty || s.isFiltered || !isShowableX(point.x) || !isShowableY(point.y, s.style.rightAxis)) {
        s.dirty = true;
        return;
    }
    if (s.smooth.empty()) {
        s.dirty = s.dirty || (smoothing > 0 && s.style.smoothable);  // the first point
        return;
    }
    // smoothed() carried on: its mean is not corrected for its start, which weighs 1 - smoothing^n.
    const double weight = 1 - std::pow(smoothing, double(s.smooth.size()));
    const double mean = smoothing * s.smooth.back().y * weight + (1 - smoothing) * point.y;
    s.smooth.push_back({point.x, mean / (smoothing * weight + 1 - smoothing)});
}

void ChartModel::prepareSeries(ChartSeries& s)
{
    if (!s.dirty)
        return;
    s.dirty = false;
    const bool onRight = s.style.rightAxis;
    const auto isHidden = [&](const SeriesPoint& p) { return !isShowableX(p.x) || !isShowableY(p.y, onRight); };
    s.isFiltered = (logX || isLog(onRight)) && std::any_of(s.raw.begin(), s.raw.end(), isHidden);
    s.filtered.clear();
    if (s.isFiltered)
        std::copy_if(s.raw.begin(), s.raw.end(), std::back_inserter(s.filtered), [&](const SeriesPoint& p) { return !isHidden(p); });
    if (smoothing > 0 && s.style.smoothable)
        s.smooth = smoothed(s.shown(), smoothing);
    else
        s.smooth.clear();
}

AxisRange ChartModel::fullX() const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    bool hasDots = false;  // which would be cut in half at the edge
    for (const ChartSeries& s : series) {
        if (!s.visible)
            continue;
        if (!s.shown().empty()) {
            hasDots = hasDots || !s.style.lineShown;
            low = std::min(low, s.shown().front().x);
            high = std::max(high, s.shown().back().x);
        }
        for (const BandPoint& b : s.band)
            if (isShowableX(b.x)) {
                low = std::min(low, b.x);
                high = std::max(high, b.x);
            }
    }
    for (const ChartMarker& m : markers)
        if (isShowableX(m.x) && low > high) {
            low = std::min(low, m.x);
            high = std::max(high, m.x);
        }
    if (low > high)
        return {0, 1};
    if (low == high)
        high = low + std::max(10.0, std::abs(low));  // a run that has just begun
    if (fixedX0 && isShowableX(*fixedX0))
        low = *fixedX0;
    if (fixedX1 && isShowableX(*fixedX1))
        high = *fixedX1;
    return padded(axisX(low), axisX(high), hasDots && !fixedX0 && !fixedX1 ? 0.05 : 0);
}

AxisRange ChartModel::fittingY(bool rightAxis) const
{
    std::vector<double> values;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const ChartSeries& s : series) {
        if (!s.visible || s.style.rightAxis != rightAxis)
            continue;
        for (const QPointF& p : s.line)
            if (p.x() >= x.low && p.x() <= x.high) {
                low = std::min(low, p.y());
                high = std::max(high, p.y());
            }
        for (const QList<QPointF>* edge : {&s.bandLow, &s.bandHigh})
            for (const QPointF& p : *edge)
                if (p.x() >= x.low && p.x() <= x.high) {
                    low = std::min(low, p.y());
                    high = std::max(high, p.y());
                }
        // The raw trace may leave the picture at its spikes when a smooth line tells the story.
        const double clip = s.pale.isEmpty() ? outlierClip : std::max(outlierClip, 0.01);
        if (clip <= 0)
            continue;
        const auto& points = s.shown();
        const auto begin = std::lower_bound(points.begin(), points.end(), valueX(x.low), byX);
        const auto end = std::upper_bound(begin, points.end(), valueX(x.high), [](double v, const SeriesPoint& p) { return v < p.x; });
        const auto count = std::size_t(end - begin);
        const std::size_t stride = std::max<std::size_t>(1, count / kQuantileSample);
        for (std::size_t i = 0; i < count; i += stride)
            values.push_back(axisY((begin + std::ptrdiff_t(i))->y, rightAxis));
        if (s.pale.isEmpty())
            continue;
    }
    if (!values.empty()) {
        const double clip = std::max(outlierClip, smoothing > 0 ? 0.01 : 0.0);
        const double lowClip = quantile(values, clip);
        const double highClip = quantile(values, 1 - clip);
        if (outlierClip > 0) {
            low = lowClip;
            high = highClip;
        } else {
            low = std::min(low, lowClip);
            high = std::max(high, highClip);
        }
    }
    if (threshold && !rightAxis && isShowableY(*threshold)) {
        low = std::min(low, axisY(*threshold));
        high = std::max(high, axisY(*threshold));
    }
    AxisRange range = padded(low, high, 0.05);
    if (!rightAxis && fixedY0 && isShowableY(*fixedY0))
        range.low = axisY(*fixedY0);
    if (!rightAxis && fixedY1 && isShowableY(*fixedY1))
        range.high = axisY(*fixedY1);
    return range.span() > 0 ? range : AxisRange{range.low, range.low + 1};
}

QList<QPointF> ChartModel::lineOf(const std::vector<SeriesPoint>& points, bool rightAxis, std::size_t columns) const
{
    QList<QPointF> out;
    const auto add = [&](const std::vector<SeriesPoint>& some) {
        for (const SeriesPoint& p : some)
            out.append({axisX(p.x), axisY(p.y, rightAxis)});
    };
    if (!logX) {
        add(decimated(points, x.low, x.high, columns));
        return out;
    }
    // Equal counts per column would starve the early decades: one stretch of the axis after the other.
    const std::size_t stretches = std::clamp<std::size_t>(columns / 8, 1, 64);
    for (std::size_t i = 0; i < stretches; ++i) {
        const double from = valueX(x.at(double(i) / double(stretches)));
        const double to = valueX(x.at(double(i + 1) / double(stretches)));
        std::vector<SeriesPoint> part = decimated(points, from, to, std::max<std::size_t>(columns / stretches, 2));
        // Neighbouring stretches share their border points.
        if (!out.isEmpty())
            std::erase_if(part, [&](const SeriesPoint& p) { return axisX(p.x) <= out.last().x(); });
        add(part);
    }
    return out;
}

void ChartModel::prepare(std::size_t columns)
{
    columns = std::max<std::size_t>(columns, 16);
    isEmpty = true;
    hasRight = false;
    for (ChartSeries& s : series) {
        prepareSeries(s);
        if (s.visible && (!s.shown().empty() || !s.band.empty()))
            isEmpty = false;
    }
    if (!logX && fixedX0 && fixedX1 && !markers.empty())
        isEmpty = false;
    x = zoomX ? *zoomX : fullX();
    for (ChartSeries& s : series) {
        s.line.clear();
        s.pale.clear();
        s.bandLow.clear();
        s.bandHigh.clear();
        if (!s.visible)
            continue;
        hasRight = hasRight || s.style.rightAxis;
        if (s.smooth.empty()) {
            s.line = lineOf(s.shown(), s.style.rightAxis, columns);
        } else {
            s.line = lineOf(s.smooth, s.style.rightAxis, columns);
            s.pale = lineOf(s.shown(), s.style.rightAxis, columns);
        }
        const std::size_t stride = std::max<std::size_t>(1, s.band.size() / (2 * columns));
        for (std::size_t i = 0; i < s.band.size(); i += stride) {
            const BandPoint& b = s.band[i];
            const bool onRight = s.style.rightAxis;
            if (!isShowableX(b.x) || !isShowableY(b.low, onRight) || !isShowableY(b.high, onRight))
                continue;
            s.bandLow.append({axisX(b.x), axisY(b.low, onRight)});
            s.bandHigh.append({axisX(b.x), axisY(b.high, onRight)});
        }
    }
    y = zoomY ? *zoomY : fittingY(false);
    if (hasRight) {
        right = fittingY(true);
        if (zoomY) {
            // Both y axes zoom together.
            const AxisRange full = fittingY(false);
            const AxisRange before = right;
            right = {before.at((y.low - full.low) / full.span()), before.at((y.high - full.low) / full.span())};
        }
    }
}

const SeriesPoint* ChartModel::nearest(const ChartSeries& s, double at) const
{
    const std::vector<SeriesPoint>& points = s.smooth.empty() ? s.shown() : s.smooth;
    if (points.empty())
        return nullptr;
    auto it = std::lower_bound(points.begin(), points.end(), at, byX);
    if (it == points.end() || (it != points.begin() && at - (it - 1)->x < it->x - at))
        --it;
    return &*it;
}

}  // namespace potstill
