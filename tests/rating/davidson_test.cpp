#include "engine/rating/davidson.h"

#include "engine/core/counterrng.h"
#include "engine/core/error.h"
#include "tests/rating/reference.h"

#include <QtTest>

#include <numeric>

using namespace potstill;

namespace {

void add(std::vector<Vote>& votes, int left, int right, int lefts, int rights, int ties = 0)
{
    const auto append = [&](Answer answer, int n) {
        for (int i = 0; i < n; ++i)
            votes.push_back({left, right, answer, 0, static_cast<std::int64_t>(votes.size()), 0});
    };
    append(Answer::Left, lefts);
    append(Answer::Right, rights);
    append(Answer::Tie, ties);
}

DavidsonOptions plain()
{
    DavidsonOptions o;
    o.ridge = 0;
    o.sideEffect = false;
    o.ties = false;
    return o;
}

/// Votes on two systems that differ by `difference`, each pair with a random side, a side effect and ties.
std::vector<Vote> simulated(std::uint64_t seed, int raters, int perRater, double difference, double side, double raterSpread)
{
    CounterRng rng(seed);
    std::vector<Vote> votes;
    for (int r = 0; r < raters; ++r) {
        const double own = difference + raterSpread * rng.normal();
        for (int i = 0; i < perRater; ++i) {
            const bool isSwapped = rng.integer(2) == 1;
            const double z = (isSwapped ? -own : own) + side, l = std::exp(z / 2), q = std::exp(-z / 2), t = 0.5, u = rng.uniform() * (l + q + t);
            votes.push_back({isSwapped ? 1 : 0, isSwapped ? 0 : 1, u < l ? Answer::Left : u < l + q ? Answer::Right : Answer::Tie, r, i, 0});
        }
    }
    return votes;
}

void verifyAgrees(const DavidsonFit& fit, const Json& expected)
{
    QCOMPARE(fit.status, FitStatus::Ok);
    for (std::size_t i = 0; i < fit.theta.size(); ++i) {
        QVERIFY(isNear(fit.theta[i], expected["theta"][i], 1e-6));
        for (std::size_t j = 0; j < fit.theta.size(); ++j)  // the other side differentiates numerically
            QVERIFY(isNear(fit.covariance(static_cast<int>(i), static_cast<int>(j)), expected["covariance"][i][j], 1e-6));
    }
    QCOMPARE(fit.clusters, expected["clusters"].get<int>());
    QVERIFY(isNear(fit.side, expected["side"], 1e-6));
}

void verifyNothingIsNan(const DavidsonFit& fit)
{
    for (const auto* list : {&fit.theta, &fit.low, &fit.high})
        for (const double v : *list)
            QVERIFY(std::isfinite(v));
    QVERIFY(std::isfinite(fit.tie) && std::isfinite(fit.side) && std::isfinite(fit.sideError) && fit.covariance.allFinite());
}

}  // namespace

class DavidsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void strengthsOfTheKnownGames()
    {
        std::vector<Vote> votes;
        add(votes, 0, 1, 2, 3);
        add(votes, 0, 3, 1, 4);
        add(votes, 1, 2, 5, 3);
        add(votes, 2, 3, 1, 3);
        const DavidsonFit fit = fitDavidson(votes, 4, plain());
        QCOMPARE(fit.status, FitStatus::Ok);
        const double published[] = {0.640, 1.043, 0.660, 2.270};
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(isNear(std::exp(fit.theta[i]), published[i], 5e-4));
            QVERIFY(isNear(std::exp(fit.theta[i]), reference()["golden_strengths"][i], 1e-6));
        }
        QVERIFY(isNear(std::accumulate(fit.theta.begin(), fit.theta.end(), 0.0), 0, 1e-12));
    }
    void tiesSideAndClustersAgreeWithStatsmodels()
    {
        DavidsonOptions o;
        o.ridge = 0;
        for (const char* which : {"few_raters", "many_raters"}) {
            const Json& c = reference()[which];
            const DavidsonFit fit = fitDavidson(votesOf(c["votes"]), 4, o);
            verifyAgrees(fit, c["davidson"]);
            QCOMPARE(fit.clusterKind, c["davidson"]["cluster_kind"].get<std::string>());
            QVERIFY(isNear(fit.tie, c["davidson"]["tie"], 1e-6));
            QVERIFY(isNear(fit.sideError, c["davidson"]["side_error"], 1e-6));
            QVERIFY(isNear(fit.logLikelihood, c["davidson"]["log_likelihood"], 1e-7));
            QVERIFY(isNear(fit.quantile, c["davidson"]["quantile"], 1e-9));
            QVERIFY(isNear(fit.high[2] - fit.theta[2], fit.quantile * std::sqrt(fit.covariance(2, 2)), 1e-12));
        }
    }
    void withoutTiesItIsStatsmodelsLogit()
    {
        const Json& c = reference()["few_raters"];
        DavidsonOptions o = plain();
        o.sideEffect = true;
        verifyAgrees(fitDavidson(votesOf(c["votes"]), 4, o), c["bradley_terry"]);
    }
    void ridgeAgreesWithChoix()
    {
        const Json& c = reference()["few_raters"];
        for (const Json& expected : c["choix"]) {
            DavidsonOptions o = plain();
            o.ridge = expected["ridge"];
            const DavidsonFit fit = fitDavidson(votesOf(c["votes"]), 4, o);
            for (std::size_t i = 0; i < 4; ++i)
                QVERIFY(isNear(fit.theta[i], expected["theta"][i], 1e-6));
        }
    }
    void derivativesAgreeWithFiniteDifferences()
    {
        const std::vector<Vote> votes = votesOf(reference()["few_raters"]["votes"]);
        DavidsonOptions o;
        o.ridge = 0.7;
        Eigen::VectorXd at(6), gradient, up, down;
        at << 0.4, -0.3, 0.2, -0.1, -0.6, 0.5;
        Eigen::MatrixXd hessian, unused;
        detail::davidsonObjective(votes, 4, o, at, gradient, hessian);
        constexpr double kStep = 1e-5;
        for (int i = 0; i < at.size(); ++i) {
            Eigen::VectorXd plus = at, minus = at;
            plus[i] += kStep;
            minus[i] -= kStep;
            const double slope = (detail::davidsonObjective(votes, 4, o, plus, up, unused) - detail::davidsonObjective(votes, 4, o, minus, down, unused)) / (2 * kStep);
            QVERIFY(isNear(gradient[i], slope, 1e-6));  // truncation of order step^2 times a third derivative of about 100
            for (int j = 0; j < at.size(); ++j)
                QVERIFY(isNear(hessian(i, j), (up[j] - down[j]) / (2 * kStep), 1e-6));
        }
    }
    void exchangingSidesExchangesTheSideEffect()
    {
        std::vector<Vote> votes = votesOf(reference()["few_raters"]["votes"]), mirrored = votes;
        for (Vote& v : mirrored) {
            std::swap(v.left, v.right);
            v.answer = v.answer == Answer::Left ? Answer::Right : v.answer == Answer::Right ? Answer::Left : v.answer;
        }
        const DavidsonFit a = fitDavidson(votes, 4), b = fitDavidson(mirrored, 4);
        QVERIFY(isNear(a.side, -b.side, 1e-9));
        QVERIFY(isNear(a.theta[1], b.theta[1], 1e-9));
        QVERIFY(isNear(a.high[1], b.high[1], 1e-9));
    }
    void bothBadStaysApart()
    {
        std::vector<Vote> votes = votesOf(reference()["few_raters"]["votes"]);
        const DavidsonFit without = fitDavidson(votes, 4);
        for (int i = 0; i < 30; ++i)
            votes.push_back({0, 3, Answer::BothBad, 1, i, 0});
        const DavidsonFit with = fitDavidson(votes, 4);
        QCOMPARE(with.theta, without.theta);
        QCOMPARE(with.high, without.high);
        QCOMPARE(with.bothBad, (std::vector<std::int64_t>{30, 0, 0, 30}));
        QVERIFY(isNear(failureRate(with, 0).value, 30.0 / static_cast<double>(with.shown[0]), 1e-15));
        QCOMPARE(failureRate(with, 1).value, 0.0);
    }
    // Ten thousand intervals would take long; the standard error of a coverage of 0.95 over 600 is 0.009.
    void intervalsCoverTheTruth()
    {
        int covered = 0;
        constexpr int kRuns = 600;
        for (std::uint64_t run = 0; run < kRuns; ++run) {
            const DavidsonFit fit = fitDavidson(simulated(run, 12, 25, 0.5, 0.3, 0.5), 2);
            QCOMPARE(fit.clusterKind, std::string("rater"));
            const Estimate d = strengthDifference(fit, 0, 1);
            covered += d.low <= 0.5 && d.high >= 0.5;
        }
        qInfo("clustered intervals hold the truth in %d of %d runs (95 %% expected)", covered, kRuns);
        QVERIFY(covered > 0.91 * kRuns && covered < 0.98 * kRuns);
    }
    void bootstrapAgreesWithTheSandwich()
    {
        const std::vector<Vote> votes = simulated(3, 40, 30, 0.5, 0.2, 0.4);
        const DavidsonFit fit = fitDavidson(votes, 2);
        const BootstrapFit boot = bootstrapDavidson(votes, 2);
        QCOMPARE(boot.status, FitStatus::Ok);
        QCOMPARE(boot.replicates, 1000);
        // Resampling within raters adds their own noise a second time, so it is somewhat wider.
        const double ratio = (boot.high[0] - boot.low[0]) / (fit.high[0] - fit.low[0]);
        QVERIFY2(ratio > 0.85 && ratio < 1.6, qPrintable(QString::number(ratio)));
        QVERIFY(boot.low[0] < fit.theta[0] && fit.theta[0] < boot.high[0]);
        QCOMPARE(bootstrapDavidson(votes, 2).low, boot.low);
        QVERIFY(bootstrapDavidson(votes, 2, {}, {1000, 1}).low != boot.low);
    }
    void oneRaterIsRedrawnByNoiseSeeds()
    {
        const std::vector<Vote> votes = simulated(5, 1, 120, 0.5, 0, 0);
        const BootstrapFit boot = bootstrapDavidson(votes, 2);
        QCOMPARE(boot.status, FitStatus::Ok);
        const DavidsonFit fit = fitDavidson(votes, 2);
        QCOMPARE(fit.clusterKind, std::string("noise seed"));
        const double ratio = (boot.high[0] - boot.low[0]) / (fit.high[0] - fit.low[0]);
        QVERIFY2(ratio > 0.85 && ratio < 1.15, qPrintable(QString::number(ratio)));
    }
    void degenerateVotesHaveANamedStatus_data()
    {
        QTest::addColumn<int>("systems");
        QTest::addColumn<std::vector<Vote>>("votes");
        QTest::addColumn<FitStatus>("status");
        std::vector<Vote> bad = {{0, 1, Answer::BothBad}}, apart, ties, oneWay, few;
        add(apart, 0, 1, 3, 2);
        add(apart, 1, 0, 3, 2);
        add(apart, 2, 3, 3, 2);
        add(apart, 3, 2, 3, 2);
        add(ties, 0, 1, 0, 0, 4);
        add(ties, 1, 0, 0, 0, 4);
        add(oneWay, 0, 1, 6, 4, 2);
        add(few, 0, 1, 1, 0);
        QTest::newRow("no votes") << 2 << std::vector<Vote>{} << FitStatus::NoVotes;
        QTest::newRow("both bad alone") << 2 << bad << FitStatus::NoVotes;
        QTest::newRow("no system") << 0 << std::vector<Vote>{} << FitStatus::OneSystem;
        QTest::newRow("one system") << 1 << std::vector<Vote>{} << FitStatus::OneSystem;
        QTest::newRow("two groups") << 4 << apart << FitStatus::Disconnected;
        QTest::newRow("a system without votes") << 3 << oneWay << FitStatus::Disconnected;
        QTest::newRow("all ties") << 2 << ties << FitStatus::AllTies;
        QTest::newRow("one way round") << 2 << oneWay << FitStatus::SideConfounded;
        QTest::newRow("one vote") << 2 << few << FitStatus::SideConfounded;
    }
    void degenerateVotesHaveANamedStatus()
    {
        QFETCH(int, systems);
        QFETCH(std::vector<Vote>, votes);
        QFETCH(FitStatus, status);
        const DavidsonFit fit = fitDavidson(votes, systems);
        QCOMPARE(fit.status, status);
        verifyNothingIsNan(fit);
        QCOMPARE(fit.shown.size(), std::size_t(systems));
        QVERIFY(!fitStatusSentence(status).empty());
        QCOMPARE(bootstrapDavidson(votes, systems).status, status);
    }
    void aClearWinnerIsBoundedByTheRidgeAlone()
    {
        std::vector<Vote> votes;
        add(votes, 0, 1, 10, 0);
        add(votes, 1, 0, 0, 10);
        DavidsonOptions o;
        o.ridge = 0;
        QCOMPARE(fitDavidson(votes, 2, o).status, FitStatus::Separated);
        const DavidsonFit fit = fitDavidson(votes, 2);
        QCOMPARE(fit.status, FitStatus::Ok);
        QVERIFY(fit.isSeparated);
        QCOMPARE(fit.clusterKind, std::string("none"));
        verifyNothingIsNan(fit);
        QVERIFY(fit.theta[0] > 2 && fit.high[0] - fit.low[0] > 5);  // strong, and it is not known how strong
        QCOMPARE(bootstrapDavidson(votes, 2).status, FitStatus::Separated);
    }
    void oneSideAlwaysPickedStaysFinite()
    {
        std::vector<Vote> votes;
        add(votes, 0, 1, 10, 0);
        add(votes, 1, 0, 10, 0);
        const DavidsonFit fit = fitDavidson(votes, 2);
        QCOMPARE(fit.status, FitStatus::Ok);
        verifyNothingIsNan(fit);
        QVERIFY(isNear(fit.theta[0], 0, 1e-9) && fit.side > 3);
    }
    void twoClustersAreEnoughAndOneFallsBack()
    {
        std::vector<Vote> votes;
        add(votes, 0, 1, 3, 2);
        add(votes, 1, 0, 2, 3);
        for (Vote& v : votes)
            v.seed = 7;
        const DavidsonFit fit = fitDavidson(votes, 2);
        QCOMPARE(fit.status, FitStatus::Ok);
        QCOMPARE(fit.clusterKind, std::string("vote"));
        QCOMPARE(fit.clusters, 10);
        verifyNothingIsNan(fit);
    }
    void wrongVotesAreRefusedByName()
    {
        QVERIFY_THROWS_EXCEPTION(Error, fitDavidson({{0, 5, Answer::Left}}, 2));
        QVERIFY_THROWS_EXCEPTION(Error, fitDavidson({{1, 1, Answer::Tie}}, 2));
        DavidsonOptions o;
        o.ridge = -1;
        QVERIFY_THROWS_EXCEPTION(Error, fitDavidson({}, 2, o));
    }
    void eloIsTheUsualScale()
    {
        QCOMPARE(eloFromTheta(0), 1000.0);
        QVERIFY(isNear(eloFromTheta(std::log(10.0)), 1400, 1e-9));
    }
};

QTEST_GUILESS_MAIN(DavidsonTest)
#include "davidson_test.moc"
