#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/data/dataset.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/sampling.h"
#include "engine/jobs/trainingjob.h"
#include "engine/tensor/device.h"

#include <fmt/format.h>

#include <chrono>
#include <set>

namespace potstill {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
struct StoppedSampling {};

/// One column: a model sampled at one number of steps, or one stage of a student's nested run.
struct Column {
    std::string heading;
    std::string role;         // "model" | "teacher"
    int steps = 0;
    bool isOnGrid = true;
    TimeGrid times;
    int nfe = 0;
};

class TableSampler {
public:
    TableSampler(const SampleRequest& request, Model& model, Model* teacher, const torch::Device& device, RunControl* control, RunObserver* observer, const SampleProgress& progress)
        : m_request(request), m_model(model), m_teacher(teacher), m_device(device), m_control(control), m_observer(observer), m_progress(progress)
    {
        check();
        m_options = m_model.sampler;
        if (!request.sampler.empty()) {
            m_options.kind = samplerFromName(request.sampler);
        }
        m_options.eta = request.eta;
        if (request.noiseCorrection)
            m_options.noiseCorrection = *request.noiseCorrection;
        plan();
    }

    SampleTable run()
    {
        torch::NoGradGuard noGrad;
        const auto rows = static_cast<std::int64_t>(m_request.seeds.size());
        prepareTable();
        try {
            for (std::int64_t begin = 0; begin < rows; begin += m_request.batch)
                sampleRows(begin, std::min<std::int64_t>(m_request.batch, rows - begin));
        } catch (const StoppedSampling&) {
            m_table.complete = false;
        }
        return std::move(m_table);
    }

    /// Images of the columns as tensors [rows, C, H, W], for evaluation.
    const std::vector<std::vector<torch::Tensor>>& tensors() const { return m_tensors; }
    torch::Tensor labels() const { return m_labels; }

private:
    [[noreturn]] static void fail(const std::string& message) { throw Error(ErrorCode::BadOption, message); }

    void check() const
    {
        const std::int64_t classes = m_model.classCount();
        if (!m_request.classes.empty() && classes == 0)
            fail("classes: this model knows no classes; leave them out");
        for (std::int64_t c : m_request.classes)
            if (c < 0 || c >= classes)
                fail(fmt::format("classes: {} is not a class of this model; it has 0 to {}", c, classes - 1));
        if (m_request.seeds.empty())
            fail("seeds: there are none; name at least one, for example 0-7");
        if (m_request.steps.empty() && m_request.teacherSteps == 0)
            fail("steps: there are none; name at least one, for example 1,2,3");
        for (int s : m_request.steps)
            if (s < 1 || s > 10000)
                fail(fmt::format("steps: {} is out of range; it must be between 1 and 10000", s));
        if (m_request.guidance > 0 && !m_model.hasNoClass)
            fail("guidance: this model was trained without dropped labels, so it cannot be guided");
        if (m_request.teacherSteps > 0 && !m_teacher)
            fail("teacher_steps: this model has no teacher; name one, or leave the teacher column out");
        if (m_model.imageSize <= 0)
            fail("the model does not state its image size (sample_size in its config.json)");
    }

    TimeGrid gridOf(const Model& model, int steps) const
    {
        return makeTimeGrid(model.schedule, model.spacing, steps, model.trainSteps, model.stepsOffset);
    }

    void plan()
    {
        std::vector<int> steps = m_request.steps;
        for (int s : steps) {
            Column c{s == 1 ? "1 step" : fmt::format("{} steps", s), "model", s, true, {}, 0};
            const auto gridSize = static_cast<int>(m_model.studentGrid.size());
            // Fewer steps of a student are the first calls of its own grid; more than it was trained for leave it.
            if (m_model.isStudent() && s <= gridSize) {
                c.times.assign(m_model.studentGrid.begin(), m_model.studentGrid.begin() + s);
            } else {
                c.times = gridOf(m_model, s);
                c.isOnGrid = !m_model.isStudent();
            }
            m_columns.push_back(std::move(c));
        }
        if (m_request.teacherSteps > 0)
            m_columns.push_back({"", "teacher", m_request.teacherSteps, true, gridOf(*m_teacher, m_request.teacherSteps), 0});
    }

