#include "engine/nn/unet.h"

#include <QtTest>

#include <cmath>

using namespace potstill;
using WeightMap = std::map<std::string, torch::Tensor>;

namespace {

UNetConfig tinyConfig()
{
    UNetConfig c;
    c.blockOutChannels = {8, 8};
    c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D"};
    c.upBlockTypes = {"AttnUpBlock2D", "UpBlock2D"};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.attentionHeadDim = 4;
    return c;
}

WeightMap weightsOf(const UNet& net)
{
    WeightMap out;
    for (const auto& [name, weight] : net.namedWeights())
        out[name] = weight.detach().clone();
    return out;
}

QString problemOf(UNet& net, const WeightMap& weights)
{
    try {
        loadWeights(net, weights, "file.safetensors");
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadFile ? e.what() : "another code";
    }
    return {};
}

bool sameWeights(const UNet& a, const UNet& b)
{
    const auto left = a.namedWeights(), right = b.namedWeights();
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i].first != right[i].first || !torch::equal(left[i].second, right[i].second))
            return false;
    return left.size() == right.size();
}

}  // namespace

class UNetWeightsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initFollowsPyTorchsDefaults()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        for (const auto& [name, weight] : net.namedWeights()) {
            const double low = weight.min().item<double>(), high = weight.max().item<double>();
            if (name.find("norm") != std::string::npos) {
                QVERIFY2(low == high && low == (name.back() == 't' ? 1 : 0), name.c_str());
            } else if (weight.dim() > 1) {
                const double bound = 1 / std::sqrt(static_cast<double>(weight.numel() / weight.size(0)));
                QVERIFY2(low >= -bound && high <= bound && high - low > 1.5 * bound, name.c_str());
            } else {
                QVERIFY2(low >= -1 && high <= 1 && low != high, name.c_str());
            }
        }
        net.init(Rng(1), true);
        QVERIFY((net.forward(Rng(2).normal({1, 3, 8, 8}), torch::tensor({5.0f})) == 0).all().item<bool>());
    }
    void initOfALayerDependsOnItsNameAlone()
    {
        UNetConfig more = tinyConfig();
        more.numClassEmbeds = 4;
        more.layersPerBlock = 2;
        UNet a(tinyConfig()), b(more);
        a.init(Rng(7));
        b.init(Rng(7));
        QVERIFY(torch::equal(weightsOf(a).at("down_blocks.1.resnets.0.conv2.weight"), weightsOf(b).at("down_blocks.1.resnets.0.conv2.weight")));
        QVERIFY(!torch::equal(weightsOf(a).at("down_blocks.1.resnets.0.conv2.weight"), weightsOf(a).at("down_blocks.0.resnets.0.conv2.weight")));
    }
    void aCopyIsIndependent()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        const auto copy = net.copy(true);
        QVERIFY(sameWeights(net, *copy));
        QVERIFY(copy->is_training() && !net.copy(false)->is_training());
        QVERIFY(!net.copy(false)->namedWeights().front().second.requires_grad() && copy->namedWeights().front().second.requires_grad());
        const WeightMap before = weightsOf(net);
        copy->init(Rng(2), false);
        for (const auto& [name, weight] : net.namedWeights())
            QVERIFY(torch::equal(weight, before.at(name)));
        QVERIFY(!sameWeights(net, *copy));
    }
    void weightsRoundTripByName()
    {
        UNet a(tinyConfig()), b(tinyConfig());
        a.init(Rng(1), false);
        b.init(Rng(2), false);
        loadWeights(b, weightsOf(a), "file.safetensors");
        QVERIFY(sameWeights(a, b));
    }
    void oldAttentionNamesAreMapped()
    {
        UNet a(tinyConfig()), b(tinyConfig());
        a.init(Rng(1), false);
        b.init(Rng(2), false);
        WeightMap old;
        for (const auto& [name, weight] : weightsOf(a)) {
            std::string renamed = name;
            for (const auto& [now, before] : {std::pair{".to_q.", ".query."}, {".to_k.", ".key."}, {".to_v.", ".value."}, {".to_out.0.", ".proj_attn."}})
                if (const std::size_t at = renamed.find(now); at != std::string::npos)
                    renamed.replace(at, std::string(now).size(), before);
            old[renamed] = renamed != name && weight.dim() == 2 ? weight.unsqueeze(-1).unsqueeze(-1) : weight;
        }
        QVERIFY(!old.contains("mid_block.attentions.0.to_q.weight"));
        loadWeights(b, old, "file.safetensors");
        QVERIFY(sameWeights(a, b));
    }
    void whatDoesNotFitIsNamedAndChangesNothing()
    {
        UNet a(tinyConfig()), b(tinyConfig());
        a.init(Rng(1), false);
        b.init(Rng(2), false);
        const WeightMap good = weightsOf(a), before = weightsOf(b);
        WeightMap missing = good, extra = good, misshapen = good, scalar = good;
        missing.erase("up_blocks.1.resnets.0.norm1.bias");
        extra["up_blocks.9.conv.weight"] = torch::zeros({1});
        misshapen["up_blocks.1.resnets.0.conv1.weight"] = torch::zeros({8, 8, 3, 3});
        scalar["conv_out.bias"] = torch::zeros({});
        QVERIFY(problemOf(b, missing).contains("'up_blocks.1.resnets.0.norm1.bias' is missing"));
        QVERIFY(problemOf(b, extra).contains("'up_blocks.9.conv.weight' belongs to no layer"));
        QVERIFY(problemOf(b, misshapen).contains("'up_blocks.1.resnets.0.conv1.weight' is 8x8x3x3, but the network's is 8x16x3x3"));
        QVERIFY(problemOf(b, scalar).contains("'conv_out.bias'"));
        QVERIFY(problemOf(b, missing).startsWith("file.safetensors: "));
        for (const auto& [name, weight] : b.namedWeights())
            QVERIFY(torch::equal(weight, before.at(name)));
    }
    void memoryFormatKeepsIdentityAndValues()
    {
        UNet net(tinyConfig());
        net.init(Rng(1), false);
        const auto named = net.namedWeights();
        const WeightMap before = weightsOf(net);
        net.setMemoryFormat(torch::MemoryFormat::ChannelsLast);
        for (const auto& [name, weight] : named) {
            QVERIFY(torch::equal(weight, before.at(name)));
            QVERIFY(weight.dim() != 4 || weight.is_contiguous(torch::MemoryFormat::ChannelsLast));
        }
        QVERIFY(net.copy(false)->memoryFormat() == torch::MemoryFormat::ChannelsLast);
    }
    void publishedModelsHaveTheirParameterCounts()
    {
        UNetConfig cifar;
        cifar.blockOutChannels = {128, 256, 256, 256};
        cifar.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D", "DownBlock2D", "DownBlock2D"};
        cifar.upBlockTypes = {"UpBlock2D", "UpBlock2D", "AttnUpBlock2D", "UpBlock2D"};
        cifar.attentionHeadDim.reset();
        QCOMPARE(UNet(cifar).parameterCount(), 35'746'307);

        UNetConfig ddpm256 = cifar;
        ddpm256.blockOutChannels = {128, 128, 256, 256, 512, 512};
        ddpm256.downBlockTypes = {"DownBlock2D", "DownBlock2D", "DownBlock2D", "DownBlock2D", "AttnDownBlock2D", "DownBlock2D"};
        ddpm256.upBlockTypes = {"UpBlock2D", "AttnUpBlock2D", "UpBlock2D", "UpBlock2D", "UpBlock2D", "UpBlock2D"};
        QCOMPARE(UNet(ddpm256).parameterCount(), 113'673'219);

        UNetConfig consistency;
        consistency.blockOutChannels = {192, 384, 576, 768};
        consistency.layersPerBlock = 3;
        consistency.numClassEmbeds = 1000;
        consistency.downBlockTypes = {"ResnetDownsampleBlock2D", "AttnDownBlock2D", "AttnDownBlock2D", "AttnDownBlock2D"};
        consistency.upBlockTypes = {"AttnUpBlock2D", "AttnUpBlock2D", "AttnUpBlock2D", "ResnetUpsampleBlock2D"};
        consistency.downsampleType = consistency.upsampleType = "resnet";
        consistency.resnetTimeScaleShift = "scale_shift";
        consistency.attentionHeadDim = 64;
        consistency.attnNormNumGroups = 32;
        QCOMPARE(UNet(consistency).parameterCount(), 295'899'267);

        UNetConfig ncsnpp;
        ncsnpp.blockOutChannels = {128, 128, 256, 256, 256, 256, 256};
        ncsnpp.downBlockTypes = {"SkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D", "AttnSkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D"};
        ncsnpp.upBlockTypes = {"SkipUpBlock2D", "SkipUpBlock2D", "AttnSkipUpBlock2D", "SkipUpBlock2D", "SkipUpBlock2D", "SkipUpBlock2D", "SkipUpBlock2D"};
        ncsnpp.timeEmbeddingType = "fourier";
        ncsnpp.attentionHeadDim.reset();
        QCOMPARE(UNet(ncsnpp).parameterCount(), 65'574'549);
    }
};

QTEST_GUILESS_MAIN(UNetWeightsTest)
#include "unetweights_test.moc"
