#pragma once

#include "widgets/theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace potstill {

/// One column of a heat map: a value for each row, NaN where there is none.
struct HeatColumn {
    double x = 0;
    std::vector<double> values;
};

/// What a heat map shows, free of widgets.
struct HeatMapModel {
    QStringList rows;  ///< the first is at the bottom
    std::vector<HeatColumn> columns;
    QString xTitle, yTitle, valueTitle;
    double low = 0, high = 0;  ///< lowest and highest finite positive value

    bool isEmpty() const { return columns.empty() || rows.isEmpty(); }
    void widenRange(const HeatColumn& column);
};

/// How a heat map that is not empty looks for one theme: shared by the screen and by pictures for paper.
class HeatMapPainting final {
public:
    HeatMapPainting(const HeatMapModel& model, bool isDark) : m_model(model), m_colors(Theme::colorsOf(isDark)) {}

    /// Where the cells go inside a map of this size.
    QRectF plotRect(const QSizeF& size) const;
    /// Cells, axes and the scale of shades.
    void paint(QPainter& painter, const QRectF& plot) const;

private:
    QColor colorOf(double value) const;
    void paintCells(QPainter& painter, const QRectF& plot) const;
    void paintScale(QPainter& painter, const QRectF& plot) const;

    const HeatMapModel& m_model;
    const ThemeColors& m_colors;
};

}  // namespace potstill
