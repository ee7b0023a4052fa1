#pragma once

#include "engine/gallery/contactsheet.h"
#include "engine/gallery/exportoptions.h"
#include "engine/gallery/exportrun.h"
#include "engine/gallery/pagetexts.h"

namespace potstill {

/// What the studio knows better than the engine.
struct ExportHelpers {
    PageTexts texts;
    TextPainter paintText;
};

/// What an export would need: a gallery's images go into pages and folders as they are; other formats draw them anew, which takes their pixels at the size that is asked for.
struct ExportEstimate {
    std::int64_t memoryBytes = 0, diskBytes = 0;
};
/// Reads the first image. Throws Error where it cannot be read.
ExportEstimate estimateExportOf(const Gallery& gallery, ExportFormat format, const ExportOptions& options);

/// Exports in any format. HTML and folders take a new folder, or a file whose name ends in .zip; so do the others, which lie in the ZIP alone.
/// Images that are gone are left out and told in the result. Throws Error for bad options and failures of the disk; nothing is left of an export that did not come to its end.
ExportResult exportGallery(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const std::filesystem::path& out, RunControl& control, RunObserver& observer,
                           const ExportHelpers& helpers = {});

}  // namespace potstill
