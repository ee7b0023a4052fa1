#include "engine/io/checkpoint.h"

#include "engine/io/atomicfile.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <set>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr int kFormat = 1;
constexpr std::string_view kTemporary = ".tmp-";

bool isCheckpointName(const std::string& name)
{
    return name.size() >= 9 && name.size() <= 18 && std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::int64_t imagesOf(const fs::path& checkpoint) { return std::stoll(checkpoint.filename().string()); }

/// The folder loses its name first: a removal that is cut short leaves no part of a checkpoint under a checkpoint's name.
void removeCheckpoint(const fs::path& checkpoint)
{
    std::error_code ignored;
    fs::path doomed = checkpoint;
    if (checkpoint.filename().string().rfind(kTemporary, 0) != 0) {
        doomed = checkpoint.parent_path() / fmt::format("{}del-{}", kTemporary, checkpoint.filename().string());
        fs::remove_all(doomed, ignored);
        if (::rename(checkpoint.c_str(), doomed.c_str()) != 0)
            throwSystemError(errno, "remove the old checkpoint", checkpoint);
    }
    fs::remove_all(doomed, ignored);
}

void removeTemporaries(const fs::path& checkpoints)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(checkpoints, error))
        if (entry.path().filename().string().rfind(kTemporary, 0) == 0)
            found.push_back(entry.path());
    for (const fs::path& folder : found)
        removeCheckpoint(folder);
}

/// Gives the finished folder its name. A checkpoint that is there already (damaged, or of the same images) is exchanged in one step, so that one of the two is there at any moment.
void takeName(const fs::path& temporary, const fs::path& folder)
{
    if (::rename(temporary.c_str(), folder.c_str()) == 0)
        return;
    if (errno != EEXIST && errno != ENOTEMPTY)
        throwSystemError(errno, "name the finished checkpoint", folder);
    if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0) {
        removeCheckpoint(folder);
        if (::rename(temporary.c_str(), folder.c_str()) != 0)
            throwSystemError(errno, "name the finished checkpoint", folder);
        return;
    }
    std::error_code ignored;
    fs::remove_all(temporary, ignored);
}

Json fileFacts(const fs::path& folder, const std::string& name, const std::string& hash)
{
    std::error_code error;
    return {{"name", name}, {"bytes", fs::file_size(folder / name, error)}, {"sha256", hash}};
}

/// What is wrong with a checkpoint; a sentence of "" = nothing.
struct Fault {
    std::string file, sentence;
};

Fault faultOf(const fs::path& checkpoint)
{
    std::string at = "manifest.json";
    const auto wrong = [&](const std::string& what) { return Fault{at, at + ": " + what}; };
    try {
        std::error_code error;
        if (!fs::exists(checkpoint / at, error))
            return wrong("missing");
        const Json manifest = readJsonFile(checkpoint / at);
        if (manifest.at("format").get<int>() > kFormat)
            return wrong(fmt::format("format {} was written by a newer version of this program", manifest.at("format").get<int>()));
        bool hasModel = false, hasState = false;
        for (const Json& file : manifest.at("files")) {
            at = "manifest.json";
            const std::string name = file.at("name").get<std::string>();
            if (name.empty() || name.find('/') != std::string::npos)
                return wrong(fmt::format("'{}' is not the name of a file of this folder", name));
            const auto bytes = file.at("bytes").get<std::uintmax_t>();
            const std::string hash = file.at("sha256").get<std::string>();
            at = name;
            const std::uintmax_t size = fs::file_size(checkpoint / name, error);
            if (error)
                return wrong("missing");
            if (size != bytes)
                return wrong(fmt::format("{} bytes long, {} were written", size, bytes));
            if (sha256OfFile(checkpoint / name) != hash)
                return wrong("hash differs");
            hasModel = hasModel || name == "model.safetensors";
            hasState = hasState || name == "state.json";
        }
        at = "manifest.json";
        if (!hasModel || !hasState)
            return wrong(fmt::format("{} is not listed", hasModel ? "state.json" : "model.safetensors"));
        return {};
    } catch (const Json::exception&) {
        return wrong("a field is missing or of the wrong type");
    } catch (const Error& e) {
        return {at, e.what()};
    }
}

}  // namespace

