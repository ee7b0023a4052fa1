#include "engine/gallery/figure.h"

#include "engine/gallery/contactsheet.h"
#include "engine/gallery/htmlgallery.h"
#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace potstill {

namespace {

/// Width of a text in units of its size: a letter of a sans serif takes about 0.55, a CJK character 1.
double emsOf(const std::string& text)
{
    double width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        width += byte < 0x80 ? 0.55 : byte >= 0xe2 ? 1 : byte >= 0xc0 ? 0.6 : 0;
    }
    return width;
}

/// What of a line fits into a width in units of its size, with an ellipsis where it is cut.
std::string shortened(const std::string& text, double ems)
{
    const std::string line = text.substr(0, text.find('\n'));
    if (emsOf(line) <= ems)
        return line;
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80)
            ++end;
        if (emsOf(out + line.substr(at, end - at)) + 1 > ems)
            break;
        out += line.substr(at, end - at);
        at = end;
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out + "…";
}

/// Rows and columns of the matrix; place = row * columns + column of each item.
struct Matrix {
    std::vector<std::string> rows, columns;
    std::vector<std::size_t> places;
    std::size_t width = 0, height = 0;
    bool isLabelled = false;
};

std::size_t indexIn(std::vector<std::string>& names, const std::string& name)
{
    const auto it = std::find(names.begin(), names.end(), name);
    if (it != names.end())
        return std::size_t(it - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

Matrix matrixOf(const Gallery& gallery, int columns)
{
    Matrix m;
    std::set<std::pair<std::size_t, std::size_t>> taken;
    std::vector<std::pair<std::size_t, std::size_t>> at;
    for (const GalleryItemPtr& item : gallery.items) {
        if (item->row.empty() || item->column.empty())
            break;
        at.emplace_back(indexIn(m.rows, item->row), indexIn(m.columns, item->column));
        if (!taken.insert(at.back()).second)
            break;
    }
    m.isLabelled = taken.size() == gallery.items.size();
    if (!m.isLabelled) {
        m.rows.clear();
        m.columns.clear();
    }
    m.width = m.isLabelled ? m.columns.size() : std::min<std::size_t>(std::size_t(columns), gallery.items.size());
    for (std::size_t i = 0; i < gallery.items.size(); ++i)
        m.places.push_back(m.isLabelled ? at[i].first * m.width + at[i].second : i);
    m.height = m.isLabelled ? m.rows.size() : (gallery.items.size() + m.width - 1) / m.width;
    return m;
}

std::string textElement(const Figure& figure, const Figure::Text& text)
{
    return fmt::format("<text x=\"{:.3f}\" y=\"{:.3f}\" font-size=\"{:.3f}\" text-anchor=\"{}\">{}</text>\n", text.x, text.baseline, figure.fontMm,
                       text.anchor == Figure::Text::Anchor::End ? "end" : "middle", htmlText(text.text));
}

}  // namespace

Figure makeFigure(const Gallery& gallery, const ExportOptions& options)
{
    if (gallery.items.empty())
        throw Error(ErrorCode::BadOption, "a figure needs at least one image");
    Matrix m = matrixOf(gallery, options.columns);
    if (!options.columnHeadings.empty())
        m.columns = options.columnHeadings;
    if (!options.rowHeadings.empty())
        m.rows = options.rowHeadings;
    Figure figure;
    figure.width = options.widthMm;
    figure.fontMm = options.fontPt * kMmPerPoint;
    const double line = figure.fontMm * 1.3, gap = options.gapMm;
    double left = 0;
    for (const std::string& row : m.rows)
        left = std::max(left, emsOf(row) * figure.fontMm + figure.fontMm);
    left = std::min(left, options.widthMm / 3);
    const double top = m.columns.empty() ? 0 : line, below = options.captions && !m.isLabelled ? line : 0;
    const double cellWidth = (options.widthMm - left + gap) / double(m.width) - gap, cellHeight = cellWidth * aspectOf(gallery);
    if (cellWidth < 0.5)
        throw Error(ErrorCode::BadOption, fmt::format("'width_mm' is {}: {} columns with gaps of {} mm do not fit", options.widthMm, m.width, gap));
    figure.height = top + double(m.height) * (cellHeight + below + gap) - gap;
    const auto x = [&](std::size_t column) { return left + double(column) * (cellWidth + gap); };
    const auto y = [&](std::size_t row) { return top + double(row) * (cellHeight + below + gap); };
    for (std::size_t c = 0; c < std::min(m.columns.size(), m.width); ++c)
        figure.texts.push_back({x(c) + cellWidth / 2, figure.fontMm, Figure::Text::Anchor::Middle, shortened(m.columns[c], (cellWidth + gap) / figure.fontMm)});
    for (std::size_t r = 0; r < std::min(m.rows.size(), m.height); ++r)
        figure.texts.push_back(
            {left - figure.fontMm / 2, y(r) + cellHeight / 2 + figure.fontMm * 0.35, Figure::Text::Anchor::End, shortened(m.rows[r], left / figure.fontMm - 0.5)});
    for (std::size_t i = 0; i < gallery.items.size(); ++i) {
        const std::size_t row = m.places[i] / m.width, column = m.places[i] % m.width;
        figure.cells.push_back({i, {x(column), y(row), cellWidth, cellHeight}});
        if (below > 0)
            figure.texts.push_back({x(column) + cellWidth / 2, y(row) + cellHeight + figure.fontMm, Figure::Text::Anchor::Middle,
                                    shortened(displayCaption(*gallery.items[i]), (cellWidth + gap) / figure.fontMm)});
    }
    // Viewers that smooth images would blur pixels of 32 x 32: enough of them at the wanted resolution leaves nothing to smooth.
    for (const GalleryItemPtr& item : gallery.items) {
        try {
            const int pixels = readImage(gallery, *item).width;
            figure.magnify = std::clamp(int(std::ceil(cellWidth / kMmPerInch * options.dpi / pixels)), 1, 64);
            break;
        } catch (const Error&) {  // vanished: the next one tells
        }
    }
    return figure;
}

Image figureImage(const Gallery& gallery, const Figure& figure, const Figure::Cell& cell) { return magnified(readImage(gallery, *gallery.items[cell.item]), figure.magnify); }

ExportResult exportFigure(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer)
{
    const Figure figure = makeFigure(gallery, options);
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    AtomicFile out(file);
    out.write(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
                    "width=\"{0:.3f}mm\" height=\"{1:.3f}mm\" "
                    "viewBox=\"0 0 {0:.3f} {1:.3f}\" font-family=\"Helvetica, Arial, sans-serif\" fill=\"#202124\">\n<title>{2}</title>\n<rect width=\"{0:.3f}\" "
                    "height=\"{1:.3f}\" fill=\"#ffffff\"/>\n",
                    figure.width, figure.height, htmlText(gallery.title)));
    for (const Figure::Text& text : figure.texts)
        out.write(textElement(figure, text));
    for (const Figure::Cell& cell : figure.cells) {
        Image image;
        if (run.take([&] { image = figureImage(gallery, figure, cell); })) {
            out.write(fmt::format("<image x=\"{:.3f}\" y=\"{:.3f}\" width=\"{:.3f}\" height=\"{:.3f}\" style=\"image-rendering:pixelated\" xlink:href=\"data:image/png;base64,",
                                  cell.rect.x, cell.rect.y, cell.rect.width, cell.rect.height));
            out.write(base64(encodedPng(image)));
            out.write("\"/>\n");
            ++run.result.written;
        }
        if (!run.next())
            return run.result;
    }
    out.write("</svg>\n");
    out.commit();
    run.result.files = {file};
    return run.result;
}

std::string base64(const std::vector<std::uint8_t>& bytes)
{
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
        const std::uint32_t word = std::uint32_t(bytes[i]) << 16 | (left > 1 ? std::uint32_t(bytes[i + 1]) << 8 : 0) | (left > 2 ? bytes[i + 2] : 0);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= left ? kLetters[word >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

}  // namespace potstill
