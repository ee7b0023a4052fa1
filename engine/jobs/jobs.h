#pragma once

#include "engine/core/options.h"
#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/core/runwarning.h"
#include "engine/io/continuation.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What the outside (studio, command line) calls. No torch in this header.
namespace potstill {

/// Schema of a run's options; its document is config.json of a run.
const OptionSchema& runSchema();
/// Schema check, then the rules across fields. Never throws; the document may be partial.
Issues validateRun(const Json& document);
/// The complete document that a new run in `project` would keep as its config: defaults, what a student takes from its teacher (image size, channels, classes; its data, key by key
/// where the document names none), full paths. Throws Error for what cannot be run. `project` may be empty: paths are then taken from here and stay whole.
Json resolvedRun(const Json& document, const std::filesystem::path& project);
/// The data that a teacher was trained on, as the run that it belongs to keeps them; {} for bundled models, which know the default; an empty source where nobody knows.
Json dataOfTeacher(const std::string& teacher, const std::filesystem::path& project);
/// Settings that differ from the defaults: {"cifar10-small", title, help, document}.
struct Preset {
    std::string name, title, help, kind;  ///< kind: teacher | student
    Json document;
};
const std::vector<Preset>& presets();
/// Throws Error(BadOption) with the nearest name.
const Preset& presetByName(const std::string& name);

/// Estimated before a run or another job starts.
struct RunEstimate {
    std::int64_t parameters = 0;
    std::int64_t memoryBytes = 0;  ///< weights, gradients, moments, EMA, activations, images
    std::int64_t diskBytes = 0;    ///< checkpoints kept, samples, packed data: what stays when it is done
    double secondsPerImage = 0;    ///< 0 = not measured
};
/// `project`: whose packed data count as there already.
RunEstimate estimateRun(const Json& document, bool measureSpeed, const std::filesystem::path& project = {});

struct DatasetPreview {
    std::vector<Image> images;
    std::vector<std::string> labels;  ///< of each image, "" without classes
    std::vector<std::string> classNames;
    std::vector<std::int64_t> classCounts;
    std::int64_t size = 0;            ///< -1 = endless
    Json facts;                       ///< Dataset::facts(): turned, transparent, ...
    std::vector<RunWarning> notes;    ///< what was passed over
    std::vector<RunWarning> skipped;  ///< files that cannot be read, each with the cause; of very many the first
    std::int64_t skippedCount = 0;    ///< all of them
};
DatasetPreview previewDataset(const Json& dataSection, int count, std::uint64_t seed, RunControl& control, RunObserver& observer);

struct Curve {
    std::string name;
    std::vector<double> x, y;
};
/// Curves of a document for the plots of Configure: "alpha" (none where it is 1 throughout, as in EDM), "sigma", "log_snr" over t; "gamma" over t; "grid" (x = times). The schedule of a
/// student is its teacher's, named as in the project; without that teacher there are none of the first three. Throws Error for a document with errors. Reads descriptions, no weights.
std::vector<Curve> planCurves(const Json& document, const std::filesystem::path& project = {});

// ---- training -----------------------------------------------------------------------------------------------------------------------
enum class JobOutcome { Finished, Stopped, Aborted };

/// One training run on the calling thread. Sampling requests that arrive while it runs or is paused are served between steps.
class TrainingJob {
public:
    /// A new run in a project: resolves the document, makes the folder. branchOf: a checkpoint of another run that it goes on from; "" = none. Throws Error and leaves no folder then.
    static std::unique_ptr<TrainingJob> create(const std::filesystem::path& project, const Json& document, const std::string& name, const std::filesystem::path& branchOf = {});
    /// A run that was stopped or interrupted, or a finished one with more images. Error(BadOption) for a finished one without, or an unknown device.
    /// `changed` is kept when the run has begun with it.
    static std::unique_ptr<TrainingJob> resume(const std::filesystem::path& runFolder, const Continuation& changed = {});
    ~TrainingJob();
    const std::filesystem::path& runFolder() const;
    JobOutcome run(RunControl& control, RunObserver& observer);

