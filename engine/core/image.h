#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace potstill {

/// An 8-bit image, rows from top to bottom, channels interleaved (1 = grey, 3 = RGB, 4 = RGBA), no padding between rows.
struct Image {
    int width = 0;
    int height = 0;
    int channels = 3;
    std::vector<std::uint8_t> pixels;  // height * width * channels

    Image() = default;
    Image(int w, int h, int c) : width(w), height(h), channels(c), pixels(std::size_t(w) * std::size_t(h) * std::size_t(c)) {}
    bool isEmpty() const { return pixels.empty(); }
    std::uint8_t* row(int y) { return pixels.data() + std::size_t(y) * std::size_t(width) * std::size_t(channels); }
    const std::uint8_t* row(int y) const { return pixels.data() + std::size_t(y) * std::size_t(width) * std::size_t(channels); }
    bool operator==(const Image&) const = default;
};

}  // namespace potstill
