#include "widgets/imagegridaccessible.h"

#include <QPointer>

namespace potstill {
namespace {

class CellInterface final : public QAccessibleInterface, public QAccessibleTableCellInterface, public QAccessibleActionInterface {
public:
    CellInterface(ImageGrid* grid, int row, int column) : m_grid(grid), m_row(row), m_column(column) {}

    bool isValid() const override { return m_grid && m_row < m_grid->rowCount() && m_column < m_grid->columnCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_grid ? m_grid->window()->windowHandle() : nullptr; }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface*>(this);
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    QAccessibleInterface* parent() const override { return table(); }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_grid->cellName(m_row, m_column);
        return kind == QAccessible::Description ? m_grid->toolTipOf(m_row, m_column).replace('\n', QStringLiteral(", ")) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        return m_grid->cellRect(m_row, m_column).toRect().translated(m_grid->viewport()->mapToGlobal(QPoint(0, 0)));
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.focusable = state.selectable = true;
        state.disabled = !m_grid->isEnabled();
        state.selected = isSelected();
        state.focused = m_grid->hasFocus() && m_grid->currentRow() == m_row && m_grid->currentColumn() == m_column;
        state.invisible = !m_grid->isVisible();
        state.offscreen = !m_grid->viewport()->rect().intersects(m_grid->cellRect(m_row, m_column).toRect());
        return state;
    }

    bool isSelected() const override { return isValid() && m_grid->selectedCells().contains(QPoint(m_column, m_row)); }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr; }

    QStringList actionNames() const override { return {pressAction(), toggleAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (!isValid() || !m_grid->isEnabled())
            return;
        m_grid->setCurrentCell(m_row, m_column);
        if (name == setFocusAction()) {
            m_grid->setFocus(Qt::OtherFocusReason);
        } else if (name == pressAction()) {
            Q_EMIT m_grid->cellActivated(m_row, m_column);
        } else if (name == toggleAction()) {
            QList<QPoint> cells = m_grid->selectedCells();
            if (!cells.removeOne(QPoint(m_column, m_row)))
                cells.append({m_column, m_row});
            m_grid->setSelectedCells(cells);
        }
    }

private:
    QPointer<ImageGrid> m_grid;
    int m_row, m_column;
};

}  // namespace

ImageGridAccessible::ImageGridAccessible(ImageGrid* grid) : QAccessibleWidget(grid, QAccessible::Table), m_grid(grid) {}

ImageGridAccessible::~ImageGridAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

void* ImageGridAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this) : QAccessibleWidget::interface_cast(type);
}

QAccessible::State ImageGridAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    return state;
}

int ImageGridAccessible::childCount() const { return rowCount() * columnCount(); }

QAccessibleInterface* ImageGridAccessible::child(int index) const { return columnCount() > 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr; }

int ImageGridAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    auto* cell = const_cast<QAccessibleInterface*>(child)->tableCellInterface();  // Qt asks for it without const
    return cell && child->isValid() && cell->table() == this ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QAccessibleInterface* ImageGridAccessible::childAt(int x, int y) const
{
    const QPoint pos = m_grid->viewport()->mapFromGlobal(QPoint(x, y));
    const QPoint cell = m_grid->viewport()->rect().contains(pos) ? m_grid->cellAt(pos) : QPoint(-1, -1);
    return cellAt(cell.y(), cell.x());
}

QAccessibleInterface* ImageGridAccessible::focusChild() const { return m_grid->hasFocus() ? cellAt(m_grid->currentRow(), m_grid->currentColumn()) : nullptr; }

QAccessibleInterface* ImageGridAccessible::cellAt(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return nullptr;
    QAccessible::Id& id = m_cells[QPoint(column, row)];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new CellInterface(m_grid, row, column));
    return QAccessible::accessibleInterface(id);
}

QList<QAccessibleInterface*> ImageGridAccessible::selectedCells() const
{
    QList<QAccessibleInterface*> cells;
    for (const QPoint& p : m_grid->selectedCells())
        cells.append(cellAt(p.y(), p.x()));
    return cells;
}

}  // namespace potstill
