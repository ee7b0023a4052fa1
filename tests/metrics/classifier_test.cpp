#include "engine/data/sprites.h"
#include "engine/io/atomicfile.h"
#include "engine/metrics/features.h"
#include "engine/metrics/nearest.h"
#include "engine/tensor/device.h"

#include <QTemporaryDir>
#include <QtTest>

#include <torch/script.h>
#include <torch/types.h>

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

/// An untrained network stands in for a teacher: 2 * deepest channels of its encoder are the features.
std::shared_ptr<NetworkDenoiser> denoiserOf(std::int64_t deepest, std::uint64_t seed)
{
    UNetConfig c;
    c.blockOutChannels = {8, deepest};
    c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
    c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.addAttention = false;
    auto network = std::make_shared<UNet>(c);
    network->init(Rng(seed));
    network->eval();
    return std::make_shared<NetworkDenoiser>(network, Parametrisation::V, NoiseSchedule::cosine());
}

EncoderExtractor encoderOf(std::int64_t deepest, std::uint64_t seed, const std::string& hash) { return {denoiserOf(deepest, seed), "00007-faces", hash}; }

/// What the encoder of such a network gives of images before any projection: [N, 2 * deepest].
Tensor unprojected(const NetworkDenoiser& denoiser, const Tensor& images)
{
    torch::NoGradGuard noGrad;
    const NoiseSchedule& schedule = denoiser.schedule();
    const Tensor t = torch::full({images.size(0)}, schedule.timeFromLogSnr(-2 * std::log(kEncoderNoise)), torch::kFloat32);
    const std::vector<Tensor> levels = denoiser.encoderFeatures(schedule.alpha(t) * images, t, {});
    return torch::cat({levels.at(1).mean({2, 3}), levels.at(2).mean({2, 3})}, 1);
}

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
        QVERIFY(QString::fromStdString(c.name()).startsWith("quarter-turn classifier "));
        QCOMPARE(c.network->config().classes, std::int64_t(4));
        const Evaluation e = evaluated(toModelRange(Sprites(16, 9).get(range(0, 200)).first), Tensor(), data, judge(c));
        QVERIFY(e["class_accuracy"].is_null());
        QVERIFY(!e.contains("class_histogram"));
    }
    void unlabelledImagesAreJudgedByTheTeachersEncoder()
    {
        const auto data = std::make_shared<SmallSet>(240, false);
        Judge j;
        j.encoder = std::make_shared<EncoderExtractor>(encoderOf(16, 3, std::string(64, 'a')));
        j.referenceCount = 300;
        const Tensor all = toModelRange(data->get(range(0, 240)).first);
        const Evaluation same = evaluated(all, Tensor(), data, j), part = evaluated(all.slice(0, 0, 200), Tensor(), data, j);
        const Evaluation noise = evaluated(Rng(3).normal({200, 3, 16, 16}), Tensor(), data, j);
        // Roots of eigenvalues that rounding leaves near zero are some 1e-8 of the largest.
        QVERIFY2(std::abs(number(same, "fd_encoder")) < 1e-4 * number(noise, "fd_encoder"), qPrintable(QString::number(number(same, "fd_encoder"))));
        QVERIFY2(10 * number(part, "fd_encoder") < number(noise, "fd_encoder"), qPrintable(QString::number(number(noise, "fd_encoder"))));
        QVERIFY(number(part, "kd_encoder") < number(noise, "kd_encoder"));
        QCOMPARE(QString::fromStdString(evaluated(all, Tensor(), data, j).dump()), QString::fromStdString(same.dump()));
        QCOMPARE(same["extractor"].get<std::string>(), std::string("teacher's encoder 00007-faces aaaaaaaaaaaa"));
        QCOMPARE(same["encoder_hash"].get<std::string>(), j.encoder->hash());
        QVERIFY(same["class_accuracy"].is_null());
        for (const char* name : {"fd_classifier", "kd_classifier", "class_histogram", "fid"})
            QVERIFY2(!same.contains(name), name);
        for (const char* name : {"fd_encoder", "kd_encoder", "precision", "recall", "diversity", "nearest_training"})
            QVERIFY2(noise["intervals"].contains(name), name);
    }
    void featuresOfAnEncoderAreOfTheImageAlone()
    {
        const Tensor images = toModelRange(Sprites(16, 9).get(range(0, 100)).first);
        const EncoderExtractor narrow = encoderOf(16, 3, ""), wide = encoderOf(96, 3, "");
        for (const EncoderExtractor* e : {&narrow, &wide}) {
            const Tensor features = e->features(images);
            QVERIFY(torch::equal(features, e->features(images)));
            QVERIFY(torch::allclose(features.slice(0, 70, 71), e->features(images.slice(0, 70, 71)), 1e-4, 1e-5));  // the convolution of another batch sums in another order
        }
        QCOMPARE(narrow.features(images).size(1), std::int64_t(32));  // of the deepest level and of the middle
        // 192 are projected to as many as an evaluation has images for; different images stay different.
        const Tensor projected = wide.features(images);
        QCOMPARE(projected.size(1), kEncoderFeatures);
        QVERIFY(torch::pdist(projected).min().item<double>() > 0);
        // Networks whose weight file has no hash are told apart by their weights.
        QCOMPARE(narrow.hash().size(), std::size_t(64));
        QCOMPARE(encoderOf(16, 3, "").hash(), narrow.hash());
        QVERIFY(encoderOf(16, 4, "").hash() != narrow.hash());
    }
    void theProjectionOfAWideEncoderKeepsDistances()
    {
        // 60 images are one batch of the extractor, so that both ways sum alike.
        const Tensor images = toModelRange(Sprites(16, 9).get(range(0, 60)).first);
        const auto denoiser = denoiserOf(96, 3);
        const EncoderExtractor extractor(denoiser, "00007-faces", "");
        const Tensor before = unprojected(*denoiser, images), after = extractor.features(images);
        QCOMPARE(before.size(1), std::int64_t(192));
        QVERIFY(torch::allclose(after, before.matmul(encoderProjection(192)), 1e-4, 1e-5));
        // Johnson and Lindenstrauss: of 1770 pairs the ratio of squared distances is chi-squared with 128 degrees of freedom, over 128. Outside (1/2, 2) lie 5e-7 of them below and 2e-10 above.
        const Tensor ratios = (torch::pdist(after.to(torch::kFloat64)) / torch::pdist(before.to(torch::kFloat64))).square();  // [1770]
        const double least = ratios.min().item<double>(), most = ratios.max().item<double>();
        QVERIFY2(least > 0.5 && most < 2, qPrintable(QString("%1 to %2").arg(least).arg(most)));
        // Of 200 vectors of all directions the mean ratio is 1 within 0.013 (0.009 of the matrix, 0.009 of the choice of the vectors): five times that.
        const Tensor vectors = Rng(4).normal({200, 192});
        const double mean = (vectors.matmul(encoderProjection(192)).square().sum(1) / vectors.square().sum(1)).mean().item<double>();
        QVERIFY2(std::abs(mean - 1) < 0.065, qPrintable(QString::number(mean)));
        // Made anew, an encoder of the same weights sees the same, bit for bit.
        const EncoderExtractor again = encoderOf(96, 3, "");
        QCOMPARE(again.hash(), extractor.hash());
        QVERIFY(torch::equal(again.features(images), after));
    }
    void labelledImagesAreJudgedByTheClassifierAsEver()
    {
        const auto data = std::make_shared<SmallSet>(240, true);
        const TrainedClassifier c = classifierFor(data, folder(), kCpu);
        const Tensor real = toModelRange(data->get(range(0, 240)).first), images = toModelRange(Sprites(16, 9).get(range(0, 200)).first);
        const Evaluation e = evaluated(images, torch::arange(200).remainder(2), data, judge(c));
        QCOMPARE(number(e, "fd_classifier"), frechetDistance(featureStatistics(classifierFeatures(*c.network, images)), featureStatistics(classifierFeatures(*c.network, real))));
        QCOMPARE(e["extractor"].get<std::string>(), c.name());
        QVERIFY(!e["class_accuracy"].is_null() && e.contains("class_histogram"));
        QVERIFY(!e.contains("fd_encoder") && !e.contains("encoder_hash"));
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
        const Evaluation good = evaluated(real, labels, data, judge(c)), bad = evaluated(noise, labels, data, judge(c));
        const Evaluation collapsed = evaluated(real.slice(0, 0, 1).repeat({200, 1, 1, 1}), labels, data, judge(c));
        QVERIFY(number(good, "class_accuracy") > 0.8);
        QVERIFY(number(good, "fd_classifier") < number(bad, "fd_classifier") && number(good, "fd_classifier") < number(collapsed, "fd_classifier"));
        QVERIFY(number(good, "kd_classifier") < number(bad, "kd_classifier"));
        QVERIFY(number(good, "precision") > 0.8 && number(bad, "precision") < 0.3);
        QVERIFY(number(good, "diversity") > 0.7 && number(collapsed, "diversity") < 0.01);
        QVERIFY(number(good, "nearest_training") < 1e-6 && number(bad, "nearest_training") > 1);  // the good ones are the training images themselves
        QVERIFY(good["validity"].is_null());                                                      // not the sprites themselves
        QCOMPARE(good["class_histogram"]["a"].get<int>() + good["class_histogram"]["b"].get<int>(), 200);
        QCOMPARE(good["reference_n"].get<std::int64_t>(), std::int64_t(240));
        QCOMPARE(good["reference_hash"], bad["reference_hash"]);
        QCOMPARE(good["reference_hash"].get<std::string>().size(), std::size_t(64));
        QVERIFY(QString::fromStdString(good["extractor"]).contains(QString::fromStdString(c.hash.substr(0, 12))));
        for (const auto& [name, interval] : bad["intervals"].items()) {
            const double value = number(bad, name.c_str()), low = interval[0], high = interval[1];
            QVERIFY2(low <= value + 1e-9 && value <= high + 1e-9 && std::isfinite(low) && std::isfinite(high), name.c_str());
        }
        for (const char* name : {"fd_classifier", "kd_classifier", "precision", "recall", "diversity", "nearest_training", "class_accuracy"})
            QVERIFY2(bad["intervals"].contains(name), name);
    }
    void aCopyOfAnImageOutsideTheReferenceIsFound()
    {
        const auto data = std::make_shared<SmallSet>(600, true);
        const TrainedClassifier c = classifierFor(data, folder() / "copies", kCpu);
        Judge j = judge(c);
        std::int64_t searched = 0;
        j.onSearched = [&](std::int64_t, std::int64_t total) { searched = total; };
        // Of these 600 only 300 are in the reference.
        const Evaluation e = evaluated(toModelRange(data->get(range(200, 400)).first), Tensor(), data, j);
        QCOMPARE(e["reference_n"].get<std::int64_t>(), std::int64_t(300));
        QCOMPARE(e["nearest_training_n"].get<std::int64_t>(), std::int64_t(600));
        QCOMPARE(searched, std::int64_t(600));
        QVERIFY2(number(e, "nearest_training") < 1e-3, qPrintable(QString::number(number(e, "nearest_training"))));  // features of other batches differ in the last digits
        j.onSearched = [](std::int64_t, std::int64_t) { throw 1; };
        QVERIFY_THROWS_EXCEPTION(int, evaluated(toModelRange(data->get(range(200, 400)).first), Tensor(), data, j));
    }
    void columnsTogetherAreJudgedAsAlone()
    {
        // 2,100 training images are two chunks of the search; the reference is a part of them.
        const auto data = std::make_shared<SmallSet>(kTrainingChunk + 52, true);
        TrainedClassifier c;
        c.network = std::make_shared<Classifier>(Classifier::Config{16, 3, 2, 32});
        c.network->init(Rng(1));
        c.hash = "columns";
        Judge j = judge(c);
        int chunks = 0;
        j.onSearched = [&](std::int64_t, std::int64_t) { ++chunks; };
        const auto [bytes, labels] = data->get(range(0, 200));
        const std::vector<Tensor> columns = {toModelRange(bytes), toModelRange(Sprites(16, 9).get(range(0, 200)).first), Rng(3).normal({200, 3, 16, 16})};
        const std::vector<Evaluation> together = evaluateSamples(columns, labels, data, j);
        QCOMPARE(chunks, 2);  // once for all columns
        QCOMPARE(together.size(), columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            QCOMPARE(QString::fromStdString(together[i].dump()), QString::fromStdString(evaluated(columns[i], labels, data, j).dump()));
        QVERIFY(number(together[0], "nearest_training") < number(together[2], "nearest_training"));
    }
    void spritesAreJudgedBesideTheirCheckersOwnErrors()
    {
        const auto data = std::make_shared<Sprites>(16, 3);
        TrainedClassifier c;
        c.network = std::make_shared<Classifier>(Classifier::Config{16, 3, 8, 32});
        c.network->init(Rng(1));
        const auto [bytes, labels] = Sprites(16, 8).get(range(0, 200));
        const Evaluation e = evaluated(toModelRange(bytes), labels, data, judge(c));
        QVERIFY(number(e, "validity") > 0.95);
        QVERIFY(number(e, "checker_false_accept") < 0.06 && number(e, "checker_false_reject") < 0.04);
        QVERIFY(e["nearest_training"].is_null());  // there are as many sprites as one asks for
    }
    void aScriptedExtractorIsNamedForWhatItIs()
    {
        const auto data = std::make_shared<SmallSet>(240, true);
        Judge j = judge(classifierFor(data, folder(), kCpu));
        torch::jit::Module module("mean");
        module.define("def forward(self, x, return_features: bool):\n  return x.mean([2, 3])\n");
        const fs::path path = folder() / "inception-2015-12-05.pt";
        module.save(path.string());
        j.scripted = std::make_shared<ScriptedExtractor>(path, kCpu);
        const auto [bytes, labels] = data->get(range(0, 200));
        // 0..255 go in, as the published network wants them.
        QVERIFY(torch::allclose(j.scripted->features(toModelRange(bytes)), bytes.to(torch::kFloat32).mean({2, 3}), 1e-4, 1e-2));
        const Evaluation e = evaluated(toModelRange(bytes), labels, data, j);
        QVERIFY(number(e, "fd_scripted") >= 0 && e["intervals"].contains("fd_scripted"));
        QVERIFY2(!e.contains("fid"), "200 images are too few for it");
        QCOMPARE(e["scripted_hash"].get<std::string>(), sha256OfFile(path));

        writeFileAtomically(folder() / "no.pt", "not a module");
        QVERIFY_THROWS_EXCEPTION(Error, ScriptedExtractor(folder() / "no.pt", kCpu));
        QVERIFY_THROWS_EXCEPTION(Error, ScriptedExtractor(folder() / "absent.pt", kCpu));
    }
    void badSamplesAreErrors()
    {
        const auto data = std::make_shared<SmallSet>(240, true);
        const TrainedClassifier c = classifierFor(data, folder(), kCpu);
        QVERIFY_THROWS_EXCEPTION(Error, evaluated(torch::zeros({200, 3, 8, 8}), Tensor(), data, judge(c)));
        QVERIFY_THROWS_EXCEPTION(Error, evaluated(torch::zeros({10, 3, 16, 16}), Tensor(), data, judge(c)));
        QVERIFY_THROWS_EXCEPTION(Error, evaluated(torch::full({200, 3, 16, 16}, NAN), Tensor(), data, judge(c)));
        QVERIFY_THROWS_EXCEPTION(Error, classifierFor(std::make_shared<SmallSet>(10, true), folder(), kCpu));
    }

private:
    static Judge judge(const TrainedClassifier& c)
    {
        Judge j;
        j.classifier = c;
        j.referenceCount = 300;
        return j;
    }
    static Evaluation evaluated(const Tensor& images, const Tensor& labels, const std::shared_ptr<const Dataset>& data, const Judge& judge)
    {
        return evaluateSamples({images}, labels, data, judge).front();
    }
    static double number(const Evaluation& e, const char* name) { return e.at(name).get<double>(); }
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
