#include "widgets/chartview.h"

#include "widgets/accessible.h"
#include "widgets/stylepainting.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <limits>

namespace potstill {

ChartView::ChartView(ChartModel& model, QWidget* parent) : QChartView(parent), m_model(model), m_x(new QValueAxis), m_y(new QValueAxis), m_right(new QValueAxis)
{
    setAccessibleRole(this, QAccessible::Chart);
    auto* chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->legend()->hide();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->addAxis(m_x, Qt::AlignBottom);
    chart->addAxis(m_y, Qt::AlignLeft);
    chart->addAxis(m_right, Qt::AlignRight);
    for (QValueAxis* axis : {m_x, m_y, m_right}) {
        axis->setVisible(false);
        axis->setGridLineVisible(false);
    }
    setChart(chart);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    // The view alone takes the focus, and is what assistive technology finds. In this order: a widget hands its policy on to its proxy.
    viewport()->setFocusPolicy(Qt::NoFocus);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::NoContextMenu);  // it is the chart's
}

ChartView::Lines& ChartView::linesOf(const ChartSeries& series)
{
    for (Lines& lines : m_lines)
        if (lines.id == series.id)
            return lines;
    Lines lines;
    lines.id = series.id;
    lines.pale = new QLineSeries;
    lines.line = new QLineSeries;
    for (QLineSeries* s : {lines.pale, lines.line}) {
        chart()->addSeries(s);
        s->attachAxis(m_x);
        s->attachAxis(series.style.rightAxis ? m_right : m_y);
    }
    m_lines.push_back(lines);
    // QtCharts stacks series in the order of their coming: all strong lines come after all pale ones.
    for (const Lines& other : m_lines) {
        const QList<QAbstractAxis*> axes = other.line->attachedAxes();
        chart()->removeSeries(other.line);
        chart()->addSeries(other.line);
        for (QAbstractAxis* axis : axes)
            other.line->attachAxis(axis);
    }
    return m_lines.back();
}

void ChartView::dropLinesOfRemoved()
{
    std::erase_if(m_lines, [this](const Lines& lines) {
        const ChartSeries* series = m_model.find(lines.id);
        if (series && lines.line->attachedAxes().contains(series->style.rightAxis ? m_right : m_y))
            return false;
        for (QLineSeries* s : {lines.line, lines.pale}) {
            chart()->removeSeries(s);
            delete s;
        }
        return true;
    });
}

void ChartView::show(const QRectF& plot)
{
    m_plot = plot;
    dropLinesOfRemoved();
    chart()->setPlotArea(plot);
    m_x->setRange(m_model.x.low, m_model.x.high);
    m_y->setRange(m_model.y.low, m_model.y.high);
    m_right->setRange(m_model.right.low, m_model.right.high);
    const ChartPainting painting(m_model, Theme::instance().isDark());
    for (const ChartSeries& s : m_model.series) {
        Lines& lines = linesOf(s);
        const bool isShown = s.visible && s.style.lineShown;
        lines.pale->setPen(QPen(painting.paleColorOf(s), 1));
        lines.line->setPen(painting.penOf(s, s.line, plot));
        lines.pale->replace(isShown ? s.pale : QList<QPointF>());
        lines.line->replace(isShown ? s.line : QList<QPointF>());
    }
    viewport()->update();
}

void ChartView::drawBackground(QPainter* painter, const QRectF&)
{
    const Theme& theme = Theme::instance();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(viewport()->rect(), theme.colors().panel);
    ChartPainting(m_model, theme.isDark()).paintBelow(*painter, viewport()->size(), m_plot);
    painter->restore();
}

