#pragma once

#include "engine/core/options.h"
#include "engine/core/runwarning.h"
#include "engine/io/safetensors.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace potstill {

/// What a checkpoint holds; each map is a file of its own.
struct CheckpointContent {
    TensorMap model;      ///< model.safetensors
    TensorMap ema;        ///< ema.safetensors (empty = no such file)
    TensorMap optimizer;  ///< optimizer.safetensors: moments of every optimiser, weights and buffers of auxiliary networks
    Json state;           ///< state.json: counters, generators, data position
};

/// Writes checkpoints/NNNNNNNNN (images seen, nine digits): into a folder beside, files flushed, manifest.json (sha256 of each file, parent checkpoint, hash of config.json) last, then renamed.
/// Returns the folder. Throws Error(DiskFull | Io) and leaves nothing behind.
std::filesystem::path writeCheckpoint(const std::filesystem::path& runFolder, std::int64_t imagesSeen, const CheckpointContent& content);
/// Folders whose manifest exists, in order of images. Verification is separate.
std::vector<std::filesystem::path> listCheckpoints(const std::filesystem::path& runFolder);
/// Empty = intact, else what is wrong ("model.safetensors: hash differs").
std::string verifyCheckpoint(const std::filesystem::path& checkpoint);
/// The newest that verifies; `skipped` gets a warning per damaged one that was passed over.
std::optional<std::filesystem::path> newestGoodCheckpoint(const std::filesystem::path& runFolder, std::vector<RunWarning>* skipped = nullptr);
CheckpointContent readCheckpoint(const std::filesystem::path& checkpoint);
/// Removes leftovers of a killed writer (".tmp-" folders) and all but the newest `keep` checkpoints, never one listed in `pinned` or the first at or after
/// a multiple of keepEvery images (0 = none).
void pruneCheckpoints(const std::filesystem::path& runFolder, int keep, std::int64_t keepEvery, const std::vector<std::filesystem::path>& pinned = {});

}  // namespace potstill
