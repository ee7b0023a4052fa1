#pragma once

#include "engine/rating/analysis.h"

#include <string>
#include <string_view>

namespace potstill::detail {

/// Text as HTML: & < > " ' are written as entities.
std::string escaped(std::string_view text);
/// E itself while it can be read, a power of ten beyond.
std::string evidenceText(double logE);

/// Drawings as SVG elements.
/// log10 of the corrected E over untied votes, with the stopping line where evidence decides (a claim to estimate is decided by the interval).
std::string evidenceChart(const PairResult& pair, bool isDecidedByEvidence);
std::string shareChart(const PairResult& pair);  ///< share of wins with its confidence sequence
std::string strengthChart(const ComparisonDefinition& definition, const DavidsonFit& fit);

}  // namespace potstill::detail
