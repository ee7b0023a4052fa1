#pragma once

#include "engine/rating/analysis.h"
#include "engine/rating/texts.h"

#include <string>
#include <string_view>

namespace potstill::detail {

/// Text as HTML: & < > " ' are written as entities.
std::string escaped(std::string_view text);
/// E itself while it can be read, a power of ten beyond.
std::string evidenceText(double logE);

/// Drawings as SVG elements.
/// log10 of the corrected E over untied votes, with the stopping line where evidence decides (a claim to estimate is decided by the interval).
std::string evidenceChart(const PairResult& pair, bool isDecidedByEvidence, const Texts& text);
std::string shareChart(const PairResult& pair, const Texts& text);  ///< share of wins with its confidence sequence
std::string strengthChart(const ComparisonDefinition& definition, const DavidsonFit& fit, const Texts& text);

}  // namespace potstill::detail
