#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/core/options.h"

#include <filesystem>
#include <string>

namespace potstill {

struct KnownRun {
    std::filesystem::path folder;  ///< "" when there is none
    bool isFinished = false;
};

/// The run of a project with this name whose config.json says all that `document` says. Runs with the same name and other settings are passed over.
KnownRun findRun(const std::filesystem::path& project, const std::string& name, const Json& document);

/// What findRun finds, gone on with when it was not finished; a new run when there is none.
KnownRun runOnce(const std::filesystem::path& project, const std::string& name, const Json& document, RunControl& control, RunObserver& observer);

}  // namespace potstill
