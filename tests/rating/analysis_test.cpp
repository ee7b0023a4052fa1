#include "engine/rating/analysis.h"

#include "engine/core/counterrng.h"
#include "engine/core/error.h"
#include "tests/rating/reference.h"

#include <QtTest>

using namespace potstill;

namespace {

ComparisonDefinition two(ClaimKind kind = ClaimKind::Better)
{
    ComparisonDefinition d;
    d.systems = {{"student", "Student, 3 steps"}, {"teacher", "Teacher, 50 NFE"}};
    d.claim.kind = kind;
    for (int i = 0; i < 400; ++i)
        d.seeds.push_back(i);
    return d;
}

/// A vote for one of the systems 0 and 1, which stands left or right by the seed.
RatedVote vote(int winner, std::int64_t seed, int rater = 0)
{
    RatedVote v;
    const int left = static_cast<int>(seed % 2);
    v.vote = {left, 1 - left, winner < 0 ? Answer::Tie : winner == left ? Answer::Left : Answer::Right, rater, seed, 0};
    v.responseMs = 1500;
    v.timeMs = 1000 * seed + rater;
    return v;
}

std::vector<RatedVote> sequence(int wins, int losses)
{
    std::vector<RatedVote> out;
    for (int i = 0; i < wins + losses; ++i)  // losses spread evenly
        out.push_back(vote((i + 1) * losses / (wins + losses) > i * losses / (wins + losses) ? 1 : 0, i));
    return out;
}

QString text(const std::string& s) { return QString::fromStdString(s); }

const std::vector<std::string> kAnna = {"anna"}, kThree = {"anna", "ben", "chris"};

void verifyFinite(const Json& json)
{
    if (json.is_number_float())
        QVERIFY(std::isfinite(json.get<double>()));
    if (json.is_structured())
        for (const Json& child : json)
            verifyFinite(child);
}

}  // namespace

class AnalysisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClearPreferenceIsStatedWithItsCertainty()
    {
        const Analysis a = analyse(two(), sequence(45, 15), kAnna);
        QCOMPARE(a.pairs.size(), 1u);
        const PairResult& p = a.pairs.front();
        QCOMPARE(p.verdict, Verdict::FirstBetter);
        QCOMPARE(p.counted.wins, 45);
        QCOMPARE(p.counted.losses, 15);
        QVERIFY(isNear(p.logE, logEvidence(45, 15), 1e-9));
        QCOMPARE(p.curve.size(), 61u);
        QCOMPARE(a.fit.status, FitStatus::Ok);
        QCOMPARE(a.bootstrap.status, FitStatus::Ok);
        const Estimate s = shareSequence(45, 15);
        QCOMPARE(text(a.finding),
                 QString("“Student, 3 steps” is preferred to “Teacher, 50 NFE”: “Student, 3 steps” won 75 %% of 60 untied votes (95 %% confidence sequence %1 %% to %2 %%), "
                         "decided after %3 with at most 5 %% risk of a false alarm.")
                     .replace("%%", "%")
                     .arg(s.low * 100, 0, 'f', 1)
                     .arg(s.high * 100, 0, 'f', 1)
                     .arg(p.decidedAt));
    }
    void theOtherWayRoundTheWinnerIsNamedFirst()
    {
        const Analysis a = analyse(two(), sequence(15, 45), kAnna);
        QCOMPARE(a.pairs.front().verdict, Verdict::SecondBetter);
        QVERIFY2(text(a.finding).startsWith("“Teacher, 50 NFE” is preferred to “Student, 3 steps”: “Teacher, 50 NFE” won 75 %"), a.finding.c_str());
    }
    void whatIsOpenIsSaidToBeOpen()
    {
        const Analysis a = analyse(two(), sequence(28, 26), kAnna);
        QCOMPARE(a.pairs.front().verdict, Verdict::Undecided);
        QVERIFY2(text(a.finding).startsWith("It is not decided yet whether “Student, 3 steps” or “Teacher, 50 NFE” is preferred: “Student, 3 steps” won 51.9 % of 54 untied votes"),
                 a.finding.c_str());
    }
    void notWorseAndEstimateHaveSentencesOfTheirOwn()
    {
        QVERIFY(text(analyse(two(ClaimKind::NotWorse), sequence(100, 90), kAnna).finding)
                    .startsWith("“Student, 3 steps” is not worse than “Teacher, 50 NFE” by more than 10 percentage points:"));
        QVERIFY(text(analyse(two(ClaimKind::NotWorse), sequence(10, 60), kAnna).finding)
                    .startsWith("“Student, 3 steps” is worse than “Teacher, 50 NFE” by more than 10 percentage points:"));
        QVERIFY(text(analyse(two(ClaimKind::NotWorse), sequence(20, 22), kAnna).finding).startsWith("It is not decided yet whether “Student, 3 steps” is worse than"));
        QVERIFY(text(analyse(two(ClaimKind::Estimate), sequence(150, 100), kAnna).finding)
                    .startsWith("The share of wins of “Student, 3 steps” against “Teacher, 50 NFE” is known to ± 10 percentage points:"));
        QVERIFY(text(analyse(two(ClaimKind::Estimate), sequence(15, 10), kAnna).finding).contains("is not yet known to ±"));
    }
    void exploratoryFindingsSaySo()
    {
        ComparisonDefinition d = two();
        d.kind = ComparisonKind::Exploratory;
        QVERIFY(text(analyse(d, sequence(45, 15), kAnna).finding).startsWith("Exploratory: "));
    }
    void eachSeedCountsOnceAndFurtherRatersServeAgreement()
    {
        std::vector<RatedVote> votes;
        for (int seed = 0; seed < 30; ++seed)
            for (int rater = 0; rater < 3; ++rater) {
                votes.push_back(vote(rater == 0 ? 0 : seed % 3 == 0 ? 1 : 0, seed, rater));
                votes.back().timeMs = -rater;  // the clocks of others order nothing
            }
        const Analysis a = analyse(two(), votes, kThree);
        QCOMPARE(a.valid, 90);
        QCOMPARE(a.counted, 30);
        QCOMPARE(a.pairs.front().counted.wins, 30);  // anna was first everywhere
        QCOMPARE(a.pairs.front().all.wins, 70);
        QCOMPARE(a.agreement.units, 30);
        QVERIFY(isNear(a.raters[1].agreement.value, 50.0 / 60, 1e-12));
        QCOMPARE(a.fit.untied, 90);
    }
    // As after a merge of two profiles of one person: a further vote on a pair and seed is left out of every figure.
    void aPairThatARaterJudgedTwiceCountsOnceEverywhere()
    {
        std::vector<RatedVote> once;
        for (int seed = 0; seed < 30; ++seed) {
            once.push_back(vote(seed % 5 == 0 ? 1 : 0, seed));
            once.push_back(vote(seed % 4 == 0 ? 1 : 0, seed, 1));
        }
        std::vector<RatedVote> twice = once;
        twice.front().responseMs = 100;  // one that does not count leaves the pair open
        twice.push_back(vote(1, 0));
        for (int seed = 1; seed < 30; ++seed) {
            twice.push_back(vote(1, seed));
            std::swap(twice.back().vote.left, twice.back().vote.right);  // on the other side
            twice.back().vote.answer = twice.back().vote.answer == Answer::Left ? Answer::Right : Answer::Left;
            twice.back().vote.session = 1;
        }
        const Analysis a = analyse(two(), once, kThree), b = analyse(two(), twice, kThree);
        QCOMPARE(b.valid, 60);
        QCOMPARE(b.excluded.size(), 30u);
        QCOMPARE(text(b.excluded.back().reason), QString("anna judged this pair before; the first vote counts"));
        QCOMPARE(b.fit.untied, 60);
        QCOMPARE(b.fit.shown, a.fit.shown);
        QCOMPARE(b.pairs.front().all.wins, a.pairs.front().all.wins);
        QCOMPARE(b.pairs.front().all.losses, a.pairs.front().all.losses);
        QVERIFY(isNear(b.fit.theta[0], a.fit.theta[0], 1e-9));
        QVERIFY(isNear(b.fit.low[0], a.fit.low[0], 1e-9) && isNear(b.fit.high[0], a.fit.high[0], 1e-9));
        QCOMPARE(b.raters[0].votes, 30);
        QCOMPARE(b.agreement.value, a.agreement.value);
        QCOMPARE(b.leftShare.n, 60);
    }
    void theDefinitionSaysWhoseVotesCount()
    {
        std::vector<RatedVote> votes;
        for (int seed = 0; seed < 30; ++seed)
            for (int rater = 0; rater < 3; ++rater)
                votes.push_back(vote(rater == 1 ? 1 : 0, seed, rater));
        ComparisonDefinition d = two();
        d.countedRaters = {"ben"};
        const Analysis a = analyse(d, votes, kThree);
        QCOMPARE(a.pairs.front().counted.losses, 30);
        QCOMPARE(a.pairs.front().counted.total(), 30);
        QCOMPARE(a.pairs.front().all.wins, 60);
    }
    void aTieUsesUpItsSeed()
    {
        std::vector<RatedVote> votes = {vote(-1, 1), vote(0, 1, 1), vote(0, 2)};
        const Analysis a = analyse(two(), votes, kThree);
        QCOMPARE(a.pairs.front().counted.ties, 1);
        QCOMPARE(a.pairs.front().counted.wins, 1);
    }
    void excludedVotesHaveTheirReason()
    {
        std::vector<RatedVote> votes = sequence(10, 10);
        votes[3].responseMs = 120;
        votes.push_back(vote(0, 5000));
        votes.push_back(vote(0, 30));
        votes.back().vote.right = votes.back().vote.left;
        for (int i = 0; i < 2; ++i) {  // ben fails two checks in session 4
            RatedVote check = vote(0, 60 + i, 1);
            check.check = CheckKind::KnownBad;
            check.expected = check.vote.answer == Answer::Left ? Answer::Right : Answer::Left;
            check.vote.session = 4;
            votes.push_back(check);
        }
        votes.push_back(vote(0, 70, 1));
        votes.back().vote.session = 4;
        votes.push_back(vote(0, 71, 1));
        votes.back().vote.session = 5;
        const Analysis a = analyse(two(), votes, kThree);
        QCOMPARE(a.valid, 20);
        QCOMPARE(a.checks, 2);
        std::map<std::size_t, QString> reasons;
        for (const ExcludedVote& e : a.excluded)
            reasons[e.index] = text(e.reason);
        QCOMPARE(reasons.size(), 6u);
        QCOMPARE(reasons[3], QString("answered after 120 ms; 300 are the least"));
        QCOMPARE(reasons[20], QString("noise seed 5000 is none of the comparison's"));
        QCOMPARE(reasons[21], QString("both images are of one system"));
        QCOMPARE(reasons[24], QString("ben failed 2 check pairs in session 4; at most 1 may fail"));
        QCOMPARE(a.raters[1].checks, 2);
        QCOMPARE(a.raters[1].failedChecks, 2);
        QCOMPARE(a.raters[1].excluded, 3);
        QCOMPARE(a.raters[1].votes, 1);
    }
    void checkPairsFeedTheRaterPanelAlone()
    {
        std::vector<RatedVote> votes = sequence(10, 10);
        RatedVote identical = vote(-1, 0);
        identical.check = CheckKind::Identical;
        identical.vote.right = identical.vote.left;
        RatedVote again = votes[2];
        again.check = CheckKind::Repeated;
        again.timeMs += 500000;
        RatedVote mirrored = votes[4];
        mirrored.check = CheckKind::Mirrored;
        mirrored.timeMs += 500000;
        std::swap(mirrored.vote.left, mirrored.vote.right);  // the same side again is the other system
        votes.insert(votes.end(), {identical, again, mirrored});
        const Analysis a = analyse(two(), votes, kAnna);
        QCOMPARE(a.counted, 20);
        QCOMPARE(a.checks, 3);
        QCOMPARE(a.raters[0].checks, 1);
        QCOMPARE(a.raters[0].failedChecks, 0);
        QCOMPARE(a.raters[0].repeatRate.n, 2);
        QCOMPARE(a.raters[0].repeatRate.value, 0.5);
        QCOMPARE(a.raters[0].medianResponseMs, 1500.0);
    }
    void aRaterWhoAlwaysPicksLeftIsNoticed()
    {
        std::vector<RatedVote> votes = sequence(20, 10);
        for (int i = 0; i < 40; ++i) {
            votes.push_back(vote(0, 100 + i, 1));
            votes.back().vote.answer = Answer::Left;
        }
        const Analysis a = analyse(two(), votes, kThree);
        QVERIFY(!a.raters[0].hasSideBias);
        QVERIFY(a.raters[1].hasSideBias);
        QCOMPARE(a.raters[1].leftShare.value, 1.0);
        QCOMPARE(a.raters[2].votes, 0);
    }
    void severalPairsAreCorrected()
    {
        ComparisonDefinition d = two();
        d.systems.push_back({"s1", "Student, 1 step"});
        std::vector<RatedVote> votes = sequence(45, 15);
        CounterRng rng(1);
        for (int i = 0; i < 60; ++i)
            for (int other = 0; other < 2; ++other) {
                RatedVote v = vote(0, i);
                v.vote = {i % 2 ? 2 : other, i % 2 ? other : 2, rng.integer(2) ? Answer::Left : Answer::Right, 0, i, 0};
                votes.push_back(v);
            }
        const Analysis a = analyse(d, votes, kAnna);
        QCOMPARE(a.pairs.size(), 3u);
        const PairResult& p = a.pairs.front();
        QVERIFY(p.correctedLogE < p.logE);
        QVERIFY(p.curve.back().correctedLogE < p.curve.back().logE);
        QCOMPARE(p.verdict, Verdict::FirstBetter);
        QVERIFY(p.decidedAt >= analyse(two(), sequence(45, 15), kAnna).pairs.front().decidedAt);
        QVERIFY(isNear(p.share.low, shareSequence(45, 15, 0.05 / 3).low, 1e-12));
        QVERIFY2(text(a.finding).startsWith("1 of 3 pairs is decided after 180 votes, with at most 5 % risk of any false alarm: “Student, 3 steps” is preferred to"),
                 a.finding.c_str());
        QVERIFY(text(analyse(d, {}, kAnna).finding).startsWith("None of the 3 pairs is decided after 0 votes"));
    }
    void aDecisionDoesNotGoAway()
    {
        std::vector<RatedVote> votes = sequence(30, 0);
        for (int i = 30; i < 80; ++i)
            votes.push_back(vote(1, i));
        const PairResult p = analyse(two(), votes, kAnna).pairs.front();
        QCOMPARE(p.verdict, Verdict::FirstBetter);
        QVERIFY(p.decidedAt < 30);
    }
    void degenerateVotesGiveSentencesAndNoNan()
    {
        std::vector<RatedVote> ties;
        for (int i = 0; i < 12; ++i)
            ties.push_back(vote(-1, i));
        for (const auto& votes : {std::vector<RatedVote>{}, {vote(0, 1)}, {vote(0, 1), vote(1, 2)}, ties, sequence(20, 0)})
            for (const ClaimKind kind : {ClaimKind::Better, ClaimKind::NotWorse, ClaimKind::Estimate}) {
                const ComparisonDefinition d = two(kind);
                const Analysis a = analyse(d, votes, kAnna);
                QVERIFY(!a.finding.empty());
                verifyFinite(toJson(a, d));
            }
        QVERIFY(text(analyse(two(), {}, {}).finding).endsWith("there are no votes that count."));
        QVERIFY(text(analyse(two(), ties, kAnna).finding).endsWith("none of 12 votes prefers one of them."));
        QCOMPARE(analyse(two(), ties, kAnna).fit.status, FitStatus::AllTies);
    }
    void whatNamesNobodyIsRefused()
    {
        std::vector<RatedVote> votes = {vote(0, 1, 3)};
        QVERIFY_THROWS_EXCEPTION(Error, analyse(two(), votes, kThree));
        votes = {vote(0, 1)};
        votes.front().vote.left = 7;
        QVERIFY_THROWS_EXCEPTION(Error, analyse(two(), votes, kThree));
        ComparisonDefinition d = two();
        d.alpha = 0;
        QVERIFY_THROWS_EXCEPTION(Error, analyse(d, {}, kThree));
    }
    void namesOfChecksRoundTrip()
    {
        for (const CheckKind k : {CheckKind::None, CheckKind::Identical, CheckKind::Repeated, CheckKind::Mirrored, CheckKind::KnownBad})
            QCOMPARE(checkKindFromName(checkKindName(k)), k);
        QVERIFY_THROWS_EXCEPTION(Error, checkKindFromName("twice"));
        for (const Answer a : {Answer::Left, Answer::Right, Answer::Tie, Answer::BothBad})
            QCOMPARE(answerFromName(answerName(a)), a);
        QVERIFY_THROWS_EXCEPTION(Error, answerFromName("middle"));
    }
};

QTEST_GUILESS_MAIN(AnalysisTest)
#include "analysis_test.moc"
