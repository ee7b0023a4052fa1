#include "engine/rating/agreement.h"

#include "engine/core/counterrng.h"
#include "engine/core/philox.h"
#include "engine/core/series.h"
#include "engine/rating/texts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace potstill {

namespace {

/// 0 the lower index won, 1 the higher, 2 tie, 3 both bad.
int valueOf(const Vote& v)
{
    if (v.answer == Answer::Tie || v.answer == Answer::BothBad)
        return v.answer == Answer::Tie ? 2 : 3;
    return ((v.answer == Answer::Left) == (v.left < v.right)) ? 0 : 1;
}

/// How often each value was given to a unit.
using UnitCounts = std::map<int, std::int64_t>;

/// Units with two judgements at least; of several by one rater the first.
std::vector<UnitCounts> pairableUnits(const std::vector<Judgement>& judgements)
{
    std::map<std::int64_t, UnitCounts> units;
    std::set<std::pair<std::int64_t, int>> seen;
    for (const Judgement& j : judgements)
        if (seen.insert({j.unit, j.rater}).second)
            ++units[j.unit][j.value];
    std::vector<UnitCounts> out;
    for (auto& [unit, counts] : units) {
        std::int64_t total = 0;
        for (const auto& [value, n] : counts)
            total += n;
        if (total >= 2)
            out.push_back(std::move(counts));
    }
    return out;
}

struct AlphaSums {
    double observed = 0;  // disagreeing pairs within units, weighted as in Krippendorff's coincidence matrix
    double total = 0;
    std::map<int, double> values;

    void add(const UnitCounts& counts)
    {
        double m = 0, squares = 0;
        for (const auto& [value, n] : counts) {
            const auto count = static_cast<double>(n);
            m += count;
            squares += count * count;
            values[value] += count;
        }
        observed += (m * m - squares) / (m - 1);
        total += m;
    }
    /// Pairs that would disagree by chance, times total - 1.
    double expected() const
    {
        double squares = 0;
        for (const auto& [value, n] : values)
            squares += n * n;
        return total * total - squares;
    }
    double alpha() const { return 1 - (total - 1) * observed / expected(); }
};

}  // namespace

std::string agreementStatusSentence(AgreementStatus status)
{
    switch (status) {
    case AgreementStatus::Ok: return FINDING_TEXT("Findings", "The agreement is estimated.");
    case AgreementStatus::NoOverlap: return FINDING_TEXT("Findings", "No pair was judged by two raters, so their agreement is not known.");
    case AgreementStatus::NoVariation: return FINDING_TEXT("Findings", "All judgements are the same, so agreement beyond chance is not defined.");
    }
    return {};
}

std::vector<Judgement> judgementsOf(const std::vector<Vote>& votes)
{
    std::map<std::tuple<int, int, std::int64_t>, std::int64_t> units;
    std::set<std::pair<std::int64_t, int>> seen;
    std::vector<Judgement> out;
    for (const Vote& v : votes) {
        const auto [a, b] = pairOf(v);
        const std::int64_t unit = units.try_emplace({a, b, v.seed}, static_cast<std::int64_t>(units.size())).first->second;
        if (seen.insert({unit, v.rater}).second)
            out.push_back({unit, v.rater, valueOf(v)});
    }
    return out;
}

Agreement krippendorffAlpha(const std::vector<Judgement>& judgements, double confidence, int replicates, std::uint64_t seed)
{
    const std::vector<UnitCounts> units = pairableUnits(judgements);
    Agreement out;
    out.units = static_cast<std::int64_t>(units.size());
    if (units.empty())
        return out;
    AlphaSums sums;
    for (const UnitCounts& u : units)
        sums.add(u);
    out.judgements = std::llround(sums.total);
    if (sums.expected() <= 0) {
        out.status = AgreementStatus::NoVariation;
        return out;
    }
    out.status = AgreementStatus::Ok;
    out.value = out.low = out.high = sums.alpha();
    std::vector<double> drawn;
    const CounterRng rng(seed);
    for (int i = 0; i < replicates; ++i) {
        CounterRng stream = rng.fork("krippendorff", static_cast<std::uint64_t>(i));
        AlphaSums again;
        for (std::size_t u = 0; u < units.size(); ++u)
            again.add(units[static_cast<std::size_t>(stream.integer(out.units))]);
        if (again.expected() > 0)
            drawn.push_back(again.alpha());
    }
    if (!drawn.empty()) {
        out.low = quantile(drawn, (1 - confidence) / 2);
        out.high = quantile(drawn, (1 + confidence) / 2);
    }
    return out;
}

Agreement cohensKappa(const std::vector<Judgement>& judgements, int raterA, int raterB, double confidence)
{
    std::map<std::int64_t, int> ofA, ofB;
    for (const Judgement& j : judgements)
        if (j.rater == raterA || j.rater == raterB)
            (j.rater == raterA ? ofA : ofB).try_emplace(j.unit, j.value);
    std::map<int, double> shareA, shareB;
    std::map<std::pair<int, int>, double> joint;
    Agreement out;
    for (const auto& [unit, a] : ofA)
        if (const auto b = ofB.find(unit); b != ofB.end()) {
            ++out.units;
            ++joint[{a, b->second}];
            ++shareA[a];
            ++shareB[b->second];
        }
    if (out.units == 0)
        return out;
    out.judgements = 2 * out.units;
    const auto n = static_cast<double>(out.units);
    double same = 0, byChance = 0;
    for (const auto& [value, count] : shareA) {
        byChance += count * shareB[value] / (n * n);
        same += joint[{value, value}] / n;
    }
    if (byChance >= 1) {
        out.status = AgreementStatus::NoVariation;
        return out;
    }
    out.status = AgreementStatus::Ok;
    out.value = (same - byChance) / (1 - byChance);
    // Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), equation 13.
    double sum = 0;
    for (const auto& [values, count] : joint) {
        const auto [a, b] = values;
        const double margins = (shareB[a] + shareA[b]) / n, p = count / n;
        const double diagonal = 1 - (shareA[a] + shareB[a]) / n * (1 - out.value);
        sum += p * (a == b ? diagonal * diagonal : (1 - out.value) * (1 - out.value) * margins * margins);
    }
    const double centre = out.value - byChance * (1 - out.value);
    const double error = std::sqrt(std::max(0.0, sum - centre * centre) / n) / (1 - byChance), half = normalQuantile(0.5 + confidence / 2) * error;
    out.low = std::max(-1.0, out.value - half);
    out.high = std::min(1.0, out.value + half);
    return out;
}

Estimate repeatRate(const std::vector<Vote>& votes, double confidence)
{
    std::map<std::tuple<int, int, int, std::int64_t>, int> first;
    std::int64_t same = 0, repeats = 0;
    for (const Vote& v : votes) {
        const auto [a, b] = pairOf(v);
        const auto [at, isFirst] = first.try_emplace({v.rater, a, b, v.seed}, valueOf(v));
        if (isFirst)
            continue;
        ++repeats;
        same += at->second == valueOf(v);
    }
    return shareEstimate(same, repeats, confidence);
}

SequentialTest sideBias(const std::vector<Vote>& votes, double alpha, double prior)
{
    SequentialTest test({{}, prior, alpha});
    for (const Vote& v : votes)
        if (v.answer == Answer::Left || v.answer == Answer::Right)
            test.add(v.answer == Answer::Left);
    return test;
}

}  // namespace potstill
