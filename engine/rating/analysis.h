#pragma once

#include "engine/rating/agreement.h"
#include "engine/rating/comparison.h"
#include "engine/rating/davidson.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace potstill {

/// Hidden pairs that check the rater.
enum class CheckKind {
    None,
    Identical,  ///< one image twice; right: tie or both bad
    Repeated,   ///< a pair of this rater again, sides as before; gives the repeat rate
    Mirrored,   ///< a pair of this rater again, sides exchanged; gives the repeat rate
    KnownBad,   ///< one image was spoilt; right: the other one
};
std::string_view checkKindName(CheckKind kind);  ///< "none", "identical", "repeated", "mirrored", "known_bad"
CheckKind checkKindFromName(std::string_view name);

/// A vote as a store keeps it. Undone votes are not given to the analysis.
struct RatedVote {
    Vote vote;  ///< systems by their index in the definition; of an identical pair both are the same
    CheckKind check = CheckKind::None;
    Answer expected = Answer::Tie;  ///< KnownBad: the side that is right
    double responseMs = 0;          ///< from both images painted to the key; 0 = not known
    std::int64_t timeMs = 0;        ///< since 1970, UTC, by the clock where it was taken; does not order the votes
};

/// Answers on one pair of systems, seen from the first.
struct PairCounts {
    std::int64_t wins = 0, ties = 0, losses = 0, bothBad = 0;
    std::int64_t total() const { return wins + ties + losses + bothBad; }
};

struct PairResult {
    int first = 0, second = 0;
    PairCounts counted;                    ///< votes that the test uses
    PairCounts all;                        ///< every vote that was not excluded
    double logE = 0;                       ///< evidence against the claim's boundary
    double correctedLogE = 0;              ///< by e-Holm over all pairs
    double threshold = 0;                  ///< ln(1/alpha)
    Verdict verdict = Verdict::Undecided;  ///< by corrected evidence, at the first moment it sufficed
    std::int64_t decidedAt = 0;            ///< untied votes of this pair at that moment
    Estimate share;                        ///< of wins, with the confidence sequence at alpha / number of pairs
    std::vector<EvidencePoint> curve;      ///< with the corrected evidence, which meets the threshold where the verdict falls
    double naiveZ = 0;                     ///< for comparison only
    std::string sentence;                  ///< this pair's finding
};

struct RaterRow {
    std::string name;
    std::int64_t votes = 0;  ///< valid, without checks
    std::int64_t ties = 0, bothBad = 0, excluded = 0;
    double medianResponseMs = 0;  ///< 0 where no time is known
    Estimate leftShare;           ///< left picks among untied votes, with the confidence sequence
    bool hasSideBias = false;     ///< the sequential test says so
    Estimate repeatRate;          ///< same answer on repeated and mirrored pairs
    std::int64_t checks = 0, failedChecks = 0;
    Estimate agreement;  ///< same answer as another rater, over shared pairs and seeds
};

/// Cohen's kappa of two raters.
struct RaterPair {
    int first = 0, second = 0;
    Agreement kappa;
};

struct ExcludedVote {
    std::size_t index = 0;  ///< in the votes given
    std::string reason;
};

struct Analysis {
    std::string definitionHash;
    std::int64_t votes = 0;              ///< given, checks included
    std::int64_t valid = 0, checks = 0;  ///< valid: not excluded and no check
    std::int64_t counted = 0;            ///< used by the tests
    std::vector<PairResult> pairs;
    DavidsonFit fit;  ///< of all valid votes
    BootstrapFit bootstrap;
    Agreement agreement;  ///< Krippendorff's alpha of all valid votes
    std::vector<RaterRow> raters;
    std::vector<RaterPair> raterPairs;  ///< those that judged something in common
    Estimate leftShare;                 ///< of all raters together
    bool hasSideBias = false;
    std::vector<ExcludedVote> excluded;
    std::string finding;  ///< one sentence: what is found, and how certain it is
};

struct AnalysisOptions {
    int bootstrapReplicates = 1000;  ///< 0 = none
    std::uint64_t seed = 0;          ///< of the bootstraps
    /// Texts of the findings, and of why votes are left out, in the reader's language: by their English form with {0}, {1} ... for what is filled in (context "Findings");
    /// empty = English.
    std::function<std::string(const char*)> translate;
};

/// Everything that a results page or report shows. `raterNames` are indexed by Vote::rater. Throws Error(BadOption) where the definition is not valid or a
/// vote names a system or rater that does not exist; few, one-sided or contradictory votes are no error. Votes count in the order given, which is that in which
/// they arrived: the clocks of several computers are none. A rater's further votes on a pair and seed are left out everywhere; the first decides.
Analysis analyse(const ComparisonDefinition& definition, const std::vector<RatedVote>& votes, const std::vector<std::string>& raterNames, const AnalysisOptions& options = {});
Json toJson(const Analysis& analysis, const ComparisonDefinition& definition);

}  // namespace potstill
