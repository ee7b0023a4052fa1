#include "engine/metrics/features.h"

#include "engine/data/sprites.h"
#include "engine/io/sha256.h"

#include <torch/torch.h>

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <numeric>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::uint64_t kSeed = 5;
constexpr int kSubsets = 100, kSubsetSize = 1000;

struct Reference {
    std::string key;
    Tensor features;  // [N, D]
    std::string hash;
};

std::vector<std::int64_t> referenceIndices(const Dataset& data, std::int64_t count)
{
    std::vector<std::int64_t> indices(static_cast<std::size_t>(data.isEndless() ? count : std::min(count, data.size())));
    if (data.isEndless() || count >= data.size()) {
        std::iota(indices.begin(), indices.end(), data.isEndless() ? std::int64_t(1) << 37 : 0);
        return indices;
    }
    const Tensor order = Rng(kSeed).fork("reference").permutation(data.size());
    std::copy_n(order.data_ptr<std::int64_t>(), indices.size(), indices.begin());
    std::sort(indices.begin(), indices.end());  // the order does not matter; a mapped file is read forwards
    return indices;
}

Reference makeReference(const Dataset& data, Classifier& network, std::int64_t count)
{
    Reference reference;
    Sha256 hash;
    std::vector<Tensor> features;
    const std::vector<std::int64_t> indices = referenceIndices(data, count);
    constexpr std::size_t chunk = 1000;
    for (std::size_t i = 0; i < indices.size(); i += chunk) {
        const auto begin = indices.begin() + static_cast<std::ptrdiff_t>(i), end = indices.begin() + static_cast<std::ptrdiff_t>(std::min(i + chunk, indices.size()));
        const Tensor bytes = data.get({begin, end}).first.contiguous();
        hash.update(bytes.data_ptr(), bytes.nbytes());
        features.push_back(classifierFeatures(network, toModelRange(bytes)));
    }
    reference.features = torch::cat(features);
    reference.hash = hash.hex();
    return reference;
}

/// The last reference is kept: the columns of a table are judged against the same one.
Reference referenceFor(const Dataset& data, const TrainedClassifier& classifier, std::int64_t count)
{
    static std::mutex mutex;
    static Reference last;
    const std::string key = fmt::format("{} {} {}", data.fingerprint(), classifier.hash, count);
    const std::lock_guard guard(mutex);
    if (last.key != key) {
        last = makeReference(data, *classifier.network, count);
        last.key = key;
    }
    return last;
}

Json orNull(double value) { return value < 0 ? Json(nullptr) : Json(value); }

}  // namespace

Json Evaluation::toJson() const
{
    return {{"n", n},
            {"fd_classifier", frechet},
            {"kd_classifier", kernel},
            {"precision", precision},
            {"recall", recall},
            {"class_accuracy", orNull(classAccuracy)},
            {"diversity", diversity},
            {"validity", orNull(validity)},
            {"validity_of_class", orNull(validityOfClass)},
            {"extractor", extractor},
            {"reference_n", referenceN},
            {"reference_hash", referenceHash}};
}

Evaluation evaluateSamples(const Tensor& generated, const Tensor& labels, const std::shared_ptr<const Dataset>& data, const TrainedClassifier& classifier,
                           std::int64_t referenceCount, const torch::Device& device)
{
    torch::NoGradGuard noGrad;
    if (!classifier.network)
        throw Error(ErrorCode::Internal, "evaluation: the classifier is missing (its training was stopped)");
    if (generated.dim() != 4 || generated.size(1) != data->channels() || generated.size(2) != data->imageSize() || generated.size(3) != data->imageSize())
        throw Error(ErrorCode::BadOption, fmt::format("evaluation: the samples are of shape [{}]; the data set has images of {} x {} pixels with {} channels",
                                                      fmt::join(generated.sizes(), ", "), data->imageSize(), data->imageSize(), data->channels()));
    if (labels.defined() && (labels.dim() != 1 || labels.size(0) != generated.size(0)))
        throw Error(ErrorCode::Internal, fmt::format("evaluation: {} labels for {} samples", labels.numel(), generated.size(0)));
    if (!torch::isfinite(generated).all().item<bool>())
        throw Error(ErrorCode::NonFinite, "evaluation: some samples are not finite; the network has diverged");

    // As a person would get them: clamped and rounded to 8 bits, like the reference.
    const Tensor images = toModelRange(toBytes(generated).to(torch::kCPU));
    classifier.network->to(device);
    Tensor logits;
    const Tensor features = classifierFeatures(*classifier.network, images, &logits);
    const Reference reference = referenceFor(*data, classifier, referenceCount);

    Evaluation e;
    e.n = images.size(0);
    e.referenceN = reference.features.size(0);
    e.referenceHash = reference.hash;
    e.extractor = classifier.name();
    e.frechet = frechetDistance(featureStatistics(features), featureStatistics(reference.features));
    e.kernel = kernelDistance(features, reference.features, kSubsets, kSubsetSize, Rng(kSeed).fork("kernel"));
    const PrecisionRecall pr = precisionRecall(reference.features, features);
    e.precision = pr.precision;
    e.recall = pr.recall;
    e.diversity = relativeDiversity(reference.features, features);
    if (labels.defined() && classifier.knowsClasses)
        e.classAccuracy = (logits.argmax(1) == labels.to(torch::kCPU)).to(torch::kFloat64).mean().item<double>();
    if (dynamic_cast<const Sprites*>(data.get())) {
        const SpriteValidity v = spriteValidity(images, labels);
        e.validity = v.valid;
        if (labels.defined())
            e.validityOfClass = v.validOfClass;
    }
    return e;
}

}  // namespace potstill
