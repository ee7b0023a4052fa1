#include "app/cli/settingshelp.h"

#include "engine/gallery/exportoptions.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

constexpr std::size_t kWidth = 110;

std::string typeText(const FieldInfo& f)
{
    switch (f.kind) {
    case FieldKind::Bool: return "true|false";
    case FieldKind::Integer: return "whole number";
    case FieldKind::Number: return "number";
    case FieldKind::Text: return "text";
    case FieldKind::Path: return "path";
    case FieldKind::NumberList: return "numbers";
    case FieldKind::IntegerList: return "whole numbers";
    case FieldKind::TextList: return "texts";
    case FieldKind::Choice: break;
    }
    std::vector<std::string> values;
    for (const Choice& c : f.choices)
        values.push_back(c.value);
    return fmt::format("{}", fmt::join(values, "|"));
}

std::string rangeText(const FieldInfo& f)
{
    const bool hasMin = std::isfinite(f.min), hasMax = std::isfinite(f.max);
    if (hasMin && hasMax)
        return fmt::format(", {}{} to {}", f.minIsExcluded ? "above " : "", f.min, f.max);
    if (hasMin)
        return fmt::format(", {} {}", f.minIsExcluded ? "above" : "at least", f.min);
    return hasMax ? fmt::format(", at most {}", f.max) : "";
}

std::string defaultText(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>().empty() ? "none" : value.get<std::string>();
    if (value.is_array() && value.empty())
        return "none";
    std::string text = value.dump();
    if (value.is_array())
        std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == '"'; });
    return text;
}

std::string wrapped(const std::string& text, std::size_t indent)
{
    std::string out, line;
    const auto flush = [&] {
        out += std::string(indent, ' ') + line + "\n";
        line.clear();
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (!line.empty() && indent + line.size() + 1 + (end - begin) > kWidth)
            flush();
        line += (line.empty() ? "" : " ") + text.substr(begin, end - begin);
        begin = end + 1;
    }
    if (!line.empty())
        flush();
    return out;
}

/// `without`: keys that the verb itself sets.
void describe(const OptionSchema& schema, const std::string& prefix, const std::vector<std::string>& without, bool isComplete, std::string& out, int& left)
{
    std::string fields;
    for (const FieldInfo& f : schema.fields) {
        if (std::find(without.begin(), without.end(), f.key) != without.end())
            continue;
        if (!isComplete && f.level != FieldLevel::Basic) {
            ++left;
            continue;
        }
        fields += fmt::format("  {}{}={}\n", prefix, f.key, defaultText(f.defaultValue));
        fields +=
            wrapped(fmt::format("{}{}{} ({}{}{}). {}", f.label, f.symbol.empty() ? "" : " ", f.symbol, typeText(f), f.unit.empty() ? "" : ", " + f.unit, rangeText(f), f.help), 6);
    }
    if (!fields.empty())
        out += fmt::format("\n{}{}\n{}", schema.label, schema.help.empty() ? "" : ": " + schema.help, fields);
}

}  // namespace

std::string settingsHelp(const std::string& kind, bool isComplete)
{
    std::string out = "Settings of a run, for --set path=value and --config, with their defaults:\n";
    int left = 0;
    const OptionSchema& schema = runSchema();
    std::vector<std::string> setByVerb;
    if (!kind.empty())
        setByVerb = {"kind", "method"};
    if (kind == "teacher")
        setByVerb.emplace_back("teacher");
    describe(schema, "", setByVerb, isComplete, out, left);
    for (const OptionSchema& section : schema.sections) {
        const bool isOfTeachers = section.key == "network" || section.key == "diffusion", isOfStudents = section.key == "imagine_flash";
        if ((isOfTeachers && kind == "student") || (isOfStudents && kind == "teacher"))
            continue;
        describe(section, section.key + ".", {}, isComplete, out, left);
    }
    if (left > 0)
        out += fmt::format("\n{} advanced settings more: --help-all\n", left);
    out += "\nPresets:\n";
    for (const Preset& p : presets())
        if (kind.empty() || p.kind == kind)
            out += fmt::format("  {:14} {}\n", p.name, p.help);
    return out;
}

namespace {

Json jsonFromField(const FieldInfo& f)
{
    Json json = {{"key", f.key},   {"label", f.label},          {"type", typeText(f)},
                 {"unit", f.unit}, {"symbol", f.symbol},        {"help", f.help},
                 {"link", f.link}, {"default", f.defaultValue}, {"level", f.level == FieldLevel::Basic ? "basic" : f.level == FieldLevel::Advanced ? "advanced" : "expert"}};
    if (std::isfinite(f.min))
        json[f.minIsExcluded ? "above" : "min"] = f.min;
    if (std::isfinite(f.max))
        json["max"] = f.max;
    for (const Choice& c : f.choices)
        json["choices"].push_back({{"value", c.value}, {"label", c.label}});
    return json;
}

Json jsonFromSchema(const OptionSchema& schema)
{
    Json json = {{"key", schema.key}, {"label", schema.label}, {"help", schema.help}, {"fields", Json::array()}, {"sections", Json::array()}};
    for (const FieldInfo& f : schema.fields)
        json["fields"].push_back(jsonFromField(f));
    for (const OptionSchema& section : schema.sections)
        json["sections"].push_back(jsonFromSchema(section));
    return json;
}

}  // namespace

Json settingsJson()
{
    Json json = {{"settings", jsonFromSchema(runSchema())}, {"export", jsonFromSchema(ExportOptions::table().schema())}, {"presets", Json::array()}};
    for (const Preset& p : presets())
        json["presets"].push_back({{"name", p.name}, {"title", p.title}, {"help", p.help}, {"kind", p.kind}, {"settings", p.document}});
    return json;
}

}  // namespace potstill
