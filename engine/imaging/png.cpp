#include "engine/imaging/imagefile.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <png.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csetjmp>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMessage = 200;

extern "C" {

void onPngError(png_structp png, png_const_charp message)
{
    auto* out = static_cast<char*>(png_get_error_ptr(png));
    std::strncpy(out, message, kMessage - 1);
    std::longjmp(png_jmpbuf(png), 1);
}

void onPngWarning(png_structp, png_const_charp) {}

void appendBytes(png_structp png, png_bytep data, png_size_t length)
{
    auto* out = static_cast<std::vector<std::uint8_t>*>(png_get_io_ptr(png));
    out->insert(out->end(), data, data + length);
}

void onFlush(png_structp) {}

struct Input {
    const std::uint8_t* data;
    std::size_t left;
};

void takeBytes(png_structp png, png_bytep data, png_size_t length)
{
    auto* in = static_cast<Input*>(png_get_io_ptr(png));
    if (in->left < length)
        png_error(png, "the file ends too early");
    std::memcpy(data, in->data, length);
    in->data += length;
    in->left -= length;
}

}  // extern "C"

/// The C part: nothing in it has a destructor, so that libpng's longjmp may leave it.
bool encode(const Image& image, png_text* text, int texts, int dpi, std::vector<std::uint8_t>* out, char* message)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, onPngError, onPngWarning);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, out, appendBytes, onFlush);
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height), 8,
                 image.channels == 1   ? PNG_COLOR_TYPE_GRAY
                 : image.channels == 4 ? PNG_COLOR_TYPE_RGB_ALPHA
                                       : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (dpi > 0) {
        const auto perMetre = static_cast<png_uint_32>(dpi / 0.0254 + 0.5);
        png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
    }
    if (texts > 0)
        png_set_text(png, info, text, texts);
    png_write_info(png, info);
    for (int y = 0; y < image.height; ++y)
        png_write_row(png, image.row(y));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

/// Reads the head; the caller destroys what it gets.
bool readInfo(png_structp png, png_infop info, Input* input)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_set_read_fn(png, input, takeBytes);
    png_read_info(png, info);
    return true;
}

std::string utf8FromLatin1(const char* text)
{
    std::string out;
    for (; *text; ++text) {
        const auto c = static_cast<unsigned char>(*text);
        if (c < 0x80)
            out += static_cast<char>(c);
        else {
            out += static_cast<char>(0xc0 | c >> 6);
            out += static_cast<char>(0x80 | (c & 0x3f));
        }
    }
    return out;
}

/// Beside the final name, flushed, renamed: a reader sees the old file or the new one.
void writeWhole(const fs::path& path, const std::vector<std::uint8_t>& bytes)
{
    static std::atomic<unsigned> count{0};
    const fs::path temporary = path.parent_path() / fmt::format(".{}.tmp-{}-{}", path.filename().string(), ::getpid(), count++);
    const auto fail = [&](int error) {
        ::unlink(temporary.c_str());
        throw Error(error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io,
                    fmt::format("{}: could not write the picture: {}", path.string(), std::strerror(error)));
    };
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        fail(errno);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(file, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            const int error = errno;
            ::close(file);
            fail(error);
        }
        done += static_cast<std::size_t>(n);
    }
    const int flushed = ::fsync(file) != 0 ? errno : 0;
    const int closed = ::close(file) != 0 ? errno : 0;
    if (flushed || closed)
        fail(flushed ? flushed : closed);
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        fail(errno);
}

}  // namespace

std::vector<std::uint8_t> encodedPng(const Image& image, const std::map<std::string, std::string>& text, int dpi)
{
    if (image.isEmpty() || (image.channels != 1 && image.channels != 3 && image.channels != 4))
        throw Error(ErrorCode::Internal, fmt::format("an image of {} x {} pixels and {} channels cannot be written as PNG", image.width, image.height, image.channels));
    std::vector<png_text> chunks;
    for (const auto& [key, value] : text) {
        if (key.empty() || key.size() > 79 || std::any_of(key.begin(), key.end(), [](char c) { return c < 32 || c > 126; }))
            throw Error(ErrorCode::Internal, fmt::format("the PNG text key '{}' is not 1 to 79 ASCII characters long", key));
        png_text chunk{};
        const bool isAscii = std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        chunk.compression = isAscii ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        chunk.key = const_cast<char*>(key.c_str());
        chunk.text = const_cast<char*>(value.c_str());
        (isAscii ? chunk.text_length : chunk.itxt_length) = value.size();
        chunks.push_back(chunk);
    }
    std::vector<std::uint8_t> bytes;
    char message[kMessage] = {};
    if (!encode(image, chunks.data(), static_cast<int>(chunks.size()), dpi, &bytes, message))
        throw Error(ErrorCode::Internal, fmt::format("the picture could not be encoded as PNG: {}", message));
    return bytes;
}

void writePng(const fs::path& path, const Image& image, const std::map<std::string, std::string>& text, int dpi) { writeWhole(path, encodedPng(image, text, dpi)); }

std::map<std::string, std::string> readPngText(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Error(fs::exists(path) ? ErrorCode::Io : ErrorCode::NotFound, fmt::format("{}: the file is not there or cannot be read", path.string()));
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (bytes.size() < 8 || png_sig_cmp(bytes.data(), 0, 8) != 0)
        throw Error(ErrorCode::BadFile, fmt::format("{}: not a PNG", path.string()));
    char message[kMessage] = {};
    Input input{bytes.data(), bytes.size()};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, onPngError, onPngWarning);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    std::map<std::string, std::string> out;
    const bool isRead = info && readInfo(png, info, &input);
    png_textp chunks = nullptr;
    int count = 0;
    if (isRead)
        png_get_text(png, info, &chunks, &count);
    for (int i = 0; i < count; ++i)
        out[chunks[i].key] = chunks[i].compression >= PNG_ITXT_COMPRESSION_NONE ? std::string(chunks[i].text) : utf8FromLatin1(chunks[i].text);
    png_destroy_read_struct(&png, &info, nullptr);
    if (!isRead)
        throw Error(ErrorCode::BadFile, fmt::format("{}: the PNG is damaged: {}", path.string(), message));
    return out;
}

}  // namespace potstill
