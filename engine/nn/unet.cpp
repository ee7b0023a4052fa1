#include "engine/nn/unet.h"

#include "engine/nn/embeddings.h"
#include "engine/nn/unetlevels.h"

#include <fmt/format.h>

namespace potstill {

using torch::Tensor;

struct UNet::Impl {
    std::unique_ptr<Conditioner> conditioner;
    std::shared_ptr<Conv> convIn, convOut;
    std::shared_ptr<GroupNorm> normOut;
    std::vector<std::shared_ptr<DownLevel>> down;
    std::vector<std::shared_ptr<UpLevel>> up;
    std::shared_ptr<MiddleBlock> middle;
    Tensor aWeight;  // its device and type are the network's
    Rng dropout = Rng(0).fork("dropout");
    torch::MemoryFormat format = torch::MemoryFormat::Contiguous;

    LevelFlow start(const UNetConfig& c, const Tensor& input) const
    {
        const std::int64_t factor = std::int64_t{1} << (c.blockOutChannels.size() - 1);
        if (input.dim() != 4 || input.size(1) != c.inChannels || input.size(2) % factor != 0 || input.size(3) % factor != 0)
            throw Error(ErrorCode::BadOption,
                        fmt::format("input of the network: {}; it must be N x {} x H x W with H and W divisible by {}", fmt::join(input.sizes(), "x"), c.inChannels, factor));
        LevelFlow flow;
        flow.image = (c.centerInputSample ? 2 * input - 1 : input).contiguous(format);
        flow.x = convIn->forward(flow.image);
        flow.skips.push_back(flow.x);
        return flow;
    }
};

UNet::UNet(const UNetConfig& config) : m_config(config), m_impl(std::make_unique<Impl>())
{
    config.check();
    Impl& m = *m_impl;
    const std::int64_t first = config.blockOutChannels.front(), last = config.blockOutChannels.back();
    const std::int64_t temb = config.timeEmbeddingDim > 0 ? config.timeEmbeddingDim : 4 * first;
    m.convIn = register_module("conv_in", std::make_shared<Conv>(config.inChannels, first, 3, 1, 1));
    m.conditioner = std::make_unique<Conditioner>(*this, config, temb);

    const std::size_t levels = config.blockOutChannels.size();
    for (std::size_t i = 0; i < levels; ++i)
        m.down.push_back(std::make_shared<DownLevel>(
            LevelOptions{config.downBlockTypes[i], config.blockOutChannels[i == 0 ? 0 : i - 1], config.blockOutChannels[i], 0, temb, config.layersPerBlock, i + 1 < levels},
            config));
    registerList(*this, "down_blocks", m.down);
    if (!config.midBlockType.empty())
        m.middle = register_module("mid_block", std::make_shared<MiddleBlock>(last, temb, config));
    for (std::size_t i = 0; i < levels; ++i) {
        const std::size_t at = levels - 1 - i;
        m.up.push_back(std::make_shared<UpLevel>(LevelOptions{config.upBlockTypes[i], config.blockOutChannels[at == 0 ? 0 : at - 1], config.blockOutChannels[at],
                                                              i == 0 ? last : config.blockOutChannels[at + 1], temb, config.layersPerBlock + 1, i + 1 < levels},
                                                 config));
    }
    registerList(*this, "up_blocks", m.up);
    const std::int64_t groups = config.normNumGroups > 0 ? config.normNumGroups : std::min<std::int64_t>(first / 4, 32);
    m.normOut = register_module("conv_norm_out", std::make_shared<GroupNorm>(groups, first, config.normEps));
    m.convOut = register_module("conv_out", std::make_shared<Conv>(first, config.outChannels, 3, 1, 1));
    m.aWeight = m.convIn->named_parameters()["weight"];
}

UNet::~UNet() = default;

Tensor UNet::forward(const Tensor& input, const Tensor& time, const Tensor& classes)
{
    Impl& m = *m_impl;
    const Conditioning conditioning{m.conditioner->forward(time, classes, m.aWeight.scalar_type()), &m.dropout};
    LevelFlow flow = m.start(m_config, input);
    for (const auto& level : m.down)
        level->forward(flow, conditioning);
    flow.image.reset();
    if (m.middle)
        m.middle->forward(flow, conditioning);
    for (const auto& level : m.up)
        level->forward(flow, conditioning);
    Tensor out = m.convOut->forward(m.normOut->activated(flow.x)).contiguous();
    if (flow.image.defined())
        out = added(out, flow.image);
    return m_config.timeEmbeddingType == "fourier" ? out / time.view({-1, 1, 1, 1}) : out;
}

std::vector<Tensor> UNet::encoderFeatures(const Tensor& input, const Tensor& time, const Tensor& classes)
{
    Impl& m = *m_impl;
    const Conditioning conditioning{m.conditioner->forward(time, classes, m.aWeight.scalar_type()), &m.dropout};
    LevelFlow flow = m.start(m_config, input);
    std::vector<Tensor> features;
    for (const auto& level : m.down) {
        level->forward(flow, conditioning, &features.emplace_back());
        flow.skips.clear();
    }
    if (m.middle) {
        m.middle->forward(flow, conditioning);
        features.push_back(flow.x);
    }
    return features;
}

std::vector<std::int64_t> UNet::encoderChannels() const
{
    std::vector<std::int64_t> channels = m_config.blockOutChannels;
    if (m_impl->middle)
        channels.push_back(channels.back());
    return channels;
}

void UNet::setDropoutRng(Rng rng) { m_impl->dropout = rng; }

void UNet::setMemoryFormat(torch::MemoryFormat format)
{
    torch::NoGradGuard noGrad;
    m_impl->format = format;
    for (Tensor& p : parameters())
        if (p.dim() == 4)
            p.set_data(p.contiguous(format));
}

torch::MemoryFormat UNet::memoryFormat() const { return m_impl->format; }

}  // namespace potstill
