#include "engine/nn/unet.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace potstill;
using torch::Tensor;

namespace {

UNetConfig tinyConfig()
{
    UNetConfig c;
    c.blockOutChannels = {4, 8};
    c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D"};
    c.upBlockTypes = {"AttnUpBlock2D", "UpBlock2D"};
    c.layersPerBlock = 1;
    c.normNumGroups = 2;
    c.attentionHeadDim = 4;
    return c;
}

}  // namespace

class UNetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Threads cost more than they bring on networks of this size.
    void initTestCase() { at::set_num_threads(1); }

    // Central differences along random directions, in float64 where they are exact to about 1e-8.
    void gradientsAgreeWithFiniteDifferences_data()
    {
        QTest::addColumn<bool>("skipBlocks");
        QTest::newRow("attention") << false;
        QTest::newRow("skip blocks, scale and shift") << true;
    }
    void gradientsAgreeWithFiniteDifferences()
    {
        QFETCH(bool, skipBlocks);
        UNetConfig c = tinyConfig();
        if (skipBlocks) {
            c.downBlockTypes = {"SkipDownBlock2D", "SkipDownBlock2D"};
            c.upBlockTypes = {"SkipUpBlock2D", "SkipUpBlock2D"};
            c.resnetTimeScaleShift = "scale_shift";
            c.timeEmbeddingType = "fourier";
        }
        UNet net(c);
        net.init(Rng(1), false);
        net.to(torch::kFloat64);
        const Tensor x = Rng(2).normal({2, 3, 4, 4}).to(torch::kFloat64).requires_grad_(), w = Rng(3).normal({2, 3, 4, 4}).to(torch::kFloat64);
        const Tensor time = torch::tensor({3.0f, 400.0f});
        const auto value = [&] { return (net.forward(x, time) * w).mean(); };
        value().backward();

        auto tensors = net.namedWeights();
        tensors.emplace_back("x", x);
        constexpr double kStep = 1e-5;
        for (const auto& [name, tensor] : tensors) {
            if (!tensor.requires_grad())
                continue;
            torch::NoGradGuard noGrad;
            const Tensor direction = Rng(4).fork(name).normal(tensor.sizes()).to(torch::kFloat64);
            Tensor p = tensor;
            p.add_(direction, kStep);
            const double above = value().item<double>();
            p.sub_(direction, 2 * kStep);
            const double below = value().item<double>();
            p.add_(direction, kStep);
            const double numeric = (above - below) / (2 * kStep), analytic = (tensor.grad() * direction).sum().item<double>();
            QVERIFY2(std::abs(numeric - analytic) <= 1e-6 * std::max(1e-2, std::abs(analytic)),
                     qPrintable(QString("%1: %2, expected %3").arg(name.c_str()).arg(analytic).arg(numeric)));
        }
    }
    void sampleDoesNotDependOnItsBatch()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        const Tensor x = Rng(2).normal({3, 3, 8, 8}), t = torch::tensor({1.0f, 50.0f, 900.0f});
        torch::NoGradGuard noGrad;
        const Tensor all = net.forward(x, t);
        for (int i = 0; i < 3; ++i)
            QVERIFY(torch::allclose(net.forward(x.slice(0, i, i + 1), t.slice(0, i, i + 1)), all.slice(0, i, i + 1), 1e-4, 1e-6));
    }
    void twoCallsAreEqualBitForBit()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        const Tensor x = Rng(2).normal({4, 3, 16, 16}), t = torch::full({4}, 20.0f);
        Tensor gradients[2];
        for (Tensor& g : gradients) {
            net.zero_grad();
            net.forward(x, t).square().mean().backward();
            g = net.namedWeights().front().second.grad().clone();
        }
        QVERIFY(torch::equal(gradients[0], gradients[1]));
        QVERIFY(torch::equal(net.forward(x, t), net.forward(x, t)));
    }
    void encoderFeaturesAreThoseOfTheDownPathAndTheMiddle()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        const auto features = net.encoderFeatures(Rng(2).normal({2, 3, 8, 8}), torch::tensor({3.0f, 7.0f}));
        const auto channels = net.encoderChannels();
        QVERIFY((channels == std::vector<std::int64_t>{4, 8, 8}));
        const std::int64_t sizes[] = {8, 4, 4};
        QCOMPARE(features.size(), channels.size());
        for (std::size_t i = 0; i < features.size(); ++i)
            QVERIFY(features[i].sizes() == torch::IntArrayRef({2, channels[i], sizes[i], sizes[i]}));
        QVERIFY(!torch::equal(features[1], features[2]));
    }
    void dropoutDrawsFromItsGeneratorAndOnlyInTraining()
    {
        UNetConfig c = tinyConfig();
        c.dropout = 0.5;
        UNet net(c);
        net.init(Rng(1), false);
        const Tensor x = Rng(2).normal({2, 3, 8, 8}), t = torch::tensor({3.0f, 7.0f});
        const auto call = [&](std::uint64_t seed) {
            net.setDropoutRng(Rng(seed));
            return net.forward(x, t);
        };
        net.train();
        QVERIFY(torch::equal(call(5), call(5)));
        QVERIFY(!torch::equal(call(5), call(6)));
        QVERIFY(!torch::equal(net.forward(x, t), net.forward(x, t)));
        {
            torch::NoGradGuard noGrad;
            QVERIFY(torch::equal(call(5), call(6)));
        }
        net.eval();
        QVERIFY(torch::equal(call(5), call(6)));
    }
    void wrongCallsAreNamed()
    {
        UNet net(tinyConfig());
        net.init(Rng(1));
        const Tensor t = torch::tensor({3.0f});
        QVERIFY_THROWS_EXCEPTION(Error, net.forward(torch::zeros({1, 3, 7, 8}), t));
        QVERIFY_THROWS_EXCEPTION(Error, net.forward(torch::zeros({1, 1, 8, 8}), t));
        QVERIFY_THROWS_EXCEPTION(Error, net.forward(torch::zeros({1, 3, 8, 8}), t, torch::zeros({1}, torch::kInt64)));
        UNetConfig c = tinyConfig();
        c.numClassEmbeds = 2;
        UNet conditional(c);
        conditional.init(Rng(1));
        QVERIFY_THROWS_EXCEPTION(Error, conditional.forward(torch::zeros({1, 3, 8, 8}), t));
    }
    void outputIsContiguousInBothFormats()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        const Tensor x = Rng(2).normal({2, 3, 8, 8}), t = torch::tensor({3.0f, 7.0f});
        const Tensor plain = net.forward(x, t);
        net.setMemoryFormat(torch::MemoryFormat::ChannelsLast);
        const Tensor other = net.forward(x, t);
        QVERIFY(plain.is_contiguous() && other.is_contiguous());
        QVERIFY(torch::allclose(plain, other, 1e-4, 1e-5));
    }
};

QTEST_GUILESS_MAIN(UNetTest)
#include "unet_test.moc"
