#include "widgets/chartpainting.h"

#include "widgets/chartlegend.h"
#include "widgets/numbertext.h"
#include "widgets/stylepainting.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace potstill {
namespace {

// Dashes along a noisy trace are slow to stroke and cannot be told apart: above this length in pixels a line is solid.
constexpr qsizetype kMostRoundJoins = 500;
constexpr double kLongestDashedLine = 12000;

QString axisText(const AxisTitle& title)
{
    if (title.unit.isEmpty())
        return title.text;
    return title.text.isEmpty() ? title.unit : QStringLiteral("%1 (%2)").arg(title.text, title.unit);
}

int wantedTicks(double pixels, double perTick) { return std::clamp(int(pixels / perTick), 3, 12); }

}  // namespace

QPointF ChartPainting::position(const QPointF& axis, const QRectF& plot, bool rightAxis) const
{
    const AxisRange& range = rightAxis ? m_model.right : m_model.y;
    return {plot.left() + (axis.x() - m_model.x.low) / m_model.x.span() * plot.width(), plot.bottom() - (axis.y() - range.low) / range.span() * plot.height()};
}

std::vector<AxisTick> ChartPainting::yTicks(bool rightAxis, double height) const
{
    const AxisRange& range = rightAxis ? m_model.right : m_model.y;
    return axisTicks(range.low, range.high, m_model.isLog(rightAxis), wantedTicks(height, 40), rightAxis ? m_model.rightTitle : m_model.yTitle);
}

int ChartPainting::yLabelWidth(bool rightAxis, double height) const
{
    const QFontMetrics metrics(Theme::instance().tabularFont(FontSize::Caption));
    int width = metrics.horizontalAdvance(QStringLiteral("0.00"));
    for (const AxisTick& tick : yTicks(rightAxis, height))
        width = std::max(width, metrics.horizontalAdvance(tick.label));
    return width + 8;
}

QRectF ChartPainting::plotRect(const QSizeF& size) const
{
    const Theme& theme = Theme::instance();
    const double caption = QFontMetrics(theme.font(FontSize::Caption)).height();
    const double body = QFontMetrics(theme.font(FontSize::Body)).height();
    double top = 8;
    if (!m_model.title.isEmpty())
        top += body + 4;
    if (!axisText(m_model.yTitle).isEmpty() || (m_model.hasRight && !axisText(m_model.rightTitle).isEmpty()) || m_model.legendAbove)
        top += caption + 4;
    if (m_model.topLabel)
        top += caption + 2;
    const double bottom = caption + 8 + (axisText(m_model.xTitle).isEmpty() ? 0 : caption + 2);
    const double height = std::max(20.0, std::round(size.height() - top - bottom));
    const double left = yLabelWidth(false, height) + 2;
    const double right = m_model.hasRight ? yLabelWidth(true, height) + 2 : 12;
    return {std::round(left), std::round(top), std::max(20.0, std::round(size.width() - left - right)), height};
}

std::vector<AxisTick> ChartPainting::xTicks(const QRectF& plot) const
{
    return axisTicks(m_model.x.low, m_model.x.high, m_model.logX, wantedTicks(plot.width(), 84), m_model.xTitle);
}

std::vector<AxisTick> ChartPainting::topTicks(const QRectF& plot) const
{
    std::vector<AxisTick> ticks;
    if (m_model.topLabel)
        for (const AxisTick& tick : xTicks(plot))
            if (const QString label = m_model.topLabel(m_model.valueX(tick.at)); !label.isEmpty() && (ticks.empty() || ticks.back().label != label))
                ticks.push_back({tick.at, label});
    return ticks;
}

