#include "engine/train/warnings.h"

#include <fmt/format.h>

#include <algorithm>

namespace potstill {
namespace {

constexpr int kTicksUntilWarning = 5, kCheckpointsUntilWarning = 2;
constexpr std::int64_t kWarmUpImages = 1000;  // until then steps are small on purpose
constexpr double kLeastUpdateRatio = 1e-7, kMostAccuracy = 0.98, kLeastDiversityShare = 0.4;
/// A run that never was diverse shows no drop. At a quarter (of squared distances: half the distance) most of what the teacher would vary is gone. Many networks begin at the mean of a class for pure noise:
/// they get this long to leave it.
constexpr double kLeastDiversity = 0.25;
constexpr std::int64_t kImagesToDiversity = 4000;
constexpr double kLeastWaitS = 0.5, kMostWaitShare = 0.2;
constexpr double kLeastWriteS = 2, kMostWriteShare = 0.1;

std::string shortNumber(double value) { return fmt::format("{:.3g}", value); }

}  // namespace

void WarningWatch::judge(bool isWrong, int timesUntilWarning, RunWarning warning, std::vector<RunWarning>& out)
{
    int& streak = m_streaks[warning.code];
    if (!isWrong) {
        streak = 0;
        return;
    }
    if (streak >= 0 && ++streak >= timesUntilWarning) {
        streak = -1;
        out.push_back(std::move(warning));
    }
}

std::vector<RunWarning> WarningWatch::check(const StatPoint& point)
{
    std::vector<RunWarning> out;
    const auto judgeTick = [&](bool isWrong, const char* code, std::vector<std::pair<std::string, std::string>> arguments, std::string sentence) {
        judge(isWrong, kTicksUntilWarning, {code, point.imagesSeen, std::move(arguments), std::move(sentence)}, out);
    };
    for (const auto& [name, value] : point.values) {
        if (name == "update_ratio" && point.imagesSeen > kWarmUpImages)
            judgeTick(value < kLeastUpdateRatio, "hardly-changes", {{"ratio", shortNumber(value)}},
                      fmt::format("the network hardly changes: a step moves its weights by {:.1e} of their size. The learning rate may be too small.", value));
        if (name == "discriminator_accuracy")
            judgeTick(
                value > kMostAccuracy, "discriminator-wins", {{"share", shortNumber(value)}},
                fmt::format("the discriminator wins: it is right for {:.0f} % of the images, so its gradient says little. A lower learning rate of the heads or more noise on "
                            "their inputs helps.",
                            100 * value));
        if (name == "diversity") {
            m_bestDiversity = std::max(m_bestDiversity, std::min(value, 1.0));  // what is above the teacher's is noise
            const bool isPoor = point.imagesSeen > kImagesToDiversity && value < kLeastDiversity;
            judgeTick(
                isPoor || value < kLeastDiversityShare * m_bestDiversity, "collapse", {{"best", shortNumber(m_bestDiversity)}, {"now", shortNumber(value)}},
                fmt::format("the student's pictures of a class are alike: their spread over noises is {:.2f} of the teacher's ({:.2f} at best). Own noise for the shift, gamma "
                            "nearer to t, or the adversarial term help.",
                            value, m_bestDiversity));
        }
        if (name == "data_wait_s" && m_lastTickWall >= 0) {
            const double passed = point.wallSeconds - m_lastTickWall;
            judgeTick(value > kLeastWaitS && value > kMostWaitShare * passed, "slow-data", {{"wait", shortNumber(value)}, {"of", shortNumber(passed)}},
                      fmt::format("training waits for data: {:.1f} of the last {:.1f} s. The disk or the decoding is too slow.", value, passed));
        }
    }
    m_lastTickWall = point.wallSeconds;
    return out;
}

std::vector<RunWarning> WarningWatch::checkpointWritten(std::int64_t imagesSeen, double seconds, double wallSeconds)
{
    std::vector<RunWarning> out;
    if (m_lastCheckpointWall >= 0) {
        const double passed = wallSeconds - m_lastCheckpointWall;
        judge(seconds > kLeastWriteS && seconds > kMostWriteShare * passed, kCheckpointsUntilWarning,
              {"slow-disk",
               imagesSeen,
               {{"seconds", shortNumber(seconds)}, {"of", shortNumber(passed)}},
               fmt::format("the disk is slow: training stood still for {:.1f} of the last {:.0f} s while a checkpoint was written. Fewer checkpoints or another disk help.",
                           seconds, passed)},
              out);
    }
    m_lastCheckpointWall = wallSeconds;
    return out;
}

RunWarning WarningWatch::skipped(const SkippedStep& s)
{
    return {"non-finite",
            s.imagesSeen,
            {{"step", std::to_string(s.step)},
             {"phase", s.phase},
             {"what", s.isGradient ? "gradient" : "loss"},
             {"t", fmt::format("{:.3f}", s.noiseLevel)},
             {"row", std::to_string(s.inRow)},
             {"limit", std::to_string(s.limit)}},
            fmt::format("step {} of '{}' skipped: the {} is not finite (mean noise level t = {:.3f}); {} in a row", s.step, s.phase, s.isGradient ? "gradient" : "loss",
                        s.noiseLevel, s.inRow)};
}

RunWarning WarningWatch::lowDisk(std::int64_t imagesSeen, double freeGb, double wantedGb, const std::string& folder)
{
    return {"low-disk",
            imagesSeen,
            {{"free", fmt::format("{:.2f}", freeGb)}, {"wanted", shortNumber(wantedGb)}},
            fmt::format("{:.2f} GB are free in {}, less than the {} GB that were set (training.min_free_disk_gb). Make room, then resume.", freeGb, folder, wantedGb)};
}

}  // namespace potstill
