#pragma once

#include "app/pages/runseries.h"

namespace potstill {

class HeatMap;

/// Brings the loss of a run by noise level ("loss/t0.5") to its heat map: what is new, not everything anew.
class LevelFeed final {
public:
    explicit LevelFeed(HeatMap& map) : m_map(map) {}
    void clear();
    void show(const RunSeries& series);

private:
    /// What the map was given last of a level.
    struct Drawn {
        std::string name;
        std::size_t count = 0;
        SeriesPoint last;
    };
    HeatMap& m_map;
    std::vector<Drawn> m_drawn;
};

}  // namespace potstill
