// Images per second of the reference networks of shared/tools/peer_bench.py: a training step (Adam, mean of squares) and a call without gradients, for
// each memory format in turn. Usage: nn_unet_timing [networks=SML] [seconds=2] [rounds=3] [threads=2]
#include "engine/nn/unet.h"

#include <ATen/Parallel.h>
#include <ATen/ops/_fused_adam.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

using namespace potstill;
using torch::Tensor;

namespace {

struct Reference {
    std::int64_t size, batch;
    UNetConfig config;
};

Reference referenceNamed(char name)
{
    UNetConfig c;
    if (name == 'S') {
        c.blockOutChannels = {32, 64};
        c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
        c.numClassEmbeds = 9;
        c.normNumGroups = 8;
        c.addAttention = false;
        return {16, 64, c};
    }
    if (name == 'M') {
        c.blockOutChannels = {64, 128, 128};
        c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D", "DownBlock2D"};
        c.upBlockTypes = {"UpBlock2D", "AttnUpBlock2D", "UpBlock2D"};
        c.attentionHeadDim = 64;
        return {32, 32, c};
    }
    c.blockOutChannels = {128, 256, 256, 256};
    c.downsamplePadding = 0;
    c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D", "DownBlock2D", "DownBlock2D"};
    c.upBlockTypes = {"UpBlock2D", "UpBlock2D", "AttnUpBlock2D", "UpBlock2D"};
    c.attentionHeadDim.reset();
    return {32, 8, c};
}

/// One network with what a training step needs.
class Bench {
public:
    Bench(const Reference& r, torch::MemoryFormat format) : m_batch(r.batch), m_net(r.config)
    {
        m_net.init(Rng(1), false);
        m_net.setMemoryFormat(format);
        m_x = Rng(2).normal({r.batch, 3, r.size, r.size});
        m_time = Rng(3).integers(1000, {r.batch}).to(torch::kFloat32);
        if (r.config.numClassEmbeds)
            m_classes = torch::zeros({r.batch}, torch::kInt64);
        torch::NoGradGuard noGrad;
        for (const auto& [name, p] : m_net.namedWeights()) {
            m_parameters.push_back(p);
            m_average.push_back(torch::zeros_like(p));
            m_square.push_back(torch::zeros_like(p));
            m_steps.push_back(torch::ones({}));
        }
    }
    void train()
    {
        m_net.forward(m_x, m_time, m_classes).square().mean().backward();
        std::vector<Tensor> grads;
        for (Tensor& p : m_parameters)
            grads.push_back(std::move(p.mutable_grad()));
        torch::NoGradGuard noGrad;
        at::_fused_adam_(m_parameters, grads, m_average, m_square, {}, m_steps, 1e-4, 0.9, 0.999, 0, 1e-8, false, false);
    }
    void sample()
    {
        torch::NoGradGuard noGrad;
        m_net.forward(m_x, m_time, m_classes);
    }
    double rate(void (Bench::*step)(), double seconds)
    {
        const auto start = std::chrono::steady_clock::now();
        double elapsed = 0;
        std::int64_t images = 0;
        while (elapsed < seconds) {
            (this->*step)();
            images += m_batch;
            elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        }
        return static_cast<double>(images) / elapsed;
    }

private:
    std::int64_t m_batch;
    UNet m_net;
    Tensor m_x, m_time, m_classes;
    std::vector<Tensor> m_parameters, m_average, m_square, m_steps;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string names = argc > 1 ? argv[1] : "SML";
    const double seconds = argc > 2 ? std::atof(argv[2]) : 2;
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
    at::set_num_threads(argc > 4 ? std::atoi(argv[4]) : 2);
    for (char name : names) {
        const Reference reference = referenceNamed(name);
        Bench contiguous(reference, torch::MemoryFormat::Contiguous), channelsLast(reference, torch::MemoryFormat::ChannelsLast);
        std::vector<double> rates[4];
        for (Bench* b : {&contiguous, &channelsLast}) {
            b->train();
            b->sample();
        }
        for (int round = 0; round < rounds; ++round) {
            rates[0].push_back(contiguous.rate(&Bench::train, seconds));
            rates[1].push_back(channelsLast.rate(&Bench::train, seconds));
            rates[2].push_back(contiguous.rate(&Bench::sample, seconds));
            rates[3].push_back(channelsLast.rate(&Bench::sample, seconds));
        }
        std::cout << name << ": train contiguous " << median(rates[0]) << ", channels last " << median(rates[1]) << "; sample contiguous " << median(rates[2]) << ", channels last "
                  << median(rates[3]) << " images/s" << std::endl;
    }
}
