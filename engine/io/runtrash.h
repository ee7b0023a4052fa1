#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace potstill {

/// Something in PROJECT/trash: a run, a checkpoint, a packed set, a gallery.
struct TrashedItem {
    std::filesystem::path trashed;   ///< where it lies now
    std::filesystem::path original;  ///< where it came from
    std::string since;               ///< UTC, ISO 8601
};

/// PROJECT/trash: things that were thrown away and can be brought back, also by a later session. Each item NAME has NAME.json beside it, which says where it came from.
class RunTrash {
public:
    explicit RunTrash(std::filesystem::path project) : m_project(std::move(project)) {}

    /// Moves a file or folder of the project here. Error(Locked) for a run that is in use, Error(NotFound), Error(BadOption) for a path outside the project, Error(Io).
    TrashedItem put(const std::filesystem::path& path);
    /// Puts it back. Error(Io) when its place is taken, Error(NotFound) when it is gone.
    void restore(const TrashedItem& item);
    /// Oldest first. Items without a description (of earlier versions) are runs or galleries.
    std::vector<TrashedItem> items() const;
    /// Removes everything for good; returns the bytes freed.
    std::uint64_t empty();

private:
    std::filesystem::path folder() const { return m_project / "trash"; }

    std::filesystem::path m_project;
};

}  // namespace potstill
