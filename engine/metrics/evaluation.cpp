#include "engine/metrics/features.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/nearest.h"

#include "engine/data/sprites.h"
#include "engine/io/sha256.h"

#include <torch/types.h>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <numeric>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::uint64_t kSeed = 5;
constexpr int kSubsets = 100, kSubsetSize = 1000;
constexpr std::int64_t kFidImages = 50'000;  // fewer give another number, which must not be called FID
constexpr std::int64_t kCheckerTrials = 1000;

/// Features [m, D] of images [m, C, H, W] in [-1, 1].
using Extract = std::function<Tensor(const Tensor&)>;

struct Reference {
    std::string key;
    std::vector<std::int64_t> indices;  // [N] in the data set
    Tensor features;                    // [N, D]
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

Reference makeReference(const Dataset& data, const Extract& extract, std::int64_t count)
{
    Reference reference;
    Sha256 hash;
    std::vector<Tensor> features;
    const std::vector<std::int64_t>& indices = reference.indices = referenceIndices(data, count);
    constexpr std::size_t chunk = 1000;
    for (std::size_t i = 0; i < indices.size(); i += chunk) {
        const auto begin = indices.begin() + static_cast<std::ptrdiff_t>(i), end = indices.begin() + static_cast<std::ptrdiff_t>(std::min(i + chunk, indices.size()));
        const Tensor bytes = data.get({begin, end}).first.contiguous();
        hash.update(bytes.data_ptr(), bytes.nbytes());
        features.push_back(extract(toModelRange(bytes)));
    }
    reference.features = torch::cat(features);
    reference.hash = hash.hex();
    return reference;
}

/// The last references are kept, one an extractor: the columns of a table are judged against the same one.
Reference referenceFor(const Dataset& data, const std::string& extractorHash, const Extract& extract, std::int64_t count)
{
    static std::mutex mutex;
    static std::map<std::string, Reference> last;
    const std::string key = fmt::format("{} {}", data.fingerprint(), count);
    const std::lock_guard guard(mutex);
    if (last.size() > 4 && !last.contains(extractorHash))
        last.clear();
    Reference& reference = last[extractorHash];
    if (reference.key != key) {
        reference = makeReference(data, extract, count);
        reference.key = key;
    }
    return reference;
}

CheckerRates checkerRates(int imageSize)
{
    static std::mutex mutex;
    static std::map<int, CheckerRates> known;
    const std::lock_guard guard(mutex);
    const auto it = known.find(imageSize);
    return it != known.end() ? it->second : known.emplace(imageSize, spriteCheckerRates(imageSize, kCheckerTrials, kSeed)).first->second;
}

void requireFitting(const Tensor& generated, const Tensor& labels, const Dataset& data)
{
    if (generated.dim() != 4 || generated.size(1) != data.channels() || generated.size(2) != data.imageSize() || generated.size(3) != data.imageSize())
        throw Error(ErrorCode::BadOption, fmt::format("evaluation: the samples are of shape [{}]; the data set has images of {} x {} pixels with {} channels",
                                                      fmt::join(generated.sizes(), ", "), data.imageSize(), data.imageSize(), data.channels()));
    if (labels.defined() && (labels.dim() != 1 || labels.size(0) != generated.size(0)))
        throw Error(ErrorCode::Internal, fmt::format("evaluation: {} labels for {} samples", labels.numel(), generated.size(0)));
    if (!torch::isfinite(generated).all().item<bool>())
        throw Error(ErrorCode::NonFinite, "evaluation: some samples are not finite; the network has diverged");
}

/// Figures with their intervals.
class Figures {
public:
    explicit Figures(Json& json) : m_json(json) { m_json["intervals"] = Json::object(); }
    void add(const char* name, double value, const Interval& interval)
    {
        m_json[name] = value;
        m_json["intervals"][name] = {interval.low, interval.high};
    }
    void share(const char* name, double value, std::int64_t n) { add(name, value, wilsonInterval(value, n)); }

private:
    Json& m_json;
};

/// Names of the distances, for what measured them.
struct DistanceNames {
    const char *frechet, *kernel;
};

void judgeFeatures(Figures& figures, const DistanceNames& names, const Tensor& features, const Reference& reference)
{
    const FeatureStatistics real = featureStatistics(reference.features);
    const double frechet = frechetDistance(featureStatistics(features), real);
    figures.add(names.frechet, frechet, frechetInterval(frechet, features, real));
    const double kernel = kernelDistance(features, reference.features, kSubsets, kSubsetSize, Rng(kSeed).fork("kernel"));
    figures.add(names.kernel, kernel, kernelInterval(kernel, features, reference.features));
    const PrecisionRecall pr = precisionRecall(reference.features, features);
    figures.share("precision", pr.precision, features.size(0));
    figures.share("recall", pr.recall, reference.features.size(0));
    const double diversity = relativeDiversity(reference.features, features);
    figures.add("diversity", diversity, diversityInterval(diversity, features));
}

/// By column, how near each image is to a training image: [N], around 1 for new ones. Nothing is copied from where nobody looked, so every image of the data set is compared with, in one pass for all
/// columns. Empty for data sets without an end.
std::vector<Tensor> searchCopies(const std::vector<Tensor>& features, const Reference& reference, const Dataset& data, const Extract& extract, const Judge& judge)
{
    if (data.isEndless())
        return {};
    const bool isWhole = static_cast<std::int64_t>(reference.indices.size()) == data.size();  // its features are there already
    const auto get = [&](std::int64_t begin, std::int64_t end) {
        if (judge.onSearched)
            judge.onSearched(begin, data.size());
        if (isWhole)
            return reference.features.slice(0, begin, end);
        std::vector<std::int64_t> indices(static_cast<std::size_t>(end - begin));
        std::iota(indices.begin(), indices.end(), begin);
        return extract(toModelRange(data.get(indices).first));
    };
    return nearestTrainingDistances(features, reference.features, reference.indices, {data.size(), get});
}

void judgeClasses(Json& json, Figures& figures, const Tensor& logits, const Tensor& labels, const Dataset& data)
{
    const Tensor seen = logits.argmax(1);
    const Tensor counts = torch::bincount(seen, {}, data.classCount());
    Json histogram = Json::object();
    for (std::int64_t c = 0; c < data.classCount(); ++c)
        histogram[data.classNames()[static_cast<std::size_t>(c)]] = counts[c].item<std::int64_t>();
    json["class_histogram"] = histogram;
    if (labels.defined())
        figures.share("class_accuracy", (seen == labels.to(torch::kCPU)).to(torch::kFloat64).mean().item<double>(), seen.size(0));
}

void judgeSprites(Json& json, Figures& figures, const Tensor& images, const Tensor& labels)
{
    const SpriteValidity v = spriteValidity(images, labels);
    figures.share("validity", v.valid, v.n);
    if (labels.defined())
        figures.share("validity_of_class", v.validOfClass, v.n);
    const CheckerRates checker = checkerRates(static_cast<int>(images.size(2)));
    json["checker_false_accept"] = checker.falseAccept;
    json["checker_false_reject"] = checker.falseReject;
}

void judgeByScript(Json& json, Figures& figures, const ScriptedExtractor& extractor, const Tensor& images, const Dataset& data)
{
    const Reference reference = referenceFor(
        data, extractor.hash(), [&](const Tensor& x) { return extractor.features(x); }, kFidImages);
    const Tensor features = extractor.features(images);
    const FeatureStatistics real = featureStatistics(reference.features);
    const double distance = frechetDistance(featureStatistics(features), real);
    const bool isFid = extractor.isInception() && images.size(0) >= kFidImages && reference.features.size(0) >= kFidImages;
    figures.add(isFid ? "fid" : "fd_scripted", distance, frechetInterval(distance, features, real));
    json["scripted_extractor"] = extractor.name();
    json["scripted_hash"] = extractor.hash();
    json["scripted_reference_n"] = reference.features.size(0);
}

}  // namespace

