#include "engine/metrics/scriptedextractor.h"

#include "engine/core/error.h"
#include "engine/io/atomicfile.h"

#include <torch/script.h>

#include <fmt/format.h>

#include <algorithm>

namespace potstill {

struct ScriptedExtractor::Impl {
    mutable torch::jit::Module module;
    torch::Device device{torch::kCPU};
};

ScriptedExtractor::ScriptedExtractor(const std::filesystem::path& file, const torch::Device& device) : m_impl(std::make_unique<Impl>()), m_file(file.filename().string())
{
    if (!std::filesystem::is_regular_file(file))
        throw Error(ErrorCode::NotFound, fmt::format("{}: there is no such file; name a TorchScript feature network, for example inception-2015-12-05.pt", file.string()));
    m_hash = sha256OfFile(file);
    try {
        m_impl->module = torch::jit::load(file.string(), device);
        m_impl->module.eval();
    } catch (const c10::Error& e) {
        throw Error(ErrorCode::BadFile, fmt::format("{}: not a TorchScript module: {}", file.string(), e.what_without_backtrace()));
    }
    m_impl->device = device;
}

ScriptedExtractor::~ScriptedExtractor() = default;

torch::Tensor ScriptedExtractor::features(const torch::Tensor& images) const
{
    torch::NoGradGuard noGrad;
    constexpr std::int64_t batch = 64;
    std::vector<torch::Tensor> parts;
    for (std::int64_t i = 0; i < images.size(0); i += batch) {
        torch::Tensor x = ((images.slice(0, i, std::min(i + batch, images.size(0))) + 1) * 127.5).round().clamp(0, 255).to(m_impl->device);
        if (x.size(1) == 1)
            x = x.expand({-1, 3, -1, -1});
        torch::Tensor out;
        try {
            out = m_impl->module.forward({x}, {{"return_features", true}}).toTensor();
        } catch (const c10::Error& e) {
            throw Error(ErrorCode::BadFile, fmt::format("{}: cannot be called as forward(images, return_features=True): {}", m_file, e.what_without_backtrace()));
        }
        if (out.dim() != 2 || out.size(0) != x.size(0))
            throw Error(ErrorCode::BadFile, fmt::format("{}: gives features of shape [{}] for {} images; [N, D] is wanted", m_file, fmt::join(out.sizes(), ", "), x.size(0)));
        parts.push_back(out.to(torch::kCPU, torch::kFloat32));
    }
    return torch::cat(parts);
}

std::string ScriptedExtractor::name() const { return fmt::format("{} {}", m_file, m_hash.substr(0, 12)); }

}  // namespace potstill
