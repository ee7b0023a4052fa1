#include "engine/distill/diffusionloss.h"

#include <QtTest>

#include <cmath>

using namespace potstill;
using torch::Tensor;

namespace {

constexpr std::int64_t kImages = 6, kNoClass = 3;

std::shared_ptr<UNet> tinyNetwork()
{
    UNetConfig c;
    c.sampleSize = 8;
    c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
    c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
    c.blockOutChannels = {8, 8};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.addAttention = false;
    c.numClassEmbeds = kNoClass + 1;
    auto net = std::make_shared<UNet>(c);
    net->init(Rng(5), false);
    return net;
}

Batch someBatch(std::int64_t n = kImages)
{
    Rng rng(1);
    return {rng.normal({n, 3, 8, 8}).clamp(-1, 1), rng.integers(kNoClass, {n})};
}

DiffusionOptions optionsOf(Parametrisation parametrisation, const char* schedule)
{
    DiffusionOptions o;
    o.parametrisation = parametrisation;
    o.schedule = schedule;
    o.labelDropout = 0;
    return o;
}

double lossOf(const DiffusionOptions& options, const std::shared_ptr<UNet>& net, std::uint64_t seed, const Batch& batch = someBatch())
{
    const auto method = makeDiffusionTraining(options, net, kNoClass);
    Rng rng(seed);
    return method->phases()[0].loss({batch, rng, 0, 0, [] {}}).loss.item<double>();
}

/// What the loss draws, in its order: times in (tMin, 1], then the noise, then who loses the label.
struct Drawn {
    Tensor t, a, s, eps, xt;  // [N], [N, 1, 1, 1] twice, [N, 3, 8, 8] twice
};

Drawn draw(const NoiseSchedule& schedule, Rng& rng, const Tensor& x0)
{
    Drawn d;
    d.t = schedule.tMin() + (1 - schedule.tMin()) * (1 - rng.uniform({x0.size(0)}));
    d.a = schedule.alpha(d.t);
    d.s = schedule.sigma(d.t);
    d.eps = rng.normal(x0.sizes());
    d.xt = d.a * x0 + d.s * d.eps;
    return d;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-5 * std::abs(b); }

}  // namespace

class DiffusionLossTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLossIsTheSquaredErrorOfTheTarget_data()
    {
        QTest::addColumn<int>("parametrisation");
        QTest::addColumn<QString>("schedule");
        QTest::newRow("eps") << int(Parametrisation::Eps) << "linear";
        QTest::newRow("x0") << int(Parametrisation::X0) << "cosine";
        QTest::newRow("v") << int(Parametrisation::V) << "cosine";
        QTest::newRow("flow") << int(Parametrisation::Flow) << "flow";
    }
    void theLossIsTheSquaredErrorOfTheTarget()
    {
        QFETCH(int, parametrisation);
        QFETCH(QString, schedule);
        const DiffusionOptions o = optionsOf(Parametrisation(parametrisation), schedule.toUtf8().constData());
        const auto net = tinyNetwork();
        const Batch batch = someBatch();
        Rng rng(9);
        const NoiseSchedule s = o.makeSchedule();
        const Drawn d = draw(s, rng, batch.images);
        const Tensor out = net->forward(d.xt, s.networkTime(d.t), batch.labels);
        const Tensor targets[] = {d.eps, batch.images, d.a * d.eps - d.s * batch.images, d.eps - batch.images};
        const double expected = (out - targets[parametrisation]).square().mean().item<double>();
        QVERIFY2(near(lossOf(o, net, 9), expected), qPrintable(QString::number(expected)));
        QVERIFY(d.t.min().item<double>() > s.tMin() - 1e-6 && d.t.max().item<double>() <= 1);
    }
    void minSnrCapsTheWeightOfClearImages_data()
    {
        QTest::addColumn<int>("parametrisation");
        QTest::newRow("eps") << int(Parametrisation::Eps);
        QTest::newRow("x0") << int(Parametrisation::X0);
        QTest::newRow("v") << int(Parametrisation::V);
    }
    void minSnrCapsTheWeightOfClearImages()
    {
        QFETCH(int, parametrisation);
        const auto p = Parametrisation(parametrisation);
        DiffusionOptions o = optionsOf(p, "linear");
        o.weighting = "min-snr";
        QVERIFY(!hasErrors(o.validate()));
        const auto net = tinyNetwork();
        const Batch batch = someBatch();
        Rng rng(9);
        const NoiseSchedule s = o.makeSchedule();
        const Drawn d = draw(s, rng, batch.images);
        const Tensor out = net->forward(d.xt, s.networkTime(d.t), batch.labels);
        const Tensor target = p == Parametrisation::Eps ? d.eps : p == Parametrisation::X0 ? batch.images : d.a * d.eps - d.s * batch.images;
        // Half of the images lie above the cap.
        o.minSnrGamma = (d.a / d.s).square().median().item<double>();
        double expected = 0;
        for (std::int64_t i = 0; i < kImages; ++i) {
            const double snr = std::exp(s.logSnr(d.t[i].item<double>())), least = std::min(snr, o.minSnrGamma);
            const double weight = p == Parametrisation::Eps ? least / snr : p == Parametrisation::X0 ? least : least / (snr + 1);
            expected += weight * (out[i] - target[i]).square().mean().item<double>() / kImages;
        }
        QVERIFY2(std::abs(lossOf(o, net, 9) - expected) < 1e-4 * expected, qPrintable(QString::number(expected)));
    }
    void minSnrIsRefusedWhereItsWeightIsNotDefined()
    {
        for (auto [parametrisation, schedule] : {std::pair(Parametrisation::Flow, "flow"), std::pair(Parametrisation::Edm, "edm")}) {
            DiffusionOptions o = optionsOf(parametrisation, schedule);
            QVERIFY(!hasErrors(o.validate()));
            o.weighting = "min-snr";
            const Issues issues = o.validate();
            QVERIFY(hasErrors(issues));
            QCOMPARE(issues.front().path, std::string("diffusion.weighting"));
        }
    }
    void edmWeightsTheErrorOfTheDenoiser()
    {
        // Karras et al. 2022: weight (s^2 + sd^2) / (s sd)^2 on D = c_skip x + c_out F(c_in x, ln(s) / 4), with ln s ~ N(-1.2, 1.2^2).
        const DiffusionOptions o = optionsOf(Parametrisation::Edm, "edm");
        const auto net = tinyNetwork();
        const Batch batch = someBatch();
        Rng rng(9);
        constexpr double sd = 0.5;
        std::vector<double> sigmas;
        for (std::int64_t i = 0; i < kImages; ++i)
            sigmas.push_back(std::exp(-1.2 + 1.2 * rng.normal()));
        const Tensor eps = rng.normal(batch.images.sizes());
        double expected = 0;
        for (std::int64_t i = 0; i < kImages; ++i) {
            const double s = sigmas[static_cast<std::size_t>(i)], sum = s * s + sd * sd;
            const Tensor x0 = batch.images.slice(0, i, i + 1), x = x0 + s * eps.slice(0, i, i + 1);
            const Tensor f = net->forward(x / std::sqrt(sum), torch::full({1}, std::log(s) / 4), batch.labels.slice(0, i, i + 1));
            const Tensor denoised = sd * sd / sum * x + s * sd / std::sqrt(sum) * f;
            expected += sum / std::pow(s * sd, 2) * (denoised - x0).square().mean().item<double>() / kImages;
        }
        QVERIFY2(std::abs(lossOf(o, net, 9) - expected) < 1e-3 * expected, qPrintable(QString("%1 %2").arg(lossOf(o, net, 9)).arg(expected)));
    }
    void edmStaysFiniteBelowItsLeastNoise()
    {
        // One draw in 70,000 lies below sigmaMin = 0.002: the first seed that has one.
        constexpr std::int64_t kMany = 64;
        const double least = (std::log(0.002) + 1.2) / 1.2;
        std::uint64_t seed = 0;
        for (bool found = false; !found; seed += !found) {
            Rng rng(seed);
            for (std::int64_t i = 0; i < kMany && !found; ++i)
                found = rng.normal() < least;
            QVERIFY(seed < 1'000'000);
        }
        const double loss = lossOf(optionsOf(Parametrisation::Edm, "edm"), tinyNetwork(), seed, someBatch(kMany));
        QVERIFY2(std::isfinite(loss), qPrintable(QString("seed %1: %2").arg(seed).arg(loss)));
    }
    void droppedLabelsBecomeNoClass()
    {
        DiffusionOptions o = optionsOf(Parametrisation::V, "cosine");
        o.labelDropout = 0.5;
        const auto net = tinyNetwork();
        const Batch batch = someBatch();
        const NoiseSchedule s = o.makeSchedule();
        Drawn d;
        Tensor dropped;
        std::uint64_t seed = 8;
        do {  // until some are dropped and some are kept
            Rng rng(++seed);
            d = draw(s, rng, batch.images);
            dropped = rng.uniform({kImages}) < 0.5;
        } while (!dropped.any().item<bool>() || dropped.all().item<bool>());
        const Tensor out = net->forward(d.xt, s.networkTime(d.t), torch::where(dropped, torch::full_like(batch.labels, kNoClass), batch.labels));
        const double expected = (out - (d.a * d.eps - d.s * batch.images)).square().mean().item<double>();
        QVERIFY(near(lossOf(o, net, seed), expected));
        o.labelDropout = 0;
        QVERIFY(!near(lossOf(o, net, seed), expected));
    }
};

QTEST_GUILESS_MAIN(DiffusionLossTest)
#include "diffusionloss_test.moc"
