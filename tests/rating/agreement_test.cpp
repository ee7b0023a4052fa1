#include "engine/rating/agreement.h"

#include "tests/rating/reference.h"

#include <QtTest>

using namespace potstill;

namespace {

std::vector<Judgement> judgements(const Json& ratings)
{
    std::vector<Judgement> out;
    for (std::size_t rater = 0; rater < ratings.size(); ++rater)
        for (std::size_t unit = 0; unit < ratings[rater].size(); ++unit)
            if (!ratings[rater][unit].is_null())
                out.push_back({static_cast<std::int64_t>(unit), static_cast<int>(rater), ratings[rater][unit]});
    return out;
}

}  // namespace

class AgreementTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void alphaAgreesWithTheBookAndThePackage()
    {
        const Json& a = reference()["agreement"];
        const Agreement book = krippendorffAlpha(judgements(a["book"]["ratings"]));
        QVERIFY(isNear(book.value, 0.743, 5e-4));  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C
        QVERIFY(isNear(book.value, a["book"]["alpha"], 1e-12));
        QCOMPARE(book.units, 11);
        QCOMPARE(book.judgements, 40);
        const Agreement random = krippendorffAlpha(judgements(a["random"]["ratings"]));
        QVERIFY(isNear(random.value, a["random"]["alpha"], 1e-12));
        QVERIFY(random.low < random.value && random.value < random.high && random.high - random.low < 0.4);
        QCOMPARE(krippendorffAlpha(judgements(a["random"]["ratings"])).low, random.low);
    }
    void kappaAgreesWithStatsmodels()
    {
        const Json& a = reference()["agreement"];
        const Agreement kappa = cohensKappa(judgements(a["random"]["ratings"]), 0, 1);
        QVERIFY(isNear(kappa.value, a["kappa"]["value"], 1e-12));
        QVERIFY(isNear(kappa.low, a["kappa"]["low"], 1e-9));
        QVERIFY(isNear(kappa.high, a["kappa"]["high"], 1e-9));
        QCOMPARE(kappa.units, a["kappa"]["units"].get<std::int64_t>());
    }
    void perfectAgreementIsOne()
    {
        std::vector<Judgement> j;
        for (int unit = 0; unit < 10; ++unit)
            for (int rater = 0; rater < 3; ++rater)
                j.push_back({unit, rater, unit % 3});
        QVERIFY(isNear(krippendorffAlpha(j).value, 1, 1e-12));
        QVERIFY(isNear(cohensKappa(j, 0, 2).value, 1, 1e-12));
    }
    void degenerateJudgementsHaveANamedStatus()
    {
        QCOMPARE(krippendorffAlpha({}).status, AgreementStatus::NoOverlap);
        QCOMPARE(krippendorffAlpha({{0, 0, 1}, {1, 1, 1}}).status, AgreementStatus::NoOverlap);
        QCOMPARE(krippendorffAlpha({{0, 0, 1}, {0, 1, 1}}).status, AgreementStatus::NoVariation);
        QCOMPARE(cohensKappa({{0, 0, 1}}, 0, 1).status, AgreementStatus::NoOverlap);
        QCOMPARE(cohensKappa({{0, 0, 1}, {0, 1, 1}}, 0, 1).status, AgreementStatus::NoVariation);
        const Agreement two = krippendorffAlpha({{0, 0, 1}, {0, 1, 2}});  // one unit, no agreement at all
        QCOMPARE(two.status, AgreementStatus::Ok);
        QVERIFY(isNear(two.value, 0, 1e-12) && std::isfinite(two.low));
        for (const AgreementStatus s : {AgreementStatus::Ok, AgreementStatus::NoOverlap, AgreementStatus::NoVariation})
            QVERIFY(!agreementStatusSentence(s).empty());
    }
    void judgementsDoNotDependOnTheSide()
    {
        const std::vector<Judgement> j =
            judgementsOf({{0, 1, Answer::Left, 0, 7}, {1, 0, Answer::Right, 1, 7}, {1, 0, Answer::Left, 2, 7}, {0, 2, Answer::Left, 0, 7}, {0, 1, Answer::Tie, 0, 7}});
        QCOMPARE(j.size(), 4u);  // the second vote of rater 0 on the unit does not count
        QCOMPARE(j[0].unit, j[1].unit);
        QCOMPARE(j[0].value, j[1].value);
        QVERIFY(j[2].value != j[0].value);
        QVERIFY(j[3].unit != j[0].unit);
    }
    void repeatsAreCountedWhicheverSideTheyStandOn()
    {
        const Estimate e = repeatRate({{0, 1, Answer::Left, 0, 1},
                                       {1, 0, Answer::Right, 0, 1},
                                       {0, 1, Answer::Left, 0, 2},
                                       {0, 1, Answer::Right, 0, 2},
                                       {0, 1, Answer::Tie, 1, 1},
                                       {0, 1, Answer::Tie, 1, 1}});
        QCOMPARE(e.n, 3);
        QVERIFY(isNear(e.value, 2.0 / 3, 1e-12));
        QCOMPARE(repeatRate({}).n, 0);
    }
    void sideBiasIsFoundAndTiesSayNothing()
    {
        std::vector<Vote> votes;
        for (int i = 0; i < 40; ++i)
            votes.push_back({i % 2, 1 - i % 2, i % 8 == 7 ? Answer::Right : i % 8 == 6 ? Answer::Tie : Answer::Left, 0, i});
        const SequentialTest test = sideBias(votes);
        QCOMPARE(test.votes(), 35);
        QCOMPARE(test.verdict(), Verdict::FirstBetter);
    }
};

QTEST_GUILESS_MAIN(AgreementTest)
#include "agreement_test.moc"
