#pragma once

#include "engine/gallery/gallery.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace potstill {

/// What a gallery can be filtered by: the values that occur, in order.
struct FilterChoices {
    QStringList runs, classes, steps;
};
FilterChoices filterChoices(const Gallery& gallery);

/// All that is not empty must hold. The text is looked for, without regard to case, in caption, tags, headings and recipe; several words must all be there.
struct GalleryFilter {
    QString text, run, className, steps;
    /// Indices of the items that match, ascending.
    QList<int> matching(const Gallery& gallery) const;
};

/// "best, paper" and back; empty and repeated ones go.
QString tagsText(const GalleryItem& item);
std::vector<std::string> tagsFromText(const QString& text);

// Lists of items after an edit; the items that change are copies. Indices ascend.
std::vector<GalleryItemPtr> edited(std::vector<GalleryItemPtr> items, const QList<int>& indices, const std::function<void(GalleryItem&)>& edit);
std::vector<GalleryItemPtr> without(const std::vector<GalleryItemPtr>& items, const QList<int>& indices);
/// The chosen ones in a row before the item that was at `before` (size = behind the last).
std::vector<GalleryItemPtr> moved(const std::vector<GalleryItemPtr>& items, const QList<int>& indices, int before);

}  // namespace potstill
