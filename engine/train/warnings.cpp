#include "engine/train/warnings.h"

#include <fmt/format.h>

#include <algorithm>

namespace potstill {
namespace {

constexpr int kTicksUntilWarning = 5;

}  // namespace

void WarningWatch::judge(const std::string& key, bool isWrong, const std::string& sentence, std::vector<std::string>& out)
{
    int& streak = m_streaks[key];
    if (!isWrong) {
        streak = 0;
        return;
    }
    if (streak >= 0 && ++streak >= kTicksUntilWarning) {
        streak = -1;
        out.push_back(sentence);
    }
}

std::vector<std::string> WarningWatch::check(const StatPoint& point)
{
    std::vector<std::string> out;
    double wait = 0, rate = 0;
    for (const auto& [name, value] : point.values) {
        if (name == "update_ratio" && point.imagesSeen > 1000)
            judge(name, value < 1e-7, fmt::format("the network hardly changes: a step moves its weights by {:.1e} of their size. The learning rate may be too small.", value), out);
        if (name == "discriminator_accuracy")
            judge(name, value > 0.98,
                  fmt::format("the discriminator wins: it is right for {:.0f} % of the images, so its gradient says little. A lower learning rate of the heads or more noise on "
                              "their inputs helps.",
                              100 * value),
                  out);
        if (name == "diversity") {
            m_bestDiversity = std::max(m_bestDiversity, value);
            judge(name, value < 0.4 * m_bestDiversity,
                  fmt::format("the student's pictures grow alike: their spread over noises fell from {:.2f} to {:.2f} of the data's. Own noise for the shift, gamma nearer to t, "
                              "or the adversarial term help.",
                              m_bestDiversity, value),
                  out);
        }
        if (name == "data_wait_s")
            wait = value;
        if (name == "images_per_s")
            rate = value;
    }
    judge("data", rate > 0 && wait > 0.5, fmt::format("training waits for data: {:.1f} s since the last line. The disk or the decoding is too slow.", wait), out);
    return out;
}

}  // namespace potstill