void ChartPainting::paintBelow(QPainter& painter, const QSizeF& size, const QRectF& plot) const
{
    const Theme& theme = Theme::instance();
    const QFont captionFont = theme.font(FontSize::Caption);
    const QFont digitFont = theme.tabularFont(FontSize::Caption);
    const QFontMetrics caption(captionFont);
    const QFontMetrics digits(digitFont);
    const double lineHeight = caption.height();
    double top = 6;
    if (!m_model.title.isEmpty()) {
        QFont font = theme.font(FontSize::Body);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(m_colors.text);
        const QFontMetrics metrics(font);
        painter.drawText(QPointF(2, top + metrics.ascent()), metrics.elidedText(m_model.title, Qt::ElideRight, int(size.width()) - 4));
        top += metrics.height() + 4;
    }
    painter.setFont(captionFont);
    painter.setPen(m_colors.secondary);
    painter.drawText(QPointF(2, top + caption.ascent()), axisText(m_model.yTitle));
    if (m_model.hasRight)
        painter.drawText(QRectF(0, top, size.width() - 2, lineHeight), Qt::AlignRight | Qt::AlignVCenter, axisText(m_model.rightTitle));
    if (m_model.isEmpty) {
        painter.drawText(plot, int(Qt::AlignCenter) | Qt::TextWordWrap, m_model.emptyText);
        return;
    }

    painter.setFont(digitFont);
    const double thin = hairline(painter);
    for (const AxisTick& tick : yTicks(false, plot.height())) {
        const double y = std::round(position({m_model.x.low, tick.at}, plot, false).y());
        drawHorizontalLine(painter, plot.left(), plot.right(), y, blended(m_colors.panel, m_colors.line, 0.75));
        painter.setPen(m_colors.secondary);
        painter.drawText(QRectF(0, y - lineHeight / 2, plot.left() - 6, lineHeight), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    if (m_model.hasRight)
        for (const AxisTick& tick : yTicks(true, plot.height())) {
            const double y = position({m_model.x.low, tick.at}, plot, true).y();
            painter.setPen(m_colors.secondary);
            painter.drawText(QRectF(plot.right() + 6, y - lineHeight / 2, size.width() - plot.right() - 6, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), thin), m_colors.line);
    const auto paintXLabels = [&](const std::vector<AxisTick>& ticks, double labelTop) {
        double nextFree = -1e9;
        painter.setPen(m_colors.secondary);
        for (const AxisTick& tick : ticks) {
            const double width = digits.horizontalAdvance(tick.label) + 4;
            const double left = std::clamp(position({tick.at, m_model.y.low}, plot, false).x() - width / 2, 0.0, std::max(0.0, size.width() - width));
            if (left < nextFree)
                continue;
            painter.drawText(QRectF(left, labelTop, width, lineHeight), Qt::AlignCenter, tick.label);
            nextFree = left + width + 6;
        }
    };
    const std::vector<AxisTick> ticks = xTicks(plot);
    for (const AxisTick& tick : ticks)
        painter.fillRect(QRectF(std::round(position({tick.at, m_model.y.low}, plot, false).x()), plot.bottom(), thin, 4), m_colors.line);
    paintXLabels(ticks, plot.bottom() + 5);
    paintXLabels(topTicks(plot), plot.top() - lineHeight - 2);
    painter.setFont(captionFont);
    if (m_model.topLabel && !m_model.topTitle.isEmpty())
        painter.drawText(QRectF(plot.left(), plot.top() - 2 * lineHeight - 4, plot.width(), lineHeight), Qt::AlignRight | Qt::AlignVCenter, m_model.topTitle);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 7 + lineHeight, plot.width(), lineHeight), Qt::AlignHCenter | Qt::AlignVCenter, axisText(m_model.xTitle));

    painter.save();
    painter.setClipRect(plot.adjusted(0, -lineHeight - 2, 1, 1));
    for (const ChartSeries& s : m_model.series) {
        if (!s.visible || s.bandLow.size() < 2)
            continue;
        QPolygonF polygon;
        for (const QPointF& p : s.bandHigh)
            polygon << position(p, plot, s.style.rightAxis);
        for (auto it = s.bandLow.crbegin(); it != s.bandLow.crend(); ++it)
            polygon << position(*it, plot, s.style.rightAxis);
        QColor fill = colorOf(s);
        fill.setAlphaF(m_dark ? 0.24f : 0.16f);
        painter.save();
        painter.setClipRect(plot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(polygon);
        painter.restore();
    }
    double labelFree = -1e9;
    std::vector<ChartMarker> markers = m_model.markers;
    std::sort(markers.begin(), markers.end(), [](const ChartMarker& a, const ChartMarker& b) { return a.x < b.x; });
    for (const ChartMarker& marker : markers) {
        if (!m_model.isShowableX(marker.x))
            continue;
        const double x = std::round(position({m_model.axisX(marker.x), m_model.y.low}, plot, false).x());
        if (x < plot.left() - 0.5 || x > plot.right() + 0.5)
            continue;
        const QColor color = marker.colorIndex < 0 ? m_colors.secondary : Theme::seriesColorOf(m_dark, marker.colorIndex);
        painter.fillRect(QRectF(x, plot.top(), thin, plot.height()), color);
        const double width = caption.horizontalAdvance(marker.label) + 6;
        const bool fitsRight = x + width < plot.right();
        if (!marker.label.isEmpty() && (fitsRight ? x : x - width) > labelFree) {
            painter.setPen(color);
            painter.drawText(QRectF(fitsRight ? x + 4 : x - width, plot.top(), width, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, marker.label);
            labelFree = fitsRight ? x + width : x;
        }
    }
    if (m_model.threshold && m_model.isShowableY(*m_model.threshold)) {
        const double y = std::round(position({m_model.x.low, m_model.axisY(*m_model.threshold)}, plot, false).y());
        QPen pen(m_colors.text, 1, Qt::CustomDashLine);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.drawText(QRectF(plot.left() + 6, y - lineHeight - 1, plot.width() - 12, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, m_model.thresholdLabel);
    }
    painter.restore();
}

void ChartPainting::paintAbove(QPainter& painter, const QRectF& plot) const
{
    painter.save();
    painter.setClipRect(plot.adjusted(-4, -4, 4, 4));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartSeries& s : m_model.series) {
        if (!s.visible || !s.style.pointsShown)
            continue;
        painter.setPen(s.style.isReference ? QPen(colorOf(s), 2) : QPen(m_colors.panel, 1));
        painter.setBrush(s.style.isReference ? m_colors.panel : colorOf(s));
        for (const QPointF& p : s.line)
            painter.drawEllipse(position(p, plot, s.style.rightAxis), 3.5, 3.5);
        if (s.style.isReference && !s.line.isEmpty()) {
            const QPointF at = position(s.line.back(), plot, s.style.rightAxis);
            painter.setFont(Theme::instance().font(FontSize::Caption));
            painter.setPen(m_colors.text);
            const QFontMetrics metrics(painter.font());
            const double width = metrics.horizontalAdvance(s.name);
            const double left = at.x() + 8 + width <= plot.right() ? at.x() + 8 : at.x() - 8 - width;
            painter.drawText(
                QRectF(left, std::clamp(at.y() - metrics.height() / 2.0, plot.top(), std::max(plot.top(), plot.bottom() - metrics.height())), width + 1, metrics.height()),
                Qt::AlignLeft | Qt::AlignVCenter, s.name);
        }
    }
    painter.restore();
}

QColor ChartPainting::paleColorOf(const ChartSeries& series) const { return blended(m_colors.panel, colorOf(series), m_dark ? 0.22 : 0.2); }

QPen ChartPainting::penOf(const ChartSeries& series, const QList<QPointF>& line, const QRectF& plot) const
{
    // Round joins of a line with points in every pixel are not seen, but cost half of its drawing.
    QPen pen(colorOf(series), series.style.width, Qt::SolidLine, Qt::RoundCap, line.size() > kMostRoundJoins ? Qt::BevelJoin : Qt::RoundJoin);
    const QList<qreal> dashes = Theme::seriesDashes(series.style.colorIndex);
    if (!series.style.dashed || dashes.isEmpty())
        return pen;
    double length = 0;
    for (qsizetype i = 1; i < line.size() && length < kLongestDashedLine; ++i) {
        const QPointF step = position(line[i], plot, series.style.rightAxis) - position(line[i - 1], plot, series.style.rightAxis);
        length += std::abs(step.x()) + std::abs(step.y());
    }
    if (length < kLongestDashedLine) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(dashes);
    }
    return pen;
}

void ChartPainting::paintCurves(QPainter& painter, const QRectF& plot) const
{
    painter.save();
    painter.setClipRect(plot.adjusted(-1, -1, 1, 1));
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](const ChartSeries& s, const QList<QPointF>& line, const QPen& pen) {
        QPolygonF polygon;
        for (const QPointF& p : line)
            polygon << position(p, plot, s.style.rightAxis);
        painter.setPen(pen);
        painter.drawPolyline(polygon);
    };
    for (const ChartSeries& s : m_model.series)
        if (s.visible && s.style.lineShown && !s.pale.isEmpty())
            draw(s, s.pale, QPen(paleColorOf(s), 1));
    for (const ChartSeries& s : m_model.series)
        if (s.visible && s.style.lineShown && !s.line.isEmpty())
            draw(s, s.line, penOf(s, s.line, plot));
    painter.restore();
}

