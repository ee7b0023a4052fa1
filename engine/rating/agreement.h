#pragma once

#include "engine/rating/interval.h"
#include "engine/rating/sequential.h"
#include "engine/rating/vote.h"

#include <cstdint>
#include <string>
#include <vector>

namespace potstill {

enum class AgreementStatus {
    Ok,
    NoOverlap,    ///< nothing was judged by two raters
    NoVariation,  ///< all judgements are the same: agreement beyond chance is not defined
};
/// One plain English sentence, which is a text of the findings (AnalysisOptions::translate).
std::string agreementStatusSentence(AgreementStatus status);

/// One value that one rater gave to one unit.
struct Judgement {
    std::int64_t unit = 0;
    int rater = 0;
    int value = 0;  ///< a name, not a number: nominal
};

/// Judgements of votes: the unit is systems and noise seed, the value is the system that won (0 the lower index, 1 the higher), 2 tie or 3 both bad,
/// so that sides do not matter. Of several votes of a rater on a unit the first counts.
std::vector<Judgement> judgementsOf(const std::vector<Vote>& votes);

struct Agreement {
    AgreementStatus status = AgreementStatus::NoOverlap;
    double value = 0, low = 0, high = 0;  ///< 1 = always the same, 0 = as by chance
    std::int64_t units = 0;               ///< judged by two raters at least
    std::int64_t judgements = 0;          ///< of those units
};

/// Krippendorff's alpha for nominal values with missing ones (Content Analysis, 2004, chapter 11); the interval is the percentile bootstrap over units.
Agreement krippendorffAlpha(const std::vector<Judgement>& judgements, double confidence = 0.95, int replicates = 1000, std::uint64_t seed = 0);

/// Cohen's kappa of two raters on the units that both judged, with the large-sample interval of Fleiss, Cohen and Everitt (1969).
Agreement cohensKappa(const std::vector<Judgement>& judgements, int raterA, int raterB, double confidence = 0.95);

/// Share of repeated pairs that were answered as the first time: repeats of the same systems and seed by one rater, whichever side they stood on.
Estimate repeatRate(const std::vector<Vote>& votes, double confidence = 0.95);

/// Left picks ("wins") against right picks among untied votes; its verdict is FirstBetter where the left side is preferred.
SequentialTest sideBias(const std::vector<Vote>& votes, double alpha = 0.05, double prior = 5);

}  // namespace potstill
