#pragma once

#include "widgets/chartmodel.h"
#include "widgets/chartpainting.h"

#include <QChartView>

class QLineSeries;
class QValueAxis;

namespace potstill {

/// The QtCharts side of a LineChart: draws the model's curves, paints the rest around them, and turns mouse and keys into zooms of the model.
class ChartView final : public QChartView {
    Q_OBJECT
public:
    ChartView(ChartModel& model, QWidget* parent);

    /// Hands the prepared lines to QtCharts.
    void show(const QRectF& plot);
    const QRectF& plot() const { return m_plot; }
    void zoom(double factor, bool alsoY, const QPointF& around);
    void panBy(double shareX, double shareY);
    bool hasRubberBand() const { return m_drag == Drag::Zoom; }

Q_SIGNALS:
    /// The visible range was changed by a person; the lines must be prepared anew.
    void rangeChanged();
    void cursorMoved(double x);
    void markerActivated(int index);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag { None, Zoom, Pan };
    struct Lines {
        QString id;
        QLineSeries* line = nullptr;
        QLineSeries* pale = nullptr;
    };

    Lines& linesOf(const ChartSeries& series);
    void dropLinesOfRemoved();

    ChartModel& m_model;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QValueAxis* m_right;
    std::vector<Lines> m_lines;
    QRectF m_plot;
    Drag m_drag = Drag::None;
    bool m_spaceHeld = false;
    QPointF m_from;
    QPointF m_to;
    std::optional<double> m_cursor;  // axis coordinate
};

}  // namespace potstill
