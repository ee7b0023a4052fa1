#include "app/cli/ablation.h"
#include "app/cli/awake.h"
#include "app/cli/interrupts.h"
#include "app/cli/knownrun.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/cli/verbsettings.h"

#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace potstill {

namespace fs = std::filesystem;

std::vector<Arm> imagineFlashArms()
{
    constexpr const char* kV = "bundled:sprites-v";
    constexpr const char* kEps = "bundled:sprites-eps";
    const Json own = {{"renoise", "own"}};
    const Json clipped = {{"renoise", "own"}, {"clip_x0", true}};
    using Paper = std::map<std::string, PaperFigure>;
    const auto atThree = [](double fid, double clip) { return Paper{{"3 steps", {fid, clip}}}; };
    const Paper full = {{"1 step", {40.4, 0}}, {"2 steps", {34.7, 0}}, {"3 steps", {35.5, 30.2}}};
    const auto student = [&](const char* name, const char* title, Paper paper, Json settings) {
        return Arm{name, title, kV, std::move(paper), std::move(settings), 0, true, "", "full-own"};
    };
    Arm reference = student("full-own", "full, own noise", {}, own);
    reference.comparedWith = "";
    Arm withoutShift = student("no-srl", "without shifted loss", atThree(45.9, 25.7), {{"srl", false}});
    return {
        {"teacher-25", "teacher, 25 steps", kV, {{"25 steps", {35.7, 30.8}}}, nullptr, 25, true, "", ""},
        {"teacher-3", "teacher's own sampler, 3 steps", kV, atThree(66.5, 25.6), nullptr, 3, true, "", ""},
        std::move(reference),
        student("full-fresh", "full, fresh noise", full, {{"renoise", "fresh"}}),
        student("no-discriminator", "without discriminator", atThree(39.0, 29.0), {{"renoise", "own"}, {"adversarial", false}}),
        student("no-bd", "without backward distillation", atThree(44.2, 28.2), {{"renoise", "own"}, {"bd", false}}),
        std::move(withoutShift),
        {"eps-teacher-25", "eps teacher, 25 steps", kEps, {}, nullptr, 25, true, "", ""},
        {"eps-full", "eps teacher: full, with noise correction", kEps, full, own, 0, true, "", ""},
        {"eps-no-correction", "eps teacher: full, without noise correction", kEps, atThree(35.5, 30.0), own, 0, false, "eps-full", "eps-full"},
        {"eps-clipped", "eps teacher: full, images clipped, with noise correction", kEps, full, clipped, 0, true, "", ""},
        {"eps-clipped-no-correction", "eps teacher: full, images clipped, without noise correction", kEps, atThree(35.5, 30.0), clipped, 0, false, "eps-clipped", "eps-clipped"},
    };
}

namespace {

struct StudyOptions {
    std::string budget = "small";
    std::vector<std::string> arms;
    int seeds = 3, samples = 2000;
    static const FieldTable<StudyOptions>& table();
};

const FieldTable<StudyOptions>& StudyOptions::table()
{
    static const FieldTable<StudyOptions> fields = [] {
        using O = StudyOptions;
        FieldTable<O> t("Study", "How much of a study is repeated.");
        t.integer("seeds", &O::seeds).label("Seeds").range(1, 100).help("Seeds of every arm.");
        t.text("budget", &O::budget).label("Budget").help("small (30,000 images an arm), tiny (3,000) or a number of images.");
        t.integer("samples", &O::samples).label("Samples").range(static_cast<double>(EvaluateRequest::kLeastCount), 1'000'000).help("Samples of a figure.");
        t.list("arms", &O::arms).label("Arms").help("Only these arms, separated by commas; all when empty.");
        return t;
    }();
    return fields;
}

struct Arguments {
    explicit Arguments(CLI::App& verb) : settings(verb, StudyOptions::table().schema()) { settings.nameAll(); }
    VerbSettings settings;
    std::string study, out;
    bool reportOnly = false;
};

std::int64_t budgetImages(const std::string& budget)
{
    if (budget == "small")
        return 30'000;
    if (budget == "tiny")
        return 3'000;
    if (!budget.empty() && budget.size() < 13 && budget.find_first_not_of("0123456789") == std::string::npos && std::stoll(budget) > 0)
        return std::stoll(budget);
    throw Error(ErrorCode::BadOption, fmt::format("--budget: '{}' is neither small (30,000 images an arm) nor tiny (3,000) nor a number of images", budget));
}

class Study {
public:
    Study(const StudyOptions& options, const fs::path& folder, RunControl& control)
        : m_control(control), m_plan{folder, budgetImages(options.budget), options.seeds, options.samples}
    {
        std::vector<std::string> known;
        for (const Arm& arm : imagineFlashArms())
            known.push_back(arm.name);
        m_chosen = options.arms.empty() ? known : options.arms;
        for (const std::string& name : m_chosen)
            requireKnown(name, known, "--arms");
    }

    /// Of the runs that are trained; what is there already is not taken off.
    RunEstimate estimate(double& seconds) const
    {
        RunEstimate sum;
        for (const Arm& arm : imagineFlashArms()) {
            if (!isChosen(arm) || arm.settings.is_null() || !arm.studentOf.empty())
                continue;
            Json run = resolvedRun(document(arm, 0), {});
            run["teacher"] = resolveModelPath(run["teacher"].get<std::string>(), ".").string();
            const RunEstimate e = estimateRun(run, true);
            sum.parameters = std::max(sum.parameters, e.parameters);
            sum.memoryBytes = std::max(sum.memoryBytes, e.memoryBytes);
            sum.diskBytes += e.diskBytes * m_plan.seeds;
            seconds += e.secondsPerImage * static_cast<double>(m_plan.images) * m_plan.seeds;
        }
        return sum;
    }

