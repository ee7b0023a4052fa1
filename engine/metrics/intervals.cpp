#include "engine/metrics/intervals.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace potstill {

using torch::Tensor;

namespace {

constexpr double kNormal = 1.959964;   // two-sided 95 %
constexpr double kStudent = 2.262157;  // the same, Student's t with kJackknifeGroups - 1 degrees of freedom

// A group is a run of neighbours: where classes come in turn every run holds all of them, and leaving one out keeps the balance. Every tenth sample instead would be one class of ten.

std::int64_t beginOfGroup(std::int64_t n, int g) { return g * n / kJackknifeGroups; }
Tensor rowsOfGroup(std::int64_t n, int g) { return torch::arange(beginOfGroup(n, g), beginOfGroup(n, g + 1)); }

/// Sum over columns of a pairwise function of rows of x and y, in chunks: [N].
Tensor rowSums(const Tensor& x, const Tensor& y, const std::function<Tensor(const Tensor&, const Tensor&)>& pairwise)
{
    constexpr std::int64_t chunk = 1024;
    std::vector<Tensor> sums;
    for (std::int64_t i = 0; i < x.size(0); i += chunk)
        sums.push_back(pairwise(x.slice(0, i, std::min(i + chunk, x.size(0))), y).sum(1));
    return torch::cat(sums);
}

Tensor distance(const Tensor& x, const Tensor& y) { return torch::cdist(x, y, 2.0, /*compute_mode=*/2); }

double sumOf(const Tensor& x) { return x.sum().item<double>(); }

/// Sum of a symmetric pairwise function over all ordered pairs of rows that are not of group g, with `rows` its row sums over all: all pairs, less those with a row that is gone (counted from
/// both sides), plus those among the gone, which were taken off twice.
double pairsWithout(int g, const Tensor& x, const Tensor& rows, const std::function<Tensor(const Tensor&, const Tensor&)>& pairwise)
{
    const Tensor left = rowsOfGroup(x.size(0), g), gone = x.index_select(0, left);
    return sumOf(rows) - 2 * sumOf(rows.index_select(0, left)) + sumOf(rowSums(gone, gone, pairwise));
}

}  // namespace

Tensor withoutGroup(const Tensor& x, int g)
{
    const std::int64_t n = x.size(0);
    return torch::cat({x.slice(0, 0, beginOfGroup(n, g)), x.slice(0, beginOfGroup(n, g + 1))});
}

Interval wilsonInterval(double share, std::int64_t n)
{
    if (n < 1)
        return {0, 1};
    const auto count = static_cast<double>(n);
    const double z2 = kNormal * kNormal, centre = share + z2 / (2 * count), half = kNormal * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    return {std::max(0.0, (centre - half) / (1 + z2 / count)), std::min(1.0, (centre + half) / (1 + z2 / count))};
}

Interval jackknifeInterval(double value, const std::vector<double>& without)
{
    double mean = 0, spread = 0;
    for (double v : without)
        mean += v / static_cast<double>(without.size());
    for (double v : without)
        spread += (v - mean) * (v - mean);
    const auto groups = static_cast<double>(without.size());
    const double half = kStudent * std::sqrt((groups - 1) / groups * spread);
    return {value - half, value + half};
}

Interval frechetInterval(double value, const Tensor& features, const FeatureStatistics& reference)
{
    torch::NoGradGuard noGrad;
    std::vector<double> values;
    for (int g = 0; g < kJackknifeGroups; ++g) {
        values.push_back(frechetDistance(reference, featureStatistics(withoutGroup(features, g))));
    }
    Interval interval = jackknifeInterval(value, values);
    interval.low = std::max(0.0, interval.low);
    return interval;
}

Interval kernelInterval(double value, const Tensor& features, const Tensor& reference)
{
    torch::NoGradGuard noGrad;
    const Tensor x = features.to(torch::kFloat64), y = reference.to(torch::kFloat64);
    const auto m = static_cast<double>(y.size(0));
    const double real = (sumOf(rowSums(y, y, cubicKernel)) - sumOf(cubicSelfKernel(y))) / (m * (m - 1));
    const Tensor own = cubicSelfKernel(x), within = rowSums(x, x, cubicKernel), across = rowSums(x, y, cubicKernel);  // [N]
    std::vector<double> values;
    for (int g = 0; g < kJackknifeGroups; ++g) {
        const Tensor left = rowsOfGroup(x.size(0), g);
        const auto k = static_cast<double>(x.size(0) - left.size(0));
        const double pairs = pairsWithout(g, x, within, cubicKernel) - (sumOf(own) - sumOf(own.index_select(0, left)));
        values.push_back(pairs / (k * (k - 1)) + real - 2 * (sumOf(across) - sumOf(across.index_select(0, left))) / (k * m));
    }
    return jackknifeInterval(value, values);
}

Interval diversityInterval(double value, const Tensor& generated)
{
    torch::NoGradGuard noGrad;
    const Tensor x = generated.slice(0, 0, std::min(generated.size(0), kDiversitySamples)).to(torch::kFloat64);
    const Tensor rows = rowSums(x, x, distance);
    const auto n = static_cast<double>(x.size(0));
    const double mean = sumOf(rows) / (n * (n - 1));
    if (mean <= 0)
        return {value, value};
    std::vector<double> values;
    for (int g = 0; g < kJackknifeGroups; ++g) {
        const double k = n - static_cast<double>(rowsOfGroup(x.size(0), g).size(0));
        values.push_back(value * pairsWithout(g, x, rows, distance) / (k * (k - 1)) / mean);
    }
    return jackknifeInterval(value, values);
}

Interval meanInterval(const Tensor& values)
{
    const double mean = values.mean().item<double>(), half = values.numel() > 1 ? kNormal * values.std().item<double>() / std::sqrt(static_cast<double>(values.numel())) : 0;
    return {mean - half, mean + half};
}

}  // namespace potstill