void ChartView::drawForeground(QPainter* painter, const QRectF&)
{
    const Theme& theme = Theme::instance();
    const ThemeColors& c = theme.colors();
    const ChartPainting painting(m_model, theme.isDark());
    painter->save();
    if (!m_model.isEmpty)
        painting.paintAbove(*painter, m_plot);
    if (m_drag == Drag::Zoom) {
        const QRectF band = QRectF(m_from, m_to).normalized() & m_plot;
        painter->fillRect(band, QColor(c.accent.red(), c.accent.green(), c.accent.blue(), 36));
        drawRounded(*painter, band, {}, c.accent, 0, 0);
    } else if (m_cursor && !m_model.isEmpty) {
        painting.paintReadout(*painter, m_plot, *m_cursor);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(*painter, viewport()->rect());
    painter->restore();
}

void ChartView::zoom(double factor, bool alsoY, const QPointF& around)
{
    if (m_model.isEmpty || !m_plot.isValid())
        return;
    const auto zoomed = [factor](const AxisRange& range, double share) {
        const double centre = range.at(share);
        return AxisRange{centre - (centre - range.low) / factor, centre + (range.high - centre) / factor};
    };
    m_model.zoomX = zoomed(m_model.x, std::clamp((around.x() - m_plot.left()) / m_plot.width(), 0.0, 1.0));
    if (alsoY)
        m_model.zoomY = zoomed(m_model.y, std::clamp((m_plot.bottom() - around.y()) / m_plot.height(), 0.0, 1.0));
    Q_EMIT rangeChanged();
}

void ChartView::panBy(double shareX, double shareY)
{
    const double dx = m_model.x.span() * shareX;
    m_model.zoomX = AxisRange{m_model.x.low + dx, m_model.x.high + dx};
    if (shareY != 0) {
        const double dy = m_model.y.span() * shareY;
        m_model.zoomY = AxisRange{m_model.y.low + dy, m_model.y.high + dy};
    }
    Q_EMIT rangeChanged();
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const double turn = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
    zoom(std::pow(1.2, turn), shift, event->position());
    event->accept();
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    m_from = m_to = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld))
        m_drag = Drag::Pan;
    else if (event->button() == Qt::LeftButton && m_plot.contains(m_from) && !m_model.isEmpty)
        m_drag = Drag::Zoom;
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::Pan) {
        const QPointF step = at - m_from;
        m_from = at;
        panBy(-step.x() / m_plot.width(), step.y() / m_plot.height());
        return;
    }
    m_to = at;
    if (m_plot.contains(at) && !m_model.isEmpty) {
        m_cursor = m_model.x.at((at.x() - m_plot.left()) / m_plot.width());
        Q_EMIT cursorMoved(m_model.valueX(*m_cursor));
    } else if (m_cursor) {
        m_cursor.reset();
        Q_EMIT cursorMoved(std::numeric_limits<double>::quiet_NaN());
    }
    viewport()->update();
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag was = m_drag;
    m_drag = Drag::None;
    unsetCursor();
    viewport()->update();
    if (was != Drag::Zoom)
        return;
    const QRectF band = QRectF(m_from, event->position()).normalized() & m_plot;
    if (band.width() < 5 && band.height() < 5) {
        for (std::size_t i = 0; i < m_model.markers.size(); ++i)
            if (m_model.isShowableX(m_model.markers[i].x)) {
                const double x = m_plot.left() + (m_model.axisX(m_model.markers[i].x) - m_model.x.low) / m_model.x.span() * m_plot.width();
                if (std::abs(x - event->position().x()) <= 4) {
                    Q_EMIT markerActivated(int(i));
                    return;
                }
            }
        return;
    }
    const AxisRange x = m_model.x;
    const AxisRange y = m_model.y;
    // A thin rectangle means one axis.
    if (band.width() >= 5)
        m_model.zoomX = AxisRange{x.at((band.left() - m_plot.left()) / m_plot.width()), x.at((band.right() - m_plot.left()) / m_plot.width())};
    if (band.height() >= 12)
        m_model.zoomY = AxisRange{y.at((m_plot.bottom() - band.bottom()) / m_plot.height()), y.at((m_plot.bottom() - band.top()) / m_plot.height())};
    Q_EMIT rangeChanged();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent*)
{
    m_drag = Drag::None;
    m_model.zoomX.reset();
    m_model.zoomY.reset();
    Q_EMIT rangeChanged();
}

void ChartView::leaveEvent(QEvent* event)
{
    if (m_cursor) {
        m_cursor.reset();
        Q_EMIT cursorMoved(std::numeric_limits<double>::quiet_NaN());
        viewport()->update();
    }
    QChartView::leaveEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.4, event->modifiers() & Qt::ShiftModifier && event->key() == Qt::Key_Equal, m_plot.center()); return;
    case Qt::Key_Minus: zoom(1 / 1.4, false, m_plot.center()); return;
    case Qt::Key_0:
        m_model.zoomX.reset();
        m_model.zoomY.reset();
        Q_EMIT rangeChanged();
        return;
    case Qt::Key_Left: panBy(-0.1, 0); return;
    case Qt::Key_Right: panBy(0.1, 0); return;
    case Qt::Key_Up: panBy(0, 0.1); return;
    case Qt::Key_Down: panBy(0, -0.1); return;
    case Qt::Key_Escape:
        if (m_drag != Drag::None) {
            m_drag = Drag::None;
            viewport()->update();
            return;
        }
        break;
    case Qt::Key_Space: m_spaceHeld = true; return;
    default: break;
    }
    event->ignore();
}

void ChartView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_spaceHeld = false;
    else
        event->ignore();
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    m_spaceHeld = false;
    QChartView::focusOutEvent(event);
    viewport()->update();
}

}  // namespace potstill
