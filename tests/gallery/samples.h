#pragma once

#include "engine/gallery/gallery.h"

#include <fmt/format.h>

namespace potstill {

/// An image that tells its number: no two are the same.
inline std::shared_ptr<const Image> picture(int number, int width = 8, int height = 8)
{
    auto image = std::make_shared<Image>(width, height, 3);
    for (std::size_t i = 0; i < image->pixels.size(); ++i)
        image->pixels[i] = static_cast<std::uint8_t>(number * 7 + int(i) * 3);
    image->pixels[0] = static_cast<std::uint8_t>(number & 255);
    image->pixels[1] = static_cast<std::uint8_t>(number >> 8);
    return image;
}

inline GalleryItem sampleItem(int number)
{
    GalleryItem item;
    item.image = picture(number);
    item.recipe = {{"model", "sprites"}, {"class_name", "star"}, {"seed", number}, {"steps", 1 + number % 3}, {"weights_sha256", std::string(64, 'a')}};
    return item;
}

/// A ladder of `rows` noises at 1, 2, 3 steps.
inline std::vector<GalleryItem> ladder(int rows)
{
    std::vector<GalleryItem> items;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < 3; ++c) {
            GalleryItem item = sampleItem(3 * r + c);
            item.groupKind = GroupKind::Ladder;
            item.group = fmt::format("noise {}", r);
            item.row = fmt::format("seed {} · star", r);
            item.column = c == 0 ? "1 step" : fmt::format("{} steps", c + 1);
            items.push_back(item);
        }
    return items;
}

/// Stores the items and saves.
inline void fill(Gallery& gallery, const std::vector<GalleryItem>& items)
{
    for (const GalleryItem& item : items)
        gallery.items.push_back(storeImage(gallery.folder, item));
    saveGallery(gallery);
}

/// A new gallery of so many images in `folder`; most are copies of files, without waiting for the disk at each.
inline Gallery largeGallery(const std::filesystem::path& folder, int images)
{
    Gallery gallery = createGallery(folder, "large");
    std::filesystem::create_directories(gallery.folder / "images");
    for (int i = 0; i < images; ++i) {
        GalleryItem item = sampleItem(i);
        item.image = picture(i, 32, 32);
        if (i < 100) {
            gallery.items.push_back(storeImage(gallery.folder, item));
            continue;
        }
        item.image = nullptr;
        item.file = fmt::format("images/{}.png", i);
        std::filesystem::copy_file(gallery.folder / gallery.items[std::size_t(i % 100)]->file, gallery.folder / item.file);
        gallery.items.push_back(std::make_shared<const GalleryItem>(item));
    }
    return gallery;
}

}  // namespace potstill
