#pragma once

#include "engine/core/image.h"

#include <array>
#include <string>

namespace potstill {

/// Small antialiased text for sheets. Without OpenCV there is none: sizes are zero and nothing is drawn.
struct TextSize {
    int width = 0, height = 0;
};
/// scale: 1 = about 8 pixels from a capital's top to the baseline.
TextSize textSize(const std::string& text, double scale = 1);
/// x, y: left upper corner.
void drawText(Image& image, const std::string& text, int x, int y, const std::array<std::uint8_t, 3>& ink, double scale = 1);

}  // namespace potstill
