#pragma once

#include "app/session/samplingsession.h"

#include <QObject>
#include <QPoint>
#include <QStringList>

#include <map>
#include <set>

namespace potstill {

class ImageGrid;

/// Shows a table of samples in a grid, as it is or with rows and columns exchanged. It holds the images: arranging and saving them samples nothing.
class SampleTableView final : public QObject {
    Q_OBJECT
public:
    explicit SampleTableView(ImageGrid* grid);

    /// A new shape; every cell waits. Images of the same place stay in sight, pale.
    void begin(const QStringList& columns, const QStringList& rows, const std::vector<bool>& offGrid);
    void take(std::size_t index, const SampleCell& cell);
    /// What a cell that is not there yet is on its way to. It is drawn and nothing else: the table has no image there, so nothing of it is saved or kept.
    void showPrediction(std::size_t index, const SamplePrediction& prediction);
    /// A star on a cell: kept in the gallery. It comes back with the image.
    void mark(std::size_t index);
    void setTransposed(bool transposed);
    bool isTransposed() const { return m_isTransposed; }
    /// Cells that came to nothing (stopped, failed) are empty from here on.
    void end();

    const SampleTable& table() const { return m_table; }
    /// The table as it is shown, for saving: exchanged where the view is.
    SampleTable arranged() const;
    std::size_t columnCount() const { return m_table.columns.size(); }
    /// Index into the table's cells of a place in the grid; -1 = none.
    int indexAt(int gridRow, int gridColumn) const;
    QPoint placeOf(std::size_t index) const;
    QList<int> selected() const;
    /// "3 steps · Noise 4 · star".
    QString nameOf(std::size_t index) const;

Q_SIGNALS:
    /// Indices from before mean nothing any more.
    void begun();

private:
    void showAll();
    void showHeadings();
    void showMark(std::size_t index);
    void showToolTip(std::size_t index);
    void showProgress(std::size_t column);

    ImageGrid* m_grid;
    SampleTable m_table;
    QStringList m_columns, m_rows;
    std::vector<bool> m_offGrid;
    bool m_isTransposed = false;
    std::set<std::string> m_kept;                        // recipes, without how long they took
    std::map<std::size_t, std::pair<int, int>> m_steps;  // step and steps of columns that are on their way
};

}  // namespace potstill
