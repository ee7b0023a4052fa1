#pragma once

#include "app/rating/ratingrecords.h"

#include <QCoreApplication>

namespace potstill {

/// How the state of a comparison is told in lists. `isDecided`: its votes settle its claim, as far as the rater may know.
class ComparisonTexts final {
    Q_DECLARE_TR_FUNCTIONS(potstill::RatePage)
public:
    static QString state(const ComparisonRecord& comparison, bool isDecided);
    /// The name of its icon.
    static const char* icon(const ComparisonRecord& comparison, bool isDecided);
};

}  // namespace potstill
