#include "engine/jobs/columnsampling.h"

#include "engine/data/dataset.h"
#include "engine/jobs/jobstopped.h"
#include "engine/jobs/sampling.h"
#include "engine/tensor/rng.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace potstill {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& message) { throw Error(ErrorCode::BadOption, message); }

void checkColumn(const SampleColumn& asked, const Model& model)
{
    if (asked.times.empty() && (asked.steps < 1 || asked.steps > 10000))
        fail(fmt::format("steps: {} is out of range; it must be between 1 and 10000", asked.steps));
    if (!(asked.eta >= 0 && asked.eta <= 1))
        fail(fmt::format("eta: {} is out of range; it must be between 0 and 1", asked.eta));
    if (!(asked.churn >= 0))
        fail(fmt::format("churn: {} is out of range; it must be 0 or more", asked.churn));
    for (std::size_t i = 0; i < asked.times.size(); ++i)
        if (!(asked.times[i] > 0 && asked.times[i] <= 1) || (i > 0 && asked.times[i] >= asked.times[i - 1]))
            fail(fmt::format("times: {} does not fit; times fall from 1 towards 0, each above 0", asked.times[i]));
    if (asked.guidance > 0 && !model.hasNoClass)
        fail("guidance: this model was trained without dropped labels, so it cannot be guided");
    if (model.imageSize <= 0)
        fail("the model does not state its image size (sample_size in its config.json)");
}

bool isPrefix(const TimeGrid& shorter, const TimeGrid& longer) { return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin()); }

/// Samplers whose steps do not depend on how many follow, and whose last step returns the prediction as it is.
bool stepsAreIndependentOfTheirNumber(const SamplerOptions& o)
{
    switch (o.kind) {
    case SamplerKind::Ddim: return o.finalAlpha >= 1 && o.ddimTable == 0;
    case SamplerKind::Dpm3M: return !o.lowerOrderFinal;
    case SamplerKind::Heun: return o.churn == 0;
    default: return true;
    }
}

bool sameOptions(const SamplerOptions& a, const SamplerOptions& b) { return a.kind == b.kind && a.eta == b.eta && a.churn == b.churn && a.noiseCorrection == b.noiseCorrection; }

torch::Tensor noiseOf(const Model& model, const SampleRows& rows, const std::vector<std::size_t>& which, int stage, const torch::Device& device)
{
    std::vector<torch::Tensor> out;
    for (std::size_t row : which)
        out.push_back(sampleNoise(rows.noiseSeed, rows.seeds[row], static_cast<std::uint64_t>(stage), {model.network->config().inChannels, model.imageSize, model.imageSize}));
    return torch::stack(out).to(device);  // [N, C, H, W]
}

/// One run of a sampler for some rows.
class ColumnRun {
public:
    ColumnRun(const PlannedColumn& column, const SampleRows& rows, std::vector<std::size_t> which, const torch::Device& device)
        : m_column(column), m_rows(rows), m_which(std::move(which)), m_device(device), m_inner(column.model->denoiser())
    {
        if (column.asked.guidance > 0)
            m_guided = std::make_unique<GuidedDenoiser>(*m_inner, column.asked.guidance, column.model->classCount());
        std::vector<std::int64_t> labels;
        for (std::size_t row : m_which)
            labels.push_back(rows.labelFor(*column.model, row));
        if (labels.front() >= 0)
            m_condition.classes = torch::tensor(labels).to(device);
    }
    Denoiser& denoiser() { return m_guided ? static_cast<Denoiser&>(*m_guided) : *m_inner; }
    torch::Tensor run(const SamplerObserver& observer)
    {
        const auto noise = [&](int stage) { return noiseOf(*m_column.model, m_rows, m_which, stage, m_device); };
        return sample(denoiser(), noise(0), m_condition, m_column.times, m_column.options, noise, observer);
    }

private:
    const PlannedColumn& m_column;
    const SampleRows& m_rows;
    std::vector<std::size_t> m_which;
    torch::Device m_device;
    std::unique_ptr<NetworkDenoiser> m_inner;
    std::unique_ptr<GuidedDenoiser> m_guided;
    Condition m_condition;
};

/// The longest run of a group of columns, and those that are read off on its way.
struct NestedRun {
    std::size_t longest = 0;
    std::vector<std::size_t> onTheWay;
};

std::vector<NestedRun> nestedRuns(const std::vector<PlannedColumn>& columns, std::vector<std::size_t> which)
{
    std::stable_sort(which.begin(), which.end(), [&](std::size_t a, std::size_t b) { return columns[a].times.size() > columns[b].times.size(); });
    std::vector<NestedRun> runs;
    for (std::size_t c : which) {
        const auto host = std::find_if(runs.begin(), runs.end(), [&](const NestedRun& r) { return isBeginningOf(columns[c], columns[r.longest]); });
        if (host == runs.end())
            runs.push_back({c, {}});
        else
            host->onTheWay.push_back(c);
    }
    std::reverse(runs.begin(), runs.end());  // the shortest first: what a person waits for least stands there first
    return runs;
}

