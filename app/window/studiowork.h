#pragma once

#include "app/pages/gallerydocument.h"
#include "app/rating/ratingwork.h"
#include "app/session/runsession.h"
#include "app/window/runfiles.h"

namespace potstill {

/// What outlives a window: the next one takes it over when the language changes.
struct StudioWork {
    RunSession session;
    RatingWork ratings{session};
    GalleryDocument gallery;
    RunFiles runFiles;
};

}  // namespace potstill