    void prepareTable()
    {
        const std::size_t rows = m_request.seeds.size();
        const std::int64_t classes = m_model.classCount();
        std::vector<std::int64_t> labels;
        for (std::size_t row = 0; row < rows; ++row) {
            std::int64_t label = -1;
            if (classes > 0)
                label = m_request.classes.empty() ? static_cast<std::int64_t>(m_request.seeds[row] % static_cast<std::uint64_t>(classes)) : m_request.classes[row % m_request.classes.size()];
            labels.push_back(label);
            const bool isNamed = label >= 0 && static_cast<std::size_t>(label) < m_model.classNames.size();
            m_table.rows.push_back(label < 0 ? fmt::format("seed {}", m_request.seeds[row])
                                             : fmt::format("seed {} · {}", m_request.seeds[row], isNamed ? m_model.classNames[static_cast<std::size_t>(label)] : fmt::format("class {}", label)));
        }
        if (classes > 0)
            m_labels = torch::tensor(labels);
        m_table.cells.resize(rows * m_columns.size());
        m_tensors.assign(m_columns.size(), {});
        for (const Column& c : m_columns) {
            m_table.columns.push_back(c.heading);
            if (!c.isOnGrid)
                m_table.warnings.push_back(fmt::format("{} steps are not on the time grid that this student was distilled on ({} calls); expect weaker images.", c.steps, m_model.studentGrid.size()));
        }
        m_table.noiseCorrectionNote = noiseCorrectionNote(m_model);
    }

    void poll() const
    {
        if (m_control && m_control->isStopping())
            throw StoppedSampling{};
    }

    torch::Tensor noiseFor(std::int64_t begin, std::int64_t count, int stage) const
    {
        std::vector<torch::Tensor> out;
        for (std::int64_t i = begin; i < begin + count; ++i)
            out.push_back(sampleNoise(m_request.noiseSeed, m_request.seeds[static_cast<std::size_t>(i)], static_cast<std::uint64_t>(stage),
                                      {m_model.network->config().inChannels, m_model.imageSize, m_model.imageSize}));
        return torch::stack(out).to(m_device);
    }

    void sampleRows(std::int64_t begin, std::int64_t count)
    {
        const torch::Tensor noise = noiseFor(begin, count, 0);
        Condition condition;
        if (m_labels.defined())
            condition.classes = m_labels.slice(0, begin, begin + count).to(m_device);
        std::set<std::size_t> done;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            if (done.count(c))
                continue;
            const bool isTeacher = m_columns[c].role == "teacher";
            Model& model = isTeacher ? *m_teacher : m_model;
            // The longest prefix that this one run of a student serves: stages nest, so all shorter columns are read off on the way.
            std::size_t longest = c;
            const bool nests = !isTeacher && m_model.isStudent() && m_columns[c].isOnGrid;
            if (nests)
                for (std::size_t other = 0; other < m_columns.size(); ++other)
                    if (m_columns[other].role == "model" && m_columns[other].isOnGrid && m_columns[other].steps > m_columns[longest].steps)
                        longest = other;
            const auto inner = model.denoiser();
            std::unique_ptr<GuidedDenoiser> guided;
            const double scale = isTeacher ? m_request.teacherGuidance : m_request.guidance;
            if (scale > 0)
                guided = std::make_unique<GuidedDenoiser>(*inner, scale, model.classCount());
            Denoiser& denoiser = guided ? static_cast<Denoiser&>(*guided) : *inner;
            const auto start = Clock::now();
            const auto store = [&](std::size_t column, const torch::Tensor& images) {
                const double milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count() / static_cast<double>(count);
                put(column, begin, images, static_cast<int>(denoiser.nfe()), milliseconds);
                done.insert(column);
            };
            const auto observer = [&](const SamplerStep& step) {
                poll();
                if (nests)
                    for (std::size_t other = 0; other < m_columns.size(); ++other)
                        if (other != longest && m_columns[other].role == "model" && m_columns[other].isOnGrid && m_columns[other].steps == step.index + 1 && !done.count(other))
                            store(other, step.x0);
                return true;
            };
            poll();
            store(longest, sample(denoiser, noise, condition, m_columns[longest].times, isTeacher ? m_teacher->sampler : m_options, [&](int stage) { return noiseFor(begin, count, stage); }, observer));
            if (m_progress)
                m_progress(m_table);
            report(begin, count, done.size());
        }
    }