RunWarning offGridWarning(const PlannedColumn& column, int ownCalls)
{
    const std::string steps = std::to_string(column.times.size()), own = std::to_string(ownCalls);
    if (column.asked.times.empty())
        return {"off-grid",
                0,
                {{"steps", steps}, {"calls", own}},
                fmt::format("{} steps are not on the time grid that this student was distilled on ({} calls); expect weaker images.", steps, own)};
    return {"off-grid-times",
            0,
            {{"steps", steps}, {"calls", own}},
            fmt::format("the times of the column with {} steps are not those that this student was distilled on ({} calls); expect weaker images.", steps, own)};
}

}  // namespace

std::string PlannedColumn::heading(int nfe) const
{
    if (!asked.heading.empty())
        return asked.heading;
    if (asked.role == "teacher")
        return nfe > 0 ? fmt::format("teacher {} NFE", nfe) : "teacher";
    std::string text = times.size() == 1 ? "1 step" : fmt::format("{} steps", times.size());
    if (nfe > 0 && static_cast<std::size_t>(nfe) != times.size())
        text += fmt::format(", {} NFE", nfe);  // guided, or a sampler of several calls a step
    return text;
}

PlannedColumn planColumn(const SampleColumn& asked, Model& model)
{
    checkColumn(asked, model);
    PlannedColumn column{asked, &model, model.sampler, asked.times, true, std::nullopt};
    if (!asked.sampler.empty())
        column.options.kind = samplerFromName(asked.sampler);
    column.options.eta = asked.eta;
    column.options.churn = asked.churn;
    if (asked.noiseCorrection)
        column.options.noiseCorrection = *asked.noiseCorrection;
    // Fewer steps of a student are the first calls of its own grid; more than it was trained for leave it.
    const auto own = static_cast<int>(model.studentGrid.size());
    if (column.times.empty() && model.isStudent() && asked.steps <= own)
        column.times.assign(model.studentGrid.begin(), model.studentGrid.begin() + asked.steps);
    else if (column.times.empty())
        column.times = makeTimeGrid(model.schedule, model.spacing, asked.steps, model.trainSteps, model.stepsOffset);
    column.asked.steps = static_cast<int>(column.times.size());
    column.isOnGrid = !model.isStudent() || isPrefix(column.times, model.studentGrid);
    if (!column.isOnGrid)
        column.warning = offGridWarning(column, own);
    else if (asked.sampler.empty())
        column.warning = model.samplerNote;
    return column;
}

std::vector<RunWarning> warningsOf(const PlannedColumn& column)
{
    std::vector<RunWarning> out = column.model->notes;
    if (column.warning)
        out.insert(out.begin(), *column.warning);
    return out;
}

std::int64_t SampleRows::labelFor(const Model& model, std::size_t row) const { return labels.empty() || model.classCount() == 0 ? -1 : labels[row]; }

SampleRows rowsFor(const std::vector<PlannedColumn>& columns, std::uint64_t noiseSeed, const std::vector<std::uint64_t>& seeds, const std::vector<std::int64_t>& classes)
{
    if (seeds.empty())
        fail("seeds: there are none; name at least one, for example 0-7");
    if (columns.empty())
        fail("steps: there are none; name at least one, for example 1,2,3");
    for (const PlannedColumn& c : columns)
        for (const PlannedColumn& other : columns)
            if (c.asked.role == "teacher" && other.asked.role != "teacher" && c.model == other.model && c.model->isStudent())
                fail("teacher_steps: this model has no teacher; name one, or leave the teacher column out");
    std::int64_t known = 0;
    for (const PlannedColumn& c : columns)
        if (const std::int64_t own = c.model->classCount(); own > 0)
            known = known == 0 ? own : std::min(known, own);
    if (!classes.empty() && known == 0)
        fail("classes: this model knows no classes; leave them out");
    for (std::int64_t c : classes)
        if (c < 0 || c >= known)
            fail(fmt::format("classes: {} is not a class of this model; it has 0 to {}", c, known - 1));
    SampleRows rows{noiseSeed, seeds, {}};
    if (known > 0)
        for (std::size_t row = 0; row < seeds.size(); ++row)
            rows.labels.push_back(classes.empty() ? static_cast<std::int64_t>(seeds[row] % static_cast<std::uint64_t>(known)) : classes[row % classes.size()]);
    return rows;
}

bool isBeginningOf(const PlannedColumn& shorter, const PlannedColumn& longer)
{
    return shorter.model == longer.model && shorter.asked.guidance == longer.asked.guidance && sameOptions(shorter.options, longer.options) && isPrefix(shorter.times, longer.times)
           && stepsAreIndependentOfTheirNumber(shorter.options);
}

