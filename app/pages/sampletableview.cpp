#include "app/pages/sampletableview.h"

#include "widgets/imagegrid.h"

namespace potstill {

SampleTableView::SampleTableView(ImageGrid* grid) : QObject(grid), m_grid(grid) {}

void SampleTableView::begin(const QStringList& columns, const QStringList& rows, const std::vector<bool>& offGrid)
{
    m_columns = columns;
    m_rows = rows;
    m_offGrid = offGrid;
    m_table = {};
    for (const QString& c : columns)
        m_table.columns.push_back(c.toStdString());
    for (const QString& r : rows)
        m_table.rows.push_back(r.toStdString());
    m_table.cells.resize(m_table.columns.size() * m_table.rows.size());
    showAll();
}

void SampleTableView::take(std::size_t index, const SampleCell& cell)
{
    if (index >= m_table.cells.size() || cell.image.isEmpty() || m_table.cells[index].image == cell.image)
        return;
    const bool isFirst = m_table.cells[index % columnCount()].nfe == 0;
    m_table.cells[index] = cell;
    const QPoint at = placeOf(index);
    m_grid->setImage(at.y(), at.x(), cell.image);
    showMark(index);
    if (isFirst || index < columnCount())
        showHeadings();
}

void SampleTableView::end()
{
    for (std::size_t i = 0; i < m_table.cells.size(); ++i)
        if (m_table.cells[i].image.isEmpty()) {
            const QPoint at = placeOf(i);
            m_grid->clearCell(at.y(), at.x());
        }
}

void SampleTableView::setTransposed(bool transposed)
{
    if (m_isTransposed == transposed)
        return;
    m_isTransposed = transposed;
    m_grid->clearSelection();
    m_grid->clear();
    showAll();
}

SampleTable SampleTableView::arranged() const
{
    if (!m_isTransposed)
        return m_table;
    SampleTable out = m_table;
    std::swap(out.columns, out.rows);
    for (std::size_t i = 0; i < m_table.cells.size(); ++i)
        out.cells[(i % columnCount()) * m_table.rows.size() + i / columnCount()] = m_table.cells[i];
    return out;
}

void SampleTableView::showAll()
{
    const int rows = int(m_table.rows.size()), columns = int(m_table.columns.size());
    m_grid->setShape(m_isTransposed ? columns : rows, m_isTransposed ? rows : columns);
    showHeadings();
    for (std::size_t i = 0; i < m_table.cells.size(); ++i) {
        const QPoint at = placeOf(i);
        if (m_table.cells[i].image.isEmpty())
            m_grid->setPending(at.y(), at.x());
        else
            m_grid->setImage(at.y(), at.x(), m_table.cells[i].image);
        showMark(i);
    }
}

void SampleTableView::mark(std::size_t index)
{
    m_kept.insert(m_table.cells[index].recipe.dump());
    showMark(index);
}

void SampleTableView::showMark(std::size_t index)
{
    const QPoint at = placeOf(index);
    const Json& recipe = m_table.cells[index].recipe;
    m_grid->setMarked(at.y(), at.x(), !m_kept.empty() && recipe.is_object() && m_kept.count(recipe.dump()) > 0);
}

void SampleTableView::showHeadings()
{
    QList<GridColumn> columns;
    for (qsizetype c = 0; c < m_columns.size(); ++c) {
        const SampleCell& first = m_table.cells[std::size_t(c)];
        QString figures = first.nfe > 0 ? tr("%1 NFE · %2 ms").arg(first.nfe).arg(first.milliseconds, 0, 'f', first.milliseconds < 10 ? 1 : 0) : QString();
        if (m_offGrid[std::size_t(c)])
            figures = figures.isEmpty() ? tr("off the grid") : tr("%1 · off the grid").arg(figures);
        columns.append({m_columns[c], figures});
    }
    if (!m_isTransposed) {
        m_grid->setColumns(columns);
        m_grid->setRowHeadings(m_rows);
        return;
    }
    QStringList rowHeadings;
    for (const GridColumn& c : std::as_const(columns))
        rowHeadings.append(c.subheading.isEmpty() ? c.heading : tr("%1 · %2").arg(c.heading, c.subheading));
    QList<GridColumn> seeds;
    for (const QString& r : std::as_const(m_rows))
        seeds.append({r.section(" · ", 0, 0), r.section(" · ", 1)});
    m_grid->setColumns(seeds);
    m_grid->setRowHeadings(rowHeadings);
}

int SampleTableView::indexAt(int gridRow, int gridColumn) const
{
    const int row = m_isTransposed ? gridColumn : gridRow, column = m_isTransposed ? gridRow : gridColumn;
    if (row < 0 || column < 0 || row >= m_rows.size() || column >= m_columns.size())
        return -1;
    return row * int(m_columns.size()) + column;
}

QPoint SampleTableView::placeOf(std::size_t index) const
{
    const int row = int(index / columnCount()), column = int(index % columnCount());
    return m_isTransposed ? QPoint(row, column) : QPoint(column, row);
}

QList<int> SampleTableView::selected() const
{
    QList<int> out;
    for (const QPoint& p : m_grid->selectedCells())
        if (const int at = indexAt(p.y(), p.x()); at >= 0)
            out.append(at);
    return out;
}

QString SampleTableView::nameOf(std::size_t index) const { return tr("%1 · %2").arg(m_columns.at(qsizetype(index % columnCount())), m_rows.at(qsizetype(index / columnCount()))); }

}  // namespace potstill
