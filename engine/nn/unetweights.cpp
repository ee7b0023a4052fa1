#include "engine/nn/unet.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <map>

namespace potstill {

using torch::Tensor;

namespace {

/// Standard deviation of the frequencies of a Gaussian Fourier embedding, as diffusers draws them.
constexpr double kFourierScale = 16;

bool endsWith(const std::string& text, const std::string& end) { return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0; }

/// Names of the attention layers before diffusers 0.17.
std::string currentName(std::string name)
{
    static const std::pair<const char*, const char*> kOldNames[] = {{".query.", ".to_q."}, {".key.", ".to_k."}, {".value.", ".to_v."}, {".proj_attn.", ".to_out.0."}};
    if (name.find("attentions.") != std::string::npos)
        for (const auto& [old, now] : kOldNames)
            if (const std::size_t at = name.find(old); at != std::string::npos)
                return name.replace(at, std::string(old).size(), now);
    return name;
}

}  // namespace

void UNet::init(Rng rng, bool zeroOutput)
{
    torch::NoGradGuard noGrad;
    std::map<std::string, Tensor> byName;
    for (const auto& item : named_parameters())
        byName[item.key()] = item.value();
    for (auto& [name, p] : byName) {
        Rng own = rng.fork(name);  // by name: the order of the layers does not matter
        const bool isWeight = endsWith(name, "weight");
        if (zeroOutput && name.rfind("conv_out.", 0) == 0) {
            p.zero_();
        } else if (name == "time_proj.weight") {
            p.copy_(own.normal(p.sizes()) * (m_config.timeEmbeddingType == "fourier" ? kFourierScale : 1.0));
        } else if (name == "class_embedding.weight") {
            p.copy_(own.normal(p.sizes()));
        } else if (name.find("norm") != std::string::npos) {
            p.fill_(isWeight ? 1 : 0);
        } else {
            // kaiming_uniform(a = sqrt 5) is U(-b, b) with b = 1/sqrt(fan_in), for weights and biases alike.
            const Tensor& weight = isWeight ? p : byName.at(name.substr(0, name.size() - 4) + "weight");
            const double bound = 1 / std::sqrt(static_cast<double>(weight.numel() / weight.size(0)));
            p.copy_((own.uniform(p.sizes()) * 2 - 1) * bound);
        }
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
    out->setMemoryFormat(memoryFormat());
    out->to(from.front().second.device(), from.front().second.scalar_type());
    const auto to = out->namedWeights();
    for (std::size_t i = 0; i < from.size(); ++i) {
        Tensor weight = to[i].second;
        weight.copy_(from[i].second);
        weight.requires_grad_(requiresGrad && !(m_config.timeEmbeddingType == "fourier" && to[i].first == "time_proj.weight"));
    }
    out->train(requiresGrad);
    return out;
}

void loadWeights(UNet& net, const std::map<std::string, Tensor>& weights, const std::string& fileName)
{
    torch::NoGradGuard noGrad;
    std::map<std::string, Tensor> byName;
    for (const auto& [name, tensor] : weights)
        byName[currentName(name)] = tensor;
    // All is checked before the first weight changes.
    const auto parameters = net.namedWeights();
    std::vector<Tensor> values;
    for (const auto& [name, parameter] : parameters) {
        const auto it = byName.find(name);
        if (it == byName.end())
            throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is missing", fileName, name));
        Tensor value = it->second;
        // Attention weights of old files can be 1x1 convolutions: [out, in, 1, 1].
        while (value.dim() > parameter.dim() && value.size(-1) == 1)
            value = value.squeeze(-1);
        if (value.sizes() != parameter.sizes())
            throw Error(ErrorCode::BadFile,
                        fmt::format("{}: tensor '{}' is {}, but the network's is {}", fileName, name, fmt::join(it->second.sizes(), "x"), fmt::join(parameter.sizes(), "x")));
        values.push_back(value);
        byName.erase(it);
    }
    if (!byName.empty())
        throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' belongs to no layer of the network ({} such)", fileName, byName.begin()->first, byName.size()));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        Tensor(parameters[i].second).copy_(values[i]);
}

}  // namespace potstill
