#pragma once

#include "engine/core/options.h"
#include "engine/tensor/rng.h"

#include <torch/nn/module.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace potstill {

/// Configuration of diffusers' UNet2DModel, with its key names and defaults (diffusers 0.42.1).
struct UNetConfig {
    std::int64_t sampleSize = 0;  ///< height = width of the images it was made for; 0 = not stated
    std::int64_t inChannels = 3;
    std::int64_t outChannels = 3;
    bool centerInputSample = false;                ///< true: the input is mapped by 2x - 1
    std::string timeEmbeddingType = "positional";  ///< positional | fourier | learned
    std::int64_t timeEmbeddingDim = 0;             ///< 0 = 4 * blockOutChannels[0]
    double freqShift = 0;
    bool flipSinToCos = true;
    std::vector<std::string> downBlockTypes = {"DownBlock2D", "AttnDownBlock2D", "AttnDownBlock2D", "AttnDownBlock2D"};
    std::string midBlockType = "UNetMidBlock2D";  ///< "" = no middle block
    std::vector<std::string> upBlockTypes = {"AttnUpBlock2D", "AttnUpBlock2D", "AttnUpBlock2D", "UpBlock2D"};
    std::vector<std::int64_t> blockOutChannels = {224, 448, 672, 896};
    std::int64_t layersPerBlock = 2;
    double midBlockScaleFactor = 1;
    std::int64_t downsamplePadding = 1;
    std::string downsampleType = "conv";  ///< conv | resnet; read by the attention blocks only
    std::string upsampleType = "conv";
    double dropout = 0;
    std::string actFn = "silu";
    std::optional<std::int64_t> attentionHeadDim = 8;  ///< none = one head
    std::int64_t normNumGroups = 32;                   ///< 0 (null in the file): min(channels / 4, 32) in the middle and at the output; every block must then be a skip block
    std::optional<std::int64_t> attnNormNumGroups;
    double normEps = 1e-5;
    std::string resnetTimeScaleShift = "default";  ///< default | scale_shift
    bool addAttention = true;
    std::string classEmbedType;                  ///< "" | timestep | identity
    std::optional<std::int64_t> numClassEmbeds;  ///< table of class embeddings; with label dropout the last row stands for "no class"
    std::int64_t numTrainTimesteps = 0;          ///< only for time_embedding_type learned

    /// Reads config.json of diffusers. Missing keys take the class's defaults; unknown keys are ignored (and listed in *ignored).
    /// Throws Error(Unsupported) naming key and value for what this program cannot build (cross-attention blocks, other classes).
    static UNetConfig fromJson(const Json& config, std::vector<std::string>* ignored = nullptr);
    /// Every key as diffusers writes it, with "_class_name": "UNet2DModel".
    Json toJson() const;
    /// Throws Error(BadOption | Unsupported) naming the first field that no network can be built with.
    void check() const;
    bool operator==(const UNetConfig&) const = default;
};

/// Layer for layer diffusers' UNet2DModel, with its parameter names. Numbers in, numbers out: it knows no schedule.
class UNet : public torch::nn::Module {
public:
    /// Parameters are uninitialised until init() or a load. Throws Error(BadOption) naming the field for a configuration that cannot be built.
    explicit UNet(const UNetConfig& config);
    ~UNet() override;

    const UNetConfig& config() const { return m_config; }

    /// x [N, C, H, W], time [N] (float: the network's time, for example 1000 t - 1), classes [N] int64 or undefined (class_embed_type identity: embeddings
    /// [N, timeEmbeddingDim]). Returns [N, outChannels, H, W], contiguous. Height and width must be divisible by 2^(levels - 1): Error(BadOption) otherwise.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& classes = {});

    /// Features of the encoder: the output of every resolution of the down path (before its downsampler) and of the middle block, in order.
    /// Used by discriminators. Gradients flow to x.
    std::vector<torch::Tensor> encoderFeatures(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& classes = {});
    /// Channels of those features, in order.
    std::vector<std::int64_t> encoderChannels() const;

    /// Initialises all weights as PyTorch's default does (kaiming uniform for convolutions and linear layers, ones and zeros for norms, normal for
    /// embeddings), with the generator that is given; the last convolution is set to zero when zeroOutput.
    void init(Rng rng, bool zeroOutput = true);

    /// Parameters in order of their names, name first.
    std::vector<std::pair<std::string, torch::Tensor>> namedWeights() const;
    std::int64_t parameterCount() const;

    /// A copy of its own (weights cloned, requires_grad as given), on the same device; in training mode when it requires gradients.
    std::shared_ptr<UNet> copy(bool requiresGrad) const;

    /// The generator of the dropout masks. They are drawn only while config().dropout > 0, is_training() and gradients are recorded. For an exact
    /// resume set a fork by step, rng.fork("dropout", step), before each step.
    void setDropoutRng(Rng rng);

    /// Layout of the convolutions' weights and of the feature maps inside; results differ by rounding only. Values and identity of the parameters stay.
    void setMemoryFormat(torch::MemoryFormat format);
    torch::MemoryFormat memoryFormat() const;

private:
    struct Impl;
    UNetConfig m_config;
    std::unique_ptr<Impl> m_impl;
};

/// Sets the weights from `weights` by name. Old attention names (query, key, value, proj_attn) are mapped; a missing or left-over tensor or a wrong
/// shape is an Error(BadFile) that names it, and the network keeps its weights.
void loadWeights(UNet& net, const std::map<std::string, torch::Tensor>& weights, const std::string& fileName);

}  // namespace potstill
