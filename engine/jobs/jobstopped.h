#pragma once

#include "engine/core/runcontrol.h"

namespace potstill {

/// Thrown to leave a job in the middle when it is asked to stop, through code that knows nothing of stopping. It never crosses a function that the outside calls: to those
/// a stop is an outcome.
struct JobStopped {};

/// Throws JobStopped when `control` (null = nobody stops it) asks for the end.
inline void leaveIfStopping(const RunControl* control)
{
    if (control && control->isStopping())
        throw JobStopped{};
}

}  // namespace potstill
