#pragma once

#include "app/rating/ratingrecords.h"

#include <QImage>

namespace potstill {

/// How votes are analysed for a person: findings are said in the language of the program.
AnalysisOptions analysisForReader(int bootstrapReplicates = 1000);

/// A report of a comparison in the language of the program, by the file's ending: .pdf, .tex (tables for LaTeX's booktabs: the pairs and, from three systems on, the strengths with
/// their intervals), else one HTML page (engine/rating/report.h). Page and PDF state the finding, every pair with its counts, strengths, raters, what was left out and why, the definition
/// and its hash.
/// `evidence` is the chart that stands in the PDF. Throws Error(Io).
void writeRatingReport(const ComparisonData& data, const Analysis& analysis, const QImage& evidence, const QString& file);

}  // namespace potstill
