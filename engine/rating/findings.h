#pragma once

#include "engine/rating/analysis.h"

#include <string>

namespace potstill::detail {

/// What is found about one pair, and how certain it is: one sentence.
std::string pairSentence(const ComparisonDefinition& definition, const PairResult& pair);
/// The finding of the whole comparison: one sentence.
std::string findingSentence(const ComparisonDefinition& definition, const Analysis& analysis);

}  // namespace potstill::detail
