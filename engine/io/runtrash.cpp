#include "engine/io/runtrash.h"

#include "engine/io/atomicfile.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

#include <stdio.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kDescription = ".json";

fs::path descriptionOf(const fs::path& trashed) { return trashed.string() + std::string(kDescription); }

/// "runs/00003-x/checkpoints/000120000" -> "00003-x checkpoints 000120000", so that one sees in the folder what it was.
std::string trashName(const fs::path& relative)
{
    std::string name;
    for (const fs::path& part : relative)
        if (part != "runs")
            name += (name.empty() ? "" : " ") + part.string();
    return name;
}

}  // namespace

TrashedItem RunTrash::put(const fs::path& path)
{
    std::error_code error;
    const fs::path relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(m_project));
    if (relative.empty() || *relative.begin() == ".." || *relative.begin() == "." || *relative.begin() == "trash")
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is not a part of the project '{}'", path.string(), m_project.string()));
    if (!fs::exists(path, error))
        throw Error(ErrorCode::NotFound, {"gone-already", 0, {{"name", path.filename().string()}}, fmt::format("'{}' is gone already", path.string())});
    for (fs::path run = path; run.has_relative_path() && run != m_project; run = run.parent_path())
        if (run.parent_path().filename() == "runs" && RunLock::isHeldByLivingProcess(run))
            throw Error(ErrorCode::Locked, {"run-is-trained", 0, {{"run", run.filename().string()}}, fmt::format("'{}' is being trained; stop it first", run.filename().string())});
    makeFolders(folder());
    const std::string name = trashName(relative);
    TrashedItem item{folder() / name, m_project / relative, utcNow()};
    for (int k = 2; fs::exists(item.trashed, error) || fs::exists(descriptionOf(item.trashed), error); ++k)
        item.trashed = folder() / fmt::format("{} ({})", name, k);
    writeJsonFile(descriptionOf(item.trashed), {{"from", relative.generic_string()}, {"since", item.since}});
    if (::rename(path.c_str(), item.trashed.c_str()) != 0) {
        const int reason = errno;
        fs::remove(descriptionOf(item.trashed), error);
        throwSystemError(reason, "move to the trash", path);
    }
    return item;
}

void RunTrash::restore(const TrashedItem& item)
{
    std::error_code error;
    if (!fs::exists(item.trashed, error))
        throw Error(ErrorCode::NotFound,
                    {"not-in-trash", 0, {{"name", item.original.filename().string()}}, fmt::format("'{}' is no longer in the trash", item.trashed.filename().string())});
    makeFolders(item.original.parent_path());
    // Never over something that took its place meanwhile.
    if (fs::exists(item.original, error))
        throw Error(ErrorCode::Io,
                    {"place-taken", 0, {{"name", item.original.filename().string()}}, fmt::format("'{}' cannot be brought back: its place is taken", item.original.string())});
    if (::rename(item.trashed.c_str(), item.original.c_str()) != 0)
        throwSystemError(errno, "bring back from the trash", item.original);
    fs::remove(descriptionOf(item.trashed), error);
}

std::vector<TrashedItem> RunTrash::items() const
{
    std::vector<TrashedItem> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder(), error)) {
        const fs::path description = descriptionOf(entry.path());
        const bool isDescription = entry.path().extension() == kDescription && fs::exists(entry.path().parent_path() / entry.path().stem(), error);
        if (isDescription || (entry.path().extension() == kDescription && !entry.is_directory(error)))
            continue;
        TrashedItem item{entry.path(), m_project / (fs::exists(entry.path() / "gallery.json", error) ? "galleries" : "runs") / entry.path().filename(), {}};
        if (fs::exists(description, error)) {
            const Json json = readJsonFile(description);
            item.original = m_project / json.value("from", item.original.lexically_relative(m_project).generic_string());
            item.since = json.value("since", "");
        }
        found.push_back(std::move(item));
    }
    std::sort(found.begin(), found.end(), [](const TrashedItem& a, const TrashedItem& b) { return std::tie(a.since, a.trashed) < std::tie(b.since, b.trashed); });
    return found;
}

std::uint64_t RunTrash::empty()
{
    const std::uint64_t bytes = folderBytes(folder());
    std::error_code error;
    fs::remove_all(folder(), error);
    if (error)
        throwSystemError(error.value(), "empty the trash", folder());
    return bytes;
}

}  // namespace potstill
