#pragma once

#include "engine/core/runobserver.h"

#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace potstill {

/// Where a job's thread leaves its news and the window's thread takes them, many at a time. Written from the job's thread, taken from the GUI's; both
/// under one lock that is held for moments. Progress and the images of previews are latest-wins, statistics, previews and log lines are gathered: a flood of messages costs the window nothing.
class RunMailbox final : public RunObserver {
public:
    struct News {
        std::optional<Progress> progress;
        std::vector<StatPoint> stats;
        std::vector<PreviewGrid> previews;  ///< all of them; only the latest has its images (cells)
        std::vector<std::pair<LogLevel, std::string>> log;
        std::optional<std::string> runFolder, checkpoint, pausedReason;
    };

    News take();

    void onProgress(const Progress& progress) override;
    void onStats(const StatPoint& point) override;
    void onPreview(const PreviewGrid& grid) override;
    void onLog(LogLevel level, const std::string& text) override;
    void onRunFolder(const std::string& folder) override;
    void onCheckpoint(const std::string& folder) override;
    void onPausedByItself(const std::string& reason) override;

private:
    static constexpr std::size_t kMostLogLines = 1000;
    std::mutex m_mutex;
    News m_news;
};

}  // namespace potstill
