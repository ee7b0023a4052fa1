#pragma once

#include "engine/core/options.h"

#include <filesystem>

namespace potstill {

/// Reads a JSON file. Throws Error(NotFound), Error(BadFile) naming file and position. Depth and size are bounded.
Json readJsonFile(const std::filesystem::path& path);
/// Atomically, indented by two, with a final newline. Throws Error(Io | DiskFull); what was there then stays.
void writeJsonFile(const std::filesystem::path& path, const Json& json);

}  // namespace potstill
