#pragma once

#include "engine/rating/analysis.h"

#include <string>

namespace potstill::detail {

/// What is found about one pair, and how certain it is: one sentence, in the language of AnalysisOptions::translate.
std::string pairSentence(const ComparisonDefinition& definition, const PairResult& pair, const AnalysisOptions& options);
/// The finding of the whole comparison: one sentence.
std::string findingSentence(const ComparisonDefinition& definition, const Analysis& analysis, const AnalysisOptions& options);

}  // namespace potstill::detail
