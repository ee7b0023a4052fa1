#include "engine/io/runqueue.h"

#include "engine/io/jsonfile.h"
#include "engine/io/posix.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include <fcntl.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr int kFormat = 1;
constexpr std::int64_t kMostCombinations = 1000;

std::vector<std::string> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (separators.find(c) != std::string_view::npos)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    std::erase(parts, "");
    return parts;
}

Json jsonOf(const QueueEntry& e)
{
    Json sweep = Json::array();
    for (const SweepAxis& axis : e.sweep)
        sweep.push_back({{"path", axis.path}, {"values", axis.values}});
    Json json = {{"id", e.id}, {"name", e.name}, {"resume", e.resume}, {"extend_to", e.extendTo}, {"begun", e.begun}, {"sweep", sweep}, {"document", e.document}};
    if (!e.branchOf.empty())
        json["branch_of"] = e.branchOf;
    return json;
}

QueueEntry entryOf(const Json& json)
{
    QueueEntry e;
    e.id = json.at("id").get<std::string>();
    e.name = json.value("name", "");
    e.resume = json.value("resume", "");
    e.extendTo = json.value("extend_to", std::int64_t(0));
    e.begun = json.value("begun", std::int64_t(0));
    e.branchOf = json.value("branch_of", "");
    e.document = json.value("document", Json::object());
    for (const Json& axis : json.value("sweep", Json::array()))
        e.sweep.push_back({axis.at("path").get<std::string>(), axis.at("values").get<std::vector<Json>>()});
    for (const SweepAxis& axis : e.sweep)
        if (axis.values.empty())
            throw Error(ErrorCode::BadFile, fmt::format("the sweep over '{}' has no values", axis.path));
    if (e.begun < 0 || !e.document.is_object() || e.count() > kMostCombinations)
        throw Error(ErrorCode::BadFile, fmt::format("entry '{}' is damaged", e.id));
    return e;
}

struct Content {
    bool continuesAfterFailure = true;
    std::vector<QueueEntry> entries;
};

Content readContent(const fs::path& project)
{
    const fs::path file = project / "queue.json";
    std::error_code error;
    Content content;
    if (!fs::exists(file, error))
        return content;
    const Json json = readJsonFile(file);
    try {
        if (json.at("format").get<int>() > kFormat)
            throw Error(ErrorCode::BadFile, fmt::format("format {} was written by a newer version of this program", json.at("format").get<int>()));
        content.continuesAfterFailure = json.value("continue_after_failure", true);
        for (const Json& entry : json.at("entries"))
            content.entries.push_back(entryOf(entry));
    } catch (const Json::exception&) {
        throw Error(ErrorCode::BadFile, fmt::format("{}: a field is missing or of the wrong type", file.string()));
    } catch (const Error& e) {
        throw Error(ErrorCode::BadFile, fmt::format("{}: {}", file.string(), e.what()));
    }
    return content;
}

auto entryIn(Content& content, const std::string& id)
{
    return std::find_if(content.entries.begin(), content.entries.end(), [&](const QueueEntry& e) { return e.id == id; });
}

/// One value of an axis. Throws Error(BadOption) where the setting cannot have it.
Json valueFromText(const std::string& path, const std::string& value, const OptionSchema& schema)
{
    Json document = Json::object();
    try {
        setFromText(document, schema, path + "=" + value);
    } catch (const Error& e) {
        throw Error(e.code(), {"unfit-value", 0, {{"setting", path}, {"value", value}}, e.what()});
    }
    return valueAt(document, path);
}

/// Held while the file is changed, for moments. A file system without locks is used without.
Descriptor lockQueue(const fs::path& project)
{
    const fs::path file = project / ".queue.lock";
    Descriptor lock = openFile(file, O_RDWR | O_CREAT, "open");
    for (int tries = 0; tryLock(lock.get()) == 0; ++tries) {
        if (tries > 500)
            throw Error(ErrorCode::Locked, fmt::format("{}: another program has held the queue for ten seconds", file.string()));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return lock;
}

}  // namespace