    void report(std::int64_t begin, std::int64_t count, std::size_t columnsDone) const
    {
        if (!m_observer)
            return;
        Progress p;
        p.stage = "sample";
        p.imagesTotal = static_cast<std::int64_t>(m_table.cells.size());
        p.imagesSeen = begin * static_cast<std::int64_t>(m_columns.size()) + count * static_cast<std::int64_t>(columnsDone);
        m_observer->onProgress(p);
    }

    void put(std::size_t column, std::int64_t begin, const torch::Tensor& images, int nfe, double milliseconds)
    {
        const torch::Tensor cpu = images.to(torch::kCPU, torch::kFloat32);
        m_tensors[column].push_back(cpu);
        Column& c = m_columns[column];
        c.nfe = nfe;
        if (c.role == "teacher")
            m_table.columns[column] = fmt::format("teacher {} NFE", nfe);
        for (std::int64_t i = 0; i < cpu.size(0); ++i) {
            const auto row = static_cast<std::size_t>(begin + i);
            SampleCell& cell = m_table.cells[row * m_columns.size() + column];
            cell.image = imageFromTensor(cpu[i]);
            cell.nfe = nfe;
            cell.milliseconds = milliseconds;
            cell.recipe = recipe(c, row);
        }
    }

    Json recipe(const Column& c, std::size_t row) const
    {
        const Model& model = c.role == "teacher" ? *m_teacher : m_model;
        const SamplerOptions& options = c.role == "teacher" ? m_teacher->sampler : m_options;
        const double guidance = c.role == "teacher" ? m_request.teacherGuidance : m_request.guidance;
        Json json = {{"program", "potstill " + programVersion()}, {"model", model.name}, {"model_path", model.origin}, {"weights_sha256", model.weightsHash},
                     {"weights", m_request.ema ? "ema" : "raw"}, {"images_seen", model.imagesSeen}, {"role", c.role}, {"sampler", samplerName(options.kind)}, {"eta", options.eta},
                     {"steps", c.steps}, {"nfe", c.nfe}, {"times", c.times}, {"guidance", guidance}, {"baked_guidance", model.bakedGuidance},
                     {"noise_correction", options.noiseCorrection}, {"noise_seed", m_request.noiseSeed}, {"seed", m_request.seeds[row]},
                     {"schedule", model.schedule.name()}, {"parametrisation", parametrisationName(model.parametrisation)}, {"size", model.imageSize}, {"on_grid", c.isOnGrid}};
        if (m_labels.defined()) {
            const auto label = m_labels[static_cast<std::int64_t>(row)].item<std::int64_t>();
            json["class"] = label;
            if (static_cast<std::size_t>(label) < model.classNames.size())
                json["class_name"] = model.classNames[static_cast<std::size_t>(label)];
        }
        return json;
    }

    const SampleRequest& m_request;
    Model& m_model;
    Model* m_teacher;
    torch::Device m_device;
    RunControl* m_control;
    RunObserver* m_observer;
    const SampleProgress& m_progress;
    SamplerOptions m_options;
    std::vector<Column> m_columns;
    SampleTable m_table;
    torch::Tensor m_labels;
    std::vector<std::vector<torch::Tensor>> m_tensors;
};

}  // namespace

std::string noiseCorrectionNote(const Model& model)
{
    if (model.parametrisation != Parametrisation::Eps && model.parametrisation != Parametrisation::X0 && model.schedule.hasZeroTerminalSnr())
        return "This model starts from pure noise (a(T) = 0), where velocity prediction already returns the true noise: the correction changes nothing, bit for bit.";
    return {};
}

