#pragma once

#include "app/rating/ratingrecords.h"

#include <QImage>

namespace potstill {

/// A report of a comparison, by the file's ending: .pdf, else one HTML page (engine/rating/report.h). Both state the finding, every pair with its counts, strengths,
/// raters, what was left out and why, the definition and its hash. `evidence` is the chart that stands in the PDF. Throws Error(Io).
void writeRatingReport(const ComparisonData& data, const Analysis& analysis, const QImage& evidence, const QString& file);

}  // namespace potstill
