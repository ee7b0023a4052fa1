#pragma once

#include "engine/rating/interval.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace potstill {

/// Log e-value against the share of wins p0 after `wins` and `losses` untied votes: ln of B(a+S, a+F) / (B(a,a) p0^S (1-p0)^F). Its expectation under
/// p0 is 1, at every moment and any stopping (Ville 1939; Robbins 1970); p0 in (0, 1), a > 0.
double logEvidence(std::int64_t wins, std::int64_t losses, double p0 = 0.5, double a = 5);

/// Confidence sequence for the share of wins: all p0 whose evidence stays under 1/alpha. Holds at all moments together with probability 1 - alpha.
Estimate shareSequence(std::int64_t wins, std::int64_t losses, double alpha = 0.05, double a = 5);

/// Naive test, for comparison only: |z| of wins against losses under p = 1/2; 0 without votes.
double naiveZ(std::int64_t wins, std::int64_t losses);

/// e-Holm: log e-values of several hypotheses, each lowered to the smallest mean over the sets of hypotheses that hold it (closed testing with
/// arithmetic means; Vovk and Wang, Annals of Statistics 2021, algorithm 1). Rejecting where the result reaches ln(1/alpha) keeps the probability of
/// any false rejection at alpha, under every dependence, and never rejects less than Holm's method on 1/e.
std::vector<double> eHolm(const std::vector<double>& logE);

enum class ClaimKind { Better, NotWorse, Estimate };

/// What a comparison wants to know of its first system beside the second.
struct Claim {
    ClaimKind kind = ClaimKind::Better;
    double margin = 0.1;     ///< NotWorse: the share of wins is above 1/2 - margin; in (0, 0.5)
    double halfWidth = 0.1;  ///< Estimate: stop when the confidence sequence is this narrow to each side; in (0, 0.5)
    bool operator==(const Claim&) const = default;
};

enum class Verdict {
    Undecided,
    FirstBetter,    ///< claim Better: the share of wins is above 1/2
    SecondBetter,   ///< claim Better: it is below 1/2
    NotWorse,       ///< claim NotWorse: it is above 1/2 - margin
    Worse,          ///< claim NotWorse: it is below 1/2 - margin
    PreciseEnough,  ///< claim Estimate: the half width is reached
};
std::string_view verdictName(Verdict verdict);  ///< "undecided", "first_better", ...

struct SequentialOptions {
    Claim claim;
    double prior = 5;  ///< a of the beta mixture
    double alpha = 0.05;
};

/// Evidence after a number of untied votes.
struct EvidencePoint {
    std::int64_t votes = 0;
    double logE = 0;                        ///< against the claim's boundary; the stopping line is ln(1/alpha)
    double share = 0.5, low = 0, high = 1;  ///< wins of the first system with its confidence sequence
    double correctedLogE = 0;               ///< by e-Holm over all pairs of a comparison; logE for a pair of its own
};

/// The anytime-valid test of one pair, fed with untied votes in order. It may be looked at after every vote.
class SequentialTest final {
public:
    /// Throws Error(BadOption) for an option out of range.
    explicit SequentialTest(const SequentialOptions& options = {});

    void add(bool firstWon);

    /// The first decision that was reached; later votes do not take it back.
    Verdict verdict() const { return m_verdict; }
    std::int64_t decidedAt() const { return m_decidedAt; }  ///< untied votes at that moment; 0 = undecided
    std::int64_t wins() const { return m_wins; }
    std::int64_t losses() const { return m_losses; }
    std::int64_t votes() const { return m_wins + m_losses; }
    double logE() const { return m_logE; }
    double threshold() const { return m_threshold; }  ///< ln(1/alpha)
    double boundary() const { return m_p0; }          ///< share that the evidence speaks against: 1/2, or 1/2 - margin
    Estimate share() const;
    /// The verdict for or against the claim that this moment's votes point to, were they evidence enough (for evidence corrected by e-Holm).
    Verdict direction() const;
    /// One point for each vote, from zero votes on.
    std::vector<EvidencePoint> curve() const;
    const SequentialOptions& options() const { return m_options; }

private:
    bool isPrecise() const;

    SequentialOptions m_options;
    double m_p0 = 0.5, m_threshold = 0, m_logE = 0, m_logWin = 0, m_logLoss = 0;
    std::int64_t m_wins = 0, m_losses = 0, m_decidedAt = 0;
    Verdict m_verdict = Verdict::Undecided;
    std::vector<bool> m_history;
};

}  // namespace potstill
