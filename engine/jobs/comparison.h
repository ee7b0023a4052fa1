#pragma once

#include "engine/jobs/jobs.h"

#include <functional>

// Comparisons of any models from shared noise, and the way of one sample. No torch in this header.
namespace potstill {

/// One column of a comparison: a model and how it is sampled.
struct SampleColumn {
    std::filesystem::path model;  ///< run, checkpoint, bundled or diffusers folder
    bool ema = true;
    std::string role = "model";  ///< "model" | "teacher"; stands in the recipe
    std::string heading;         ///< "" = "3 steps", "teacher 50 NFE"
    int steps = 3;
    std::vector<double> times;            ///< falling, each in (0, 1]; empty = the model's own for so many steps, otherwise their number counts
    std::string sampler;                  ///< "" = the model's own
    double eta = 0;                       ///< DDIM: 0 deterministic ... 1 ancestral
    double churn = 0;                     ///< Heun: EDM's S_churn
    double guidance = 0;                  ///< 0 = off
    std::optional<bool> noiseCorrection;  ///< none = as stored with the model
};

/// What unfinished cells look like on their way: predictions, not samples. They are for the eye alone and kept nowhere.
struct SamplePreview {
    std::vector<std::size_t> cells;  ///< indices into the table
    std::vector<Image> images;       ///< as many
    int step = 0, steps = 0;
};

/// Rows = seeds (with a class each), columns = models; the noise of a row is the same in all columns and stages.
struct ComparisonRequest {
    std::vector<SampleColumn> columns;
    std::uint64_t noiseSeed = 0;
    std::vector<std::uint64_t> seeds;
    std::vector<std::int64_t> classes;  ///< labels in turn; empty = all classes in turn for conditional models
    int batch = 64;
    std::string device = "auto";
    int threads = 0;                                    ///< 0 = one per core, -1 = as they are
    std::filesystem::path cellFolder;                   ///< finished cells are kept there over restarts; "" = nowhere
    std::function<void(const SamplePreview&)> preview;  ///< hears predictions, on the thread that samples
    int previewEveryMs = 250;
};

/// What a sampler saw at one of its steps.
struct TrajectoryFrame {
    double t = 1;  ///< time of the call, 1 = pure noise
    int nfe = 0;   ///< network calls up to here
    Image xt;      ///< the state at t, clamped to the range of images
    Image x0;      ///< the clean image predicted there
};
struct Trajectory {
    std::vector<TrajectoryFrame> frames;  ///< one per step
    Image image;                          ///< the sample
    Json recipe;
    bool complete = true;  ///< false when it was stopped
};

/// Samples comparisons and remembers: networks stay open, and an image that was made once is not made again, so that a changed setting costs the cells that it changes.
/// Columns whose times begin another column's (a student's 1 and 2 steps within its 3) are read off on its way, bit for bit what they give alone.
/// Safe to call from several threads: they share networks and images, and wait for each other only while one is opened or looked up.
class ComparisonSampler {
public:
    ComparisonSampler();
    ~ComparisonSampler();

    /// With a training, the columns of its own run use the networks in memory: call it then inside a task posted through RunControl. Throws Error for bad requests.
    SampleTable sample(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress = {}, TrainingJob* live = nullptr);
    /// One sample of one column, step by step.
    Trajectory trajectory(const SampleColumn& column, std::uint64_t noiseSeed, std::uint64_t seed, std::int64_t label, const std::string& device, RunControl& control,
                          TrainingJob* live = nullptr);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A folder: step-001.png and so on (x0 prediction, recipe inside), the noisy states beside them, and index.json. Needs imaging.
void writeTrajectory(const Trajectory& trajectory, const std::filesystem::path& target);

/// The columns that a request for one model and its teacher asks for. The teacher's path is resolved; Error(BadOption) when a column of a missing teacher is wanted.
ComparisonRequest comparisonOf(const SampleRequest& request);

}  // namespace potstill
