#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/data/dataset.h"
#include "engine/nn/classifier.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace potstill {

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
/// Unbiased squared MMD with the cubic polynomial kernel (x.y/D + 1)^3, mean over subsets. A subset larger than a set is cut to it. Error(BadOption) below two rows.
double kernelDistance(const torch::Tensor& a, const torch::Tensor& b, int subsets, int subsetSize, Rng rng);
/// Kynkaanniemi et al. (arXiv 1904.06991): share of generated features inside the k-nearest-neighbour balls of the real ones, and the other way round. Each side needs more than k rows.
struct PrecisionRecall {
    double precision = 0, recall = 0;
};
PrecisionRecall precisionRecall(const torch::Tensor& real, const torch::Tensor& generated, int k = 3);
/// Mean distance of feature pairs among the samples, divided by the same on real data: 1 = as diverse as the data, near 0 = collapsed.
double relativeDiversity(const torch::Tensor& real, const torch::Tensor& generated);

/// The classifier of a data set: trained once by this program (Adam, fixed seed), stored in cacheFolder under the data set's fingerprint, reused afterwards. Without labels it learns to tell
/// by how many quarter turns an image was turned, and serves as the extractor alone.
struct TrainedClassifier {
    std::shared_ptr<Classifier> network;  ///< null when the training was stopped
    double heldOutAccuracy = 0;           ///< on images that it was not trained on
    std::string hash;                     ///< SHA-256 of the weight file
    bool knowsClasses = true;             ///< false: trained on quarter turns
    /// "classifier 1a2b3c4d5e6f (held-out accuracy 0.987)"
    std::string name() const;
};
/// The network is on `device`. A stop through `control` ends the training at once: nothing is stored and `network` is null. Error(BadOption) for fewer than 20 images.
TrainedClassifier classifierFor(const std::shared_ptr<const Dataset>& data, const std::filesystem::path& cacheFolder, const torch::Device& device, RunControl* control = nullptr,
                                RunObserver* observer = nullptr);
/// Features [N, 4 * width] (float32, CPU) of images [N, C, H, W] in [-1, 1], in batches; `logits` gets [N, classes] where it is not null.
torch::Tensor classifierFeatures(Classifier& network, const torch::Tensor& images, torch::Tensor* logits = nullptr);

/// All figures of one set of samples. Each carries n, extractor and reference hash.
struct Evaluation {
    std::int64_t n = 0;
    double frechet = 0;  ///< FD(classifier), never FID
    double kernel = 0;
    double precision = 0, recall = 0;
    double classAccuracy = -1;  ///< -1 without labels
    double diversity = 0;
    double validity = -1;  ///< sprites only; -1 elsewhere
    double validityOfClass = -1;
    std::string extractor;  ///< "classifier", with its hash and held-out accuracy
    std::int64_t referenceN = 0;
    std::string referenceHash;  ///< SHA-256 of the reference images' bytes
    /// {"n", "fd_classifier", "kd_classifier", "precision", "recall", "class_accuracy", "diversity", "validity", "validity_of_class", "extractor", "reference_n", "reference_hash"}; null where a figure does not apply.
    Json toJson() const;
};
/// generated: float [N,C,H,W] in [-1,1]; labels [N] or undefined. Reference: up to referenceCount images of the data set, always the same ones.
/// Error(BadOption) when there are not more images than features (4 * width) on either side, or they do not fit the data set; Error(NonFinite) when an image is not finite.
Evaluation evaluateSamples(const torch::Tensor& generated, const torch::Tensor& labels, const std::shared_ptr<const Dataset>& data, const TrainedClassifier& classifier,
                           std::int64_t referenceCount, const torch::Device& device);

}  // namespace potstill
