#pragma once

#include "engine/data/imagesource.h"

namespace potstill {

/// Name of the packed set that belongs to a source and the settings that change its content.
std::filesystem::path packedFileFor(const ImageSource& source, const DataOptions& options, const std::filesystem::path& cacheFolder);

/// Decodes every image on all cores, in chunks of bounded memory, and writes the packed set. Images that cannot be read are skipped and named (see skippedListOf); more than 5 % of them: Error(BadFile).
/// Throws PackingStopped when control asks.
void packImages(const ImageSource& source, const DataOptions& options, const std::filesystem::path& target, RunControl* control, RunObserver* observer);

}  // namespace potstill
