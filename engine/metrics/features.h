#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/data/dataset.h"
#include "engine/nn/classifier.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace potstill {

/// Mean and covariance of features, float64.
struct FeatureStatistics {
    torch::Tensor mean;        // [D]
    torch::Tensor covariance;  // [D, D], unbiased
    std::int64_t n = 0;
};
FeatureStatistics featureStatistics(const torch::Tensor& features /* [N, D] */);
/// |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)), in float64 by symmetric eigendecompositions.
double frechetDistance(const FeatureStatistics& a, const FeatureStatistics& b);
/// Unbiased squared MMD with the cubic polynomial kernel (x.y/D + 1)^3, mean over subsets.
double kernelDistance(const torch::Tensor& a, const torch::Tensor& b, int subsets, int subsetSize, Rng rng);
struct PrecisionRecall { double precision = 0, recall = 0; };
PrecisionRecall precisionRecall(const torch::Tensor& real, const torch::Tensor& generated, int k = 3);
/// Mean distance of feature pairs among the samples, divided by the same on real data: 1 = as diverse as the data, near 0 = collapsed.
double relativeDiversity(const torch::Tensor& real, const torch::Tensor& generated);

/// The classifier of a data set: trained once by this program (Adam, fixed seed), stored in cacheFolder under the data set's fingerprint, reused afterwards. Its accuracy on held-out images is in facts().
struct TrainedClassifier {
    std::shared_ptr<Classifier> network;
    double heldOutAccuracy = 0;
    std::string hash;          ///< of the weight file
};
TrainedClassifier classifierFor(const std::shared_ptr<const Dataset>& data, const std::filesystem::path& cacheFolder, const torch::Device& device, RunControl* control = nullptr, RunObserver* observer = nullptr);

/// All figures of one set of samples. Each carries n, extractor and reference hash.
struct Evaluation {
    std::int64_t n = 0;
    double frechet = 0;            ///< FD(classifier), never FID
    double kernel = 0;
    double precision = 0, recall = 0;
    double classAccuracy = -1;     ///< -1 without labels
    double diversity = 0;
    double validity = -1;          ///< sprites only; -1 elsewhere
    double validityOfClass = -1;
    std::string extractor;         ///< "classifier", with its hash and held-out accuracy
    std::string referenceHash;
    Json toJson() const;
};
/// generated: float [N,C,H,W] in [-1,1]; labels [N] or undefined. Reference: up to referenceCount images of the data set.
Evaluation evaluateSamples(const torch::Tensor& generated, const torch::Tensor& labels, const std::shared_ptr<const Dataset>& data, const TrainedClassifier& classifier,
                           std::int64_t referenceCount, const torch::Device& device);

}  // namespace potstill
