#include "engine/imaging/imagefile.h"

#include "engine/core/error.h"
#include "engine/imaging/imageheader.h"

#include <fmt/format.h>

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// Once: every image is worked on by one thread (the packer runs several images at a time), and what OpenCV has to say comes as our errors.
void configureOpenCv()
{
    static const bool done = [] {
        cv::setNumThreads(1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    (void)done;
}

cv::Mat upright(const cv::Mat& image, int orientation)
{
    cv::Mat out = image;
    if (orientation >= 5)  // 5 to 8 have rows and columns swapped
        cv::transpose(image, out);
    const auto flipped = [](const cv::Mat& m, int code) {
        cv::Mat f;
        cv::flip(m, f, code);
        return f;
    };
    switch (orientation) {
    case 2:
    case 6: return flipped(out, 1);
    case 3:
    case 7: return flipped(out, -1);
    case 4:
    case 8: return flipped(out, 0);
    default: return out;
    }
}

cv::Mat decoded(std::span<const std::uint8_t> bytes, const ImageHeader& header, const std::string& fileName)
{
    const std::string damaged = fmt::format("{}: the {} is damaged and cannot be decoded", fileName, imageFormatName(header.format));
    try {
        const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::uint8_t*>(bytes.data()));  // only read
        cv::Mat image = cv::imdecode(input, cv::IMREAD_UNCHANGED);
        if (image.empty())
            throw Error(ErrorCode::BadFile, damaged);
        return image;
    } catch (const cv::Exception& e) {
        throw Error(ErrorCode::BadFile, fmt::format("{} ({})", damaged, e.err));
    }
}

/// BGRA over the background, to BGR.
cv::Mat overBackground(const cv::Mat& bgra, const std::array<std::uint8_t, 3>& rgb)
{
    cv::Mat out(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto* from = bgra.ptr<cv::Vec4b>(y);
        auto* to = out.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x)
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<std::uint8_t>((from[x][c] * from[x][3] + rgb[static_cast<std::size_t>(2 - c)] * (255 - from[x][3]) + 127) / 255);
    }
    return out;
}

}  // namespace

Image decodeImage(std::span<const std::uint8_t> bytes, const DecodeOptions& options, const std::string& fileName, DecodeNotes* notes)
{
    configureOpenCv();
    const ImageHeader header = readImageHeader(bytes, fileName);
    if (header.width > options.maxPixels / header.height)
        throw Error(ErrorCode::Unsupported, fmt::format("{}: {} x {} pixels; at most {} pixels are decoded", fileName, header.width, header.height, options.maxPixels));
    if (header.isCmyk)
        throw Error(ErrorCode::Unsupported, fmt::format("{}: a CMYK {} has no colours for a screen; convert it to RGB", fileName, imageFormatName(header.format)));
    cv::Mat image = decoded(bytes, header, fileName);
    DecodeNotes found;
    found.was16Bit = image.depth() == CV_16U;
    if (found.was16Bit)
        image.convertTo(image, CV_8U, 1.0 / 257);
    if (image.depth() != CV_8U)
        throw Error(ErrorCode::Unsupported, fmt::format("{}: pixels of {} bits that are no whole numbers; 8 and 16 bit are read", fileName, 8 * image.elemSize1()));
    if (header.format != ImageFormat::Tiff)  // the TIFF decoder has applied it
        image = upright(image, header.orientation);
    found.rotatedByExif = header.orientation != 1;
    found.wasGrey = image.channels() == 1 || header.isGrey;
    if (image.channels() == 4) {
        // A BMP with 32 bits may leave the fourth byte zero.
        cv::Mat alpha;
        cv::extractChannel(image, alpha, 3);
        const bool isUnused = header.format == ImageFormat::Bmp && cv::countNonZero(alpha) == 0;
        found.hadAlpha = !isUnused && cv::countNonZero(alpha != 255) > 0;
        if (found.hadAlpha)
            image = overBackground(image, options.background);
    }
    const int from = image.channels();
    if (from != 1 && from != 3 && from != 4)
        throw Error(ErrorCode::Unsupported, fmt::format("{}: {} channels; grey, RGB and RGBA are read", fileName, from));

    Image out(image.cols, image.rows, options.channels == 1 ? 1 : 3);
    cv::Mat target(out.height, out.width, out.channels == 1 ? CV_8UC1 : CV_8UC3, out.pixels.data());
    if (from == 1 && out.channels == 1)
        image.copyTo(target);
    else if (out.channels == 1)
        cv::cvtColor(image, target, from == 4 ? cv::COLOR_BGRA2GRAY : cv::COLOR_BGR2GRAY);
    else
        cv::cvtColor(image, target, from == 1 ? cv::COLOR_GRAY2RGB : from == 4 ? cv::COLOR_BGRA2RGB : cv::COLOR_BGR2RGB);
    if (notes)
        *notes = found;
    return out;
}

Image readImageFile(const fs::path& path, const DecodeOptions& options, DecodeNotes* notes)
{
    constexpr std::uintmax_t kMaxBytes = 1ull << 30;
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    if (failed)
        throw Error(fs::exists(path, failed) ? ErrorCode::Io : ErrorCode::NotFound, fmt::format("{}: the file is not there or cannot be read", path.string()));
    if (size > kMaxBytes)
        throw Error(ErrorCode::Unsupported, fmt::format("{}: {} bytes; image files of at most {} are read", path.string(), size, kMaxBytes));
    std::vector<std::uint8_t> bytes(size);
    std::ifstream in(path, std::ios::binary);
    if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
        throw Error(ErrorCode::Io, fmt::format("{}: the file cannot be read", path.string()));
    return decodeImage(bytes, options, path.string(), notes);
}

Image cropAndResize(const Image& image, int size)
{
    if (image.isEmpty() || size < 1)
        throw Error(ErrorCode::Internal, fmt::format("cropAndResize: an image of {} x {} to {} pixels", image.width, image.height, size));
    configureOpenCv();
    const int side = std::min(image.width, image.height), type = CV_8UC(image.channels);
    const cv::Mat whole(image.height, image.width, type, const_cast<std::uint8_t*>(image.pixels.data()));  // only read
    const cv::Mat square = whole(cv::Rect((image.width - side) / 2, (image.height - side) / 2, side, side));
    Image out(size, size, image.channels);
    cv::Mat target(size, size, type, out.pixels.data());
    if (side == size)
        square.copyTo(target);
    else
        cv::resize(square, target, target.size(), 0, 0, size < side ? cv::INTER_AREA : cv::INTER_LANCZOS4);
    return out;
}

}  // namespace potstill
