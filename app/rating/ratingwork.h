#pragma once

#include "app/rating/imagepreparation.h"
#include "app/rating/ratingstore.h"

namespace potstill {

/// What goes on in the ratings of a project, whichever page shows it.
struct RatingWork {
    explicit RatingWork(RunSession& runs) : preparation(runs, store) {}

    RatingStore store;
    ImagePreparation preparation;
    QString quick;  ///< the comparison that is locked and rated by itself when its images are ready; "" = none
};

}  // namespace potstill
