#include "engine/metrics/features.h"

#include <torch/types.h>

#include <fmt/format.h>

#include <algorithm>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::int64_t kChunk = 512;

void requireSameWidth(const Tensor& a, const Tensor& b, const char* what)
{
    if (a.size(1) != b.size(1))
        throw Error(ErrorCode::Internal, fmt::format("{}: {} features on one side, {} on the other", what, a.size(1), b.size(1)));
}

/// Distances of rows [begin, end) of a to all rows of b, without the cancellation that a product of matrices brings: equal points are at distance 0.
Tensor distances(const Tensor& a, std::int64_t begin, std::int64_t end, const Tensor& b)
{
    return torch::cdist(a.slice(0, begin, end), b, 2.0, /*compute_mode=*/2);  // [end - begin, M]
}

/// Distance of each row to its k-th nearest other row, [N].
Tensor neighbourRadii(const Tensor& x, int k)
{
    std::vector<Tensor> parts;
    for (std::int64_t i = 0; i < x.size(0); i += kChunk)
        parts.push_back(std::get<0>(distances(x, i, std::min(i + kChunk, x.size(0)), x).kthvalue(k + 1, 1)));  // the first is the row itself
    return torch::cat(parts);
}

/// Share of the rows of x that lie in the ball of any centre.
double shareInside(const Tensor& x, const Tensor& centres, const Tensor& radii)
{
    std::int64_t inside = 0;
    for (std::int64_t i = 0; i < x.size(0); i += kChunk)
        inside += (distances(x, i, std::min(i + kChunk, x.size(0)), centres) <= radii.unsqueeze(0)).any(1).sum().item<std::int64_t>();
    return static_cast<double>(inside) / static_cast<double>(x.size(0));
}

/// Sum over rounds r and pairs (i, j) of u[r, i] k(x_i, y_j) v[r, j].
double kernelSum(const Tensor& x, const Tensor& u, const Tensor& y, const Tensor& v)
{
    double sum = 0;
    for (std::int64_t i = 0; i < x.size(0); i += kChunk) {
        const std::int64_t end = std::min(i + kChunk, x.size(0));
        sum += (u.slice(1, i, end).matmul(cubicKernel(x.slice(0, i, end), y)) * v).sum().item<double>();
    }
    return sum;
}

/// Sum over rounds r and rows i of u[r, i] k(x_i, x_i).
double kernelTrace(const Tensor& x, const Tensor& u) { return (u.sum(0) * cubicSelfKernel(x)).sum().item<double>(); }

double meanPairDistance(const Tensor& x) { return torch::pdist(x.slice(0, 0, std::min(x.size(0), kDiversitySamples))).mean().item<double>(); }

}  // namespace

Tensor checkedFeatures(const Tensor& features, std::int64_t minRows, const char* what)
{
    if (!features.defined() || features.dim() != 2 || features.size(1) < 1)
        throw Error(ErrorCode::Internal, fmt::format("{}: the features are not of shape [N, D]", what));
    if (features.size(0) < minRows)
        throw Error(ErrorCode::BadOption, fmt::format("{} needs at least {} images; there are {}", what, minRows, features.size(0)));
    const Tensor x = features.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    if (!torch::isfinite(x).all().item<bool>())
        throw Error(ErrorCode::NonFinite, fmt::format("{}: some features are not finite; the images or the extractor are damaged", what));
    return x;
}

Tensor cubicKernel(const Tensor& a, const Tensor& b) { return (a.matmul(b.t()) / static_cast<double>(a.size(1)) + 1.0).pow(3); }
Tensor cubicSelfKernel(const Tensor& a) { return (a.square().sum(1) / static_cast<double>(a.size(1)) + 1.0).pow(3); }

FeatureStatistics featureStatistics(const Tensor& features)
{
    torch::NoGradGuard noGrad;
    const Tensor x = checkedFeatures(features, 2, "feature statistics");
    FeatureStatistics s;
    s.n = x.size(0);
    s.mean = x.mean(0);
    const Tensor centred = x - s.mean;
    s.covariance = centred.t().matmul(centred) / static_cast<double>(s.n - 1);
    return s;
}