std::vector<SweepAxis> sweepFromText(std::string_view text, const OptionSchema& schema)
{
    std::vector<SweepAxis> sweep;
    std::int64_t count = 1;
    for (const std::string& part : split(text, " ;\n\t")) {
        const std::size_t equals = part.find('=');
        SweepAxis axis{part.substr(0, equals), {}};
        const FieldInfo* field = schema.find(axis.path);
        if (!field) {
            const std::string near = nearestMatch(axis.path, schema.paths());
            throw Error(ErrorCode::BadOption, {"unknown-setting",
                                               0,
                                               {{"setting", axis.path}, {"near", near}},
                                               fmt::format("'{}' is not a setting{}", axis.path, near.empty() ? "" : fmt::format("; did you mean '{}'?", near))});
        }
        for (const std::string& value : split(equals == std::string::npos ? std::string_view() : std::string_view(part).substr(equals + 1), field->isList() ? "|" : ","))
            axis.values.push_back(valueFromText(axis.path, value, schema));
        if (axis.values.empty())
            throw Error(ErrorCode::BadOption,
                        {"setting-without-values", 0, {{"setting", axis.path}}, fmt::format("'{}' has no values; write {}=first,second", axis.path, axis.path)});
        if (std::any_of(sweep.begin(), sweep.end(), [&](const SweepAxis& other) { return other.path == axis.path; }))
            throw Error(ErrorCode::BadOption, {"setting-twice", 0, {{"setting", axis.path}}, fmt::format("'{}' is named twice", axis.path)});
        count *= static_cast<std::int64_t>(axis.values.size());
        if (count > kMostCombinations)
            throw Error(ErrorCode::BadOption,
                        {"many-combinations", 0, {{"most", std::to_string(kMostCombinations)}}, fmt::format("the sweep has more than {} combinations", kMostCombinations)});
        sweep.push_back(std::move(axis));
    }
    return sweep;
}

std::string textFromSweep(const std::vector<SweepAxis>& sweep)
{
    std::string text;
    for (const SweepAxis& axis : sweep) {
        text += (text.empty() ? "" : " ") + axis.path + "=";
        for (std::size_t i = 0; i < axis.values.size(); ++i)
            text += (i == 0 ? "" : axis.values[i].is_array() ? "|" : ",") + textOfValue(axis.values[i]);
    }
    return text;
}

std::int64_t QueueEntry::count() const
{
    std::int64_t n = 1;
    for (const SweepAxis& axis : sweep)
        n *= static_cast<std::int64_t>(axis.values.size());
    return n;
}

Json QueueEntry::documentOf(std::int64_t i) const
{
    Json out = document;
    for (auto axis = sweep.rbegin(); axis != sweep.rend(); ++axis) {
        const auto n = static_cast<std::int64_t>(axis->values.size());
        setValueAt(out, axis->path, axis->values[static_cast<std::size_t>(i % n)]);
        i /= n;
    }
    return out;
}

std::string QueueEntry::labelOf(std::int64_t i) const
{
    const Json settings = documentOf(i);
    std::string label;
    for (const SweepAxis& axis : sweep)
        label += (label.empty() ? "" : ", ") + axis.path.substr(axis.path.rfind('.') + 1) + " " + textOfValue(valueAt(settings, axis.path));
    return label;
}

std::string QueueEntry::nameOf(std::int64_t i) const
{
    if (sweep.empty())
        return name;
    const std::string stem = !name.empty() ? name : document.value("kind", "") == "student" ? "student" : "teacher";
    return stem + " " + labelOf(i);
}

