#include "engine/data/sprites.h"
#include "engine/io/atomicfile.h"
#include "engine/metrics/features.h"
#include "engine/tensor/device.h"

#include <QTemporaryDir>
#include <QtTest>

#include <torch/torch.h>

#include <cmath>
#include <memory>

using namespace potstill;
using torch::Tensor;
namespace fs = std::filesystem;

namespace {

/// A few hundred sprites in memory, with or without their labels: a stand-in for a folder of images that is trained on in seconds.
class SmallSet final : public Dataset {
public:
    SmallSet(std::int64_t n, bool hasLabels) : m_hasLabels(hasLabels)
    {
        std::vector<std::int64_t> indices;
        for (std::int64_t i = 0; i < n; ++i)
            indices.push_back(i);
        std::tie(m_images, m_labels) = Sprites(16, 3).get(indices);
        m_labels = m_labels % 2;
        m_images.select(1, 0).add_(m_labels.to(torch::kUInt8).reshape({-1, 1, 1}) * 100);  // easy to tell apart
    }
    std::int64_t size() const override { return m_images.size(0); }
    std::int64_t classCount() const override { return m_hasLabels ? 2 : 0; }
    const std::vector<std::string>& classNames() const override { return m_names; }
    int imageSize() const override { return 16; }
    int channels() const override { return 3; }
    std::pair<Tensor, Tensor> get(const std::vector<std::int64_t>& indices) const override
    {
        const Tensor at = torch::tensor(indices);
        return {m_images.index_select(0, at), m_hasLabels ? m_labels.index_select(0, at) : Tensor()};
    }
    std::string fingerprint() const override { return sha256OfText(fmt::format("small {} {}", size(), m_hasLabels)); }
    Json facts() const override { return {}; }

private:
    bool m_hasLabels;
    Tensor m_images, m_labels;
    std::vector<std::string> m_names = {"a", "b"};
};

const torch::Device kCpu(torch::kCPU);

}  // namespace

class ClassifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // One compute thread: the numbers are compared bit for bit, and other tests run beside this one.
    void initTestCase() { configureThreads(1); }
    void trainedOnceThenReadFromTheCache()
    {
        const auto data = std::make_shared<SmallSet>(240, true);
        const TrainedClassifier first = classifierFor(data, folder(), kCpu);
        QVERIFY2(first.heldOutAccuracy > 0.8, qPrintable(QString::number(first.heldOutAccuracy)));
        const auto time = fs::last_write_time(file());
        const TrainedClassifier again = classifierFor(data, folder(), kCpu);
        QVERIFY(time == fs::last_write_time(file()));
        QCOMPARE(again.hash, first.hash);
        QVERIFY(std::abs(again.heldOutAccuracy - first.heldOutAccuracy) < 1e-6);
        const Tensor x = Rng(1).normal({4, 3, 16, 16});
        QVERIFY(torch::equal(classifierFeatures(*first.network, x), classifierFeatures(*again.network, x)));

        // The same data gives the same classifier, bit for bit.
        fs::remove(file());
        QCOMPARE(classifierFor(data, folder(), kCpu).hash, first.hash);
        // A damaged file is only a lost cache.
        fs::resize_file(file(), fs::file_size(file()) / 2);
        QCOMPARE(classifierFor(data, folder(), kCpu).hash, first.hash);
    }
    void withoutLabelsItLearnsQuarterTurns()
    {
        const auto data = std::make_shared<SmallSet>(240, false);
        const TrainedClassifier c = classifierFor(data, folder() / "turns", kCpu);
        QVERIFY(!c.knowsClasses);
        QCOMPARE(c.network->config().classes, std::int64_t(4));
        const Evaluation e = evaluateSamples(toModelRange(Sprites(16, 9).get(range(0, 200)).first), Tensor(), data, c, 300, kCpu);
        QCOMPARE(e.classAccuracy, -1.0);
        QVERIFY(e.toJson()["class_accuracy"].is_null());
    }
    void aStopEndsTheTrainingAndStoresNothing()
    {
        RunControl control;
        control.requestStop(StopRequest::Abort);
        const TrainedClassifier c = classifierFor(std::make_shared<SmallSet>(100, true), folder() / "stopped", kCpu, &control);
        QVERIFY(!c.network);
        QVERIFY(!fs::exists(folder() / "stopped"));
    }
    void figuresRankSamplesAsTheyAre()
    {
        const auto data = std::make_shared<SmallSet>(240, true);
        const TrainedClassifier c = classifierFor(data, folder(), kCpu);
        const auto [bytes, labels] = data->get(range(0, 200));
        const Tensor real = toModelRange(bytes), noise = Rng(3).normal({200, 3, 16, 16});
        const Evaluation good = evaluateSamples(real, labels, data, c, 300, kCpu), bad = evaluateSamples(noise, labels, data, c, 300, kCpu);
        const Evaluation collapsed = evaluateSamples(real.slice(0, 0, 1).repeat({200, 1, 1, 1}), labels, data, c, 300, kCpu);
        QVERIFY(good.classAccuracy > 0.8);
        QVERIFY(good.frechet < bad.frechet && good.frechet < collapsed.frechet && good.kernel < bad.kernel);
        QVERIFY(good.precision > 0.8 && bad.precision < 0.3);
        QVERIFY(good.diversity > 0.7 && collapsed.diversity < 0.01);
        QCOMPARE(good.validity, -1.0);  // not the sprites themselves
        QCOMPARE(good.referenceN, std::int64_t(240));
        QCOMPARE(good.referenceHash, bad.referenceHash);
        QCOMPARE(good.referenceHash.size(), std::size_t(64));
        QVERIFY(QString::fromStdString(good.extractor).contains(QString::fromStdString(c.hash.substr(0, 12))));
    }
    void badSamplesAreErrors()
    {
        const auto data = std::make_shared<SmallSet>(240, true);
        const TrainedClassifier c = classifierFor(data, folder(), kCpu);
        QVERIFY_THROWS_EXCEPTION(Error, evaluateSamples(torch::zeros({200, 3, 8, 8}), Tensor(), data, c, 300, kCpu));
        QVERIFY_THROWS_EXCEPTION(Error, evaluateSamples(torch::zeros({10, 3, 16, 16}), Tensor(), data, c, 300, kCpu));
        QVERIFY_THROWS_EXCEPTION(Error, evaluateSamples(torch::full({200, 3, 16, 16}, NAN), Tensor(), data, c, 300, kCpu));
        QVERIFY_THROWS_EXCEPTION(Error, classifierFor(std::make_shared<SmallSet>(10, true), folder(), kCpu));
    }

private:
    static std::vector<std::int64_t> range(std::int64_t begin, std::int64_t end)
    {
        std::vector<std::int64_t> indices;
        for (std::int64_t i = begin; i < end; ++i)
            indices.push_back(i);
        return indices;
    }
    fs::path folder() const { return m_dir.path().toStdString(); }
    fs::path file() const
    {
        for (const auto& entry : fs::directory_iterator(folder()))
            if (entry.path().extension() == ".safetensors")
                return entry.path();
        return {};
    }
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(ClassifierTest)
#include "classifier_test.moc"
