#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <optional>

#include <stdio.h>
#include <sys/stat.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr int kFormat = 1;
constexpr std::string_view kReserved = ".new-";

/// The number at the start of "00007-name" (five digits or more and a dash).
std::optional<long> runNumber(const std::string& name)
{
    const std::size_t dash = name.find('-');
    if (dash == std::string::npos || dash < 5 || dash > 9
        || !std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(dash), [](unsigned char c) { return std::isdigit(c); }))
        return std::nullopt;
    return std::stol(name.substr(0, dash));
}

std::string cleanSlug(const std::string& slug)
{
    std::string out;
    for (const char c : slug.substr(0, 60))
        out += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.' ? c : '-';
    return out.empty() ? "run" : out;
}

/// Highest number in a folder, finished or being made; -1 when there is none.
long highestNumber(const fs::path& folder)
{
    long highest = -1;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        std::string name = entry.path().filename().string();
        if (name.rfind(kReserved, 0) == 0)
            name = name.substr(kReserved.size()) + "-";
        if (const auto number = runNumber(name))
            highest = std::max(highest, *number);
    }
    if (error && error != std::errc::no_such_file_or_directory)
        throwSystemError(error.value(), "read the folder", folder);
    return highest;
}

bool isTaken(const fs::path& runs, long number)
{
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(runs, error))
        if (runNumber(entry.path().filename().string()) == number)
            return true;
    return false;
}

/// Folders of runs whose making was cut short an hour ago or earlier.
void removeAbandoned(const fs::path& runs)
{
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(runs, error)) {
        std::error_code ignored;
        if (entry.path().filename().string().rfind(kReserved, 0) == 0 && fs::file_time_type::clock::now() - entry.last_write_time(ignored) > std::chrono::hours(1) && !ignored)
            fs::remove_all(entry.path(), ignored);
    }
}

}  // namespace

bool Project::isProject(const fs::path& folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "project.json", error);
}

Project Project::open(const fs::path& folder)
{
    const fs::path file = folder / "project.json";
    if (!isProject(folder))
        throw Error(ErrorCode::NotFound, {"not-a-project", 0, {{"folder", folder.string()}}, fmt::format("'{}' is not a project: it has no project.json", folder.string())});
    const Json json = readJsonFile(file);
    if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer())
        throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", file.string()}}, fmt::format("{}: the whole number 'format' is missing", file.string())});
    if (json["format"].get<long>() > kFormat)
        throw Error(ErrorCode::BadFile,
                    {"newer-project",
                     0,
                     {{"folder", folder.string()}},
                     fmt::format("{}: format {} was written by a newer version of this program, which reads up to {}", file.string(), json["format"].get<long>(), kFormat)});
    Project project;
    project.m_folder = folder;
    makeFolders(folder / "runs");
    return project;
}

Project Project::openOrCreate(const fs::path& folder)
{
    if (!isProject(folder)) {
        std::error_code error;
        if (fs::exists(folder, error) && !fs::is_directory(folder, error))
            throw Error(ErrorCode::BadFile, {"project-is-file", 0, {{"path", folder.string()}}, fmt::format("'{}' is a file; a project is a folder", folder.string())});
        makeFolders(folder);
        removeLeftovers(folder);
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            // Another process may be making the same project at this moment.
            if (name != "runs" && name.rfind(".project.json", 0) != 0 && name != "project.json")
                throw Error(ErrorCode::BadFile, {"folder-not-empty",
                                                 0,
                                                 {{"folder", folder.string()}, {"holds", name}},
                                                 fmt::format("'{}' is not a project and not empty (it holds '{}'); name an empty or new folder", folder.string(), name)});
        }
        fs::path named = fs::absolute(folder).lexically_normal();
        if (!named.has_filename())
            named = named.parent_path();
        writeJsonFile(folder / "project.json", {{"name", named.filename().string()}, {"format", kFormat}, {"created", utcNow()}});
    }
    return open(folder);
}

std::string Project::name() const
{
    const Json json = readJsonFile(m_folder / "project.json");
    return json.contains("name") && json["name"].is_string() ? json["name"].get<std::string>() : m_folder.filename().string();
}

std::vector<fs::path> Project::runs() const
{
    std::vector<std::pair<long, fs::path>> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder / "runs", error))
        if (const auto number = runNumber(entry.path().filename().string()); number && entry.is_directory(error))
            found.emplace_back(*number, entry.path());
    std::sort(found.begin(), found.end());
    std::vector<fs::path> folders;
    for (auto& [number, folder] : found)
        folders.push_back(std::move(folder));
    return folders;
}

fs::path Project::createRun(const std::string& slug, const Json& config) const
{
    const fs::path runs = m_folder / "runs";
    makeFolders(runs);
    removeAbandoned(runs);
    // A run in the trash keeps its number, so that its place is free when it comes back. Looked at last: runs move there meanwhile.
    const long last = highestNumber(runs), lastTrashed = highestNumber(m_folder / "trash");
    for (long number = std::max(last, lastTrashed) + 1;; ++number) {
        // The hidden folder reserves the number. A run of that number that was finished between the listing and the mkdir is seen by the second look.
        const fs::path reserved = runs / fmt::format("{}{:05}", kReserved, number);
        if (::mkdir(reserved.c_str(), 0777) != 0) {
            if (errno == EEXIST)
                continue;
            throwSystemError(errno, "make the run's folder", reserved);
        }
        std::error_code ignored;
        if (isTaken(runs, number)) {
            fs::remove(reserved, ignored);
            continue;
        }
        const fs::path folder = runs / fmt::format("{:05}-{}", number, cleanSlug(slug));
        try {
            writeJsonFile(reserved / "config.json", config);
            writeJsonFile(reserved / "meta.json", {{"name", ""}, {"notes", ""}, {"starred", false}});
            if (::rename(reserved.c_str(), folder.c_str()) != 0)
                throwSystemError(errno, "name the run's folder", folder);
        } catch (...) {
            fs::remove_all(reserved, ignored);
            throw;
        }
        syncFolder(runs);
        return folder;
    }
}

}  // namespace potstill
