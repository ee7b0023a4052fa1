#include "engine/nn/unet.h"

#include <fmt/format.h>

#include <set>

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

}  // namespace

UNetConfig UNetConfig::fromJson(const Json& json, std::vector<std::string>* ignored)
{
    if (!json.is_object())
        throw Error(ErrorCode::BadFile, "config.json: it holds no object");
    const std::string className = json.value("_class_name", "UNet2DModel");
    if (className != "UNet2DModel")
        throw Error(ErrorCode::Unsupported, fmt::format("config.json: _class_name is '{}'; only UNet2DModel can be opened (pixel-space image models without text)", className));
    UNetConfig c;
    if (json.contains("sample_size") && json["sample_size"].is_array() && !json["sample_size"].empty())
        c.sampleSize = json["sample_size"][0].get<std::int64_t>();
    else
        take(json, "sample_size", c.sampleSize);
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
    return {{"_class_name", "UNet2DModel"}, {"sample_size", sampleSize > 0 ? Json(sampleSize) : Json(nullptr)}, {"in_channels", inChannels}, {"out_channels", outChannels},
            {"center_input_sample", centerInputSample}, {"time_embedding_type", timeEmbeddingType}, {"time_embedding_dim", timeEmbeddingDim > 0 ? Json(timeEmbeddingDim) : Json(nullptr)},
            {"freq_shift", freqShift}, {"flip_sin_to_cos", flipSinToCos}, {"down_block_types", downBlockTypes}, {"mid_block_type", textOrNull(midBlockType)}, {"up_block_types", upBlockTypes},
            {"block_out_channels", blockOutChannels}, {"layers_per_block", layersPerBlock}, {"mid_block_scale_factor", midBlockScaleFactor}, {"downsample_padding", downsamplePadding},
            {"downsample_type", downsampleType}, {"upsample_type", upsampleType}, {"dropout", dropout}, {"act_fn", actFn}, {"attention_head_dim", orNull(attentionHeadDim)},
            {"norm_num_groups", normNumGroups}, {"attn_norm_num_groups", orNull(attnNormNumGroups)}, {"norm_eps", normEps}, {"resnet_time_scale_shift", resnetTimeScaleShift},
            {"add_attention", addAttention}, {"class_embed_type", textOrNull(classEmbedType)}, {"num_class_embeds", orNull(numClassEmbeds)},
            {"num_train_timesteps", numTrainTimesteps > 0 ? Json(numTrainTimesteps) : Json(nullptr)}};
}

}  // namespace potstill
