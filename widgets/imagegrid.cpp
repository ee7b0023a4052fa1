#include "widgets/imagegrid.h"

#include "widgets/accessible.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace potstill {
namespace {

constexpr double kMatPadding = 4;
constexpr double kGap = 4;
constexpr int kMaxZoom = 32;

}  // namespace

ImageGrid::ImageGrid(QWidget* parent) : QAbstractScrollArea(parent)
{
    setAccessibleRole(this, QAccessible::Table);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Images"));
    describe();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        measureHeadings();
        updateGeometries();
        viewport()->update();
    });
}

ImageGrid::~ImageGrid() = default;

void ImageGrid::setShape(int rows, int columns)
{
    if (rows == m_rows && columns == m_columns)
        return;
    std::vector<Cell> cells(std::size_t(rows) * std::size_t(columns));
    for (int row = 0; row < std::min(rows, m_rows); ++row)
        for (int column = 0; column < std::min(columns, m_columns); ++column)
            cells[std::size_t(row) * std::size_t(columns) + std::size_t(column)] = std::move(cell(row, column));
    m_cells = std::move(cells);
    m_rows = rows;
    m_columns = columns;
    m_selection.removeIf([this](const QPoint& p) { return !contains(p.y(), p.x()); });
    if (!contains(m_currentRow, m_currentColumn))
        m_currentRow = m_currentColumn = -1;
    m_hover = m_pressed = m_anchor = {-1, -1};
    updateGeometries();
    viewport()->update();
    describe();
    QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
    tellAccessible(event);
}

void ImageGrid::setRowHeadings(const QStringList& headings)
{
    m_rowHeadings = headings;
    measureHeadings();
    updateGeometries();
    viewport()->update();
    describe();
}

void ImageGrid::setColumns(const QList<GridColumn>& columns)
{
    m_columnHeadings = columns;
    measureHeadings();
    updateGeometries();
    viewport()->update();
    describe();
}

void ImageGrid::setNominalImageSize(const QSize& size)
{
    if (m_imageSizeKnown || size.isEmpty())
        return;
    m_imageSize = size;
    updateGeometries();
    viewport()->update();
}

void ImageGrid::clear()
{
    m_imageSizeKnown = false;
    m_cells.assign(m_cells.size(), Cell());
    clearSelection();
    viewport()->update();
}

void ImageGrid::setImage(int row, int column, const Image& image) { setQImage(row, column, qimageFromImage(image)); }

void ImageGrid::setQImage(int row, int column, const QImage& image)
{
    if (!contains(row, column))
        return;
    Cell& at = cell(row, column);
    at.image = image;
    at.text.clear();
    at.isPrediction = false;
    at.state = image.isNull() ? CellState::Empty : CellState::Filled;
    if (!image.isNull() && !m_imageSizeKnown) {
        m_imageSizeKnown = true;
        if (image.size() != m_imageSize) {
            m_imageSize = image.size();
            updateGeometries();
            viewport()->update();
        }
    }
    updateCell(row, column);
}

void ImageGrid::setPending(int row, int column)
{
    if (!contains(row, column))
        return;
    cell(row, column).state = CellState::Pending;
    cell(row, column).isPrediction = false;
    updateCell(row, column);
}

void ImageGrid::setPrediction(int row, int column, const Image& image)
{
    if (!contains(row, column))
        return;
    setImage(row, column, image);
    Cell& at = cell(row, column);
    at.state = CellState::Pending;
    at.isPrediction = true;
    updateCell(row, column);
}

void ImageGrid::setText(int row, int column, const QString& text)
{
    if (!contains(row, column))
        return;
    Cell& at = cell(row, column);
    at.image = QImage();
    at.text = text;
    at.state = CellState::Filled;
    updateCell(row, column);
}

void ImageGrid::setToolTip(int row, int column, const QString& text)
{
    if (!contains(row, column))
        return;
    cell(row, column).toolTip = text;
    if (row == m_currentRow && column == m_currentColumn)
        describe();
}

