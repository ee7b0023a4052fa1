#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace potstill {

/// Who writes a run at this moment, as its lock file says.
struct RunOwner {
    long pid = 0;
    std::string host, program;  ///< program: "" on another machine
    bool isThisProcess = false;
    std::int64_t heartbeatMs = 0;  ///< since 1970, UTC
};

/// None when nobody living holds the run (or the project: a worker of its queue holds the project's own lock).
std::optional<RunOwner> ownerOf(const std::filesystem::path& folder);
/// Asks a headless owner on this machine to stop after its step and save (SIGTERM); false for any other owner.
bool askToFinish(const RunOwner& owner);

}  // namespace potstill
