#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace potstill {

/// The same picture without text, EXIF and time: what says how it was made. Pixels are not touched. Throws Error(BadFile) naming fileName where the chunks are damaged.
std::vector<std::uint8_t> pngWithoutText(std::span<const std::uint8_t> png, const std::string& fileName);

}  // namespace potstill
