#pragma once

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <deque>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace potstill {

using Json = nlohmann::ordered_json;

/// Who needs a setting: Basic is shown at once, Advanced behind "more", Expert only on request.
enum class FieldLevel { Basic, Advanced, Expert };
enum class FieldKind { Bool, Integer, Number, Text, Path, Choice, NumberList, IntegerList, TextList };

struct Choice {
    std::string value;  ///< as written in files and on the command line
    std::string label;  ///< for people (English; translated in the studio)
};

/// All there is to know about one setting, without the struct it lives in. File, command line, form, validation and handbook use this alone.
struct FieldInfo {
    std::string key;    ///< snake_case, unique in its section
    std::string label;  ///< for people
    FieldKind kind = FieldKind::Number;
    std::string unit;    ///< "images", "s", "" ...
    std::string symbol;  ///< the paper's symbol, if any
    std::string help;    ///< one to three sentences
    std::string link;    ///< URL of the paper, if any
    FieldLevel level = FieldLevel::Basic;
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    bool minIsExcluded = false;
    std::vector<Choice> choices;
    Json defaultValue;
    /// Key path of a Bool or Choice and the values for which this field is used, e.g. {"imagine_flash.adversarial", {true}}; empty = always.
    std::string usedWhenPath;
    std::vector<Json> usedWhenValues;

    bool isList() const { return kind == FieldKind::NumberList || kind == FieldKind::IntegerList || kind == FieldKind::TextList; }
};

/// A tree of settings: the type-free description of an option struct.
struct OptionSchema {
    std::string key;  ///< "" at the root
    std::string label;
    std::string help;
    std::vector<FieldInfo> fields;
    std::vector<OptionSchema> sections;

    /// The field at "section.key", or nullptr.
    const FieldInfo* find(std::string_view path) const;
    /// Every path of the tree, in order.
    std::vector<std::string> paths() const;
};

/// One thing that is wrong with a set of options.
struct Issue {
    enum class Severity { Error, Warning };
    Severity severity = Severity::Error;
    std::string path;     ///< field it concerns ("imagine_flash.gamma_min"), "" = the whole
    std::string message;  ///< names the value and what would be right
    /// The name of the rule, one of kIssueCodes, and its figures: who reads another language goes by these. "" where the field itself says what is right (type, range, choices).
    std::string code = {};
    std::vector<std::pair<std::string, std::string>> arguments = {};
};
using Issues = std::vector<Issue>;

bool hasErrors(const Issues& issues);
/// One line per issue: "path: message".
std::string toText(const Issues& issues);

/// Checks a JSON document against a schema: unknown keys (naming the nearest known one), types, ranges, choices. Missing keys are fine.
Issues checkAgainstSchema(const Json& document, const OptionSchema& schema);
/// The document with every default.
Json defaultsOf(const OptionSchema& schema);
/// Overlays `over` on `base`, section by section.
Json merged(Json base, const Json& over);
/// Applies "section.key=value"; the value is read by the field's kind: lists comma-separated, in those of whole numbers a range such as 0-63 for all that lie in it. Throws Error(BadOption) naming
/// path and value.
void setFromText(Json& document, const OptionSchema& schema, std::string_view assignment);
/// A value as setFromText() reads it: text without quotes, lists with commas.
std::string textOfValue(const Json& value);
/// The value at "section.key", null where absent.
Json valueAt(const Json& document, std::string_view path);
void setValueAt(Json& document, std::string_view path, Json value);
/// The candidate with the smallest edit distance, "" when none is near.
std::string nearestMatch(std::string_view word, const std::vector<std::string>& candidates);

// ---- the table of a struct ----------------------------------------------------------------------------------------------------------

/// Field table of an option struct S. A struct declares `static const FieldTable<S>& table();` and lists each field once:
///
///     FieldTable<S> t("Imagine Flash", "help");
///     t.number("gamma_scale", &S::gammaScale).label("Shift scale").range(0, 1).help("...");
///     t.section("data", &S::data);
///
/// Enums are Choice fields: t.choice("renoise", &S::renoise, {{Renoise::Own, "own", "Own noise"}, ...}).
template <class S>
class FieldTable {
public:
    class Builder {
    public:
        explicit Builder(FieldInfo& info) : m_info(info) {}
        Builder& label(std::string v)
        {
            m_info.label = std::move(v);
            return *this;
        }
        Builder& unit(std::string v)
        {
            m_info.unit = std::move(v);
            return *this;
        }
        Builder& symbol(std::string v)
        {
            m_info.symbol = std::move(v);
            return *this;
        }
        Builder& help(std::string v)
        {
            m_info.help = std::move(v);
            return *this;
        }
        Builder& link(std::string v)
        {
            m_info.link = std::move(v);
            return *this;
        }
        Builder& advanced()
        {
            m_info.level = FieldLevel::Advanced;
            return *this;
        }
        Builder& expert()
        {
            m_info.level = FieldLevel::Expert;
            return *this;
        }
        Builder& range(double lo, double hi)
        {
            m_info.min = lo;
            m_info.max = hi;
            return *this;
        }
        Builder& atLeast(double lo)
        {
            m_info.min = lo;
            return *this;
        }
        Builder& above(double lo)
        {
            m_info.min = lo;
            m_info.minIsExcluded = true;
            return *this;
        }
        Builder& usedWhen(std::string path, std::vector<Json> values)
        {
            m_info.usedWhenPath = std::move(path);
            m_info.usedWhenValues = std::move(values);
            return *this;
        }

    private:
        FieldInfo& m_info;
    };

    template <class E>
    struct EnumName {
        E value;
        std::string name;
        std::string label;
    };

    FieldTable(std::string label, std::string help) : m_label(std::move(label)), m_help(std::move(help)) {}
    // The builder that a field returns points into the table while it is being made.
    FieldTable(const FieldTable&) = delete;
    FieldTable& operator=(const FieldTable&) = delete;
    FieldTable(FieldTable&&) = default;

    Builder flag(std::string key, bool S::*member) { return plain(std::move(key), FieldKind::Bool, member); }
    template <class T>
    Builder integer(std::string key, T S::*member)
    {
        return plain(std::move(key), FieldKind::Integer, member);
    }
    template <class T>
    Builder number(std::string key, T S::*member)
    {
        return plain(std::move(key), FieldKind::Number, member);
    }
    Builder text(std::string key, std::string S::*member) { return plain(std::move(key), FieldKind::Text, member); }
    Builder path(std::string key, std::string S::*member) { return plain(std::move(key), FieldKind::Path, member); }
    Builder path(std::string key, std::filesystem::path S::*member)
    {
        Entry& e = add(std::move(key), FieldKind::Path);
        e.read = [member](const S& s) -> Json { return (s.*member).string(); };
        e.write = [member](S& s, const Json& j) { s.*member = j.get<std::string>(); };
        e.info.defaultValue = e.read(S{});
        return Builder(e.info);
    }
    template <class T>
    Builder list(std::string key, std::vector<T> S::*member)
    {
        constexpr FieldKind kind = std::is_integral_v<T> ? FieldKind::IntegerList : std::is_floating_point_v<T> ? FieldKind::NumberList : FieldKind::TextList;
        return plain(std::move(key), kind, member);
    }
    template <class E>
    Builder choice(std::string key, E S::*member, std::vector<EnumName<std::type_identity_t<E>>> names)
    {
        Entry& e = add(std::move(key), FieldKind::Choice);
        for (const auto& n : names)
            e.info.choices.push_back({n.name, n.label});
        e.read = [member, names](const S& s) -> Json {
            for (const auto& n : names)
                if (n.value == s.*member)
                    return n.name;
            throw Error(ErrorCode::Internal, "an enum value without a name in a field table");
        };
        e.write = [member, names](S& s, const Json& j) {
            for (const auto& n : names)
                if (n.name == j.get<std::string>())
                    s.*member = n.value;
        };
        e.info.defaultValue = e.read(S{});
        return Builder(e.info);
    }
    /// A text field that only takes one of the given values.
    Builder textChoice(std::string key, std::string S::*member, std::vector<Choice> choices)
    {
        Entry& e = add(std::move(key), FieldKind::Choice);
        e.info.choices = std::move(choices);
        bind(e, member);
        return Builder(e.info);
    }
    template <class Sub>
    void section(std::string key, Sub S::*member)
    {
        Section s;
        s.schema = Sub::table().schema();
        s.schema.key = key;
        s.key = std::move(key);
        s.read = [member](const S& self) { return Sub::table().toJson(self.*member); };
        s.write = [member](S& self, const Json& j) { Sub::table().assign(self.*member, j); };
        m_sections.push_back(std::move(s));
    }

    /// The fields of a sub-struct as if they were this struct's own, without those named.
    template <class Sub>
    void fieldsOf(Sub S::*member, const std::vector<std::string>& without = {})
    {
        for (const auto& theirs : Sub::table().m_entries) {
            if (std::find(without.begin(), without.end(), theirs.info.key) != without.end())
                continue;
            Entry& e = m_entries.emplace_back();
            e.info = theirs.info;
            e.read = [member, read = theirs.read](const S& s) { return read(s.*member); };
            e.write = [member, write = theirs.write](S& s, const Json& j) { write(s.*member, j); };
        }
    }

    OptionSchema schema() const
    {
        OptionSchema out{"", m_label, m_help, {}, {}};
        for (const Entry& e : m_entries)
            out.fields.push_back(e.info);
        for (const Section& s : m_sections)
            out.sections.push_back(s.schema);
        return out;
    }
    Json toJson(const S& self) const
    {
        Json out = Json::object();
        for (const Entry& e : m_entries)
            out[e.info.key] = e.read(self);
        for (const Section& s : m_sections)
            out[s.key] = s.read(self);
        return out;
    }
    /// Takes the values that are present; the document must have passed checkAgainstSchema.
    void assign(S& self, const Json& document) const
    {
        for (const Entry& e : m_entries)
            if (auto it = document.find(e.info.key); it != document.end())
                e.write(self, *it);
        for (const Section& s : m_sections)
            if (auto it = document.find(s.key); it != document.end())
                s.write(self, *it);
    }
    /// Defaults overlaid with the document. Throws Error(BadOption) with every issue if the document does not fit the schema.
    S fromJson(const Json& document) const
    {
        const Issues issues = checkAgainstSchema(document, schema());
        if (hasErrors(issues))
            throw Error(ErrorCode::BadOption, toText(issues));
        S self{};
        assign(self, document);
        return self;
    }

private:
    template <class>
    friend class FieldTable;

    struct Entry {
        FieldInfo info;
        std::function<Json(const S&)> read;
        std::function<void(S&, const Json&)> write;
    };
    struct Section {
        std::string key;
        OptionSchema schema;
        std::function<Json(const S&)> read;
        std::function<void(S&, const Json&)> write;
    };

    Entry& add(std::string key, FieldKind kind)
    {
        Entry& e = m_entries.emplace_back();
        e.info.key = std::move(key);
        e.info.kind = kind;
        return e;
    }
    template <class T>
    void bind(Entry& e, T S::*member)
    {
        e.read = [member](const S& s) -> Json { return s.*member; };
        e.write = [member](S& s, const Json& j) { s.*member = j.get<T>(); };
        e.info.defaultValue = e.read(S{});
    }
    template <class T>
    Builder plain(std::string key, FieldKind kind, T S::*member)
    {
        Entry& e = add(std::move(key), kind);
        bind(e, member);
        return Builder(e.info);
    }

    std::string m_label;
    std::string m_help;
    std::deque<Entry> m_entries;  // a deque: builders keep references while entries are added
    std::vector<Section> m_sections;
};

}  // namespace potstill
