#pragma once

#include "engine/core/runwarning.h"
#include "engine/diffusion/sampler.h"
#include "engine/io/safetensors.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace potstill {

/// A network with everything that is needed to sample it. Read from a run, a checkpoint, a bundled model or a diffusers folder.
struct Model {
    std::shared_ptr<UNet> network;
    Parametrisation parametrisation = Parametrisation::Eps;
    NoiseSchedule schedule;
    SamplerOptions sampler;  ///< how it wants to be sampled (imported scheduler settings: clipping, thresholding, variance)
    GridSpacing spacing = GridSpacing::Time;
    int trainSteps = 1000;  ///< steps of the table, for the integer spacings
    int stepsOffset = 0;
    std::optional<RunWarning> samplerNote;  ///< how an import is sampled otherwise than where it comes from; none = not otherwise
    TimeGrid studentGrid;                   ///< the times it was distilled on; empty = a teacher
    double bakedGuidance = 0;               ///< guidance scale of the teacher that was distilled in; 0 = none
    bool hasNoClass = false;                ///< the last class row means "no class" (labels were dropped in training)
    int imageSize = 0;
    std::vector<std::string> classNames;
    std::string name;
    std::string origin;       ///< path it was read from
    std::string weightsHash;  ///< sha256 of the weight file; of shards that of their sha256 one after another, in the order of their names
    std::int64_t imagesSeen = 0;
    std::vector<RunWarning> notes;  ///< newer checkpoints of the run that are damaged and were passed over

    bool isStudent() const { return !studentGrid.empty(); }
    /// Classes that a person can choose (without the "no class" row).
    std::int64_t classCount() const;
    std::unique_ptr<NetworkDenoiser> denoiser() const;
    Json toJson() const;
    /// model.json: everything but the weights. Used in checkpoints, bundled models and exports.
    static Model fromJson(const Json& json);
};

enum class Weights { Ema, Raw };

/// Opens a model: a run folder (its newest good checkpoint), a checkpoint folder, a folder with model.json + model.safetensors (bundled), a diffusers folder (pipeline or bare UNet).
/// Throws Error(Unsupported) for latent and text-to-image pipelines, pickled weights (with the command that converts them), other classes.
Model loadModel(const std::filesystem::path& path, const torch::Device& device, Weights weights = Weights::Ema);
/// The same without its network: schedule, sampling, classes, as its description says. Weights are neither read nor checked; of a run the newest checkpoint whose description can be read.
Model describeModel(const std::filesystem::path& path);
/// Describes without loading weights (dataset, run, checkpoint, safetensors file or diffusers folder).
Json describePath(const std::filesystem::path& path);

struct ModelExportOptions {
    std::string licence = "unknown";  ///< licence field of the model card
    Json recipe;                      ///< config of the run, and "provenance": checkpoint, weights (ema, raw), data_fingerprint, teacher_sha256, config_sha256
    bool halfPrecision = false;
};
/// Writes a folder that diffusers opens with DDIMPipeline / DDPMPipeline: model_index.json, unet/, scheduler/, and README.md (model card). A student gets a scheduler whose timesteps are its grid.
void exportDiffusers(const Model& model, const std::filesystem::path& folder, const ModelExportOptions& options);
/// writeModelFolder() with README.md, the model card.
void exportPotstill(const Model& model, const std::filesystem::path& folder, const ModelExportOptions& options);
/// model.json + model.safetensors, 16-bit on request: how bundled models are stored.
void writeModelFolder(const Model& model, const std::filesystem::path& folder, bool halfPrecision);

}  // namespace potstill
