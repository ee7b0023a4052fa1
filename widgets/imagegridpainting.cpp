#include "widgets/icon.h"
#include "widgets/imagegrid.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace potstill {

void ImageGrid::paintEvent(QPaintEvent* event)
{
    const ThemeColors& c = Theme::instance().colors();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), c.panel);
    m_paintedCells = 0;
    if (m_rows == 0 || m_columns == 0)
        return;
    const double px = pitchX();
    const double py = pitchY();
    const int firstColumn = std::max(0, int((event->rect().left() - headerWidth() + horizontalScrollBar()->value()) / px));
    const int lastColumn = std::min(m_columns - 1, int((event->rect().right() - headerWidth() + horizontalScrollBar()->value()) / px));
    const int firstRow = std::max(0, int((event->rect().top() - headerHeight() + verticalScrollBar()->value()) / py));
    const int lastRow = std::min(m_rows - 1, int((event->rect().bottom() - headerHeight() + verticalScrollBar()->value()) / py));

    painter.save();
    painter.setClipRect(QRect(headerWidth(), headerHeight(), viewport()->width() - headerWidth(), viewport()->height() - headerHeight()), Qt::IntersectClip);
    for (int row = firstRow; row <= lastRow; ++row) {
        if (row == m_hover.y()) {
            const QRectF first = cellRect(row, 0);
            const QRectF last = cellRect(row, m_columns - 1);
            painter.fillRect(QRectF(first.left() - 2, first.top() - 2, last.right() - first.left() + 4, first.height() + 4), c.hover);
        }
        for (int column = firstColumn; column <= lastColumn; ++column) {
            paintCell(painter, row, column, cellRect(row, column));
            ++m_paintedCells;
        }
    }
    paintDropPlace(painter);
    painter.restore();
    paintHeadings(painter);
}

void ImageGrid::paintDropPlace(QPainter& painter)
{
    if (m_dropPlace < 0)
        return;
    // The last gap of a row and the first of the next are one place; the line stands where the mouse is only in the middle of rows.
    const int row = std::min(m_dropPlace / m_columns, m_rows - 1);
    const QRectF cell = cellRect(row, 0);
    const double x = cell.left() + (m_dropPlace - row * m_columns) * pitchX() - 3;
    painter.fillRect(QRectF(std::max(0.0, x), cell.top(), 2, cell.height()), Theme::instance().colors().accent);
}

