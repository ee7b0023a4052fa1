#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace potstill {

struct SeriesPoint {
    double x = 0;
    double y = 0;
};

/// Exponential moving average with weight `smoothing` in [0, 1) on the past, corrected for its start (as Adam corrects its moments),
/// so that the first value is not favoured. Non-finite values are left out of the average and of the result.
std::vector<SeriesPoint> smoothed(const std::vector<SeriesPoint>& series, double smoothing);

/// At most 2 * columns points in [x0, x1] that draw the same picture on `columns` pixels: the first, smallest, largest and last value of
/// each pixel column in order of x. The series must be sorted by x. Points just outside the range are kept so that lines enter and leave it.
std::vector<SeriesPoint> decimated(const std::vector<SeriesPoint>& series, double x0, double x1, std::size_t columns);

/// The p-quantile of the finite values, p in [0, 1], linear between order statistics; NaN when there is none.
double quantile(std::vector<double> values, double p);

struct MeanInterval {
    double mean = 0, low = 0, high = 0;
    std::size_t n = 0;
};
/// Mean with its two-sided Student-t interval at the given confidence (0.95 or 0.9); low = high = mean for n = 1.
MeanInterval meanInterval(const std::vector<double>& values, double confidence = 0.95);

}  // namespace potstill
