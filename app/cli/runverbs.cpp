#include "app/cli/awake.h"
#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/settingshelp.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <memory>

namespace potstill {

namespace {

struct RunArguments {
    std::string kind, data, project, preset, config, device, resume, teacher, method, name;
    std::vector<std::string> settings;
    std::int64_t images = 0, seed = -1;
    int threads = -1;
    bool dryRun = false, json = false;
};

/// Preset, then --config, then the named options, then --set: later ones win.
Json resolve(const RunArguments& a)
{
    Json document = Json::object();
    if (!a.preset.empty()) {
        const Preset& preset = presetByName(a.preset);
        if (preset.kind != a.kind)
            throw Error(ErrorCode::BadOption, fmt::format("--preset: '{}' is for a {}; use the verb '{}'", a.preset, preset.kind, preset.kind == "student" ? "distill" : "train"));
        document = preset.document;
        // A preset's data are those of its own teacher.
        if (!a.teacher.empty() && a.teacher != document.value("teacher", ""))
            document.erase("data");
    }
    if (!a.config.empty()) {
        const Json file = readJsonFile(a.config);
        const Json& settings = file.contains("options") ? file["options"] : file;  // config.json of a run works as it is
        if (const Issues issues = checkAgainstSchema(settings, runSchema()); hasErrors(issues))
            throw Error(ErrorCode::BadOption, fmt::format("{}: {}", a.config, toText(issues)));
        document = merged(document, settings);
    }
    document["kind"] = a.kind;
    if (a.kind == "teacher")
        document["method"] = "diffusion";
    else
        document["method"] = !a.method.empty() ? Json(a.method) : Json(document.value("method", "imagine-flash"));
    if (!a.teacher.empty())
        document["teacher"] = a.teacher;
    if (!a.data.empty())
        document["data"]["source"] = a.data;
    if (a.images > 0)
        document["training"]["images"] = a.images;
    if (a.seed >= 0)
        document["seed"] = a.seed;
    if (a.threads >= 0)
        document["threads"] = a.threads;
    if (!a.device.empty())
        document["device"] = a.device;
    for (const std::string& s : a.settings)
        setFromText(document, runSchema(), s);
    return document;
}

void dryRun(const Json& document, const std::string& project, bool json)
{
    const Json resolved = resolvedRun(document, project);
    Json found = resolved;
    if (found["kind"] == "student")
        found["teacher"] = resolveModelPath(found["teacher"].get<std::string>(), project).string();
    const RunEstimate e = estimateRun(found, true);
    const auto images = valueAt(resolved, "training.images").get<double>();
    if (json) {
        printJson({{"options", resolved},
                   {"estimate", {{"parameters", e.parameters}, {"memory_bytes", e.memoryBytes}, {"disk_bytes", e.diskBytes}, {"seconds", e.secondsPerImage * images}}}});
        return;
    }
    printJson(resolved);
    fmt::print("{} parameters, about {:.0f} MB of memory, {:.0f} MB of disk, {} on this machine's CPU\n", e.parameters, static_cast<double>(e.memoryBytes) / 1e6,
               static_cast<double>(e.diskBytes) / 1e6, durationText(e.secondsPerImage * images));
}

int runJob(TrainingJob& job, const RunArguments& a)
{
    RunControl control;
    const Interrupts interrupts(control);
    const Awake awake;
    JobOutcome outcome;
    {
        ProgressLine progress(control, a.json);
        outcome = job.run(control, progress);
    }
    const char* word = outcome == JobOutcome::Finished ? "finished" : outcome == JobOutcome::Stopped ? "stopped" : "aborted";
    if (a.json)
        printJson({{"run", job.runFolder().string()}, {"outcome", word}});
    else
        fmt::print("{}: {}\n", word, job.runFolder().string());
    return outcome == JobOutcome::Finished ? kDone : kStopped;
}

int runVerb(const RunArguments& a)
{
    if (!a.resume.empty()) {
        auto job = TrainingJob::resume(a.resume, {a.images, a.device, a.threads});
        return runJob(*job, a);
    }
    const Json document = resolve(a);
    if (a.dryRun) {
        dryRun(document, a.project, a.json);
        return kDone;
    }
    if (a.project.empty())
        throw Error(ErrorCode::BadOption, "--project: name the folder of the project that the run goes into; it is made when it is not there");
    auto job = TrainingJob::create(a.project, document, a.name);
    return runJob(*job, a);
}

void addVerb(CLI::App& app, Chosen& chosen, const std::string& verb, const std::string& help, const std::string& kind)
{
    auto a = std::make_shared<RunArguments>();
    a->kind = kind;
    CLI::App* sub = app.add_subcommand(verb, help);
    if (kind == "student") {
        sub->add_option("--teacher", a->teacher, "Run, checkpoint, diffusers folder, or bundled:NAME");
        sub->add_option("--method", a->method, "Method of distillation: imagine-flash");
    }
    sub->add_option("--data", a->data, "Folder of images (class folders or flat), packed set, ZIP, or 'sprites'");
    sub->add_option("--project", a->project, "Folder of the project; made when it is not there");
    sub->add_option("--name", a->name, "Name of the run's folder");
    sub->add_option("--preset", a->preset, "Settings to start from; they are listed below");
    sub->add_option("--config", a->config, "JSON file with settings; config.json of a run works as it is");
    sub->add_option("--images", a->images, "Length of the run; with --resume a finished run goes on to this many")->check(CLI::PositiveNumber);
    sub->add_option("--seed", a->seed, "Seed of everything random")->check(CLI::NonNegativeNumber);
    sub->add_option("--device", a->device, "auto, cpu or cuda:N");
    sub->add_option("--threads", a->threads, "Compute threads on the CPU; 0 = one per core")->check(CLI::NonNegativeNumber);
    sub->add_option("--set", a->settings, "path.to.option=value, as often as you like")->take_all()->allow_extra_args(false);
    sub->add_option("--resume", a->resume, "Run folder to go on with; --images, --device and --threads can change");
    sub->add_flag("--dry-run", a->dryRun, "Print the resolved settings and an estimate, do nothing");
    sub->add_flag("--json", a->json, "Print the result as JSON, no progress");
    sub->set_help_all_flag("--help-all", "Print this help with the advanced settings and exit");
    sub->footer([sub, kind] { return "\n" + settingsHelp(kind, sub->get_help_all_ptr()->count() > 0); });
    sub->callback([a, sub, &chosen] {
        for (const char* other : {"--data", "--project", "--name", "--preset", "--config", "--seed", "--set", "--dry-run"})
            if (!a->resume.empty() && sub->count(other) > 0)
                throw CLI::ValidationError(other, "a resumed run keeps the settings that it was started with; only --images, --device and --threads can change");
        chosen = [a] { return runVerb(*a); };
    });
}

}  // namespace

void addRunVerbs(CLI::App& app, Chosen& chosen)
{
    addVerb(app, chosen, "train", "Train a teacher on images", "teacher");
    addVerb(app, chosen, "distill", "Distil a teacher into a student of few steps", "student");
    CLI::App* settings = app.add_subcommand("settings", "List every setting of train and distill, advanced ones too");
    auto json = std::make_shared<bool>(false);
    settings->add_flag("--json", *json, "Print settings and presets as JSON");
    settings->callback([json, &chosen] {
        chosen = [json] {
            if (*json)
                printJson(settingsJson());
            else
                std::fputs(settingsHelp("", true).c_str(), stdout);
            return kDone;
        };
    });
}

}  // namespace potstill
