#pragma once

#include "engine/core/runcontrol.h"

namespace potstill {

/// Leaves the middle of a job that is asked to stop, through code that knows of no stop. It never crosses a function that the outside calls: to those a stop is an outcome.
struct JobStopped {};

/// Throws JobStopped when `control` (null = nobody stops it) asks for the end.
inline void leaveIfStopping(const RunControl* control)
{
    if (control && control->isStopping())
        throw JobStopped{};
}

}  // namespace potstill
