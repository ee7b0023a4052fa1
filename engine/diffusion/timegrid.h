#pragma once

#include "engine/diffusion/schedule.h"

#include <vector>

namespace potstill {

/// Where the times of a sampler lie.
enum class GridSpacing {
    Time,     ///< equal steps of t from 1 to 0: leading out of 1 (diffusers' "trailing")
    LogSnr,   ///< equal steps of log-SNR
    Karras,   ///< rho = 7 in sigma/alpha
    Leading,  ///< diffusers' spacings on the integer timesteps of a table; this and all below need trainSteps
    Linspace,
    Trailing,       ///< Time, rounded to the integer timesteps
    LinspaceExact,  ///< Linspace without rounding (Euler, Heun)
    LeadingInner,   ///< the upper n of n + 1 (DPM-Solver)
    LinspaceInner,  ///< the upper n of n + 1 (DPM-Solver)
    Consistency,    ///< every (trainSteps / n)-th level of the training grid of a consistency model
};

/// Decreasing times t_1 > ... > t_N in (0, 1]; the clean image is the point after the last. Stored with a student.
using TimeGrid = std::vector<double>;
/// steps >= 1 times. trainSteps: length of the table that the integer spacings count in; stepsOffset: added to them (Leading, LeadingInner). Error(BadOption) for fewer than one step, or more than the
/// table has.
TimeGrid makeTimeGrid(const NoiseSchedule& schedule, GridSpacing spacing, int steps, int trainSteps = 1000, int stepsOffset = 0);

}  // namespace potstill
