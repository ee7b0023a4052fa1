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

/// Euclidean distance of each point [Q, D] to its nearest among all training images: [Q], float64. self[i] is the index of the training image that point i itself is and that does not count; -1 =
/// none, empty = of all points. Infinite where there is none. Exact: 0 for a copy. Error(NonFinite) for features that are not finite.
torch::Tensor nearestDistances(const torch::Tensor& points, const std::vector<std::int64_t>& self, const TrainingFeatures& training);

/// Distance of each generated image to its nearest training image in features, divided by the mean of the same for `references`, which are the training images at `indices`: [N] around 1 for new
/// images of the same kind, towards 0 for copies. All training images are searched. Error(BadOption) below two of them, or when they are all the same.
torch::Tensor nearestTrainingDistances(const torch::Tensor& generated /* [N, D] */, const torch::Tensor& references /* [R, D] */,
                                       const std::vector<std::int64_t>& indices /* [R] */, const TrainingFeatures& training);

}  // namespace potstill
