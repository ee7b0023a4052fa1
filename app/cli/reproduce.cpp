#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/core/series.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <memory>

namespace potstill {

namespace fs = std::filesystem;

namespace {

struct Arguments {
    std::string study, budget = "small", out, arms;
    int seeds = 3, samples = 2000;
    std::int64_t images = 0;
    bool reportOnly = false;
};

/// One row of the ablation: a student's settings, or a teacher's own sampler.
struct Arm {
    std::string name, title, teacher, paper;
    Json settings;              ///< imagine_flash section; null = no student
    int teacherSteps = 0;       ///< for rows without a student
    std::string correction;     ///< "off": noise correction switched off when sampling
};

/// Imagine Flash (arXiv 2405.05224), ablation at 3 steps; FID/CLIP of the paper beside it.
std::vector<Arm> imagineFlashArms()
{
    const Json none = Json::object();
    return {
        {"teacher-25", "teacher, 25 steps", "bundled:sprites-v", "35.7 / 30.8", nullptr, 25, ""},
        {"teacher-3", "teacher's own sampler, 3 steps", "bundled:sprites-v", "66.5 / 25.6", nullptr, 3, ""},
        {"full-own", "full, own noise", "bundled:sprites-v", "not in the paper", {{"renoise", "own"}}, 0, ""},
        {"full-fresh", "full, fresh noise", "bundled:sprites-v", "35.5 / 30.2", {{"renoise", "fresh"}}, 0, ""},
        {"no-discriminator", "without discriminator", "bundled:sprites-v", "39.0 / 29.0", {{"renoise", "own"}, {"adversarial", false}}, 0, ""},
        {"no-bd", "without backward distillation", "bundled:sprites-v", "44.2 / 28.2", {{"renoise", "own"}, {"bd", false}}, 0, ""},
        {"no-srl", "without shifted loss", "bundled:sprites-v", "45.9 / 25.7", {{"srl", false}}, 0, ""},
        {"eps-full", "eps teacher: full, with noise correction", "bundled:sprites-eps", "35.5 / 30.2", {{"renoise", "own"}}, 0, ""},
        {"eps-no-correction", "eps teacher: full, without noise correction", "bundled:sprites-eps", "35.5 / 30.0", {{"renoise", "own"}}, 0, "off"},
    };
}

std::int64_t budgetImages(const Arguments& a)
{
    if (a.images > 0)
        return a.images;
    if (a.budget == "small")
        return 30'000;
    if (a.budget == "tiny")
        return 3'000;
    throw Error(ErrorCode::BadOption, fmt::format("--budget: '{}' is neither small (30,000 images an arm) nor tiny (3,000); --images names another", a.budget));
}

class Study {
public:
    Study(const Arguments& a, RunControl& control) : m_a(a), m_control(control), m_folder(a.out), m_images(budgetImages(a)) { makeFolders(m_folder / "figures"); }

    int run()
    {
        for (int seed = 0; seed < m_a.seeds; ++seed)
            for (const Arm& arm : imagineFlashArms()) {
                if (m_control.isStopping())
                    return finish(kStopped);
                if (!m_a.arms.empty() && ("," + m_a.arms + ",").find("," + arm.name + ",") == std::string::npos)
                    continue;
                const fs::path figure = m_folder / "figures" / fmt::format("{}-seed{}.json", arm.name, seed);
                if (fs::exists(figure) || m_a.reportOnly)
                    continue;
                evaluate(arm, seed, figure);
                writeReport();
            }
        return finish(m_control.isStopping() ? kStopped : kDone);
    }

private:
    int finish(int code)
    {
        std::fputs(writeReport().c_str(), stdout);
        return code;
    }

    Json document(const Arm& arm, int seed) const
    {
        Json d = presetByName("demo").document;
        d["teacher"] = arm.teacher;
        d["seed"] = seed;
        d["imagine_flash"] = {{"steps", 3}, {"teacher_steps", 8}, {"bd", true}, {"srl", true}, {"adversarial", true}, {"gamma_max", 0.8}};
        d["imagine_flash"].update(arm.settings);
        d["training"]["images"] = m_images;
        d["training"]["preview_every"] = m_images;
        d["training"]["checkpoint_every"] = std::max<std::int64_t>(m_images / 5, 1);
        d["training"]["keep_checkpoints"] = 1;
        return d;
    }

    /// The run of an arm and seed: a finished one with the same settings is taken, an unfinished one resumed, else a new one made. Empty when stopped.
    fs::path student(const Arm& arm, int seed)
    {
        const std::string trained = arm.name == "eps-no-correction" ? "eps-full" : arm.name;  // the switch is one of sampling: same student
        const std::string name = fmt::format("{}-seed{}", trained, seed);
        std::unique_ptr<TrainingJob> job;
        if (fs::is_directory(m_folder / "project/runs"))
            for (const fs::path& run : Project::open(m_folder / "project").runs()) {
                const std::string folder = run.filename().string();
                if (folder.size() <= 6 || folder.substr(folder.find('-') + 1) != name)
                    continue;
                const RunSummary summary = readRunSummary(run);
                if (summary.imagesTotal != m_images)
                    continue;
                if (summary.state == RunState::Finished)
                    return run;
                if (summary.state != RunState::Failed)
                    job = TrainingJob::resume(run);
            }
        if (!job)
            job = TrainingJob::create(m_folder / "project", document(arm, seed), name);
        ProgressLine progress(m_control, false);
        return job->run(m_control, progress) == JobOutcome::Finished ? job->runFolder() : fs::path();
    }

