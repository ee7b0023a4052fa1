#include "engine/nn/unetblocks.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace potstill {

using torch::Tensor;
namespace nn = torch::nn;

namespace {

/// Linear, SiLU, linear: diffusers' TimestepEmbedding.
class EmbeddingMlp final : public nn::Module {
public:
    EmbeddingMlp(std::int64_t in, std::int64_t out)
    {
        m_linear1 = register_module("linear_1", nn::Linear(in, out));
        m_linear2 = register_module("linear_2", nn::Linear(out, out));
    }
    Tensor forward(const Tensor& x) { return m_linear2(torch::silu(m_linear1(x))); }

private:
    nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
};

/// Frequencies of the Gaussian Fourier embedding, fixed after initialisation: diffusers' GaussianFourierProjection with log.
class FourierFeatures final : public nn::Module {
public:
    explicit FourierFeatures(std::int64_t size) { weight = register_parameter("weight", torch::empty({size}), false); }
    Tensor weight;
};

Tensor positional(const Tensor& time, std::int64_t dim, bool flip, double shift)
{
    const std::int64_t half = dim / 2;
    const Tensor exponent = torch::arange(half, torch::TensorOptions(torch::kFloat32).device(time.device())) * (-std::log(10000.0) / (static_cast<double>(half) - shift));
    const Tensor angles = time.to(torch::kFloat32).unsqueeze(1) * exponent.exp().unsqueeze(0);  // [N, half]
    Tensor out = flip ? torch::cat({angles.cos(), angles.sin()}, 1) : torch::cat({angles.sin(), angles.cos()}, 1);
    if (dim % 2 == 1)
        out = torch::constant_pad_nd(out, {0, 1});
    return out;
}

void checkConfig(const UNetConfig& c)
{
    const auto fail = [](const std::string& message) { throw Error(ErrorCode::BadOption, message); };
    if (c.blockOutChannels.empty() || c.downBlockTypes.size() != c.blockOutChannels.size() || c.upBlockTypes.size() != c.blockOutChannels.size())
        fail(fmt::format("block_out_channels: {} levels, but {} down_block_types and {} up_block_types; all three must be of one length", c.blockOutChannels.size(), c.downBlockTypes.size(), c.upBlockTypes.size()));
    if (c.layersPerBlock < 1)
        fail(fmt::format("layers_per_block: {}; it must be at least 1", c.layersPerBlock));
    if (c.inChannels < 1 || c.outChannels < 1)
        fail(fmt::format("in_channels, out_channels: {} and {}; both must be at least 1", c.inChannels, c.outChannels));
    if (c.timeEmbeddingType != "positional" && c.timeEmbeddingType != "fourier" && c.timeEmbeddingType != "learned")
        fail(fmt::format("time_embedding_type: '{}' is not one of positional, fourier, learned", c.timeEmbeddingType));
    if (c.timeEmbeddingType == "learned" && c.numTrainTimesteps < 1)
        fail("num_train_timesteps: a learned time embedding needs the number of time steps");
    if (c.resnetTimeScaleShift != "default" && c.resnetTimeScaleShift != "scale_shift")
        fail(fmt::format("resnet_time_scale_shift: '{}' is not one of default, scale_shift", c.resnetTimeScaleShift));
    if (!c.classEmbedType.empty() && c.classEmbedType != "timestep" && c.classEmbedType != "identity")
        fail(fmt::format("class_embed_type: '{}' is not one of timestep, identity", c.classEmbedType));
    if (c.actFn != "silu" && c.actFn != "swish")
        throw Error(ErrorCode::Unsupported, fmt::format("act_fn: '{}'; only silu is supported", c.actFn));
    if (!c.midBlockType.empty() && c.midBlockType != "UNetMidBlock2D")
        throw Error(ErrorCode::Unsupported, fmt::format("mid_block_type: '{}'; only UNetMidBlock2D or none is supported", c.midBlockType));
}

}  // namespace

struct UNet::Impl {
    nn::Conv2d convIn{nullptr}, convOut{nullptr};
    nn::GroupNorm normOut{nullptr};
    std::shared_ptr<EmbeddingMlp> timeEmbedding, classMlp;
    std::shared_ptr<FourierFeatures> fourier;
    nn::Embedding learnedTime{nullptr}, classTable{nullptr};
    std::vector<std::shared_ptr<DownLevel>> down;
    std::vector<std::shared_ptr<UpLevel>> up;
    std::shared_ptr<MiddleBlock> middle;

    Tensor timeFeatures(const UNetConfig& c, const Tensor& time)
    {
        if (fourier) {
            const Tensor angles = time.log().unsqueeze(1) * fourier->weight.unsqueeze(0) * (2 * M_PI);
            return torch::cat({angles.sin(), angles.cos()}, 1);
        }
        if (!learnedTime.is_empty())
            return learnedTime(time.to(torch::kInt64));
        return positional(time, c.blockOutChannels[0], c.flipSinToCos, c.freqShift);
    }