void ChartPainting::paintLegend(QPainter& painter, const QRectF& plot) const
{
    const QFont font = Theme::instance().font(FontSize::Caption);
    const QFontMetrics metrics(font);
    double width = 0;
    int count = 0;
    for (const ChartSeries& s : m_model.series)
        if (s.visible && s.style.inLegend) {
            width = std::max(width, double(metrics.horizontalAdvance(s.name)));
            ++count;
        }
    if (count == 0 || (count == 1 && m_model.series.size() == 1 && !m_model.series.front().style.inLegend))
        return;
    const double rowHeight = metrics.height() + 4, entryWidth = width + 44;
    const bool isAbove = m_model.legendAbove;
    double y = isAbove ? plot.top() - rowHeight : plot.top() + 4;
    double left = plot.right() - entryWidth * (isAbove ? count : 1);
    if (!isAbove)
        painter.fillRect(QRectF(left - 6, y - 2, width + 46, count * rowHeight + 4), QColor(m_colors.panel.red(), m_colors.panel.green(), m_colors.panel.blue(), 215));
    painter.setFont(font);
    for (const ChartSeries& s : m_model.series) {
        if (!s.visible || !s.style.inLegend)
            continue;
        drawLegendMark(painter, QRectF(left, y, 26, rowHeight), s.style, penOf(s, {}, plot), m_colors.panel);
        painter.setPen(m_colors.text);
        painter.drawText(QPointF(left + 34, y + 2 + metrics.ascent()), s.name);
        (isAbove ? left : y) += isAbove ? entryWidth : rowHeight;
    }
}

