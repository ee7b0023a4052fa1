#pragma once

#include "app/rating/ratingrecords.h"

#include <QTextDocument>

#include <memory>

namespace potstill {

/// How votes are analysed for a person: findings are said in the language of the program.
AnalysisOptions analysisForReader(int bootstrapReplicates = 1000);

/// A report of a comparison in the language of the program, by the file's ending: .pdf, .tex (tables for LaTeX's booktabs: the pairs and, from three systems on, the strengths with
/// their intervals), else one HTML page (engine/rating/report.h). The PDF is that page on paper: the finding, every pair with its counts and curves, strengths, raters, what was left out
/// and why, how it was tested, the definition and its hash. Throws Error(Io).
void writeRatingReport(const ComparisonData& data, const Analysis& analysis, const QString& file);
/// What the PDF shows.
std::unique_ptr<QTextDocument> reportForPaper(const ComparisonData& data, const Analysis& analysis);

/// Why there are no strengths, in the reader's language.
QString fitStatusText(FitStatus status);
/// What DavidsonFit::isSeparated means, in the reader's language.
QString separationText();

}  // namespace potstill
