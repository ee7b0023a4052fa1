#pragma once

#include <cstdint>

namespace potstill {

/// A value with its interval. Where nothing was observed n is 0 and the rest has no meaning.
struct Estimate {
    double value = 0, low = 0, high = 0;
    std::int64_t n = 0;  ///< observations behind it
};

/// Wilson's score interval of a share (Wilson, JASA 1927). {0, 0, 1, n = 0} without trials.
Estimate shareEstimate(std::int64_t successes, std::int64_t trials, double confidence = 0.95);

/// Regularised incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1].
double incompleteBeta(double x, double a, double b);

/// Quantile of Student's t for p in (0, 1) and a positive number of degrees of freedom, which may be infinite (the normal distribution).
double studentQuantile(double p, double freedom);

}  // namespace potstill
