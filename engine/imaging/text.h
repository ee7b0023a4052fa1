#pragma once

#include "engine/core/image.h"

#include <array>
#include <string>

namespace potstill {

/// Small antialiased text for sheets. Without OpenCV there is none: sizes are zero and nothing is drawn.
struct TextSize { int width = 0, height = 0; };
TextSize textSize(const std::string& text);
/// x, y: left upper corner.
void drawText(Image& image, const std::string& text, int x, int y, const std::array<std::uint8_t, 3>& ink);

}  // namespace potstill
