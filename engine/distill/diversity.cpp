#include "engine/distill/diversity.h"

#include <algorithm>

namespace potstill {

namespace {

constexpr std::int64_t kMostImages = 64;  // 2016 pairs

}  // namespace

torch::Tensor spreadWithin(const torch::Tensor& images, const torch::Tensor& groups)
{
    torch::NoGradGuard noGrad;
    const std::int64_t n = std::min(images.size(0), kMostImages);
    const torch::Tensor shown = images.slice(0, 0, n).to(torch::kFloat32).clamp(-1, 1).flatten(1);  // [n, C H W]
    const torch::Tensor pairs = torch::triu_indices(n, n, 1, groups.options());                     // [2, n (n - 1) / 2], in the order of pdist
    const torch::Tensor isWithin = groups.index_select(0, pairs[0]).eq(groups.index_select(0, pairs[1]));
    return torch::pdist(shown.contiguous()).square().masked_select(isWithin).mean() / shown.size(1);
}

}  // namespace potstill
