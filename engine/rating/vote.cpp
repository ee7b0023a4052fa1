#include "engine/rating/vote.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace potstill {

std::string_view answerName(Answer answer)
{
    switch (answer) {
    case Answer::Left: return "left";
    case Answer::Right: return "right";
    case Answer::Tie: return "tie";
    case Answer::BothBad: return "both_bad";
    }
    return "tie";
}

Answer answerFromName(std::string_view name)
{
    for (const Answer a : {Answer::Left, Answer::Right, Answer::Tie, Answer::BothBad})
        if (answerName(a) == name)
            return a;
    throw Error(ErrorCode::BadOption, fmt::format("'{}' is no answer; left, right, tie and both_bad are", name));
}

}  // namespace potstill
