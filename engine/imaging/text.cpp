#include "engine/imaging/text.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace potstill {
namespace {

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr double kScale = 0.38;

/// OpenCV's strokes cover ASCII: signs that the program's headings use are replaced, others become '?'.
std::string asciiOf(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        const std::string letter = text.substr(i, length);
        i += length;
        if (c < 0x80)
            out += letter;
        else
            out += letter == "\u00b7" ? "-" : letter == "\u2013" || letter == "\u2014" || letter == "\u2212" ? "-" : letter == "\u00d7" ? "x" : letter == "\u2026" ? "..." : "?";
    }
    return out;
}

/// Strokes grow with the letters.
int thickness(double scale) { return std::max(1, static_cast<int>(scale * 0.6 + 0.5)); }

}  // namespace

TextSize textSize(const std::string& text, double scale)
{
    int baseline = 0;
    const cv::Size size = cv::getTextSize(asciiOf(text), kFont, kScale * scale, thickness(scale), &baseline);
    return {size.width, size.height + baseline};
}

void drawText(Image& image, const std::string& text, int x, int y, const std::array<std::uint8_t, 3>& ink, double scale)
{
    int baseline = 0;
    const std::string ascii = asciiOf(text);
    const cv::Size size = cv::getTextSize(ascii, kFont, kScale * scale, thickness(scale), &baseline);
    cv::Mat target(image.height, image.width, CV_8UC(image.channels), image.pixels.data());
    cv::putText(target, ascii, {x, y + size.height}, kFont, kScale * scale, cv::Scalar(ink[0], ink[1], ink[2]), thickness(scale), cv::LINE_AA);
}

}  // namespace potstill
