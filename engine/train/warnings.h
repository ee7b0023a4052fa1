#pragma once

#include "engine/core/runobserver.h"

#include <map>
#include <string>
#include <vector>

namespace potstill {

/// Watches the statistics for the known ways in which a distillation goes wrong and names the cause, once each until it has passed.
class WarningWatch {
public:
    /// Sentences for what is newly wrong at this tick.
    std::vector<std::string> check(const StatPoint& point);

private:
    void judge(const std::string& key, bool isWrong, const std::string& sentence, std::vector<std::string>& out);

    std::map<std::string, int> m_streaks;  // ticks in a row that were wrong; -1 once reported
    double m_bestDiversity = 0;
};

}  // namespace potstill
