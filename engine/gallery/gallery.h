#pragma once

#include "engine/core/image.h"
#include "engine/core/options.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

/// What images that were added together are to each other. A ladder's and a trajectory's members stand side by side in every export.
enum class GroupKind { None, Row, Ladder, Trajectory };
std::string groupKindName(GroupKind kind);

/// An image with all that is known about it. Never changed once it is in a gallery: an edit puts another item in its place.
struct GalleryItem {
    std::string file;     ///< relative to the gallery's folder, with '/'; empty until storeImage()
    std::string caption;  ///< one line or several, UTF-8
    std::vector<std::string> tags;
    Json recipe = Json::object();  ///< seed, class, steps, model, hash ...: everything needed to make it again
    GroupKind groupKind = GroupKind::None;
    std::string group;                   ///< the same for all members of a group
    std::string row, column;             ///< headings in the table that the image comes from: "seed 3 · star", "2 steps"
    std::string added;                   ///< UTC, ISO 8601
    std::shared_ptr<const Image> image;  ///< pixels that are not yet stored; null afterwards

    bool operator==(const GalleryItem&) const = default;
};
using GalleryItemPtr = std::shared_ptr<const GalleryItem>;

/// A folder galleries/NAME of a project: gallery.json and copies of the images, so that nothing is missing when a run is gone. Copying it is cheap.
struct Gallery {
    std::filesystem::path folder;
    std::string title;
    std::vector<GalleryItemPtr> items;  ///< in the order in which they are shown; none is null
};

/// Reads gallery.json. Throws Error(BadFile) naming file and field for what it does not understand (also a newer version); the file stays as it is.
Gallery loadGallery(const std::filesystem::path& folder);
/// Writes gallery.json atomically. Every item must have been stored: Error(Internal) otherwise.
void saveGallery(const Gallery& gallery);
bool isGallery(const std::filesystem::path& folder);
/// Writes the pixels as a PNG with the recipe inside into the gallery's folder, named after its content, and returns the item as it is then.
GalleryItemPtr storeImage(const std::filesystem::path& galleryFolder, const GalleryItem& item);
/// Deletes images that no item names and that are older than a day (removed ones can be brought back by undo until then).
void removeUnusedImages(const Gallery& gallery);

/// The galleries of a project, by name.
std::vector<std::filesystem::path> galleriesOf(const std::filesystem::path& project);
/// Makes an empty gallery; its folder's name is made from the title. The folder keeps its name when the title changes.
Gallery createGallery(const std::filesystem::path& project, const std::string& title);

/// A folder of PNGs of ours as a gallery, for exports: in the order of index.json (as `sample --out` writes it), else by name, recipes from the images. Nothing is written.
Gallery galleryFromFolder(const std::filesystem::path& folder);

/// The caption, else what tells the image apart: headings, else class, steps and seed.
std::string displayCaption(const GalleryItem& item);
/// The pixels (RGB), from memory or from the file. Throws Error(NotFound | BadFile) naming the file.
Image readImage(const Gallery& gallery, const GalleryItem& item);
/// "Two words" -> "two-words": ASCII letters and digits alone; "gallery" when nothing is left.
std::string slugOf(const std::string& text, const std::string& otherwise = "gallery");

}  // namespace potstill
