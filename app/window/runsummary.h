#pragma once

#include "engine/io/runfolder.h"

#include <QDialog>

namespace potstill {

/// What became of a run while no window was there.
struct RunReport {
    RunSummary summary;
    std::string changed;  ///< UTC of its last state
    std::string figure;   ///< name of its figure of quality, "" without one
    double best = 0, last = 0;
};
/// Runs whose state changed after a moment (UTC, ISO 8601), in order of their change. Reads files: not for the window's thread.
std::vector<RunReport> reportsSince(const std::filesystem::path& project, const std::string& utc);

/// "While you were away": what ran, what stopped and why, the best of each. A double click or Enter opens a run.
class RunSummaryDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RunSummaryDialog(const std::vector<RunReport>& reports, QWidget* parent = nullptr);

Q_SIGNALS:
    void runChosen(const QString& folder);
};

}  // namespace potstill