std::vector<Evaluation> evaluateSamples(const std::vector<Tensor>& columns, const Tensor& labels, const std::shared_ptr<const Dataset>& data, const Judge& judge)
{
    torch::NoGradGuard noGrad;
    const TrainedClassifier& classifier = judge.classifier;
    const EncoderExtractor* encoder = judge.encoder.get();
    if (!encoder && !classifier.network)
        throw Error(ErrorCode::Internal, "evaluation: the classifier is missing (its training was stopped)");
    for (const Tensor& generated : columns)
        requireFitting(generated, labels, *data);

    // As a person would get them: clamped and rounded to 8 bits, like the reference.
    const auto asSeen = [](const Tensor& generated) { return toModelRange(toBytes(generated).to(torch::kCPU)); };
    if (!encoder)
        classifier.network->to(judge.device);
    std::vector<Tensor> features(columns.size()), logits(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c)
        features[c] = encoder ? encoder->features(asSeen(columns[c])) : classifierFeatures(*classifier.network, asSeen(columns[c]), &logits[c]);
    const Extract extract = [&](const Tensor& x) { return encoder ? encoder->features(x) : classifierFeatures(*classifier.network, x); };
    const Reference reference = referenceFor(*data, encoder ? encoder->hash() : classifier.hash, extract, judge.referenceCount);
    const std::vector<Tensor> nearest = searchCopies(features, reference, *data, extract, judge);

    std::vector<Evaluation> out;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Tensor images = asSeen(columns[c]);
        Json json = {{"n", images.size(0)},
                     {"class_accuracy", nullptr},
                     {"validity", nullptr},
                     {"validity_of_class", nullptr},
                     {"nearest_training", nullptr},
                     {"nearest_training_n", nullptr},
                     {"extractor", encoder ? encoder->name() : classifier.name()},
                     {"confidence", 0.95},
                     {"reference_n", reference.features.size(0)},
                     {"reference_hash", reference.hash}};
        Figures figures(json);
        judgeFeatures(figures, encoder ? DistanceNames{"fd_encoder", "kd_encoder"} : DistanceNames{"fd_classifier", "kd_classifier"}, features[c], reference);
        if (encoder)
            json["encoder_hash"] = encoder->hash();
        if (!nearest.empty()) {
            figures.add("nearest_training", nearest[c].mean().item<double>(), meanInterval(nearest[c]));
            json["nearest_training_n"] = data->size();
        }
        if (!encoder && classifier.knowsClasses)
            judgeClasses(json, figures, logits[c], labels, *data);
        if (dynamic_cast<const Sprites*>(data.get()))
            judgeSprites(json, figures, images, labels);
        if (judge.scripted)
            judgeByScript(json, figures, *judge.scripted, images, *data);
        out.push_back(std::move(json));
    }
    return out;
}

}  // namespace potstill
