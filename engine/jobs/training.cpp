#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runmeta.h"
#include "engine/jobs/trainingjob.h"
#include "engine/model/model.h"
#include "engine/tensor/device.h"
#include "engine/train/workshop.h"

#include <fmt/format.h>

namespace potstill {

namespace fs = std::filesystem;

void takeDataFromTeacher(Json& document, const Json& facts)
{
    if (const int size = facts.value("image_size", 0); size > 0)
        document["data"]["image_size"] = size;
    document["data"]["channels"] = facts.value("channels", 3);
    document["data"]["labels"] = facts.value("classes", 0) > 0;
}

namespace {

/// What the teacher decides is taken from it, so that config.json states what was really done.
void takeFromTeacher(Json& document, const fs::path& project)
{
    const fs::path teacher = resolveModelPath(document.at("teacher").get<std::string>(), project);
    const Json facts = modelFacts(teacher);
    if (facts.value("is_student", false))
        throw Error(ErrorCode::BadOption, fmt::format("teacher: '{}' is itself a student; a student of a student is not offered, name the teacher it came from", teacher.string()));
    takeDataFromTeacher(document, facts);
    // A teacher inside the project is named relative to it: the project can be moved.
    const fs::path relative = project.empty() ? fs::path() : fs::weakly_canonical(teacher).lexically_relative(fs::weakly_canonical(project));
    if (document["teacher"].get<std::string>().rfind("bundled:", 0) != 0)
        document["teacher"] = !relative.empty() && *relative.begin() != ".." ? relative.string() : fs::weakly_canonical(teacher).string();
}

std::string slugOf(const RunOptions& options, const std::string& name)
{
    std::string slug = name;
    if (slug.empty()) {
        const std::string data = options.data.source.empty() ? "data-free" : fs::path(options.data.source).stem().string();
        slug = options.kind == "student" ? fmt::format("student-{}-{}", options.method, data) : fmt::format("teacher-{}", data);
    }
    for (char& c : slug)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-')
            c = '-';
    return slug.substr(0, 60);
}

/// Before anything is made: a run whose checkpoints cannot all lie on the disk would pause in the middle.
void refuseFullDisk(Json document, const fs::path& project)
{
    if (document["kind"] == "student")
        document["teacher"] = resolveModelPath(document["teacher"].get<std::string>(), project).string();
    const auto needed = static_cast<double>(estimateRun(document, false, project).diskBytes), left = static_cast<double>(freeDiskBytes(project));
    if (needed > left)
        throw Error(ErrorCode::DiskFull, {"no-room-for-run",
                                          0,
                                          {{"needed", fmt::format("{:.2f}", needed / 1e9)}, {"free", fmt::format("{:.2f}", left / 1e9)}, {"path", project.string()}},
                                          fmt::format("the run needs about {:.2f} GB for its checkpoints, samples and packed data, {:.2f} GB are free in {}. Make room, keep fewer "
                                                      "checkpoints (training.keep_checkpoints, "
                                                      "training.keep_every) or sample less often (training.preview_every).",
                                                      needed / 1e9, left / 1e9, project.string())});
}

}  // namespace

Json dataOfTeacher(const std::string& teacher, const fs::path& project)
{
    if (const fs::path run = runAround(resolveModelPath(teacher, project)); !run.empty())
        if (const Json data = valueAt(readJsonFile(run / "config.json"), "options.data"); data.is_object())
            return data;
    return teacher.rfind("bundled:", 0) == 0 ? Json::object() : Json{{"source", ""}};
}

Json resolvedRun(const Json& partial, const fs::path& project)
{
    Json given = partial;
    if (const Json teacher = valueAt(given, "teacher"); valueAt(given, "kind") == "student" && teacher.is_string() && !teacher.get<std::string>().empty())
        if (const Json data = given.value("data", Json::object()); data.is_object())
            given["data"] = merged(dataOfTeacher(teacher.get<std::string>(), project), data);
    Json document = merged(defaultsOf(runSchema()), given);
    if (const Issues issues = validateRun(document); hasErrors(issues))
        throw Error(ErrorCode::BadOption, toText(issues));
    if (const std::string source = document["data"]["source"].get<std::string>(); source != "sprites" && !source.empty()) {
        if (!fs::exists(source))
            throw Error(ErrorCode::NotFound, {"no-data-there",
                                              0,
                                              {{"source", source}},
                                              fmt::format("data.source: there is nothing at '{}'; name a folder of images, a packed set, a ZIP, or 'sprites'", source)});
        document["data"]["source"] = fs::weakly_canonical(source).string();
    }
    deviceFromName(document["device"].get<std::string>());
    if (document["kind"] == "student")
        takeFromTeacher(document, project);
    const RunOptions options = RunOptions::table().fromJson(document);
    if (const Issues issues = options.validate(); hasErrors(issues))
        throw Error(ErrorCode::BadOption, toText(issues));
    return RunOptions::table().toJson(options);
}

TrainingJob::TrainingJob(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TrainingJob::~TrainingJob() = default;
const fs::path& TrainingJob::runFolder() const { return m_impl->folder; }
TrainingJob::Impl& TrainingJob::impl() { return *m_impl; }

std::unique_ptr<TrainingJob> TrainingJob::create(const fs::path& projectFolder, const Json& partial, const std::string& name, const fs::path& branchOf)
{
    const Json document = resolvedRun(partial, projectFolder);
    const RunOptions options = RunOptions::table().fromJson(document);
    refuseFullDisk(document, projectFolder);
    // A trainer passes damaged checkpoints over, and would begin anew without this one.
    if (!branchOf.empty())
        if (const std::string wrong = verifyCheckpoint(branchOf); !wrong.empty())
            throw Error(ErrorCode::BadFile, {"broken-checkpoint", 0, {{"path", branchOf.string()}}, fmt::format("{}: {}", branchOf.string(), wrong)});
    const Project project = Project::openOrCreate(projectFolder);
    Json config = {{"id", newUuid()}, {"program", "potstill " + programVersion()}, {"created", utcNow()}, {"options", document}};
    auto impl = std::make_unique<Impl>();
    impl->folder = project.createRun(slugOf(options, name), config);
    try {
        if (!branchOf.empty())
            branchFrom(branchOf, impl->folder);
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(impl->folder, ignored);
        throw;
    }
    return std::unique_ptr<TrainingJob>(new TrainingJob(std::move(impl)));
}

std::unique_ptr<TrainingJob> TrainingJob::resume(const fs::path& runFolder, const Continuation& changed)
{
    if (!fs::exists(runFolder / "config.json"))
        throw Error(ErrorCode::NotFound, fmt::format("'{}' is not a run: it has no config.json", runFolder.string()));
    const RunOptions options = RunOptions::table().fromJson(optionsInForce(readJsonFile(runFolder / "config.json"), runFolder, changed));
    const RunSummary summary = readRunSummary(runFolder);
    if (summary.imagesSeen >= options.training.images)
        throw Error(ErrorCode::BadOption, fmt::format("'{}' has seen {} images already, which is all of the {} asked for; name more images to go on with it", runFolder.string(),
                                                      summary.imagesSeen, options.training.images));
    if (!changed.device.empty())
        deviceFromName(changed.device);  // refuses what is not there
    auto impl = std::make_unique<Impl>();
    impl->folder = fs::weakly_canonical(runFolder);
    impl->changed = changed;
    return std::unique_ptr<TrainingJob>(new TrainingJob(std::move(impl)));
}

JobOutcome TrainingJob::run(RunControl& control, RunObserver& observer)
{
    m_impl->trainer = std::make_unique<Trainer>(m_impl->folder, control, observer, m_impl->changed);
    RunOutcome outcome;
    try {
        outcome = m_impl->trainer->run();
    } catch (...) {
        m_impl->trainer.reset();
        throw;
    }
    m_impl->trainer.reset();
    return outcome == RunOutcome::Finished ? JobOutcome::Finished : outcome == RunOutcome::Stopped ? JobOutcome::Stopped : JobOutcome::Aborted;
}

}  // namespace potstill
