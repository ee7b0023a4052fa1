#pragma once

#include "engine/core/runobserver.h"
#include "engine/core/runwarning.h"

#include <map>
#include <string>
#include <vector>

namespace potstill {

/// Watches a run for the known ways in which a distillation goes wrong and names the cause, once each until it has passed. Numbers in, warnings out: no clock, no file.
class WarningWatch {
public:
    /// What is newly wrong at this tick.
    std::vector<RunWarning> check(const StatPoint& point);
    /// A checkpoint took `seconds` to write and was there at `wallSeconds`: a disk is too slow when training stands still for it again and again.
    std::vector<RunWarning> checkpointWritten(std::int64_t imagesSeen, double seconds, double wallSeconds);

    /// An optimiser step that was left out; each is worth a line, for so many in a row end the run.
    struct SkippedStep {
        std::int64_t imagesSeen = 0, step = 0;
        std::string phase;
        bool isGradient = false;  ///< else the loss itself
        double noiseLevel = 0;    ///< mean t of the batch
        int inRow = 1, limit = 0;
    };
    static RunWarning skipped(const SkippedStep& step);
    static RunWarning lowDisk(std::int64_t imagesSeen, double freeGb, double wantedGb, const std::string& folder);

private:
    void judge(bool isWrong, int timesUntilWarning, RunWarning warning, std::vector<RunWarning>& out);

    std::map<std::string, int> m_streaks;  // by code: times in a row that were wrong; -1 once reported
    double m_bestDiversity = 0;
    double m_lastTickWall = -1, m_lastCheckpointWall = -1;
};

}  // namespace potstill
