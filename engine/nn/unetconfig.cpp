#include "engine/nn/unet.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace potstill {
namespace {

std::string withoutPrefix(std::string name)
{
    if (name.rfind("UNetRes", 0) == 0)
        name = name.substr(7);
    return name;
}

template <class T>
void take(const Json& json, const char* key, T& to)
{
    if (!json.contains(key) || json[key].is_null())
        return;
    try {
        to = json[key].get<T>();
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::BadFile, fmt::format("config.json: '{}' is {}, which is not of the type that it should be", key, json[key].dump()));
    }
}

/// null means "none", missing keeps the class's default.
void takeOptional(const Json& json, const char* key, std::optional<std::int64_t>& to)
{
    if (!json.contains(key))
        return;
    if (json[key].is_null())
        to.reset();
    else
        take(json, key, to.emplace());
}

Json orNull(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(nullptr); }
Json textOrNull(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

bool isSkip(const std::string& type) { return type.find("Skip") != std::string::npos; }

[[noreturn]] void fail(const std::string& message) { throw Error(ErrorCode::BadOption, message); }

void checkOneOf(const char* key, const std::string& value, std::initializer_list<const char*> allowed)
{
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
        fail(fmt::format("{}: '{}' is not one of {}", key, value, fmt::join(allowed, ", ")));
}

void checkAtLeast(const char* key, std::int64_t value, std::int64_t least)
{
    if (value < least)
        fail(fmt::format("{}: {}; it must be at least {}", key, value, least));
}

/// Skip blocks hand a running image from level to level; a block of another kind would leave it behind at the wrong size.
void checkSkipBlocks(const UNetConfig& c)
{
    const std::size_t levels = c.blockOutChannels.size();
    bool carriesImage = false;
    for (std::size_t i = 0; i + 1 < levels; ++i) {
        if (!isSkip(c.downBlockTypes[i]))
            continue;
        if (c.inChannels != 3)
            fail(fmt::format("in_channels: {}; skip blocks carry an image of 3 channels", c.inChannels));
        for (std::size_t j = 0; j < i; ++j)
            if (!isSkip(c.downBlockTypes[j]))
                fail(fmt::format("down_block_types: '{}' at level {} needs skip blocks at all levels before it, but level {} is '{}'", c.downBlockTypes[i], i, j,
                                 c.downBlockTypes[j]));
    }
    for (std::size_t i = 0; i < levels; ++i) {
        if (carriesImage && !isSkip(c.upBlockTypes[i]))
            fail(fmt::format("up_block_types: '{}' at place {} follows a skip block; all blocks after one must be skip blocks", c.upBlockTypes[i], i));
        carriesImage = carriesImage || (isSkip(c.upBlockTypes[i]) && i + 1 < levels);
    }
    if (carriesImage && c.outChannels != 3)
        fail(fmt::format("out_channels: {}; skip blocks carry an image of 3 channels", c.outChannels));
}

}  // namespace

void UNetConfig::check() const
{
    if (blockOutChannels.empty() || downBlockTypes.size() != blockOutChannels.size() || upBlockTypes.size() != blockOutChannels.size())
        fail(fmt::format("block_out_channels: {} levels, but {} down_block_types and {} up_block_types; all three must be of one length, at least 1", blockOutChannels.size(),
                         downBlockTypes.size(), upBlockTypes.size()));
    checkAtLeast("block_out_channels", *std::min_element(blockOutChannels.begin(), blockOutChannels.end()), 1);
    checkAtLeast("layers_per_block", layersPerBlock, 1);
    checkAtLeast("in_channels", inChannels, 1);
    checkAtLeast("out_channels", outChannels, 1);
    checkAtLeast("norm_num_groups", normNumGroups, 0);
    checkAtLeast("attn_norm_num_groups", attnNormNumGroups.value_or(1), 1);
    checkAtLeast("num_class_embeds", numClassEmbeds.value_or(1), 1);
    checkOneOf("time_embedding_type", timeEmbeddingType, {"positional", "fourier", "learned"});
    if (timeEmbeddingType == "learned")
        checkAtLeast("num_train_timesteps (of a learned time embedding)", numTrainTimesteps, 1);
    if (timeEmbeddingType == "positional" && static_cast<double>(blockOutChannels.front() / 2) <= freqShift)
        fail(fmt::format("freq_shift: {}; it must be below half of the first level's {} channels", freqShift, blockOutChannels.front()));
    checkOneOf("resnet_time_scale_shift", resnetTimeScaleShift, {"default", "scale_shift"});
    checkOneOf("downsample_type", downsampleType, {"conv", "resnet"});
    checkOneOf("upsample_type", upsampleType, {"conv", "resnet"});
    if (downsamplePadding != 0 && downsamplePadding != 1)
        fail(fmt::format("downsample_padding: {}; it must be 0 or 1", downsamplePadding));
    if (!classEmbedType.empty())
        checkOneOf("class_embed_type", classEmbedType, {"timestep", "identity"});
    if (!(dropout >= 0 && dropout < 1))
        fail(fmt::format("dropout: {}; it must be at least 0 and below 1", dropout));
    if (!(normEps > 0))
        fail(fmt::format("norm_eps: {}; it must be above 0", normEps));
    if (midBlockScaleFactor == 0)
        fail("mid_block_scale_factor: 0; the middle block is divided by it");
    checkSkipBlocks(*this);
    if (actFn != "silu" && actFn != "swish")
        throw Error(ErrorCode::Unsupported, fmt::format("act_fn: '{}'; only silu is supported", actFn));
    if (!midBlockType.empty() && midBlockType != "UNetMidBlock2D")
        throw Error(ErrorCode::Unsupported, fmt::format("mid_block_type: '{}'; only UNetMidBlock2D or none is supported", midBlockType));
}

