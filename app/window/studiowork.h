#pragma once

#include "app/rating/ratingwork.h"
#include "app/session/runsession.h"

namespace potstill {

/// What outlives a window: the next one takes it over when the language changes.
struct StudioWork {
    RunSession session;
    RatingWork ratings{session};
};

}  // namespace potstill
