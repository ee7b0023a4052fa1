#include "engine/rating/planning.h"

#include "engine/core/counterrng.h"
#include "engine/core/error.h"
#include "engine/core/philox.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace potstill {

namespace {

bool isTheClaim(Verdict verdict) { return verdict == Verdict::FirstBetter || verdict == Verdict::NotWorse || verdict == Verdict::PreciseEnough; }

/// Untied votes until the claim is reached; limit + 1 where it is not.
std::int64_t votesToClaim(const SequentialOptions& options, double trueShare, std::int64_t limit, CounterRng rng)
{
    SequentialTest test(options);
    while (test.votes() < limit && test.verdict() == Verdict::Undecided)
        test.add(rng.uniform() < trueShare);
    return isTheClaim(test.verdict()) ? test.decidedAt() : limit + 1;
}

/// Elo half width of one vote between two systems: a balanced design gives the difference a variance of 4 (K-1)/N on the logit scale.
double eloScale() { return normalQuantile(0.975) * 2 * 400 / std::log(10.0); }

}  // namespace

VoteForecast forecastVotes(const SequentialOptions& options, double trueShare, const ForecastOptions& forecast)
{
    if (!(trueShare >= 0 && trueShare <= 1))
        throw Error(ErrorCode::BadOption, fmt::format("the assumed share of wins is {}, but must be from 0 to 1", trueShare));
    if (forecast.runs < 1 || forecast.limit < 1)
        throw Error(ErrorCode::BadOption, fmt::format("a forecast of {} runs of {} votes; one of each at least is needed", forecast.runs, forecast.limit));
    std::vector<std::int64_t> votes;
    std::int64_t reached = 0;
    const CounterRng rng(forecast.seed);
    for (int run = 0; run < forecast.runs; ++run) {
        votes.push_back(votesToClaim(options, trueShare, forecast.limit, rng.fork("forecast", static_cast<std::uint64_t>(run))));
        reached += votes.back() <= forecast.limit;
    }
    std::sort(votes.begin(), votes.end());
    const auto at = [&](double p) { return std::min(votes[static_cast<std::size_t>(std::ceil(p * forecast.runs)) - 1], forecast.limit); };
    return {at(0.5), at(0.8), static_cast<double>(reached) / forecast.runs};
}

double eloHalfWidth(int systems, std::int64_t untiedVotes)
{
    if (systems < 2 || untiedVotes < 1)
        throw Error(ErrorCode::BadOption, fmt::format("{} systems and {} votes have no interval; two and one at least are needed", systems, untiedVotes));
    return eloScale() * std::sqrt((systems - 1.0) / static_cast<double>(untiedVotes));
}

std::int64_t votesForEloHalfWidth(int systems, double halfWidth)
{
    if (systems < 2 || !(halfWidth >= 0.1))
        throw Error(ErrorCode::BadOption, fmt::format("{} systems and a half width of {} Elo points; two and 0.1 at least are needed", systems, halfWidth));
    const double ratio = eloScale() / halfWidth;
    return static_cast<std::int64_t>(std::ceil((systems - 1) * ratio * ratio));
}

}  // namespace potstill
