#include "engine/metrics/features.h"

#include "engine/io/atomicfile.h"
#include "engine/io/safetensors.h"
#include "engine/tensor/device.h"

#include <torch/optim/adam.h>
#include <torch/types.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <optional>

namespace potstill {

using torch::Tensor;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kSeed = 20240520;
constexpr std::int64_t kWidth = kClassifierFeatures / 4;
constexpr std::int64_t kBatch = 64;
constexpr std::int64_t kQuarterTurns = 4;
constexpr double kLearningRate = 2e-3;
constexpr const char* kVersion = "1";  // raised whenever the recipe changes: older files are then trained anew

/// What is trained on and what is held out, by index into the data set.
struct Plan {
    std::vector<std::int64_t> training, heldOut;
    std::int64_t images = 0;  // budget, counted with repetitions
};

Plan planFor(const Dataset& data)
{
    Plan plan;
    const int size = data.imageSize();
    if (data.isEndless()) {
        plan.images = size <= 16 ? 60'000 : size <= 32 ? 40'000 : 16'000;
        // Far from each other, from the reference of evaluateSamples and from what models are trained on.
        for (std::int64_t i = 0; i < plan.images; ++i)
            plan.training.push_back((std::int64_t(1) << 38) + i);
        for (std::int64_t i = 0; i < 4000; ++i)
            plan.heldOut.push_back((std::int64_t(1) << 39) + i);
        return plan;
    }
    if (data.size() < 20)
        throw Error(ErrorCode::BadOption, fmt::format("the data set has {} images; its classifier needs at least 20", data.size()));
    const Tensor order = Rng(kSeed).fork("split").permutation(data.size());
    const std::int64_t* at = order.data_ptr<std::int64_t>();
    const std::int64_t heldOut = std::min<std::int64_t>(5000, data.size() / 10);
    plan.heldOut.assign(at, at + heldOut);
    plan.training.assign(at + heldOut, at + data.size());
    const std::int64_t most = size <= 16 ? 120'000 : size <= 32 ? 100'000 : 40'000;
    plan.images = std::min<std::int64_t>(most, 20 * static_cast<std::int64_t>(plan.training.size()));
    return plan;
}

/// Turns image i of the batch by labels[i] quarter turns.
Tensor turned(const Tensor& images, const Tensor& turns)
{
    Tensor out = torch::empty_like(images);
    for (std::int64_t k = 0; k < kQuarterTurns; ++k) {
        const Tensor chosen = (turns == k).nonzero().squeeze(1);
        out.index_copy_(0, chosen, torch::rot90(images.index_select(0, chosen), k, {2, 3}));
    }
    return out;
}

struct Examples {
    Tensor images;  // [N, C, H, W] in [-1, 1]
    Tensor labels;  // [N]
};

Examples examplesAt(const Dataset& data, const std::vector<std::int64_t>& indices, bool knowsClasses, Rng rng)
{
    auto [bytes, labels] = data.get(indices);
    Tensor images = toModelRange(bytes);
    if (knowsClasses)
        return {images, labels};
    const Tensor turns = rng.integers(kQuarterTurns, {images.size(0)});
    return {turned(images, turns), turns};
}

/// Moves the whole batch by a few pixels: finite sets are seen several times.
Tensor shifted(const Tensor& images, Rng rng)
{
    const std::int64_t most = std::max<std::int64_t>(1, images.size(2) / 16);
    const Tensor padded = torch::reflection_pad2d(images, {most, most, most, most});
    return padded.slice(2, rng.integer(2 * most + 1)).slice(2, 0, images.size(2)).slice(3, rng.integer(2 * most + 1)).slice(3, 0, images.size(3)).contiguous();
}

double accuracyOf(Classifier& network, const Dataset& data, const Plan& plan, bool knowsClasses)
{
    std::int64_t right = 0;
    constexpr std::size_t chunk = 500;
    for (std::size_t i = 0; i < plan.heldOut.size(); i += chunk) {
        const std::vector<std::int64_t> part(plan.heldOut.begin() + static_cast<std::ptrdiff_t>(i),
                                             plan.heldOut.begin() + static_cast<std::ptrdiff_t>(std::min(i + chunk, plan.heldOut.size())));
        const Examples examples = examplesAt(data, part, knowsClasses, Rng(kSeed).fork("held-out", i));
        Tensor logits;
        classifierFeatures(network, examples.images, &logits);
        right += (logits.argmax(1) == examples.labels).sum().item<std::int64_t>();
    }
    return static_cast<double>(right) / static_cast<double>(plan.heldOut.size());
}

/// False when it was stopped.
bool train(Classifier& network, const Dataset& data, const Plan& plan, bool knowsClasses, const torch::Device& device, RunControl* control, RunObserver* observer)
{
    const torch::AutoGradMode withGrad(true);
    network.train();
    torch::optim::Adam optimizer(network.parameters(), torch::optim::AdamOptions(kLearningRate));
    auto& options = static_cast<torch::optim::AdamOptions&>(optimizer.param_groups()[0].options());
    const auto count = static_cast<std::int64_t>(plan.training.size());
    const std::int64_t batch = std::min(kBatch, count), steps = (plan.images + batch - 1) / batch, warmUp = std::max<std::int64_t>(1, steps / 20);
    Tensor order;
    std::int64_t epoch = -1, used = 0;
    const auto nextIndices = [&] {
        std::vector<std::int64_t> indices;
        while (static_cast<std::int64_t>(indices.size()) < batch) {
            if (epoch < 0 || used == count) {
                order = Rng(kSeed).fork("order", static_cast<std::uint64_t>(++epoch)).permutation(count);
                used = 0;
            }
            indices.push_back(plan.training[static_cast<std::size_t>(order.data_ptr<std::int64_t>()[used++])]);
        }
        return indices;
    };
    const auto start = std::chrono::steady_clock::now();
    for (std::int64_t step = 0; step < steps; ++step) {
        if (control && control->isStopping())
            return false;
        // Read on this thread: a helper thread would bring compute threads of its own, which slow each other down.
        Examples examples = examplesAt(data, nextIndices(), knowsClasses, Rng(kSeed).fork("turns", static_cast<std::uint64_t>(step)));
        if (!data.isEndless() && knowsClasses)
            examples.images = shifted(examples.images, Rng(kSeed).fork("shift", static_cast<std::uint64_t>(step)));
        const double position = static_cast<double>(step) / static_cast<double>(steps);
        options.lr(kLearningRate * (step < warmUp ? static_cast<double>(step + 1) / static_cast<double>(warmUp) : 0.5 * (1 + std::cos(std::numbers::pi * position))));
        optimizer.zero_grad();
        const Tensor loss = torch::cross_entropy_loss(network.forward(examples.images.to(device)).logits, examples.labels.to(device));
        loss.backward();
        optimizer.step();
        if (observer && (step % 10 == 0 || step + 1 == steps)) {
            if (!std::isfinite(loss.item<double>()))
                throw Error(ErrorCode::NonFinite, "the classifier's loss is not finite; are the images damaged?");
            Progress progress;
            progress.stage = "train classifier";
            progress.imagesSeen = (step + 1) * batch;
            progress.imagesTotal = steps * batch;
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            progress.imagesPerSecond = static_cast<double>(progress.imagesSeen) / std::max(seconds, 1e-3);
            progress.secondsLeft = static_cast<double>(progress.imagesTotal - progress.imagesSeen) / progress.imagesPerSecond;
            observer->onProgress(progress);
        }
    }
    return true;
}

/// None when the file is absent, of another recipe or damaged: it is only a cache, made anew then.
std::optional<TrainedClassifier> stored(const fs::path& file, const Dataset& data, const Classifier::Config& config, RunObserver* observer)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return std::nullopt;
    try {
        const SafetensorsFile weights(file);
        const auto& facts = weights.metadata();
        const auto at = [&](const char* key) {
            const auto it = facts.find(key);
            return it == facts.end() ? std::string() : it->second;
        };
        if (at("potstill_classifier") != kVersion || at("fingerprint") != data.fingerprint() || Json::parse(at("config")) != config.toJson())
            return std::nullopt;
        TrainedClassifier result;
        result.network = std::make_shared<Classifier>(config);
        torch::NoGradGuard noGrad;
        for (auto& item : result.network->named_parameters()) {
            const Tensor weight = weights.tensor(item.key());
            if (weight.sizes() != item.value().sizes() || weight.scalar_type() != torch::kFloat32 || !torch::isfinite(weight).all().item<bool>())
                throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' does not fit", file.string(), item.key()));
            item.value().copy_(weight);
        }
        result.heldOutAccuracy = std::stod(at("held_out_accuracy"));
        result.knowsClasses = at("task") == "classes";
        result.hash = sha256OfFile(file);
        return result;
    } catch (const std::exception& e) {
        if (observer)
            observer->onLog(LogLevel::Warning, fmt::format("the stored classifier cannot be used and is trained anew: {}", e.what()));
        return std::nullopt;
    }
}

}  // namespace

