#pragma once

#include "widgets/chartmodel.h"
#include "widgets/theme.h"

#include <QMargins>

class QPainter;

namespace potstill {

/// How a chart looks for one theme: shared by the screen and by pictures for paper.
class ChartPainting final {
public:
    ChartPainting(const ChartModel& model, bool dark) : m_model(model), m_dark(dark), m_colors(Theme::colorsOf(dark)) {}

    /// Where the curves go inside a chart of this size.
    QRectF plotRect(const QSizeF& size) const;
    /// Ticks of the x axis for such a plot.
    std::vector<AxisTick> xTicks(const QRectF& plot) const;
    /// Their labels along the top, where there are any: of equal ones that follow each other only the first.
    std::vector<AxisTick> topTicks(const QRectF& plot) const;
    /// Titles, grid, axis labels, bands, markers: below the curves.
    void paintBelow(QPainter& painter, const QSizeF& size, const QRectF& plot) const;
    /// Dots, and names beside those of a reference: above the curves.
    void paintAbove(QPainter& painter, const QRectF& plot) const;
    /// Curves and legend, for pictures that QtCharts does not draw.
    void paintCurves(QPainter& painter, const QRectF& plot) const;
    void paintLegend(QPainter& painter, const QRectF& plot) const;
    /// Read-out at an x value: a line and a small table.
    void paintReadout(QPainter& painter, const QRectF& plot, double axisX) const;

    QPen penOf(const ChartSeries& series, const QList<QPointF>& line, const QRectF& plot) const;
    QColor colorOf(const ChartSeries& series) const { return Theme::seriesColorOf(m_dark, series.style.colorIndex); }
    QColor paleColorOf(const ChartSeries& series) const;
    QPointF position(const QPointF& axis, const QRectF& plot, bool rightAxis) const;

private:
    std::vector<AxisTick> yTicks(bool rightAxis, double height) const;
    /// Of the widest label that a plot of this height gets.
    int yLabelWidth(bool rightAxis, double height) const;

    const ChartModel& m_model;
    bool m_dark;
    const ThemeColors& m_colors;
};

}  // namespace potstill
