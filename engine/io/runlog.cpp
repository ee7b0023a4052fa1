#include "engine/io/runlog.h"

#include <fstream>
#include <optional>

namespace potstill {

namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;

std::optional<LogLine> lineOf(const std::string& line)
{
    const std::size_t first = line.find(' '), second = first == std::string::npos ? first : line.find(' ', first + 1);
    if (second == std::string::npos)
        return std::nullopt;
    const std::string level = line.substr(first + 1, second - first - 1);
    if (level != "info" && level != "warning" && level != "error")
        return std::nullopt;
    return LogLine{line.substr(0, first), level == "info" ? LogLevel::Info : level == "warning" ? LogLevel::Warning : LogLevel::Error, line.substr(second + 1)};
}

}  // namespace

std::vector<LogLine> readLog(const std::filesystem::path& runFolder, std::uint64_t fromByte, std::uint64_t* nextByte)
{
    std::vector<LogLine> lines;
    std::ifstream file(runFolder / "log.txt", std::ios::binary | std::ios::ate);
    const auto size = file ? static_cast<std::uint64_t>(file.tellg()) : 0;
    std::uint64_t at = fromByte > size ? 0 : fromByte;
    const bool isCut = size - at > kMostBytes;
    if (isCut)
        at = size - kMostBytes;
    file.seekg(static_cast<std::streamoff>(at));
    std::string line;
    for (bool isFirst = isCut; std::getline(file, line) && !file.eof(); isFirst = false) {
        at += line.size() + 1;
        if (!isFirst)  // that one may begin in its middle
            if (auto read = lineOf(line))
                lines.push_back(std::move(*read));
    }
    if (nextByte)
        *nextByte = at;
    return lines;
}

}  // namespace potstill
