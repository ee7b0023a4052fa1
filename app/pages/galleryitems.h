#pragma once

#include "engine/gallery/gallery.h"
#include "engine/jobs/jobs.h"

#include <QList>
#include <QPoint>

#include <functional>
#include <vector>

class QObject;

namespace potstill {

class ImageGrid;

/// Cells of a table of samples, as (x = column, y = row), as items of a gallery: whole rows stay together as ladders, else each stands by itself. Cells without an image are passed over.
std::vector<GalleryItem> galleryItems(const SampleTable& table, const QList<QPoint>& cells);
/// One sample by itself.
GalleryItem galleryItem(const SampleCell& cell, const std::string& row, const std::string& column);

/// G on a grid hands its selected cells (without a selection the current one) over, Shift+G all cells of the current one's column (the noise of a sheet of samples) as a ladder,
/// with the headings of the grid and the recipe that `recipeOf` tells for a cell; they get a star.
void collectOnG(ImageGrid* grid, std::function<Json(const QPoint& cell)> recipeOf, std::function<void(std::vector<GalleryItem>)> take);

}  // namespace potstill
