#pragma once

#include "engine/rating/analysis.h"

#include <string>

namespace potstill {

/// The language of a report, which is that of the analysis it shows.
struct ReportLanguage {
    std::string code = "en";                            ///< BCP 47
    std::function<std::string(const char*)> translate;  ///< as in AnalysisOptions
};

/// The report of a comparison as one HTML page that needs nothing else: the finding, evidence over votes with the stopping line, counts, strengths, raters, what was
/// left out and why, the definition with its hash. UTF-8, without scripts, light or dark by the reader's preference. `title` may be empty.
std::string reportHtml(const ComparisonDefinition& definition, const Analysis& analysis, const std::string& title, const ReportLanguage& language = {});

}  // namespace potstill
