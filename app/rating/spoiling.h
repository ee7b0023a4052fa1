#pragma once

#include <QImage>

#include <cstdint>

namespace potstill {

/// A copy that anybody must find worse: its blocks out of order, under noise. The same for the same seed.
QImage spoiltImage(const QImage& image, std::int64_t seed);

}  // namespace potstill
