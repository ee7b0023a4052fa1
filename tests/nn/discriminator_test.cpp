#include "engine/nn/discriminator.h"

#include <ATen/Parallel.h>
#include <ATen/ops/linalg_svdvals.h>
#include <QtTest>

using namespace potstill;

namespace {

std::shared_ptr<UNet> tinyEncoder(std::optional<std::int64_t> classes)
{
    UNetConfig c;
    c.blockOutChannels = {8, 8, 16};
    c.downBlockTypes = {"DownBlock2D", "DownBlock2D", "AttnDownBlock2D"};
    c.upBlockTypes = {"AttnUpBlock2D", "UpBlock2D", "UpBlock2D"};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.attentionHeadDim = 4;
    c.numClassEmbeds = classes;
    auto net = std::make_shared<UNet>(c);
    net->init(Rng(1));
    return net;
}

/// Of the weight as a matrix [out, the rest].
double largestSingularValue(const torch::Tensor& weight) { return at::linalg_svdvals(weight.detach().flatten(1).to(torch::kFloat64)).max().item<double>(); }

/// As GDD has them (arXiv 2405.20750).
const DiscriminatorOptions kProjected = {8, DiscriminatorHead::WeightNorm::Spectral, FeatureMixing::Kind::Scales};

}  // namespace

class DiscriminatorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Threads cost more than they bring on networks of this size.
    void initTestCase() { at::set_num_threads(1); }

    // 8x8 input: maps of 8, 4, 2 and (middle) 2; the first two are halved, the others keep their size.
    void judgesMapsDownToTwoByTwo()
    {
        EncoderDiscriminator d(tinyEncoder({}), {8});
        d.init(Rng(2));
        const torch::Tensor logits = d.forward(Rng(3).normal({2, 3, 8, 8}), torch::tensor({10.0f, 900.0f}));
        QVERIFY(logits.sizes() == torch::IntArrayRef({2, 16 + 4 + 4 + 4}));
        QVERIFY(logits.isfinite().all().item<bool>());
        for (std::int64_t i = 0; i < logits.size(1); ++i)  // no logit is blind to the image
            QVERIFY((logits[0][i] != logits[1][i]).item<bool>());
    }
    void gradientsReachTheImageAndTheHeadsButNotTheEncoder()
    {
        auto encoder = tinyEncoder(3);
        EncoderDiscriminator d(encoder, {8});
        d.init(Rng(2));
        const torch::Tensor x = Rng(3).normal({2, 3, 8, 8}).requires_grad_();
        d.forward(x, torch::tensor({10.0f, 900.0f}), torch::tensor({0, 2})).square().sum().backward();
        QVERIFY(x.grad().abs().max().item<double>() > 0);
        for (const auto& [name, weight] : encoder->namedWeights())
            QVERIFY2(!weight.requires_grad() && !weight.grad().defined(), name.c_str());
        for (const auto& item : d.named_parameters()) {
            QVERIFY2(item.key().rfind("heads.", 0) == 0, item.key().c_str());
            QVERIFY2(item.value().grad().defined(), item.key().c_str());
        }
    }
    void classesProject()
    {
        EncoderDiscriminator d(tinyEncoder(3), {8});
        d.init(Rng(2));
        {
            torch::NoGradGuard noGrad;
            for (auto& item : d.named_parameters())
                if (item.key().find("class_embedding") != std::string::npos)
                    item.value()[2].fill_(1);  // classes 0 and 1 stay at zero
        }
        const torch::Tensor x = Rng(3).normal({1, 3, 8, 8}), t = torch::tensor({10.0f});
        // The encoder knows the class too, so the heads alone are told apart by the size of the change.
        const torch::Tensor difference = d.forward(x, t, torch::tensor({2})) - d.forward(x, t, torch::tensor({0}));
        QVERIFY(difference.abs().min().item<double>() > 0);
        EncoderDiscriminator plain(tinyEncoder({}), {8});
        for (const auto& item : plain.named_parameters())
            QVERIFY(item.key().find("class") == std::string::npos);
    }
    void theLargestSingularValueBecomesOne()
    {
        const torch::Tensor weight = 5 * Rng(1).normal({16, 8, 3, 3});
        SpectralNorm norm(weight);
        norm.init(Rng(2));
        const double atFirst = largestSingularValue(norm.normalised());
        QVERIFY2(atFirst > 0.9999 && atFirst < 1.1, qPrintable(QString::number(atFirst)));  // the iteration comes from below
        weight.requires_grad_();
        for (int i = 0; i < 300; ++i)
            norm.normalised();
        const double inTheEnd = largestSingularValue(norm.normalised());
        QVERIFY2(std::abs(inTheEnd - 1) < 1e-3, qPrintable(QString::number(inTheEnd)));
    }
    void thePowerIterationMovesInTrainingAlone()
    {
        const torch::Tensor weight = Rng(1).normal({16, 8, 3, 3});
        SpectralNorm norm(weight), twin(weight), other(weight);
        norm.init(Rng(2));
        twin.init(Rng(2));
        other.init(Rng(3));
        const torch::Tensor u = norm.named_buffers()["u"], before = u.clone();
        QVERIFY(torch::equal(twin.named_buffers()["u"], before) && !torch::equal(other.named_buffers()["u"], before));
        norm.normalised();  // frozen
        QVERIFY(torch::equal(u, before));
        weight.requires_grad_();
        {
            torch::NoGradGuard noGrad;
            norm.normalised();
        }
        QVERIFY(torch::equal(u, before));
        norm.normalised();
        QVERIFY(!torch::equal(u, before));
        QVERIFY(torch::equal(norm.normalised(), (twin.normalised(), twin.normalised())));
    }
    void theGradientOfTheSpectralNormIsThatOfDifferences()
    {
        const torch::Tensor weight = Rng(1).normal({3, 4}, torch::kFloat64).requires_grad_(), factors = Rng(3).normal({3, 4}, torch::kFloat64);
        SpectralNorm norm(weight);
        norm.init(Rng(2));
        (norm.normalised() * factors).sum().backward();
        torch::NoGradGuard noGrad;  // the iteration rests from here on
        const torch::Tensor values = weight.data().view(-1), gradient = weight.grad().view(-1);
        const auto moved = [&](std::int64_t i, double by) {
            values[i].add_(by);
            const double result = (norm.normalised() * factors).sum().item<double>();
            values[i].sub_(by);
            return result;
        };
        const double h = 1e-6;
        for (std::int64_t i = 0; i < values.numel(); ++i) {
            const double difference = (moved(i, h) - moved(i, -h)) / (2 * h), error = std::abs(difference - gradient[i].item<double>());
            QVERIFY2(error < 1e-7, qPrintable(QString::number(error)));  // rounding of float64 over h
        }
    }
    void mixingIsFrozenAndKeepsTheShapes()
    {
        FeatureMixing scales({4, 6}, FeatureMixing::Kind::Scales), channels({4, 6}, FeatureMixing::Kind::Channels);
        scales.init(Rng(1));
        channels.init(Rng(1));
        QVERIFY(scales.parameters().empty());
        QCOMPARE(scales.buffers().size(), std::size_t(3));
        QCOMPARE(channels.buffers().size(), std::size_t(2));
        for (const torch::Tensor& weight : scales.buffers())
            QVERIFY(!weight.requires_grad());
        const torch::Tensor fine = Rng(2).normal({2, 4, 8, 8}).requires_grad_(), coarse = Rng(3).normal({2, 6, 4, 4}).requires_grad_();
        const auto mixed = scales.forward({fine, coarse}), alone = channels.forward({fine, coarse});
        QVERIFY(mixed[0].sizes() == fine.sizes() && mixed[1].sizes() == coarse.sizes());
        QVERIFY(torch::equal(mixed[1], alone[1]) && !torch::equal(mixed[0], alone[0]));
        QVERIFY(torch::equal(alone[0], channels.forward({fine, 2 * coarse})[0]));  // no scale sees another
        mixed[0].square().sum().backward();
        QVERIFY(fine.grad().abs().min().item<double>() > 0 && coarse.grad().abs().min().item<double>() > 0);
        channels.init(Rng(4));
        QVERIFY(!torch::equal(alone[0], channels.forward({fine, coarse})[0]));
    }
    void projectedHeadsTrainAndTheirMixingDoesNot()
    {
        EncoderDiscriminator d(tinyEncoder({}), kProjected);
        d.init(Rng(2));
        std::map<std::string, torch::Tensor> before;
        for (const auto& item : d.named_buffers())
            before[item.key()] = item.value().clone();
        QVERIFY(before.count("heads.3.conv_out.spectral_norm.u") && before.count("mixing.scales_2"));
        const torch::Tensor x = Rng(3).normal({2, 3, 8, 8}).requires_grad_(), t = torch::tensor({10.0f, 900.0f});
        // Twice before the gradients are taken, as for real and made images.
        (d.forward(x, t).square().sum() + d.forward(-x, t).square().sum()).backward();
        QVERIFY(x.grad().abs().max().item<double>() > 0);
        for (const auto& item : d.named_parameters())
            QVERIFY2(item.key().rfind("heads.", 0) == 0 && item.value().grad().defined(), item.key().c_str());
        bool moved = false;
        for (const auto& item : d.named_buffers()) {
            const bool isSame = torch::equal(item.value(), before[item.key()]);
            QVERIFY2(isSame || item.key().rfind("mixing.", 0) != 0, item.key().c_str());
            moved |= !isSame;
        }
        QVERIFY(moved);
    }
    void plainHeadsHaveTheSameWeightsAndNoState()
    {
        EncoderDiscriminator plain(tinyEncoder({}), {8}), projected(tinyEncoder({}), kProjected);
        plain.init(Rng(2));
        projected.init(Rng(2));
        QVERIFY(plain.buffers().empty());
        const auto a = plain.named_parameters(), b = projected.named_parameters();
        QCOMPARE(a.size(), b.size());
        for (const auto& item : a)
            QVERIFY2(torch::equal(item.value(), b[item.key()]), item.key().c_str());
    }
};

QTEST_GUILESS_MAIN(DiscriminatorTest)
#include "discriminator_test.moc"
