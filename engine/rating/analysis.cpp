#include "engine/rating/analysis.h"

#include "engine/core/error.h"
#include "engine/core/series.h"
#include "engine/rating/findings.h"
#include "engine/rating/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace potstill {

namespace {

constexpr std::array<std::pair<CheckKind, std::string_view>, 5> kCheckNames = {
    {{CheckKind::None, "none"}, {CheckKind::Identical, "identical"}, {CheckKind::Repeated, "repeated"}, {CheckKind::Mirrored, "mirrored"}, {CheckKind::KnownBad, "known_bad"}}};

bool isUntied(Answer answer) { return answer == Answer::Left || answer == Answer::Right; }

/// Whether a check pair was answered rightly; nothing where no answer is right or wrong.
std::optional<bool> passed(const RatedVote& v)
{
    if (v.check == CheckKind::Identical)
        return !isUntied(v.vote.answer);
    if (v.check == CheckKind::KnownBad)
        return v.vote.answer == v.expected;
    return std::nullopt;
}

class Analyst {
public:
    Analyst(const ComparisonDefinition& definition, const std::vector<RatedVote>& votes, const std::vector<std::string>& raterNames, const AnalysisOptions& options)
        : m_definition(definition), m_votes(votes), m_raterNames(raterNames), m_options(options), m_reasons(votes.size())
    {
    }

    Analysis run()
    {
        checkInput();
        exclude();
        countPairs();
        testPairs();
        judgeRaters();
        estimate();
        m_out.finding = detail::findingSentence(m_definition, m_out, m_options);
        return std::move(m_out);
    }

private:
    void checkInput()
    {
        if (const Issues issues = validate(m_definition); hasErrors(issues))
            throw Error(ErrorCode::BadOption, "the definition of the comparison is not valid:\n" + toText(issues));
        const int systems = static_cast<int>(m_definition.systems.size()), raters = static_cast<int>(m_raterNames.size());
        for (std::size_t i = 0; i < m_votes.size(); ++i) {
            const Vote& v = m_votes[i].vote;
            for (const int s : {v.left, v.right})
                if (s < 0 || s >= systems)
                    throw Error(ErrorCode::BadOption, fmt::format("vote {} names system {}, but there are {} (counted from 0)", i, s, systems));
            if (v.rater < 0 || v.rater >= raters)
                throw Error(ErrorCode::BadOption, fmt::format("vote {} names rater {}, but there are {} (counted from 0)", i, v.rater, raters));
        }
        m_out.definitionHash = comparisonHash(m_definition);
        m_out.votes = static_cast<std::int64_t>(m_votes.size());
    }

    /// Gives every vote that is left out its reason. Of several of one rater on one pair and seed the first valid one stays: profiles of one person that were merged may each have given one.
    void exclude()
    {
        std::map<std::pair<int, std::int64_t>, int> failed;
        for (const RatedVote& v : m_votes)
            failed[{v.vote.rater, v.vote.session}] += !passed(v).value_or(true);
        const std::set<std::int64_t> seeds(m_definition.seeds.begin(), m_definition.seeds.end());
        std::set<std::pair<int, int>> pairs;
        for (const auto& [first, second] : testedPairs(m_definition))
            pairs.insert(std::minmax({first, second}));
        const ExclusionRule& rule = m_definition.exclusion;
        const detail::Texts text(m_options.translate);
        std::set<std::tuple<int, std::pair<int, int>, std::int64_t>> judged;  // by whom, systems, seed
        for (std::size_t i = 0; i < m_votes.size(); ++i) {
            const RatedVote& v = m_votes[i];
            std::string& reason = m_reasons[i];
            if (const int n = failed[{v.vote.rater, v.vote.session}]; n > rule.maxFailedChecks)
                reason = text(FINDING_TEXT("Findings", "{0} failed {1} check pairs in session {2}; at most {3} may fail"), m_raterNames[static_cast<std::size_t>(v.vote.rater)], n,
                              v.vote.session, rule.maxFailedChecks);
            else if (v.responseMs > 0 && v.responseMs < rule.minResponseMs)
                reason = text(FINDING_TEXT("Findings", "answered after {0} ms; {1} are the least"), std::lround(v.responseMs), std::lround(rule.minResponseMs));
            else if (v.check == CheckKind::None && v.vote.left == v.vote.right)
                reason = text(FINDING_TEXT("Findings", "both images are of one system"));
            else if (v.check == CheckKind::None && seeds.count(v.vote.seed) == 0)
                reason = text(FINDING_TEXT("Findings", "noise seed {0} is none of the comparison's"), v.vote.seed);
            else if (v.check == CheckKind::None && pairs.count(pairOf(v.vote)) == 0)
                reason = text(FINDING_TEXT("Findings", "systems {0} and {1} are no pair of the comparison"), v.vote.left, v.vote.right);
            else if (v.check == CheckKind::None && !judged.insert({v.vote.rater, pairOf(v.vote), v.vote.seed}).second)
                reason = text(FINDING_TEXT("Findings", "{0} judged this pair before; the first vote counts"), m_raterNames[static_cast<std::size_t>(v.vote.rater)]);
            if (!reason.empty())
                m_out.excluded.push_back({i, reason});
            else if (v.check == CheckKind::None)
                m_valid.push_back(v.vote);
            m_out.checks += v.check != CheckKind::None;
        }
        m_out.valid = static_cast<std::int64_t>(m_valid.size());
    }

