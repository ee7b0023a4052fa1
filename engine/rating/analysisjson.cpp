#include "engine/rating/analysis.h"

namespace potstill {

namespace {

Json json(const Estimate& e) { return e.n == 0 ? Json{{"n", 0}} : Json{{"value", e.value}, {"low", e.low}, {"high", e.high}, {"n", e.n}}; }
Json json(const PairCounts& c) { return {{"wins", c.wins}, {"ties", c.ties}, {"losses", c.losses}, {"both_bad", c.bothBad}}; }

Json json(const Agreement& a)
{
    Json out = {{"status", agreementStatusSentence(a.status)}, {"units", a.units}, {"judgements", a.judgements}};
    if (a.status == AgreementStatus::Ok)
        out.update({{"value", a.value}, {"low", a.low}, {"high", a.high}});
    return out;
}

Json pairsJson(const Analysis& a, const ComparisonDefinition& d)
{
    Json out = Json::array();
    for (const PairResult& p : a.pairs)
        out.push_back({{"first", d.systems.at(static_cast<std::size_t>(p.first)).name},
                       {"second", d.systems.at(static_cast<std::size_t>(p.second)).name},
                       {"counted", json(p.counted)},
                       {"all", json(p.all)},
                       {"verdict", verdictName(p.verdict)},
                       {"decided_at", p.decidedAt},
                       {"log_e", p.logE},
                       {"corrected_log_e", p.correctedLogE},
                       {"threshold", p.threshold},
                       {"share", json(p.share)},
                       {"naive_z", p.naiveZ},
                       {"sentence", p.sentence}});
    return out;
}

Json strengthsJson(const Analysis& a, const ComparisonDefinition& d)
{
    const DavidsonFit& fit = a.fit;
    const bool isFitted = fit.status == FitStatus::Ok, hasBootstrap = a.bootstrap.status == FitStatus::Ok;
    Json systems = Json::array();
    for (std::size_t s = 0; s < d.systems.size(); ++s) {
        Json row = {{"name", d.systems[s].name}, {"key", d.systems[s].key}, {"shown", fit.shown[s]},      {"wins", fit.wins[s]},
                    {"losses", fit.losses[s]},   {"ties", fit.ties[s]},     {"both_bad", fit.bothBad[s]}, {"failure_rate", json(failureRate(fit, static_cast<int>(s)))}};
        if (isFitted)
            row.update({{"theta", fit.theta[s]},
                        {"low", fit.low[s]},
                        {"high", fit.high[s]},
                        {"elo", eloFromTheta(fit.theta[s])},
                        {"elo_low", eloFromTheta(fit.low[s])},
                        {"elo_high", eloFromTheta(fit.high[s])}});
        if (hasBootstrap)
            row.update({{"bootstrap_low", a.bootstrap.low[s]}, {"bootstrap_high", a.bootstrap.high[s]}});
        systems.push_back(std::move(row));
    }
    Json out = {{"status", fitStatusSentence(fit.status)}, {"systems", systems}};
    if (isFitted) {
        out.update({{"side", fit.side}, {"side_error", fit.sideError}, {"cluster_kind", fit.clusterKind}, {"clusters", fit.clusters}, {"is_separated", fit.isSeparated}});
        if (fit.hasTie)
            out["tie"] = fit.tie;
    }
    if (a.bootstrap.replicates + a.bootstrap.failed > 0)
        out["bootstrap"] = {{"status", fitStatusSentence(a.bootstrap.status)}, {"replicates", a.bootstrap.replicates}, {"failed", a.bootstrap.failed}};
    return out;
}

Json ratersJson(const Analysis& a)
{
    Json out = Json::array();
    for (const RaterRow& r : a.raters)
        out.push_back({{"name", r.name},
                       {"votes", r.votes},
                       {"ties", r.ties},
                       {"both_bad", r.bothBad},
                       {"excluded", r.excluded},
                       {"median_response_ms", r.medianResponseMs},
                       {"left_share", json(r.leftShare)},
                       {"has_side_bias", r.hasSideBias},
                       {"repeat_rate", json(r.repeatRate)},
                       {"checks", r.checks},
                       {"failed_checks", r.failedChecks},
                       {"agreement", json(r.agreement)}});
    return out;
}

}  // namespace

Json toJson(const Analysis& a, const ComparisonDefinition& d)
{
    Json excluded = Json::array(), raterPairs = Json::array();
    for (const RaterPair& p : a.raterPairs)
        raterPairs.push_back(
            {{"first", a.raters[static_cast<std::size_t>(p.first)].name}, {"second", a.raters[static_cast<std::size_t>(p.second)].name}, {"kappa", json(p.kappa)}});
    for (const ExcludedVote& e : a.excluded)
        excluded.push_back({{"index", e.index}, {"reason", e.reason}});
    return {{"finding", a.finding},           {"definition_hash", a.definitionHash},
            {"definition", toJson(d)},        {"votes", {{"given", a.votes}, {"valid", a.valid}, {"counted", a.counted}, {"checks", a.checks}, {"excluded", a.excluded.size()}}},
            {"pairs", pairsJson(a, d)},       {"strengths", strengthsJson(a, d)},
            {"agreement", json(a.agreement)}, {"left_share", json(a.leftShare)},
            {"has_side_bias", a.hasSideBias}, {"raters", ratersJson(a)},
            {"rater_pairs", raterPairs},      {"excluded", excluded}};
}

}  // namespace potstill