QString ImageGrid::toolTipOf(int row, int column) const { return contains(row, column) ? cell(row, column).toolTip : QString(); }

void ImageGrid::setColumnProgress(int column, double progress)
{
    if (columnProgress(column) == progress)
        return;
    if (progress < 0)
        m_columnProgress.remove(column);
    else
        m_columnProgress[column] = progress;
    viewport()->update(0, 0, viewport()->width(), headerHeight());
}

void ImageGrid::setMarked(int row, int column, bool marked)
{
    if (!contains(row, column))
        return;
    cell(row, column).marked = marked;
    updateCell(row, column);
}

void ImageGrid::clearCell(int row, int column)
{
    if (!contains(row, column))
        return;
    cell(row, column) = Cell();
    updateCell(row, column);
}

ImageGrid::CellState ImageGrid::cellState(int row, int column) const { return contains(row, column) ? cell(row, column).state : CellState::Empty; }

QImage ImageGrid::image(int row, int column) const { return contains(row, column) ? cell(row, column).image : QImage(); }

void ImageGrid::setZoom(int zoom)
{
    const int clamped = std::clamp(zoom, 0, kMaxZoom);
    if (clamped == m_zoom)
        return;
    // The middle of the view stays where it is.
    const double oldX = pitchX();
    const double oldY = pitchY();
    const double middleX = (horizontalScrollBar()->value() + viewport()->width() / 2.0 - headerWidth()) / oldX;
    const double middleY = (verticalScrollBar()->value() + viewport()->height() / 2.0 - headerHeight()) / oldY;
    m_zoom = clamped;
    updateGeometries();
    horizontalScrollBar()->setValue(int(middleX * pitchX() - viewport()->width() / 2.0 + headerWidth()));
    verticalScrollBar()->setValue(int(middleY * pitchY() - viewport()->height() / 2.0 + headerHeight()));
    viewport()->update();
}

int ImageGrid::effectiveZoom() const { return m_zoom > 0 ? m_zoom : std::max(1, int(std::lround(fittingDevicePixels() / viewport()->devicePixelRatioF()))); }

void ImageGrid::setRowsInSight(int rows)
{
    m_rowsInSight = rows;
    updateGeometries();
    viewport()->update();
}

void ImageGrid::setFitRows(bool fitRows)
{
    m_fitRows = fitRows;
    updateGeometries();
    viewport()->update();
}

void ImageGrid::zoomIn() { setZoom(std::min(effectiveZoom() + 1, kMaxZoom)); }

void ImageGrid::zoomOut() { setZoom(std::max(effectiveZoom() - 1, 1)); }

// Logical size of an image: a whole number of device pixels for each image pixel, whatever the pixel ratio of the screen.
QSizeF ImageGrid::cellSize() const
{
    const double factor = devicePixelsPerImagePixel() / viewport()->devicePixelRatioF();
    return {m_imageSize.width() * factor, m_imageSize.height() * factor};
}

// Once for all, not at every cell that is painted: a thousand headings take milliseconds.
void ImageGrid::measureHeadings()
{
    const Theme& theme = Theme::instance();
    const QFontMetrics body(theme.font(FontSize::Body)), caption(theme.font(FontSize::Caption));
    double heading = 0;
    bool hasSub = false;
    for (const GridColumn& column : m_columnHeadings) {
        heading = std::max({heading, double(body.horizontalAdvance(column.heading)) * 1.06, double(body.horizontalAdvance(column.subheading)) * 0.87});
        hasSub = hasSub || !column.subheading.isEmpty();
    }
    m_headingRoom = std::min(heading, 132.0);
    int width = 0;
    for (const QString& row : m_rowHeadings)
        width = std::max(width, caption.horizontalAdvance(row));
    m_headerWidth = width == 0 ? 0 : std::min(width, 140) + 16;
    m_headerHeight = m_columnHeadings.isEmpty() ? 0 : body.height() + (hasSub ? caption.height() + 2 : 0) + 12;
}

