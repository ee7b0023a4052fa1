#include "engine/core/series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace potstill {

std::vector<SeriesPoint> smoothed(const std::vector<SeriesPoint>& series, double smoothing)
{
    std::vector<SeriesPoint> out;
    out.reserve(series.size());
    double mean = 0, weight = 0;
    for (const SeriesPoint& p : series) {
        if (!std::isfinite(p.y))
            continue;
        mean = smoothing * mean + (1 - smoothing) * p.y;
        weight = smoothing * weight + (1 - smoothing);
        out.push_back({p.x, mean / weight});
    }
    return out;
}

std::vector<SeriesPoint> decimated(const std::vector<SeriesPoint>& series, double x0, double x1, std::size_t columns)
{
    const auto byX = [](const SeriesPoint& p, double x) { return p.x < x; };
    auto begin = std::lower_bound(series.begin(), series.end(), x0, byX);
    auto end = std::lower_bound(begin, series.end(), x1, byX);
    if (begin != series.begin())
        --begin;
    if (end != series.end())
        ++end;
    const auto count = static_cast<std::size_t>(end - begin);
    if (columns == 0 || count <= 2 * columns)
        return {begin, end};
    std::vector<SeriesPoint> out;
    out.reserve(2 * columns);
    // Equal counts per bucket instead of equal widths: never more points than promised, whatever the spacing.
    for (std::size_t c = 0; c < columns; ++c) {
        const auto from = begin + static_cast<std::ptrdiff_t>(c * count / columns);
        const auto to = begin + static_cast<std::ptrdiff_t>((c + 1) * count / columns);
        const auto [low, high] = std::minmax_element(from, to, [](const SeriesPoint& a, const SeriesPoint& b) { return a.y < b.y; });
        if (low == high) {
            out.push_back(*low);
            continue;
        }
        out.push_back(low < high ? *low : *high);
        out.push_back(low < high ? *high : *low);
    }
    out.front() = *begin;
    out.back() = *(end - 1);
    return out;
}

double quantile(std::vector<double> values, double p)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::sort(values.begin(), values.end());
    const double at = p * static_cast<double>(values.size() - 1);
    const auto i = static_cast<std::size_t>(at);
    const std::size_t j = std::min(i + 1, values.size() - 1);
    return values[i] + (at - static_cast<double>(i)) * (values[j] - values[i]);
}

MeanInterval meanInterval(const std::vector<double>& values, double confidence)
{
    // Two-sided quantiles of Student's t for 1..30 degrees of freedom.
    static constexpr std::array<double, 30> t95 = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
                                                   2.120,  2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
    static constexpr std::array<double, 30> t90 = {6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753,
                                                   1.746, 1.740, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697};
    MeanInterval out;
    out.n = values.size();
    if (values.empty())
        return out;
    for (double v : values)
        out.mean += v / static_cast<double>(values.size());
    out.low = out.high = out.mean;
    if (values.size() < 2)
        return out;
    double squares = 0;
    for (double v : values)
        squares += (v - out.mean) * (v - out.mean);
    const std::size_t freedom = values.size() - 1;
    const auto& table = confidence >= 0.95 ? t95 : t90;
    const double t = freedom <= 30 ? table[freedom - 1] : (confidence >= 0.95 ? 1.96 : 1.645);
    const double half = t * std::sqrt(squares / static_cast<double>(freedom) / static_cast<double>(values.size()));
    out.low -= half;
    out.high += half;
    return out;
}

}  // namespace potstill
