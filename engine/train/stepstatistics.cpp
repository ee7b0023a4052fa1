#include "engine/train/stepstatistics.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill {

void StepStatistics::add(const LossResult& result)
{
    for (const auto& [name, value] : result.scalars)
        add(name, value.item<double>());
    if (!result.times.defined() || !result.perSample.defined())
        return;
    const torch::Tensor times = result.times.to(torch::kCPU, torch::kFloat32).contiguous(), losses = result.perSample.to(torch::kCPU, torch::kFloat32).contiguous();
    for (std::int64_t i = 0; i < times.numel(); ++i) {
        const float loss = losses.data_ptr<float>()[i];
        const int bin = std::clamp(static_cast<int>(times.data_ptr<float>()[i] * kTimeBins), 0, kTimeBins - 1);
        if (std::isfinite(loss)) {
            m_byTime[bin].sum += loss;
            ++m_byTime[bin].n;
        }
    }
}

void StepStatistics::add(const std::string& name, double value)
{
    if (!std::isfinite(value))
        return;
    Mean& mean = m_means[name];
    mean.sum += value;
    ++mean.n;
}

StatPoint StepStatistics::take(std::int64_t imagesSeen, double wallSeconds)
{
    StatPoint point{imagesSeen, wallSeconds, {}};
    for (auto& [name, mean] : m_means)
        point.values.emplace_back(name, mean.sum / static_cast<double>(mean.n));
    point.values.insert(point.values.end(), m_counts.begin(), m_counts.end());
    for (int bin = 0; bin < kTimeBins; ++bin)
        if (m_byTime[bin].n > 0)
            point.values.emplace_back(fmt::format("loss/t{:.2f}", (bin + 0.5) / kTimeBins), m_byTime[bin].sum / static_cast<double>(m_byTime[bin].n));
    const double seconds = std::chrono::duration<double>(Clock::now() - m_since).count();
    if (seconds > 0 && m_images > 0) {
        m_rate = static_cast<double>(m_images) / seconds;
        m_stepRate = static_cast<double>(m_steps) / seconds;
    }
    point.values.emplace_back("images_per_s", m_rate);
    point.values.emplace_back("steps_per_s", m_stepRate);
    m_means.clear();
    m_counts.clear();
    for (Mean& mean : m_byTime)
        mean = {};
    m_images = m_steps = 0;
    m_since = Clock::now();
    return point;
}

}  // namespace potstill