    /// SiLU of the embedding of time and class: every residual block wants it activated, so it is done once.
    Tensor activatedEmbedding(const UNetConfig& c, const Tensor& time, const Tensor& classes)
    {
        const torch::Dtype dtype = convIn->weight.scalar_type();
        Tensor embedding = timeEmbedding->forward(timeFeatures(c, time).to(dtype));
        const bool wantsClasses = classMlp || !classTable.is_empty() || c.classEmbedType == "identity";
        if (wantsClasses && !classes.defined())
            throw Error(ErrorCode::BadOption, "classes: this network is class-conditional and was called without class labels");
        if (!wantsClasses && classes.defined())
            throw Error(ErrorCode::BadOption, "classes: this network knows no classes, but class labels were given");
        if (classMlp)
            embedding = embedding + classMlp->forward(timeFeatures(c, classes.to(torch::kFloat32)).to(dtype));
        else if (!classTable.is_empty())
            embedding = embedding + classTable(classes);
        else if (wantsClasses)
            embedding = embedding + classes.to(dtype);
        return torch::silu(embedding);
    }
};

UNet::UNet(const UNetConfig& config) : m_config(config), m_impl(std::make_unique<Impl>())
{
    checkConfig(config);
    Impl& m = *m_impl;
    const std::int64_t first = config.blockOutChannels.front(), last = config.blockOutChannels.back();
    const std::int64_t temb = config.timeEmbeddingDim > 0 ? config.timeEmbeddingDim : 4 * first;
    m.convIn = register_module("conv_in", nn::Conv2d(nn::Conv2dOptions(config.inChannels, first, 3).padding(1)));
    std::int64_t timeDim = first;
    if (config.timeEmbeddingType == "fourier") {
        m.fourier = register_module("time_proj", std::make_shared<FourierFeatures>(first));
        timeDim = 2 * first;
    } else if (config.timeEmbeddingType == "learned") {
        m.learnedTime = register_module("time_proj", nn::Embedding(config.numTrainTimesteps, first));
    }
    m.timeEmbedding = register_module("time_embedding", std::make_shared<EmbeddingMlp>(timeDim, temb));
    if (config.classEmbedType == "timestep")
        m.classMlp = register_module("class_embedding", std::make_shared<EmbeddingMlp>(timeDim, temb));
    else if (config.classEmbedType.empty() && config.numClassEmbeds)
        m.classTable = register_module("class_embedding", nn::Embedding(*config.numClassEmbeds, temb));

    const std::size_t levels = config.blockOutChannels.size();
    nn::ModuleList down, up;
    for (std::size_t i = 0; i < levels; ++i) {
        LevelOptions level{config.downBlockTypes[i], i == 0 ? first : config.blockOutChannels[i - 1], config.blockOutChannels[i], 0, temb, config.layersPerBlock, i + 1 < levels};
        m.down.push_back(std::make_shared<DownLevel>(level, config));
        down->push_back(m.down.back());
    }
    register_module("down_blocks", down);
    if (!config.midBlockType.empty())
        m.middle = register_module("mid_block", std::make_shared<MiddleBlock>(last, temb, config));
    for (std::size_t i = 0; i < levels; ++i) {
        const std::size_t at = levels - 1 - i;
        const std::int64_t previous = i == 0 ? last : config.blockOutChannels[at + 1];
        LevelOptions level{config.upBlockTypes[i], config.blockOutChannels[at == 0 ? 0 : at - 1], config.blockOutChannels[at], previous, temb, config.layersPerBlock + 1, i + 1 < levels};
        m.up.push_back(std::make_shared<UpLevel>(level, config));
        up->push_back(m.up.back());
    }
    register_module("up_blocks", up);
    m.normOut = register_module("conv_norm_out", nn::GroupNorm(nn::GroupNormOptions(config.normNumGroups, first).eps(config.normEps)));
    m.convOut = register_module("conv_out", nn::Conv2d(nn::Conv2dOptions(first, config.outChannels, 3).padding(1)));
}

UNet::~UNet() = default;

Tensor UNet::forward(const Tensor& input, const Tensor& time, const Tensor& classes)
{
    Impl& m = *m_impl;
    const Tensor temb = m.activatedEmbedding(m_config, time, classes);
    Tensor x = m.convIn(m_config.centerInputSample ? 2 * input - 1 : input);
    std::vector<Tensor> skips{x};
    for (const auto& level : m.down)
        x = level->forward(x, temb, skips);
    if (m.middle)
        x = m.middle->forward(x, temb);
    for (const auto& level : m.up)
        x = level->forward(x, temb, skips);
    x = m.convOut(torch::silu(m.normOut(x)));
    return m.fourier ? x / time.view({-1, 1, 1, 1}) : x;
}

