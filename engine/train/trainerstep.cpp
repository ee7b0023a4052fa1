#include "engine/train/trainerimpl.h"

#include <ATen/autocast_mode.h>
#include <ATen/ops/_foreach_norm.h>
#include <ATen/ops/_foreach_sub.h>
#include <fmt/format.h>

#include <cmath>

namespace potstill {

namespace {

/// bfloat16 for the forward pass where it is asked for; weights, gradients and losses stay float32.
class MixedPrecision {
public:
    MixedPrecision(Precision precision, torch::DeviceType device) : m_device(device), m_isOn(precision == Precision::BFloat16)
    {
        if (!m_isOn)
            return;
        at::autocast::set_autocast_enabled(m_device, true);
        at::autocast::set_autocast_dtype(m_device, torch::kBFloat16);
    }
    ~MixedPrecision()
    {
        if (!m_isOn)
            return;
        at::autocast::set_autocast_enabled(m_device, false);
        at::autocast::clear_cache();
    }
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    torch::DeviceType m_device;
    bool m_isOn;
};

/// Of all tensors as one vector.
torch::Tensor normOf(const std::vector<torch::Tensor>& tensors) { return torch::stack(at::_foreach_norm(tensors, 2)).norm(); }

}  // namespace

void Trainer::Impl::step()
{
    const TrainingOptions& t = shop.options.training;
    std::vector<Batch> batches;
    for (int i = 0; i < t.accumulate; ++i) {
        batches.push_back(onDevice(loader->next()));
    }
    for (std::size_t i = 0; i < phases.size(); ++i)
        runPhase(i, batches);
    const std::int64_t images = t.batch * t.accumulate;
    imagesSeen += images;
    ++steps;
    ema->update(images, imagesSeen);
    statistics.countStep(images);
}

/// Labels go along where the network knows classes.
Batch Trainer::Impl::onDevice(Batch batch) const
{
    batch.images = batch.images.to(shop.device);
    if (batch.labels.defined())
        batch.labels = shop.model.classCount() > 0 ? batch.labels.to(shop.device) : torch::Tensor();
    return batch;
}

void Trainer::Impl::runPhase(std::size_t index, const std::vector<Batch>& batches)
{
    const TrainingOptions& t = shop.options.training;
    Phase& phase = phases[index];
    Adam& optimizer = optimizers[index];
    optimizer.zeroGrad();
    bool isFinite = true;
    double noiseLevel = 0;
    for (std::size_t part = 0; part < batches.size(); ++part) {
        Rng rng = Rng(static_cast<std::uint64_t>(shop.options.seed)).fork("step", static_cast<std::uint64_t>(steps)).fork(phase.name, part);
        LossResult result;
        shop.method->result().setDropoutRng(rng.fork("dropout"));
        {
            const MixedPrecision precision(t.precision, shop.device.type());
            result = phase.loss({batches[part], rng, imagesSeen, static_cast<int>(part), [this] { poll(); }});
        }
        (result.loss / static_cast<double>(batches.size())).backward();
        const double loss = result.loss.item<double>();
        if (!std::isfinite(loss)) {
            isFinite = false;
            noiseLevel = result.times.defined() ? result.times.mean().item<double>() : 0;
            continue;
        }
        statistics.add(result);
        if (index == 0)
            statistics.add("loss", loss);
    }
    const double norm = optimizer.clipGradients(t.clipNorm).item<double>();
    if (!isFinite || !std::isfinite(norm)) {
        const int inRow = ++nonFiniteInRow[index];
        statistics.count("non_finite");
        log(LogLevel::Warning, WarningWatch::skipped({imagesSeen, steps, phase.name, isFinite, noiseLevel, inRow, t.maxNonFinite}).text());
        if (inRow >= t.maxNonFinite)
            throw Error(ErrorCode::NonFinite,
                        {"non-finite-run",
                         imagesSeen,
                         {{"phase", phase.name}, {"row", std::to_string(inRow)}, {"t", fmt::format("{:.3f}", noiseLevel)}},
                         fmt::format("'{}' gave {} non-finite steps in a row (mean noise level t = {:.3f}); a smaller learning rate or 32-bit precision helps", phase.name, inRow,
                                     noiseLevel)});
        return;
    }
    nonFiniteInRow[index] = 0;
    statistics.add(index == 0 ? "grad_norm" : "grad_norm/" + phase.name, norm);
    // The share by which a step moves all weights, measured where it is cheap: at the step that a tick follows.
    const bool measure = index == 0 && imagesSeen / t.statsEvery != (imagesSeen + t.batch * t.accumulate) / t.statsEvery;
    std::vector<torch::Tensor> weights, before;
    if (measure)
        for (const auto& [name, weight] : optimizer.parameters()) {
            weights.push_back(weight.detach());
            before.push_back(weights.back().clone());
        }
    optimizer.step(learningRate() * phase.learningRateFactor);
    if (measure)
        statistics.add("update_ratio", (normOf(at::_foreach_sub(weights, before)) / normOf(before).clamp_min(1e-12)).item<double>());
}

double Trainer::Impl::learningRate() const
{
    const TrainingOptions& t = shop.options.training;
    const auto seen = static_cast<double>(imagesSeen);
    double rate = t.learningRate;
    if (t.warmupImages > 0)
        rate *= std::min(1.0, (seen + static_cast<double>(t.batch)) / static_cast<double>(t.warmupImages));
    if (t.lrSchedule == LrSchedule::InverseSqrt)
        rate *= std::sqrt(static_cast<double>(t.warmupImages) / std::max(seen, static_cast<double>(t.warmupImages)));  // there is a warm-up: RunOptions::validate()
    if (t.lrSchedule == LrSchedule::Cosine)
        rate *= t.lrFinalFactor + (1 - t.lrFinalFactor) * 0.5 * (1 + std::cos(M_PI * std::min(1.0, seen / static_cast<double>(t.images))));
    return rate;
}

}  // namespace potstill