void ImageGrid::paintCell(QPainter& painter, int row, int column, const QRectF& rect)
{
    const Theme& theme = Theme::instance();
    const ThemeColors& c = theme.colors();
    const Cell& at = cell(row, column);
    const QPoint here(column, row);
    const bool isEmpty = at.state == CellState::Empty;
    if (isEmpty && m_isReorderable)
        return;  // a flow of images ends where it ends; a table shows its holes
    drawRounded(painter, rect, isEmpty ? blended(c.panel, c.mat, 0.45) : c.mat, {}, 0, 3);

    const QSizeF size = cellSize();
    // Centred in the mat, on a device pixel.
    const double ratio = viewport()->devicePixelRatioF();
    const double offsetX = std::round((rect.width() - size.width()) / 2 * ratio) / ratio;
    const QRectF target(rect.left() + offsetX, rect.top() + std::round(4 * ratio) / ratio, size.width(), size.height());
    if (at.state == CellState::Filled && !at.image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        QRectF imageRect = target;
        if (at.image.size() != m_imageSize)
            imageRect.setSize(QSizeF(at.image.size()).scaled(target.size(), Qt::KeepAspectRatio));
        painter.drawImage(imageRect, at.image);
    } else if (!at.text.isEmpty()) {
        painter.setFont(theme.font(FontSize::Caption));
        painter.setPen(c.text);
        painter.drawText(rect.adjusted(6, 4, -6, -4), int(Qt::AlignCenter) | Qt::TextWordWrap, at.text);
    }
    if (at.state == CellState::Pending) {
        if (!at.image.isNull()) {
            painter.setOpacity(at.isPrediction ? 0.75 : 0.45);
            painter.drawImage(target, at.image);
            painter.setOpacity(1);
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(blended(c.mat, c.secondary, 0.7));
        for (int dot = -1; dot <= 1; ++dot)
            painter.drawEllipse(rect.center() + QPointF(dot * 8, 0), 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (at.marked) {
        const QRect star = QRectF(rect.right() - 19, rect.top() + 3, 16, 16).toRect();
        drawRounded(painter, QRectF(star).adjusted(-1, -1, 1, 1), c.panel, {}, 0, 9);
        icon(QStringLiteral("star-filled"), IconTone::Accent).paint(&painter, star.adjusted(2, 2, -2, -2));
    }
    const qsizetype order = m_selection.indexOf(here);
    const bool isCurrent = row == m_currentRow && column == m_currentColumn;
    if (order >= 0)
        drawRounded(painter, rect.adjusted(-1, -1, 1, 1), {}, c.accent, 2, kCornerRadius);
    else if (isCurrent && hasFocus())
        drawRounded(painter, rect.adjusted(-1, -1, 1, 1), {}, blended(c.panel, c.accent, 0.75), 1.5, kCornerRadius);
    else if (here == m_hover)
        drawRounded(painter, rect.adjusted(-1, -1, 1, 1), {}, c.secondary, 0, kCornerRadius);
    if (order >= 0 && m_selectionLimit == 2) {
        const QFont font = theme.font(FontSize::Caption);
        const QFontMetrics metrics(font);
        const QRectF badge(rect.left() - 1, rect.top() - 1, metrics.height() + 4, metrics.height() + 2);
        drawRounded(painter, badge, c.accent, {});
        painter.setFont(font);
        painter.setPen(c.accentText);
        painter.drawText(badge, Qt::AlignCenter, QString(QChar(u'A' + char16_t(order))));
    }
}

void ImageGrid::paintHeadings(QPainter& painter)
{
    const Theme& theme = Theme::instance();
    const ThemeColors& c = theme.colors();
    const int top = headerHeight();
    const int left = headerWidth();
    const QFont captionFont = theme.font(FontSize::Caption);
    const QFontMetrics caption(captionFont);
    if (left > 0) {
        painter.fillRect(QRect(0, top, left, viewport()->height() - top), c.panel);
        painter.setFont(captionFont);
        painter.save();
        painter.setClipRect(QRect(0, top, left, viewport()->height() - top));
        const int first = std::max(0, int(verticalScrollBar()->value() / pitchY()));
        for (int row = first; row < m_rows; ++row) {
            const QRectF rect = cellRect(row, 0);
            if (rect.top() > viewport()->height())
                break;
            painter.setPen(row == m_hover.y() || row == m_currentRow ? c.text : c.secondary);
            painter.drawText(QRectF(0, rect.top(), left - 10, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
                             caption.elidedText(m_rowHeadings.value(row), Qt::ElideRight, left - 12));
        }
        painter.restore();
    }
    if (top == 0)
        return;
    painter.fillRect(QRect(0, 0, viewport()->width(), top), c.panel);
    QFont headingFont = theme.font(FontSize::Body);
    headingFont.setWeight(QFont::DemiBold);
    const QFontMetrics heading(headingFont);
    painter.save();
    painter.setClipRect(QRect(left, 0, viewport()->width() - left, top));
    for (int column = 0; column < std::min(m_columns, int(m_columnHeadings.size())); ++column) {
        const QRectF rect = cellRect(0, column);
        if (rect.right() < left || rect.left() > viewport()->width())
            continue;
        const GridColumn& text = m_columnHeadings[column];
        painter.setFont(headingFont);
        painter.setPen(c.text);
        const double room = rect.width() + 2;
        painter.drawText(QRectF(rect.left(), 4, room, heading.height()), Qt::AlignHCenter | Qt::AlignVCenter, heading.elidedText(text.heading, Qt::ElideMiddle, int(room)));
        painter.setFont(theme.tabularFont(FontSize::Caption));
        painter.setPen(c.secondary);
        painter.drawText(QRectF(rect.left(), 6 + heading.height(), room, caption.height()), Qt::AlignHCenter | Qt::AlignVCenter,
                         caption.elidedText(text.subheading, Qt::ElideRight, int(room)));
        if (const double progress = columnProgress(column); progress >= 0) {
            painter.fillRect(QRectF(rect.left(), top - 3, rect.width(), 2), c.line);
            painter.fillRect(QRectF(rect.left(), top - 3, rect.width() * std::min(1.0, progress), 2), c.accent);
        }
    }
    painter.restore();
    if (verticalScrollBar()->value() > 0)
        drawHorizontalLine(painter, 0, viewport()->width(), top - hairline(painter), c.line);
}

}  // namespace potstill
