#include "engine/core/counterrng.h"
#include "engine/core/error.h"
#include "engine/core/series.h"
#include "engine/rating/pairtable.h"

#include <fmt/format.h>

#include <map>

namespace potstill {

using detail::PairTable;

namespace {

/// Votes of one rater, by noise seed.
using RaterVotes = std::vector<std::vector<Vote>>;

std::vector<RaterVotes> byRaterAndSeed(const std::vector<Vote>& votes)
{
    std::map<int, std::map<std::int64_t, std::vector<Vote>>> groups;
    for (const Vote& v : votes)
        groups[v.rater][v.seed].push_back(v);
    std::vector<RaterVotes> out;
    for (auto& [rater, seeds] : groups) {
        out.emplace_back();
        for (auto& [seed, list] : seeds)
            out.back().push_back(std::move(list));
    }
    return out;
}

PairTable redrawn(const std::vector<RaterVotes>& raters, int systems, const DavidsonOptions& options, CounterRng rng)
{
    PairTable table(systems, options);
    const auto drawn = [&rng](const auto& from) -> const auto& { return from[static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(from.size())))]; };
    for (std::size_t r = 0; r < raters.size(); ++r) {
        const RaterVotes& rater = drawn(raters);
        for (std::size_t s = 0; s < rater.size(); ++s)
            for (const Vote& v : drawn(rater))
                table.add(v);
    }
    return table;
}

}  // namespace

BootstrapFit bootstrapDavidson(const std::vector<Vote>& votes, int systems, const DavidsonOptions& options, const BootstrapOptions& bootstrap)
{
    if (bootstrap.replicates < 1)
        throw Error(ErrorCode::BadOption, fmt::format("a bootstrap of {} replicates; one at least is needed", bootstrap.replicates));
    BootstrapFit out;
    const DavidsonFit fit = fitDavidson(votes, systems, options);
    out.status = fit.status == FitStatus::Ok && fit.isSeparated ? FitStatus::Separated : fit.status;
    if (out.status != FitStatus::Ok)
        return out;
    Eigen::VectorXd start(systems + 2);
    for (int s = 0; s < systems; ++s)
        start[s] = fit.theta[static_cast<std::size_t>(s)];
    start[systems] = fit.tie;
    start[systems + 1] = fit.side;

    const std::vector<RaterVotes> raters = byRaterAndSeed(votes);
    std::vector<std::vector<double>> drawn(static_cast<std::size_t>(systems));
    const CounterRng rng(bootstrap.seed);
    for (int i = 0; i < bootstrap.replicates; ++i) {
        const PairTable table = redrawn(raters, systems, options, rng.fork("bootstrap", static_cast<std::uint64_t>(i)));
        const auto at = table.obstacle() == FitStatus::Ok ? table.maximum(start) : std::nullopt;
        if (!at) {
            ++out.failed;
            continue;
        }
        ++out.replicates;
        for (int s = 0; s < systems; ++s)
            drawn[static_cast<std::size_t>(s)].push_back((*at)[s]);
    }
    if (out.failed > bootstrap.replicates / 2) {
        out.status = FitStatus::NotConverged;
        return out;
    }
    for (const std::vector<double>& values : drawn) {
        out.low.push_back(quantile(values, (1 - options.confidence) / 2));
        out.high.push_back(quantile(values, (1 + options.confidence) / 2));
    }
    return out;
}

}  // namespace potstill
