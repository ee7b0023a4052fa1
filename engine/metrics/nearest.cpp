#include "engine/metrics/nearest.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::int64_t kQueries = 2048;

/// float64 [N, D] on the CPU, all finite.
Tensor checked(const Tensor& features)
{
    if (!features.defined() || features.dim() != 2)
        throw Error(ErrorCode::Internal, "nearest training image: the features are not of shape [N, D]");
    const Tensor x = features.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    if (!torch::isfinite(x).all().item<bool>())
        throw Error(ErrorCode::NonFinite, "nearest training image: some features are not finite; the images or the extractor are damaged");
    return x;
}

}  // namespace

Tensor nearestDistances(const Tensor& points, const std::vector<std::int64_t>& self, const TrainingFeatures& training)
{
    torch::NoGradGuard noGrad;
    const Tensor q = checked(points), lengths = q.square().sum(1);  // [Q, D], [Q]
    if (!self.empty() && static_cast<std::int64_t>(self.size()) != q.size(0))
        throw Error(ErrorCode::Internal, fmt::format("nearest training image: {} indices for {} points", self.size(), q.size(0)));
    Tensor best = torch::full({q.size(0)}, std::numeric_limits<double>::infinity(), q.options()), found = torch::full_like(q, std::numeric_limits<double>::infinity());
    for (std::int64_t begin = 0; begin < training.count; begin += kTrainingChunk) {
        const std::int64_t end = std::min(begin + kTrainingChunk, training.count);
        const Tensor t = checked(training.get(begin, end)), ofTraining = t.square().sum(1);  // [M, D], [M]
        if (t.size(0) != end - begin || t.size(1) != q.size(1))
            throw Error(ErrorCode::Internal, fmt::format("nearest training image: features [{}, {}] came for {} images of width {}", t.size(0), t.size(1), end - begin, q.size(1)));
        for (std::int64_t i = 0; i < q.size(0); i += kQueries) {
            const std::int64_t last = std::min(i + kQueries, q.size(0));
            // |q|^2 + |t|^2 - 2 q t: good enough to tell which is nearest; the distance to that one is taken anew below, so that copies are at 0.
            Tensor d = lengths.slice(0, i, last).unsqueeze(1) + ofTraining - 2 * q.slice(0, i, last).matmul(t.t());  // [rows, M]
            for (std::int64_t row = i; !self.empty() && row < last; ++row)
                if (const std::int64_t own = self[static_cast<std::size_t>(row)]; own >= begin && own < end)
                    d[row - i][own - begin] = std::numeric_limits<double>::infinity();
            const auto [value, at] = d.min(1);
            const Tensor isNearer = value < best.slice(0, i, last);
            best.slice(0, i, last).copy_(torch::where(isNearer, value, best.slice(0, i, last)));
            found.slice(0, i, last).copy_(torch::where(isNearer.unsqueeze(1), t.index_select(0, at), found.slice(0, i, last)));
        }
    }
    return (q - found).square().sum(1).sqrt();
}

Tensor nearestTrainingDistances(const Tensor& generated, const Tensor& references, const std::vector<std::int64_t>& indices, const TrainingFeatures& training)
{
    if (training.count < 2)
        throw Error(ErrorCode::BadOption, fmt::format("nearest training image needs at least 2 training images; there are {}", training.count));
    // One pass over the training images serves both.
    std::vector<std::int64_t> self(static_cast<std::size_t>(generated.size(0)), -1);
    self.insert(self.end(), indices.begin(), indices.end());
    const Tensor nearest = nearestDistances(torch::cat({generated, references}), self, training);
    const double among = nearest.slice(0, generated.size(0)).mean().item<double>();
    if (among <= 0)
        throw Error(ErrorCode::BadOption, "nearest training image: all training images are the same, so there is nothing to compare with");
    return nearest.slice(0, 0, generated.size(0)) / among;
}

}  // namespace potstill
