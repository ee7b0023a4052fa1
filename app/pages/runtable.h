#pragma once

#include "app/pages/compareplan.h"

#include <QTreeWidget>

namespace potstill {

/// What a run's files say about it.
struct RunFacts {
    QString name, folder;
    Json options;                                      ///< config.json
    std::int64_t imagesSeen = 0;
    std::map<std::string, double> figures;             ///< last value of each series
    Json evaluation;                                   ///< of its most steps, from the newest of evaluations/; null = none
};
/// Reads files: not for the window's thread. A damaged run has what could be read.
RunFacts readRunFacts(const NamedModel& run);

/// Runs as rows; the settings in which they differ and their figures as columns.
class RunTable final : public QTreeWidget {
    Q_OBJECT
public:
    explicit RunTable(QWidget* parent = nullptr);
    void setRuns(const std::vector<RunFacts>& runs);
};

}  // namespace potstill
