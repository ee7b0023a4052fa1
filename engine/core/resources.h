#pragma once

#include <filesystem>
#include <string>

namespace potstill {

/// Folder of what ships with the program (models/, selftest/, ...): POTSTILL_RESOURCES, else ../share/potstill beside the program, else the source tree it was built from.
/// Throws Error(NotFound) naming the places where it was looked for.
std::filesystem::path resourceFolder();

/// "bundled:NAME" becomes resourceFolder()/models/NAME; a relative path is taken relative to `base`; anything else stays.
/// Throws Error(NotFound) when nothing is there.
std::filesystem::path resolveModelPath(const std::string& path, const std::filesystem::path& base);

}  // namespace potstill
