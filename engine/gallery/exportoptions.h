#pragma once

#include "engine/core/options.h"

#include <string>
#include <vector>

namespace potstill {

enum class ExportFormat { Html, Folder, Sheet, Figure, Gif, WebP, Mp4 };

/// What all exports can be told; each format reads some of it (see exportFields).
struct ExportOptions {
    bool recipes = true;  ///< leave the recipes in
    bool captions = true;
    int perPage = 200;  ///< images on one HTML page
    int columns = 6;
    double widthMm = 160;  ///< of a figure
    double gapMm = 1;
    double fontPt = 8;
    std::vector<std::string> columnHeadings, rowHeadings;  ///< of a figure; empty = those of the images
    double pageWidthMm = 210, pageHeightMm = 297, marginMm = 12;
    int dpi = 300;
    int frameMs = 200, lastFrameMs = 1000;
    int magnify = 8;
    int loops = 0;

    static const FieldTable<ExportOptions>& table();
    bool operator==(const ExportOptions&) const = default;
};

const std::vector<ExportFormat>& exportFormats();
/// "html", "folder", "sheet", "figure", "gif", "webp", "mp4".
std::string exportFormatName(ExportFormat format);
/// Keys of the options that a format reads.
std::vector<std::string> exportFields(ExportFormat format);
/// Ending of the file that a format makes, "" for a folder.
std::string exportFileEnding(ExportFormat format);

}  // namespace potstill
