#include "engine/nn/classifier.h"

#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>

#include <cmath>

namespace potstill {

using torch::Tensor;
namespace nn = torch::nn;

namespace {

constexpr std::int64_t kGroups = 8;

/// Pre-activation residual block; halves the resolution when it widens.
class Block final : public nn::Module {
public:
    Block(std::int64_t in, std::int64_t out) : m_stride(in == out ? 1 : 2)
    {
        m_norm1 = register_module("norm1", nn::GroupNorm(nn::GroupNormOptions(kGroups, in)));
        m_conv1 = register_module("conv1", nn::Conv2d(nn::Conv2dOptions(in, out, 3).padding(1).stride(m_stride)));
        m_norm2 = register_module("norm2", nn::GroupNorm(nn::GroupNormOptions(kGroups, out)));
        m_conv2 = register_module("conv2", nn::Conv2d(nn::Conv2dOptions(out, out, 3).padding(1)));
        if (in != out)
            m_shortcut = register_module("shortcut", nn::Conv2d(nn::Conv2dOptions(in, out, 1).stride(m_stride)));
    }
    Tensor forward(const Tensor& x)
    {
        const Tensor a = torch::silu(m_norm1(x));
        const Tensor h = m_conv2(torch::silu(m_norm2(m_conv1(a))));
        return h + (m_shortcut.is_empty() ? x : m_shortcut(a));
    }

private:
    std::int64_t m_stride;
    nn::GroupNorm m_norm1{nullptr}, m_norm2{nullptr};
    nn::Conv2d m_conv1{nullptr}, m_conv2{nullptr}, m_shortcut{nullptr};
};

}  // namespace

struct Classifier::Impl {
    nn::Conv2d first{nullptr};
    std::vector<std::shared_ptr<Block>> blocks;
    nn::GroupNorm norm{nullptr};
    nn::Linear last{nullptr};
};

Json Classifier::Config::toJson() const { return {{"image_size", imageSize}, {"channels", channels}, {"classes", classes}, {"width", width}}; }

Classifier::Config Classifier::Config::fromJson(const Json& json)
{
    Config c;
    try {
        c.imageSize = json.at("image_size").get<std::int64_t>();
        c.channels = json.at("channels").get<std::int64_t>();
        c.classes = json.at("classes").get<std::int64_t>();
        c.width = json.at("width").get<std::int64_t>();
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::BadFile, std::string("classifier configuration: ") + e.what());
    }
    return c;
}

Classifier::Classifier(const Config& config) : m_config(config), m_impl(std::make_unique<Impl>())
{
    if (config.width < kGroups || config.width % kGroups != 0)
        throw Error(ErrorCode::BadOption, "classifier width: it must be a multiple of 8");
    Impl& m = *m_impl;
    const std::int64_t w = config.width;
    m.first = register_module("conv_in", nn::Conv2d(nn::Conv2dOptions(config.channels, w, 3).padding(1)));
    m.blocks = {std::make_shared<Block>(w, w), std::make_shared<Block>(w, 2 * w), std::make_shared<Block>(2 * w, 4 * w)};
    nn::ModuleList list;
    for (const auto& block : m.blocks)
        list->push_back(block);
    register_module("blocks", list);
    m.norm = register_module("norm_out", nn::GroupNorm(nn::GroupNormOptions(kGroups, 4 * w)));
    m.last = register_module("linear", nn::Linear(4 * w, std::max<std::int64_t>(1, config.classes)));
}

Classifier::~Classifier() = default;

Classifier::Output Classifier::forward(const Tensor& x)
{
    Impl& m = *m_impl;
    Tensor h = m.first(x);
    for (const auto& block : m.blocks)
        h = block->forward(h);
    const Tensor features = torch::silu(m.norm(h)).mean({2, 3});  // [N, 4 * width]
    return {m.last(features), features};
}

void Classifier::init(Rng rng)
{
    torch::NoGradGuard noGrad;
    for (auto& item : named_parameters()) {
        Rng own = rng.fork(item.key());
        Tensor& p = item.value();
        if (p.dim() > 1)
            p.copy_((own.uniform(p.sizes()) * 2 - 1) * std::sqrt(3.0 / static_cast<double>(p.numel() / p.size(0))));
        else
            p.fill_(item.key().find("norm") != std::string::npos && item.key().find("weight") != std::string::npos ? 1 : 0);
    }
}

}  // namespace potstill
