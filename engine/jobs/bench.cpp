#include "engine/jobs/estimate.h"

#include "engine/jobs/jobstopped.h"
#include "engine/nn/unet.h"
#include "engine/tensor/device.h"
#include "engine/train/optimizer.h"

#include <torch/cuda.h>

#include <fmt/format.h>

#include <chrono>
#include <map>

namespace potstill {

namespace {

using Clock = std::chrono::steady_clock;
using torch::Tensor;

struct BenchNetwork {
    std::string name;
    std::int64_t size, batch;
    UNetConfig config;
};

BenchNetwork networkNamed(const std::string& name)
{
    UNetConfig c;
    if (name == "S") {
        c.blockOutChannels = {32, 64};
        c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
        c.numClassEmbeds = 9;
        c.normNumGroups = 8;
        c.addAttention = false;
        return {name, 16, 64, c};
    }
    if (name == "M") {
        c.blockOutChannels = {64, 128, 128};
        c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D", "DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D", "AttnUpBlock2D", "UpBlock2D"};
        c.attentionHeadDim = 64;
        return {name, 32, 32, c};
    }
    if (name == "L") {
        c.blockOutChannels = {128, 256, 256, 256};
        c.downsamplePadding = 0;
        c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D", "DownBlock2D", "DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D", "UpBlock2D", "AttnUpBlock2D", "UpBlock2D"};
        c.attentionHeadDim.reset();
        return {name, 32, 8, c};
    }
    throw Error(ErrorCode::BadOption, fmt::format("networks: '{}' is not one of S, M, L", name));
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

RunEstimate estimateBench(const BenchRequest& request)
{
    RunEstimate estimate;
    deviceFromName(request.device);  // refuses what is not there
    for (const std::string& name : request.networks) {
        const BenchNetwork b = networkNamed(name);
        const std::int64_t parameters = UNet(b.config).parameterCount();
        estimate.parameters = std::max(estimate.parameters, parameters);
        // weights, gradients and two moments
        estimate.memoryBytes = std::max(estimate.memoryBytes, parameters * 4 * 4 + activationBytes(b.config, b.size) * b.batch);
    }
    return estimate;
}

Json bench(const BenchRequest& request, RunControl* control)
{
    Json list = Json::array();
    std::vector<BenchNetwork> chosen;
    for (const std::string& name : request.networks)
        chosen.push_back(networkNamed(name));
    const int used = configureThreads(request.threads);
    const torch::Device device = deviceFromName(request.device);
    const auto measure = [&] {
        for (const BenchNetwork& b : chosen) {
            UNet net(b.config);
            net.init(Rng(1), false);
            net.to(device);
            Rng rng(2);
            const Tensor x = rng.normal({b.batch, 3, b.size, b.size}).to(device), t = rng.integers(1000, {b.batch}).to(torch::kFloat32).to(device);
            const Tensor classes = b.config.numClassEmbeds ? torch::zeros({b.batch}, torch::TensorOptions(torch::kInt64).device(device)) : Tensor();
            Adam adam(net.namedWeights(), {});
            const auto train = [&] {
                const Tensor loss = net.forward(x, t, classes).square().mean();
                adam.zeroGrad();
                loss.backward();
                adam.step(1e-4);
            };
            const auto sampleOnce = [&] {
                torch::NoGradGuard noGrad;
                return net.forward(x, t, classes);
            };
            const auto synchronise = [&] {
                if (device.is_cuda())
                    torch::cuda::synchronize();
            };
            const auto rate = [&](const std::function<void()>& step) {
                std::int64_t n = 0;
                const auto start = Clock::now();
                const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
                while (n == 0 || elapsed() < request.seconds) {
                    leaveIfStopping(control);
                    step();
                    ++n;
                }
                synchronise();
                return static_cast<double>(n * b.batch) / elapsed();
            };
            for (int i = 0; i < 2; ++i) {  // warm-up
                train();
                sampleOnce();
            }
            synchronise();
            std::vector<double> trained, sampled;
            for (int round = 0; round < request.rounds; ++round) {
                trained.push_back(rate(train));
                sampled.push_back(rate([&] { sampleOnce(); }));
            }
            list.push_back({{"name", b.name},
                            {"parameters", net.parameterCount()},
                            {"size", b.size},
                            {"batch", b.batch},
                            {"train_images_per_s", median(trained)},
                            {"sample_images_per_s", median(sampled)}});
        }
    };
    try {
        translatingTorchErrors(measure);
    } catch (const JobStopped&) {
    }
    return {{"device", device.str()}, {"threads", used}, {"seconds", request.seconds}, {"rounds", request.rounds}, {"networks", std::move(list)}};
}

}  // namespace potstill
