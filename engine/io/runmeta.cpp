#include "engine/io/runmeta.h"

#include "engine/io/atomicfile.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>

namespace potstill {

namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& text)
{
    if (!text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
            return std::isalnum(c) || std::string_view("-_./=:,+").find(static_cast<char>(c)) != std::string_view::npos;
        }))
        return text;
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

}  // namespace

void setRunMeta(const fs::path& runFolder, const std::string& key, const Json& value)
{
    const fs::path file = runFolder / "meta.json";
    std::error_code error;
    Json meta = fs::exists(file, error) ? readJsonFile(file) : Json::object();
    if (!meta.is_object())
        throw Error(ErrorCode::BadFile, fmt::format("{}: an object was expected", file.string()));
    meta[key] = value;
    writeJsonFile(file, meta);
}

std::string commandOfRun(const fs::path& runFolder, const OptionSchema& schema)
{
    const Json options = readJsonFile(runFolder / "config.json").at("options"), defaults = defaultsOf(schema);
    const bool isStudent = options.value("kind", "") == "student";
    const fs::path project = runFolder.parent_path().parent_path();
    std::string command = fmt::format("potstill-cli {} --project {}", isStudent ? "distill" : "train", quoted(project.string()));
    for (const std::string& path : schema.paths()) {
        if (path == "kind" || path == "method")
            continue;
        Json value = valueAt(options, path);
        // What a student is not told about its data it takes from its teacher, so each of them is told.
        const bool isTaken = isStudent && path.rfind("data.", 0) == 0;
        if (value.is_null() || (value == valueAt(defaults, path) && !isTaken))
            continue;
        if (path == "teacher") {
            std::error_code error;
            const fs::path inProject = project / value.get<std::string>();
            command += " --teacher " + quoted(fs::exists(inProject, error) ? inProject.string() : value.get<std::string>());
        } else {
            command += " --set " + quoted(path + "=" + textOfValue(value));
        }
    }
    return command;
}

void branchFrom(const fs::path& checkpoint, const fs::path& newRun)
{
    std::error_code error;
    if (!fs::exists(checkpoint / "manifest.json", error))
        throw Error(ErrorCode::NotFound, fmt::format("'{}' is not a checkpoint: it has no manifest.json", checkpoint.string()));
    if (!checkpointsOf(newRun).empty())
        throw Error(ErrorCode::BadOption, fmt::format("'{}' has checkpoints of its own; a branch starts as a new run", newRun.string()));
    const fs::path source = checkpoint.parent_path().parent_path();
    const std::int64_t images = std::stoll(checkpoint.filename().string());
    const fs::path target = newRun / "checkpoints" / checkpoint.filename(), temporary = newRun / "checkpoints" / ".tmp-branch";
    makeFolders(newRun / "checkpoints");
    fs::remove_all(temporary, error);
    try {
        fs::copy(checkpoint, temporary, fs::copy_options::recursive);
        fs::rename(temporary, target);
        makeFolders(newRun / "samples");
        for (const fs::directory_entry& entry : fs::directory_iterator(source / "samples", error))
            if (const std::string name = entry.path().filename().string(); name.size() > 9 && std::isdigit(static_cast<unsigned char>(name[0])) && std::stoll(name) <= images)
                fs::copy_file(entry.path(), newRun / "samples" / name, fs::copy_options::skip_existing);
        if (fs::exists(source / "stats.jsonl", error))
            fs::copy_file(source / "stats.jsonl", newRun / "stats.jsonl", fs::copy_options::skip_existing);  // the trainer drops the lines past the checkpoint
    } catch (const fs::filesystem_error& e) {
        fs::remove_all(temporary, error);
        throwSystemError(e.code().value(), "copy the checkpoint", checkpoint);
    }
    setRunMeta(newRun, "branched_from", {{"run", source.filename().string()}, {"images", images}});
    writeRunState(newRun, RunState::Stopped, images);
}

}  // namespace potstill
