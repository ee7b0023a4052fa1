#pragma once

#include "engine/core/options.h"

#include <filesystem>
#include <string>

namespace potstill {

/// Changes one value of meta.json (name, notes, starred), which is what a person may change of a run; the others stay.
void setRunMeta(const std::filesystem::path& runFolder, const std::string& key, const Json& value);

/// The command that does the run again: `potstill-cli distill --project PROJECT --set ...`, with what differs from the defaults, quoted for a shell.
std::string commandOfRun(const std::filesystem::path& runFolder, const OptionSchema& schema);

/// Copies a checkpoint, with the statistics and samples up to it, into a run that was just made: it goes on from there.
/// Error(NotFound), Error(BadOption) when the run has checkpoints already.
void branchFrom(const std::filesystem::path& checkpoint, const std::filesystem::path& newRun);

}  // namespace potstill