fs::path writeCheckpoint(const fs::path& runFolder, std::int64_t imagesSeen, const CheckpointContent& content)
{
    const fs::path checkpoints = runFolder / "checkpoints";
    makeFolders(checkpoints);
    removeTemporaries(checkpoints);
    const fs::path folder = checkpoints / fmt::format("{:09}", imagesSeen);
    const fs::path temporary = checkpoints / fmt::format("{}{:09}-{}", kTemporary, imagesSeen, ::getpid());

    Json parent = nullptr;
    for (const fs::path& other : listCheckpoints(runFolder))
        if (imagesOf(other) < imagesSeen)
            parent = other.filename().string();
    std::error_code error;
    const fs::path config = runFolder / "config.json";
    const Json configHash = fs::exists(config, error) ? Json(sha256OfFile(config)) : Json(nullptr);

    if (::mkdir(temporary.c_str(), 0777) != 0)
        throwSystemError(errno, "make the folder", temporary);
    try {
        Json files = Json::array();
        const auto add = [&](const std::string& name, const TensorMap& tensors) { files.push_back(fileFacts(temporary, name, writeSafetensors(temporary / name, tensors))); };
        add("model.safetensors", content.model);
        if (!content.ema.empty())
            add("ema.safetensors", content.ema);
        if (!content.optimizer.empty())
            add("optimizer.safetensors", content.optimizer);
        files.push_back(fileFacts(temporary, "state.json", writeFileAtomically(temporary / "state.json", content.state.dump(2) + "\n")));
        writeJsonFile(temporary / "manifest.json",
                      {{"format", kFormat}, {"images_seen", imagesSeen}, {"created", utcNow()}, {"parent", parent}, {"config_sha256", configHash}, {"files", files}});
        syncFolder(temporary);
        takeName(temporary, folder);
    } catch (...) {
        fs::remove_all(temporary, error);
        throw;
    }
    syncFolder(checkpoints);
    return folder;
}

std::vector<fs::path> listCheckpoints(const fs::path& runFolder) { return checkpointsOf(runFolder); }

std::string verifyCheckpoint(const fs::path& checkpoint) { return faultOf(checkpoint).sentence; }

std::optional<fs::path> newestGoodCheckpoint(const fs::path& runFolder, std::vector<RunWarning>* skipped)
{
    std::vector<fs::path> found;
    std::error_code error;
    // A folder without a manifest counts as damaged here, so that its loss is said.
    for (const fs::directory_entry& entry : fs::directory_iterator(runFolder / "checkpoints", error))
        if (isCheckpointName(entry.path().filename().string()))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return imagesOf(a) > imagesOf(b); });
    for (const fs::path& checkpoint : found) {
        const Fault fault = faultOf(checkpoint);
        if (fault.sentence.empty())
            return checkpoint;
        if (skipped) {
            const std::string run = fs::weakly_canonical(runFolder, error).filename().string(), name = checkpoint.filename().string();
            skipped->push_back({"damaged-checkpoint",
                                imagesOf(checkpoint),
                                {{"run", run}, {"checkpoint", name}, {"file", fault.file}},
                                fmt::format("{}: checkpoint {} is damaged and was passed over: {}.", run, name, fault.sentence)});
        }
    }
    return std::nullopt;
}

CheckpointContent readCheckpoint(const fs::path& checkpoint)
{
    CheckpointContent content;
    const auto readTensors = [&](const char* name) {
        std::error_code error;
        return fs::exists(checkpoint / name, error) ? SafetensorsFile(checkpoint / name).all() : TensorMap();
    };
    content.model = SafetensorsFile(checkpoint / "model.safetensors").all();
    content.ema = readTensors("ema.safetensors");
    content.optimizer = readTensors("optimizer.safetensors");
    content.state = readJsonFile(checkpoint / "state.json");
    return content;
}

void pruneCheckpoints(const fs::path& runFolder, int keep, std::int64_t keepEvery, const std::vector<fs::path>& pinned)
{
    const fs::path checkpoints = runFolder / "checkpoints";
    removeTemporaries(checkpoints);
    std::vector<fs::path> found = listCheckpoints(runFolder);
    // A batch seldom ends on a multiple: the first checkpoint at or after it stands for it.
    std::set<fs::path> milestones;
    std::int64_t passed = 0;
    for (const fs::path& checkpoint : found)
        if (const std::int64_t multiple = keepEvery > 0 ? imagesOf(checkpoint) / keepEvery : 0; multiple > passed) {
            passed = multiple;
            milestones.insert(checkpoint);
        }
    // The newest one stays whatever is asked: without it the run could not go on.
    const std::size_t newest = std::min<std::size_t>(found.size(), static_cast<std::size_t>(std::max(keep, 1)));
    found.resize(found.size() - newest);
    for (const fs::path& checkpoint : found) {
        const bool isPinned = std::any_of(pinned.begin(), pinned.end(), [&](const fs::path& pin) { return pin.lexically_normal().filename() == checkpoint.filename(); });
        if (!isPinned && milestones.count(checkpoint) == 0)
            removeCheckpoint(checkpoint);
    }
}

}  // namespace potstill
