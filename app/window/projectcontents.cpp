#include "app/window/projectcontents.h"

#include "engine/io/jsonfile.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFigures[] = {"teacher_distance", "held_out_loss", "loss"};

/// What a file of settings says at a path; "" without it. A damaged file is one that is not there: the run itself says what is wrong with it.
std::string textIn(const fs::path& file, const char* path)
{
    try {
        if (const Json value = valueAt(readJsonFile(file), path); value.is_string())
            return value.get<std::string>();
    } catch (const std::exception&) {
    }
    return {};
}

}  // namespace

ProjectContents ContentsReader::read(const fs::path& project)
{
    const std::lock_guard lock(m_mutex);
    ProjectContents contents;
    if (!Project::isProject(project))
        return contents;
    // What is gone is forgotten: another run may come to its place.
    std::map<fs::path, Known> before = std::exchange(m_known, {});
    for (const fs::path& folder : Project::open(project).runs()) {
        Known& known = m_known[folder] = std::move(before[folder]);
        try {
            for (const StatPoint& point : StatsLog::read(folder, known.nextByte, &known.nextByte))
                for (const auto& [name, value] : point.values)
                    if (std::isfinite(value) && std::find(std::begin(kFigures), std::end(kFigures), name) != std::end(kFigures))
                        known.values[name] = {name, value, point.imagesSeen};
        } catch (const std::exception&) {
            // it has the value that was read before
        }
        if (!known.data)
            known.data = textIn(folder / "config.json", "options.data.source");
        if (!known.data->empty() && std::find(contents.data.begin(), contents.data.end(), *known.data) == contents.data.end())
            contents.data.push_back(*known.data);
        LastValue last;
        for (const char* figure : kFigures)
            if (const auto it = known.values.find(figure); last.figure.empty() && it != known.values.end())
                last = it->second;
        contents.values.push_back(last);
        contents.runs.push_back(readRunSummary(folder));
    }
    if (std::error_code none; fs::exists(project / "draft.json", none))
        contents.draftKind = textIn(project / "draft.json", "kind");
    return contents;
}

}  // namespace potstill
