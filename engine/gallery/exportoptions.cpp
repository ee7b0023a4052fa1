#include "engine/gallery/exportoptions.h"

namespace potstill {

const FieldTable<ExportOptions>& ExportOptions::table()
{
    static const FieldTable<ExportOptions> table = [] {
        FieldTable<ExportOptions> t("Export", "How a gallery leaves the house.");
        t.flag("recipes", &ExportOptions::recipes).label("Recipes").help("Keep with each image how it was made: seed, model, steps. Without it nothing in the export tells.");
        t.flag("captions", &ExportOptions::captions).label("Captions").help("Show the caption of each image.");
        t.integer("columns", &ExportOptions::columns).label("Columns").range(1, 100).help("Images side by side.");
        t.number("width_mm", &ExportOptions::widthMm)
            .label("Width")
            .unit("mm")
            .range(10, 2000)
            .help("Width of the figure. A column of a paper is often 85 mm wide, a page of text 160 mm.");
        t.number("gap_mm", &ExportOptions::gapMm).label("Gap").unit("mm").range(0, 50).help("Room between two images.");
        t.number("font_pt", &ExportOptions::fontPt).label("Text size").unit("pt").range(3, 48).help("Size of headings and captions in points.");
        t.list("column_headings", &ExportOptions::columnHeadings).label("Column headings").help("From left to right; those of the images when empty.").advanced();
        t.list("row_headings", &ExportOptions::rowHeadings).label("Row headings").help("From top to bottom; those of the images when empty.").advanced();
        t.number("page_width_mm", &ExportOptions::pageWidthMm).label("Page width").unit("mm").range(30, 2000).help("Width of the paper; 210 mm is A4.");
        t.number("page_height_mm", &ExportOptions::pageHeightMm).label("Page height").unit("mm").range(30, 2000).help("Height of the paper; 297 mm is A4.");
        t.number("margin_mm", &ExportOptions::marginMm).label("Margin").unit("mm").range(0, 100).help("Room left free at the edges of the paper.");
        t.integer("dpi", &ExportOptions::dpi).label("Resolution").unit("dpi").range(36, 1200).help("Pixels per inch (25.4 mm) of paper.");
        t.integer("per_page", &ExportOptions::perPage).label("Images a page").range(1, 10000).help("Longer galleries go on over several pages.").advanced();
        t.integer("magnify", &ExportOptions::magnify).label("Magnification").range(1, 64).help("Every pixel becomes a block of this many pixels each way.");
        t.integer("frame_ms", &ExportOptions::frameMs).label("Time per image").unit("ms").range(10, 60000).help("How long an image stays.");
        t.integer("last_frame_ms", &ExportOptions::lastFrameMs)
            .label("Time of the last")
            .unit("ms")
            .range(10, 60000)
            .help("How long the last image stays before the animation starts again.");
        t.integer("loops", &ExportOptions::loops).label("Repetitions").range(0, 65535).help("How often the animation is played; 0 = for ever.").advanced();
        return t;
    }();
    return table;
}

const std::vector<ExportFormat>& exportFormats()
{
    static const std::vector<ExportFormat> all = {ExportFormat::Html, ExportFormat::Folder, ExportFormat::Sheet, ExportFormat::Figure,
                                                  ExportFormat::Gif,  ExportFormat::WebP,   ExportFormat::Mp4};
    return all;
}

std::string exportFormatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Html: return "html";
    case ExportFormat::Folder: return "folder";
    case ExportFormat::Sheet: return "sheet";
    case ExportFormat::Figure: return "figure";
    case ExportFormat::Gif: return "gif";
    case ExportFormat::WebP: return "webp";
    case ExportFormat::Mp4: return "mp4";
    }
    return {};
}

std::vector<std::string> exportFields(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Html: return {"recipes", "captions", "per_page"};
    case ExportFormat::Folder: return {"recipes"};
    case ExportFormat::Sheet: return {"recipes", "captions", "columns", "gap_mm", "font_pt", "page_width_mm", "page_height_mm", "margin_mm", "dpi"};
    case ExportFormat::Figure: return {"captions", "columns", "width_mm", "gap_mm", "font_pt", "column_headings", "row_headings", "dpi"};
    case ExportFormat::Gif:
    case ExportFormat::WebP: return {"magnify", "frame_ms", "last_frame_ms", "loops"};
    case ExportFormat::Mp4: return {"magnify", "frame_ms", "last_frame_ms"};
    }
    return {};
}

std::string exportFileEnding(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Html:
    case ExportFormat::Folder: return "";
    case ExportFormat::Sheet: return ".png";
    case ExportFormat::Figure: return ".svg";
    case ExportFormat::Gif: return ".gif";
    case ExportFormat::WebP: return ".webp";
    case ExportFormat::Mp4: return ".mp4";
    }
    return {};
}

}  // namespace potstill
