#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace potstill {

constexpr double kCornerRadius = 4;

/// Width of one device pixel in logical pixels.
double hairline(const QPainter& painter);
/// A rounded rectangle whose border lies inside `rect`; invalid colours are left out. A width of 0 is a hairline.
void drawRounded(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border, double borderWidth = 0, double radius = kCornerRadius);
void drawHorizontalLine(QPainter& painter, double x0, double x1, double y, const QColor& color);
void drawVerticalLine(QPainter& painter, double x, double y0, double y1, const QColor& color);
enum class ChevronDirection { Up, Down, Left, Right };
void drawChevron(QPainter& painter, const QRectF& rect, ChevronDirection direction, const QColor& color);
/// The ring around what has the keyboard, inside `rect`.
void drawFocusRing(QPainter& painter, const QRectF& rect, double radius = kCornerRadius);

}  // namespace potstill
