#pragma once

#include "engine/gallery/exportrun.h"
#include "engine/gallery/sheetlayout.h"

#include <functional>

namespace potstill {

/// Draws text centred in a rectangle of pixels, shortened where it is too long. The engine's own knows ASCII only; the studio brings the fonts of the system.
struct TextBox {
    int x = 0, y = 0, width = 0, height = 0;
};
using TextPainter = std::function<void(Image& page, const std::string& text, const TextBox& box)>;

/// One PNG per page of paper at print resolution, white, one page in memory at a time: FILE, or FILE-1, FILE-2 ... when there are several. Pixels are magnified by a whole number as
/// long as they fit, larger images are averaged down.
ExportResult exportSheet(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer,
                         const TextPainter& paintText = {});
/// A page by itself, for previews; dpi as in the options.
Image sheetPage(const Gallery& gallery, const ExportOptions& options, std::int64_t page, const TextPainter& paintText = {});
/// Height over width of the first image that can be read; 1 without any.
double aspectOf(const Gallery& gallery);
/// Whole-number magnification as far as it fits, area averaging where the image is too large.
Image fitted(const Image& image, int width, int height);
/// Copies a 1-, 3- or 4-channel image on an RGB page; what does not fit is cut off.
void paste(Image& page, const Image& image, int left, int top);

}  // namespace potstill