double ImageGrid::pitchX() const { return std::max(cellSize().width() + 2 * kMatPadding, m_headingRoom) + kGap; }

double ImageGrid::pitchY() const { return cellSize().height() + 2 * kMatPadding + kGap; }

int ImageGrid::devicePixelsPerImagePixel() const { return m_zoom > 0 ? std::max(1, int(std::lround(m_zoom * viewport()->devicePixelRatioF()))) : fittingDevicePixels(); }

// On a screen with two device pixels per logical one, sizes between whole zooms fit as well.
int ImageGrid::fittingDevicePixels() const
{
    const double ratio = viewport()->devicePixelRatioF();
    if (m_rows == 0 || m_columns == 0)
        return std::max(1, int(std::lround(4 * ratio)));
    const QSize room = maximumViewportSize();
    const double width = room.width() - headerWidth() - (m_fitRows ? 0 : verticalScrollBar()->sizeHint().width());
    const double height = room.height() - headerHeight();
    const double perColumn = width / m_columns - 2 * kMatPadding - kGap;
    double zoom = perColumn / m_imageSize.width();
    if (const int rows = m_fitRows ? m_rows : std::min(m_rows, m_rowsInSight); rows > 0)
        zoom = std::min(zoom, (height / rows - 2 * kMatPadding - kGap) / m_imageSize.height());
    return std::clamp(int(std::floor(zoom * ratio + 1e-9)), std::max(1, int(ratio)), int(kMaxZoom * ratio));
}

void ImageGrid::updateGeometries()
{
    const QSize room = viewport()->size();
    const double contentWidth = headerWidth() + m_columns * pitchX();
    const double contentHeight = headerHeight() + m_rows * pitchY();
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(contentWidth)) - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(int(pitchX() / 2) + 1);
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(contentHeight)) - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(int(pitchY() / 3) + 1);
    const int zoom = effectiveZoom();
    if (zoom != m_lastZoom) {
        m_lastZoom = zoom;
        Q_EMIT zoomChanged(zoom);
    }
}

QRectF ImageGrid::cellRect(int row, int column) const
{
    const double x = headerWidth() + column * pitchX() - horizontalScrollBar()->value();
    const double y = headerHeight() + row * pitchY() - verticalScrollBar()->value();
    // Where the whole window stands decides where device pixels begin.
    const double ratio = viewport()->devicePixelRatioF();
    const QPointF origin = viewport()->mapTo(viewport()->window(), QPointF(0, 0));
    const double left = std::round((x + origin.x()) * ratio) / ratio - origin.x();
    const double top = std::round((y + origin.y()) * ratio) / ratio - origin.y();
    return {left, top, pitchX() - kGap, pitchY() - kGap};
}

QPoint ImageGrid::cellAt(const QPointF& pos) const
{
    if (pos.x() < headerWidth() || pos.y() < headerHeight())
        return {-1, -1};
    const int column = int(std::floor((pos.x() - headerWidth() + horizontalScrollBar()->value()) / pitchX()));
    const int row = int(std::floor((pos.y() - headerHeight() + verticalScrollBar()->value()) / pitchY()));
    return contains(row, column) ? QPoint(column, row) : QPoint(-1, -1);
}

void ImageGrid::updateCell(int row, int column)
{
    viewport()->update(cellRect(row, column).adjusted(-3, -3, 3, 3).toAlignedRect());
    if (row == m_currentRow && column == m_currentColumn)
        describe();
}

void ImageGrid::updateRow(int row)
{
    if (row < 0)
        return;
    const QRectF rect = cellRect(row, 0);
    viewport()->update(QRectF(0, rect.top() - 3, viewport()->width(), rect.height() + 6).toAlignedRect());
}

