#pragma once

#include "engine/core/runobserver.h"
#include "engine/core/series.h"

#include <QList>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace potstill {

/// The statistics of a run by name, over images seen.
class RunSeries {
public:
    void clear() { m_series.clear(); }
    /// Points of a resumed run replace those that are not before them.
    void add(const std::vector<StatPoint>& points);
    const std::map<std::string, std::vector<SeriesPoint>>& all() const { return m_series; }
    /// Names that begin so, for example "loss/t".
    std::vector<std::string> namesWith(const std::string& prefix) const;

private:
    std::map<std::string, std::vector<SeriesPoint>> m_series;
};

/// A preview that lies in a run's samples folder.
struct StoredPreview {
    qint64 images = 0;
    QString file;          ///< the PNG; its .json lies beside it
};

/// What can be read from a run folder without the engine, for finished runs and those of other programs.
struct StoredRun {
    std::vector<StatPoint> stats;
    QList<StoredPreview> previews;
};
/// On a pool thread: may take a while.
StoredRun readStoredRun(const std::string& runFolder);

}  // namespace potstill
