#include "engine/gallery/animationexport.h"

#include "engine/gallery/ffmpeg.h"
#include "engine/imaging/animation.h"
#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <functional>
#include <numeric>
#include <optional>

namespace potstill {

namespace {

/// Hands the readable images over one by one with the time that each stays; `begin` gets the first. False when it was stopped.
bool forEachFrame(const Gallery& gallery, const ExportOptions& options, ExportRun& run, const std::function<void(const Image&)>& begin,
                  const std::function<void(const Image&, int)>& frame)
{
    int width = 0, height = 0;
    for (std::size_t i = 0; i < gallery.items.size(); ++i) {
        Image image;
        if (run.take([&] { image = readImage(gallery, *gallery.items[i]); })) {
            if (run.result.written == 0) {
                width = image.width;
                height = image.height;
                begin(image);
            }
            if (image.width != width || image.height != height)
                throw Error(ErrorCode::BadOption, fmt::format("{}: {} x {} pixels, but the first image of the animation has {} x {}; choose images of one size",
                                                              gallery.items[i]->file, image.width, image.height, width, height));
            frame(image, i + 1 == gallery.items.size() ? options.lastFrameMs : options.frameMs);
            ++run.result.written;
        }
        if (!run.next())
            return false;
    }
    if (run.result.written == 0)
        throw Error(ErrorCode::BadOption, "an animation needs at least one image");
    return true;
}

void encodeFile(const Gallery& gallery, AnimationFormat format, const ExportOptions& options, const std::filesystem::path& file, ExportRun& run)
{
    AtomicFile out(file);
    std::optional<AnimationEncoder> encoder;
    const auto begin = [&](const Image& first) {
        const AnimationOptions how{options.magnify, options.loops, std::filesystem::absolute(file).parent_path()};
        encoder.emplace(format, first.width, first.height, how, [&](const void* data, std::size_t bytes) { out.write(data, bytes); });
    };
    if (!forEachFrame(gallery, options, run, begin, [&](const Image& image, int ms) { encoder->add(image, ms); }))
        return;
    encoder->finish();
    out.commit();
    run.result.files = {file};
}

/// A video has one rate: that of the greatest common divisor of the two times, and frames are repeated.
void encodeVideo(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, ExportRun& run)
{
    const int tick = std::max(10, std::gcd(options.frameMs, options.lastFrameMs));
    std::optional<Ffmpeg> ffmpeg;
    const auto begin = [&](const Image& first) { ffmpeg.emplace(file, first.width * options.magnify, first.height * options.magnify, 1000.0 / tick); };
    const auto add = [&](const Image& image, int ms) {
        const Image large = magnified(image, options.magnify);
        for (int t = 0; t < std::max(1, (ms + tick / 2) / tick); ++t)
            ffmpeg->add(large);
    };
    if (!forEachFrame(gallery, options, run, begin, add))
        return;
    ffmpeg->finish();
    run.result.files = {file};
}

}  // namespace

ExportResult exportAnimation(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const std::filesystem::path& file, RunControl& control,
                             RunObserver& observer)
{
    if (format == ExportFormat::Mp4 && findFfmpeg().empty())
        throw Error(ErrorCode::Unsupported, "MP4 needs the program ffmpeg, and PATH names none; install it (Debian: apt-get install ffmpeg), or export a GIF or WebP");
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    if (format == ExportFormat::Mp4)
        encodeVideo(gallery, options, file, run);
    else
        encodeFile(gallery, format == ExportFormat::Gif ? AnimationFormat::Gif : AnimationFormat::WebP, options, file, run);
    return run.result;
}

}  // namespace potstill
