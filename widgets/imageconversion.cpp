#include "widgets/imagegrid.h"

#include <cstring>

namespace potstill {

QImage qimageFromImage(const Image& image)
{
    if (image.isEmpty() || image.width <= 0 || image.height <= 0)
        return {};
    const QImage::Format format = image.channels == 1 ? QImage::Format_Grayscale8 : image.channels == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
    QImage out(image.width, image.height, format);
    const auto bytes = std::size_t(image.width) * std::size_t(image.channels);
    for (int y = 0; y < image.height; ++y)
        std::memcpy(out.scanLine(y), image.row(y), bytes);
    // The format that painting needs least work for.
    return out.convertToFormat(image.channels == 4 ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

Image imageFromQImage(const QImage& image)
{
    if (image.isNull())
        return {};
    const bool hasAlpha = image.hasAlphaChannel();
    const QImage plain = image.convertToFormat(hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    Image out(plain.width(), plain.height(), hasAlpha ? 4 : 3);
    for (int y = 0; y < out.height; ++y)
        std::memcpy(out.row(y), plain.constScanLine(y), std::size_t(out.width) * std::size_t(out.channels));
    return out;
}

}  // namespace potstill