std::string TrainedClassifier::name() const
{
    return fmt::format("{} {} (held-out accuracy {:.3f})", knowsClasses ? "classifier" : "quarter-turn classifier", hash.substr(0, 12), heldOutAccuracy);
}

torch::Tensor classifierFeatures(Classifier& network, const Tensor& images, Tensor* logits)
{
    torch::NoGradGuard noGrad;
    network.eval();
    constexpr std::int64_t batch = 256;
    const torch::Device device = network.parameters().front().device();
    std::vector<Tensor> features, outputs;
    for (std::int64_t i = 0; i < images.size(0); i += batch) {
        const Classifier::Output out = network.forward(images.slice(0, i, std::min(i + batch, images.size(0))).to(device, torch::kFloat32));
        features.push_back(out.features.to(torch::kCPU));
        if (logits)
            outputs.push_back(out.logits.to(torch::kCPU));
    }
    if (logits)
        *logits = torch::cat(outputs);
    return torch::cat(features);
}

TrainedClassifier classifierFor(const std::shared_ptr<const Dataset>& data, const fs::path& cacheFolder, const torch::Device& device, RunControl* control, RunObserver* observer)
{
    const bool knowsClasses = hasClasses(*data);
    const Classifier::Config config{data->imageSize(), data->channels(), knowsClasses ? data->classCount() : kQuarterTurns, kWidth};
    const fs::path file = cacheFolder / fmt::format("classifier-{}.safetensors", data->fingerprint().substr(0, 16));
    if (auto found = stored(file, *data, config, observer)) {
        found->network->to(device);
        return *found;
    }
    TrainedClassifier result;
    result.knowsClasses = knowsClasses;
    const Plan plan = planFor(*data);
    auto network = std::make_shared<Classifier>(config);
    network->init(Rng(kSeed).fork("init"));
    network->to(device);
    if (observer)
        observer->onLog(LogLevel::Info, fmt::format("training the classifier of the data set on {} images, once; it is the extractor of FD(classifier)", plan.images));
    if (!train(*network, *data, plan, knowsClasses, device, control, observer))
        return result;
    result.heldOutAccuracy = accuracyOf(*network, *data, plan, knowsClasses);
    result.network = std::move(network);
    TensorMap weights;
    for (const auto& item : result.network->named_parameters())
        weights.emplace(item.key(), item.value());
    makeFolders(cacheFolder);
    result.hash = writeSafetensors(file, weights,
                                   {{"potstill_classifier", kVersion},
                                    {"fingerprint", data->fingerprint()},
                                    {"config", config.toJson().dump()},
                                    {"task", knowsClasses ? "classes" : "quarter turns"},
                                    {"images", std::to_string(plan.images)},
                                    {"held_out_accuracy", fmt::format("{:.6f}", result.heldOutAccuracy)}});
    if (observer)
        observer->onLog(LogLevel::Info, fmt::format("{} is ready", result.name()));
    return result;
}

}  // namespace potstill
