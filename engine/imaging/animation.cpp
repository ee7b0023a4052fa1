#include "engine/imaging/animation.h"

#include "engine/core/error.h"
#include "engine/imaging/imagefile.h"
#include "engine/imaging/palette.h"

#include <fmt/format.h>

#include <gif_lib.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <algorithm>
#include <exception>
#include <utility>
#include <vector>

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
        EGifSetGifVersion(m_gif, true);
        check(EGifPutScreenDesc(m_gif, width * m_magnify, height * m_magnify, 8, 0, nullptr));
        // Netscape's looping extension counts the repetitions; an animation without it is played once.
        if (options.loops != 1) {
            const int repeats = options.loops == 0 ? 0 : std::min(options.loops - 1, 65535);
            const GifByteType block[3] = {1, static_cast<GifByteType>(repeats & 255), static_cast<GifByteType>(repeats >> 8)};
            check(EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE));
            check(EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0"));
            check(EGifPutExtensionBlock(m_gif, sizeof block, block));
            check(EGifPutExtensionTrailer(m_gif));
        }
    }
    ~GifFormat() override
    {
        m_sink = nullptr;  // an abandoned animation writes nothing more
        int code = 0;
        if (m_gif)
            EGifCloseFile(m_gif, &code);
    }
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

class WebPFormat final : public AnimationEncoder::Format {
public:
    WebPFormat(int width, int height, const AnimationOptions& options, AnimationEncoder::Sink sink) : m_magnify(options.magnify), m_sink(std::move(sink))
    {
        WebPAnimEncoderOptions settings;
        if (!WebPAnimEncoderOptionsInit(&settings) || !WebPConfigInit(&m_config))
            throw failure("WebP", "libwebp has another version than the one this program was built for");
        settings.anim_params.loop_count = options.loops;
        m_config.lossless = 1;
        m_config.method = 3;
        m_encoder.reset(WebPAnimEncoderNew(width * m_magnify, height * m_magnify, &settings));
        if (!m_encoder)
            throw Error(ErrorCode::OutOfMemory, "no memory for a WebP animation");
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
        if (!WebPPictureImportRGB(&picture, large.pixels.data(), large.width * 3))
            throw Error(ErrorCode::OutOfMemory, "no memory for a frame of a WebP animation");
        check(WebPAnimEncoderAdd(m_encoder.get(), &picture, m_time, &m_config));
        m_time += milliseconds;
    }
    void finish() override
    {
        check(WebPAnimEncoderAdd(m_encoder.get(), nullptr, m_time, nullptr));
        WebPData data;
        WebPDataInit(&data);
        const std::unique_ptr<WebPData, void (*)(WebPData*)> owner(&data, WebPDataClear);
        check(WebPAnimEncoderAssemble(m_encoder.get(), &data));
        m_sink(data.bytes, data.size);
    }

private:
    void check(int isFine) const
    {
        if (!isFine)
            throw failure("WebP", WebPAnimEncoderGetError(m_encoder.get()));
    }

    int m_magnify, m_time = 0;
    AnimationEncoder::Sink m_sink;
    WebPConfig m_config;
    std::unique_ptr<WebPAnimEncoder, void (*)(WebPAnimEncoder*)> m_encoder{nullptr, WebPAnimEncoderDelete};
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
