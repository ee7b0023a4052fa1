#pragma once

#include "engine/core/image.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace potstill {

enum class AnimationFormat { Gif, WebP };

struct AnimationOptions {
    int magnify = 1;                      ///< whole-number nearest-neighbour magnification
    int loops = 0;                        ///< times the animation is played; 0 = for ever
    std::filesystem::path scratchFolder;  ///< where WebP's frames wait; "" = the system's, which may be memory
};

/// Encodes frames one by one and holds one at a time. GIF gives its bytes out as they come, each frame with a palette of its own (exact up to 256
/// colours, median cut above); WebP is lossless and keeps the encoded frames in a temporary file until finish(). Alpha is dropped.
class AnimationEncoder {
public:
    using Sink = std::function<void(const void* data, std::size_t bytes)>;

    /// Size in pixels before magnification, 1 to 16383 after it. Throws Error(BadOption) for others.
    AnimationEncoder(AnimationFormat format, int width, int height, const AnimationOptions& options, Sink sink);
    ~AnimationEncoder();
    AnimationEncoder(const AnimationEncoder&) = delete;
    AnimationEncoder& operator=(const AnimationEncoder&) = delete;

    /// An image of 1, 3 or 4 channels of the size given above, else Error(BadOption). GIF counts time in hundredths of a second.
    void add(const Image& frame, int milliseconds);
    /// Writes what is left. Without a frame Error(BadOption).
    void finish();

    class Format;

private:
    std::unique_ptr<Format> m_format;
    int m_width, m_height, m_frames = 0;
};

}  // namespace potstill
