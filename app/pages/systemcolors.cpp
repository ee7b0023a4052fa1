#include "app/pages/systemcolors.h"

#include "app/pages/runcurves.h"
#include "widgets/theme.h"

#include <map>
#include <set>

namespace potstill {

namespace {

/// What has a colour of its own: a run or model, or a system whose model is not on this machine.
const QString& keyOf(const SystemQuality& s) { return s.run.isEmpty() ? s.name : s.run; }

}  // namespace

std::vector<int> systemColors(const std::vector<SystemQuality>& systems)
{
    std::map<QString, int> colors;
    std::set<int> taken;
    for (const SystemQuality& s : systems)
        if (const auto number = runNumber(s.run))
            taken.insert((colors[s.run] = *number) % Theme::kSeriesCount);
    for (const SystemQuality& s : systems)
        if (const QString& key = keyOf(s); !colors.contains(key)) {
            int free = 0;
            while (taken.contains(free) && free + 1 < Theme::kSeriesCount)
                ++free;
            taken.insert(colors[key] = free);
        }
    std::vector<int> out;
    std::map<QString, int> before;  // systems of a run or model so far
    for (const SystemQuality& s : systems)
        out.push_back(colors[keyOf(s)] + Theme::kSeriesCount * before[keyOf(s)]++);
    return out;
}

std::vector<int> colorsOfPairs(const std::vector<PairResult>& pairs, const std::vector<int>& colors)
{
    std::vector<int> out;
    std::map<int, int> before;  // pairs of a colour so far
    for (const PairResult& p : pairs) {
        const int color = colors.at(std::size_t(p.first)) % Theme::kSeriesCount;
        out.push_back(color + Theme::kSeriesCount * before[color]++);
    }
    return out;
}

}  // namespace potstill
