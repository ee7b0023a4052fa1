#pragma once

#include "app/rating/systemquality.h"
#include "engine/rating/analysis.h"

namespace potstill {

/// Theme's index of the colour of each system: that of its run, as on every other page. Further systems of a run have its colour with other dashes; models
/// that are no runs have colours that are free.
std::vector<int> systemColors(const std::vector<SystemQuality>& systems);
/// Of the curve of each pair: the colour of its first system, for which the evidence speaks; further pairs of that colour have it with other dashes.
std::vector<int> colorsOfPairs(const std::vector<PairResult>& pairs, const std::vector<int>& colors);

}  // namespace potstill
