#include "app/pages/resulttexts.h"

#include "app/pages/resultspage.h"
#include "app/rating/ratingreport.h"
#include "engine/rating/planning.h"
#include "widgets/numbertext.h"

namespace potstill {

QString fitText(const ComparisonDefinition& d, const Analysis& a)
{
    QStringList out;
    if (a.hasSideBias)
        out.append(ResultsPage::tr("The raters together prefer one side: %1 % of the untied votes went to the left image (%2 to %3).")
                       .arg(numberText(100 * a.leftShare.value, 'f', 0), numberText(100 * a.leftShare.low, 'f', 0), numberText(100 * a.leftShare.high, 'f', 0)));
    if (a.fit.status != FitStatus::Ok) {
        out.append(ResultsPage::tr("There are no strengths: %1").arg(fitStatusText(a.fit.status)));
        return out.join(' ');
    }
    if (a.fit.isSeparated)
        out.append(separationText());
    if (a.raters.size() == 1)
        out.append(ResultsPage::tr("One person has rated: the intervals tell how votes vary over noise seeds, not over people."));
    const int systems = int(d.systems.size());
    if (systems > 2 && a.fit.untied > 0) {
        const double width = eloHalfWidth(systems, a.fit.untied);
        out.append(ResultsPage::tr("In a balanced design %1 untied votes tell two strengths apart to ± %2 points of Elo; half of that takes %3.")
                       .arg(a.fit.untied)
                       .arg(width, 0, 'f', 0)
                       .arg(votesForEloHalfWidth(systems, width / 2)));
    }
    return out.join(' ');
}

QString failureText(const ComparisonDefinition& d, const Analysis& a)
{
    QStringList out;
    for (std::size_t s = 0; s < d.systems.size() && s < a.fit.shown.size(); ++s)
        if (const Estimate rate = failureRate(a.fit, int(s)); rate.n > 0)
            out.append(
                ResultsPage::tr("“%1” %2 % (%3 to %4)")
                    .arg(QString::fromStdString(d.systems[s].name), numberText(100 * rate.value, 'f', 0), numberText(100 * rate.low, 'f', 0), numberText(100 * rate.high, 'f', 0)));
    return out.isEmpty() ? QString() : ResultsPage::tr("Share of a system's pairs that were called “both bad”: %1").arg(out.join(", "));
}

QString agreementText(const Analysis& a)
{
    if (a.raters.size() < 2)
        return {};
    if (a.agreement.status != AgreementStatus::Ok)
        return a.agreement.status == AgreementStatus::NoOverlap ? ResultsPage::tr("No pair was judged by two raters, so that their agreement is not known.")
                                                                : ResultsPage::tr("All judgements are the same: agreement beyond chance is not defined.");
    QStringList parts = {ResultsPage::tr("Krippendorff's α = %1 (%2 to %3), %n pair(s)", nullptr, int(a.agreement.units))
                             .arg(numberText(a.agreement.value, 'f', 2))
                             .arg(numberText(a.agreement.low, 'f', 2))
                             .arg(numberText(a.agreement.high, 'f', 2))};
    for (const RaterPair& p : a.raterPairs)
        if (p.kappa.status == AgreementStatus::Ok)
            parts.append(ResultsPage::tr("%1 and %2: Cohen's κ = %3 (%4 to %5), %n pair(s)", nullptr, int(p.kappa.units))
                             .arg(QString::fromStdString(a.raters[std::size_t(p.first)].name), QString::fromStdString(a.raters[std::size_t(p.second)].name))
                             .arg(numberText(p.kappa.value, 'f', 2))
                             .arg(numberText(p.kappa.low, 'f', 2))
                             .arg(numberText(p.kappa.high, 'f', 2)));
    return parts.join("\n");
}

}  // namespace potstill
