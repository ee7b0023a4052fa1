#include "engine/core/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace potstill {
namespace {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string kindName(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Bool: return "true or false";
    case FieldKind::Integer: return "a whole number";
    case FieldKind::Number: return "a number";
    case FieldKind::Text: return "a text";
    case FieldKind::Path: return "a path";
    case FieldKind::Choice: return "one of its choices";
    case FieldKind::NumberList: return "a list of numbers";
    case FieldKind::IntegerList: return "a list of whole numbers";
    case FieldKind::TextList: return "a list of texts";
    }
    return {};
}

bool isWhole(const Json& v) { return v.is_number_integer() || (v.is_number_float() && std::floor(v.get<double>()) == v.get<double>() && std::abs(v.get<double>()) < 9e15); }

bool hasKind(const Json& v, FieldKind kind)
{
    const auto all = [&](auto&& test) { return v.is_array() && std::all_of(v.begin(), v.end(), test); };
    switch (kind) {
    case FieldKind::Bool: return v.is_boolean();
    case FieldKind::Integer: return isWhole(v);
    case FieldKind::Number: return v.is_number();
    case FieldKind::Text:
    case FieldKind::Path:
    case FieldKind::Choice: return v.is_string();
    case FieldKind::NumberList: return all([](const Json& x) { return x.is_number(); });
    case FieldKind::IntegerList: return all(isWhole);
    case FieldKind::TextList: return all([](const Json& x) { return x.is_string(); });
    }
    return false;
}

std::string rangeText(const FieldInfo& f)
{
    const bool hasMin = std::isfinite(f.min), hasMax = std::isfinite(f.max);
    if (hasMin && hasMax)
        return f.minIsExcluded ? fmt::format("above {} and at most {}", f.min, f.max) : fmt::format("between {} and {}", f.min, f.max);
    if (hasMin)
        return f.minIsExcluded ? fmt::format("above {}", f.min) : fmt::format("at least {}", f.min);
    return fmt::format("at most {}", f.max);
}

void checkValue(const Json& value, const FieldInfo& field, const std::string& path, Issues& issues)
{
    const auto fail = [&](std::string message) { issues.push_back({Issue::Severity::Error, path, std::move(message)}); };
    if (!hasKind(value, field.kind))
        return fail(fmt::format("{} is not {}", value.dump(), kindName(field.kind)));
    if (field.kind == FieldKind::Choice) {
        std::vector<std::string> names;
        for (const Choice& c : field.choices)
            names.push_back(c.value);
        const auto text = value.get<std::string>();
        if (std::find(names.begin(), names.end(), text) == names.end())
            return fail(fmt::format("'{}' is not one of {}", text, fmt::join(names, ", ")));
    }
    const auto checkNumber = [&](const Json& number) {
        const double x = number.get<double>();
        if (!std::isfinite(x) || x < field.min || x > field.max || (field.minIsExcluded && x == field.min))
            fail(fmt::format("{} is out of range; it must be {}", number.dump(), rangeText(field)));
    };
    if (value.is_number())
        checkNumber(value);
    else if (value.is_array())
        for (const Json& entry : value)
            if (entry.is_number())
                checkNumber(entry);
}

void checkSection(const Json& document, const OptionSchema& schema, const std::string& prefix, Issues& issues)
{
    if (!document.is_object()) {
        issues.push_back({Issue::Severity::Error, prefix, fmt::format("{} is not an object with settings", document.dump())});
        return;
    }
    std::vector<std::string> known;
    for (const FieldInfo& f : schema.fields)
        known.push_back(f.key);
    for (const OptionSchema& s : schema.sections)
        known.push_back(s.key);
    for (const auto& [key, value] : document.items()) {
        const std::string path = prefix.empty() ? key : prefix + "." + key;
        const auto field = std::find_if(schema.fields.begin(), schema.fields.end(), [&k = key](const FieldInfo& f) { return f.key == k; });
        const auto section = std::find_if(schema.sections.begin(), schema.sections.end(), [&k = key](const OptionSchema& s) { return s.key == k; });
        if (field != schema.fields.end())
            checkValue(value, *field, path, issues);
        else if (section != schema.sections.end())
            checkSection(value, *section, path, issues);
        else {
            const std::string near = nearestMatch(key, known);
            issues.push_back({Issue::Severity::Error, path, near.empty() ? "there is no such setting" : fmt::format("there is no such setting; did you mean '{}'?", near)});
        }
    }
}

void collectPaths(const OptionSchema& schema, const std::string& prefix, std::vector<std::string>& out)
{
    for (const FieldInfo& f : schema.fields)
        out.push_back(prefix + f.key);
    for (const OptionSchema& s : schema.sections)
        collectPaths(s, prefix + s.key + ".", out);
}

Json scalarFromText(const std::string& text, FieldKind kind)
{
    if (kind == FieldKind::Text || kind == FieldKind::Path || kind == FieldKind::Choice || kind == FieldKind::TextList)
        return text;
    if (kind == FieldKind::Bool) {
        if (text == "true" || text == "yes" || text == "on" || text == "1")
            return true;
        if (text == "false" || text == "no" || text == "off" || text == "0")
            return false;
        return text;
    }
    std::int64_t whole = 0;
    const char* end = text.data() + text.size();
    if (auto [p, ec] = std::from_chars(text.data(), end, whole); ec == std::errc() && p == end)
        return whole;
    double number = 0;
    if (auto [p, ec] = std::from_chars(text.data(), end, number); ec == std::errc() && p == end)
        return number;
    return text;  // the check against the schema names the value
}

