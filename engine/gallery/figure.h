#pragma once

#include "engine/gallery/exportrun.h"
#include "engine/gallery/sheetlayout.h"

#include <map>

namespace potstill {

/// A figure for a paper: a matrix with headings, all places in millimetres. The SVG is written by the engine, the PDF drawn by the studio from the same.
struct Figure {
    struct Text {
        enum class Anchor { Middle, End };
        double x = 0, baseline = 0;
        Anchor anchor = Anchor::Middle;
        std::string text;
    };
    struct Cell {
        std::size_t item = 0;  ///< index in the gallery
        RectMm rect;
    };
    double width = 0, height = 0, fontMm = 0;
    int magnify = 1;  ///< whole number: the images have at least the wanted resolution then
    std::vector<Text> texts;
    std::vector<Cell> cells;
};

/// Where every image says its row and column, and no two say the same, these are the headings of the matrix; otherwise the images follow each other in options.columns columns,
/// with captions below where wanted. Headings in the options stand in place of those of the images. Throws Error(BadOption) for an empty gallery or too small a width.
Figure makeFigure(const Gallery& gallery, const ExportOptions& options);
/// The image of a cell as it stands in the figure.
Image figureImage(const Gallery& gallery, const Figure& figure, const Figure::Cell& cell);
/// SVG 1.1, light, text as text, images inside as PNG; one image in memory at a time.
ExportResult exportFigure(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer);

std::string base64(const std::vector<std::uint8_t>& bytes);

}  // namespace potstill
