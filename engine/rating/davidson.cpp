#include "engine/rating/davidson.h"

#include "engine/core/error.h"
#include "engine/rating/pairtable.h"
#include "engine/rating/texts.h"

#include <Eigen/LU>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace potstill {

using detail::PairTable;

namespace {

constexpr int kFewestRaters = 10;  // below that the variance between raters is not known well enough

DavidsonFit countsOf(const std::vector<Vote>& votes, int systems)
{
    DavidsonFit fit;
    for (auto* counts : {&fit.wins, &fit.losses, &fit.ties, &fit.bothBad, &fit.shown})
        counts->assign(static_cast<std::size_t>(std::max(systems, 0)), 0);
    for (const Vote& v : votes) {
        const auto left = static_cast<std::size_t>(v.left), right = static_cast<std::size_t>(v.right);
        const bool isUntied = v.answer == Answer::Left || v.answer == Answer::Right;
        for (const std::size_t s : {left, right}) {
            ++fit.shown[s];
            fit.ties[s] += v.answer == Answer::Tie;
            fit.bothBad[s] += v.answer == Answer::BothBad;
            if (isUntied)
                ++((v.answer == Answer::Left) == (s == left) ? fit.wins : fit.losses)[s];
        }
        fit.untied += isUntied;
    }
    return fit;
}

std::map<std::int64_t, PairTable> tablesBy(const std::vector<Vote>& votes, const PairTable& all, const std::string& kind)
{
    std::map<std::int64_t, PairTable> tables;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const std::int64_t key = kind == "rater" ? votes[i].rater : kind == "noise seed" ? votes[i].seed : static_cast<std::int64_t>(i);
        tables.try_emplace(key, all.systems(), all.options()).first->second.add(votes[i]);
    }
    std::erase_if(tables, [](const auto& entry) { return entry.second.cells().empty(); });
    return tables;
}

void chooseClusters(DavidsonFit& fit, const std::vector<Vote>& votes, const PairTable& table)
{
    std::set<std::int64_t> raters, seeds;
    for (const Vote& v : votes)
        if (table.sees(v.answer)) {
            raters.insert(v.rater);
            seeds.insert(v.seed);
        }
    fit.clusterKind = fit.isSeparated ? "none" : raters.size() >= kFewestRaters ? "rater" : seeds.size() >= 2 ? "noise seed" : "vote";
}

/// The middle of the sandwich: the sum over clusters of the squared score, with factor G/(G-1). In the free parameters.
Eigen::MatrixXd scoreCovariance(DavidsonFit& fit, const std::vector<Vote>& votes, const PairTable& table, const Eigen::VectorXd& at, const Eigen::MatrixXd& space)
{
    const auto tables = tablesBy(votes, table, fit.clusterKind);
    fit.clusters = static_cast<int>(tables.size());
    Eigen::MatrixXd middle = Eigen::MatrixXd::Zero(space.cols(), space.cols());
    for (const auto& [key, part] : tables) {
        const Eigen::VectorXd score = space.transpose() * table.score(part, at);
        middle += score * score.transpose();
    }
    return middle * (fit.clusters / (fit.clusters - 1.0));
}

void addIntervals(DavidsonFit& fit, const std::vector<Vote>& votes, const PairTable& table, const Eigen::VectorXd& at)
{
    const int k = table.systems();
    const Eigen::MatrixXd space = table.freeSpace();
    Eigen::VectorXd gradient;
    Eigen::MatrixXd hessian;
    table.objective(at, gradient, hessian);
    const Eigen::MatrixXd bread = (-(space.transpose() * hessian * space)).inverse();
    chooseClusters(fit, votes, table);
    Eigen::MatrixXd inner = bread;
    double freedom = std::numeric_limits<double>::infinity();
    if (fit.clusterKind != "none") {
        inner = bread * scoreCovariance(fit, votes, table, at, space) * bread;
        freedom = fit.clusters - 1;
    }
    const Eigen::MatrixXd covariance = space * inner * space.transpose();
    fit.covariance = covariance.topLeftCorner(k, k);
    fit.sideError = std::sqrt(std::max(0.0, covariance(k + 1, k + 1)));
    fit.quantile = studentQuantile(0.5 + table.options().confidence / 2, freedom);
    for (int s = 0; s < k; ++s) {
        const double half = fit.quantile * std::sqrt(std::max(0.0, fit.covariance(s, s)));
        fit.low.push_back(at[s] - half);
        fit.high.push_back(at[s] + half);
    }
}

}  // namespace

