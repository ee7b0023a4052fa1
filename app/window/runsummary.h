#pragma once

#include "engine/core/runwarning.h"
#include "engine/io/runfolder.h"

#include <QDialog>

#include <optional>

namespace potstill {

/// What became of a run while no window was there.
struct RunReport {
    RunSummary summary;
    std::string changed;  ///< UTC of its last state
    std::string figure;   ///< name of its figure of quality, "" without one
    double best = 0, last = 0;
    std::int64_t bestImages = 0;        ///< the moment of the best
    bool isBestSaved = false;           ///< a checkpoint of that moment is there
    std::optional<RunWarning> warning;  ///< to be looked at: of those since the moment the newest, a collapse before others
};
/// Runs whose state changed after a moment (UTC, ISO 8601), in order of their change. Reads files: not for the window's thread.
std::vector<RunReport> reportsSince(const std::filesystem::path& project, const std::string& utc);

/// "While you were away": what ran, what stopped and why, the best of each, and what to look at: of a failed run its log, of a warning its moment, of a finished student its ladder.
/// Enter or a double click on a row does what its button does.
class RunSummaryDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RunSummaryDialog(const std::vector<RunReport>& reports, QWidget* parent = nullptr);

Q_SIGNALS:
    void runChosen(const QString& folder);
    void logChosen(const QString& folder);
    void ladderChosen(const QString& folder);
    void warningChosen(const QString& folder, const potstill::RunWarning& warning);

private:
    void lookAt(const RunReport& report);
};

}  // namespace potstill
