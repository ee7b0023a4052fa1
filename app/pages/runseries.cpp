#include "app/pages/runseries.h"

#include <cmath>

namespace potstill {

void RunSeries::add(const std::vector<StatPoint>& points)
{
    const auto put = [this](const std::string& name, double x, double y) {
        std::vector<SeriesPoint>& series = m_series[name];
        while (!series.empty() && series.back().x >= x)
            series.pop_back();
        series.push_back({x, y});
    };
    for (const StatPoint& point : points) {
        const auto x = static_cast<double>(point.imagesSeen);
        if (point.wallSeconds > 0)
            put("wall_seconds", x, point.wallSeconds);
        for (const auto& [name, value] : point.values)
            put(name, x, value);
    }
}

const std::vector<SeriesPoint>& RunSeries::of(const std::string& name) const
{
    static const std::vector<SeriesPoint> none;
    const auto it = m_series.find(name);
    return it == m_series.end() ? none : it->second;
}

std::vector<std::string> RunSeries::namesWith(const std::string& prefix) const
{
    std::vector<std::string> names;
    for (const auto& [name, series] : m_series)
        if (name.rfind(prefix, 0) == 0)
            names.push_back(name);
    return names;
}

bool hasOnlyGrown(const std::vector<SeriesPoint>& points, std::size_t count, const SeriesPoint& last)
{
    if (count == 0 || count > points.size())
        return count == 0;
    const SeriesPoint& now = points[count - 1];
    return now.x == last.x && (now.y == last.y || (std::isnan(now.y) && std::isnan(last.y)));
}

}  // namespace potstill