std::string fitStatusSentence(FitStatus status)
{
    switch (status) {
    case FitStatus::Ok: return FINDING_TEXT("Findings", "The strengths are estimated.");
    case FitStatus::NoVotes: return FINDING_TEXT("Findings", "There are no votes yet that say which image is better.");
    case FitStatus::OneSystem: return FINDING_TEXT("Findings", "A comparison needs two systems at least.");
    case FitStatus::Disconnected:
        return FINDING_TEXT("Findings", "Some systems were never shown against the others, directly or through a third, so their strengths cannot be set side by side.");
    case FitStatus::AllTies: return FINDING_TEXT("Findings", "Every vote so far is a tie, so no system is told apart from another.");
    case FitStatus::SideConfounded: return FINDING_TEXT("Findings", "The pairs were always shown the same way round, so that liking a side cannot be told from liking a system.");
    case FitStatus::Separated: return FINDING_TEXT("Findings", "Some systems won every vote against the others, so that the votes set no bound to their strength.");
    case FitStatus::NotConverged: return FINDING_TEXT("Findings", "The votes determine no finite strengths.");
    }
    return {};
}

std::string separationSentence() { return FINDING_TEXT("Findings", "Some systems, or one side, won every vote, so that the strengths are bounded by the ridge alone."); }

DavidsonFit fitDavidson(const std::vector<Vote>& votes, int systems, const DavidsonOptions& options)
{
    if (!(options.ridge >= 0) || !(options.confidence > 0 && options.confidence < 1))
        throw Error(ErrorCode::BadOption,
                    fmt::format("ridge is {} and confidence is {}, but ridge must be 0 or more and confidence between 0 and 1", options.ridge, options.confidence));
    PairTable table(std::max(systems, 0), options);
    for (const Vote& v : votes)
        table.add(v);
    DavidsonFit fit = countsOf(votes, systems);
    fit.component = table.components();
    fit.status = table.obstacle();
    if (fit.status != FitStatus::Ok)
        return fit;
    const auto at = table.maximum(Eigen::VectorXd::Zero(systems + 2));
    if (!at) {
        fit.status = FitStatus::NotConverged;
        return fit;
    }
    fit.theta.assign(at->data(), at->data() + systems);
    fit.hasTie = table.hasTie();
    fit.isSeparated = table.isSeparated();
    fit.tie = (*at)[systems];
    fit.side = (*at)[systems + 1];
    fit.logLikelihood = table.logLikelihood(*at);
    addIntervals(fit, votes, table, *at);
    return fit;
}

Estimate strengthDifference(const DavidsonFit& fit, int a, int b)
{
    const auto& c = fit.covariance;
    const double value = fit.theta.at(static_cast<std::size_t>(a)) - fit.theta.at(static_cast<std::size_t>(b));
    const double half = fit.quantile * std::sqrt(std::max(0.0, c(a, a) + c(b, b) - 2 * c(a, b)));
    return {value, value - half, value + half, fit.untied};
}

Estimate winShare(const DavidsonFit& fit, int a, int b)
{
    const auto logistic = [](double z) { return 1 / (1 + std::exp(-z)); };
    const Estimate d = strengthDifference(fit, a, b);
    return {logistic(d.value), logistic(d.low), logistic(d.high), d.n};
}

Estimate failureRate(const DavidsonFit& fit, int system)
{
    const auto s = static_cast<std::size_t>(system);
    return shareEstimate(fit.bothBad.at(s), fit.shown.at(s));
}

double eloFromTheta(double theta) { return 400 / std::log(10.0) * theta + 1000; }

double detail::davidsonObjective(const std::vector<Vote>& votes, int systems, const DavidsonOptions& options, const Eigen::VectorXd& at, Eigen::VectorXd& gradient,
                                 Eigen::MatrixXd& hessian)
{
    PairTable table(systems, options);
    for (const Vote& v : votes)
        table.add(v);
    return table.objective(at, gradient, hessian);
}

}  // namespace potstill
