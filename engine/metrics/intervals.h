#pragma once

#include "engine/metrics/features.h"

namespace potstill {

/// 95 % interval of a figure; it speaks of the generated samples alone: the reference is taken as given.
struct Interval {
    double low = 0, high = 0;
};

/// Wilson's score interval of a share of n.
Interval wilsonInterval(double share, std::int64_t n);

/// Groups that the samples are dealt into for the intervals below.
inline constexpr int kJackknifeGroups = 10;
/// The samples [N, ...] without those of group g.
torch::Tensor withoutGroup(const torch::Tensor& samples, int g);

/// value ± t * se, with the delete-a-group jackknife: `without[g]` is the figure of all samples but those of group g.
Interval jackknifeInterval(double value, const std::vector<double>& without);

/// Of frechetDistance(features, reference).
Interval frechetInterval(double value, const torch::Tensor& features /* [N, D] */, const FeatureStatistics& reference);

/// Of kernelDistance: the jackknife of the unbiased estimate on all samples, about `value`.
Interval kernelInterval(double value, const torch::Tensor& features /* [N, D] */, const torch::Tensor& reference /* [M, D] */);

/// Of relativeDiversity(real, generated).
Interval diversityInterval(double value, const torch::Tensor& generated);

/// Of a mean of independent values [N], by the normal distribution.
Interval meanInterval(const torch::Tensor& values);

}  // namespace potstill
