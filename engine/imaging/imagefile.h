#pragma once

#include "engine/core/image.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace potstill {

struct DecodeOptions {
    int channels = 3;                                          ///< 1 or 3; grey is spread, colour is weighted (BT.601)
    std::array<std::uint8_t, 3> background = {255, 255, 255};  ///< transparent pixels are laid over it
    std::uint64_t maxPixels = 100'000'000;
};
/// What decoding did beyond reading the pixels, so that it can be said.
struct DecodeNotes {
    bool rotatedByExif = false;
    bool hadAlpha = false;
    bool was16Bit = false;
    bool wasGrey = false;
};
/// JPEG, PNG, WebP, BMP, TIFF; 8 and 16 bit; EXIF orientation applied; CMYK refused. Throws Error(BadFile | Unsupported) with the reason; the name is `fileName`.
Image decodeImage(std::span<const std::uint8_t> bytes, const DecodeOptions& options, const std::string& fileName, DecodeNotes* notes = nullptr);
Image readImageFile(const std::filesystem::path& path, const DecodeOptions& options = {}, DecodeNotes* notes = nullptr);
/// True for the file name endings that readImageFile knows.
bool isImageFileName(const std::filesystem::path& path);

/// Centre-crops to a square and resizes to size x size: area averaging when shrinking, Lanczos when enlarging.
Image cropAndResize(const Image& image, int size);
/// Whole-number nearest-neighbour magnification.
Image magnified(const Image& image, int factor);

/// PNG with text chunks (tEXt for Latin-1, iTXt for UTF-8), atomically. Keys of ours: "parameters" (one readable line, as the common web UIs write it) and "potstill" (the recipe as JSON).
/// dpi > 0 tells at what resolution it is to be printed.
void writePng(const std::filesystem::path& path, const Image& image, const std::map<std::string, std::string>& text = {}, int dpi = 0);
/// The same as bytes.
std::vector<std::uint8_t> encodedPng(const Image& image, const std::map<std::string, std::string>& text = {}, int dpi = 0);
std::map<std::string, std::string> readPngText(const std::filesystem::path& path);

struct SheetOptions {
    int columns = 8;
    int gap = 2;  ///< pixels between cells
    int magnify = 1;
    std::vector<std::string> columnHeadings;  ///< drawn above when not empty
    std::vector<std::string> rowHeadings;     ///< drawn at the left when not empty
    std::array<std::uint8_t, 3> background = {32, 33, 36};
    std::array<std::uint8_t, 3> ink = {232, 230, 227};
};
/// Lays cells of one size out row by row.
Image contactSheet(const std::vector<Image>& cells, const SheetOptions& options);

}  // namespace potstill
