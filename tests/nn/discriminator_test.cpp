#include "engine/nn/discriminator.h"

#include <ATen/Parallel.h>
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

}  // namespace

class DiscriminatorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Threads cost more than they bring on networks of this size.
    void initTestCase() { at::set_num_threads(1); }

    // 8x8 input: maps of 8, 4, 2 and (middle) 2; the first two are halved, the others keep their size.
    void judgesMapsDownToTwoByTwo()
    {
        EncoderDiscriminator d(tinyEncoder({}), 8);
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
        EncoderDiscriminator d(encoder, 8);
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
        EncoderDiscriminator d(tinyEncoder(3), 8);
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
        EncoderDiscriminator plain(tinyEncoder({}), 8);
        for (const auto& item : plain.named_parameters())
            QVERIFY(item.key().find("class") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(DiscriminatorTest)
#include "discriminator_test.moc"
