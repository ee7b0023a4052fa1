#pragma once

#include "engine/core/image.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace potstill {

/// A copy in Qt's format.
QImage qimageFromImage(const Image& image);
Image imageFromQImage(const QImage& image);

struct GridColumn {
    QString heading;     ///< "3 steps"
    QString subheading;  ///< "3 NFE · 41 ms"
};

/// Rows and columns of small images of one size, with headings that stay in sight. An image pixel covers a whole number of device pixels.
/// Ctrl+wheel, + - zoom, 0 fits; arrows move, Shift+arrows and Ctrl+click select, Space toggles, Enter activates; cells can be dragged out.
class ImageGrid final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class CellState { Empty, Pending, Filled };

    explicit ImageGrid(QWidget* parent = nullptr);
    ~ImageGrid() override;

    /// Resizes; cells that stay keep their image.
    void setShape(int rows, int columns);
    int rowCount() const { return m_rows; }
    int columnCount() const { return m_columns; }
    void setRowHeadings(const QStringList& headings);
    void setColumns(const QList<GridColumn>& columns);
    /// A thin line under a column's heading: 0 to 1; below 0 = none.
    void setColumnProgress(int column, double progress);
    double columnProgress(int column) const { return m_columnProgress.value(column, -1); }
    /// Size in image pixels of a cell until the first image tells.
    void setNominalImageSize(const QSize& size);
    void clear();

    void setImage(int row, int column, const Image& image);
    void setQImage(int row, int column, const QImage& image);
    void setPending(int row, int column);
    /// What a pending cell is on its way to: shown pale, never dragged out.
    void setPrediction(int row, int column, const Image& image);
    /// A text instead of an image (text runs, "not computed").
    void setText(int row, int column, const QString& text);
    void setToolTip(int row, int column, const QString& text);
    QString toolTipOf(int row, int column) const;
    /// What a screen reader says of it: "row 3, 2 steps, seed 17, filled".
    QString cellName(int row, int column) const;
    /// A star in the corner: kept in the gallery.
    void setMarked(int row, int column, bool marked);
    void clearCell(int row, int column);
    CellState cellState(int row, int column) const;
    QImage image(int row, int column) const;
    QString rowHeading(int row) const { return m_rowHeadings.value(row); }
    QString columnHeading(int column) const { return m_columnHeadings.value(column).heading; }
    QString columnSubheading(int column) const { return m_columnHeadings.value(column).subheading; }

    /// Logical pixels per image pixel, 1 to 32; 0 = the largest that shows all columns (and rows, with setFitRows).
    void setZoom(int zoom);
    int zoom() const { return m_zoom; }
    int effectiveZoom() const;
    void setFitRows(bool fitRows);
    /// With a fitting zoom, at least so many rows are in sight (all, where there are fewer); 0 = the width alone counts.
    void setRowsInSight(int rows);
    void zoomIn();
    void zoomOut();

    int currentRow() const { return m_currentRow; }
    int currentColumn() const { return m_currentColumn; }
    void setCurrentCell(int row, int column);
    /// (column, row) pairs as QPoint(x = column, y = row), in order of selection.
    QList<QPoint> selectedCells() const { return m_selection; }
    void setSelectedCells(const QList<QPoint>& cells);
    void clearSelection();
    /// Keeps at most this many selected; the oldest goes. 0 = any number.
    void setSelectionLimit(int limit);
    /// Cells that are dragged within the grid ask for another place (cellsDropped); a press on one of several selected cells keeps the selection then, and empty cells are not drawn.
    void setReorderable(bool reorderable);
    /// Where a cell is drawn, in viewport coordinates.
    QRectF cellRect(int row, int column) const;
    /// QPoint(column, row) or (-1, -1).
    QPoint cellAt(const QPointF& viewportPos) const;
    /// Cells painted by the last paint event.
    int paintedCells() const { return m_paintedCells; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Double click or Enter.
    void cellActivated(int row, int column);
    /// The current cell changed.
    void cellSelected(int row, int column);
    void selectionChanged();
    void contextMenuRequested(int row, int column, const QPoint& globalPos);
    /// A click on a column's heading, or a right click there.
    void columnMenuRequested(int column, const QPoint& globalPos);
    void cellHovered(int row, int column);
    void zoomChanged(int zoom);
    /// Selected cells were dropped before this place, counted row by row (rows * columns = behind the last); only after setReorderable(true).
    void cellsDropped(int place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Cell {
        QImage image;
        QString text;
        QString toolTip;
        CellState state = CellState::Empty;
        bool marked = false;
        bool isPrediction = false;
    };

    bool contains(int row, int column) const { return row >= 0 && row < m_rows && column >= 0 && column < m_columns; }
    Cell& cell(int row, int column) { return m_cells[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)]; }
    const Cell& cell(int row, int column) const { return m_cells[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)]; }
    /// The column whose heading lies there; -1 = none.
    int headingAt(const QPoint& pos) const;
    QSizeF cellSize() const;
    double pitchX() const;
    double pitchY() const;
    int headerWidth() const { return m_headerWidth; }
    int headerHeight() const { return m_headerHeight; }
    void measureHeadings();
    int fittingDevicePixels() const;
    int devicePixelsPerImagePixel() const;
    void updateGeometries();
    void updateCell(int row, int column);
    void updateRow(int row);
    void moveCurrent(int row, int column, bool extend);
    void selectOnly(const QPoint& cell);
    void toggle(const QPoint& cell);
    void ensureVisible(int row, int column);
    void startDrag();
    int placeAt(const QPointF& viewportPos) const;
    void showDropPlace(int place);
    void paintDropPlace(QPainter& painter);
    void paintHeadings(QPainter& painter);
    void paintCell(QPainter& painter, int row, int column, const QRectF& rect);
    void describe();
    int indexOf(int row, int column) const { return row * m_columns + column; }

    int m_rows = 0;
    int m_columns = 0;
    std::vector<Cell> m_cells;
    QStringList m_rowHeadings;
    QList<GridColumn> m_columnHeadings;
    QHash<int, double> m_columnProgress;
    QSize m_imageSize{32, 32};
    bool m_imageSizeKnown = false;
    int m_zoom = 0;
    bool m_fitRows = false;
    int m_rowsInSight = 0;
    int m_headerWidth = 0;
    int m_headerHeight = 0;
    double m_headingRoom = 0;
    int m_currentRow = -1;
    int m_currentColumn = -1;
    QPoint m_hover{-1, -1};
    QPoint m_pressed{-1, -1};
    QPoint m_pressPos;
    QPoint m_anchor{-1, -1};
    QList<QPoint> m_selection;
    int m_selectionLimit = 0;
    int m_paintedCells = 0;
    int m_lastZoom = 0;
    int m_wheelRest = 0;
    bool m_isReorderable = false;
    bool m_selectOnRelease = false;
    int m_dropPlace = -1;
};

}  // namespace potstill
