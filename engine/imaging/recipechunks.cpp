#include "engine/imaging/recipechunks.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace potstill {

namespace {

/// For a line to be read: of a hash its beginning, of a size both sides.
std::string textOf(const std::string& key, const Json& value)
{
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    return key == "weights_sha256" ? text.substr(0, 10) : key == "size" ? text + "x" + text : text;
}

/// "Steps: 3, Sampler: ddim, Seed: 7, ..."; what recipes do not tell is left out.
std::string parametersLine(const std::map<std::string, std::string>& texts)
{
    const auto text = [&](const char* key) { return texts.count(key) > 0 ? texts.at(key) : std::string(); };
    std::string line;
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty())
            line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", label, value);
    };
    add("Columns", text("column"));
    add("Steps", text("steps"));
    add("Sampler", text("sampler"));
    add("CFG scale", text("guidance"));
    add("Seed", text("seed"));
    add("Size", text("size"));
    add("Model hash", text("weights_sha256"));
    add("Model", text("model"));
    add("NFE", text("nfe"));
    return texts.count("class_name") > 0 ? text("class_name") + "\n" + line : line;
}

/// "1 / 2 / 3": each once, in the order in which they come.
std::map<std::string, std::string> textsOf(const std::vector<Json>& recipes)
{
    constexpr std::size_t kMost = 64;  // a line is to be read
    std::map<std::string, std::vector<std::string>> seen;
    for (const Json& recipe : recipes)
        for (const auto& [key, value] : recipe.items()) {
            std::vector<std::string>& of = seen[key];
            if (of.size() > kMost)
                continue;
            const std::string text = textOf(key, value);
            if (std::find(of.begin(), of.end(), text) == of.end())
                of.push_back(of.size() < kMost ? text : "...");
        }
    std::map<std::string, std::string> out;
    for (const auto& [key, texts] : seen)
        out[key] = fmt::format("{}", fmt::join(texts, " / "));
    return out;
}

}  // namespace

std::map<std::string, std::string> recipeChunks(const Json& recipe)
{
    if (recipe.empty())
        return {};
    return {{"parameters", parametersLine(textsOf({recipe}))}, {"potstill", recipe.dump()}};
}

std::map<std::string, std::string> sheetChunks(const std::vector<Json>& recipes, Json facts, const std::string& name)
{
    constexpr std::size_t kMostBytes = 4'000'000;  // no reader that uses libpng opens a PNG with a text chunk of more than 8 MB
    const auto first = std::find_if(recipes.begin(), recipes.end(), [](const Json& r) { return !r.empty(); });
    if (first == recipes.end())
        return {};
    Json shared = Json::object();
    for (const auto& [key, value] : first->items())
        if (std::all_of(recipes.begin(), recipes.end(), [&key = key, &value = value](const Json& r) { return r.empty() || (r.contains(key) && r[key] == value); }))
            shared[key] = value;
    Json each = Json::array();
    for (const Json& recipe : recipes) {
        Json own = recipe.empty() ? Json() : Json::object();
        for (const auto& [key, value] : recipe.items())
            if (!shared.contains(key))
                own[key] = value;
        each.push_back(std::move(own));
    }
    facts["shared"] = std::move(shared);
    facts[name] = std::move(each);
    std::string text = facts.dump();
    if (text.size() > kMostBytes) {
        facts[name] = fmt::format("of {}, too many to be told one by one", recipes.size());
        text = facts.dump();
    }
    return {{"parameters", parametersLine(textsOf(recipes))}, {"potstill", std::move(text)}};
}

}  // namespace potstill