fs::path projectOf(const fs::path& model)
{
    // run: P/runs/R; checkpoint: P/runs/R/checkpoints/C
    for (fs::path p = fs::weakly_canonical(model); p.has_relative_path(); p = p.parent_path())
        if (Project::isProject(p))
            return p;
    return {};
}

std::string teacherPathOf(const fs::path& model)
{
    for (fs::path p = fs::weakly_canonical(model); p.has_relative_path(); p = p.parent_path())
        if (fs::exists(p / "config.json") && fs::exists(p / "checkpoints"))
            return valueAt(readJsonFile(p / "config.json"), "options.teacher").is_string() ? valueAt(readJsonFile(p / "config.json"), "options.teacher").get<std::string>() : "";
    return {};
}

OpenModels openModels(const SampleRequest& request)
{
    configureThreads(request.threads);
    OpenModels open;
    open.device = deviceFromName(request.device);
    const fs::path path = resolveModelPath(request.model.string(), ".");
    open.model = loadModel(path, open.device, request.ema ? Weights::Ema : Weights::Raw);
    if (request.teacherSteps > 0) {
        const std::string teacher = request.teacher.empty() ? teacherPathOf(path) : request.teacher.string();
        if (!teacher.empty())
            open.teacher = loadModel(resolveModelPath(teacher, projectOf(path)), open.device);
        else if (!open.model.isStudent())
            open.teacher = open.model;
    }
    return open;
}

SampleTable sampleTable(const SampleRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress)
{
    SampleTable table;
    translatingTorchErrors([&] {
        OpenModels open = openModels(request);
        table = TableSampler(request, open.model, open.teacher ? &*open.teacher : nullptr, open.device, &control, &observer, progress).run();
    });
    return table;
}

SampleTensors sampleTensors(const SampleRequest& request, OpenModels& open, RunControl& control, RunObserver& observer)
{
    TableSampler sampler(request, open.model, open.teacher ? &*open.teacher : nullptr, open.device, &control, &observer, {});
    SampleTensors out;
    const SampleTable table = sampler.run();
    if (!table.complete)
        return out;
    out.columns = table.columns;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        out.images.push_back(torch::cat(sampler.tensors()[c]));
        out.nfe.push_back(table.cells[c].nfe);
        out.milliseconds.push_back(table.cells[c].milliseconds);
    }
    out.labels = sampler.labels();
    return out;
}

SampleTable sampleLive(TrainingJob& job, const SampleRequest& request, const SampleProgress& progress)
{
    if (!job.impl().trainer)
        throw Error(ErrorCode::Internal, "live sampling was asked of a training that is not running");
    Trainer& trainer = *job.impl().trainer;
    Model model = trainer.liveModel(request.ema ? Weights::Ema : Weights::Raw);
    Model* teacher = trainer.teacher();
    const torch::Device device = model.network->parameters().front().device();
    SampleTable table;
    translatingTorchErrors([&] { table = TableSampler(request, model, teacher ? teacher : &model, device, nullptr, nullptr, progress).run(); });
    return table;
}

Json modelFacts(const fs::path& path)
{
    const fs::path resolved = resolveModelPath(path.string(), ".");
    const Model model = loadModel(resolved, torch::Device(torch::kCPU));
    return {{"name", model.name}, {"is_student", model.isStudent()}, {"grid", model.studentGrid}, {"classes", model.classCount()}, {"class_names", model.classNames},
            {"image_size", model.imageSize}, {"channels", model.network->config().inChannels}, {"parameters", model.network->parameterCount()},
            {"parametrisation", parametrisationName(model.parametrisation)}, {"schedule", model.schedule.name()}, {"can_be_guided", model.hasNoClass},
            {"baked_guidance", model.bakedGuidance}, {"images_seen", model.imagesSeen}, {"noise_correction", model.sampler.noiseCorrection},
            {"noise_correction_applies", noiseCorrectionNote(model).empty()}, {"noise_correction_note", noiseCorrectionNote(model)}, {"teacher", teacherPathOf(resolved)}};
}

}  // namespace potstill
