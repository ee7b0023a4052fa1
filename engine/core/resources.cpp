#include "engine/core/resources.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cstdlib>

namespace potstill {

namespace fs = std::filesystem;

fs::path resourceFolder()
{
    std::error_code ignored;
    if (const char* named = std::getenv("POTSTILL_RESOURCES"); named && *named)
        return named;
    const fs::path installed = fs::read_symlink("/proc/self/exe", ignored).parent_path().parent_path() / "share/potstill";
    if (fs::is_directory(installed, ignored))
        return installed;
    if (fs::is_directory(POTSTILL_SOURCE_RESOURCES, ignored))
        return POTSTILL_SOURCE_RESOURCES;
    throw Error(ErrorCode::NotFound, fmt::format("the files that ship with the program are neither in {} nor in {}; set POTSTILL_RESOURCES to their folder", installed.string(),
                                                 POTSTILL_SOURCE_RESOURCES));
}

fs::path resolveModelPath(const std::string& path, const fs::path& base)
{
    constexpr std::string_view kBundled = "bundled:";
    fs::path found = path;
    if (path.rfind(kBundled, 0) == 0)
        found = resourceFolder() / "models" / path.substr(kBundled.size());
    else if (found.is_relative() && !fs::exists(found))
        found = base / found;
    if (!fs::exists(found))
        throw Error(ErrorCode::NotFound, {"no-model-there",
                                          0,
                                          {{"path", path}},
                                          fmt::format("no model at '{}' (looked in {}); name a run, a checkpoint, a diffusers folder or a bundled model", path, found.string())});
    return found;
}

}  // namespace potstill