double frechetDistance(const FeatureStatistics& a, const FeatureStatistics& b)
{
    torch::NoGradGuard noGrad;
    if (a.mean.sizes() != b.mean.sizes())
        throw Error(ErrorCode::Internal, fmt::format("Fréchet distance: {} features on one side, {} on the other", a.mean.numel(), b.mean.numel()));
    for (const FeatureStatistics* side : {&a, &b}) {
        if (side->n <= side->mean.numel())
            throw Error(ErrorCode::BadOption,
                        fmt::format("the Fréchet distance on {} features needs more than {} images on each side; there are {}", side->mean.numel(), side->mean.numel(), side->n));
        if (!torch::isfinite(side->mean).all().item<bool>() || !torch::isfinite(side->covariance).all().item<bool>())
            throw Error(ErrorCode::NonFinite, "the Fréchet distance was asked of statistics that are not finite");
    }
    // tr (C1 C2)^(1/2) = tr (C1^(1/2) C2 C1^(1/2))^(1/2), and that matrix is symmetric. Rounding makes eigenvalues near zero slightly negative.
    const auto [values, vectors] = torch::linalg_eigh(a.covariance);
    const Tensor root = (vectors * values.clamp_min(0).sqrt()).matmul(vectors.t());
    const Tensor product = root.matmul(b.covariance).matmul(root);
    const Tensor eigenvalues = torch::linalg_eigvalsh((product + product.t()) / 2);
    const double cross = eigenvalues.clamp_min(0).sqrt().sum().item<double>();
    const double distance = (a.mean - b.mean).square().sum().item<double>() + a.covariance.trace().item<double>() + b.covariance.trace().item<double>() - 2 * cross;
    return std::max(0.0, distance);
}

double kernelDistance(const Tensor& a, const Tensor& b, int subsets, int subsetSize, Rng rng)
{
    torch::NoGradGuard noGrad;
    if (subsets < 1 || subsetSize < 2)
        throw Error(ErrorCode::BadOption, fmt::format("kernel distance: {} subsets of {} images; at least 1 of 2 are needed", subsets, subsetSize));
    const Tensor x = checkedFeatures(a, 2, "kernel distance"), y = checkedFeatures(b, 2, "kernel distance");
    requireSameWidth(x, y, "kernel distance");
    const std::int64_t m = std::min({static_cast<std::int64_t>(subsetSize), x.size(0), y.size(0)});
    // Where a subset is the whole set on both sides, all subsets are the same.
    const int rounds = m == x.size(0) && m == y.size(0) ? 1 : subsets;
    // One row for each round, 1 where a row of features is in its subset: all rounds are sums over the same kernel.
    Tensor u = torch::zeros({rounds, x.size(0)}, x.options()), v = torch::zeros({rounds, y.size(0)}, y.options());
    for (int i = 0; i < rounds; ++i) {
        u[i].index_fill_(0, rng.permutation(x.size(0)).slice(0, 0, m), 1.0);
        v[i].index_fill_(0, rng.permutation(y.size(0)).slice(0, 0, m), 1.0);
    }
    const auto pairs = static_cast<double>(m) * static_cast<double>(m - 1);
    const double within = kernelSum(x, u, x, u) - kernelTrace(x, u) + kernelSum(y, v, y, v) - kernelTrace(y, v);
    return (within / pairs - 2 * kernelSum(x, u, y, v) / static_cast<double>(m * m)) / rounds;
}

PrecisionRecall precisionRecall(const Tensor& real, const Tensor& generated, int k)
{
    torch::NoGradGuard noGrad;
    if (k < 1)
        throw Error(ErrorCode::BadOption, fmt::format("precision and recall: k is {}; at least 1 is needed", k));
    const Tensor r = checkedFeatures(real, k + 1, "precision and recall"), g = checkedFeatures(generated, k + 1, "precision and recall");
    requireSameWidth(r, g, "precision and recall");
    return {shareInside(g, r, neighbourRadii(r, k)), shareInside(r, g, neighbourRadii(g, k))};
}

double relativeDiversity(const Tensor& real, const Tensor& generated)
{
    torch::NoGradGuard noGrad;
    const Tensor r = checkedFeatures(real, 2, "diversity"), g = checkedFeatures(generated, 2, "diversity");
    requireSameWidth(r, g, "diversity");
    const double ofReal = meanPairDistance(r);
    if (ofReal <= 0)
        throw Error(ErrorCode::BadOption, "diversity: all reference images are the same, so there is nothing to compare with");
    return meanPairDistance(g) / ofReal;
}

}  // namespace potstill
