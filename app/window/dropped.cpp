#include "app/window/dropped.h"

#include "engine/imaging/imagefile.h"
#include "engine/io/runfolder.h"

namespace fs = std::filesystem;

namespace potstill {

namespace {

constexpr int kLooks = 200;

bool hasImages(const fs::path& folder, bool looksBelow)
{
    int looks = 0;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end && looks++ < kLooks; it.increment(error)) {
        if (it->is_regular_file(error) ? isImageFileName(it->path()) : looksBelow && it->is_directory(error) && hasImages(it->path(), false))
            return true;
    }
    return false;
}

}  // namespace

DroppedKind droppedKind(const fs::path& path)
{
    std::error_code error;
    if (fs::is_regular_file(path, error))
        return path.extension() == ".zip" ? DroppedKind::Data : isImageFileName(path) ? DroppedKind::Image : DroppedKind::Unknown;
    if (!fs::is_directory(path, error))
        return DroppedKind::Unknown;
    if (Project::isProject(path))
        return DroppedKind::Project;
    if (path.parent_path().filename() == "runs" && Project::isProject(path.parent_path().parent_path()))
        return DroppedKind::Run;
    for (const char* file : {"model_index.json", "model.safetensors", "diffusion_pytorch_model.safetensors"})
        if (fs::exists(path / file, error))
            return DroppedKind::Model;
    return hasImages(path, true) ? DroppedKind::Data : DroppedKind::Unknown;
}

}  // namespace potstill
