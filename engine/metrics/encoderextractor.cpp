#include "engine/metrics/encoderextractor.h"

#include "engine/io/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::uint64_t kSeed = 20240520;
constexpr std::int64_t kBatch = 64;

/// Index of the deepest level among UNet::encoderFeatures(); after it comes the middle block alone.
std::size_t deepestLevel(const UNet& network) { return network.config().blockOutChannels.size() - 1; }

std::string hashOfWeights(const UNet& network)
{
    Sha256 hash;
    for (const auto& [name, weight] : network.namedWeights()) {
        const Tensor values = weight.detach().to(torch::kCPU).contiguous();
        hash.update(name.data(), name.size());
        hash.update(values.data_ptr(), values.nbytes());
    }
    return hash.hex();
}

}  // namespace

Tensor encoderProjection(std::int64_t width) { return Rng(kSeed).fork("projection").normal({width, kEncoderFeatures}) / std::sqrt(static_cast<double>(kEncoderFeatures)); }

EncoderExtractor::EncoderExtractor(std::shared_ptr<NetworkDenoiser> denoiser, std::string model, std::string weightsHash)
    : m_denoiser(std::move(denoiser)), m_model(std::move(model)), m_hash(std::move(weightsHash))
{
    const UNet& network = m_denoiser->network();
    if (m_hash.empty())
        m_hash = hashOfWeights(network);
    const std::vector<std::int64_t> channels = network.encoderChannels();
    std::int64_t width = 0;
    for (std::size_t i = deepestLevel(network); i < channels.size(); ++i)
        width += channels[i];
    if (width > kEncoderFeatures)
        m_projection = encoderProjection(width);
}

Tensor EncoderExtractor::features(const Tensor& images) const
{
    torch::NoGradGuard noGrad;
    UNet& network = m_denoiser->network();
    const torch::Device device = network.parameters().front().device();
    const NoiseSchedule& schedule = m_denoiser->schedule();
    const double time = schedule.timeFromLogSnr(-2 * std::log(kEncoderNoise));
    std::vector<Tensor> parts;
    for (std::int64_t i = 0; i < images.size(0); i += kBatch) {
        const Tensor x0 = images.slice(0, i, std::min(i + kBatch, images.size(0))).to(device, torch::kFloat32);
        const Tensor t = torch::full({x0.size(0)}, time, torch::TensorOptions(torch::kFloat32).device(device));
        const std::vector<Tensor> levels = m_denoiser->encoderFeatures(schedule.alpha(t) * x0, t, {});
        std::vector<Tensor> pooled;
        for (std::size_t k = deepestLevel(network); k < levels.size(); ++k)
            pooled.push_back(levels[k].mean({2, 3}));
        const Tensor wide = torch::cat(pooled, 1).to(torch::kCPU);  // [n, D of the network]
        parts.push_back(m_projection.defined() ? wide.matmul(m_projection) : wide);
    }
    return torch::cat(parts);
}

std::string EncoderExtractor::name() const { return fmt::format("teacher's encoder {} {}", m_model, m_hash.substr(0, 12)); }

}  // namespace potstill
