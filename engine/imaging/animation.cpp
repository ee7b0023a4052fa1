#include "engine/imaging/animation.h"

#include "engine/core/error.h"
#include "engine/imaging/imagefile.h"
#include "engine/imaging/palette.h"

#include <fmt/format.h>

#include <gif_lib.h>
#include <webp/encode.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace potstill {

class AnimationEncoder::Format {
public:
    virtual ~Format() = default;
    virtual void add(const Image& rgb, int milliseconds) = 0;
    virtual void finish() = 0;
};

namespace {

Error failure(const char* format, const std::string& reason) { return Error(ErrorCode::Internal, fmt::format("the {} animation could not be encoded: {}", format, reason)); }

class GifFormat final : public AnimationEncoder::Format {
public:
    GifFormat(int width, int height, const AnimationOptions& options, AnimationEncoder::Sink sink)
        : m_width(width), m_height(height), m_magnify(options.magnify), m_sink(std::move(sink))
    {
        int code = 0;
        m_gif = EGifOpen(this, &GifFormat::write, &code);
        if (!m_gif)
            throw failure("GIF", GifErrorString(code));
        try {
            begin(options);
        } catch (...) {
            abandon();
            throw;
        }
    }
    ~GifFormat() override { abandon(); }
    void add(const Image& rgb, int milliseconds) override
    {
        const IndexedImage frame = indexed(rgb);
        int colours = 2;
        while (static_cast<std::size_t>(colours) < frame.palette.size())
            colours *= 2;
        std::vector<GifColorType> entries(static_cast<std::size_t>(colours));
        for (std::size_t i = 0; i < frame.palette.size(); ++i)
            entries[i] = {frame.palette[i][0], frame.palette[i][1], frame.palette[i][2]};
        const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map(GifMakeMapObject(colours, entries.data()), GifFreeMapObject);
        if (!map)
            throw Error(ErrorCode::OutOfMemory, "no memory for the palette of a GIF frame");
        const GraphicsControlBlock control{DISPOSE_DO_NOT, false, std::clamp((milliseconds + 5) / 10, 1, 65535), NO_TRANSPARENT_COLOR};
        GifByteType extension[4];
        EGifGCBToExtension(&control, extension);
        check(EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, sizeof extension, extension));
        check(EGifPutImageDesc(m_gif, 0, 0, m_width * m_magnify, m_height * m_magnify, false, map.get()));
        std::vector<GifPixelType> line(static_cast<std::size_t>(m_width * m_magnify));
        for (int y = 0; y < m_height * m_magnify; ++y) {
            const std::uint8_t* row = frame.indices.data() + static_cast<std::size_t>(y / m_magnify) * static_cast<std::size_t>(m_width);
            for (std::size_t x = 0; x < line.size(); ++x)
                line[x] = row[x / static_cast<std::size_t>(m_magnify)];
            check(EGifPutLine(m_gif, line.data(), static_cast<int>(line.size())));
        }
    }
    void finish() override
    {
        int code = 0;
        const int closed = EGifCloseFile(std::exchange(m_gif, nullptr), &code);
        if (m_failure)
            std::rethrow_exception(m_failure);
        if (closed != GIF_OK)
            throw failure("GIF", GifErrorString(code));
    }

private:
    void begin(const AnimationOptions& options)
    {
        EGifSetGifVersion(m_gif, true);
        check(EGifPutScreenDesc(m_gif, m_width * m_magnify, m_height * m_magnify, 8, 0, nullptr));
        // Netscape's looping extension counts the repetitions; an animation without it is played once.
        if (options.loops == 1)
            return;
        const int repeats = options.loops == 0 ? 0 : std::min(options.loops - 1, 65535);
        const GifByteType block[3] = {1, static_cast<GifByteType>(repeats & 255), static_cast<GifByteType>(repeats >> 8)};
        check(EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE));
        check(EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0"));
        check(EGifPutExtensionBlock(m_gif, sizeof block, block));
        check(EGifPutExtensionTrailer(m_gif));
    }
    void abandon()
    {
        m_sink = nullptr;  // an abandoned animation writes nothing more
        int code = 0;
        if (m_gif)
            EGifCloseFile(std::exchange(m_gif, nullptr), &code);
    }
    // No exception may pass through giflib: it is kept and thrown again behind it.
    static int write(GifFileType* gif, const GifByteType* data, int bytes)
    {
        auto* self = static_cast<GifFormat*>(gif->UserData);
        try {
            if (self->m_sink && !self->m_failure)
                self->m_sink(data, static_cast<std::size_t>(bytes));
            return bytes;
        } catch (...) {
            self->m_failure = std::current_exception();
            return 0;
        }
    }
    void check(int result)
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
        if (result != GIF_OK)
            throw failure("GIF", GifErrorString(m_gif->Error));
    }

    int m_width, m_height, m_magnify;
    AnimationEncoder::Sink m_sink;
    std::exception_ptr m_failure;
    GifFileType* m_gif = nullptr;
};

