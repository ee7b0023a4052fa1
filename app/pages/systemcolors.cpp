#include "app/pages/systemcolors.h"

#include "app/pages/runcurves.h"
#include "widgets/theme.h"

namespace potstill {

std::vector<int> systemColors(const std::vector<SystemQuality>& systems)
{
    std::vector<int> out;
    std::map<QString, int> ofRun;  // systems of a run so far
    for (const SystemQuality& s : systems)
        out.push_back(s.run.isEmpty() ? int(out.size()) : runColorIndex(s.run) + Theme::kSeriesCount * ofRun[s.run]++);
    return out;
}

}  // namespace potstill
