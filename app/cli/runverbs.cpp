#include "app/cli/awake.h"
#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/settingshelp.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/cli/verbsettings.h"

#include "engine/core/resources.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <memory>

namespace potstill {

namespace {

struct RunArguments {
    RunArguments(CLI::App& verb, std::string kind_) : settings(verb, runSchema()), kind(std::move(kind_)) {}
    VerbSettings settings;
    const std::string kind;
    std::string project, preset, resume, name;
};

Json presetFor(const RunArguments& a)
{
    if (a.preset.empty())
        return Json::object();
    const Preset& preset = presetByName(a.preset);
    if (preset.kind != a.kind)
        throw Error(ErrorCode::BadOption, fmt::format("--preset: '{}' is for a {}; use the verb '{}'", a.preset, preset.kind, preset.kind == "student" ? "distill" : "train"));
    Json document = preset.document;
    // A preset's data are those of its own teacher.
    if (const Json teacher = valueAt(a.settings.named(), "teacher"); teacher.is_string() && teacher != valueAt(document, "teacher"))
        document.erase("data");
    return document;
}

Json resolve(const RunArguments& a)
{
    const bool isStudent = a.kind == "student";
    const Json base = isStudent ? Json{{"method", "imagine-flash"}} : Json::object();
    const Json fixed = isStudent ? Json{{"kind", a.kind}} : Json{{"kind", a.kind}, {"method", "diffusion"}};
    return a.settings.document(merged(base, presetFor(a)), fixed);
}

int dryRun(const Json& document, const RunArguments& a)
{
    const Json resolved = resolvedRun(document, a.project);
    Json found = resolved;
    if (found["kind"] == "student")
        found["teacher"] = resolveModelPath(found["teacher"].get<std::string>(), a.project).string();
    const RunEstimate e = estimateRun(found, true, a.project);
    return a.settings.reportDryRun(resolved, e, e.secondsPerImage * valueAt(resolved, "training.images").get<double>());
}

int runJob(TrainingJob& job, const RunArguments& a)
{
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Saves);
    const Awake awake;
    JobOutcome outcome;
    {
        ProgressLine progress(control, a.settings.wantsJson());
        outcome = job.run(control, progress);
    }
    const char* word = outcome == JobOutcome::Finished ? "finished" : outcome == JobOutcome::Stopped ? "stopped" : "aborted";
    if (a.settings.wantsJson())
        printJson({{"run", job.runFolder().string()}, {"outcome", word}});
    else
        fmt::print("{}: {}\n", word, job.runFolder().string());
    return outcome == JobOutcome::Finished ? kDone : kStopped;
}

int runVerb(const RunArguments& a)
{
    if (!a.resume.empty()) {
        const Json changed = merged(Json{{"training", {{"images", 0}}}, {"device", ""}, {"threads", -1}}, a.settings.named());
        auto job = TrainingJob::resume(a.resume, {changed["training"]["images"].get<std::int64_t>(), changed["device"].get<std::string>(), changed["threads"].get<int>()});
        return runJob(*job, a);
    }
    const Json document = resolve(a);
    if (a.settings.isDryRun())
        return dryRun(document, a);
    if (a.project.empty())
        throw Error(ErrorCode::BadOption, "--project: name the folder of the project that the run goes into; it is made when it is not there");
    auto job = TrainingJob::create(a.project, document, a.name);
    return runJob(*job, a);
}

void addVerb(CLI::App& app, Chosen& chosen, const std::string& verb, const std::string& help, const std::string& kind)
{
    CLI::App* sub = app.add_subcommand(verb, help);
    auto a = std::make_shared<RunArguments>(*sub, kind);
    if (kind == "student") {
        a->settings.name("teacher", "", "Run, checkpoint, diffusers folder, or bundled:NAME");
        a->settings.name("method", "", "Method of distillation: imagine-flash");
    }
    a->settings.name("data.source", "--data", "Folder of images (class folders or flat), packed set, ZIP, or 'sprites'");
    sub->add_option("--project", a->project, "Folder of the project; made when it is not there");
    sub->add_option("--name", a->name, "Name of the run's folder");
    sub->add_option("--preset", a->preset, "Settings to start from; they are listed below");
    a->settings.name("training.images", "", "Length of the run; with --resume the new length, longer or shorter");
    a->settings.name("seed", "", "Seed of everything random");
    a->settings.name("device", "", "auto, cpu or cuda:N");
    a->settings.name("threads", "", "Compute threads on the CPU; 0 = one per core");
    sub->add_option("--resume", a->resume, "Run folder to go on with; --images, --device and --threads can change");
    sub->set_help_all_flag("--help-all", "Print this help with the advanced settings and exit");
    sub->footer([sub, kind] { return "\n" + settingsHelp(kind, sub->get_help_all_ptr()->count() > 0); });
    sub->callback([a, sub, &chosen] {
        for (const char* other : {"--data", "--teacher", "--method", "--project", "--name", "--preset", "--config", "--seed", "--set", "--dry-run"})
            if (const CLI::Option* option = sub->get_option_no_throw(other); !a->resume.empty() && option && option->count() > 0)
                throw Error(ErrorCode::BadOption,
                            fmt::format("{}: a resumed run keeps the settings that it was started with; only --images, --device and --threads can change", other));
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
