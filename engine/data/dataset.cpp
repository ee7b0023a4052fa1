#include "engine/data/dataset.h"

#include "engine/data/packedset.h"
#include "engine/data/sprites.h"

#include <fmt/format.h>

namespace potstill {

namespace fs = std::filesystem;

std::shared_ptr<const Dataset> openDataset(const DataOptions& options, const fs::path& cacheFolder, RunControl* control, RunObserver* observer)
{
    (void)cacheFolder;
    (void)control;
    (void)observer;
    if (options.source == "sprites") {
        if (options.channels != 3)
            throw Error(ErrorCode::BadOption, fmt::format("data.channels {}: the sprites have 3 channels", options.channels));
        return std::make_shared<Sprites>(options.imageSize, 0);
    }
    return std::make_shared<PackedSet>(options.source, options);
}

}  // namespace potstill
