#include "widgets/imagegrid.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace potstill {

void ImageGrid::moveCurrent(int row, int column, bool extend)
{
    if (m_rows == 0 || m_columns == 0)
        return;
    row = std::clamp(row, 0, m_rows - 1);
    column = std::clamp(column, 0, m_columns - 1);
    if (extend) {
        if (!contains(m_anchor.y(), m_anchor.x()))
            m_anchor = m_currentRow >= 0 ? QPoint(m_currentColumn, m_currentRow) : QPoint(column, row);
        QList<QPoint> cells;
        for (int r = std::min(m_anchor.y(), row); r <= std::max(m_anchor.y(), row); ++r)
            for (int c = std::min(m_anchor.x(), column); c <= std::max(m_anchor.x(), column); ++c)
                cells.append({c, r});
        setCurrentCell(row, column);
        setSelectedCells(cells);
        return;
    }
    setCurrentCell(row, column);
    m_anchor = {column, row};
}

int ImageGrid::headingAt(const QPoint& pos) const
{
    if (pos.y() >= headerHeight() || pos.x() < headerWidth() || m_columnHeadings.isEmpty())
        return -1;
    const int column = int((pos.x() - headerWidth() + horizontalScrollBar()->value()) / pitchX());
    return column < m_columns ? column : -1;
}

void ImageGrid::keyPressEvent(QKeyEvent* event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const int row = std::max(m_currentRow, 0);
    const int column = std::max(m_currentColumn, 0);
    const int page = std::max(1, int((viewport()->height() - headerHeight()) / pitchY()));
    const bool isFirst = m_currentRow < 0;
    switch (event->key()) {
    case Qt::Key_Left: moveCurrent(row, isFirst ? column : column - 1, extend); return;
    case Qt::Key_Right: moveCurrent(row, isFirst ? column : column + 1, extend); return;
    case Qt::Key_Up: moveCurrent(isFirst ? row : row - 1, column, extend); return;
    case Qt::Key_Down: moveCurrent(isFirst ? row : row + 1, column, extend); return;
    case Qt::Key_PageUp: moveCurrent(row - page, column, extend); return;
    case Qt::Key_PageDown: moveCurrent(row + page, column, extend); return;
    case Qt::Key_Home: moveCurrent(control ? 0 : row, 0, extend); return;
    case Qt::Key_End: moveCurrent(control ? m_rows - 1 : row, m_columns - 1, extend); return;
    case Qt::Key_Space:
        if (contains(m_currentRow, m_currentColumn))
            toggle({m_currentColumn, m_currentRow});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control) {
            event->ignore();
            return;
        }
        if (contains(m_currentRow, m_currentColumn))
            Q_EMIT cellActivated(m_currentRow, m_currentColumn);
        return;
    case Qt::Key_Escape:
        if (m_selection.isEmpty())
            break;
        clearSelection();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_0: setZoom(0); return;
    case Qt::Key_A:
        if (control && m_selectionLimit == 0) {
            QList<QPoint> all;
            for (int r = 0; r < m_rows; ++r)
                for (int c = 0; c < m_columns; ++c)
                    all.append({c, r});
            setSelectedCells(all);
            return;
        }
        break;
    default: break;
    }
    event->ignore();
}

void ImageGrid::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = cellAt(event->position());
    m_pressed = at;
    m_pressPos = event->position().toPoint();
    if (const int column = headingAt(m_pressPos); column >= 0 && event->button() == Qt::LeftButton) {
        Q_EMIT columnMenuRequested(column, viewport()->mapToGlobal(QPoint(int(cellRect(0, column).left()), headerHeight())));
        return;
    }
    if (at.x() < 0) {
        if (event->button() == Qt::LeftButton && event->position().y() >= headerHeight())
            clearSelection();
        return;
    }
    if (event->button() == Qt::RightButton) {
        moveCurrent(at.y(), at.x(), false);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ShiftModifier) {
        moveCurrent(at.y(), at.x(), true);
    } else if ((event->modifiers() & Qt::ControlModifier) || m_selectionLimit == 2) {
        moveCurrent(at.y(), at.x(), false);
        toggle(at);
    } else {
        moveCurrent(at.y(), at.x(), false);
        // Several selected cells are dragged together: which one was meant is known when the button is let go.
        m_selectOnRelease = m_isReorderable && m_selection.contains(at);
        if (!m_selectOnRelease)
            selectOnly(at);
    }
}

void ImageGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = cellAt(event->position());
    if (at != m_hover) {
        updateRow(m_hover.y());
        m_hover = at;
        updateRow(at.y());
        viewport()->update(QRect(0, 0, headerWidth(), viewport()->height()));
        Q_EMIT cellHovered(at.y(), at.x());
    }
    const bool isFar = (event->position().toPoint() - m_pressPos).manhattanLength() >= QApplication::startDragDistance();
    if ((event->buttons() & Qt::LeftButton) && m_pressed.x() >= 0 && isFar && !image(m_pressed.y(), m_pressed.x()).isNull() && !cell(m_pressed.y(), m_pressed.x()).isPrediction)
        startDrag();
}

void ImageGrid::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_selectOnRelease, false) && m_pressed.x() >= 0)
        selectOnly(m_pressed);
    m_pressed = {-1, -1};
}

void ImageGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint at = cellAt(event->position());
    if (at.x() >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT cellActivated(at.y(), at.x());
}

void ImageGrid::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheelRest += event->angleDelta().y();
    for (; m_wheelRest >= 120; m_wheelRest -= 120)
        zoomIn();
    for (; m_wheelRest <= -120; m_wheelRest += 120)
        zoomOut();
    event->accept();
}

void ImageGrid::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (contains(m_currentRow, m_currentColumn)) {
            const QPoint centre = cellRect(m_currentRow, m_currentColumn).center().toPoint();
            Q_EMIT contextMenuRequested(m_currentRow, m_currentColumn, viewport()->mapToGlobal(centre));
        }
        return;
    }
    const QPoint pos = event->pos();
    if (pos.y() < headerHeight() && pos.x() >= headerWidth() && !m_columnHeadings.isEmpty()) {
        if (const int column = headingAt(pos); column >= 0)
            Q_EMIT columnMenuRequested(column, event->globalPos());
        return;
    }
    const QPoint at = cellAt(pos);
    if (at.x() >= 0)
        Q_EMIT contextMenuRequested(at.y(), at.x(), event->globalPos());
}

void ImageGrid::startDrag()
{
    const QImage dragged = image(m_pressed.y(), m_pressed.x());
    auto* mime = new QMimeData;
    mime->setImageData(dragged);
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(QPixmap::fromImage(dragged.scaled(dragged.size().scaled(96, 96, Qt::KeepAspectRatio), Qt::KeepAspectRatio, Qt::FastTransformation)));
    m_pressed = {-1, -1};
    m_selectOnRelease = false;
    drag->exec(m_isReorderable ? Qt::CopyAction | Qt::MoveAction : Qt::CopyAction, m_isReorderable ? Qt::MoveAction : Qt::CopyAction);
}

void ImageGrid::setReorderable(bool reorderable)
{
    m_isReorderable = reorderable;
    viewport()->setAcceptDrops(reorderable);
    setAcceptDrops(reorderable);
}

// The gap nearest to a position: before the cell in whose left half it lies, behind the one in whose right half.
int ImageGrid::placeAt(const QPointF& pos) const
{
    if (m_rows == 0 || m_columns == 0)
        return -1;
    const QRectF first = cellRect(0, 0);
    const int row = std::clamp(int(std::floor((pos.y() - first.top()) / pitchY())), 0, m_rows - 1);
    const int column = std::clamp(int(std::floor((pos.x() - first.left()) / pitchX() + 0.5)), 0, m_columns);
    return row * m_columns + column;
}

void ImageGrid::showDropPlace(int place)
{
    if (place == m_dropPlace)
        return;
    m_dropPlace = place;
    viewport()->update();
}

void ImageGrid::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_isReorderable && event->source() == this)
        event->acceptProposedAction();
}

void ImageGrid::dragMoveEvent(QDragMoveEvent* event)
{
    if (!m_isReorderable || event->source() != this)
        return;
    showDropPlace(placeAt(event->position()));
    event->acceptProposedAction();
}

void ImageGrid::dragLeaveEvent(QDragLeaveEvent*) { showDropPlace(-1); }

void ImageGrid::dropEvent(QDropEvent* event)
{
    const int place = placeAt(event->position());
    showDropPlace(-1);
    if (!m_isReorderable || event->source() != this || place < 0)
        return;
    event->acceptProposedAction();
    Q_EMIT cellsDropped(place);
}

void ImageGrid::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ImageGrid::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace potstill
