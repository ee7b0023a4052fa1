#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace potstill {

/// Bytes of the files below a folder (or of a file); what cannot be read counts nothing.
std::uint64_t folderBytes(const std::filesystem::path& folder);

/// Where the room of a run goes.
struct RunDiskUse {
    std::filesystem::path run;
    std::uint64_t total = 0, checkpoints = 0, samples = 0;
    /// What can go without loss for a resume, the best figure or the queue: all checkpoints but the newest, the best and those that queued branches start from.
    std::vector<std::filesystem::path> oldCheckpoints;
    std::uint64_t oldCheckpointBytes = 0;
};
RunDiskUse diskUseOf(const std::filesystem::path& runFolder);

/// For runs that nobody watches, when the disk is full: removes the trash and the old checkpoints of all runs for good. Returns the bytes freed.
std::uint64_t makeRoom(const std::filesystem::path& project);

/// Checkpoints of a run that are complete, oldest first, read without torch.
std::vector<std::filesystem::path> checkpointsOf(const std::filesystem::path& runFolder);

}  // namespace potstill
