#pragma once

#include "engine/gallery/contactsheet.h"
#include "engine/gallery/exportgallery.h"
#include "engine/gallery/figure.h"

#include <QImage>

class QPainter;

namespace potstill {

/// Contact sheet and figure as PDF, text as text. Written beside their final name; nothing is left when they are stopped. For pool threads.
ExportResult exportSheetPdf(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer);
ExportResult exportFigurePdf(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer);

/// The words of the exported page in the studio's language, and its fonts for sheets.
ExportHelpers exportHelpers();

/// What an export will look like, at most `size` pixels large: the first page of a sheet, the figure, the top of the page, the first frame. For pool threads.
QImage exportPreview(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const QSize& size, bool isDark);

}  // namespace potstill