void ChartPainting::paintReadout(QPainter& painter, const QRectF& plot, double axisX) const
{
    const double value = m_model.valueX(axisX);
    const double lineX = std::round(position({axisX, m_model.y.low}, plot, false).x());
    struct Row {
        QString name, text;
        QColor color;
        QPointF at;
    };
    std::vector<Row> rows;
    for (const ChartSeries& s : m_model.series) {
        if (!s.visible)
            continue;
        const SeriesPoint* p = m_model.nearest(s, value);
        if (!p)
            continue;
        const QPointF at = position({m_model.axisX(p->x), m_model.axisY(p->y, s.style.rightAxis)}, plot, s.style.rightAxis);
        if (!plot.adjusted(-1, -1, 1, 1).contains(at))
            continue;
        const QString& unit = (s.style.rightAxis ? m_model.rightTitle : m_model.yTitle).unit;
        rows.push_back({s.name, unit.isEmpty() ? numberText(p->y, 'g', 4) : siText(p->y, unit), colorOf(s), at});
    }
    if (rows.empty())
        return;
    painter.fillRect(QRectF(lineX, plot.top(), hairline(painter), plot.height()), m_colors.secondary);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Row& row : rows) {
        painter.setPen(QPen(m_colors.panel, 1.5));
        painter.setBrush(row.color);
        painter.drawEllipse(row.at, 4, 4);
    }
    const QFont font = Theme::instance().tabularFont(FontSize::Caption);
    const QFontMetrics metrics(font);
    const QString heading = siText(value, m_model.xTitle.unit);
    double nameWidth = 0;
    double textWidth = 0;
    for (const Row& row : rows) {
        nameWidth = std::max(nameWidth, std::min(180.0, metrics.horizontalAdvance(row.name) + 3.0));
        textWidth = std::max(textWidth, double(metrics.horizontalAdvance(row.text)));
    }
    const double rowHeight = metrics.height() + 3;
    const double width = std::max(nameWidth + textWidth + 44, double(metrics.horizontalAdvance(heading)) + 20);
    const double height = rowHeight * double(rows.size() + 1) + 10;
    const bool fitsRight = lineX + 12 + width < plot.right();
    const QRectF box(fitsRight ? lineX + 12 : lineX - 12 - width, std::max(plot.top() + 4, plot.center().y() - height / 2), width, height);
    drawRounded(painter, box, m_colors.panel, m_colors.line);
    painter.setFont(font);
    painter.setPen(m_colors.secondary);
    painter.drawText(QRectF(box.left() + 10, box.top() + 5, width - 20, rowHeight), Qt::AlignLeft | Qt::AlignVCenter, heading);
    double y = box.top() + 5 + rowHeight;
    for (const Row& row : rows) {
        drawRounded(painter, QRectF(box.left() + 10, y + rowHeight / 2 - 1.5, 10, 3), row.color, {}, 0, 1.5);
        painter.setPen(m_colors.text);
        painter.drawText(QRectF(box.left() + 26, y, nameWidth, rowHeight), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(row.name, Qt::ElideRight, int(nameWidth)));
        painter.drawText(QRectF(box.left() + 26, y, width - 36, rowHeight), Qt::AlignRight | Qt::AlignVCenter, row.text);
        y += rowHeight;
    }
}

}  // namespace potstill
