#pragma once

#include "app/rating/systemquality.h"

namespace potstill {

/// Theme's index of the colour of each system: that of its run, as on every other page. Further systems of a run have its colour with other dashes; models
/// that are no runs have colours that are free.
std::vector<int> systemColors(const std::vector<SystemQuality>& systems);

}  // namespace potstill
