#include "engine/imaging/recipechunks.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace potstill {

namespace {

std::string textOf(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

/// "Steps: 3, Sampler: ddim, Seed: 7, ..."; what a recipe does not tell is left out.
std::string parametersLine(const Json& recipe)
{
    const auto text = [&](const char* key) { return recipe.contains(key) ? textOf(recipe[key]) : std::string(); };
    std::string line;
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty())
            line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", label, value);
    };
    const std::string size = text("size");
    add("Columns", text("column"));
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

/// "1 / 2 / 3": each once, in the order in which they come.
std::string valuesOf(const std::string& key, const std::vector<Json>& recipes)
{
    constexpr std::size_t kMost = 64;  // a line is to be read
    std::vector<std::string> seen;
    for (const Json& recipe : recipes)
        if (recipe.contains(key))
            if (const std::string value = textOf(recipe[key]); std::find(seen.begin(), seen.end(), value) == seen.end()) {
                seen.push_back(seen.size() < kMost ? value : "...");
                if (seen.size() > kMost)
                    break;
            }
    return fmt::format("{}", fmt::join(seen, " / "));
}

}  // namespace

std::map<std::string, std::string> recipeChunks(const Json& recipe)
{
    if (recipe.empty())
        return {};
    return {{"parameters", parametersLine(recipe)}, {"potstill", recipe.dump()}};
}

std::map<std::string, std::string> sheetChunks(const std::vector<Json>& recipes, Json facts)
{
    const auto first = std::find_if(recipes.begin(), recipes.end(), [](const Json& r) { return !r.empty(); });
    if (first == recipes.end())
        return {};
    Json shared = Json::object(), line = Json::object();
    for (const auto& [key, value] : first->items())
        if (std::all_of(recipes.begin(), recipes.end(), [&key = key, &value = value](const Json& r) { return r.contains(key) && r[key] == value; }))
            shared[key] = value;
    Json images = Json::array();
    for (const Json& recipe : recipes) {
        Json own = Json::object();
        for (const auto& [key, value] : recipe.items()) {
            if (!shared.contains(key))
                own[key] = value;
            if (!line.contains(key))
                line[key] = shared.contains(key) ? value : Json(valuesOf(key, recipes));
        }
        images.push_back(std::move(own));
    }
    facts["shared"] = std::move(shared);
    facts["images"] = std::move(images);
    return {{"parameters", parametersLine(line)}, {"potstill", facts.dump()}};
}

}  // namespace potstill
