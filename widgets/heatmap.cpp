#include "widgets/heatmap.h"

#include "widgets/accessible.h"
#include "widgets/linechart.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <memory>

namespace potstill {

HeatMap::HeatMap(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("Heat map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HeatMap::setData(const QStringList& rows, std::vector<HeatColumn> columns)
{
    m_model.rows = rows;
    m_model.columns = std::move(columns);
    m_model.low = m_model.high = 0;
    for (const HeatColumn& c : m_model.columns)
        m_model.widenRange(c);
    m_cursorColumn = std::min(m_cursorColumn, int(m_model.columns.size()) - 1);
    m_cursorRow = std::min(m_cursorRow, int(m_model.rows.size()) - 1);
    describe();
    update();
}

void HeatMap::append(const std::vector<HeatColumn>& columns)
{
    for (const HeatColumn& c : columns) {
        m_model.columns.push_back(c);
        m_model.widenRange(c);
    }
    describe();
    update();
}

void HeatMap::setTitles(const QString& x, const QString& y, const QString& value)
{
    m_model.xTitle = x;
    m_model.yTitle = y;
    m_model.valueTitle = value;
    describe();
    update();
}

void HeatMap::setEmptyText(const QString& text)
{
    m_emptyText = text;
    describe();
    update();
}

QString HeatMap::readOut() const
{
    if (m_cursorColumn < 0 || m_cursorRow < 0)
        return {};
    const HeatColumn& column = m_model.columns[std::size_t(m_cursorColumn)];
    const double value = column.values[std::size_t(m_cursorRow)];
    return tr("%1 · %2 · %3").arg(siText(column.x), m_model.rows[m_cursorRow], std::isfinite(value) ? siText(value) : tr("no value"));
}

QRectF HeatMap::plot() const { return HeatMapPainting(m_model, false).plotRect(size()); }

void HeatMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ThemeColors& colors = Theme::instance().colors();
    painter.setFont(Theme::instance().font(FontSize::Caption));
    if (isEmpty()) {
        painter.setPen(colors.secondary);
        painter.drawText(rect(), Qt::AlignCenter, m_emptyText);
        return;
    }
    const QRectF area = plot();
    HeatMapPainting(m_model, Theme::instance().isDark()).paint(painter, area);
    painter.setPen(colors.text);
    painter.drawText(QRectF(area.left(), 4, area.width() / 2, painter.fontMetrics().height()), Qt::AlignLeft, readOut());
    if (m_cursorColumn >= 0 && m_cursorRow >= 0) {
        const double x0 = m_model.columns.front().x, x1 = m_model.columns.back().x, rowHeight = area.height() / double(m_model.rows.size());
        const double x = area.left() + area.width() * (m_model.columns[std::size_t(m_cursorColumn)].x - x0) / std::max(1.0, x1 - x0);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.drawRect(QRectF(x - 3, area.bottom() - (m_cursorRow + 1) * rowHeight, 6, rowHeight));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(-1, -1, 1, 1));
    }
}

ChartPaper HeatMap::paper(const QSize& size) const
{
    const auto model = std::make_shared<const HeatMapModel>(m_model);
    ChartPaper paper;
    paper.title = accessibleName();
    paper.size = size;
    paper.paint = [model, size, emptyText = m_emptyText](QPainter& painter) {
        const HeatMapPainting painting(*model, false);
        if (model->isEmpty())
            painter.drawText(QRect(QPoint(0, 0), size), Qt::AlignCenter, emptyText);
        else
            painting.paint(painter, painting.plotRect(size));
    };
    paper.csv = [model] {
        QByteArray out("x");
        for (const QString& row : model->rows)
            out += ',' + csvField(row);
        for (const HeatColumn& column : model->columns) {
            out += '\n' + csvNumber(column.x);
            for (const double value : column.values)
                out += ',' + csvNumber(value);
        }
        return out + '\n';
    };
    return paper;
}

void HeatMap::setCursorCell(int column, int row)
{
    if (isEmpty() || (column == m_cursorColumn && row == m_cursorRow))
        return;
    m_cursorColumn = column < 0 ? -1 : std::clamp(column, 0, int(m_model.columns.size()) - 1);
    m_cursorRow = row < 0 ? -1 : std::clamp(row, 0, int(m_model.rows.size()) - 1);
    describe();
    update();
}

void HeatMap::describe()
{
    if (isEmpty())
        return setAccessibleDescription(m_emptyText);
    const QString text = readOut();
    setAccessibleDescription(!text.isEmpty() ? text
                                             : tr("%1 from %2 to %3 in %4 rows, %5 from %6 to %7")
                                                   .arg(m_model.valueTitle, siText(m_model.low), siText(m_model.high), QString::number(m_model.rows.size()), m_model.xTitle,
                                                        siText(m_model.columns.front().x), siText(m_model.columns.back().x)));
}

void HeatMap::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = plot();
    if (isEmpty() || !area.contains(event->position())) {
        setCursorCell(-1, -1);
        return;
    }
    const double x = m_model.columns.front().x + (m_model.columns.back().x - m_model.columns.front().x) * (event->position().x() - area.left()) / area.width();
    const auto after = std::upper_bound(m_model.columns.begin(), m_model.columns.end(), x, [](double v, const HeatColumn& c) { return v < c.x; });
    setCursorCell(std::max(0, int(after - m_model.columns.begin()) - 1), int((area.bottom() - event->position().y()) / area.height() * double(m_model.rows.size())));
}

void HeatMap::leaveEvent(QEvent* event)
{
    setCursorCell(-1, -1);
    QWidget::leaveEvent(event);
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    const int step = event->modifiers() & Qt::ShiftModifier ? 10 : 1, column = std::max(0, m_cursorColumn), row = std::max(0, m_cursorRow);
    switch (event->key()) {
    case Qt::Key_Left: return setCursorCell(std::max(0, column - step), row);
    case Qt::Key_Right: return setCursorCell(m_cursorColumn < 0 ? 0 : column + step, row);
    case Qt::Key_Up: return setCursorCell(column, row + 1);
    case Qt::Key_Down: return setCursorCell(column, std::max(0, row - 1));
    case Qt::Key_Home: return setCursorCell(0, row);
    case Qt::Key_End: return setCursorCell(int(m_model.columns.size()) - 1, row);
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace potstill
