#include "engine/io/jsonfile.h"
#include "engine/metrics/features.h"
#include "engine/metrics/nearest.h"

#include <QtTest>

#include <torch/types.h>

#include <cmath>

using namespace potstill;
using torch::Tensor;

namespace {

Tensor matrix(const Json& json)
{
    const auto rows = json.get<std::vector<std::vector<double>>>();
    Tensor out = torch::empty({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(rows[0].size())}, torch::kFloat64);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < rows[i].size(); ++j)
            out[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)] = rows[i][j];
    return out;
}

FeatureStatistics gaussian(const Tensor& mean, const Tensor& covariance) { return {mean.to(torch::kFloat64), covariance.to(torch::kFloat64), 1000}; }

bool isNear(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;  // false for NaN
}

ErrorCode codeOf(const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

class DistancesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_reference = readJsonFile(std::filesystem::path(TEST_FOLDER) / "reference.json"); }

    void frechetOfGaussiansHasAClosedForm()
    {
        const Tensor zero = torch::zeros({4}), one = torch::eye(4);
        QVERIFY(isNear(frechetDistance(gaussian(zero, one), gaussian(zero, one)), 0, 1e-12));
        QVERIFY(isNear(frechetDistance(gaussian(zero, one), gaussian(zero + 3, one)), 36, 1e-10));
        // Commuting covariances: sum of (s1 - s2)^2.
        const Tensor s1 = torch::tensor({1.0, 2.0, 0.5, 0.0}), s2 = torch::tensor({2.0, 2.0, 3.0, 1.0});
        QVERIFY(isNear(frechetDistance(gaussian(zero, s1.square().diag()), gaussian(zero, s2.square().diag())), 1 + 6.25 + 1, 1e-6));
    }
    void frechetAgreesWithNumpy()
    {
        for (const Json& c : m_reference["frechet"]) {
            const auto a = gaussian(matrix(Json::array({c["mean1"]}))[0], matrix(c["cov1"])), b = gaussian(matrix(Json::array({c["mean2"]}))[0], matrix(c["cov2"]));
            const double wanted = c["distance"].get<double>();
            // Square roots of eigenvalues that are zero up to rounding cost half the digits in the singular case.
            QVERIFY2(isNear(frechetDistance(a, b), wanted, 1e-6 * (1 + wanted)), qPrintable(QString::number(frechetDistance(a, b) - wanted)));
            QVERIFY(isNear(frechetDistance(a, b), frechetDistance(b, a), 1e-6 * (1 + wanted)));
        }
    }
    void statisticsAreThoseOfTheSample()
    {
        const Tensor x = torch::tensor({{1.0, 0.0}, {3.0, 4.0}, {5.0, 2.0}});
        const FeatureStatistics s = featureStatistics(x);
        QVERIFY(torch::allclose(s.mean, torch::tensor({3.0, 2.0}, torch::kFloat64)));
        QVERIFY(torch::allclose(s.covariance, torch::tensor({{4.0, 2.0}, {2.0, 4.0}}, torch::kFloat64)));
        QCOMPARE(s.n, std::int64_t(3));
    }
    void theWholeTrainingSetIsSearched()
    {
        // More than two chunks, so that a nearest image lies in each; features of a large length make the matrix product lose digits.
        const std::int64_t count = 2 * kTrainingChunk + 500;
        const Tensor training = Rng(5).normal({count, 6}) + 1e3, points = Rng(6).normal({300, 6}) + 1e3;
        std::int64_t most = 0;
        const TrainingFeatures features{count, [&](std::int64_t begin, std::int64_t end) {
                                            most = std::max(most, end - begin);
                                            return training.slice(0, begin, end);
                                        }};
        const auto nearest = [&](const Tensor& of, const std::vector<std::int64_t>& self = {}) { return nearestDistances({{of, self}}, features).front(); };
        const Tensor found = nearest(points), wanted = std::get<0>(torch::cdist(points.to(torch::kFloat64), training.to(torch::kFloat64), 2.0, 2).min(1));
        QVERIFY2(torch::allclose(found, wanted, 1e-6, 1e-9), qPrintable(QString::number((found - wanted).abs().max().item<double>())));
        QVERIFY(most <= kTrainingChunk);
        QVERIFY(torch::equal(found, nearest(points)));

        // A copy is at 0, wherever it lies; apart from itself it is not.
        const std::vector<std::int64_t> at = {3, kTrainingChunk + 7, count - 1};
        const Tensor copies = training.index_select(0, torch::tensor(at));
        QCOMPARE(nearest(copies).max().item<double>(), 0.0);
        QVERIFY(nearest(copies, at).min().item<double>() > 0.01);

        // Several queries are one pass, and none of them changes what another gets.
        int chunks = 0;
        const std::vector<Tensor> both = nearestDistances({{points, {}}, {copies, at}}, {count, [&](std::int64_t begin, std::int64_t end) {
                                                                                             ++chunks;
                                                                                             return training.slice(0, begin, end);
                                                                                         }});
        QCOMPARE(chunks, 3);
        QVERIFY(torch::equal(both[0], found) && torch::equal(both[1], nearest(copies, at)));

        // Relative to what lies between training images.
        const Tensor ratio = nearestTrainingDistances({torch::cat({points, copies})}, copies, at, features).front();
        QVERIFY(torch::allclose(ratio.slice(0, 0, 300), found / nearest(copies, at).mean()));
        QCOMPARE(ratio.slice(0, 300).max().item<double>(), 0.0);
        const TrainingFeatures same{3, [](std::int64_t begin, std::int64_t end) { return torch::ones({end - begin, 6}); }};
        QVERIFY(codeOf([&] { nearestTrainingDistances({points}, torch::ones({1, 6}), {0}, same); }) == ErrorCode::BadOption);
    }
    void samplesOfOneGaussianAreNear()
    {
        const Tensor a = Rng(1).normal({4000, 8}), b = Rng(2).normal({4000, 8});
        const double same = frechetDistance(featureStatistics(a), featureStatistics(b)), other = frechetDistance(featureStatistics(a), featureStatistics(b + 0.5));
        QVERIFY(same < 0.03);  // bias of order D (D + 1) / (4 n), twice
        QVERIFY(isNear(other, 8 * 0.25, 0.2));
    }
    void kernelDistanceAgreesWithTheDoubleSum()
    {
        for (const Json& c : m_reference["kernel"])
            QVERIFY(isNear(kernelDistance(matrix(c["x"]), matrix(c["y"]), 5, 100, Rng(1)), c["distance"].get<double>(), 1e-10));
    }
    void kernelDistanceOfEqualSetsIsAboutZero()
    {
        const Tensor a = Rng(1).normal({3000, 16}), b = Rng(2).normal({3000, 16});
        QVERIFY(std::abs(kernelDistance(a, b, 20, 500, Rng(3))) < 0.01);
        QVERIFY(kernelDistance(a, b + 1, 20, 500, Rng(3)) > 1);
        QCOMPARE(kernelDistance(a, b, 20, 500, Rng(3)), kernelDistance(a, b, 20, 500, Rng(3)));
    }
    void precisionAndRecallOfCraftedPoints()
    {
        // Real points 0..9 on a line; with k = 1 each ball has radius 1.
        const Tensor real = torch::arange(10, torch::kFloat32).unsqueeze(1);
        const auto same = precisionRecall(real, real.clone(), 1);
        QVERIFY(same.precision == 1 && same.recall == 1);
        // Two of four generated points lie on the line; their balls cover 0..1 and 100..101 only.
        const Tensor generated = torch::tensor({{0.0f}, {1.0f}, {100.0f}, {101.0f}});
        const auto pr = precisionRecall(real, generated, 1);
        QCOMPARE(pr.precision, 0.5);
        QCOMPARE(pr.recall, 0.3);  // 0, 1 and 2: the ball of 1 reaches to 2
        // Collapsed: all in one place that is real. Precise, without recall.
        const auto collapsed = precisionRecall(real, torch::full({5, 1}, 4.0f), 3);
        QCOMPARE(collapsed.precision, 1.0);
        QCOMPARE(collapsed.recall, 0.1);
        for (const Json& c : m_reference["precision_recall"]) {
            const auto got = precisionRecall(matrix(c["real"]), matrix(c["generated"]), c["k"].get<int>());
            QVERIFY(isNear(got.precision, c["precision"].get<double>(), 1e-12) && isNear(got.recall, c["recall"].get<double>(), 1e-12));
        }
    }
    void diversityIsOneForTheDataAndZeroForCollapse()
    {
        const Tensor a = Rng(1).normal({2000, 8}), b = Rng(2).normal({1000, 8});
        QVERIFY(isNear(relativeDiversity(a, b), 1, 0.03));
        QVERIFY(isNear(relativeDiversity(a, b * 0.5), 0.5, 0.02));
        QVERIFY(isNear(relativeDiversity(a, b.slice(0, 0, 1).repeat({50, 1})), 0, 1e-6));
    }
    void degenerateInputIsAnErrorAndNeverNaN()
    {
        const Tensor few = Rng(1).normal({8, 16}), one = few.slice(0, 0, 1), many = Rng(1).normal({40, 16});
        QCOMPARE(codeOf([&] { featureStatistics(one); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { frechetDistance(featureStatistics(few), featureStatistics(many)); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { frechetDistance(featureStatistics(many), featureStatistics(few)); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { kernelDistance(one, many, 5, 10, Rng(1)); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { kernelDistance(many, many, 0, 10, Rng(1)); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { precisionRecall(many, many.slice(0, 0, 3), 3); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { relativeDiversity(many, one); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { relativeDiversity(torch::ones({5, 2}), many.slice(1, 0, 2)); }), ErrorCode::BadOption);
        Tensor broken = many.clone();
        broken[3][2] = NAN;
        QCOMPARE(codeOf([&] { featureStatistics(broken); }), ErrorCode::NonFinite);
        QCOMPARE(codeOf([&] { kernelDistance(broken, many, 5, 10, Rng(1)); }), ErrorCode::NonFinite);
        // Constant features: singular, but no failure.
        QVERIFY(isNear(frechetDistance(featureStatistics(torch::ones({40, 16})), featureStatistics(torch::ones({40, 16}))), 0, 1e-12));
    }

private:
    Json m_reference;
};

QTEST_GUILESS_MAIN(DistancesTest)
#include "distances_test.moc"
