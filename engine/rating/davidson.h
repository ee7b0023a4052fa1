#pragma once

#include "engine/rating/interval.h"
#include "engine/rating/vote.h"

#include <Eigen/Core>

#include <cstdint>
#include <string>
#include <vector>

namespace potstill {

enum class FitStatus {
    Ok,
    NoVotes,         ///< none that says which image is better (votes of "both bad" do not)
    OneSystem,       ///< fewer than two systems
    Disconnected,    ///< the votes fall into groups of systems that were never shown together
    AllTies,         ///< no vote prefers a side
    SideConfounded,  ///< the pairs were always shown the same way round: side and system cannot be told apart
    Separated,       ///< some systems won every vote against the others: without a ridge their strength has no bound, and no bootstrap shows how uncertain it is
    NotConverged,    ///< no finite maximum was found
};
/// One plain English sentence, which is a text of the findings (AnalysisOptions::translate).
std::string fitStatusSentence(FitStatus status);
/// What DavidsonFit::isSeparated means, likewise.
std::string separationSentence();

struct DavidsonOptions {
    double ridge = 1e-3;     ///< penalty ridge/2 * (|theta|^2 + tie^2 + side^2); 0 = none
    bool sideEffect = true;  ///< estimate the preference for the left side
    bool ties = true;        ///< estimate the tie parameter; false = leave tied votes out (Bradley and Terry's model)
    double confidence = 0.95;
};

/// Davidson's model (JASA 1970) with a side effect: the answer is left, right or tie with probabilities softmax(z/2, -z/2, tie), where
/// z = theta_left - theta_right + side. The counts are there whatever the status; strengths and intervals only where it is Ok.
struct DavidsonFit {
    FitStatus status = FitStatus::NoVotes;
    std::vector<double> theta;      ///< natural log strength of each system, mean 0
    double tie = 0;                 ///< logit of a tie between equals, ln(nu); has no meaning without hasTie
    double side = 0;                ///< logit of left against right between equals; 0 without a side effect
    bool isSeparated = false;       ///< some systems won every vote against the others, or one side won every vote: the strengths are bounded by the ridge alone
    bool hasTie = false;            ///< a tie parameter was estimated: asked for, and some vote was a tie
    Eigen::MatrixXd covariance;     ///< of theta, [systems, systems]; singular along the constant vector
    std::vector<double> low, high;  ///< interval of each theta
    double quantile = 0;            ///< Student's t with clusters - 1 degrees of freedom: half width = quantile * standard error
    double sideError = 0;           ///< standard error of side
    double logLikelihood = 0;       ///< without the penalty
    int clusters = 0;
    std::string clusterKind;  ///< "rater", "noise seed"; "vote" where there are not two of either; "none" where isSeparated

    // Of each system, or all of them:
    std::vector<std::int64_t> wins, losses, ties, bothBad, shown;
    std::int64_t untied = 0;     ///< votes for a side
    std::vector<int> component;  ///< number of the connected group of each system, from 0
};

/// Fits by Newton's method with the mean of theta held at 0. Intervals come from the sandwich covariance A^-1 B A^-1, clustered by rater, below
/// ten raters by noise seed, with factor G/(G-1). Separated votes leave almost no scores, which would make that too narrow: there it is A^-1. Throws Error(BadOption) for a vote that names no system or one system twice.
DavidsonFit fitDavidson(const std::vector<Vote>& votes, int systems, const DavidsonOptions& options = {});

/// theta_a - theta_b with its interval; the fit must be Ok.
Estimate strengthDifference(const DavidsonFit& fit, int a, int b);
/// Share of untied votes that a wins against b, by the model, without side effect; the fit must be Ok.
Estimate winShare(const DavidsonFit& fit, int a, int b);
/// Share of the pairs with this system in which "both bad" was said.
Estimate failureRate(const DavidsonFit& fit, int system);
/// 400/ln(10) * theta + 1000.
double eloFromTheta(double theta);

struct BootstrapOptions {
    int replicates = 1000;
    std::uint64_t seed = 0;
};
struct BootstrapFit {
    FitStatus status = FitStatus::NoVotes;  ///< of the fit to all votes; Separated where it is; NotConverged also where under half the replicates could be fitted
    std::vector<double> low, high;          ///< percentile interval of each theta
    int replicates = 0, failed = 0;         ///< fitted; not fitted, for example because a system was not drawn
};
/// Draws raters with replacement, then noise seeds within each drawn rater, and fits again; one rater: noise seeds alone.
BootstrapFit bootstrapDavidson(const std::vector<Vote>& votes, int systems, const DavidsonOptions& options = {}, const BootstrapOptions& bootstrap = {});

namespace detail {
/// Penalised log likelihood at [theta (systems), tie, side], with its gradient in the same order: for tests against finite differences.
double davidsonObjective(const std::vector<Vote>& votes, int systems, const DavidsonOptions& options, const Eigen::VectorXd& at, Eigen::VectorXd& gradient,
                         Eigen::MatrixXd& hessian);
}  // namespace detail

}  // namespace potstill