    void evaluate(const Arm& arm, int seed, const fs::path& figure)
    {
        EvaluateRequest request;
        request.count = m_a.samples;
        request.cacheFolder = m_folder / "cache";
        request.samples.noiseSeed = static_cast<std::uint64_t>(1000 + seed);
        if (arm.settings.is_null()) {
            request.samples.model = arm.teacher;
            request.samples.steps = {arm.teacherSteps};
        } else {
            request.samples.model = student(arm, seed);
            if (request.samples.model.empty())
                return;
            request.samples.steps = {1, 2, 3};
            if (arm.correction == "off")
                request.samples.noiseCorrection = false;
        }
        ProgressLine progress(m_control, false);
        const Json figures = evaluateModel(request, m_control, progress);
        if (!m_control.isStopping())
            writeJsonFile(figure, {{"arm", arm.name}, {"seed", seed}, {"images", m_images}, {"columns", figures}});
    }

    static std::string cell(const std::vector<double>& values, const char* format)
    {
        if (values.empty())
            return "–";
        const MeanInterval m = meanInterval(values);
        if (m.n < 2)
            return fmt::format(fmt::runtime(format), m.mean);
        return fmt::format(fmt::runtime(std::string(format) + " ± " + format), m.mean, m.high - m.mean);
    }

    /// table.md and table.json of what there is so far.
    std::string writeReport() const
    {
        std::string text = fmt::format("# Imagine Flash: ablation on sprites\n\n{} images an arm, n = {} samples a figure; mean ± half width of the 95 % t-interval over seeds.\n"
                                       "FD is the Fréchet distance on the features of a classifier trained on sprites (not FID).\n\n"
                                       "| arm | steps | seeds | FD | validity | class accuracy | diversity | paper: FID / CLIP at 3 steps |\n|---|---|---|---|---|---|---|---|\n", m_images, m_a.samples);
        Json table = Json::array();
        for (const Arm& arm : imagineFlashArms()) {
            std::map<std::string, std::map<std::string, std::vector<double>>> byColumn;
            for (int seed = 0; seed < m_a.seeds; ++seed) {
                const fs::path figure = m_folder / "figures" / fmt::format("{}-seed{}.json", arm.name, seed);
                if (!fs::exists(figure))
                    continue;
                for (const Json& column : readJsonFile(figure).at("columns"))
                    for (const auto& [key, value] : column.items())
                        if (value.is_number())
                            byColumn[column.at("column").get<std::string>()][key].push_back(value.get<double>());
            }
            for (auto& [column, figures] : byColumn) {
                const auto values = [&, &f = figures](const char* key) { return f.count(key) ? f[key] : std::vector<double>{}; };
                const bool isThree = column == "3 steps" || arm.settings.is_null();
                text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", arm.title, column, figures.begin()->second.size(), cell(values("fd_classifier"), "{:.2f}"), cell(values("validity"), "{:.3f}"),
                                    cell(values("class_accuracy"), "{:.3f}"), cell(values("diversity"), "{:.3f}"), isThree ? arm.paper : "");
                table.push_back({{"arm", arm.name}, {"column", column}, {"figures", figures}});
            }
        }
        writeFileAtomically(m_folder / "table.md", text);
        writeJsonFile(m_folder / "table.json", table);
        return text;
    }

    const Arguments& m_a;
    RunControl& m_control;
    fs::path m_folder;
    std::int64_t m_images;
};

}  // namespace

void addReproduceVerb(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<Arguments>();
    CLI::App* verb = app.add_subcommand("reproduce", "Repeat a study of a paper on the built-in data; resumable");
    verb->add_option("study", a->study, "imagine-flash-ablation")->required()->check(CLI::IsMember({"imagine-flash-ablation"}));
    verb->add_option("--seeds", a->seeds, "Seeds of every arm")->check(CLI::Range(1, 100));
    verb->add_option("--budget", a->budget, "small (30,000 images an arm) or tiny (3,000)");
    verb->add_option("--images", a->images, "Another budget, in images an arm")->check(CLI::PositiveNumber);
    verb->add_option("--samples", a->samples, "Samples of a figure")->check(CLI::Range(100, 1'000'000));
    verb->add_option("--arms", a->arms, "Only these arms, separated by commas");
    verb->add_option("--out", a->out, "Folder for runs, figures and the table")->required();
    verb->add_flag("--report", a->reportOnly, "Only write the table of what is there");
    verb->callback([a, &chosen] {
        chosen = [a] {
            RunControl control;
            const Interrupts interrupts(control);
            return Study(*a, control).run();
        };
    });
}

}  // namespace potstill