/// "0-63" as the whole numbers from 0 to 63, anything else as the one value that it is.
void appendWholeNumbers(const std::string& text, const std::string& path, Json& out)
{
    constexpr std::int64_t kMost = 1'000'000;
    const std::size_t dash = text.find('-', 1);
    const Json first = scalarFromText(text.substr(0, dash), FieldKind::Integer);
    const Json last = dash == std::string::npos ? first : scalarFromText(text.substr(dash + 1), FieldKind::Integer);
    if (dash == std::string::npos || !first.is_number_integer() || !last.is_number_integer()) {
        out.push_back(scalarFromText(text, FieldKind::Integer));
        return;
    }
    const auto from = first.get<std::int64_t>(), to = last.get<std::int64_t>();
    if (to < from)
        throw Error(ErrorCode::BadOption, fmt::format("{}: '{}' runs backwards; the smaller number comes first", path, text));
    if (to - from >= kMost || static_cast<std::int64_t>(out.size()) + (to - from) >= kMost)
        throw Error(ErrorCode::BadOption, fmt::format("{}: '{}' makes more than a million", path, text));
    for (std::int64_t n = from; n <= to; ++n)
        out.push_back(n);
}

}  // namespace

const FieldInfo* OptionSchema::find(std::string_view path) const
{
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) {
        for (const FieldInfo& f : fields)
            if (f.key == path)
                return &f;
        return nullptr;
    }
    for (const OptionSchema& s : sections)
        if (s.key == path.substr(0, dot))
            return s.find(path.substr(dot + 1));
    return nullptr;
}

std::vector<std::string> OptionSchema::paths() const
{
    std::vector<std::string> out;
    collectPaths(*this, "", out);
    return out;
}

bool hasErrors(const Issues& issues)
{
    return std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return i.severity == Issue::Severity::Error; });
}

std::string toText(const Issues& issues)
{
    std::string out;
    for (const Issue& i : issues)
        out += (out.empty() ? "" : "\n") + (i.path.empty() ? i.message : i.path + ": " + i.message);
    return out;
}

Issues checkAgainstSchema(const Json& document, const OptionSchema& schema)
{
    Issues issues;
    checkSection(document, schema, "", issues);
    return issues;
}

Json defaultsOf(const OptionSchema& schema)
{
    Json out = Json::object();
    for (const FieldInfo& f : schema.fields)
        out[f.key] = f.defaultValue;
    for (const OptionSchema& s : schema.sections)
        out[s.key] = defaultsOf(s);
    return out;
}

Json merged(Json base, const Json& over)
{
    for (const auto& [key, value] : over.items()) {
        if (value.is_object() && base.contains(key) && base[key].is_object())
            base[key] = merged(base[key], value);
        else
            base[key] = value;
    }
    return base;
}

void setFromText(Json& document, const OptionSchema& schema, std::string_view assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos)
        throw Error(ErrorCode::BadOption, fmt::format("'{}' is not of the form path.to.option=value", assignment));
    const std::string path(assignment.substr(0, equals)), text(assignment.substr(equals + 1));
    const FieldInfo* field = schema.find(path);
    if (!field) {
        const std::string near = nearestMatch(path, schema.paths());
        throw Error(ErrorCode::BadOption, fmt::format("there is no setting '{}'{}", path, near.empty() ? "" : "; did you mean '" + near + "'?"));
    }
    Json value;
    if (field->isList()) {
        value = Json::array();
        const bool isBracketed = text.size() >= 2 && text.front() == '[' && text.back() == ']';
        const std::string items = isBracketed ? text.substr(1, text.size() - 2) : text;
        if (!items.empty())
            for (const std::string& part : split(items, ',')) {
                if (field->kind == FieldKind::IntegerList)
                    appendWholeNumbers(part, path, value);
                else
                    value.push_back(scalarFromText(part, field->kind));
            }
    } else {
        value = scalarFromText(text, field->kind);
    }
    Issues issues;
    checkValue(value, *field, path, issues);
    if (hasErrors(issues))
        throw Error(ErrorCode::BadOption, toText(issues));
    setValueAt(document, path, std::move(value));
}

std::string textOfValue(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return value.dump();
    std::string text;
    for (const Json& item : value)
        text += (text.empty() ? "" : ",") + textOfValue(item);
    return text;
}

Json valueAt(const Json& document, std::string_view path)
{
    const Json* at = &document;
    for (const std::string& part : split(path, '.')) {
        if (!at->is_object() || !at->contains(part))
            return nullptr;
        at = &(*at)[part];
    }
    return *at;
}

void setValueAt(Json& document, std::string_view path, Json value)
{
    Json* at = &document;
    for (const std::string& part : split(path, '.'))
        at = &(*at)[part];
    *at = std::move(value);
}

std::string nearestMatch(std::string_view word, const std::vector<std::string>& candidates)
{
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        // Edit distance of Levenshtein with one row.
        std::vector<std::size_t> row(candidate.size() + 1);
        for (std::size_t j = 0; j < row.size(); ++j)
            row[j] = j;
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j < row.size(); ++j) {
                const std::size_t above = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (word[i - 1] != candidate[j - 1])});
                diagonal = above;
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

}  // namespace potstill
