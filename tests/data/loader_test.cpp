#include "engine/data/loader.h"
#include "engine/data/sprites.h"

#include <torch/types.h>

#include <QtTest>

#include <atomic>
#include <set>
#include <thread>

using namespace potstill;

namespace {

/// Image k is all k, on the left half; its label is k.
class Numbers final : public Dataset {
public:
    explicit Numbers(std::int64_t n, std::int64_t failsAfter = -1) : m_n(n), m_failsAfter(failsAfter) {}
    std::int64_t size() const override { return m_n; }
    std::int64_t classCount() const override { return m_n; }
    const std::vector<std::string>& classNames() const override { return m_names; }
    int imageSize() const override { return 4; }
    int channels() const override { return 1; }
    std::pair<torch::Tensor, torch::Tensor> get(const std::vector<std::int64_t>& indices) const override
    {
        if (m_failsAfter >= 0 && ++m_calls > m_failsAfter)
            throw Error(ErrorCode::Io, "the disk is gone");
        torch::Tensor labels = torch::tensor(indices);
        torch::Tensor images = labels.to(torch::kUInt8).view({-1, 1, 1, 1}).expand({-1, 1, 4, 4}).contiguous();
        images.slice(3, 2) = 0;
        return {images, labels};
    }
    std::string fingerprint() const override { return "numbers"; }
    Json facts() const override { return {}; }

private:
    std::int64_t m_n, m_failsAfter;
    mutable std::atomic<std::int64_t> m_calls{0};
    std::vector<std::string> m_names;
};

std::vector<std::int64_t> labelsOf(BatchLoader& loader, int batches)
{
    std::vector<std::int64_t> out;
    for (int i = 0; i < batches; ++i) {
        const Batch batch = loader.next();
        const auto* p = batch.labels.data_ptr<std::int64_t>();
        out.insert(out.end(), p, p + batch.labels.numel());
    }
    return out;
}

constexpr auto kTraining = BatchLoader::Part::Training;
constexpr auto kHeldOut = BatchLoader::Part::HeldOut;

}  // namespace

class LoaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEpochHoldsEveryImageOnce()
    {
        BatchLoader loader(std::make_shared<Numbers>(60), 12, false, 0, kTraining, 3, 0);
        const std::vector<std::int64_t> a = labelsOf(loader, 5), b = labelsOf(loader, 5);
        QCOMPARE(std::set<std::int64_t>(a.begin(), a.end()).size(), std::size_t(60));
        QCOMPARE(std::set<std::int64_t>(b.begin(), b.end()).size(), std::size_t(60));
        QVERIFY(a != b);
        QCOMPARE(loader.position(), std::int64_t(120));
        QCOMPARE(loader.partSize(), std::int64_t(60));
    }
    void resumedLoaderGoesOnExactly()
    {
        // The batch size does not divide the epoch, and the flips count too.
        const auto data = std::make_shared<Numbers>(50);
        BatchLoader whole(data, 7, true, 0.1, kTraining, 9, 0);
        std::vector<Batch> truth;
        for (int i = 0; i < 30; ++i)
            truth.push_back(whole.next());
        for (const int cut : {0, 1, 6, 13, 29}) {
            BatchLoader first(data, 7, true, 0.1, kTraining, 9, 0);
            for (int i = 0; i < cut; ++i)
                (void)first.next();
            BatchLoader second(data, 7, true, 0.1, kTraining, 9, first.position());
            for (int i = cut; i < 30; ++i) {
                const Batch batch = second.next();
                QVERIFY(torch::equal(batch.images, truth[static_cast<std::size_t>(i)].images));
                QVERIFY(torch::equal(batch.labels, truth[static_cast<std::size_t>(i)].labels));
            }
        }
    }
    void halfOfTheImagesAreMirrored()
    {
        BatchLoader loader(std::make_shared<Numbers>(200), 200, true, 0, kTraining, 1, 0);
        std::int64_t mirrored = 0;
        for (int i = 0; i < 10; ++i) {
            const Batch batch = loader.next();  // zeros are -1: on the right as stored, on the left when mirrored
            mirrored +=
                ((batch.images.index({torch::indexing::Slice(), 0, 0, 0}) == -1) & (batch.images.index({torch::indexing::Slice(), 0, 0, 3}) != -1)).sum().item<std::int64_t>();
        }
        QVERIFY(mirrored > 880 && mirrored < 1110);  // 2000 fair coins, image 0 aside
    }
    void heldOutImagesAreNeverTrainedOn()
    {
        const auto data = std::make_shared<Numbers>(100);
        BatchLoader training(data, 40, false, 0.2, kTraining, 5, 0), heldOut(data, 20, false, 0.2, kHeldOut, 5, 0);
        QCOMPARE(training.partSize(), std::int64_t(80));
        QCOMPARE(heldOut.partSize(), std::int64_t(20));
        const std::vector<std::int64_t> a = labelsOf(training, 4), b = labelsOf(heldOut, 1);
        std::set<std::int64_t> seen(a.begin(), a.end());
        QCOMPARE(seen.size(), std::size_t(80));
        for (const std::int64_t k : b)
            QVERIFY(!seen.contains(k));
        BatchLoader again(data, 20, false, 0.2, kHeldOut, 5, 0);
        QCOMPARE(labelsOf(again, 1), b);
    }
    void anEmptyPartIsRefused() { QVERIFY_THROWS_EXCEPTION(Error, BatchLoader(std::make_shared<Numbers>(10), 4, false, 0, kHeldOut, 1, 0)); }
    void aBatchMayBeLargerThanTheSet()
    {
        BatchLoader loader(std::make_shared<Numbers>(3), 10, false, 0, kTraining, 1, 0);
        QCOMPARE(loader.next().labels.numel(), std::int64_t(10));
    }
    void endlessPartsDifferBySeedAndPart()
    {
        const auto sprites = std::make_shared<Sprites>(16, 0);
        const auto first = [&](std::uint64_t seed, BatchLoader::Part part) { return BatchLoader(sprites, 8, false, 0.1, part, seed, 0).next().images; };
        QVERIFY(torch::equal(first(1, kTraining), first(1, kTraining)));
        QVERIFY(!torch::equal(first(1, kTraining), first(2, kTraining)));
        QVERIFY(!torch::equal(first(1, kTraining), first(1, kHeldOut)));
        BatchLoader loader(sprites, 8, false, 0, kTraining, 1, 0);
        (void)loader.next();
        const Batch second = loader.next();
        QVERIFY(torch::equal(second.images, BatchLoader(sprites, 8, false, 0, kTraining, 1, 8).next().images));
        QCOMPARE(second.images.dtype(), torch::kFloat32);
        QVERIFY(second.images.abs().max().item<float>() <= 1.0001f);
    }
    void failureOfTheReadingThreadIsRethrown()
    {
        BatchLoader loader(std::make_shared<Numbers>(50, 2), 5, false, 0, kTraining, 1, 0);
        (void)loader.next();
        (void)loader.next();
        try {
            (void)loader.next();
            QFAIL("no error");
        } catch (const Error& e) {
            QCOMPARE(std::string(e.what()), std::string("the disk is gone"));
        }
    }
    void aFastLoaderHardlyWaits()
    {
        BatchLoader loader(std::make_shared<Sprites>(16, 0), 32, false, 0, kTraining, 1, 0);
        (void)loader.next();
        const double before = loader.waitedSeconds();
        for (int i = 0; i < 10; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));  // a step of the training loop
            (void)loader.next();
        }
        QVERIFY(loader.waitedSeconds() - before < 0.1);
    }
};

QTEST_GUILESS_MAIN(LoaderTest)
#include "loader_test.moc"
