#pragma once

#include "widgets/linechart.h"

#include <QAbstractButton>
#include <QPen>

class QPainter;

namespace potstill {

/// A series as it is drawn: a piece of its line across `place`, or one of its dots in the middle. `ground`: within a ring.
void drawLegendMark(QPainter& painter, const QRectF& place, const SeriesStyle& style, const QPen& pen, const QColor& ground);

/// One entry of a chart's legend: a piece of its line or a dot, and the name; unchecked = the series is hidden.
class LegendEntry final : public QAbstractButton {
    Q_OBJECT
public:
    LegendEntry(const QString& id, QWidget* parent);

    const QString& id() const { return m_id; }
    void setSeries(const QString& name, const SeriesStyle& style, const QPen& pen);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
    SeriesStyle m_style;
    QPen m_pen;
};

}  // namespace potstill
