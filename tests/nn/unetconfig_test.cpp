#include "engine/nn/unet.h"

#include <QtTest>

using namespace potstill;

class UNetConfigTest : public QObject {
    Q_OBJECT

    /// Why a configuration cannot be built; "" = it can.
    static QString problemOf(const std::function<void(UNetConfig&)>& change)
    {
        UNetConfig c;
        c.blockOutChannels = {8, 8};
        c.normNumGroups = 4;
        c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D"};
        c.upBlockTypes = {"AttnUpBlock2D", "UpBlock2D"};
        change(c);
        try {
            UNet net(c);
        } catch (const Error& e) {
            return e.what();
        }
        return {};
    }

private Q_SLOTS:
    void missingKeysTakeTheDefaultsOfTheClass() { QVERIFY(UNetConfig::fromJson(Json{{"_class_name", "UNet2DModel"}}) == UNetConfig{}); }
    void roundTrips()
    {
        UNetConfig c;
        c.sampleSize = 64;
        c.attentionHeadDim.reset();
        c.attnNormNumGroups = 16;
        c.numClassEmbeds = 11;
        c.midBlockType.clear();
        c.normNumGroups = 0;
        c.timeEmbeddingType = "learned";
        c.numTrainTimesteps = 1000;
        c.resnetTimeScaleShift = "scale_shift";
        c.classEmbedType = "timestep";
        QVERIFY(UNetConfig::fromJson(c.toJson()) == c);
        QVERIFY(c.toJson()["attention_head_dim"].is_null() && c.toJson()["mid_block_type"].is_null() && c.toJson()["norm_num_groups"].is_null());
    }
    void nullAndMissingHeadsDiffer()
    {
        QVERIFY(!UNetConfig::fromJson(Json{{"attention_head_dim", nullptr}}).attentionHeadDim);
        QCOMPARE(*UNetConfig::fromJson(Json::object()).attentionHeadDim, 8);
    }
    void prefixIsDroppedAndUnknownKeysAreListed()
    {
        std::vector<std::string> ignored;
        const UNetConfig c = UNetConfig::fromJson(Json{{"down_block_types", {"UNetResDownBlock2D"}}, {"_diffusers_version", "0.1"}, {"colour", 3}}, &ignored);
        QCOMPARE(c.downBlockTypes.front(), std::string("DownBlock2D"));
        QVERIFY(ignored == std::vector<std::string>{"colour"});
    }
    void wrongTypesAndClassesAreNamed()
    {
        QVERIFY_THROWS_EXCEPTION(Error, UNetConfig::fromJson(Json::array()));
        QVERIFY_THROWS_EXCEPTION(Error, UNetConfig::fromJson(Json{{"_class_name", "UNet2DConditionModel"}}));
        QVERIFY_THROWS_EXCEPTION(Error, UNetConfig::fromJson(Json{{"layers_per_block", "two"}}));
        QVERIFY_THROWS_EXCEPTION(Error, UNetConfig::fromJson(Json{{"sample_size", {32, 64}}}));
        QCOMPARE(UNetConfig::fromJson(Json{{"sample_size", {32, 32}}}).sampleSize, 32);
    }
    void whatCannotBeBuiltIsNamed_data()
    {
        using Change = std::function<void(UNetConfig&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* field, Change change) { QTest::newRow(field) << change << QString(field).section('/', 0, 0); };
        row("block_out_channels", [](UNetConfig& c) { c.blockOutChannels.pop_back(); });
        row("block_out_channels/zero", [](UNetConfig& c) { c.blockOutChannels = {8, 0}; });
        row("layers_per_block", [](UNetConfig& c) { c.layersPerBlock = 0; });
        row("norm_num_groups", [](UNetConfig& c) { c.normNumGroups = 3; });
        row("norm_num_groups/null", [](UNetConfig& c) { c.normNumGroups = 0; });
        row("attn_norm_num_groups", [](UNetConfig& c) { c.attnNormNumGroups = 5; });
        row("attention_head_dim", [](UNetConfig& c) { c.attentionHeadDim = 9; });
        row("down_block_types", [](UNetConfig& c) { c.downBlockTypes[1] = "CrossAttnDownBlock2D"; });
        row("up_block_types", [](UNetConfig& c) { c.upBlockTypes[1] = "DownBlock2D"; });
        row("up_block_types/skip", [](UNetConfig& c) { c.upBlockTypes = {"SkipUpBlock2D", "UpBlock2D"}; });
        row("out_channels/skip", [](UNetConfig& c) {
            c.upBlockTypes = {"SkipUpBlock2D", "SkipUpBlock2D"};
            c.outChannels = 1;
        });
        row("in_channels/skip", [](UNetConfig& c) {
            c.downBlockTypes[0] = "SkipDownBlock2D";
            c.inChannels = 1;
        });
        row("block_out_channels/attnskip", [](UNetConfig& c) { c.downBlockTypes = {"AttnSkipDownBlock2D", "SkipDownBlock2D"}; });
        row("mid_block_type", [](UNetConfig& c) { c.midBlockType = "UNetMidBlock2DCrossAttn"; });
        row("act_fn", [](UNetConfig& c) { c.actFn = "gelu"; });
        row("time_embedding_type", [](UNetConfig& c) { c.timeEmbeddingType = "none"; });
        row("num_train_timesteps", [](UNetConfig& c) { c.timeEmbeddingType = "learned"; });
        row("freq_shift", [](UNetConfig& c) { c.freqShift = 4; });
        row("class_embed_type", [](UNetConfig& c) { c.classEmbedType = "projection"; });
        row("downsample_padding", [](UNetConfig& c) { c.downsamplePadding = 2; });
        row("downsample_type", [](UNetConfig& c) { c.downsampleType = "fir"; });
        row("resnet_time_scale_shift", [](UNetConfig& c) { c.resnetTimeScaleShift = "spatial"; });
        row("dropout", [](UNetConfig& c) { c.dropout = 1; });
    }
    void whatCannotBeBuiltIsNamed()
    {
        QFETCH(std::function<void(UNetConfig&)>, change);
        QFETCH(QString, field);
        const QString problem = problemOf(change);
        QVERIFY2(problem.startsWith(field), qPrintable(problem));
    }
    void theBaseOfTheseChangesCanBeBuilt()
    {
        QCOMPARE(problemOf([](UNetConfig&) {}), QString());
    }
};

QTEST_GUILESS_MAIN(UNetConfigTest)
#include "unetconfig_test.moc"
