#pragma once

#include "app/rating/ratingrecords.h"

#include <QImage>

namespace potstill {

/// A report of a comparison as one HTML page without anything from outside: the finding, every pair with its counts and confidence sequence, strengths, raters, what
/// was left out and why, the definition and its hash. `evidence` stands in it where there is one. Also good for QTextDocument, which makes the PDF.
QString ratingReport(const ComparisonData& data, const Analysis& analysis, const QImage& evidence);

/// By the file's ending, .html or .pdf. Throws Error(Io).
void writeRatingReport(const QString& html, const QString& file);

}  // namespace potstill
