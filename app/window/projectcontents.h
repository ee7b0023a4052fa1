#pragma once

#include "engine/io/runfolder.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace potstill {

/// The figure of a run that says most: the distance to its teacher, else the held-out loss, else the loss.
struct LastValue {
    std::string figure;  ///< name of the series, "" = none yet
    double value = 0;
    std::int64_t imagesSeen = 0;
};

/// What the list of a project shows, beside its comparisons.
struct ProjectContents {
    std::vector<RunSummary> runs;
    std::vector<LastValue> values;  ///< as many
    std::vector<std::string> data;  ///< sources that runs were trained on, in order of their first use
    std::string draftKind;          ///< "teacher" or "student": the settings that Configure keeps; "" = none
};

/// Reads a project again and again: of statistics only what is new since the last time. Safe to call from several threads; never from the window's.
class ContentsReader {
public:
    ProjectContents read(const std::filesystem::path& project);

private:
    struct Known {
        std::uint64_t nextByte = 0;
        std::map<std::string, LastValue> values;
        std::optional<std::string> data;  ///< of config.json, which never changes
    };
    std::mutex m_mutex;
    std::map<std::filesystem::path, Known> m_known;
};

}  // namespace potstill
