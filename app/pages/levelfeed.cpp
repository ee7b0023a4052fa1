#include "app/pages/levelfeed.h"

#include "widgets/heatmap.h"

#include <cmath>
#include <map>

namespace potstill {

void LevelFeed::clear()
{
    m_map.clear();
    m_drawn.clear();
}

void LevelFeed::show(const RunSeries& series)
{
    const std::vector<std::string> names = series.namesWith("loss/t");
    bool goesOn = names.size() == m_drawn.size();
    for (std::size_t row = 0; row < names.size() && goesOn; ++row) {
        const Drawn& drawn = m_drawn[row];
        goesOn = drawn.name == names[row] && hasOnlyGrown(series.of(names[row]), drawn.count, drawn.last);
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!goesOn) {
            QStringList rows;
            m_drawn.clear();
            for (const std::string& name : names) {
                rows.append("t " + QString::fromStdString(name.substr(6)));
                m_drawn.push_back({name, 0, {}});
            }
            m_map.setData(rows, {});
        }
        std::map<double, std::vector<double>> columns;  // of what is new
        for (std::size_t row = 0; row < names.size(); ++row) {
            const std::vector<SeriesPoint>& points = series.of(names[row]);
            for (std::size_t i = m_drawn[row].count; i < points.size(); ++i)
                columns.try_emplace(points[i].x, names.size(), std::nan("")).first->second[row] = points[i].y;
        }
        // A level that was measured late belongs into columns that are there: all of them are made anew.
        goesOn = columns.empty() || m_map.columns().empty() || columns.begin()->first > m_map.columns().back().x;
        if (!goesOn)
            continue;
        std::vector<HeatColumn> data;
        for (auto& [x, values] : columns)
            data.push_back({x, std::move(values)});
        for (Drawn& drawn : m_drawn) {
            const std::vector<SeriesPoint>& points = series.of(drawn.name);
            drawn.count = points.size();
            drawn.last = points.empty() ? SeriesPoint{} : points.back();
        }
        if (!data.empty())
            m_map.append(data);
        return;
    }
}

}  // namespace potstill