Error scratchFailure()
{
    return Error(errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io,
                 fmt::format("the temporary file of an animation could not be used: {}", std::strerror(errno)));
}

/// A file without a name, which goes with its last use.
std::FILE* scratchFile(const std::filesystem::path& folder)
{
    std::string name = ((folder.empty() ? std::filesystem::temp_directory_path() : folder) / ".animation.tmp-XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        throw scratchFailure();
    ::unlink(name.c_str());
    std::FILE* file = ::fdopen(descriptor, "w+b");
    if (!file) {
        ::close(descriptor);
        throw scratchFailure();
    }
    return file;
}

/// The RIFF container of animated WebP, written as its specification says (developers.google.com/speed/webp/docs/riff_container): libwebp's own assembler keeps all
/// frames in memory. The file begins with its length, so that the frames wait in a temporary file.
class WebPFormat final : public AnimationEncoder::Format {
public:
    WebPFormat(int width, int height, const AnimationOptions& options, AnimationEncoder::Sink sink)
        : m_width(width * options.magnify),
          m_height(height * options.magnify),
          m_magnify(options.magnify),
          m_loops(options.loops),
          m_sink(std::move(sink)),
          m_frames(scratchFile(options.scratchFolder), std::fclose)
    {
        if (!WebPConfigInit(&m_config))
            throw failure("WebP", "libwebp has another version than the one this program was built for");
        m_config.lossless = 1;
        m_config.method = 3;
    }
    void add(const Image& rgb, int milliseconds) override
    {
        const Image large = magnified(rgb, m_magnify);
        WebPPicture picture;
        if (!WebPPictureInit(&picture))
            throw failure("WebP", "libwebp has another version than the one this program was built for");
        const std::unique_ptr<WebPPicture, void (*)(WebPPicture*)> owner(&picture, WebPPictureFree);
        picture.width = large.width;
        picture.height = large.height;
        picture.use_argb = 1;
        WebPMemoryWriter memory;
        WebPMemoryWriterInit(&memory);
        const std::unique_ptr<WebPMemoryWriter, void (*)(WebPMemoryWriter*)> written(&memory, WebPMemoryWriterClear);
        picture.writer = WebPMemoryWrite;
        picture.custom_ptr = &memory;
        if (!WebPPictureImportRGB(&picture, large.pixels.data(), large.width * 3))
            throw Error(ErrorCode::OutOfMemory, "no memory for a frame of a WebP animation");
        if (!WebPEncode(&m_config, &picture))
            throw failure("WebP", fmt::format("libwebp's error {}", static_cast<int>(picture.error_code)));
        constexpr std::size_t kFileHeader = 12;  // of the still image: "RIFF", length, "WEBP"
        constexpr std::uint32_t kLongest = (1u << 24) - 1, kNoBlending = 2;
        std::string header = "ANMF" + number(static_cast<std::uint32_t>(16 + memory.size - kFileHeader), 4);
        header += number(0, 3) + number(0, 3) + number(m_width - 1, 3) + number(m_height - 1, 3) + number(std::min(static_cast<std::uint32_t>(milliseconds), kLongest), 3);
        keep(header + number(kNoBlending, 1));
        keep({reinterpret_cast<const char*>(memory.mem) + kFileHeader, memory.size - kFileHeader});
    }
    void finish() override
    {
        constexpr std::uint32_t kAnimated = 2;
        std::string header = "VP8X" + number(10, 4) + number(kAnimated, 4) + number(m_width - 1, 3) + number(m_height - 1, 3);
        header += "ANIM" + number(6, 4) + number(0, 4) + number(std::min(m_loops, 65535), 2);
        header = "RIFF" + number(static_cast<std::uint32_t>(kHeader + m_bytes), 4) + "WEBP" + header;
        if (std::fflush(m_frames.get()) != 0 || std::fseek(m_frames.get(), 0, SEEK_SET) != 0)
            throw scratchFailure();
        m_sink(header.data(), header.size());
        std::vector<char> block(1 << 16);
        for (std::uint64_t left = m_bytes; left > 0;) {
            const std::size_t got = std::fread(block.data(), 1, block.size(), m_frames.get());
            if (got == 0)
                throw scratchFailure();
            m_sink(block.data(), got);
            left -= got;
        }
    }

private:
    /// Little-endian.
    static std::string number(std::uint32_t value, int bytes)
    {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(value >> (8 * i) & 255);
        return out;
    }
    static std::string number(int value, int bytes) { return number(static_cast<std::uint32_t>(value), bytes); }
    void keep(std::string_view bytes)
    {
        m_bytes += bytes.size();
        if (kHeader + m_bytes > 0xfffffffe)
            throw Error(ErrorCode::BadOption, "a WebP animation holds 4 GB at most; choose fewer images, a smaller magnification or MP4");
        if (std::fwrite(bytes.data(), 1, bytes.size(), m_frames.get()) != bytes.size())
            throw scratchFailure();
    }

    static constexpr std::uint64_t kHeader = 36;  // "WEBP" and the chunks VP8X and ANIM: what the length of the file counts beside the frames

    int m_width, m_height, m_magnify, m_loops;
    AnimationEncoder::Sink m_sink;
    WebPConfig m_config;
    std::uint64_t m_bytes = 0;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_frames;
};

Image rgbOf(const Image& image)
{
    if (image.channels == 3)
        return image;
    Image out(image.width, image.height, 3);
    for (std::size_t i = 0; i < out.pixels.size() / 3; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            out.pixels[3 * i + c] = image.pixels[i * static_cast<std::size_t>(image.channels) + (image.channels == 1 ? 0 : c)];
    return out;
}

}  // namespace

AnimationEncoder::AnimationEncoder(AnimationFormat format, int width, int height, const AnimationOptions& options, Sink sink) : m_width(width), m_height(height)
{
    constexpr std::int64_t kLargest = 16383;  // WebP's limit
    if (options.magnify < 1 || width < 1 || height < 1 || std::int64_t(width) * options.magnify > kLargest || std::int64_t(height) * options.magnify > kLargest)
        throw Error(ErrorCode::BadOption,
                    fmt::format("an animation of {} x {} pixels, magnified {} times, cannot be written; 1 to {} pixels are right", width, height, options.magnify, kLargest));
    if (format == AnimationFormat::Gif)
        m_format = std::make_unique<GifFormat>(width, height, options, std::move(sink));
    else
        m_format = std::make_unique<WebPFormat>(width, height, options, std::move(sink));
}

AnimationEncoder::~AnimationEncoder() = default;

void AnimationEncoder::add(const Image& frame, int milliseconds)
{
    if (frame.width != m_width || frame.height != m_height)
        throw Error(ErrorCode::BadOption, fmt::format("frame {} has {} x {} pixels; all frames of an animation have the size of the first, {} x {}", m_frames + 1, frame.width,
                                                      frame.height, m_width, m_height));
    m_format->add(rgbOf(frame), std::max(1, milliseconds));
    ++m_frames;
}

void AnimationEncoder::finish()
{
    if (m_frames == 0)
        throw Error(ErrorCode::BadOption, "an animation needs at least one image");
    m_format->finish();
}

}  // namespace potstill
