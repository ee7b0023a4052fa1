#pragma once

#include "engine/core/options.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace potstill {

/// What a resumed run may do otherwise than it was started; it stays so for later sessions (extend.json of the run).
struct Continuation {
    std::int64_t images = 0;  ///< new length, longer or shorter; 0 = as it is
    std::string device = {};  ///< auto, cpu or cuda:N; empty = as before
    int threads = -1;         ///< -1 = as before. Another device or number of threads: the numbers are no longer bit for bit those of an uninterrupted run
};

/// The options that a run goes by: those of its config.json, with extend.json and then `changed` over them. Error(BadFile) where there are none.
Json optionsInForce(const Json& config, const std::filesystem::path& runFolder, const Continuation& changed = {});
/// Writes `changed` into extend.json. Only for who holds the run's lock.
void keepContinuation(const std::filesystem::path& runFolder, const Continuation& changed);

}  // namespace potstill
