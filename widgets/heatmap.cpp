#include "widgets/heatmap.h"

#include "widgets/accessible.h"
#include "widgets/linechart.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

constexpr double kTop = 28, kRight = 16, kBottom = 44, kLegendWidth = 120;

}  // namespace

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
    m_rows = rows;
    m_columns = std::move(columns);
    m_low = m_high = 0;
    for (const HeatColumn& c : m_columns)
        widenRange(c);
    m_cursorColumn = std::min(m_cursorColumn, int(m_columns.size()) - 1);
    m_cursorRow = std::min(m_cursorRow, int(m_rows.size()) - 1);
    describe();
    update();
}

void HeatMap::append(const std::vector<HeatColumn>& columns)
{
    for (const HeatColumn& c : columns) {
        m_columns.push_back(c);
        widenRange(c);
    }
    describe();
    update();
}

void HeatMap::widenRange(const HeatColumn& column)
{
    for (const double v : column.values)
        if (std::isfinite(v) && v > 0) {
            m_low = m_low > 0 ? std::min(m_low, v) : v;
            m_high = std::max(m_high, v);
        }
}

void HeatMap::setTitles(const QString& x, const QString& y, const QString& value)
{
    m_xTitle = x;
    m_yTitle = y;
    m_valueTitle = value;
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
    const HeatColumn& column = m_columns[std::size_t(m_cursorColumn)];
    const double value = column.values[std::size_t(m_cursorRow)];
    return tr("%1 · %2 · %3").arg(siText(column.x), m_rows[m_cursorRow], std::isfinite(value) ? siText(value) : tr("no value"));
}

QRectF HeatMap::plot() const
{
    const QFontMetricsF metrics(Theme::instance().font(FontSize::Caption));
    double widest = 0;
    for (const QString& row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row));
    return QRectF(rect()).adjusted(widest + metrics.height() + 20, kTop, -kRight, -kBottom);
}

QColor HeatMap::colorOf(double value) const
{
    const ThemeColors& colors = Theme::instance().colors();
    if (!std::isfinite(value) || value <= 0)
        return colors.page;
    const double span = std::log(m_high / m_low);
    const double share = span > 0 ? std::log(value / m_low) / span : 0.5;
    // From nearly the ground to the accent: readable in grey print, and one hue for every theme.
    return blended(colors.panel, colors.accent, 0.08 + 0.92 * share);
}

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
    paintCells(painter, area);
    paintAxes(painter, area);
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(-1, -1, 1, 1));
    }
}