NetworkCalls sampleColumns(const std::vector<PlannedColumn>& columns, const std::vector<std::size_t>& which, const SampleRows& rows, const std::vector<std::size_t>& wantedRows,
                           int batch, const torch::Device& device, RunControl* control, const std::function<void(const ColumnPart&)>& sink, const ColumnPreviews& previews)
{
    torch::NoGradGuard noGrad;
    NetworkCalls calls;
    Clock::time_point nextPreview = Clock::now() + previews.atMostEvery;
    for (const NestedRun& nested : nestedRuns(columns, which))
        for (std::size_t begin = 0; begin < wantedRows.size(); begin += static_cast<std::size_t>(batch)) {
            const std::size_t end = std::min(wantedRows.size(), begin + static_cast<std::size_t>(batch));
            const std::vector<std::size_t> part(wantedRows.begin() + static_cast<std::ptrdiff_t>(begin), wantedRows.begin() + static_cast<std::ptrdiff_t>(end));
            leaveIfStopping(control);
            ColumnRun run(columns[nested.longest], rows, part, device);
            const auto start = Clock::now();
            const auto store = [&](std::size_t column, const torch::Tensor& images) {
                const double milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count() / static_cast<double>(part.size());
                const auto nfe = static_cast<int>(run.denoiser().nfe());
                (column == nested.longest ? calls.made : calls.saved) += nfe * static_cast<std::int64_t>(part.size());
                sink({column, part, images.to(torch::kCPU, torch::kFloat32), nfe, milliseconds});
            };
            const torch::Tensor images = run.run([&](const SamplerStep& step) {
                leaveIfStopping(control);
                for (std::size_t c : nested.onTheWay)
                    if (columns[c].times.size() == static_cast<std::size_t>(step.index) + 1 && step.index + 1 < step.steps)
                        store(c, step.x0);
                if (previews.sink && step.index + 1 < step.steps && Clock::now() >= nextPreview) {
                    const torch::Tensor predicted = step.x0.to(torch::kCPU, torch::kFloat32);
                    const auto show = [&](std::size_t c) {
                        if (const int steps = static_cast<int>(columns[c].times.size()); steps > step.index + 1)
                            previews.sink({c, part, predicted, step.index + 1, steps});
                    };
                    show(nested.longest);
                    for (std::size_t c : nested.onTheWay)
                        show(c);
                    nextPreview = Clock::now() + previews.atMostEvery;
                }
                return true;
            });
            store(nested.longest, images);
            for (std::size_t c : nested.onTheWay)
                if (columns[c].times.size() == columns[nested.longest].times.size())
                    store(c, images);
        }
    return calls;
}

Trajectory followSample(const PlannedColumn& column, const SampleRows& rows, const torch::Device& device, RunControl* control)
{
    torch::NoGradGuard noGrad;
    Trajectory out;
    ColumnRun run(column, rows, {0}, device);
    try {
        const torch::Tensor image = run.run([&](const SamplerStep& step) {
            leaveIfStopping(control);
            const auto picture = [](const torch::Tensor& x) { return imageFromTensor(x[0].to(torch::kCPU, torch::kFloat32)); };
            out.frames.push_back({step.t, static_cast<int>(run.denoiser().nfe()), picture(step.xt), picture(step.x0)});
            return true;
        });
        out.image = imageFromTensor(image[0].to(torch::kCPU, torch::kFloat32));
    } catch (const JobStopped&) {
        out.complete = false;
    }
    out.recipe = recipeOf(column, rows, 0, static_cast<int>(run.denoiser().nfe()));
    return out;
}

Json recipeOf(const PlannedColumn& column, const SampleRows& rows, std::size_t row, int nfe)
{
    const Model& model = *column.model;
    Json json = {{"program", "potstill " + programVersion()},
                 {"model", model.name},
                 {"model_path", model.origin},
                 {"weights_sha256", model.weightsHash},
                 {"weights", column.asked.ema ? "ema" : "raw"},
                 {"images_seen", model.imagesSeen},
                 {"role", column.asked.role},
                 {"sampler", samplerName(column.options.kind)},
                 {"eta", column.options.eta},
                 {"steps", column.times.size()},
                 {"nfe", nfe},
                 {"times", column.times},
                 {"guidance", column.asked.guidance},
                 {"baked_guidance", model.bakedGuidance},
                 {"noise_correction", column.options.noiseCorrection},
                 {"noise_seed", rows.noiseSeed},
                 {"seed", rows.seeds[row]},
                 {"schedule", model.schedule.name()},
                 {"parametrisation", parametrisationName(model.parametrisation)},
                 {"size", model.imageSize},
                 {"on_grid", column.isOnGrid}};
    if (column.options.churn > 0)
        json["churn"] = column.options.churn;
    const std::int64_t label = rows.labelFor(model, row);
    if (label >= 0) {
        json["class"] = label;
        if (static_cast<std::size_t>(label) < model.classNames.size())
            json["class_name"] = model.classNames[static_cast<std::size_t>(label)];
    }
    return json;
}

}  // namespace potstill