    /// Each noise seed counts once for a pair of systems: the earliest valid vote of a rater whose votes count. Further ones would not be independent.
    void countPairs()
    {
        for (const auto& [first, second] : testedPairs(m_definition)) {
            m_pairIndex[std::minmax({first, second})] = m_out.pairs.size();
            m_out.pairs.emplace_back();
            m_out.pairs.back().first = first;
            m_out.pairs.back().second = second;
        }
        const std::set<std::string> counted(m_definition.countedRaters.begin(), m_definition.countedRaters.end());
        std::set<std::tuple<std::size_t, std::int64_t>> judged;
        for (const Vote& v : m_valid) {
            const std::size_t index = m_pairIndex.at(pairOf(v));
            tally(m_out.pairs[index].all, m_out.pairs[index].first, v);
            const bool counts = counted.empty() || counted.count(m_raterNames[static_cast<std::size_t>(v.rater)]) == 1;
            if (!counts || !judged.insert({index, v.seed}).second)
                continue;
            tally(m_out.pairs[index].counted, m_out.pairs[index].first, v);
            m_counted.emplace_back(index, v);
        }
        m_out.counted = static_cast<std::int64_t>(m_counted.size());
    }

    static bool firstWon(int first, const Vote& v) { return (v.answer == Answer::Left) == (v.left == first); }

    static void tally(PairCounts& counts, int first, const Vote& v)
    {
        if (!isUntied(v.answer))
            ++(v.answer == Answer::Tie ? counts.ties : counts.bothBad);
        else
            ++(firstWon(first, v) ? counts.wins : counts.losses);
    }

    /// Feeds the tests in the order of the votes, so that each pair is decided at the first moment that its evidence suffices.
    void testPairs()
    {
        const double threshold = -std::log(m_definition.alpha);
        // Confidence sequences of several pairs hold together (Bonferroni); their verdicts come from the evidence, corrected by e-Holm.
        const SequentialOptions options{m_definition.claim, m_definition.prior, m_definition.alpha / static_cast<double>(m_out.pairs.size())};
        std::vector<SequentialTest> tests(m_out.pairs.size(), SequentialTest(options));
        std::vector<double> logE(tests.size(), 0);
        // By pair and its untied votes: the most that the corrected evidence was at that number, since votes on other pairs move it too and may decide it.
        std::vector<std::vector<double>> course(tests.size(), std::vector<double>{0});
        std::vector<double> corrected = eHolm(logE);
        for (const auto& [index, v] : m_counted) {
            if (!isUntied(v.answer))
                continue;
            SequentialTest& test = tests[index];
            test.add(firstWon(m_out.pairs[index].first, v));
            logE[index] = test.logE();
            corrected = eHolm(logE);
            course[index].push_back(corrected[index]);
            for (std::size_t p = 0; p < tests.size(); ++p)
                course[p].back() = std::max(course[p].back(), corrected[p]);
            if (m_definition.claim.kind == ClaimKind::Estimate)
                decide(m_out.pairs[index], test, test.verdict());
            else
                decideByEvidence(tests, corrected, threshold);
        }
        for (std::size_t p = 0; p < tests.size(); ++p) {
            PairResult& result = m_out.pairs[p];
            result.logE = logE[p];
            result.correctedLogE = corrected[p];
            result.threshold = threshold;
            result.share = tests[p].share();
            result.curve = tests[p].curve();
            for (std::size_t i = 0; i < result.curve.size(); ++i)
                result.curve[i].correctedLogE = course[p][i];
            result.naiveZ = naiveZ(tests[p].wins(), tests[p].losses());
            result.sentence = detail::pairSentence(m_definition, result, m_options);
        }
    }

    void decideByEvidence(const std::vector<SequentialTest>& tests, const std::vector<double>& corrected, double threshold)
    {
        for (std::size_t p = 0; p < tests.size(); ++p)
            if (corrected[p] >= threshold)
                decide(m_out.pairs[p], tests[p], tests[p].direction());
    }

    static void decide(PairResult& result, const SequentialTest& test, Verdict verdict)
    {
        if (result.verdict != Verdict::Undecided || verdict == Verdict::Undecided)
            return;
        result.verdict = verdict;
        result.decidedAt = test.votes();
    }

    void judgeRaters()
    {
        std::vector<std::vector<std::size_t>> byRater(m_raterNames.size());  // every vote, as it arrived
        for (std::size_t i = 0; i < m_votes.size(); ++i)
            byRater[static_cast<std::size_t>(m_votes[i].vote.rater)].push_back(i);
        std::vector<double> sideEvidence;
        for (std::size_t r = 0; r < m_raterNames.size(); ++r) {
            m_out.raters.push_back({});
            m_out.raters.back().name = m_raterNames[r];
            sideEvidence.push_back(judgeRater(m_out.raters.back(), byRater[r]));
        }
        const std::vector<double> corrected = eHolm(sideEvidence);
        for (std::size_t r = 0; r < corrected.size(); ++r)
            m_out.raters[r].hasSideBias = corrected[r] >= -std::log(m_definition.alpha);
        addAgreement();
    }

