#include "engine/io/atomicfile.h"
#include "engine/io/continuation.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<RunState, std::string_view>, 7> kNames = {{{RunState::Draft, "draft"},
                                                                          {RunState::Running, "running"},
                                                                          {RunState::Interrupted, "interrupted"},
                                                                          {RunState::Paused, "paused"},
                                                                          {RunState::Stopped, "stopped"},
                                                                          {RunState::Finished, "finished"},
                                                                          {RunState::Failed, "failed"}}};

std::string textAt(const Json& json, const char* key) { return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string(); }

std::int64_t numberAt(const Json& json, const char* key) { return json.is_object() && json.contains(key) && json[key].is_number_integer() ? json[key].get<std::int64_t>() : 0; }

void readConfig(RunSummary& summary)
{
    const Json config = readJsonFile(summary.folder / "config.json");
    summary.id = textAt(config, "id");
    summary.created = textAt(config, "created");
    const Json options = config.is_object() && config.contains("options") ? optionsInForce(config, summary.folder) : config;
    summary.kind = textAt(options, "kind");
    summary.teacher = textAt(options, "teacher");
    summary.device = textAt(options, "device");
    summary.method = summary.kind == "student" ? textAt(options, "method") : "diffusion";
    if (options.is_object() && options.contains("training"))
        summary.imagesTotal = numberAt(options["training"], "images");
}

void readMeta(RunSummary& summary)
{
    std::error_code error;
    if (!fs::exists(summary.folder / "meta.json", error))
        return;
    const Json meta = readJsonFile(summary.folder / "meta.json");
    if (const std::string name = textAt(meta, "name"); !name.empty())
        summary.name = name;
    summary.notes = textAt(meta, "notes");
    summary.starred = meta.is_object() && meta.contains("starred") && meta["starred"].is_boolean() && meta["starred"].get<bool>();
}

void readState(RunSummary& summary)
{
    const fs::path file = summary.folder / "state.json";
    const bool isHeld = RunLock::isHeldByLivingProcess(summary.folder);
    std::error_code error;
    if (!fs::exists(file, error)) {
        summary.state = isHeld ? RunState::Running : RunState::Draft;
        return;
    }
    const Json json = readJsonFile(file);
    const std::string name = textAt(json, "state");
    const auto known = std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.second == name; });
    if (known == kNames.end())
        throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", file.string()}}, fmt::format("{}: '{}' is not a state of a run", file.string(), name)});
    summary.state = known->first;
    summary.imagesSeen = numberAt(json, "images_seen");
    summary.failure = textAt(json, "failure");
    if (summary.state == RunState::Running || summary.state == RunState::Paused) {
        if (!isHeld)
            summary.state = RunState::Interrupted;
        // What the state file says is as old as the last save.
        if (const std::vector<fs::path> checkpoints = checkpointsOf(summary.folder); !checkpoints.empty())
            summary.imagesSeen = std::max<std::int64_t>(summary.imagesSeen, std::stoll(checkpoints.back().filename().string()));
    }
}

}  // namespace

std::string_view runStateName(RunState state)
{
    for (const auto& [value, name] : kNames)
        if (value == state)
            return name;
    return "draft";
}

fs::path runAround(const fs::path& model)
{
    for (fs::path p = fs::weakly_canonical(model); p.has_relative_path(); p = p.parent_path())
        if (fs::exists(p / "config.json") && fs::exists(p / "checkpoints"))
            return p;
    return {};
}

RunSummary readRunSummary(const fs::path& runFolder)
{
    RunSummary summary;
    summary.folder = runFolder;
    summary.name = runFolder.filename().string();
    const auto fail = [&summary](const std::string& why) {
        summary.state = RunState::Failed;
        if (summary.failure.empty())
            summary.failure = why;
    };
    try {
        readConfig(summary);
        readMeta(summary);
        readState(summary);
    } catch (const Error& e) {
        fail(e.line());
    } catch (const std::exception& e) {
        fail(e.what());
    }
    return summary;
}

void writeRunState(const fs::path& runFolder, RunState state, std::int64_t imagesSeen, const std::string& failure)
{
    Json json = {{"state", std::string(runStateName(state))}, {"images_seen", imagesSeen}, {"utc", utcNow()}};
    if (!failure.empty())
        json["failure"] = failure;
    writeJsonFile(runFolder / "state.json", json);
}

void appendLog(const fs::path& runFolder, LogLevel level, const std::string& text)
{
    std::string line = fmt::format("{} {} {}", utcNow(), level == LogLevel::Info ? "info" : level == LogLevel::Warning ? "warning" : "error", text);
    for (char& c : line)
        if (c == '\n' || c == '\r')
            c = ' ';
    line += '\n';
    try {
        const fs::path path = runFolder / "log.txt";
        const Descriptor file = openFile(path, O_WRONLY | O_APPEND | O_CREAT, "open");
        writeAll(file.get(), line.data(), line.size(), path);
    } catch (const Error&) {
        // Often called while a failure (a full disk) is being reported: that one must come through.
    }
}

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc = {};
    ::gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

std::string newUuid()
{
    std::array<unsigned char, 16> bytes{};
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::getrandom(bytes.data() + filled, bytes.size() - filled, 0);
        if (got < 0 && errno != EINTR)
            throwSystemError(errno, "read random bytes", "getrandom");
        filled += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);  // version 4
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);  // variant of RFC 4122
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += fmt::format("{:02x}", bytes[i]);
    }
    return text;
}

}  // namespace potstill
