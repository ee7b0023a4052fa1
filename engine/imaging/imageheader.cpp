#include "engine/imaging/imageheader.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace potstill {
namespace {

using Bytes = std::span<const std::uint8_t>;

/// Reads numbers at checked positions: a head that points past its end is damage, not a crash.
class Reader {
public:
    Reader(Bytes bytes, bool bigEndian, const std::string& fileName) : m_bytes(bytes), m_big(bigEndian), m_fileName(fileName) {}
    std::size_t size() const { return m_bytes.size(); }
    std::uint32_t number(std::size_t at, std::size_t length) const
    {
        if (at > m_bytes.size() || m_bytes.size() - at < length)
            throw Error(ErrorCode::BadFile, fmt::format("{}: the file ends too early (after {} bytes)", m_fileName, m_bytes.size()));
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i)
            value = value << 8 | m_bytes[at + (m_big ? i : length - 1 - i)];
        return value;
    }
    std::uint8_t u8(std::size_t at) const { return static_cast<std::uint8_t>(number(at, 1)); }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u32(std::size_t at) const { return number(at, 4); }
    bool hasText(std::size_t at, std::string_view text) const
    {
        return at <= m_bytes.size() && m_bytes.size() - at >= text.size()
               && std::equal(text.begin(), text.end(), m_bytes.begin() + static_cast<std::ptrdiff_t>(at), [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    }
    Bytes from(std::size_t at) const { return m_bytes.subspan(std::min(at, m_bytes.size())); }
    const std::string& fileName() const { return m_fileName; }

private:
    Bytes m_bytes;
    bool m_big;
    const std::string& m_fileName;
};

/// The first directory of a TIFF structure: a TIFF file's own, or the one inside EXIF data.
void readTiffDirectory(Bytes bytes, ImageHeader& header, bool isExif, const std::string& fileName)
{
    const bool big = bytes.size() >= 2 && bytes[0] == 'M';
    const Reader r(bytes, big, fileName);
    if (r.u16(2) != 42) {
        if (isExif)
            return;
        throw Error(ErrorCode::Unsupported, fmt::format("{}: BigTIFF is not read; save it as TIFF or PNG", fileName));
    }
    const std::size_t directory = r.u32(4);
    const std::size_t count = r.u16(directory);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const std::uint32_t tag = r.u16(entry), type = r.u16(entry + 2), values = r.u32(entry + 4);
        const std::uint32_t first = type == 3 ? r.u16(values > 2 ? r.u32(entry + 8) : entry + 8) : r.u32(entry + 8);
        if (tag == 274 && first >= 1 && first <= 8)
            header.orientation = static_cast<int>(first);
        if (isExif)
            continue;
        switch (tag) {
        case 256: header.width = first; break;
        case 257: header.height = first; break;
        case 258: header.bitDepth = static_cast<int>(std::min<std::uint32_t>(first, 64)); break;
        case 262:
            header.isCmyk = first == 5;
            header.isGrey = first <= 1;
            break;
        default: break;
        }
    }
}

/// EXIF data that is damaged says nothing about the picture, so it is passed over.
void readExif(Bytes bytes, ImageHeader& header, const std::string& fileName)
{
    try {
        readTiffDirectory(bytes, header, true, fileName);
    } catch (const Error&) {
        header.orientation = 1;
    }
}

void readJpeg(const Reader& r, ImageHeader& header)
{
    std::size_t at = 2;
    bool hasFrame = false;
    for (;;) {
        while (r.u8(at) == 0xff && r.u8(at + 1) == 0xff)
            ++at;
        if (r.u8(at) != 0xff)
            throw Error(ErrorCode::BadFile, fmt::format("{}: no JPEG marker at byte {}; the file is damaged", r.fileName(), at));
        const std::uint8_t marker = r.u8(at + 1);
        at += 2;
        if (marker == 0xda)
            break;
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8))
            continue;
        if (marker == 0xd9)
            throw Error(ErrorCode::BadFile, fmt::format("{}: the JPEG ends before its picture begins", r.fileName()));
        const std::size_t length = r.u16(at);
        if (length < 2)
            throw Error(ErrorCode::BadFile, fmt::format("{}: JPEG segment of {} bytes at byte {}; the file is damaged", r.fileName(), length, at));
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame) {
            hasFrame = true;
            header.bitDepth = r.u8(at + 2);
            header.height = r.u16(at + 3);
            header.width = r.u16(at + 5);
            header.isGrey = r.u8(at + 7) == 1;
            header.isCmyk = r.u8(at + 7) == 4;  // CMYK, or YCCK where the Adobe segment says so: both are ink
        } else if (marker == 0xe1 && length > 8 && r.hasText(at + 2, std::string_view("Exif\0\0", 6))) {
            readExif(r.from(at + 8).first(std::min(length - 8, r.from(at + 8).size())), header, r.fileName());
        }
        at += length;
    }
    if (!hasFrame)
        throw Error(ErrorCode::BadFile, fmt::format("{}: the JPEG has no frame header; the file is damaged", r.fileName()));
    // Decoders fill what is missing with grey without an error. The end marker is looked for after the start of the scan, since thumbnails before it have their own.
    const Bytes rest = r.from(at);
    constexpr std::array<std::uint8_t, 2> kEnd = {0xff, 0xd9};
    if (std::find_end(rest.begin(), rest.end(), kEnd.begin(), kEnd.end()) == rest.end())
        throw Error(ErrorCode::BadFile, fmt::format("{}: the JPEG is cut off (no end marker)", r.fileName()));
}

