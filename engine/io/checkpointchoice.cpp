#include "engine/io/checkpointchoice.h"

#include "engine/core/error.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"

#include <fmt/format.h>

#include <algorithm>

namespace potstill {

namespace fs = std::filesystem;

BestCheckpoint bestKnownBy(const fs::path& checkpoint)
{
    const Json state = readJsonFile(checkpoint / "state.json");
    const Json best = state.is_object() ? state.value("best", Json::object()) : Json::object();
    const std::string folder = fs::path(best.value("checkpoint", "")).filename().string();
    return folder.empty() ? BestCheckpoint() : BestCheckpoint{best.value("figure", ""), folder};
}

fs::path runOfCheckpoint(const fs::path& model)
{
    const fs::path folders = (model.has_filename() ? model : model.parent_path()).parent_path();
    return folders.filename() == "checkpoints" ? folders.parent_path() : model;
}

std::vector<CheckpointChoice> checkpointChoices(const fs::path& runFolder)
{
    std::vector<CheckpointChoice> choices;
    for (const fs::path& folder : checkpointsOf(runFolder))
        choices.insert(choices.begin(), {folder, std::stoll(folder.filename().string()), {}});
    for (const CheckpointChoice& newest : choices) {
        try {
            const BestCheckpoint best = bestKnownBy(newest.folder);
            for (CheckpointChoice& choice : choices)
                if (choice.folder.filename() == best.folderName)
                    choice.bestBy = best.figure;
            break;
        } catch (const std::exception&) {
            // damaged: the one before it knows the best up to then
        }
    }
    return choices;
}

fs::path checkpointByName(const fs::path& runFolder, const std::string& name)
{
    if (name == "newest")
        return runFolder;
    const std::vector<CheckpointChoice> choices = checkpointChoices(runFolder);
    std::string there;
    for (const CheckpointChoice& choice : choices) {
        if (name == "best" ? !choice.bestBy.empty() : name == std::to_string(choice.images) || name == choice.folder.filename())
            return choice.folder;
        there += fmt::format("{}{}", there.empty() ? "" : ", ", choice.images);
    }
    if (there.empty())
        throw Error(ErrorCode::NotFound, fmt::format("'{}' has no checkpoints", runFolder.string()));
    if (name == "best")
        throw Error(ErrorCode::NotFound, fmt::format("the run '{}' keeps no best checkpoint (training.keep_best); there are newest, {}", runFolder.string(), there));
    throw Error(ErrorCode::NotFound,
                fmt::format("the run '{}' has no checkpoint '{}'; there are newest, best (where training.keep_best keeps one), {}", runFolder.string(), name, there));
}

}  // namespace potstill
