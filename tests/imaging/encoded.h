#pragma once

#include "engine/core/image.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace potstill {

using Encoded = std::vector<std::uint8_t>;

/// Four fields of different colours, so that turning and mirroring show: red, green over blue, white.
inline Image fields(int width, int height)
{
    Image image(width, height, 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* p = image.row(y) + 3 * x;
            const bool right = x >= width / 2, below = y >= height / 2;
            p[0] = (right == below) ? 230 : 20;
            p[1] = right ? 230 : 20;
            p[2] = below ? 230 : 20;
        }
    return image;
}

/// BGR or BGRA matrix, or grey, of 8 or 16 bits, in the format of the ending (".jpg", ".png", ".webp", ".bmp", ".tiff").
inline Encoded encoded(const cv::Mat& matrix, const std::string& ending)
{
    Encoded out;
    const std::vector<int> settings = ending == ".jpg"    ? std::vector<int>{cv::IMWRITE_JPEG_QUALITY, 100}
                                      : ending == ".webp" ? std::vector<int>{cv::IMWRITE_WEBP_QUALITY, 101}
                                                          : std::vector<int>{};
    cv::imencode(ending, matrix, out, settings);
    return out;
}

inline cv::Mat matrixOf(const Image& rgb)
{
    cv::Mat out(rgb.height, rgb.width, CV_8UC3);
    for (int y = 0; y < rgb.height; ++y)
        for (int x = 0; x < rgb.width; ++x)
            for (int c = 0; c < 3; ++c)
                out.at<cv::Vec3b>(y, x)[c] = rgb.row(y)[3 * x + 2 - c];
    return out;
}

/// The EXIF data of one entry: orientation.
inline Encoded exif(int orientation) { return {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, static_cast<std::uint8_t>(orientation), 0, 0, 0, 0, 0, 0, 0}; }

/// The JPEG with an EXIF segment behind its first marker.
inline Encoded withExif(Encoded jpeg, int orientation)
{
    const Encoded data = exif(orientation);
    const auto length = static_cast<std::uint16_t>(2 + 6 + data.size());
    Encoded segment = {0xff, 0xe1, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length), 'E', 'x', 'i', 'f', 0, 0};
    segment.insert(segment.end(), data.begin(), data.end());
    jpeg.insert(jpeg.begin() + 2, segment.begin(), segment.end());
    return jpeg;
}

inline void save(const std::filesystem::path& path, const Encoded& bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace potstill
