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

/// Exports in any format. HTML and folders take a new folder, or a file whose name ends in .zip; so do the others, which lie in the ZIP alone.
/// Images that are gone are left out and told in the result. Throws Error for bad options and failures of the disk; nothing is left of an export that did not come to its end.
ExportResult exportGallery(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const std::filesystem::path& out, RunControl& control, RunObserver& observer,
                           const ExportHelpers& helpers = {});

}  // namespace potstill
