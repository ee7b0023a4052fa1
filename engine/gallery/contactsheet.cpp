#include "engine/gallery/contactsheet.h"

#include "engine/imaging/imagefile.h"
#include "engine/imaging/recipechunks.h"
#include "engine/imaging/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::uint8_t, 3> kInk = {32, 33, 36};

void paintAscii(Image& page, const std::string& text, const TextBox& box)
{
    const double scale = box.height / 17.0;
    std::string shown = text.substr(0, text.find('\n'));
    for (std::string kept = shown; !kept.empty() && textSize(shown, scale).width > box.width; shown = kept + "...") {
        while (kept.size() > 1 && (static_cast<unsigned char>(kept.back()) & 0xc0) == 0x80)
            kept.pop_back();
        kept.pop_back();
    }
    const TextSize size = textSize(shown, scale);
    drawText(page, shown, box.x + std::max(0, (box.width - size.width) / 2), box.y + std::max(0, (box.height - size.height) / 2), kInk, scale);
}

/// Shrinks by the mean of the pixels that each new one covers.
Image averaged(const Image& image, int width, int height)
{
    Image out(width, height, image.channels);
    for (int y = 0; y < height; ++y) {
        const int y0 = y * image.height / height, y1 = std::max(y0 + 1, (y + 1) * image.height / height);
        for (int x = 0; x < width; ++x) {
            const int x0 = x * image.width / width, x1 = std::max(x0 + 1, (x + 1) * image.width / width);
            for (int c = 0; c < image.channels; ++c) {
                int sum = 0;
                for (int sy = y0; sy < y1; ++sy)
                    for (int sx = x0; sx < x1; ++sx)
                        sum += image.row(sy)[sx * image.channels + c];
                const int count = (y1 - y0) * (x1 - x0);
                out.row(y)[x * image.channels + c] = static_cast<std::uint8_t>((sum + count / 2) / count);
            }
        }
    }
    return out;
}

class SheetPainter {
public:
    SheetPainter(const Gallery& gallery, const ExportOptions& options, const TextPainter& paintText)
        : m_gallery(gallery), m_options(options), m_layout(options, aspectOf(gallery)), m_paintText(paintText ? paintText : paintAscii)
    {
        if (gallery.items.empty())
            throw Error(ErrorCode::BadOption, "a contact sheet needs at least one image");
    }
    std::int64_t pages() const { return m_layout.pages(std::int64_t(m_gallery.items.size())); }

    /// With the recipes of what it shows, an empty one for a place that stays empty. False when it was stopped.
    bool draw(Image& page, std::int64_t number, ExportRun& run, std::vector<Json>& recipes) const
    {
        recipes.clear();
        page = Image(pixels(m_options.pageWidthMm), pixels(m_options.pageHeightMm), 3);
        std::fill(page.pixels.begin(), page.pixels.end(), std::uint8_t(255));
        const auto first = std::size_t(number) * std::size_t(m_layout.perPage());
        for (std::size_t i = first; i < std::min(m_gallery.items.size(), first + std::size_t(m_layout.perPage())); ++i) {
            Image image;
            const int place = int(i - first);
            recipes.emplace_back();
            if (run.take([&] { image = readImage(m_gallery, *m_gallery.items[i]); })) {
                const RectMm cell = m_layout.image(place), caption = m_layout.caption(place);
                const Image large = fitted(image, pixels(cell.width), pixels(cell.height));
                paste(page, large, pixels(cell.x) + (pixels(cell.width) - large.width) / 2, pixels(cell.y) + (pixels(cell.height) - large.height) / 2);
                if (m_options.captions)
                    m_paintText(page, displayCaption(*m_gallery.items[i]), {pixels(caption.x), pixels(caption.y), pixels(caption.width), pixels(caption.height)});
                recipes.back() = m_gallery.items[i]->recipe;
                ++run.result.written;
            }
            if (!run.next())
                return false;
        }
        return true;
    }

private:
    int pixels(double mm) const { return static_cast<int>(std::lround(mm / kMmPerInch * m_options.dpi)); }

    const Gallery& m_gallery;
    const ExportOptions& m_options;
    SheetLayout m_layout;
    TextPainter m_paintText;
};

}  // namespace

void paste(Image& page, const Image& image, int left, int top)
{
    for (int y = std::max(0, -top); y < image.height && top + y < page.height; ++y)
        for (int x = std::max(0, -left); x < image.width && left + x < page.width; ++x) {
            const std::uint8_t* from = image.row(y) + x * image.channels;
            std::uint8_t* to = page.row(top + y) + (left + x) * 3;
            for (int c = 0; c < 3; ++c)
                to[c] = image.channels == 1 ? from[0] : image.channels == 4 ? static_cast<std::uint8_t>((from[c] * from[3] + to[c] * (255 - from[3]) + 127) / 255) : from[c];
        }
}

Image fitted(const Image& image, int width, int height)
{
    const int factor = std::min(width / image.width, height / image.height);
    if (factor >= 1)
        return magnified(image, factor);
    const double scale = std::min(double(width) / image.width, double(height) / image.height);
    return averaged(image, std::max(1, int(image.width * scale)), std::max(1, int(image.height * scale)));
}

double aspectOf(const Gallery& gallery)
{
    for (const GalleryItemPtr& item : gallery.items) {
        try {
            const Image image = readImage(gallery, *item);
            return double(image.height) / image.width;
        } catch (const Error&) {  // vanished: the next one tells
        }
    }
    return 1;
}

Image sheetPage(const Gallery& gallery, const ExportOptions& options, std::int64_t page, const TextPainter& paintText)
{
    RunControl control;
    RunObserver observer;
    ExportRun run("preview", 0, control, observer);
    Image out;
    std::vector<Json> recipes;
    SheetPainter(gallery, options, paintText).draw(out, page, run, recipes);
    return out;
}

ExportResult exportSheet(const Gallery& gallery, const ExportOptions& options, const fs::path& file, RunControl& control, RunObserver& observer, const TextPainter& paintText)
{
    const SheetPainter painter(gallery, options, paintText);
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    Image page;
    std::vector<Json> recipes;
    for (std::int64_t p = 0; p < painter.pages(); ++p) {
        if (!painter.draw(page, p, run, recipes)) {
            std::error_code error;
            for (const fs::path& made : run.result.files)
                fs::remove(made, error);
            run.result.files.clear();
            return run.result;
        }
        fs::path name = file;
        if (painter.pages() > 1)
            name.replace_filename(fmt::format("{}-{}{}", file.stem().string(), p + 1, file.extension().string()));
        writePng(name, page, options.recipes ? sheetChunks(recipes) : std::map<std::string, std::string>(), options.dpi);
        run.result.files.push_back(name);
    }
    return run.result;
}

}  // namespace potstill