    /// Whole seeds first, so that there is a table early.
    int run()
    {
        makeFolders(m_plan.folder / "figures");
        if (!fs::is_empty(m_plan.folder / "figures"))
            writeAblationReport(m_plan);  // figures that do not belong together are refused before hours are spent
        for (int seed = 0; seed < m_plan.seeds; ++seed)
            for (const Arm& arm : imagineFlashArms()) {
                if (!isChosen(arm) || fs::exists(figureFile(m_plan, arm, seed)))
                    continue;
                if (!evaluate(arm, seed)) {
                    std::fputs(writeAblationReport(m_plan).c_str(), stdout);
                    std::fputs("\nstopped; the same command goes on\n", stderr);
                    return kStopped;
                }
                writeAblationReport(m_plan);
            }
        return report();
    }

    int report()
    {
        makeFolders(m_plan.folder / "figures");
        std::fputs(writeAblationReport(m_plan).c_str(), stdout);
        return kDone;
    }

private:
    bool isChosen(const Arm& arm) const { return std::find(m_chosen.begin(), m_chosen.end(), arm.name) != m_chosen.end(); }

    /// All arms are alike but for the one thing that they are named for.
    Json document(const Arm& arm, int seed) const
    {
        // Written out here, so that the study stays what it was when the demo is tuned.
        Json d = {{"kind", "student"}, {"method", "imagine-flash"}, {"teacher", arm.teacher}, {"seed", seed}, {"data", {{"source", "sprites"}, {"image_size", 16}}}};
        d["imagine_flash"] = {{"steps", 3}, {"teacher_steps", 6}, {"bd", true}, {"srl", true}, {"adversarial", true}, {"gamma_max", 0.8}};
        d["imagine_flash"].update(arm.settings);
        d["training"] = {{"images", m_plan.images},        {"batch", 16},           {"learning_rate", 0.001}, {"lr_schedule", "cosine"},
                         {"warmup_images", 1000},          {"ema_half_life", 4000}, {"ema_ramp_up", 0.1},     {"preview_rows", 8},
                         {"preview_every", m_plan.images}, {"preview_steps", 25},   {"stats_every", 256},     {"checkpoint_every", std::max<std::int64_t>(m_plan.images / 5, 1)},
                         {"keep_checkpoints", 1}};
        return d;
    }

    /// False when it was stopped.
    bool evaluate(const Arm& arm, int seed)
    {
        std::fprintf(stderr, "== %s, seed %d\n", arm.title.c_str(), seed);
        EvaluateRequest request;
        request.count = m_plan.samples;
        request.cacheFolder = m_plan.folder / "cache";
        request.samples.noiseSeed = static_cast<std::uint64_t>(1000 + seed);  // the same for every arm
        ProgressLine progress(m_control, false);
        if (arm.settings.is_null()) {
            request.samples.model = arm.teacher;
            request.samples.steps = {arm.teacherSteps};
        } else {
            const std::string name = fmt::format("{}-seed{}", arm.studentOf.empty() ? arm.name : arm.studentOf, seed);
            const KnownRun student = runOnce(m_plan.folder / "project", name, document(arm, seed), m_control, progress);
            if (!student.isFinished || m_control.isStopping())
                return false;
            request.samples.model = student.folder;
            request.samples.steps = {1, 2, 3};
            request.samples.noiseCorrection = arm.correction;
        }
        const Json figures = evaluateModel(request, m_control, progress);
        if (m_control.isStopping())
            return false;
        writeJsonFile(figureFile(m_plan, arm, seed), {{"arm", arm.name}, {"seed", seed}, {"images", m_plan.images}, {"columns", figures}});
        return true;
    }

    RunControl& m_control;
    StudyPlan m_plan;
    std::vector<std::string> m_chosen;
};

int reproduceVerb(const Arguments& a)
{
    const Json options = merged(StudyOptions::table().toJson({}), a.settings.document());
    RunControl control;
    Study study(StudyOptions::table().fromJson(options), a.out, control);
    if (a.settings.isDryRun()) {
        double seconds = 0;
        const RunEstimate estimate = study.estimate(seconds);
        return a.settings.reportDryRun(options, estimate, seconds);
    }
    if (a.out.empty())
        throw Error(ErrorCode::BadOption, "--out: name the folder for runs, figures and tables");
    const Interrupts interrupts(control, WhenStopped::Saves);
    const Awake awake;
    return a.reportOnly ? study.report() : study.run();
}

}  // namespace

void addReproduceVerb(CLI::App& app, Chosen& chosen)
{
    CLI::App* verb = app.add_subcommand("reproduce", "Repeat a study of a paper on the built-in data; stopped, it goes on with the same command");
    auto a = std::make_shared<Arguments>(*verb);
    verb->add_option("study", a->study, "imagine-flash-ablation")->required()->check(CLI::IsMember({"imagine-flash-ablation"}));
    verb->add_option("--out", a->out, "Folder for runs, figures, table.md and table.json");
    verb->add_flag("--report", a->reportOnly, "Only print the table of what is there");
    verb->footer([] {
        std::string text = "\nArms:\n";
        for (const Arm& arm : imagineFlashArms())
            text += fmt::format("  {:18} {}\n", arm.name, arm.title);
        return text;
    });
    verb->callback([a, &chosen] { chosen = [a] { return reproduceVerb(*a); }; });
}

}  // namespace potstill