void HeatMap::paintCells(QPainter& painter, const QRectF& area) const
{
    const int width = std::max(1, int(area.width())), rows = int(m_rows.size());
    const double x0 = m_columns.front().x, x1 = std::max(m_columns.back().x, x0 + 1);
    QImage cells(width, rows, QImage::Format_RGB32);
    std::size_t first = 0;
    for (int px = 0; px < width; ++px) {
        // Columns of this pixel, or the last one before it.
        const double until = x0 + (x1 - x0) * (px + 1) / width;
        while (first + 1 < m_columns.size() && m_columns[first + 1].x <= x0 + (x1 - x0) * px / width)
            ++first;
        std::size_t last = first;
        while (last + 1 < m_columns.size() && m_columns[last + 1].x < until)
            ++last;
        for (int row = 0; row < rows; ++row) {
            double sum = 0;
            int n = 0;
            for (std::size_t c = first; c <= last; ++c)
                if (const double v = m_columns[c].values[std::size_t(row)]; std::isfinite(v)) {
                    sum += v;
                    ++n;
                }
            cells.setPixelColor(px, rows - 1 - row, colorOf(n > 0 ? sum / n : std::nan("")));
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(area, cells);
}

void HeatMap::paintAxes(QPainter& painter, const QRectF& area) const
{
    const ThemeColors& colors = Theme::instance().colors();
    const QFontMetricsF metrics(painter.font());
    const double rowHeight = area.height() / double(m_rows.size());
    painter.setPen(colors.secondary);
    const int every = std::max(1, int(std::ceil(metrics.height() / rowHeight)));
    for (int row = 0; row < m_rows.size(); row += every)
        painter.drawText(QRectF(0, area.bottom() - (row + 1) * rowHeight, area.left() - 6, rowHeight), Qt::AlignRight | Qt::AlignVCenter, m_rows[row]);
    const double x0 = m_columns.front().x, x1 = m_columns.back().x;
    for (int i = 0; i <= 4; ++i) {
        const double x = area.left() + area.width() * i / 4;
        const int align = i == 0 ? Qt::AlignLeft : i == 4 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(QRectF(i == 0 ? x : i == 4 ? x - 100 : x - 50, area.bottom() + 4, 100, metrics.height()), align, siText(x0 + (x1 - x0) * i / 4));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 6 + metrics.height(), area.width(), metrics.height()), Qt::AlignHCenter, m_xTitle);
    painter.save();
    painter.translate(metrics.height() / 2 + 2, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2, -metrics.height() / 2, area.height(), metrics.height()), Qt::AlignCenter, m_yTitle);
    painter.restore();
    // The scale, and on its left what the cursor stands on.
    const QString low = siText(m_low), high = siText(m_high);
    const double right = area.right(), barLeft = right - kLegendWidth - metrics.horizontalAdvance(high) - 6;
    painter.drawText(QRectF(right - metrics.horizontalAdvance(high), 4, 200, metrics.height()), Qt::AlignLeft, high);
    for (int i = 0; i < int(kLegendWidth); ++i)
        painter.fillRect(QRectF(barLeft + i, 6, 1, metrics.height() - 4), colorOf(m_low * std::pow(m_high / m_low, i / (kLegendWidth - 1))));
    painter.drawText(QRectF(barLeft - 206, 4, 200, metrics.height()), Qt::AlignRight, tr("%1  %2").arg(m_valueTitle, low));
    painter.setPen(colors.text);
    painter.drawText(QRectF(area.left(), 4, area.width() / 2, metrics.height()), Qt::AlignLeft, readOut());
    if (m_cursorColumn >= 0 && m_cursorRow >= 0) {
        const double x = area.left() + area.width() * (m_columns[std::size_t(m_cursorColumn)].x - x0) / std::max(1.0, x1 - x0);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.drawRect(QRectF(x - 3, area.bottom() - (m_cursorRow + 1) * rowHeight, 6, rowHeight));
    }
}

void HeatMap::setCursorCell(int column, int row)
{
    if (isEmpty() || (column == m_cursorColumn && row == m_cursorRow))
        return;
    m_cursorColumn = column < 0 ? -1 : std::clamp(column, 0, int(m_columns.size()) - 1);
    m_cursorRow = row < 0 ? -1 : std::clamp(row, 0, int(m_rows.size()) - 1);
    describe();
    update();
}

void HeatMap::describe()
{
    if (isEmpty())
        return setAccessibleDescription(m_emptyText);
    const QString text = readOut();
    setAccessibleDescription(
        !text.isEmpty() ? text
                        : tr("%1 from %2 to %3 in %4 rows, %5 from %6 to %7")
                              .arg(m_valueTitle, siText(m_low), siText(m_high), QString::number(m_rows.size()), m_xTitle, siText(m_columns.front().x), siText(m_columns.back().x)));
}

void HeatMap::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = plot();
    if (isEmpty() || !area.contains(event->position())) {
        setCursorCell(-1, -1);
        return;
    }
    const double x = m_columns.front().x + (m_columns.back().x - m_columns.front().x) * (event->position().x() - area.left()) / area.width();
    const auto after = std::upper_bound(m_columns.begin(), m_columns.end(), x, [](double v, const HeatColumn& c) { return v < c.x; });
    setCursorCell(std::max(0, int(after - m_columns.begin()) - 1), int((area.bottom() - event->position().y()) / area.height() * double(m_rows.size())));
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
    case Qt::Key_End: return setCursorCell(int(m_columns.size()) - 1, row);
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace potstill
