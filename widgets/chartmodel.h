#pragma once

#include "widgets/chartaxis.h"
#include "widgets/linechart.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <cmath>

namespace potstill {

struct ChartSeries {
    QString id;
    QString name;
    SeriesStyle style;
    std::vector<SeriesPoint> raw;  // finite, sorted by x
    std::vector<BandPoint> band;
    bool visible = true;

    // Made by ChartModel::prepare.
    bool dirty = true;
    bool isFiltered = false;
    std::vector<SeriesPoint> filtered;  // raw without what the axes cannot show, where that differs
    std::vector<SeriesPoint> smooth;
    QList<QPointF> line;  // decimated, axis coordinates
    QList<QPointF> pale;
    QList<QPointF> bandLow, bandHigh;

    const std::vector<SeriesPoint>& shown() const { return isFiltered ? filtered : raw; }
};

struct AxisRange {
    double low = 0, high = 1;
    double span() const { return high - low; }
    double at(double share) const { return low + share * span(); }
};

/// Everything a chart shows, free of widgets: data, settings, and what prepare() made of them for a width in pixels.
struct ChartModel {
    std::vector<ChartSeries> series;
    std::vector<ChartMarker> markers;
    std::optional<double> threshold;
    QString thresholdLabel;
    QString title, emptyText, topTitle;
    AxisTitle xTitle, yTitle, rightTitle;
    std::function<QString(double)> topLabel;
    double smoothing = 0, outlierClip = 0;
    bool logX = false, logY = false, logRight = false, legendShown = true, legendAbove = false, compact = false;
    std::optional<double> fixedX0, fixedX1, fixedY0, fixedY1;
    /// Ranges that a person chose, axis coordinates.
    std::optional<AxisRange> zoomX, zoomY;

    AxisRange x, y, right;
    bool hasRight = false;
    bool isEmpty = true;

    /// At the end of a series: a long one that is drawn already is not made anew for it.
    void append(ChartSeries& s, const SeriesPoint& point);
    ChartSeries* find(const QString& id);
    const ChartSeries* find(const QString& id) const;
    double axisX(double value) const { return logX ? std::log10(value) : value; }
    bool isLog(bool rightAxis) const { return rightAxis ? logRight : logY; }
    double axisY(double value, bool rightAxis = false) const { return isLog(rightAxis) ? std::log10(value) : value; }
    double valueX(double axis) const { return logX ? std::pow(10.0, axis) : axis; }
    double valueY(double axis) const { return logY ? std::pow(10.0, axis) : axis; }
    bool isShowableX(double value) const { return std::isfinite(value) && (!logX || value > 0); }
    bool isShowableY(double value, bool rightAxis = false) const { return std::isfinite(value) && (!isLog(rightAxis) || value > 0); }

    void markAllDirty();
    /// Ranges and decimated lines for a plot of this width.
    void prepare(std::size_t columns);
    /// The shown point (values) of a series nearest to x; nullptr without points.
    const SeriesPoint* nearest(const ChartSeries& series, double x) const;

private:
    void prepareSeries(ChartSeries& series);
    AxisRange fullX() const;
    AxisRange fittingY(bool rightAxis) const;
    QList<QPointF> lineOf(const std::vector<SeriesPoint>& points, bool rightAxis, std::size_t columns) const;
};

}  // namespace potstill
