#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace potstill {

/// A checkpoint as it is offered to a person.
struct CheckpointChoice {
    std::filesystem::path folder;
    std::int64_t images = 0;
    std::string bestBy;  ///< the figure by which the run keeps it as its best (training.keep_best: "teacher_distance"); "" = it is not the best
};

/// The run of a checkpoint's folder, told by the path alone; any other path comes back as it is.
std::filesystem::path runOfCheckpoint(const std::filesystem::path& model);
/// Those of a run, the newest first. Not verified: whoever opens one does that.
std::vector<CheckpointChoice> checkpointChoices(const std::filesystem::path& runFolder);
/// "newest": the run itself, which stands for its newest whole checkpoint; "best": the one that it keeps as its best; a number of images: the one of that moment.
/// Throws Error(NotFound) saying what there is.
std::filesystem::path checkpointByName(const std::filesystem::path& runFolder, const std::string& name);
/// What a checkpoint says of its run's best one up to then: a figure and the name of a folder, both "" where none is kept. Throws Error for a damaged one.
struct BestCheckpoint {
    std::string figure, folderName;
};
BestCheckpoint bestKnownBy(const std::filesystem::path& checkpoint);

}  // namespace potstill