template <class F>
auto RunQueue::changed(F&& change)
{
    const Descriptor lock = lockQueue(m_project);
    Content content = readContent(m_project);
    const auto result = change(content);
    Json entries = Json::array();
    for (const QueueEntry& e : content.entries)
        entries.push_back(jsonOf(e));
    writeJsonFile(m_project / "queue.json", {{"format", kFormat}, {"continue_after_failure", content.continuesAfterFailure}, {"entries", entries}});
    return result;
}

std::vector<QueueEntry> RunQueue::entries() const { return readContent(m_project).entries; }
bool RunQueue::continuesAfterFailure() const { return readContent(m_project).continuesAfterFailure; }

void RunQueue::setContinuesAfterFailure(bool on)
{
    changed([&](Content& c) { return c.continuesAfterFailure = on; });
}

std::string RunQueue::add(QueueEntry entry, int position)
{
    if (entry.id.empty())
        entry.id = newUuid();
    const std::string id = entry.id;
    return changed([&](Content& c) {
        const auto size = static_cast<int>(c.entries.size());
        c.entries.insert(c.entries.begin() + (position < 0 ? size : std::min(position, size)), std::move(entry));
        return id;
    });
}

std::optional<std::pair<QueueEntry, int>> RunQueue::remove(const std::string& id)
{
    return changed([&](Content& c) -> std::optional<std::pair<QueueEntry, int>> {
        const auto it = entryIn(c, id);
        if (it == c.entries.end())
            return std::nullopt;
        std::pair<QueueEntry, int> removed{*it, static_cast<int>(it - c.entries.begin())};
        c.entries.erase(it);
        return removed;
    });
}

void RunQueue::move(const std::string& id, int position)
{
    changed([&](Content& c) {
        const auto it = entryIn(c, id);
        if (it == c.entries.end())
            return false;
        QueueEntry entry = std::move(*it);
        c.entries.erase(it);
        c.entries.insert(c.entries.begin() + std::clamp(position, 0, static_cast<int>(c.entries.size())), std::move(entry));
        return true;
    });
}

bool RunQueue::replace(const QueueEntry& entry)
{
    return changed([&](Content& c) {
        const auto it = entryIn(c, entry.id);
        if (it == c.entries.end())
            return false;
        const std::int64_t begun = it->begun;
        *it = entry;
        it->begun = begun;
        return true;
    });
}

std::optional<QueuedRun> RunQueue::take()
{
    return changed([&](Content& c) -> std::optional<QueuedRun> {
        while (!c.entries.empty()) {
            QueueEntry& entry = c.entries.front();
            std::optional<QueuedRun> run;
            std::error_code error;
            if (!entry.resume.empty()) {
                if (fs::exists(m_project / entry.resume / "config.json", error))
                    run = QueuedRun{entry.id, 0, entry.name, Json::object(), m_project / entry.resume, entry.extendTo, {}};
                c.entries.erase(c.entries.begin());
            } else {
                if (entry.begun < entry.count()) {
                    const fs::path origin = entry.branchOf.empty() ? fs::path() : m_project / entry.branchOf;
                    run = QueuedRun{entry.id, entry.begun, entry.nameOf(entry.begun), entry.documentOf(entry.begun), {}, 0, origin};
                    ++entry.begun;
                }
                if (entry.begun >= entry.count())
                    c.entries.erase(c.entries.begin());
            }
            if (run)
                return run;
        }
        return std::nullopt;
    });
}

std::vector<fs::path> queuedOrigins(const fs::path& runFolder)
{
    const fs::path named = (fs::absolute(runFolder) / "").lexically_normal().parent_path();  // PROJECT/runs/RUN, which may be a link to another disk
    const fs::path run = fs::weakly_canonical(named), project = named.parent_path().parent_path();
    std::vector<fs::path> origins;
    for (const QueueEntry& entry : RunQueue(project).entries())
        if (!entry.branchOf.empty())
            if (const fs::path origin = fs::weakly_canonical(project / entry.branchOf); origin.parent_path().parent_path() == run)
                origins.push_back(origin);
    return origins;
}

}  // namespace potstill
