#include "engine/io/continuation.h"

#include "engine/core/error.h"
#include "engine/io/jsonfile.h"

#include <fmt/format.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// What extend.json says; {} without one.
Json extensionOf(const fs::path& runFolder)
{
    const fs::path file = runFolder / "extend.json";
    return fs::exists(file) ? readJsonFile(file) : Json::object();
}

Json with(Json extension, const Continuation& changed)
{
    if (changed.images > 0)
        extension["images"] = changed.images;
    if (!changed.device.empty())
        extension["device"] = changed.device;
    if (changed.threads >= 0)
        extension["threads"] = changed.threads;
    return extension;
}

}  // namespace

Json optionsInForce(const Json& config, const fs::path& runFolder, const Continuation& changed)
{
    Json options = valueAt(config, "options");
    if (!options.is_object()) {
        const std::string file = (runFolder / "config.json").string();
        throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", file}}, fmt::format("{}: there are no 'options' in it", file)});
    }
    const Json extension = with(extensionOf(runFolder), changed);
    for (const char* key : {"device", "threads"})
        if (const Json value = valueAt(extension, key); !value.is_null())
            options[key] = value;
    if (const Json images = valueAt(extension, "images"); images.is_number_integer() && valueAt(options, "training.images").is_number_integer())
        options["training"]["images"] = images;
    return options;
}

void keepContinuation(const fs::path& runFolder, const Continuation& changed)
{
    const Json before = extensionOf(runFolder), now = with(before, changed);
    if (now != before)
        writeJsonFile(runFolder / "extend.json", now);
}

}  // namespace potstill
