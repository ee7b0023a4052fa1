#pragma once

#include "engine/core/runcontrol.h"
#include "engine/jobs/jobs.h"

namespace potstill {

struct UNetConfig;

/// Bytes that one image of size x size pixels takes in a U-Net while it is trained: what is kept for the backward pass, float32.
std::int64_t activationBytes(const UNetConfig& config, std::int64_t size);

/// The same, with the speed taken from real steps of the run's method on its device: two optimiser steps, of which the first warms up. A figure is measured once for each
/// combination of network, batch, device and method and then remembered. Throws Error, also when `control` stops it.
RunEstimate estimateRun(const Json& document, const std::filesystem::path& project, RunControl& control);
/// How many measurements were made rather than remembered since the program began.
int measurementsMade();

}  // namespace potstill
