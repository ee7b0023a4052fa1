#include "engine/data/sprites.h"
#include "engine/data/spriteshape.h"
#include "engine/tensor/rng.h"

#include <torch/types.h>

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace potstill;

namespace {

std::vector<std::int64_t> firstIndices(std::int64_t n, std::int64_t begin = 0)
{
    std::vector<std::int64_t> out(static_cast<std::size_t>(n));
    std::iota(out.begin(), out.end(), begin);
    return out;
}

}  // namespace

class SpritesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 32, 64})
            QTest::newRow(std::to_string(size).c_str()) << size;
    }
    void imageKOfASeedIsAlwaysTheSame()
    {
        const Sprites a(32, 7), b(32, 7), other(32, 8);
        const auto [batch, labels] = a.get({5, 9, 1000000007});
        const auto [again, againLabels] = b.get({1000000007, 5});
        QVERIFY(torch::equal(batch[0], again[1]));
        QVERIFY(torch::equal(batch[2], again[0]));
        QVERIFY(torch::equal(labels[2], againLabels[0]));
        QVERIFY(!torch::equal(batch[0], other.get({5}).first[0]));
        QCOMPARE(a.fingerprint(), b.fingerprint());
        QVERIFY(a.fingerprint() != other.fingerprint());
    }
    void classesAreEquallyFrequent()
    {
        const torch::Tensor counts = torch::bincount(Sprites(16, 1).get(firstIndices(8000)).second, {}, 8);
        QVERIFY(counts.min().item<std::int64_t>() > 880 && counts.max().item<std::int64_t>() < 1120);  // 4 standard deviations of 29.6
    }
    void shapeStandsOffItsFrame()
    {
        // The outermost pixels belong to the background; at most the soft end of a tip reaches them.
        std::vector<float> mask(16 * 16);
        for (std::int64_t k = 0; k < 3000; ++k) {
            spriteMask(spriteScene(2, k).parameters, 16, mask.data());
            for (int i = 0; i < 16; ++i)
                for (const int at : {i, 15 * 16 + i, 16 * i, 16 * i + 15})
                    QVERIFY(mask[static_cast<std::size_t>(at)] < 0.1f);
        }
    }
    void coverageKeepsTheAreaAtEverySize()
    {
        for (int shape = 0; shape < kSpriteShapes; ++shape)
            for (const int size : {16, 32, 64}) {
                std::vector<float> mask(static_cast<std::size_t>(size * size));
                spriteMask({shape, 0, 0.3, 0.7, 0.5, 0.47}, size, mask.data());
                const double area = std::accumulate(mask.begin(), mask.end(), 0.0) / (size * size);
                QVERIFY(std::abs(area / (0.09 * spriteMoments(shape).area) - 1) < 0.03);
            }
    }
    void backgroundHasTheOppositeHue()
    {
        for (std::int64_t k = 0; k < 200; ++k) {
            const SpriteScene scene = spriteScene(3, k);
            for (const auto& colour : {scene.backgroundFrom, scene.backgroundTo}) {
                const auto [hue, chroma] = hueAndChroma({colour[0], colour[1], colour[2]});
                QVERIFY(chroma > 0.08);
                QVERIFY(std::abs(std::abs(hue - scene.parameters.hue) - 0.5) < 1e-4);
            }
        }
    }
    void trueSpritesAreFitted_data() { sizes_data(); }
    void trueSpritesAreFitted()
    {
        QFETCH(int, size);
        const auto [images, labels] = Sprites(size, 11).get(firstIndices(300));
        const std::vector<SpriteFit> fits = fitSprites(toModelRange(images));
        for (std::int64_t k = 0; k < 300; ++k) {
            const SpriteFit& fit = fits[static_cast<std::size_t>(k)];
            const SpriteParameters truth = spriteScene(11, k).parameters;
            QVERIFY2(fit.isValid, std::to_string(k).c_str());
            QCOMPARE(std::int64_t(fit.best.shape), labels[k].item<std::int64_t>());
            QVERIFY(std::abs(fit.best.size - truth.size) < 0.02);
            QVERIFY(std::hypot(fit.best.x - truth.x, fit.best.y - truth.y) < 0.02);
            QVERIFY(std::abs(std::remainder(fit.best.hue - truth.hue, 1.0)) < 0.02);
        }
    }
    void checkerRatesAreLow_data() { sizes_data(); }
    void checkerRatesAreLow()
    {
        QFETCH(int, size);
        const CheckerRates rates = spriteCheckerRates(size, 1000, 21);
        QVERIFY2(rates.falseReject <= 0.03, std::to_string(rates.falseReject).c_str());
        QVERIFY2(rates.falseAccept <= 0.05, std::to_string(rates.falseAccept).c_str());
    }
    void softSpritesStillCount()
    {
        // Sampled images are a little noisy; 5 % of the range leaves a shape plainly recognisable.
        const auto [images, labels] = Sprites(16, 4).get(firstIndices(200));
        const torch::Tensor noisy = toModelRange(images) + 0.05 * Rng(1).normal({200, 3, 16, 16});
        QVERIFY(spriteValidity(noisy, labels).validOfClass > 0.9);
    }
    void validityCountsClasses()
    {
        const auto [images, labels] = Sprites(16, 4).get(firstIndices(40));
        torch::Tensor wrong = labels.clone();
        wrong.slice(0, 0, 10) = (wrong.slice(0, 0, 10) + 1) % 8;
        const SpriteValidity v = spriteValidity(toModelRange(images), wrong);
        QCOMPARE(v.n, std::int64_t(40));
        QCOMPARE(v.valid, 1.0);
        QCOMPARE(v.validOfClass, 0.75);
        QCOMPARE(spriteValidity(toModelRange(images), {}).validOfClass, 1.0);
    }
    void noiseAndNanAreNoSprites()
    {
        const torch::Tensor noise = Rng(5).normal({50, 3, 16, 16});
        QCOMPARE(spriteValidity(noise, {}).valid, 0.0);
        QCOMPARE(spriteValidity(torch::full({3, 3, 16, 16}, std::nan("")), {}).valid, 0.0);
        QCOMPARE(spriteValidity(torch::zeros({3, 3, 32, 32}), {}).valid, 0.0);
        QVERIFY_THROWS_EXCEPTION(Error, fitSprites(torch::zeros({1, 3, 20, 20})));
    }
    void otherSizesAreRefused() { QVERIFY_THROWS_EXCEPTION(Error, Sprites(24, 0)); }
    void bytesAndModelRangeRoundTrip()
    {
        const torch::Tensor all = torch::arange(256).to(torch::kUInt8).view({1, 1, 16, 16});
        const torch::Tensor model = toModelRange(all);
        QCOMPARE(model.min().item<float>(), -1.0f);
        QVERIFY(std::abs(model.max().item<float>() - 1) < 1e-6);
        QVERIFY(torch::equal(toBytes(model), all));
        QVERIFY(torch::equal(toBytes(model * 3), toBytes((model * 3).clamp(-1, 1))));
        const Image image = imageFromTensor(Sprites(16, 0).get({0}).first[0]);
        QCOMPARE(image.channels, 3);
        QCOMPARE(image.pixels[3 * 17 + 1], (Sprites(16, 0).get({0}).first.index({0, 1, 1, 1}).item<std::uint8_t>()));
    }
    void drawingIsFast()
    {
        const Sprites sprites(16, 0);
        const std::vector<std::int64_t> indices = firstIndices(2000);
        QBENCHMARK { (void)sprites.get(indices); }
    }
};

QTEST_GUILESS_MAIN(SpritesTest)
#include "sprites_test.moc"
