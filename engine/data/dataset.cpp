#include "engine/data/dataset.h"

#include "engine/core/runwarning.h"
#include "engine/data/packedset.h"
#include "engine/data/packing.h"
#include "engine/data/sprites.h"

#include <fmt/format.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// The seed of the pictures that a training run reads; the loader's seed decides which of them.
constexpr std::uint64_t kSpritesSeed = 0;

#ifdef POTSTILL_HAS_IMAGING
constexpr bool kCanDecode = true;
#else
constexpr bool kCanDecode = false;
#endif

/// Null when there is none, or when the file is no packed set (any more).
std::shared_ptr<const Dataset> openCached(const fs::path& file, const DataOptions& options, RunObserver* observer)
{
    if (!fs::exists(file))
        return nullptr;
    try {
        return std::make_shared<PackedSet>(file, options);
    } catch (const Error& e) {
        if (observer)
            observer->onLog(LogLevel::Warning, fmt::format("the packed set is made anew: {}", e.what()));
        return nullptr;
    }
}

}  // namespace

PackingStopped::PackingStopped(const std::string& source) : Error(ErrorCode::Internal, source + ": packing was stopped; it begins anew next time") {}

Json factsInSentences(const Dataset& data)
{
    Json facts = data.facts();
    for (const char* key : {"notes", "skipped"})
        if (facts.contains(key))
            for (Json& line : facts[key])
                line = RunWarning::fromText(line.get<std::string>()).sentence;
    return facts;
}

std::shared_ptr<const Dataset> openDataset(const DataOptions& options, const fs::path& cacheFolder, RunControl* control, RunObserver* observer)
{
    if (options.source == "sprites") {
        if (options.channels != 3)
            throw Error(ErrorCode::BadOption, fmt::format("data.channels {}: the sprites have 3 channels", options.channels));
        return std::make_shared<Sprites>(options.imageSize, kSpritesSeed);
    }
    if (options.source.empty())
        throw Error(ErrorCode::BadOption, "data.source is empty; 'sprites', a folder of images, a packed set (.safetensors) or a ZIP is right");
    if (isPackedSetName(options.source))
        return std::make_shared<PackedSet>(options.source, options);

    const ImageSource source = scanImageSource(options);
    const fs::path file = packedFileFor(source, options, cacheFolder);
    if (auto cached = openCached(file, options, observer))
        return cached;
    if (!kCanDecode)
        throw Error(ErrorCode::Unsupported,
                    fmt::format("data.source '{}': this program was built without image files (POTSTILL_IMAGING=OFF); pack the set on another machine ('potstill-cli dataset') "
                                "and name the .safetensors file",
                                options.source));
    for (const RunWarning& note : source.notes)
        if (observer)
            observer->onLog(LogLevel::Warning, fmt::format("{}: {}", options.source, note.text()));
    packImages(source, options, file, control, observer);
    auto packed = std::make_shared<PackedSet>(file, options);
    if (packed->size() == 1 && observer)
        observer->onLog(LogLevel::Warning, fmt::format("{}: there is one image only; a network learns it by heart", options.source));
    return packed;
}

}  // namespace potstill
