#pragma once

#include "engine/rating/analysis.h"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace potstill {

/// Two systems (rising order) from one noise seed: what is judged.
struct RatingUnit {
    std::pair<int, int> systems;
    std::int64_t seed = 0;
    auto operator<=>(const RatingUnit&) const = default;
};

/// A pair of a session, before it has images.
struct ScheduledPair {
    int left = 0, right = 0;  ///< systems
    std::int64_t seed = 0;
    bool leftIsSpoilt = false, rightIsSpoilt = false;
    CheckKind check = CheckKind::None;
    Answer expected = Answer::Tie;
    bool operator==(const ScheduledPair&) const = default;
};

struct SchedulerInput {
    std::vector<RatingUnit> available;     ///< units that have their images
    std::vector<std::int64_t> checkSeeds;  ///< seeds of identical and known-bad pairs; empty = only repeated and mirrored ones
    std::set<RatingUnit> taken;            ///< shown to somebody whose vote counts
    std::set<RatingUnit> seen;             ///< shown to this rater
    std::vector<Vote> votes;               ///< in force, without checks: what an exploratory comparison knows so far
    bool raterCounts = true;               ///< another rater is shown what others have judged, for agreement alone
    std::uint64_t seed = 0;                ///< of the comparison
    std::uint64_t session = 0;             ///< number of the session in the comparison
};

/// The pairs of a rater's next session, in order, checks hidden among them. A pure function of its input.
///
/// Confirmatory: a share of the common block that this rater has not seen, then units that nobody has judged, the pairs of systems balanced; units that others
/// judged only where no new ones are left. Exploratory: units of the pair of systems that the fitted model is least sure about (expected gain of information,
/// 1/2 ln(1 + p q var)), each draw counted before the next, and shown in that order. Sides are balanced within each pair of systems. Fewer pairs than the session's length when there are
/// no more; none when this rater has seen everything.
std::vector<ScheduledPair> scheduleSession(const ComparisonDefinition& definition, const SchedulerInput& input);

}  // namespace potstill
