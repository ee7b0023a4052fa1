#pragma once

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace potstill {

/// Training images that are looked at in one go: what is held at a time does not grow with the data set.
inline constexpr std::int64_t kTrainingChunk = 2048;

/// The features of a whole training set, made chunk by chunk: get(begin, end) gives [end - begin, D] of the images begin ... end - 1, at most kTrainingChunk of them.
struct TrainingFeatures {
    std::int64_t count = 0;
    std::function<torch::Tensor(std::int64_t begin, std::int64_t end)> get;
};

/// Points whose nearest training images are wanted.
struct NearestQuery {
    torch::Tensor points;            // [Q, D]
    std::vector<std::int64_t> self;  ///< by point: the index of the training image that it is itself and that does not count; empty = none of them is one
};
/// Euclidean distance of each point to its nearest among all training images: [Q] for each query, float64. Every chunk of training features is made once, and what a query gets does not depend on the
/// others. Infinite where there is none. Exact: 0 for a copy. Error(NonFinite) for features that are not finite.
std::vector<torch::Tensor> nearestDistances(const std::vector<NearestQuery>& queries, const TrainingFeatures& training);

/// Distance of each generated image to its nearest training image in features, divided by the mean of the same for `references`, which are the training images at `indices`: [N] for each set, around 1
/// for new images of the same kind, towards 0 for copies. All training images are searched, in one pass. Error(BadOption) below two of them, or when they are all the same.
std::vector<torch::Tensor> nearestTrainingDistances(const std::vector<torch::Tensor>& generated /* [N, D] each */, const torch::Tensor& references /* [R, D] */,
                                                    const std::vector<std::int64_t>& indices /* [R] */, const TrainingFeatures& training);

}  // namespace potstill
