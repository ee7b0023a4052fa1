#include "widgets/stylepainting.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace potstill {

double hairline(const QPainter& painter)
{
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    return std::max(1.0, std::floor(ratio)) / ratio;
}

void drawRounded(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border, double borderWidth, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = borderWidth > 0 ? borderWidth : hairline(painter);
    const double inset = border.isValid() ? width / 2 : 0;
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawHorizontalLine(QPainter& painter, double x0, double x1, double y, const QColor& color) { painter.fillRect(QRectF(x0, y, x1 - x0, hairline(painter)), color); }

void drawVerticalLine(QPainter& painter, double x, double y0, double y1, const QColor& color) { painter.fillRect(QRectF(x, y0, hairline(painter), y1 - y0), color); }

void drawChevron(QPainter& painter, const QRectF& rect, ChevronDirection direction, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.rotate(direction == ChevronDirection::Down ? 0 : direction == ChevronDirection::Left ? 90 : direction == ChevronDirection::Up ? 180 : 270);
    const double half = std::min({rect.width() / 2, rect.height() / 2, 4.0});
    QPainterPath path({-half, -half / 2});
    path.lineTo(0, half / 2);
    path.lineTo(half, -half / 2);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void drawFocusRing(QPainter& painter, const QRectF& rect, double radius) { drawRounded(painter, rect, {}, Theme::instance().colors().accent, 2, radius); }

}  // namespace potstill
