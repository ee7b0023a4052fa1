#pragma once

#include "engine/core/image.h"

#include <array>
#include <cstdint>
#include <vector>

namespace potstill {

/// An image as indices into at most 256 colours.
struct IndexedImage {
    std::vector<std::array<std::uint8_t, 3>> palette;
    std::vector<std::uint8_t> indices;  // height * width
};

/// Exact up to `colors` distinct colours, else median cut (Heckbert 1982): the box with the greatest spread times pixels is halved at its median
/// until there are enough; each colour becomes its box's mean. The same image gives the same result. `image` has 3 channels; colors in [2, 256].
IndexedImage indexed(const Image& image, int colors = 256);

}  // namespace potstill
