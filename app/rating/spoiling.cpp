#include "app/rating/spoiling.h"

#include "engine/core/counterrng.h"

#include <QPainter>

#include <algorithm>
#include <numeric>
#include <vector>

namespace potstill {

QImage spoiltImage(const QImage& image, std::int64_t seed)
{
    constexpr int kBlocks = 4;  // to each side
    constexpr int kNoise = 96;  // largest change of a channel
    const CounterRng rng = CounterRng(static_cast<std::uint64_t>(seed)).fork("spoil");
    CounterRng order = rng.fork("blocks"), noise = rng.fork("noise");
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    QImage out = source;
    const int w = image.width() / kBlocks, h = image.height() / kBlocks;
    std::vector<int> from(kBlocks * kBlocks);
    std::iota(from.begin(), from.end(), 0);
    // Sattolo's shuffle: one cycle, so that no block stays where it was.
    for (std::size_t i = from.size() - 1; i > 0; --i)
        std::swap(from[i], from[static_cast<std::size_t>(order.integer(static_cast<std::int64_t>(i)))]);
    {
        QPainter painter(&out);
        for (int i = 0; i < kBlocks * kBlocks; ++i)
            painter.drawImage(QPoint(i % kBlocks * w, i / kBlocks * h), source, QRect(from[std::size_t(i)] % kBlocks * w, from[std::size_t(i)] / kBlocks * h, w, h));
    }
    const auto changed = [&](int value) { return std::clamp(value + int(noise.integer(2 * kNoise + 1)) - kNoise, 0, 255); };
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const int r = changed(qRed(line[x])), g = changed(qGreen(line[x])), b = changed(qBlue(line[x]));
            line[x] = qRgb(r, g, b);
        }
    }
    return out;
}

}  // namespace potstill
