#pragma once

#include "engine/nn/unetblocks.h"

#include <memory>
#include <vector>

namespace potstill {

/// What a level of the U-Net needs to be built.
struct LevelOptions {
    std::string type;                                      ///< diffusers' name of the block
    std::int64_t in = 0, out = 0, previous = 0, temb = 0;  ///< previous: channels that come up from the level below (up path)
    std::int64_t layers = 2;
    bool resamples = true;  ///< false at the last level
};

/// What flows through the levels.
struct LevelFlow {
    torch::Tensor x;                   ///< features
    std::vector<torch::Tensor> skips;  ///< outputs of the down path that the up path takes from the back
    torch::Tensor image;               ///< skip blocks (NCSN++): the running image of 3 channels; undefined = none
};

class DownLevel final : public torch::nn::Module {
public:
    DownLevel(const LevelOptions& level, const UNetConfig& config);
    /// `beforeDownsampling` (may be null) gets the output of the last layer.
    void forward(LevelFlow& flow, const Conditioning& conditioning, torch::Tensor* beforeDownsampling = nullptr) const;

private:
    std::vector<std::shared_ptr<ResnetBlock>> m_resnets;
    std::vector<std::shared_ptr<AttentionBlock>> m_attentions;  // empty, or one for each residual block
    std::shared_ptr<Downsample> m_downsample;
    std::shared_ptr<ResnetBlock> m_resnetDownsample;
    std::shared_ptr<Conv> m_fromImage;  // skip blocks
};

class UpLevel final : public torch::nn::Module {
public:
    UpLevel(const LevelOptions& level, const UNetConfig& config);
    void forward(LevelFlow& flow, const Conditioning& conditioning) const;

private:
    bool m_isSkip;
    std::vector<std::shared_ptr<ResnetBlock>> m_resnets;
    std::vector<std::shared_ptr<AttentionBlock>> m_attentions;  // empty, one for each residual block, or (skip blocks) one after the last
    std::shared_ptr<Upsample> m_upsample;
    std::shared_ptr<ResnetBlock> m_resnetUpsample;
    std::shared_ptr<GroupNorm> m_imageNorm;  // skip blocks
    std::shared_ptr<Conv> m_toImage;
};

class MiddleBlock final : public torch::nn::Module {
public:
    MiddleBlock(std::int64_t channels, std::int64_t temb, const UNetConfig& config);
    void forward(LevelFlow& flow, const Conditioning& conditioning) const;

private:
    std::vector<std::shared_ptr<ResnetBlock>> m_resnets;
    std::shared_ptr<AttentionBlock> m_attention;
};

}  // namespace potstill