void readPng(const Reader& r, ImageHeader& header)
{
    if (!r.hasText(12, "IHDR"))
        throw Error(ErrorCode::BadFile, fmt::format("{}: the PNG does not begin with its header; the file is damaged", r.fileName()));
    header.width = r.u32(16);
    header.height = r.u32(20);
    header.bitDepth = r.u8(24);
    header.isGrey = r.u8(25) == 0 || r.u8(25) == 4;
    for (std::size_t at = 8;;) {
        const std::size_t length = r.u32(at);
        if (r.hasText(at + 4, "IEND"))
            return;
        if (r.size() - at < 12 || length > r.size() - at - 12)
            throw Error(ErrorCode::BadFile, fmt::format("{}: the PNG is cut off (after {} bytes)", r.fileName(), r.size()));
        if (r.hasText(at + 4, "eXIf"))
            readExif(r.from(at + 8).first(length), header, r.fileName());
        at += 12 + length;
    }
}

void readWebP(const Reader& r, ImageHeader& header)
{
    const std::size_t end = 8 + std::size_t(r.u32(4));
    if (end > r.size())
        throw Error(ErrorCode::BadFile, fmt::format("{}: the WebP is cut off ({} of {} bytes)", r.fileName(), r.size(), end));
    const auto u24 = [&](std::size_t at) { return r.u16(at) | std::uint32_t(r.u8(at + 2)) << 16; };
    for (std::size_t at = 12; at + 8 <= end;) {
        const std::size_t length = r.u32(at + 4);
        if (r.hasText(at, "VP8X")) {
            if (r.u8(at + 8) & 2)
                throw Error(ErrorCode::Unsupported, fmt::format("{}: an animated WebP is not a picture; save one frame of it", r.fileName()));
            header.width = u24(at + 12) + 1;
            header.height = u24(at + 15) + 1;
        } else if (r.hasText(at, "VP8L") && header.width == 0) {
            const std::uint32_t bits = r.u32(at + 9);
            header.width = (bits & 0x3fff) + 1;
            header.height = (bits >> 14 & 0x3fff) + 1;
        } else if (r.hasText(at, "VP8 ") && header.width == 0) {
            header.width = r.u16(at + 14) & 0x3fff;
            header.height = r.u16(at + 16) & 0x3fff;
        } else if (r.hasText(at, "EXIF") && length <= r.size() - at - 8) {
            Bytes data = r.from(at + 8).first(length);
            if (r.hasText(at + 8, std::string_view("Exif\0\0", 6)))
                data = data.subspan(6);
            readExif(data, header, r.fileName());
        }
        at += 8 + length + (length & 1);
    }
}

void readBmp(const Reader& r, ImageHeader& header)
{
    if (r.u32(14) == 12) {
        header.width = r.u16(18);
        header.height = r.u16(20);
        return;
    }
    const auto magnitude = [](std::uint32_t v) { return v >> 31 ? 0 - v : v; };  // a negative height means rows from top to bottom
    header.width = r.u32(18);
    header.height = magnitude(r.u32(22));
}

}  // namespace

std::string imageFormatName(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg: return "JPEG";
    case ImageFormat::Png: return "PNG";
    case ImageFormat::WebP: return "WebP";
    case ImageFormat::Bmp: return "BMP";
    case ImageFormat::Tiff: return "TIFF";
    }
    return "";
}

ImageHeader readImageHeader(Bytes bytes, const std::string& fileName)
{
    const Reader little(bytes, false, fileName), big(bytes, true, fileName);
    ImageHeader header;
    if (bytes.empty())
        throw Error(ErrorCode::BadFile, fmt::format("{}: the file is empty", fileName));
    if (big.hasText(0, "\xff\xd8\xff")) {
        readJpeg(big, header);
    } else if (big.hasText(0, "\x89PNG\r\n\x1a\n")) {
        header.format = ImageFormat::Png;
        readPng(big, header);
    } else if (big.hasText(0, "RIFF") && big.hasText(8, "WEBP")) {
        header.format = ImageFormat::WebP;
        readWebP(little, header);
    } else if (big.hasText(0, "BM") && bytes.size() >= 26) {
        header.format = ImageFormat::Bmp;
        readBmp(little, header);
    } else if (big.hasText(0, std::string_view("II\x2a\0", 4)) || big.hasText(0, std::string_view("MM\0\x2a", 4)) || big.hasText(0, "II\x2b")
               || big.hasText(0, std::string_view("MM\0\x2b", 4))) {
        header.format = ImageFormat::Tiff;
        readTiffDirectory(bytes, header, false, fileName);
    } else {
        const std::string_view found = big.hasText(0, "GIF8") ? "a GIF" : big.hasText(4, "ftyp") ? "a HEIC, AVIF or video file" : "none of the known image formats";
        throw Error(ErrorCode::Unsupported, fmt::format("{}: the content is {}; JPEG, PNG, WebP, BMP and TIFF are read", fileName, found));
    }
    if (header.width == 0 || header.height == 0)
        throw Error(ErrorCode::BadFile,
                    fmt::format("{}: the {} says that it is {} x {} pixels; the file is damaged", fileName, imageFormatName(header.format), header.width, header.height));
    return header;
}

}  // namespace potstill
