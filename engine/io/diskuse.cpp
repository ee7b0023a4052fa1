#include "engine/io/diskuse.h"

#include "engine/io/checkpointchoice.h"
#include "engine/io/runqueue.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

namespace potstill {

namespace fs = std::filesystem;

std::uint64_t folderBytes(const fs::path& folder)
{
    std::error_code error;
    if (fs::is_regular_file(folder, error))
        return fs::file_size(folder, error);
    std::uint64_t bytes = 0;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_regular_file(ignored) && !it->is_symlink(ignored))
            if (const std::uintmax_t size = it->file_size(ignored); !ignored)
                bytes += size;
    }
    return bytes;
}

std::vector<fs::path> checkpointsOf(const fs::path& runFolder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(runFolder / "checkpoints", error)) {
        const std::string name = entry.path().filename().string();
        std::error_code ignored;
        if (name.size() >= 9 && name.size() <= 18 && std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); })
            && fs::exists(entry.path() / "manifest.json", ignored))
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return std::stoll(a.filename().string()) < std::stoll(b.filename().string()); });
    return found;
}

RunDiskUse diskUseOf(const fs::path& runFolder)
{
    RunDiskUse use;
    use.run = runFolder;
    use.total = folderBytes(runFolder);
    use.checkpoints = folderBytes(runFolder / "checkpoints");
    use.samples = folderBytes(runFolder / "samples");
    std::vector<fs::path> checkpoints = checkpointsOf(runFolder);
    if (checkpoints.size() < 2)
        return use;
    const fs::path newest = checkpoints.back();
    checkpoints.pop_back();
    std::set<fs::path> kept;  // their names
    try {
        kept.insert(bestKnownBy(newest).folderName);
        for (const fs::path& origin : queuedOrigins(runFolder))
            kept.insert(origin.filename());
    } catch (const std::exception&) {
        return use;  // without its state nobody knows which one is the best, without the queue which ones are waited for: all of them stay
    }
    for (const fs::path& checkpoint : checkpoints)
        if (!kept.contains(checkpoint.filename())) {
            use.oldCheckpoints.push_back(checkpoint);
            use.oldCheckpointBytes += folderBytes(checkpoint);
        }
    return use;
}

std::uint64_t makeRoom(const fs::path& project)
{
    std::uint64_t freed = 0;
    const auto remove = [&](const fs::path& path, std::uint64_t bytes) {
        std::error_code error;
        fs::remove_all(path, error);
        freed += error ? 0 : bytes;
    };
    remove(project / "trash", folderBytes(project / "trash"));
    std::error_code error;
    for (const fs::directory_entry& run : fs::directory_iterator(project / "runs", error))
        for (const RunDiskUse use = diskUseOf(run.path()); const fs::path& checkpoint : use.oldCheckpoints)
            remove(checkpoint, folderBytes(checkpoint));
    return freed;
}

}  // namespace potstill
