#include "engine/imaging/recipechunks.h"

#include <fmt/format.h>

namespace potstill {

namespace {

/// "Steps: 3, Sampler: ddim, Seed: 7, ..."; what a recipe does not tell is left out.
std::string parametersLine(const Json& recipe)
{
    const auto text = [&](const char* key) { return recipe.contains(key) ? (recipe[key].is_string() ? recipe[key].get<std::string>() : recipe[key].dump()) : std::string(); };
    std::string line;
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty())
            line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", label, value);
    };
    const std::string size = text("size");
    add("Steps", text("steps"));
    add("Sampler", text("sampler"));
    add("CFG scale", text("guidance"));
    add("Seed", text("seed"));
    add("Size", size.empty() ? size : size + "x" + size);
    add("Model hash", text("weights_sha256").substr(0, 10));
    add("Model", text("model"));
    add("NFE", text("nfe"));
    return recipe.contains("class_name") ? text("class_name") + "\n" + line : line;
}

}  // namespace

std::map<std::string, std::string> recipeChunks(const Json& recipe)
{
    if (recipe.empty())
        return {};
    return {{"parameters", parametersLine(recipe)}, {"potstill", recipe.dump()}};
}

}  // namespace potstill
