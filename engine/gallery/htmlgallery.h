#pragma once

#include "engine/gallery/exportoptions.h"
#include "engine/gallery/exportrun.h"
#include "engine/gallery/pagetexts.h"

namespace potstill {

/// A static page in a new folder: index.html (page-2.html ... for long galleries) and images/. Relative paths, no script, no request to anywhere; light or dark as the
/// reader prefers; an image opens large by its anchor and is left, or followed by the next, by links. Well-formed as XML too.
ExportResult exportHtml(const Gallery& gallery, const ExportOptions& options, const PageTexts& texts, const std::filesystem::path& folder, RunControl& control,
                        RunObserver& observer);

/// Text for element content and attribute values. Invalid UTF-8 and control characters become U+FFFD.
std::string htmlText(const std::string& text);

}  // namespace potstill
