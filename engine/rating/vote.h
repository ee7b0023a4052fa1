#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace potstill {

/// What a rater said of two images.
enum class Answer { Left, Right, Tie, BothBad };

/// "left", "right", "tie" or "both_bad", as files have it.
std::string_view answerName(Answer answer);
/// Throws Error(BadOption) naming the text and the four that are right.
Answer answerFromName(std::string_view name);

/// One judgement of one pair.
struct Vote {
    int left = 0, right = 0;  ///< indices of the systems shown
    Answer answer = Answer::Tie;
    int rater = 0;          ///< index of the rater
    std::int64_t seed = 0;  ///< noise seed that both images started from
    std::int64_t session = 0;
    bool operator==(const Vote&) const = default;
};

/// The two systems in rising order: the pair whichever side each stood on.
inline std::pair<int, int> pairOf(const Vote& vote) { return vote.left < vote.right ? std::pair{vote.left, vote.right} : std::pair{vote.right, vote.left}; }

}  // namespace potstill