UNetConfig UNetConfig::fromJson(const Json& json, std::vector<std::string>* ignored)
{
    if (!json.is_object())
        throw Error(ErrorCode::BadFile, "config.json: it holds no object");
    const std::string className = json.value("_class_name", "UNet2DModel");
    if (className != "UNet2DModel")
        throw Error(ErrorCode::Unsupported, fmt::format("config.json: _class_name is '{}'; only UNet2DModel can be opened (pixel-space image models without text)", className));
    UNetConfig c;
    if (const auto size = json.find("sample_size"); size != json.end() && size->is_array()) {
        std::vector<std::int64_t> sides;
        take(json, "sample_size", sides);
        if (sides.size() != 2 || sides[0] != sides[1])
            throw Error(ErrorCode::Unsupported, fmt::format("config.json: 'sample_size' is {}; only square images are supported", size->dump()));
        c.sampleSize = sides[0];
    } else {
        take(json, "sample_size", c.sampleSize);
    }
    take(json, "in_channels", c.inChannels);
    take(json, "out_channels", c.outChannels);
    take(json, "center_input_sample", c.centerInputSample);
    take(json, "time_embedding_type", c.timeEmbeddingType);
    take(json, "time_embedding_dim", c.timeEmbeddingDim);
    take(json, "freq_shift", c.freqShift);
    take(json, "flip_sin_to_cos", c.flipSinToCos);
    take(json, "down_block_types", c.downBlockTypes);
    if (json.contains("mid_block_type") && json["mid_block_type"].is_null())
        c.midBlockType.clear();
    else
        take(json, "mid_block_type", c.midBlockType);
    take(json, "up_block_types", c.upBlockTypes);
    take(json, "block_out_channels", c.blockOutChannels);
    take(json, "layers_per_block", c.layersPerBlock);
    take(json, "mid_block_scale_factor", c.midBlockScaleFactor);
    take(json, "downsample_padding", c.downsamplePadding);
    take(json, "downsample_type", c.downsampleType);
    take(json, "upsample_type", c.upsampleType);
    take(json, "dropout", c.dropout);
    take(json, "act_fn", c.actFn);
    takeOptional(json, "attention_head_dim", c.attentionHeadDim);
    if (json.contains("norm_num_groups") && json["norm_num_groups"].is_null())
        c.normNumGroups = 0;
    else
        take(json, "norm_num_groups", c.normNumGroups);
    takeOptional(json, "attn_norm_num_groups", c.attnNormNumGroups);
    take(json, "norm_eps", c.normEps);
    take(json, "resnet_time_scale_shift", c.resnetTimeScaleShift);
    take(json, "add_attention", c.addAttention);
    take(json, "class_embed_type", c.classEmbedType);
    takeOptional(json, "num_class_embeds", c.numClassEmbeds);
    take(json, "num_train_timesteps", c.numTrainTimesteps);
    for (std::string& name : c.downBlockTypes)
        name = withoutPrefix(name);
    for (std::string& name : c.upBlockTypes)
        name = withoutPrefix(name);
    if (ignored) {
        const Json known = UNetConfig{}.toJson();
        for (const auto& [key, value] : json.items())
            if (!known.contains(key) && key.rfind("_", 0) != 0)
                ignored->push_back(key);
    }
    return c;
}

Json UNetConfig::toJson() const
{
    return {{"_class_name", "UNet2DModel"},
            {"sample_size", sampleSize > 0 ? Json(sampleSize) : Json(nullptr)},
            {"in_channels", inChannels},
            {"out_channels", outChannels},
            {"center_input_sample", centerInputSample},
            {"time_embedding_type", timeEmbeddingType},
            {"time_embedding_dim", timeEmbeddingDim > 0 ? Json(timeEmbeddingDim) : Json(nullptr)},
            {"freq_shift", freqShift},
            {"flip_sin_to_cos", flipSinToCos},
            {"down_block_types", downBlockTypes},
            {"mid_block_type", textOrNull(midBlockType)},
            {"up_block_types", upBlockTypes},
            {"block_out_channels", blockOutChannels},
            {"layers_per_block", layersPerBlock},
            {"mid_block_scale_factor", midBlockScaleFactor},
            {"downsample_padding", downsamplePadding},
            {"downsample_type", downsampleType},
            {"upsample_type", upsampleType},
            {"dropout", dropout},
            {"act_fn", actFn},
            {"attention_head_dim", orNull(attentionHeadDim)},
            {"norm_num_groups", normNumGroups > 0 ? Json(normNumGroups) : Json(nullptr)},
            {"attn_norm_num_groups", orNull(attnNormNumGroups)},
            {"norm_eps", normEps},
            {"resnet_time_scale_shift", resnetTimeScaleShift},
            {"add_attention", addAttention},
            {"class_embed_type", textOrNull(classEmbedType)},
            {"num_class_embeds", orNull(numClassEmbeds)},
            {"num_train_timesteps", numTrainTimesteps > 0 ? Json(numTrainTimesteps) : Json(nullptr)}};
}

}  // namespace potstill
