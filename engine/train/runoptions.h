#pragma once

#include "engine/data/dataset.h"
#include "engine/distill/diffusionloss.h"
#include "engine/distill/imagineflash.h"

namespace potstill {

/// The network of a teacher, in the words of a person; unet holds a complete diffusers config when one is imported.
struct NetworkOptions {
    int channels = 32;                               ///< width of the first level
    std::vector<std::int64_t> multipliers = {1, 2};  ///< width of each level, in units of channels
    int layersPerBlock = 2;
    std::vector<std::int64_t> attentionSizes = {};  ///< resolutions (pixels) with self-attention
    int attentionHeadDim = 64;
    int normGroups = 8;
    double dropout = 0;
    static const FieldTable<NetworkOptions>& table();
    UNetConfig unetConfig(const DataOptions& data, std::int64_t classes, bool noClass) const;
    bool operator==(const NetworkOptions&) const = default;
};

enum class LrSchedule { Constant, Cosine, InverseSqrt };
enum class OptimizerKind { Adam, AdamW };
enum class Precision { Float32, BFloat16 };

struct TrainingOptions {
    std::int64_t images = 200'000;  ///< length of the run
    std::int64_t batch = 64;
    int accumulate = 1;
    OptimizerKind optimizer = OptimizerKind::Adam;
    double learningRate = 2e-4;
    double beta1 = 0.9, beta2 = 0.999, weightDecay = 0, eps = 1e-8;
    std::int64_t warmupImages = 5'000;
    LrSchedule lrSchedule = LrSchedule::Constant;
    double lrFinalFactor = 0;     ///< cosine ends at this share
    double clipNorm = 1;          ///< 0 = off
    double emaHalfLife = 20'000;  ///< images
    double emaRampUp = 0.05;
    Precision precision = Precision::Float32;
    int maxNonFinite = 8;                   ///< steps in a row that may be skipped before the run fails
    std::int64_t checkpointEvery = 50'000;  ///< images
    int keepCheckpoints = 3;
    std::int64_t keepEvery = 0;
    std::string keepBest = "none";       ///< none | loss | held_out_loss | teacher_distance: measured on the averages at every checkpoint
    std::int64_t previewEvery = 10'000;  ///< images
    int previewRows = 8;
    int previewSteps = 25;          ///< sampler steps of a teacher in the preview
    std::int64_t statsEvery = 640;  ///< images
    double minFreeDiskGb = 0.5;     ///< below it the run pauses and asks
    static const FieldTable<TrainingOptions>& table();
    bool operator==(const TrainingOptions&) const = default;
};

/// Everything about one run; config.json of a run folder is exactly this.
struct RunOptions {
    std::string kind = "teacher";      ///< teacher | student
    std::string method = "diffusion";  ///< diffusion | imagine-flash
    std::string teacher;               ///< path of the teacher (students)
    std::int64_t seed = 0;
    std::string device = "auto";
    int threads = 0;  ///< 0 = physical cores
    DataOptions data;
    NetworkOptions network;
    DiffusionOptions diffusion;
    TrainingOptions training;
    ImagineFlashOptions imagineFlash;  ///< section "imagine_flash"
    static const FieldTable<RunOptions>& table();
    /// Rules across fields (image size against levels, grid, parametrisation against schedule, ...).
    Issues validate() const;
    bool operator==(const RunOptions&) const = default;
};

}  // namespace potstill
