#pragma once

#include "engine/core/runobserver.h"
#include "engine/core/series.h"

#include <map>
#include <string>
#include <vector>

namespace potstill {

/// The statistics of a run by name, over images seen. The wall clock is the series "wall_seconds".
class RunSeries {
public:
    void clear() { m_series.clear(); }
    /// Points of a resumed run replace those that are not before them.
    void add(const std::vector<StatPoint>& points);
    const std::map<std::string, std::vector<SeriesPoint>>& all() const { return m_series; }
    /// The points of a name; empty where nothing was measured.
    const std::vector<SeriesPoint>& of(const std::string& name) const;
    /// Names that begin so, for example "loss/t".
    std::vector<std::string> namesWith(const std::string& prefix) const;

private:
    std::map<std::string, std::vector<SeriesPoint>> m_series;
};

/// Whether `points` are the `count` points of before, the last of which was `last`, and perhaps more.
bool hasOnlyGrown(const std::vector<SeriesPoint>& points, std::size_t count, const SeriesPoint& last);

}  // namespace potstill
