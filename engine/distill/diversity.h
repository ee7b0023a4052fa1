#pragma once

#include <torch/types.h>

namespace potstill {

/// How unlike the images of a group are: the mean squared distance of two of them, of one value, over all pairs of equal group; 0 = the same picture again and again. images [N, C, H, W], clipped to
/// [-1, 1] as they are shown; groups [N] int64 on their device. Of a large batch the first 64 images count. A float32 scalar without gradient; NaN where no two images share a group.
torch::Tensor spreadWithin(const torch::Tensor& images, const torch::Tensor& groups);

}  // namespace potstill
