#pragma once

#include "engine/rating/analysis.h"

#include <QString>

// What the Results page says in words beside its charts; "" where there is nothing to say.
namespace potstill {

/// Whether the raters prefer a side; why there are no strengths, what bounds them, and how precise they can be.
QString fitText(const ComparisonDefinition& definition, const Analysis& analysis);
/// How often a system stood in a pair of which both images were called bad.
QString failureText(const ComparisonDefinition& definition, const Analysis& analysis);
/// How far raters agree, all together and two by two.
QString agreementText(const Analysis& analysis);

}  // namespace potstill
