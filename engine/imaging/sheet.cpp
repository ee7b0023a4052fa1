#include "engine/imaging/imagefile.h"

#include "engine/core/error.h"
#include "engine/imaging/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace potstill {

bool isImageFileName(const std::filesystem::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    static const std::array<const char*, 8> kEndings = {".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".tif", ".tiff"};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

Image magnified(const Image& image, int factor)
{
    if (factor < 1)
        throw Error(ErrorCode::Internal, fmt::format("magnified: factor {}; at least 1", factor));
    Image out(image.width * factor, image.height * factor, image.channels);
    const auto channels = static_cast<std::size_t>(image.channels);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            std::copy_n(image.row(y / factor) + static_cast<std::size_t>(x / factor) * channels, channels, out.row(y) + static_cast<std::size_t>(x) * channels);
    return out;
}

namespace {

/// Copies a cell of 1, 3 or 4 channels on an RGB sheet.
void paste(Image& sheet, const Image& cell, int left, int top)
{
    for (int y = 0; y < cell.height; ++y)
        for (int x = 0; x < cell.width; ++x) {
            const std::uint8_t* from = cell.row(y) + x * cell.channels;
            std::uint8_t* to = sheet.row(top + y) + (left + x) * 3;
            for (int c = 0; c < 3; ++c)
                to[c] = cell.channels == 1 ? from[0] : cell.channels == 4 ? static_cast<std::uint8_t>((from[c] * from[3] + to[c] * (255 - from[3]) + 127) / 255) : from[c];
        }
}

}  // namespace

Image contactSheet(const std::vector<Image>& cells, const SheetOptions& options)
{
    if (cells.empty())
        throw Error(ErrorCode::BadOption, "a contact sheet needs at least one image");
    const int columns = std::clamp(options.columns, 1, static_cast<int>(cells.size())), rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
    const int gap = std::max(0, options.gap), pad = 4;
    int width = 0, height = 0, rowHeading = 0, columnHeading = 0;
    for (const Image& cell : cells) {
        width = std::max(width, cell.width * options.magnify);
        height = std::max(height, cell.height * options.magnify);
    }
    const std::size_t shownColumns = std::min(options.columnHeadings.size(), static_cast<std::size_t>(columns)),
                      shownRows = std::min(options.rowHeadings.size(), static_cast<std::size_t>(rows));
    int cellHeight = height;
    for (std::size_t i = 0; i < shownColumns; ++i) {
        const TextSize text = textSize(options.columnHeadings[i]);
        columnHeading = std::max(columnHeading, text.height + (text.height > 0 ? pad : 0));
        // A heading that is wider than its cell widens the columns, so that headings never run into each other.
        width = std::max(width, text.width + (text.width > 0 ? pad : 0));
    }
    for (std::size_t i = 0; i < shownRows; ++i) {
        const TextSize text = textSize(options.rowHeadings[i]);
        rowHeading = std::max(rowHeading, text.width + (text.width > 0 ? 2 * pad : 0));
        cellHeight = std::max(cellHeight, text.height);
    }
    Image sheet(rowHeading + gap + columns * (width + gap), columnHeading + gap + rows * (cellHeight + gap), 3);
    for (std::size_t i = 0; i < sheet.pixels.size(); ++i)
        sheet.pixels[i] = options.background[i % 3];
    const auto left = [&](int column) { return rowHeading + gap + column * (width + gap); };
    const auto top = [&](int row) { return columnHeading + gap + row * (cellHeight + gap); };
    for (std::size_t i = 0; i < shownColumns; ++i)
        drawText(sheet, options.columnHeadings[i], left(static_cast<int>(i)) + (width - textSize(options.columnHeadings[i]).width) / 2, pad / 2, options.ink);
    for (std::size_t i = 0; i < shownRows; ++i)
        drawText(sheet, options.rowHeadings[i], pad, top(static_cast<int>(i)) + (cellHeight - textSize(options.rowHeadings[i]).height) / 2, options.ink);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Image large = magnified(cells[i], options.magnify);
        paste(sheet, large, left(static_cast<int>(i) % columns) + (width - large.width) / 2, top(static_cast<int>(i) / columns) + (cellHeight - large.height) / 2);
    }
    return sheet;
}

}  // namespace potstill