    struct Impl;
    Impl& impl();  ///< for the other jobs of this folder

private:
    explicit TrainingJob(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// ---- sampling -----------------------------------------------------------------------------------------------------------------------
/// A table of samples from shared noise: rows = seeds (with a class each), columns = step counts of the model, then the teacher.
struct SampleRequest {
    std::filesystem::path model;  ///< run, checkpoint, bundled or diffusers folder
    bool ema = true;
    std::vector<int> steps = {1, 2, 3};  ///< a column each
    std::string sampler = "";            ///< "" = the model's own
    double eta = 0;
    double churn = 0;                     ///< Heun: EDM's S_churn, 0 = deterministic
    double guidance = 0;                  ///< 0 = off
    std::optional<bool> noiseCorrection;  ///< none = as stored with the student
    std::filesystem::path teacher;        ///< "" = the student's own; only used when teacherSteps > 0
    int teacherSteps = 0;                 ///< a last column of the teacher at that many steps
    double teacherGuidance = -1;          ///< below 0 = what was distilled into the student
    std::uint64_t noiseSeed = 0;          ///< seed of the noise; the sample's index is its entry in `seeds`
    std::vector<std::uint64_t> seeds = {0, 1, 2, 3, 4, 5, 6, 7};
    std::vector<std::int64_t> classes;  ///< labels in turn; empty = all classes in turn for conditional models
    int batch = 64;
    std::string device = "auto";
    int threads = 0;  ///< 0 = one per core, -1 = as they are: beside a training, whose results depend on them
    static const FieldTable<SampleRequest>& table();
};
struct SampleCell {
    Image image;
    int nfe = 0;
    double milliseconds = 0;  ///< per image, at the batch size used
    Json recipe;              ///< everything needed to make it again
};
struct SampleTable {
    std::vector<std::string> columns;  ///< "1 step", "2 steps", ..., "teacher 50 NFE"
    std::vector<std::string> rows;     ///< "seed 3 · star"
    std::vector<SampleCell> cells;     ///< rows * columns, row by row
    std::vector<RunWarning> warnings;  ///< off the student's grid, another sampler, a damaged checkpoint, ...; each once
    std::int64_t calls = 0;            ///< network calls made, per image
    std::int64_t callsSaved = 0;       ///< those spared because the times of one column begin another's
    bool complete = true;              ///< false when it was stopped

    /// Mean over the images of a column that were made; 0 when none was.
    double millisecondsPerImage(std::size_t column) const;
};
/// Called when the shape is known and after each part of a column, with the cells that are new (indices into `cells`).
using SampleProgress = std::function<void(const SampleTable& soFar, const std::vector<std::size_t>& fresh)>;
/// Throws Error for bad requests. Nothing is written.
SampleTable sampleTable(const SampleRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress = {});
/// The same with the networks of a running or paused training: post this through RunControl; valid only inside the posted task.
SampleTable sampleLive(TrainingJob& job, const SampleRequest& request, const SampleProgress& progress = {});
/// Facts about a model for controls: {"is_student", "grid", "classes", "class_names", "image_size", "noise_correction_applies", "teacher", ...}.
Json modelFacts(const std::filesystem::path& model);
/// Whether a model was distilled, by its description: no weights are read. Throws Error as describing it does.
bool isStudent(const std::filesystem::path& model);
/// The checkpoint that a run stands for at this moment (its newest whole one), so that what is sampled later is of the same weights; any other model stays as it is named.
/// Error(NotFound) where there is nothing, or a run has no whole checkpoint. `skipped` gets a warning per newer one that is damaged and was passed over.
std::filesystem::path exactModel(const std::filesystem::path& model, std::vector<RunWarning>* skipped = nullptr);

/// What sampleTable() would need and writeSamples() leave on the disk. Opens the models; throws Error for what sampleTable() would refuse.
RunEstimate estimateSampling(const SampleRequest& request);

/// PNG per image (recipe inside), one grid.png, index.json. Needs imaging; without it samples.safetensors and index.json.
void writeSamples(const SampleTable& table, const std::filesystem::path& folder);

// ---- the rest -----------------------------------------------------------------------------------------------------------------------
struct EvaluateRequest {
    static constexpr std::int64_t kLeastCount =
        144;                ///< without a tenth, as its interval is made, still more than the classifier or an encoder has features: else the Fréchet distance says nothing
    SampleRequest samples;  ///< model, steps, teacherSteps; seeds are 0..count-1
    std::int64_t count = 1000;
    std::string data;                   ///< "" = the run's own; without labels the encoder of the model's teacher judges (of a teacher its run's own), where it is there and fits
    std::filesystem::path cacheFolder;  ///< "" = the project's
    /// A TorchScript feature network, for example inception-2015-12-05.pt; "" = none. Such a file is code: only a path that a person named for this goes here.
    std::filesystem::path scriptedExtractor;
    /// The fields of `samples` (but for the seeds) stand beside its own.
    static const FieldTable<EvaluateRequest>& table();
};
/// What keeps a file from being EvaluateRequest::scriptedExtractor, found without running it. InsideData: it lies in a project, a run or the folder of a model, from which no code is taken.
enum class ExtractorProblem { None, Missing, InsideData, NotTorchScript };
ExtractorProblem extractorProblem(const std::filesystem::path& file);
/// Throws Error(NotFound | BadOption | BadFile) with the sentence unless the problem is None.
void requireExtractor(const std::filesystem::path& file);
/// One JSON object per column: its name, NFE and milliseconds per image, the figures of evaluateSamples with intervals, extractor and hashes, and "made" (seed, sampler, guidance ...;
/// with a teacher's column also teacher_guidance).
/// They are kept with the model's run, in evaluations/.
Json evaluateModel(const EvaluateRequest& request, RunControl& control, RunObserver& observer);
/// What evaluateModel() would need at most; what judges (the classifier, a teacher's encoder) and the packed data set are not counted. Throws Error for models and settings that it would refuse.
RunEstimate estimateEvaluation(const EvaluateRequest& request);

Json describe(const std::filesystem::path& path);
/// What leaves the house as a model for other programs.
struct ExportRequest {
    std::filesystem::path model;       ///< run, checkpoint or bundled:NAME
    std::string format = "diffusers";  ///< "diffusers", "potstill"
    std::string weights = "ema";       ///< "ema", "raw"
    std::string licence = "unknown";
    bool halfPrecision = false;
    bool replaces = false;  ///< an earlier export in the same place gives way to this one; no field: only a person says so
    static const FieldTable<ExportRequest>& table();
};
/// What exportModel() would need. Throws Error(NotFound | BadFile | Unsupported) for a model that does not open.
RunEstimate estimateExport(const ExportRequest& request);
/// The folder `out` appears whole or not at all. False when `control` stopped it.
bool exportModel(const ExportRequest& request, const std::filesystem::path& out, RunControl* control = nullptr, RunObserver* observer = nullptr);
/// Whether a folder holds what exportModel() wrote and nothing else: the only kind that it replaces.
bool isExportedModel(const std::filesystem::path& folder);
/// Copies a diffusers folder into the project as a teacher run (finished, zero images of ours). "" and nothing made when `control` stopped it before the run had its folder.
std::filesystem::path importModel(const std::filesystem::path& diffusersFolder, const std::filesystem::path& project, const std::string& name, RunControl* control = nullptr);
/// Packs a data set; returns its facts.
Json packDataset(const Json& dataSection, const std::filesystem::path& out, RunControl& control, RunObserver& observer);
/// What packDataset() would need; the source is listed, its images are not read. Throws Error(NotFound | BadFile | Unsupported) where there is nothing to pack.
RunEstimate estimatePacking(const Json& dataSection);

/// Layers, samplers and gradients on a device against the CPU in float64, on a tiny network that ships. {"passed": bool, "checks": [{name, error, tolerance, passed}]}.
/// Between two checks `control` can stop it: what there is until then.
Json selftest(const std::string& device, RunControl* control = nullptr);
struct BenchRequest {
    std::string device = "cpu";
    int threads = 0;     ///< 0 = one per core
    double seconds = 4;  ///< of one measurement
    int rounds = 5;      ///< measurements of each, of which the median counts
    std::vector<std::string> networks = {"S", "M", "L"};
    static const FieldTable<BenchRequest>& table();
};
/// Speed of the networks S, M, L. See the README for the form. Error(BadOption) for another network or a device that is not there.
/// After any step `control` can stop it: the networks that were measured until then.
Json bench(const BenchRequest& request, RunControl* control = nullptr);
RunEstimate estimateBench(const BenchRequest& request);

std::vector<std::string> computeDevices();
std::string programVersion();

}  // namespace potstill
