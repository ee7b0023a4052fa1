#include "engine/rating/findings.h"

#include "engine/rating/texts.h"

#include <cmath>

namespace potstill::detail {

namespace {

/// At most one decimal, and none where it is 0.
std::string number(double value)
{
    const double tenths = std::round(value * 10);
    return std::fmod(tenths, 10) == 0 ? fmt::format("{:.0f}", tenths / 10) : fmt::format("{:.1f}", tenths / 10);
}

class Writer {
public:
    Writer(const ComparisonDefinition& d, const AnalysisOptions& options) : m_d(d), text(options.translate) {}

    /// The claim as decided, or as a question.
    std::string statement(const PairResult& p) const
    {
        const std::string first = name(p.first), second = name(p.second), margin = points(m_d.claim.margin), width = points(m_d.claim.halfWidth);
        switch (p.verdict) {
        case Verdict::FirstBetter: return text(FINDING_TEXT("Findings", "{0} is preferred to {1}"), first, second);
        case Verdict::SecondBetter: return text(FINDING_TEXT("Findings", "{0} is preferred to {1}"), second, first);
        case Verdict::NotWorse: return text(FINDING_TEXT("Findings", "{0} is not worse than {1} by more than {2}"), first, second, margin);
        case Verdict::Worse: return text(FINDING_TEXT("Findings", "{0} is worse than {1} by more than {2}"), first, second, margin);
        case Verdict::PreciseEnough: return text(FINDING_TEXT("Findings", "The share of wins of {0} against {1} is known to ± {2}"), first, second, width);
        case Verdict::Undecided: break;
        }
        switch (m_d.claim.kind) {
        case ClaimKind::Better: return text(FINDING_TEXT("Findings", "It is not decided yet whether {0} or {1} is preferred"), first, second);
        case ClaimKind::NotWorse: return text(FINDING_TEXT("Findings", "It is not decided yet whether {0} is worse than {1} by more than {2}"), first, second, margin);
        case ClaimKind::Estimate: return text(FINDING_TEXT("Findings", "The share of wins of {0} against {1} is not yet known to ± {2}"), first, second, width);
        }
        return {};
    }

    std::string pair(const PairResult& p) const
    {
        const bool hasVerdict = p.verdict != Verdict::Undecided && p.verdict != Verdict::PreciseEnough;
        return hasVerdict ? text(FINDING_TEXT("Findings", "{0}: {1}, decided after {2} with at most {3} risk of a false alarm."), statement(p), evidence(p), p.decidedAt,
                                 percent(m_d.alpha))
                          : text(FINDING_TEXT("Findings", "{0}: {1}."), statement(p), evidence(p));
    }

    std::string finding(const Analysis& a) const
    {
        const std::string all = a.pairs.size() == 1 ? a.pairs.front().sentence : ofSeveral(a);
        return m_d.kind == ComparisonKind::Exploratory ? text(FINDING_TEXT("Findings", "Exploratory: {0}"), all) : all;
    }

private:
    std::string ofSeveral(const Analysis& a) const
    {
        std::string decided;
        std::size_t n = 0;
        for (const PairResult& p : a.pairs)
            if (p.verdict != Verdict::Undecided)
                decided += (n++ == 0 ? "" : "; ") + statement(p);
        const std::string votes = a.counted == 1 ? text(FINDING_TEXT("Findings", "{0} vote"), a.counted) : text(FINDING_TEXT("Findings", "{0} votes"), a.counted);
        if (n == 0)
            return text(FINDING_TEXT("Findings", "None of the {0} pairs is decided after {1}."), a.pairs.size(), votes);
        const std::string certainty = m_d.claim.kind == ClaimKind::Estimate ? text(FINDING_TEXT("Findings", "at {0} confidence"), percent(1 - m_d.alpha))
                                                                            : text(FINDING_TEXT("Findings", "with at most {0} risk of any false alarm"), percent(m_d.alpha));
        return n == 1 ? text(FINDING_TEXT("Findings", "{0} of {1} pairs is decided after {2}, {3}: {4}."), n, a.pairs.size(), votes, certainty, decided)
                      : text(FINDING_TEXT("Findings", "{0} of {1} pairs are decided after {2}, {3}: {4}."), n, a.pairs.size(), votes, certainty, decided);
    }

    std::string evidence(const PairResult& p) const
    {
        const std::int64_t untied = p.counted.wins + p.counted.losses, total = p.counted.total();
        if (total == 0)
            return text(FINDING_TEXT("Findings", "there are no votes that count"));
        if (untied == 0)
            return total == 1 ? text(FINDING_TEXT("Findings", "none of {0} vote prefers one of them"), total)
                              : text(FINDING_TEXT("Findings", "none of {0} votes prefers one of them"), total);
        // The winner's share reads best.
        const bool isSecond = p.verdict == Verdict::SecondBetter;
        const double share = isSecond ? 1 - p.share.value : p.share.value, low = isSecond ? 1 - p.share.high : p.share.low, high = isSecond ? 1 - p.share.low : p.share.high;
        const std::string of = untied == 1 ? text(FINDING_TEXT("Findings", "{0} untied vote"), untied) : text(FINDING_TEXT("Findings", "{0} untied votes"), untied);
        return text(FINDING_TEXT("Findings", "{0} won {1} of {2} ({3} confidence sequence {4} to {5})"), name(isSecond ? p.second : p.first), percent(share), of,
                    percent(1 - m_d.alpha), percent(low), percent(high));
    }

    std::string percent(double share) const { return text.decimal(number(100 * share)) + " %"; }

    std::string points(double share) const
    {
        const std::string value = text.decimal(number(100 * share));
        return value == "1" ? text(FINDING_TEXT("Findings", "{0} percentage point"), value) : text(FINDING_TEXT("Findings", "{0} percentage points"), value);
    }

    std::string name(int system) const { return text(FINDING_TEXT("Findings", "“{0}”"), m_d.systems.at(static_cast<std::size_t>(system)).name); }

    const ComparisonDefinition& m_d;
    const Texts text;
};

}  // namespace

std::string pairSentence(const ComparisonDefinition& d, const PairResult& p, const AnalysisOptions& options) { return Writer(d, options).pair(p); }

std::string findingSentence(const ComparisonDefinition& d, const Analysis& a, const AnalysisOptions& options) { return Writer(d, options).finding(a); }

}  // namespace potstill::detail
