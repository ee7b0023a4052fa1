#include "engine/rating/interval.h"

#include "engine/core/philox.h"

#include <algorithm>
#include <cmath>

namespace potstill {

Estimate shareEstimate(std::int64_t successes, std::int64_t trials, double confidence)
{
    if (trials <= 0)
        return {0, 0, 1, 0};
    const double n = static_cast<double>(trials), p = static_cast<double>(successes) / n, z = normalQuantile(0.5 + confidence / 2);
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {p, std::clamp(centre - half, 0.0, p), std::clamp(centre + half, p, 1.0), trials};
}

double incompleteBeta(double x, double a, double b)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    if (x > (a + 1) / (a + b + 2))
        return 1 - incompleteBeta(1 - x, b, a);
    // Continued fraction (Abramowitz and Stegun 26.5.8), evaluated forwards by Lentz's method.
    constexpr double kTiny = 1e-300;
    const auto away = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
    double c = 1, d = 1 / away(1 - (a + b) * x / (a + 1)), fraction = d;
    for (int m = 1; m < 500; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double factor = 1;
        for (const double term : {even, odd}) {
            d = 1 / away(1 + term * d);
            c = away(1 + term / c);
            factor = c * d;
            fraction *= factor;
        }
        if (std::abs(factor - 1) < 1e-15)
            break;
    }
    const double front = a * std::log(x) + b * std::log1p(-x) + std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b);
    return std::exp(front) * fraction / a;
}

double studentQuantile(double p, double freedom)
{
    if (p < 0.5)
        return -studentQuantile(1 - p, freedom);
    if (std::isinf(freedom))
        return normalQuantile(p);
    const auto above = [freedom](double t) { return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2; };
    double low = 0, high = 1;
    while (above(high) > 1 - p && high < 1e12)
        high *= 2;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        (above(middle) > 1 - p ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace potstill
