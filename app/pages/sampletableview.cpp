#include "app/pages/sampletableview.h"

#include "widgets/imagegrid.h"
#include "widgets/numbertext.h"

#include <cmath>

namespace potstill {

namespace {

/// Equal for equal images: how long they took is not part of it.
std::string keyOf(Json recipe)
{
    if (recipe.is_object())
        recipe.erase("milliseconds");
    return recipe.dump();
}

QString figuresOf(const SampleCell& cell, const QString& text) { return text.arg(cell.nfe).arg(numberText(cell.milliseconds, 'f', cell.milliseconds < 10 ? 1 : 0)); }

}  // namespace

SampleTableView::SampleTableView(ImageGrid* grid) : QObject(grid), m_grid(grid) {}

void SampleTableView::begin(const QStringList& columns, const QStringList& rows, const std::vector<bool>& offGrid)
{
    m_columns = columns;
    m_rows = rows;
    m_offGrid = offGrid;
    m_table = {};
    m_steps.clear();
    for (const QString& c : columns)
        m_table.columns.push_back(c.toStdString());
    for (const QString& r : rows)
        m_table.rows.push_back(r.toStdString());
    m_table.cells.resize(m_table.columns.size() * m_table.rows.size());
    showAll();
    Q_EMIT begun();
}

void SampleTableView::take(std::size_t index, const SampleCell& cell)
{
    if (index >= m_table.cells.size() || cell.image.isEmpty() || m_table.cells[index].image == cell.image)
        return;
    const bool isFirst = m_table.cells[index % columnCount()].nfe == 0;
    m_table.cells[index] = cell;
    if (Json& recipe = m_table.cells[index].recipe; recipe.is_object())
        recipe["milliseconds"] = std::round(cell.milliseconds * 1000) / 1000;
    m_steps.erase(index % columnCount());
    showProgress(index % columnCount());
    const QPoint at = placeOf(index);
    m_grid->setImage(at.y(), at.x(), cell.image);
    showMark(index);
    showToolTip(index);
    if (isFirst || index < columnCount())
        showHeadings();
}

void SampleTableView::showPrediction(std::size_t index, const SamplePrediction& prediction)
{
    if (index >= m_table.cells.size() || !m_table.cells[index].image.isEmpty() || prediction.image.isEmpty())
        return;
    const QPoint at = placeOf(index);
    m_grid->setPrediction(at.y(), at.x(), prediction.image);
    const std::size_t column = index % columnCount();
    if (const std::pair<int, int> steps(prediction.step, prediction.steps); m_steps[column] != steps) {
        m_steps[column] = steps;
        showProgress(column);
        showHeadings();
    }
}

void SampleTableView::showProgress(std::size_t column)
{
    const auto found = m_steps.find(column);
    if (!m_isTransposed)
        m_grid->setColumnProgress(int(column), found == m_steps.end() ? -1 : double(found->second.first) / std::max(1, found->second.second));
}

void SampleTableView::end()
{
    if (!std::exchange(m_steps, {}).empty()) {
        for (std::size_t c = 0; c < columnCount(); ++c)
            showProgress(c);
        showHeadings();
    }
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
    for (std::size_t c = 0; c < columnCount(); ++c)
        m_grid->setColumnProgress(int(c), -1);
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
        showToolTip(i);
    }
    for (std::size_t c = 0; c < columnCount(); ++c)
        showProgress(c);
}

void SampleTableView::showToolTip(std::size_t index)
{
    const QPoint at = placeOf(index);
    const SampleCell& cell = m_table.cells[index];
    m_grid->setToolTip(at.y(), at.x(), cell.image.isEmpty() ? QString() : nameOf(index) + '\n' + figuresOf(cell, tr("%1 NFE · %2 ms per image")));
}

void SampleTableView::mark(std::size_t index)
{
    m_kept.insert(keyOf(m_table.cells[index].recipe));
    showMark(index);
}

void SampleTableView::showMark(std::size_t index)
{
    const QPoint at = placeOf(index);
    const Json& recipe = m_table.cells[index].recipe;
    m_grid->setMarked(at.y(), at.x(), !m_kept.empty() && recipe.is_object() && m_kept.count(keyOf(recipe)) > 0);
}

void SampleTableView::showHeadings()
{
    QList<GridColumn> columns;
    for (qsizetype c = 0; c < m_columns.size(); ++c) {
        const SampleCell& first = m_table.cells[std::size_t(c)];
        QString figures = first.nfe > 0 ? figuresOf(first, tr("%1 NFE · %2 ms")) : QString();
        if (const auto steps = m_steps.find(std::size_t(c)); steps != m_steps.end() && figures.isEmpty())
            figures = tr("step %1 of %2").arg(steps->second.first).arg(steps->second.second);
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
