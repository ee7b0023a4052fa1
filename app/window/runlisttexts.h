#pragma once

#include "app/window/projectcontents.h"

#include <QCoreApplication>
#include <QIcon>
#include <QString>

namespace potstill {

/// How a run is told in the list of runs.
class RunListTexts final {
    Q_DECLARE_TR_FUNCTIONS(potstill::RunsDock)
public:
    static QString folder(const RunSummary& run) { return QString::fromStdString(run.folder.string()); }
    static QString state(const RunSummary& run);
    static QIcon icon(RunState state);
    static QString toolTip(const RunSummary& run);
    static QString toolTip(const LastValue& value);
};

}  // namespace potstill
