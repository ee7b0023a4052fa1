#pragma once

#include <filesystem>

namespace potstill {

/// What a file or folder that somebody dropped on the window is. Looks at a few entries only, whatever the size of the folder.
enum class DroppedKind {
    Project,  ///< a folder with project.json
    Run,      ///< a run of a project
    Model,    ///< a folder that diffusers would open, or a checkpoint
    Data,     ///< images in a folder, in class folders or in a ZIP file
    Image,    ///< one image file
    Unknown,
};
DroppedKind droppedKind(const std::filesystem::path& path);

}  // namespace potstill
