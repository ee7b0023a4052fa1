#pragma once

#include "engine/gallery/exportrun.h"

namespace potstill {

/// Packs a folder, with its name as the only entry at the top, or a single file into a ZIP. PNGs are stored as they are, text is deflated; files are read one at a time.
/// False when it was stopped: nothing is left then. Throws Error(Io | DiskFull) naming the file.
bool writeZip(const std::filesystem::path& source, const std::string& nameInside, const std::filesystem::path& file, RunControl& control, RunObserver& observer);

}  // namespace potstill