std::vector<Tensor> UNet::encoderFeatures(const Tensor& input, const Tensor& time, const Tensor& classes)
{
    Impl& m = *m_impl;
    const Tensor temb = m.activatedEmbedding(m_config, time, classes);
    Tensor x = m.convIn(m_config.centerInputSample ? 2 * input - 1 : input);
    std::vector<Tensor> features, skips;
    for (const auto& level : m.down)
        x = level->forward(x, temb, skips, &features.emplace_back());
    if (m.middle)
        features.push_back(m.middle->forward(x, temb));
    return features;
}

std::vector<std::int64_t> UNet::encoderChannels() const
{
    std::vector<std::int64_t> channels = m_config.blockOutChannels;
    if (m_impl->middle)
        channels.push_back(channels.back());
    return channels;
}

void UNet::init(Rng rng, bool zeroOutput)
{
    torch::NoGradGuard noGrad;
    const auto fill = [](Tensor& p, const Tensor& values) { p.copy_(values); };
    for (auto& item : named_parameters()) {
        const std::string& name = item.key();
        Tensor& p = item.value();
        Rng own = rng.fork(name);  // by name: the order of the layers does not matter
        const bool isWeight = name.size() >= 6 && name.compare(name.size() - 6, 6, "weight") == 0;
        if (name == "time_proj.weight") {
            fill(p, own.normal(p.sizes()) * (m_impl->fourier ? 16.0 : 1.0));
        } else if (name == "class_embedding.weight") {
            fill(p, own.normal(p.sizes()));
        } else if (name.find("norm") != std::string::npos) {
            p.fill_(isWeight ? 1 : 0);
        } else {
            // kaiming_uniform(a = sqrt 5) is U(-b, b) with b = 1/sqrt(fan_in), for weights and biases alike.
            const Tensor weight = isWeight ? p : named_parameters()[name.substr(0, name.size() - 4) + "weight"];
            const double bound = 1 / std::sqrt(static_cast<double>(weight.numel() / weight.size(0)));
            fill(p, (own.uniform(p.sizes()) * 2 - 1) * bound);
        }
        if (zeroOutput && name.rfind("conv_out.", 0) == 0)
            p.zero_();
    }
}

std::vector<std::pair<std::string, Tensor>> UNet::namedWeights() const
{
    std::vector<std::pair<std::string, Tensor>> out;
    for (const auto& item : named_parameters())
        out.emplace_back(item.key(), item.value());
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return out;
}

std::int64_t UNet::parameterCount() const
{
    std::int64_t count = 0;
    for (const Tensor& p : parameters())
        count += p.numel();
    return count;
}

std::shared_ptr<UNet> UNet::copy(bool requiresGrad) const
{
    torch::NoGradGuard noGrad;
    auto out = std::make_shared<UNet>(m_config);
    const auto from = namedWeights();
    out->to(from.front().second.device(), from.front().second.scalar_type());
    const auto to = out->namedWeights();
    for (std::size_t i = 0; i < from.size(); ++i) {
        Tensor(to[i].second).copy_(from[i].second);
        Tensor(to[i].second).requires_grad_(requiresGrad && to[i].first != "time_proj.weight");
    }
    return out;
}

void loadWeights(UNet& net, const std::map<std::string, Tensor>& weights, const std::string& fileName)
{
    torch::NoGradGuard noGrad;
    static const std::pair<const char*, const char*> kOldNames[] = {{".query.", ".to_q."}, {".key.", ".to_k."}, {".value.", ".to_v."}, {".proj_attn.", ".to_out.0."}};
    std::map<std::string, Tensor> byName;
    for (const auto& [name, tensor] : weights) {
        std::string current = name;
        for (const auto& [old, now] : kOldNames)
            if (const std::size_t at = current.find(old); at != std::string::npos && current.find("attentions") != std::string::npos)
                current.replace(at, std::string(old).size(), now);
        byName[current] = tensor;
    }
    for (const auto& [name, parameter] : net.namedWeights()) {
        const auto it = byName.find(name);
        if (it == byName.end())
            throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is missing", fileName, name));
        Tensor value = it->second;
        // Old attention weights were 1x1 convolutions or had trailing ones.
        if (value.sizes() != parameter.sizes() && value.numel() == parameter.numel() && value.size(0) == parameter.size(0))
            value = value.reshape(parameter.sizes());
        if (value.sizes() != parameter.sizes())
            throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is {}, but the network's is {}", fileName, name, fmt::join(value.sizes(), "x"), fmt::join(parameter.sizes(), "x")));
        Tensor(parameter).copy_(value);
        byName.erase(it);
    }
    if (!byName.empty())
        throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' belongs to no layer of the network ({} such)", fileName, byName.begin()->first, byName.size()));
}

}  // namespace potstill