    /// Fills a row from the rater's votes; returns the evidence of a preference for a side.
    double judgeRater(RaterRow& row, const std::vector<std::size_t>& own) const
    {
        std::vector<double> times;
        std::vector<Vote> valid, repeats;
        for (const std::size_t i : own) {
            const RatedVote& v = m_votes[i];
            const bool isExcluded = !m_reasons[i].empty();
            row.excluded += isExcluded;
            if (const auto right = passed(v)) {
                ++row.checks;
                row.failedChecks += !*right;
            } else if (!isExcluded) {
                repeats.push_back(v.vote);
                if (v.check == CheckKind::None)
                    valid.push_back(v.vote);
            }
            if (v.responseMs > 0)
                times.push_back(v.responseMs);
        }
        row.votes = static_cast<std::int64_t>(valid.size());
        for (const Vote& v : valid) {
            row.ties += v.answer == Answer::Tie;
            row.bothBad += v.answer == Answer::BothBad;
        }
        row.medianResponseMs = times.empty() ? 0 : quantile(times, 0.5);
        row.repeatRate = repeatRate(repeats);
        const SequentialTest side = sideBias(valid, m_definition.alpha, m_definition.prior);
        row.leftShare = side.share();
        return side.logE();
    }

    /// How often each rater says the same as another one on the same pair and seed.
    void addAgreement()
    {
        const std::vector<Judgement> judgements = judgementsOf(m_valid);
        std::map<std::int64_t, std::vector<Judgement>> units;
        for (const Judgement& j : judgements)
            units[j.unit].push_back(j);
        std::vector<std::int64_t> same(m_raterNames.size(), 0), together(m_raterNames.size(), 0);
        for (const auto& [unit, list] : units)
            for (const Judgement& a : list)
                for (const Judgement& b : list)
                    if (a.rater != b.rater) {
                        ++together[static_cast<std::size_t>(a.rater)];
                        same[static_cast<std::size_t>(a.rater)] += a.value == b.value;
                    }
        for (std::size_t r = 0; r < m_raterNames.size(); ++r)
            m_out.raters[r].agreement = shareEstimate(same[r], together[r]);
        m_out.agreement = krippendorffAlpha(judgements, 1 - m_definition.alpha, 1000, m_options.seed);
        const int raters = static_cast<int>(m_raterNames.size());
        for (int a = 0; a < raters; ++a)
            for (int b = a + 1; b < raters; ++b)
                if (const Agreement kappa = cohensKappa(judgements, a, b, 1 - m_definition.alpha); kappa.status != AgreementStatus::NoOverlap)
                    m_out.raterPairs.push_back({a, b, kappa});
    }

    void estimate()
    {
        const int systems = static_cast<int>(m_definition.systems.size());
        DavidsonOptions davidson;
        davidson.ridge = m_definition.ridge;
        davidson.confidence = 1 - m_definition.alpha;
        m_out.fit = fitDavidson(m_valid, systems, davidson);
        if (m_options.bootstrapReplicates > 0)
            m_out.bootstrap = bootstrapDavidson(m_valid, systems, davidson, {m_options.bootstrapReplicates, m_options.seed});
        const SequentialTest side = sideBias(m_valid, m_definition.alpha, m_definition.prior);
        m_out.leftShare = side.share();
        m_out.hasSideBias = side.verdict() != Verdict::Undecided;
    }

    const ComparisonDefinition& m_definition;
    const std::vector<RatedVote>& m_votes;
    const std::vector<std::string>& m_raterNames;
    AnalysisOptions m_options;
    std::vector<std::string> m_reasons;  // why a vote is left out; "" = it is not
    std::vector<Vote> m_valid;           // as they arrived
    std::map<std::pair<int, int>, std::size_t> m_pairIndex;
    std::vector<std::pair<std::size_t, Vote>> m_counted;  // pair, vote; as they arrived
    Analysis m_out;
};

}  // namespace

std::string_view checkKindName(CheckKind kind)
{
    for (const auto& [k, name] : kCheckNames)
        if (k == kind)
            return name;
    return "none";
}

CheckKind checkKindFromName(std::string_view name)
{
    for (const auto& [k, n] : kCheckNames)
        if (n == name)
            return k;
    throw Error(ErrorCode::BadOption, fmt::format("'{}' is no kind of check pair; none, identical, repeated, mirrored and known_bad are", name));
}

Analysis analyse(const ComparisonDefinition& definition, const std::vector<RatedVote>& votes, const std::vector<std::string>& raterNames, const AnalysisOptions& options)
{
    return Analyst(definition, votes, raterNames, options).run();
}

}  // namespace potstill