void ImageGrid::setCurrentCell(int row, int column)
{
    if (!contains(row, column) || (row == m_currentRow && column == m_currentColumn))
        return;
    updateRow(m_currentRow);
    m_currentRow = row;
    m_currentColumn = column;
    updateRow(row);
    ensureVisible(row, column);
    describe();
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(indexOf(row, column));
        tellAccessible(event);
    }
    Q_EMIT cellSelected(row, column);
}

void ImageGrid::setSelectedCells(const QList<QPoint>& cells)
{
    QList<QPoint> valid;
    for (const QPoint& p : cells)
        if (contains(p.y(), p.x()) && !valid.contains(p))
            valid.append(p);
    while (m_selectionLimit > 0 && valid.size() > m_selectionLimit)
        valid.removeFirst();
    if (valid == m_selection)
        return;
    m_selection = valid;
    viewport()->update();
    QAccessibleEvent event(this, QAccessible::SelectionWithin);
    tellAccessible(event);
    Q_EMIT selectionChanged();
}

void ImageGrid::clearSelection() { setSelectedCells({}); }

void ImageGrid::setSelectionLimit(int limit)
{
    m_selectionLimit = limit;
    setSelectedCells(QList<QPoint>(m_selection));
}

void ImageGrid::selectOnly(const QPoint& cell) { setSelectedCells({cell}); }

void ImageGrid::toggle(const QPoint& cell)
{
    QList<QPoint> cells = m_selection;
    if (!cells.removeOne(cell))
        cells.append(cell);
    setSelectedCells(cells);
}

void ImageGrid::ensureVisible(int row, int column)
{
    const QRectF rect = cellRect(row, column);
    if (rect.left() < headerWidth())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - int(std::ceil(headerWidth() - rect.left())));
    else if (rect.right() > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::ceil(rect.right() - viewport()->width())));
    if (rect.top() < headerHeight())
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::ceil(headerHeight() - rect.top())));
    else if (rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::ceil(rect.bottom() - viewport()->height())));
}

void ImageGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateGeometries();
}

void ImageGrid::scrollContentsBy(int, int)
{
    // Headings stay, cells move: everything is painted anew, but only what is in sight.
    viewport()->update();
}

void ImageGrid::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

bool ImageGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QPoint at = cellAt(help->pos());
        const QString text = at.x() >= 0 ? cell(at.y(), at.x()).toolTip : QString();
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hover.x() >= 0) {
        updateRow(m_hover.y());
        m_hover = {-1, -1};
        Q_EMIT cellHovered(-1, -1);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString ImageGrid::cellName(int row, int column) const
{
    if (!contains(row, column))
        return {};
    const Cell& at = cell(row, column);
    QStringList parts = {tr("row %1").arg(row + 1), columnHeading(column).isEmpty() ? tr("column %1").arg(column + 1) : columnHeading(column)};
    if (!rowHeading(row).isEmpty())
        parts.append(rowHeading(row));
    parts.append(at.state == CellState::Pending ? tr("being made") : at.state == CellState::Empty ? tr("empty") : at.text.isEmpty() ? tr("filled") : at.text);
    if (at.marked)
        parts.append(tr("in the gallery"));
    return parts.join(QStringLiteral(", "));
}

void ImageGrid::describe()
{
    if (m_currentRow < 0) {
        setAccessibleDescription(tr("%1 rows, %2 columns").arg(m_rows).arg(m_columns));
        return;
    }
    const QString tip = toolTipOf(m_currentRow, m_currentColumn).replace('\n', QStringLiteral(", ")), name = cellName(m_currentRow, m_currentColumn);
    const QString text = tip.isEmpty() ? name : name + ". " + tip;
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::NameChanged);
    event.setChild(indexOf(m_currentRow, m_currentColumn));
    tellAccessible(event);
}

QSize ImageGrid::sizeHint() const { return {std::clamp(int(headerWidth() + m_columns * pitchX()), 240, 900), std::clamp(int(headerHeight() + m_rows * pitchY()), 160, 700)}; }

QSize ImageGrid::minimumSizeHint() const { return {160, 120}; }

}  // namespace potstill
