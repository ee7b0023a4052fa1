#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobstopped.h"
#include "engine/jobs/sampling.h"
#include "engine/jobs/trainingjob.h"
#include "engine/tensor/device.h"

#include <numeric>

namespace potstill {

namespace fs = std::filesystem;

double SampleTable::millisecondsPerImage(std::size_t column) const
{
    double sum = 0;
    int made = 0;
    for (std::size_t at = column; at < cells.size(); at += columns.size())
        if (cells[at].nfe > 0) {
            sum += cells[at].milliseconds;
            ++made;
        }
    return made > 0 ? sum / made : 0;
}

bool noiseCorrectionApplies(const Model& model)
{
    return model.parametrisation == Parametrisation::Eps || model.parametrisation == Parametrisation::X0 || !model.schedule.hasZeroTerminalSnr();
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
    const fs::path run = runAround(model);
    const Json teacher = run.empty() ? Json() : valueAt(readJsonFile(run / "config.json"), "options.teacher");
    return teacher.is_string() ? teacher.get<std::string>() : "";
}

fs::path resolvedTeacher(const SampleRequest& request)
{
    const fs::path path = resolveModelPath(request.model.string(), ".");
    const std::string teacher = request.teacher.empty() ? teacherPathOf(path) : request.teacher.string();
    return teacher.empty() ? path : resolveModelPath(teacher, projectOf(path));
}

OpenModels openModels(const SampleRequest& request)
{
    if (request.threads >= 0)
        configureThreads(request.threads);
    OpenModels open;
    open.device = deviceFromName(request.device);
    open.model = loadModel(resolveModelPath(request.model.string(), "."), open.device, request.ema ? Weights::Ema : Weights::Raw);
    if (request.teacherSteps > 0 && resolvedTeacher(request) != resolveModelPath(request.model.string(), "."))
        open.teacher = loadModel(resolvedTeacher(request), open.device);
    return open;
}

ComparisonRequest comparisonOf(const SampleRequest& request)
{
    ComparisonRequest out;
    out.noiseSeed = request.noiseSeed;
    out.seeds = request.seeds;
    out.classes = request.classes;
    out.batch = request.batch;
    out.device = request.device;
    out.threads = request.threads;
    SampleColumn column;
    column.model = request.model;
    column.ema = request.ema;
    column.sampler = request.sampler;
    column.eta = request.eta;
    column.churn = request.churn;
    column.guidance = request.guidance;
    column.noiseCorrection = request.noiseCorrection;
    for (int steps : request.steps) {
        column.steps = steps;
        out.columns.push_back(column);
    }
    if (request.teacherSteps > 0) {
        SampleColumn teacher;
        teacher.model = resolvedTeacher(request);
        teacher.role = "teacher";
        teacher.steps = request.teacherSteps;
        teacher.guidance = request.teacherGuidance < 0 ? describeModel(resolveModelPath(request.model.string(), ".")).bakedGuidance : request.teacherGuidance;
        out.columns.push_back(teacher);
    }
    return out;
}

SampleTable sampleTable(const SampleRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress)
{
    return ComparisonSampler().sample(comparisonOf(request), control, observer, progress);
}

std::vector<PlannedColumn> plannedColumns(const SampleRequest& request, OpenModels& open)
{
    std::vector<PlannedColumn> columns;
    for (const SampleColumn& column : comparisonOf(request).columns)
        columns.push_back(planColumn(column, column.role == "teacher" && open.teacher ? *open.teacher : open.model));
    return columns;
}

SampleTensors sampleTensors(const SampleRequest& request, const std::vector<PlannedColumn>& columns, const torch::Device& device, RunControl& control, RunObserver& observer)
{
    const SampleRows rows = rowsFor(columns, request.noiseSeed, request.seeds, request.classes);
    std::vector<std::size_t> allColumns(columns.size()), allRows(rows.seeds.size());
    std::iota(allColumns.begin(), allColumns.end(), 0u);
    std::iota(allRows.begin(), allRows.end(), 0u);
    std::vector<std::vector<torch::Tensor>> parts(columns.size());
    SampleTensors out;
    out.nfe.resize(columns.size());
    out.milliseconds.resize(columns.size());
    Progress news;
    news.stage = "sample";
    news.imagesTotal = static_cast<std::int64_t>(columns.size() * rows.seeds.size());
    try {
        sampleColumns(columns, allColumns, rows, allRows, request.batch, device, &control, [&](const ColumnPart& part) {
            parts[part.column].push_back(part.images);
            out.nfe[part.column] = part.nfe;
            out.milliseconds[part.column] += part.milliseconds * static_cast<double>(part.images.size(0)) / static_cast<double>(rows.seeds.size());
            news.imagesSeen += part.images.size(0);
            observer.onProgress(news);
        });
    } catch (const JobStopped&) {
        return {};
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        out.columns.push_back(columns[c].heading(out.nfe[c]));
        out.images.push_back(torch::cat(parts[c]));
    }
    if (!rows.labels.empty())
        out.labels = torch::tensor(rows.labels);
    return out;
}

SampleTable sampleLive(TrainingJob& job, const SampleRequest& request, const SampleProgress& progress)
{
    if (!job.impl().trainer)
        throw Error(ErrorCode::Internal, "live sampling was asked of a training that is not running");
    SampleRequest own = request;
    own.model = job.runFolder();
    RunControl control;
    RunObserver silent;
    return ComparisonSampler().sample(comparisonOf(own), control, silent, progress, &job);
}

bool isStudent(const fs::path& model) { return describeModel(resolveModelPath(model.string(), ".")).isStudent(); }

Json modelFacts(const fs::path& path)
{
    const fs::path resolved = resolveModelPath(path.string(), ".");
    const Model model = loadModel(resolved, torch::Device(torch::kCPU));
    std::string teacher;  // where it lies now; "" when there is none or it is gone
    try {
        if (!teacherPathOf(resolved).empty())
            teacher = resolveModelPath(teacherPathOf(resolved), projectOf(resolved)).string();
    } catch (const Error&) {
    }
    return {{"name", model.name},
            {"is_student", model.isStudent()},
            {"grid", model.studentGrid},
            {"classes", model.classCount()},
            {"class_names", model.classNames},
            {"image_size", model.imageSize},
            {"channels", model.network->config().inChannels},
            {"parameters", model.network->parameterCount()},
            {"parametrisation", parametrisationName(model.parametrisation)},
            {"schedule", model.schedule.name()},
            {"can_be_guided", model.hasNoClass},
            {"sampler", samplerName(model.sampler.kind)},
            {"sampler_note", model.samplerNote ? model.samplerNote->sentence : ""},
            {"baked_guidance", model.bakedGuidance},
            {"images_seen", model.imagesSeen},
            {"noise_correction", model.sampler.noiseCorrection},
            {"noise_correction_applies", noiseCorrectionApplies(model)},
            {"teacher", teacherPathOf(resolved)},
            {"teacher_path", teacher}};
}

}  // namespace potstill
