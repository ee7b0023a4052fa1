#include "engine/jobs/jobs.h"

#include "engine/core/philox.h"
#include "engine/core/resources.h"
#include "engine/diffusion/sampler.h"
#include "engine/io/jsonfile.h"
#include "engine/io/safetensors.h"
#include "engine/jobs/jobstopped.h"
#include "engine/tensor/device.h"

#include <torch/nn/functional/upsampling.h>

#include <fmt/format.h>

namespace potstill {

namespace {

using torch::Tensor;

/// Largest difference in units of the largest reference value.
double relativeError(const Tensor& value, const Tensor& reference)
{
    const Tensor a = value.detach().to(torch::kCPU, torch::kFloat64), b = reference.detach().to(torch::kCPU, torch::kFloat64);
    const double scale = b.abs().max().item<double>() + 1e-12;
    const double error = (a - b).abs().max().item<double>() / scale;
    return std::isfinite(error) ? error : 1e30;
}

class Checks {
public:
    explicit Checks(const RunControl* control) : m_control(control) {}
    void add(const std::string& name, double error, double tolerance)
    {
        const bool passed = error <= tolerance;
        m_all &= passed;
        m_list.push_back({{"name", name}, {"error", error}, {"tolerance", tolerance}, {"passed", passed}});
        leaveIfStopping(m_control);
    }
    Json result(const std::string& device) const { return {{"passed", m_all}, {"device", device}, {"checks", m_list}}; }

private:
    const RunControl* m_control;
    bool m_all = true;
    Json m_list = Json::array();
};

std::shared_ptr<UNet> tinyNetwork(const UNetConfig& config, const TensorMap& weights, const torch::Device& device, torch::Dtype dtype)
{
    auto net = std::make_shared<UNet>(config);
    loadWeights(*net, weights, "resources/selftest/network.safetensors");
    net->to(device, dtype);
    return net;
}

/// Each kind of layer by itself, forward and backward, so that a defect has a name.
void checkLayers(Checks& checks, const torch::Device& device)
{
    namespace F = torch::nn::functional;
    Rng rng(11);
    const Tensor x = rng.normal({2, 16, 8, 8}), kernel = rng.normal({16, 16, 3, 3}) * 0.1, matrix = rng.normal({16, 16}) * 0.25, scale = rng.normal({16}), shift = rng.normal({16});
    const auto add = [&](const std::string& name,
                         const std::function<Tensor(const Tensor& input, const Tensor& kernel, const Tensor& matrix, const Tensor& scale, const Tensor& shift)>& layer) {
        const auto run = [&](torch::Dtype dtype, const torch::Device& where) {
            std::vector<Tensor> in;
            for (const Tensor& t : {x, kernel, matrix, scale, shift})
                in.push_back(t.to(where, dtype).detach().clone().requires_grad_(true));
            const Tensor out = layer(in[0], in[1], in[2], in[3], in[4]);
            // Weighted, since the plain sum of a norm's output has no gradient.
            const Tensor weight = Rng(12).normal({out.numel()}).view(out.sizes()).to(where, dtype);
            (out * weight).sum().backward();
            return std::pair(out, in[0].grad());
        };
        const auto [out, gradient] = run(torch::kFloat32, device);
        const auto [out64, gradient64] = run(torch::kFloat64, torch::kCPU);
        checks.add(fmt::format("layer {}: against the CPU in float64", name), relativeError(out, out64), 2e-5);
        checks.add(fmt::format("layer {}: its gradient", name), relativeError(gradient, gradient64), 5e-5);
    };
    add("convolution", [](const Tensor& in, const Tensor& k, const Tensor&, const Tensor&, const Tensor& b) { return torch::conv2d(in, k, b, 1, 1); });
    add("convolution with stride", [](const Tensor& in, const Tensor& k, const Tensor&, const Tensor&, const Tensor& b) { return torch::conv2d(in, k, b, 2, 1); });
    add("linear", [](const Tensor& in, const Tensor&, const Tensor& m, const Tensor&, const Tensor& b) { return torch::linear(in.transpose(1, 3), m, b); });
    add("group norm", [](const Tensor& in, const Tensor&, const Tensor&, const Tensor& w, const Tensor& b) { return torch::group_norm(in, 4, w, b, 1e-5); });
    add("SiLU", [](const Tensor& in, const Tensor&, const Tensor&, const Tensor&, const Tensor&) { return torch::silu(in); });
    add("attention", [](const Tensor& in, const Tensor&, const Tensor& m, const Tensor&, const Tensor&) {
        const Tensor tokens = in.flatten(2).transpose(1, 2).unsqueeze(1);  // [N, 1, H * W, C]
        return torch::scaled_dot_product_attention(torch::matmul(tokens, m), tokens, tokens);
    });
    add("upsampling", [](const Tensor& in, const Tensor&, const Tensor&, const Tensor&, const Tensor&) {
        return F::interpolate(in, F::InterpolateFuncOptions().scale_factor(std::vector<double>{2, 2}).mode(torch::kNearest));
    });
}

}  // namespace

Json selftest(const std::string& deviceName, RunControl* control)
{
    Checks checks(control);
    const torch::Device device = deviceFromName(deviceName);
    const auto check = [&] {
        const std::filesystem::path folder = resourceFolder() / "selftest";
        const UNetConfig config = UNetConfig::fromJson(readJsonFile(folder / "config.json"));
        const TensorMap weights = SafetensorsFile(folder / "network.safetensors").all(), golden = SafetensorsFile(folder / "golden.safetensors").all();
        const auto onDevice = tinyNetwork(config, weights, device, torch::kFloat32), reference = tinyNetwork(config, weights, torch::kCPU, torch::kFloat64);

        const auto block = philox4x32({0, 0, 0, 0}, {0, 0});
        checks.add("generator: published vector", block[0] == 0x6627e8d5u && block[3] == 0x9b00dbd8u ? 0 : 1, 0);
        checks.add("generator: normal variates on the device", relativeError(Rng(3).normal({1000}, torch::TensorOptions().device(device)), Rng(3).normal({1000})), 0);

        checkLayers(checks, device);

        const Tensor x = golden.at("x").clone().to(device).requires_grad_(true), time = golden.at("time").to(device), classes = golden.at("classes").to(device);
        const Tensor out = onDevice->forward(x, time, classes);
        checks.add("network: against diffusers in float64", relativeError(out, golden.at("output")), 2e-5);
        const Tensor x64 = golden.at("x").to(torch::kFloat64).requires_grad_(true);
        const Tensor out64 = reference->forward(x64, golden.at("time"), golden.at("classes"));
        checks.add("network: against the CPU in float64", relativeError(out, out64), 2e-5);

        (out * golden.at("weight").to(device)).mean().backward();
        (out64 * golden.at("weight").to(torch::kFloat64)).mean().backward();
        checks.add("gradient of the input: against diffusers", relativeError(x.grad(), golden.at("gradient_x")), 1e-4);
        std::map<std::string, Tensor> gradients;
        for (const auto& [name, weight] : onDevice->namedWeights())
            gradients[name] = weight.grad();
        for (const auto& [name, value] : golden)
            if (name.rfind("gradient.", 0) == 0)
                checks.add("gradient of " + name.substr(9) + ": against diffusers", relativeError(gradients.at(name.substr(9)), value), 1e-4);
        double worst = 0;
        for (const auto& [name, weight] : reference->namedWeights())
            if (weight.grad().defined() && weight.grad().abs().max().item<double>() > 1e-7)
                worst = std::max(worst, relativeError(gradients.at(name), weight.grad()));
        checks.add("gradient of every weight: against the CPU", worst, 5e-4);

        const Tensor noise = Rng(7).normal({2, 3, 8, 8});
        const auto sampled = [&](const std::shared_ptr<UNet>& net, const NoiseSchedule& schedule, Parametrisation p, SamplerKind kind, torch::Dtype dtype,
                                 const torch::Device& where) {
            NetworkDenoiser denoiser(net, p, schedule);
            SamplerOptions options;
            options.kind = kind;
            const auto fresh = [&](int stage) { return Rng(7).fork("stage", static_cast<std::uint64_t>(stage)).normal({2, 3, 8, 8}).to(where, dtype); };
            return sample(denoiser, noise.to(where, dtype), {golden.at("classes").to(where)}, makeTimeGrid(schedule, GridSpacing::Time, 6), options, fresh);
        };
        for (SamplerKind kind : {SamplerKind::Ddim, SamplerKind::Ddpm, SamplerKind::Euler, SamplerKind::Heun, SamplerKind::Dpm2M, SamplerKind::Dpm3M, SamplerKind::Dpm3MOrder3})
            checks.add(fmt::format("sampler {}: against the CPU in float64", samplerName(kind)),
                       relativeError(sampled(onDevice, NoiseSchedule::cosine(), Parametrisation::V, kind, torch::kFloat32, device),
                                     sampled(reference, NoiseSchedule::cosine(), Parametrisation::V, kind, torch::kFloat64, torch::kCPU)),
                       1e-3);
        checks.add("sampler ddim, noise prediction: against the CPU",
                   relativeError(sampled(onDevice, NoiseSchedule::linear(), Parametrisation::Eps, SamplerKind::Ddim, torch::kFloat32, device),
                                 sampled(reference, NoiseSchedule::linear(), Parametrisation::Eps, SamplerKind::Ddim, torch::kFloat64, torch::kCPU)),
                   5e-3);
    };
    try {
        translatingTorchErrors(check);
    } catch (const JobStopped&) {
    }
    return checks.result(deviceName);
}

}  // namespace potstill
