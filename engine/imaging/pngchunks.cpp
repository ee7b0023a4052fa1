#include "engine/imaging/pngchunks.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace potstill {

std::vector<std::uint8_t> pngWithoutText(std::span<const std::uint8_t> png, const std::string& fileName)
{
    static constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    static constexpr std::array<std::string_view, 5> kLeftOut = {"tEXt", "iTXt", "zTXt", "eXIf", "tIME"};
    constexpr std::size_t kFrame = 12;  // length, name, checksum
    if (png.size() < kSignature.size() || !std::equal(kSignature.begin(), kSignature.end(), png.begin()))
        throw Error(ErrorCode::BadFile, fmt::format("{}: not a PNG", fileName));
    std::vector<std::uint8_t> out(png.begin(), png.begin() + std::ptrdiff_t(kSignature.size()));
    out.reserve(png.size());
    for (std::size_t at = kSignature.size(); at < png.size();) {
        const std::size_t left = png.size() - at;
        const std::size_t length = left < kFrame ? 0 : std::size_t(png[at]) << 24 | std::size_t(png[at + 1]) << 16 | std::size_t(png[at + 2]) << 8 | png[at + 3];
        if (left < kFrame || length > left - kFrame)
            throw Error(ErrorCode::BadFile, fmt::format("{}: the PNG ends too early, at byte {}", fileName, at));
        const std::string_view name(reinterpret_cast<const char*>(png.data() + at + 4), 4);
        if (std::find(kLeftOut.begin(), kLeftOut.end(), name) == kLeftOut.end())
            out.insert(out.end(), png.begin() + std::ptrdiff_t(at), png.begin() + std::ptrdiff_t(at + kFrame + length));
        at += kFrame + length;
        if (name == "IEND")
            break;
    }
    return out;
}

}  // namespace potstill
