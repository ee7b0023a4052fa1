#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace potstill {

enum class ImageFormat { Jpeg, Png, WebP, Bmp, Tiff };

/// What the head of an image file says, read before anything is decoded.
struct ImageHeader {
    ImageFormat format = ImageFormat::Jpeg;
    std::uint64_t width = 0, height = 0;
    int orientation = 1;  ///< EXIF, 1 to 8
    int bitDepth = 8;
    bool isCmyk = false;
    bool isGrey = false;
};

std::string imageFormatName(ImageFormat format);

/// Reads and checks the head: format, size in pixels, orientation, colour model; finds files that end too early where the format tells.
/// Throws Error(BadFile) for damage and Error(Unsupported) for other formats, naming fileName.
ImageHeader readImageHeader(std::span<const std::uint8_t> bytes, const std::string& fileName);

}  // namespace potstill
