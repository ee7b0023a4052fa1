#pragma once

#include "engine/rating/sequential.h"

#include <cstdint>

namespace potstill {

struct ForecastOptions {
    int runs = 2000;             ///< simulated comparisons
    std::int64_t limit = 20000;  ///< untied votes after which a simulated comparison is given up
    std::uint64_t seed = 1;
};

/// Untied votes until the verdict, over simulated comparisons.
struct VoteForecast {
    std::int64_t median = 0, percentile80 = 0;  ///< `limit` where it was not reached by then
    double decided = 0;                         ///< share of the simulated comparisons that reached the claim within the limit
};

/// Votes that the claim is likely to take when the first system truly wins `trueShare` of the untied votes: 0.5 (parity) is the usual assumption for
/// NotWorse, 0.6 for Better. A verdict against the claim counts as not reached. Throws Error(BadOption) for a share outside [0, 1].
VoteForecast forecastVotes(const SequentialOptions& options, double trueShare, const ForecastOptions& forecast = {});

/// Half width, in Elo points, of the 95 % interval of a difference between two of K systems of about equal strength after N untied votes in a balanced design:
/// 1.96 * 2 * 400/ln(10) * sqrt((K-1)/N), about 681 sqrt((K-1)/N). K >= 2, N >= 1.
double eloHalfWidth(int systems, std::int64_t untiedVotes);
/// Untied votes for that half width, rounded up.
std::int64_t votesForEloHalfWidth(int systems, double halfWidth);

}  // namespace potstill
