#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/data/dataset.h"
#include "engine/metrics/encoderextractor.h"
#include "engine/metrics/scriptedextractor.h"
#include "engine/nn/classifier.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

/// Features as float64 [N, D] on the CPU, so that no figure is ever NaN. `what` is the figure that an error names. Error(BadOption) below minRows rows, Error(NonFinite) for values that are not finite.
torch::Tensor checkedFeatures(const torch::Tensor& features, std::int64_t minRows, const char* what);

/// Mean and covariance of features, float64.
struct FeatureStatistics {
    torch::Tensor mean;        // [D]
    torch::Tensor covariance;  // [D, D], unbiased
    std::int64_t n = 0;
};
/// At least two rows, all finite, else Error(BadOption | NonFinite).
FeatureStatistics featureStatistics(const torch::Tensor& features /* [N, D] */);
/// |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)), in float64 by symmetric eigendecompositions.
/// Error(BadOption) unless each side has more samples than features: below that the covariance is singular and the distance says little.
double frechetDistance(const FeatureStatistics& a, const FeatureStatistics& b);
/// (x.y/D + 1)^3 of every row x of a and y of b: [N, M].
torch::Tensor cubicKernel(const torch::Tensor& a /* [N, D] */, const torch::Tensor& b /* [M, D] */);
/// The same of each row with itself: [N].
torch::Tensor cubicSelfKernel(const torch::Tensor& a);
/// Unbiased squared MMD with the cubic kernel, mean over subsets. A subset larger than a set is cut to it. Error(BadOption) below two rows.
double kernelDistance(const torch::Tensor& a, const torch::Tensor& b, int subsets, int subsetSize, Rng rng);
/// Kynkaanniemi et al. (arXiv 1904.06991): share of generated features inside the k-nearest-neighbour balls of the real ones, and the other way round. Each side needs more than k rows.
struct PrecisionRecall {
    double precision = 0, recall = 0;
};
PrecisionRecall precisionRecall(const torch::Tensor& real, const torch::Tensor& generated, int k = 3);
/// Mean distance of feature pairs among the samples, divided by the same on real data: 1 = as diverse as the data, near 0 = collapsed.
double relativeDiversity(const torch::Tensor& real, const torch::Tensor& generated);
/// Samples that relativeDiversity looks at, at most: a few thousand fix the mean to a fraction of a per cent.
inline constexpr std::int64_t kDiversitySamples = 3000;

/// The classifier of a data set: trained once by this program (Adam, fixed seed), stored in cacheFolder under the data set's fingerprint, reused afterwards. Without labels it learns to tell
/// by how many quarter turns an image was turned, and serves as the extractor alone: where no EncoderExtractor judges.
struct TrainedClassifier {
    std::shared_ptr<Classifier> network;  ///< null when the training was stopped
    double heldOutAccuracy = 0;           ///< on images that it was not trained on
    std::string hash;                     ///< SHA-256 of the weight file
    bool knowsClasses = true;             ///< false: trained on quarter turns
    /// "classifier 1a2b3c4d5e6f (held-out accuracy 0.987)", without classes "quarter-turn classifier ..."
    std::string name() const;
};
/// Whether there are labels that tell images apart; else quarter turns are learnt, or an EncoderExtractor judges.
inline bool hasClasses(const Dataset& data) { return data.classCount() > 1; }
/// The network is on `device`. A stop through `control` ends the training at once: nothing is stored and `network` is null. Error(BadOption) for fewer than 20 images.
TrainedClassifier classifierFor(const std::shared_ptr<const Dataset>& data, const std::filesystem::path& cacheFolder, const torch::Device& device, RunControl* control = nullptr,
                                RunObserver* observer = nullptr);
/// Width of a feature vector of the classifier. The Fréchet distance needs more images than that on each side.
inline constexpr std::int64_t kClassifierFeatures = 128;
/// Features [N, kClassifierFeatures] (float32, CPU) of images [N, C, H, W] in [-1, 1], in batches; `logits` gets [N, classes] where it is not null.
torch::Tensor classifierFeatures(Classifier& network, const torch::Tensor& images, torch::Tensor* logits = nullptr);

/// All figures of a column of samples, as `evaluate` prints them:
/// n, fd_classifier (never called FID), kd_classifier, precision, recall, class_accuracy, diversity, nearest_training (data sets that end: to the nearest of all nearest_training_n images of the
/// set), validity and validity_of_class (sprites, beside the
/// checker's own checker_false_accept and checker_false_reject), class_histogram (of the classes seen, by the classifier), extractor, reference_n, reference_hash, and
/// `intervals` {figure: [low, high]} at `confidence` 0.95. A figure that does not apply is null.
/// Judged by an EncoderExtractor the distances are fd_encoder and kd_encoder (never FID either), with encoder_hash beside them; there is no class_accuracy and no class_histogram then.
/// With a ScriptedExtractor also `fid` (Inception, at least 50,000 images on both sides) or `fd_scripted`, with scripted_extractor, scripted_hash and scripted_reference_n.
using Evaluation = Json;

/// Who judges, and against how much of the data set.
struct Judge {
    std::shared_ptr<const EncoderExtractor> encoder;    ///< judges where it is there, for data without labels; null = the classifier does
    TrainedClassifier classifier;                       ///< not needed beside an encoder
    std::shared_ptr<const ScriptedExtractor> scripted;  ///< null = none
    std::int64_t referenceCount = 5000;                 ///< images of the data set at most, always the same ones
    torch::Device device{torch::kCPU};
    /// Told how many of all training images have been searched for the nearest of every column; may throw to leave. May be empty.
    std::function<void(std::int64_t done, std::int64_t total)> onSearched;
};
/// columns: float [N,C,H,W] in [-1,1] each; labels [N] of every column, or undefined. The features of the data set are made once for all columns; what is said of one does not depend on the others.
/// Error(BadOption) when there are not more images than features on either side, or they do not fit the data set; Error(NonFinite) when an image is not finite.
std::vector<Evaluation> evaluateSamples(const std::vector<torch::Tensor>& columns, const torch::Tensor& labels, const std::shared_ptr<const Dataset>& data, const Judge& judge);

}  // namespace potstill
