#pragma once

#include "engine/core/options.h"
#include "engine/core/runobserver.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace potstill {

/// A folder with project.json and runs/.
class Project {
public:
    /// Opens a project, or makes one where the folder is empty or absent. Error(BadFile) for a newer format version or a folder with other content.
    static Project openOrCreate(const std::filesystem::path& folder);
    static Project open(const std::filesystem::path& folder);
    static bool isProject(const std::filesystem::path& folder);
    const std::filesystem::path& folder() const { return m_folder; }
    std::string name() const;
    /// Run folders in order of their numbers.
    std::vector<std::filesystem::path> runs() const;
    /// Makes runs/NNNNN-slug with config.json (written first and never changed) and meta.json; the number is taken race-free (mkdir) and no run of the trash has it.
    std::filesystem::path createRun(const std::string& slug, const Json& config) const;

private:
    std::filesystem::path m_folder;
};

enum class RunState { Draft, Running, Interrupted, Paused, Stopped, Finished, Failed };
std::string_view runStateName(RunState state);

/// The run that a run folder, a checkpoint or a file of one lies in; empty where there is none.
std::filesystem::path runAround(const std::filesystem::path& model);

/// What a list of runs shows, read without torch.
struct RunSummary {
    std::filesystem::path folder;
    std::string id;       ///< UUID
    std::string name;     ///< from meta.json, else the folder's name
    std::string kind;     ///< "teacher" | "student"
    std::string method;   ///< "diffusion", "imagine-flash"
    std::string teacher;  ///< path of the teacher as configured
    std::string device;   ///< auto, cpu or cuda:N, as its last continuation names it
    RunState state = RunState::Draft;
    std::int64_t imagesSeen = 0, imagesTotal = 0;
    std::string failure;  ///< why, when failed: a sentence, or Error::line()
    bool starred = false;
    std::string notes;
    std::string created;  ///< UTC, ISO 8601
};
/// Never throws for a damaged run: state Failed with what is wrong as its `failure`.
RunSummary readRunSummary(const std::filesystem::path& runFolder);

/// Exclusive use of a run folder: `lock` holds pid, host and a heartbeat, which a thread of its own renews. A dead owner (same host: no such process; other host: heartbeat older than 60 s)
/// is recognised and taken over; a later process of the same number is told apart by its start time. Error(Locked) names the owner. Released by the destructor.
class RunLock {
public:
    explicit RunLock(const std::filesystem::path& runFolder, std::chrono::milliseconds beatEvery = std::chrono::seconds(10));
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;
    static bool isHeldByLivingProcess(const std::filesystem::path& runFolder);

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::jthread m_beating;
};

/// stats.jsonl: append only, one line per tick. A line cut by a crash is ignored by the reader and healed by the next writer.
class StatsLog {
public:
    /// Opens for appending; lines past `keepUpToImages` (from a session that was killed after its last checkpoint) are dropped first, so that a resumed run's log has no step twice.
    StatsLog(const std::filesystem::path& runFolder, std::int64_t keepUpToImages);
    void append(const StatPoint& point);
    /// The points of whole lines from a byte on; nextByte = where to go on later. A log shorter than fromByte (a resumed run dropped lines) is read from its start: the first
    /// point is then older than those the caller has, who replaces them. Values that were not finite come back as NaN. A log that does not exist is empty.
    static std::vector<StatPoint> read(const std::filesystem::path& runFolder, std::uint64_t fromByte = 0, std::uint64_t* nextByte = nullptr);

private:
    std::filesystem::path m_file;
};

/// Appends a line "UTC level text" to log.txt. Never throws: it is called while failures are reported.
void appendLog(const std::filesystem::path& runFolder, LogLevel level, const std::string& text);
/// state.json of the run folder itself: what the last session left ("running", "paused", "stopped", "finished", "failed" with a sentence, images).
void writeRunState(const std::filesystem::path& runFolder, RunState state, std::int64_t imagesSeen, const std::string& failure = {});
std::string utcNow();
std::string newUuid();

}  // namespace potstill
