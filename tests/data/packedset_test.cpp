#include "engine/data/packedset.h"

#include <torch/types.h>

#include <QtTest>
#include <QTemporaryDir>

using namespace potstill;
namespace fs = std::filesystem;

class PackedSetTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path at(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
    static DataOptions optionsFor(const fs::path& path, int size = 8)
    {
        DataOptions options;
        options.source = path.string();
        options.imageSize = size;
        return options;
    }
    static TensorMap tensors()
    {
        return {{"images", torch::arange(10 * 3 * 8 * 8).remainder(251).to(torch::kUInt8).view({10, 3, 8, 8})}, {"labels", torch::arange(10).remainder(3)}};
    }
    static QString failureOf(const DataOptions& options)
    {
        try {
            (void)openDataset(options, "unused");
        } catch (const Error& e) {
            return e.what();
        }
        return "no error";
    }

private Q_SLOTS:
    void aSetOfOthersOpens()
    {
        writeSafetensors(at("plain.safetensors"), tensors());
        const auto data = openDataset(optionsFor(at("plain.safetensors")), "unused");
        QCOMPARE(data->size(), std::int64_t(10));
        QCOMPARE(data->classCount(), std::int64_t(3));
        QCOMPARE(data->classNames()[2], std::string("2"));
        QCOMPARE(data->classCounts(), (std::vector<std::int64_t>{4, 3, 3}));
        const auto [images, labels] = data->get({7, 0});
        QVERIFY(torch::equal(images[0], tensors()["images"][7]));
        QCOMPARE(labels[0].item<std::int64_t>(), std::int64_t(1));
        QCOMPARE(data->fingerprint().size(), std::size_t(64));
        QVERIFY_THROWS_EXCEPTION(Error, data->get({10}));
    }
    void settingsChooseWhatIsUsed()
    {
        writeSafetensors(at("chosen.safetensors"), tensors(), {{"class_names", R"(["ant","bee","cat"])"}});
        DataOptions options = optionsFor(at("chosen.safetensors"));
        const auto all = openDataset(options, "unused");
        QCOMPARE(all->classNames()[1], std::string("bee"));
        options.labels = false;
        const auto plain = openDataset(options, "unused");
        QCOMPARE(plain->classCount(), std::int64_t(0));
        QVERIFY(!plain->get({1}).second.defined());
        options.maxImages = 5;
        const auto few = openDataset(options, "unused");
        QCOMPARE(few->size(), std::int64_t(5));
        QVERIFY(torch::equal(few->get({4}).first[0], tensors()["images"][8]));
        QVERIFY(all->fingerprint() != plain->fingerprint() && plain->fingerprint() != few->fingerprint());
    }
    void misfitsAreRefusedWithTheRemedy()
    {
        writeSafetensors(at("size.safetensors"), tensors());
        QVERIFY(failureOf(optionsFor(at("size.safetensors"), 16)).contains("set image_size to 8"));
        DataOptions grey = optionsFor(at("size.safetensors"));
        grey.channels = 1;
        QVERIFY(failureOf(grey).contains("set channels to 3"));
        writeSafetensors(at("none.safetensors"), {{"weights", torch::zeros({3})}});
        QVERIFY(failureOf(optionsFor(at("none.safetensors"))).contains("no tensor 'images'"));
        TensorMap wrong = tensors();
        wrong["labels"] = torch::arange(9);
        writeSafetensors(at("labels.safetensors"), wrong);
        QVERIFY(failureOf(optionsFor(at("labels.safetensors"))).contains("'labels' is"));
        wrong["labels"] = torch::full({10}, -1, torch::kInt64);
        writeSafetensors(at("negative.safetensors"), wrong);
        QVERIFY(failureOf(optionsFor(at("negative.safetensors"))).contains("labels run from -1"));
        QVERIFY(failureOf(optionsFor(at("nowhere.safetensors"))).contains("nowhere.safetensors"));
    }
    void spritesAreASource()
    {
        DataOptions options;
        const auto data = openDataset(options, "unused");
        QVERIFY(data->isEndless());
        QCOMPARE(data->classCount(), std::int64_t(8));
        QCOMPARE(QString::fromStdString(data->facts()["source"].get<std::string>()).left(7), QString("sprites"));
        options.channels = 1;
        QVERIFY(failureOf(options).contains("3 channels"));
        options = {};
        options.imageSize = 48;
        QVERIFY(failureOf(options).contains("16, 32 or 64"));
    }
    void everySettingIsDescribed()
    {
        for (const FieldInfo& field : DataOptions::table().schema().fields)
            QVERIFY2(!field.label.empty() && field.help.size() > 20 && field.help.back() == '.', field.key.c_str());
    }
};

QTEST_GUILESS_MAIN(PackedSetTest)
#include "packedset_test.moc"
