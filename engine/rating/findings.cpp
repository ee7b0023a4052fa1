#include "engine/rating/findings.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill::detail {

namespace {

std::string count(std::int64_t n, const char* one, const char* many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

/// At most one decimal, and none where it is 0.
std::string percent(double share)
{
    const double tenths = std::round(share * 1000);
    return std::fmod(tenths, 10) == 0 ? fmt::format("{:.0f} %", tenths / 10) : fmt::format("{:.1f} %", tenths / 10);
}

std::string points(double share)
{
    std::string text = percent(share);
    text.resize(text.size() - 2);
    return text + (text == "1" ? " percentage point" : " percentage points");
}

struct Names {
    std::string first, second;
    Names(const ComparisonDefinition& d, const PairResult& p)
        : first("“" + d.systems.at(static_cast<std::size_t>(p.first)).name + "”"), second("“" + d.systems.at(static_cast<std::size_t>(p.second)).name + "”")
    {
    }
};

/// The claim as decided, or as a question.
std::string statement(const ComparisonDefinition& d, const PairResult& p)
{
    const Names n(d, p);
    const std::string margin = points(d.claim.margin);
    switch (p.verdict) {
    case Verdict::FirstBetter: return fmt::format("{} is preferred to {}", n.first, n.second);
    case Verdict::SecondBetter: return fmt::format("{} is preferred to {}", n.second, n.first);
    case Verdict::NotWorse: return fmt::format("{} is not worse than {} by more than {}", n.first, n.second, margin);
    case Verdict::Worse: return fmt::format("{} is worse than {} by more than {}", n.first, n.second, margin);
    case Verdict::PreciseEnough: return fmt::format("The share of wins of {} against {} is known to ± {}", n.first, n.second, points(d.claim.halfWidth));
    case Verdict::Undecided: break;
    }
    switch (d.claim.kind) {
    case ClaimKind::Better: return fmt::format("It is not decided yet whether {} or {} is preferred", n.first, n.second);
    case ClaimKind::NotWorse: return fmt::format("It is not decided yet whether {} is worse than {} by more than {}", n.first, n.second, margin);
    case ClaimKind::Estimate: return fmt::format("The share of wins of {} against {} is not yet known to ± {}", n.first, n.second, points(d.claim.halfWidth));
    }
    return {};
}

std::string evidence(const ComparisonDefinition& d, const PairResult& p)
{
    const std::int64_t untied = p.counted.wins + p.counted.losses;
    if (untied == 0)
        return p.counted.total() == 0 ? "there are no votes that count" : fmt::format("none of {} prefers one of them", count(p.counted.total(), "vote", "votes"));
    const Names n(d, p);
    // The winner's share reads best.
    const bool isSecond = p.verdict == Verdict::SecondBetter;
    const double share = isSecond ? 1 - p.share.value : p.share.value, low = isSecond ? 1 - p.share.high : p.share.low, high = isSecond ? 1 - p.share.low : p.share.high;
    return fmt::format("{} won {} of {} ({} confidence sequence {} to {})", isSecond ? n.second : n.first, percent(share), count(untied, "untied vote", "untied votes"),
                       percent(1 - d.alpha), percent(low), percent(high));
}

std::string certainty(const ComparisonDefinition& d, const PairResult& p)
{
    if (p.verdict == Verdict::Undecided || p.verdict == Verdict::PreciseEnough)
        return {};
    return fmt::format(", decided after {} with at most {} risk of a false alarm", p.decidedAt, percent(d.alpha));
}

}  // namespace

std::string pairSentence(const ComparisonDefinition& d, const PairResult& p) { return statement(d, p) + ": " + evidence(d, p) + certainty(d, p) + "."; }

std::string findingSentence(const ComparisonDefinition& d, const Analysis& a)
{
    const std::string lead = d.kind == ComparisonKind::Exploratory ? "Exploratory: " : "";
    if (a.pairs.size() == 1)
        return lead + a.pairs.front().sentence;
    std::string decided;
    std::size_t number = 0;
    for (const PairResult& p : a.pairs)
        if (p.verdict != Verdict::Undecided) {
            decided += (number++ == 0 ? ": " : "; ") + statement(d, p);
        }
    const std::string votes = count(a.counted, "vote", "votes");
    if (number == 0)
        return fmt::format("{}None of the {} pairs is decided after {}.", lead, a.pairs.size(), votes);
    const std::string certainty =
        d.claim.kind == ClaimKind::Estimate ? fmt::format("at {} confidence", percent(1 - d.alpha)) : fmt::format("with at most {} risk of any false alarm", percent(d.alpha));
    return fmt::format("{}{} of {} pairs {} decided after {}, {}{}.", lead, number, a.pairs.size(), number == 1 ? "is" : "are", votes, certainty, decided);
}

}  // namespace potstill::detail
