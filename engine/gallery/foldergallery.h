#pragma once

#include "engine/gallery/exportoptions.h"
#include "engine/gallery/exportrun.h"

namespace potstill {

/// A new folder of PNGs numbered in order, with index.csv and index.json (file, caption, tags, group, headings, time and, unless left out, the recipe).
ExportResult exportFolder(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& folder, RunControl& control, RunObserver& observer);

/// A field of a CSV line as RFC 4180 has it: in quotes where it holds a comma, quote or line break.
std::string csvField(const std::string& text);

}  // namespace potstill
