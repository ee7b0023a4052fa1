#pragma once

#include "engine/core/runobserver.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace potstill {

/// A line of a run's log.txt, as appendLog wrote it.
struct LogLine {
    std::string utc;
    LogLevel level = LogLevel::Info;
    std::string text;
};
/// The whole lines from a byte on; nextByte = where to go on later. Of a long log only the last megabyte; a log shorter than fromByte is read from its start. Lines of another form are left out.
std::vector<LogLine> readLog(const std::filesystem::path& runFolder, std::uint64_t fromByte = 0, std::uint64_t* nextByte = nullptr);

}  // namespace potstill
