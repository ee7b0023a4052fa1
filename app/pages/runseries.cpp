#include "app/pages/runseries.h"

#include "engine/io/runfolder.h"

#include <QDir>

namespace potstill {

void RunSeries::add(const std::vector<StatPoint>& points)
{
    for (const StatPoint& point : points)
        for (const auto& [name, value] : point.values) {
            std::vector<SeriesPoint>& series = m_series[name];
            const auto x = static_cast<double>(point.imagesSeen);
            while (!series.empty() && series.back().x >= x)
                series.pop_back();
            series.push_back({x, value});
        }
}

std::vector<std::string> RunSeries::namesWith(const std::string& prefix) const
{
    std::vector<std::string> names;
    for (const auto& [name, series] : m_series)
        if (name.rfind(prefix, 0) == 0)
            names.push_back(name);
    return names;
}

StoredRun readStoredRun(const std::string& runFolder)
{
    StoredRun stored;
    stored.stats = StatsLog::read(runFolder);
    const QDir samples(QString::fromStdString(runFolder) + "/samples");
    for (const QFileInfo& file : samples.entryInfoList({"*-ema.png"}, QDir::Files, QDir::Name))
        stored.previews.append({file.fileName().section('-', 0, 0).toLongLong(), file.filePath()});
    return stored;
}

}  // namespace potstill
