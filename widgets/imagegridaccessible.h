#pragma once

#include "widgets/imagegrid.h"

#include <QAccessibleWidget>
#include <QHash>

namespace potstill {

/// An image grid as assistive technology sees it: a table whose children are its cells, row by row. A cell is made when it is asked for and lives as long as the table;
/// while the grid is smaller than that it is not valid.
class ImageGridAccessible final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit ImageGridAccessible(ImageGrid* grid);
    ~ImageGridAccessible() override;

    void* interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

    int rowCount() const override { return m_grid->rowCount(); }
    int columnCount() const override { return m_grid->columnCount(); }
    QAccessibleInterface* cellAt(int row, int column) const override;
    QString columnDescription(int column) const override { return m_grid->columnHeading(column); }
    QString rowDescription(int row) const override { return m_grid->rowHeading(row); }
    int selectedCellCount() const override { return int(m_grid->selectedCells().size()); }
    QList<QAccessibleInterface*> selectedCells() const override;
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    // Cells are selected, never rows or columns as such.
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

private:
    ImageGrid* m_grid;
    mutable QHash<QPoint, QAccessible::Id> m_cells;
};

}  // namespace potstill
