#include "app/rating/pairscheduler.h"

#include "engine/core/counterrng.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace potstill {

namespace {

using Systems = std::pair<int, int>;

template <class T>
void shuffle(std::vector<T>& items, CounterRng& rng)
{
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(i)))]);
}

Systems ordered(Systems s) { return s.first < s.second ? s : Systems{s.second, s.first}; }

/// Chooses the units of one session.
class UnitChoice {
public:
    UnitChoice(const ComparisonDefinition& definition, const SchedulerInput& input, CounterRng rng) : m_definition(definition), m_input(input)
    {
        for (const Systems& s : testedPairs(definition))
            m_planned[ordered(s)] = 0;
        const std::set<std::int64_t> common(definition.commonSeeds.begin(), definition.commonSeeds.end());
        std::vector<RatingUnit> units = input.available;
        std::sort(units.begin(), units.end());
        shuffle(units, rng);
        for (const RatingUnit& u : units) {
            if (!m_planned.count(u.systems) || input.seen.count(u))
                continue;
            const bool isTaken = input.taken.count(u) > 0;
            if (common.count(u.seed))
                m_common[u.systems].push_back(u);
            else if (!isTaken && input.raterCounts)
                m_fresh[u.systems].push_back(u);
            else if (isTaken)
                m_judged[u.systems].push_back(u);
        }
        for (const RatingUnit& u : input.taken)
            if (m_planned.count(u.systems))
                ++m_planned[u.systems];
        if (definition.kind == ComparisonKind::Exploratory)
            takePrecisions();
    }

    std::vector<RatingUnit> choose()
    {
        const auto length = static_cast<std::size_t>(std::max(1, m_definition.sessionLength));
        take(m_common, (length + 2) / 3);
        take(m_fresh, length);
        take(m_common, length);
        take(m_judged, length);
        return std::move(m_chosen);
    }

private:
    using Pool = std::map<Systems, std::vector<RatingUnit>>;

    void takePrecisions()
    {
        const DavidsonFit fit = fitDavidson(m_input.votes, static_cast<int>(m_definition.systems.size()));
        if (fit.status != FitStatus::Ok)
            return;  // not known yet which pair tells most: balanced
        for (const auto& [systems, n] : m_planned) {
            const auto [a, b] = systems;
            const double variance = fit.covariance(a, a) + fit.covariance(b, b) - 2 * fit.covariance(a, b);
            const double p = 1 / (1 + std::exp(fit.theta[std::size_t(b)] - fit.theta[std::size_t(a)]));
            m_information[systems] = {1 / std::max(variance, 1e-9), p * (1 - p)};
        }
    }

    /// Larger is shown earlier.
    double worth(const Systems& systems) const
    {
        const auto known = m_information.find(systems);
        if (known == m_information.end())
            return -m_planned.at(systems);
        return 0.5 * std::log1p(known->second.second / known->second.first);
    }

    void take(Pool& pool, std::size_t upTo)
    {
        while (m_chosen.size() < upTo) {
            Pool::iterator best = pool.end();
            for (auto it = pool.begin(); it != pool.end(); ++it)
                if (!it->second.empty() && (best == pool.end() || worth(it->first) > worth(best->first)))
                    best = it;
            if (best == pool.end())
                return;
            m_chosen.push_back(best->second.back());
            best->second.pop_back();
            ++m_planned[best->first];
            if (const auto known = m_information.find(best->first); known != m_information.end())
                known->second.first += known->second.second;
        }
    }

    const ComparisonDefinition& m_definition;
    const SchedulerInput& m_input;
    Pool m_common, m_fresh, m_judged;
    std::map<Systems, int> m_planned;                            // units of each pair so far
    std::map<Systems, std::pair<double, double>> m_information;  // precision of the difference, p q of one more vote
    std::vector<RatingUnit> m_chosen;
};

/// Of each pair of systems, either stands on the left half of the times (give or take one).
std::vector<ScheduledPair> withSides(const std::vector<RatingUnit>& units, CounterRng rng)
{
    std::map<Systems, std::vector<int>> sides;  // 1 = the second one stands on the left
    for (const RatingUnit& u : units)
        sides[u.systems].push_back(0);
    for (auto& [systems, swapped] : sides) {
        const bool first = rng.integer(2) == 1;
        for (std::size_t i = 0; i < swapped.size(); ++i)
            swapped[i] = (i % 2 == 0) == first;
        shuffle(swapped, rng);
    }
    std::vector<ScheduledPair> out;
    for (const RatingUnit& u : units) {
        const bool isSwapped = sides[u.systems].back();
        sides[u.systems].pop_back();
        out.push_back({isSwapped ? u.systems.second : u.systems.first, isSwapped ? u.systems.first : u.systems.second, u.seed});
    }
    return out;
}

void hideChecks(std::vector<ScheduledPair>& pairs, const ComparisonDefinition& definition, const SchedulerInput& input, CounterRng rng)
{
    constexpr std::size_t kDistance = 4;  // pairs between a pair and its repetition, at least
    const std::size_t length = pairs.size();
    std::vector<CheckKind> kinds = {CheckKind::KnownBad, CheckKind::Repeated, CheckKind::Identical, CheckKind::Mirrored};
    if (input.checkSeeds.empty())
        kinds = {CheckKind::Repeated, CheckKind::Mirrored};
    const auto start = static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(kinds.size())));
    std::vector<std::pair<std::size_t, ScheduledPair>> checks;  // where, in the list without checks
    std::set<std::size_t> repeated;
    for (int i = 0; i < definition.checksPerSession; ++i) {
        const CheckKind kind = kinds[(start + static_cast<std::size_t>(i)) % kinds.size()];
        ScheduledPair check;
        std::size_t place = 0;
        if (kind == CheckKind::Repeated || kind == CheckKind::Mirrored) {
            if (length <= kDistance)
                continue;
            const auto original = static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(length - kDistance)));
            if (!repeated.insert(original).second)
                continue;
            check = pairs[original];
            if (kind == CheckKind::Mirrored)
                std::swap(check.left, check.right);
            place = original + kDistance + static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(length - original - kDistance + 1)));
        } else {
            check.left = check.right = static_cast<int>(rng.integer(static_cast<std::int64_t>(definition.systems.size())));
            check.seed = input.checkSeeds[static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(input.checkSeeds.size())))];
            if (kind == CheckKind::KnownBad) {
                check.leftIsSpoilt = rng.integer(2) == 1;
                check.rightIsSpoilt = !check.leftIsSpoilt;
                check.expected = check.leftIsSpoilt ? Answer::Right : Answer::Left;
            }
            place = 1 + static_cast<std::size_t>(rng.integer(static_cast<std::int64_t>(length)));
        }
        check.check = kind;
        checks.emplace_back(place, check);
    }
    std::stable_sort(checks.begin(), checks.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [place, check] : checks)
        pairs.insert(pairs.begin() + static_cast<std::ptrdiff_t>(place), check);
}

}  // namespace

std::vector<ScheduledPair> scheduleSession(const ComparisonDefinition& definition, const SchedulerInput& input)
{
    const CounterRng rng = CounterRng(input.seed).fork("session", input.session);
    std::vector<ScheduledPair> pairs = withSides(UnitChoice(definition, input, rng.fork("units")).choose(), rng.fork("sides"));
    if (definition.kind == ComparisonKind::Confirmatory) {
        CounterRng order = rng.fork("order");
        shuffle(pairs, order);
    }  // else what tells most comes first
    if (!pairs.empty())
        hideChecks(pairs, definition, input, rng.fork("checks"));
    return pairs;
}

}  // namespace potstill
