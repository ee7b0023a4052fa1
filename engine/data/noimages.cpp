#include "engine/data/noimages.h"

#include <torch/types.h>

namespace potstill {

std::pair<torch::Tensor, torch::Tensor> NoImages::get(const std::vector<std::int64_t>& indices) const
{
    const auto n = static_cast<std::int64_t>(indices.size());
    return {torch::full({n, m_channels, m_size, m_size}, 128, torch::kUInt8), m_classNames.empty() ? torch::Tensor() : torch::zeros({n}, torch::kInt64)};
}

}  // namespace potstill
