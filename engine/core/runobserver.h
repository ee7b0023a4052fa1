#pragma once

#include "engine/core/image.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace potstill {

/// Where a job stands. Counted in images, as every figure of this program.
struct Progress {
    std::string stage;  ///< what is being done now: "pack data", "train", "sample", ...
    std::int64_t imagesSeen = 0;
    std::int64_t imagesTotal = 0;
    double imagesPerSecond = 0;  ///< over the last seconds, pauses left out
    double secondsLeft = -1;     ///< -1 = not known yet
};

/// One tick of statistics; the same values are a line of stats.jsonl.
struct StatPoint {
    std::int64_t imagesSeen = 0;
    double wallSeconds = 0;                              ///< since the run began, over all its sessions
    std::vector<std::pair<std::string, double>> values;  ///< name (for example "loss", "loss/t0.3", "grad_norm") and value
};

/// A grid of samples from fixed noise, made while training.
struct PreviewGrid {
    std::int64_t imagesSeen = 0;
    bool ema = true;                   ///< made with the averaged weights
    std::vector<std::string> columns;  ///< heading of each column, for example "1 step"
    std::vector<std::string> rows;     ///< heading of each row: seed and class
    std::vector<Image> cells;          ///< rows * columns, row by row, all of one size
    std::string file;                  ///< the PNG in the run folder, empty if none was written
};

enum class LogLevel { Info, Warning, Error };

/// What a job tells the outside. Called on the job's thread; an implementation that feeds a window must copy and coalesce.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    virtual void onProgress(const Progress&) {}
    virtual void onStats(const StatPoint&) {}
    virtual void onPreview(const PreviewGrid&) {}
    virtual void onLog(LogLevel, const std::string&) {}
    /// The run folder is known (it has just been created or opened).
    virtual void onRunFolder(const std::string&) {}
    /// A checkpoint was written (its folder).
    virtual void onCheckpoint(const std::string&) {}
    /// The run has paused by itself and waits (disk full, ...). The reason is a whole sentence. RunControl::setPaused(false) goes on.
    virtual void onPausedByItself(const std::string&) {}
};

}  // namespace potstill
