#include "app/pages/galleryitems.h"

#include "app/window/pagekeys.h"
#include "engine/io/runfolder.h"
#include "widgets/imagegrid.h"

#include <QShortcut>

#include <algorithm>

namespace potstill {

namespace {

/// Row by row, as a reader goes.
QList<QPoint> inOrder(QList<QPoint> cells)
{
    std::sort(cells.begin(), cells.end(), [](const QPoint& a, const QPoint& b) { return a.y() != b.y() ? a.y() < b.y() : a.x() < b.x(); });
    return cells;
}

/// Several cells of one line belong together.
void joinLines(std::vector<GalleryItem>& items, const std::vector<int>& lines)
{
    for (std::size_t i = 0; i < items.size();) {
        std::size_t end = i;
        while (end < items.size() && lines[end] == lines[i])
            ++end;
        const std::string group = end - i > 1 ? newUuid() : std::string();
        for (; i < end; ++i) {
            items[i].groupKind = group.empty() ? GroupKind::None : GroupKind::Ladder;
            items[i].group = group;
        }
    }
}

}  // namespace

GalleryItem galleryItem(const SampleCell& cell, const std::string& row, const std::string& column)
{
    GalleryItem item;
    item.image = std::make_shared<const Image>(cell.image);
    item.recipe = cell.recipe.is_object() ? cell.recipe : Json::object();
    item.row = row;
    item.column = column;
    return item;
}

std::vector<GalleryItem> galleryItems(const SampleTable& table, const QList<QPoint>& cells)
{
    std::vector<GalleryItem> items;
    std::vector<int> rows;
    for (const QPoint& at : inOrder(cells)) {
        const std::size_t row = std::size_t(at.y()), column = std::size_t(at.x()), index = row * table.columns.size() + column;
        if (at.x() < 0 || at.y() < 0 || column >= table.columns.size() || row >= table.rows.size() || index >= table.cells.size() || table.cells[index].image.isEmpty())
            continue;
        items.push_back(galleryItem(table.cells[index], table.rows[row], table.columns[column]));
        rows.push_back(at.y());
    }
    joinLines(items, rows);
    return items;
}

void collectOnG(ImageGrid* grid, std::function<Json(const QPoint&)> recipeOf, std::function<void(std::vector<GalleryItem>)> take)
{
    // Cells of one line belong together: of one row, or of one column.
    const auto collect = [grid, recipeOf = std::move(recipeOf), take = std::move(take)](const QList<QPoint>& cells, int (QPoint::*lineOf)() const) {
        std::vector<GalleryItem> items;
        std::vector<int> lines;
        for (const QPoint& at : inOrder(cells)) {
            const QImage image = grid->image(at.y(), at.x());
            if (image.isNull())
                continue;
            GalleryItem item;
            item.image = std::make_shared<const Image>(imageFromQImage(image));
            item.row = grid->rowHeading(at.y()).toStdString();
            item.column = grid->columnHeading(at.x()).toStdString();
            item.recipe = recipeOf(at);
            items.push_back(std::move(item));
            lines.push_back((at.*lineOf)());
            grid->setMarked(at.y(), at.x(), true);
        }
        joinLines(items, lines);
        if (!items.empty())
            take(std::move(items));
    };
    const auto onKey = [grid](const char* id, std::function<void()> act) {
        auto* key = new QShortcut(grid);
        key->setContext(Qt::WidgetShortcut);
        PageKeys::bind(key, id);
        QObject::connect(key, &QShortcut::activated, grid, std::move(act));
    };
    onKey("images.keep", [grid, collect] {
        const QList<QPoint> cells = grid->selectedCells();
        collect(cells.isEmpty() ? QList<QPoint>{{grid->currentColumn(), grid->currentRow()}} : cells, &QPoint::y);
    });
    onKey("images.keepNoise", [grid, collect] {
        QList<QPoint> cells;
        for (int row = 0; row < grid->rowCount(); ++row)
            cells.append({grid->currentColumn(), row});
        collect(cells, &QPoint::x);
    });
}

}  // namespace potstill
