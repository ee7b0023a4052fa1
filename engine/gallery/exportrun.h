#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/gallery/gallery.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace potstill {

struct ExportResult {
    std::int64_t written = 0;                  ///< images
    std::vector<std::string> missing;          ///< a sentence for each image that is gone or damaged and was left out
    std::vector<std::filesystem::path> files;  ///< what was made: one file, the pages of a sheet, or one folder
    bool complete = true;                      ///< false when it was stopped; nothing is left of it then
};

/// One export under way: counts, reports at most ten times a second, and asks whether to stop.
class ExportRun {
public:
    ExportRun(std::string stage, std::int64_t total, RunControl& control, RunObserver& observer);
    /// One image is done. False when the export shall stop: leave, and let nothing remain.
    bool next();
    /// Reads with `read`; a vanished or damaged image is reported and left out (false), other failures go on as they are.
    template <class F>
    bool take(F&& read)
    {
        try {
            read();
            return true;
        } catch (const Error& e) {
            leaveOut(e);
            return false;
        }
    }
    bool isStopping() const { return m_control.isStopping(); }
    ExportResult result;

private:
    void leaveOut(const Error& error);

    Progress m_progress;
    RunControl& m_control;
    RunObserver& m_observer;
    std::chrono::steady_clock::time_point m_begin, m_last;
};

/// A folder that takes its final name only when it is whole; otherwise it is removed. Throws Error(BadOption) when there is something under the name already.
class NewFolder {
public:
    explicit NewFolder(const std::filesystem::path& path);
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    const std::filesystem::path& path() const { return m_temporary; }
    void commit();

private:
    std::filesystem::path m_path, m_temporary;
    bool m_isDone = false;
};

/// Copies the PNG of an item, without its text where recipes are left out; encodes it where it is not a file yet.
void copyImage(const Gallery& gallery, const GalleryItem& item, const std::filesystem::path& to, bool withRecipe);
/// Writes a text file without waiting for the disk: for files of a NewFolder. Throws Error(Io | DiskFull).
class PlainFile {
public:
    explicit PlainFile(const std::filesystem::path& path);
    void write(std::string_view text);
    /// Throws when anything could not be written.
    void close();

private:
    std::filesystem::path m_path;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
};

}  // namespace potstill
