#include "engine/io/atomicfile.h"
#include "engine/io/runfolder.h"

#include <cerrno>
#include <cmath>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMaxBytes = 4ull << 30;

std::string lineOf(const StatPoint& point)
{
    Json json = {{"utc", utcNow()}, {"images_seen", point.imagesSeen}, {"wall_seconds", point.wallSeconds}};
    for (const auto& [name, value] : point.values)
        if (!json.contains(name))
            json[name] = std::isfinite(value) ? Json(value) : Json(nullptr);  // JSON has no NaN
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<StatPoint> pointOf(std::string_view line)
{
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("images_seen") || !json["images_seen"].is_number_integer())
        return std::nullopt;
    StatPoint point;
    for (const auto& [name, value] : json.items()) {
        if (name == "images_seen")
            point.imagesSeen = value.get<std::int64_t>();
        else if (name == "wall_seconds" && value.is_number())
            point.wallSeconds = value.get<double>();
        else if (value.is_number())
            point.values.emplace_back(name, value.get<double>());
        else if (value.is_null())
            point.values.emplace_back(name, std::nan(""));
    }
    return point;
}

/// Calls f(line without its end) for every whole line; returns the bytes of whole lines.
template <class F>
std::size_t forEachLine(std::string_view text, F&& f)
{
    std::size_t at = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', at)) {
        f(text.substr(at, end - at));
        at = end + 1;
    }
    return at;
}

}  // namespace

StatsLog::StatsLog(const fs::path& runFolder, std::int64_t keepUpToImages) : m_file(runFolder / "stats.jsonl")
{
    std::error_code error;
    if (!fs::exists(m_file, error))
        return;
    const std::string text = readFile(m_file, kMaxBytes);
    std::string kept;
    forEachLine(text, [&](std::string_view line) {
        const std::optional<StatPoint> point = pointOf(line);
        if (point && point->imagesSeen <= keepUpToImages)
            kept.append(line).push_back('\n');
    });
    if (kept != text)
        writeFileAtomically(m_file, kept);
}

void StatsLog::append(const StatPoint& point)
{
    const Descriptor file = openFile(m_file, O_WRONLY | O_APPEND | O_CREAT, "open");
    struct stat before = {};
    if (::fstat(file.get(), &before) != 0)
        throwSystemError(errno, "read", m_file);
    const std::string line = lineOf(point);
    try {
        writeAll(file.get(), line.data(), line.size(), m_file);
    } catch (const Error&) {
        // A part of the line may stand there already; without it the log stays whole.
        [[maybe_unused]] const int cut = ::ftruncate(file.get(), before.st_size);
        throw;
    }
}

std::vector<StatPoint> StatsLog::read(const fs::path& runFolder, std::uint64_t fromByte, std::uint64_t* nextByte)
{
    const fs::path path = runFolder / "stats.jsonl";
    std::error_code error;
    std::uint64_t size = fs::file_size(path, error);
    if (error) {
        if (nextByte)
            *nextByte = 0;
        return {};
    }
    if (fromByte > size)
        fromByte = 0;
    const Descriptor file = openFile(path, O_RDONLY, "open");
    std::string text(size - fromByte, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const ssize_t got = ::pread(file.get(), text.data() + filled, text.size() - filled, static_cast<off_t>(fromByte + filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throwSystemError(errno, "read", path);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    text.resize(filled);
    std::vector<StatPoint> points;
    const std::size_t whole = forEachLine(text, [&](std::string_view line) {
        if (auto point = pointOf(line))
            points.push_back(std::move(*point));
    });
    if (nextByte)
        *nextByte = fromByte + whole;
    return points;
}

}  // namespace potstill
