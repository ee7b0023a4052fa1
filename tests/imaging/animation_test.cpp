#include "engine/core/error.h"
#include "engine/imaging/animation.h"
#include "engine/imaging/imagefile.h"
#include "engine/imaging/palette.h"
#include "engine/imaging/pngchunks.h"

#include <QTemporaryDir>
#include <QtTest>

#include <gif_lib.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include <cmath>
#include <csignal>
#include <cstring>

#include <sys/resource.h>

using namespace potstill;

namespace {

/// Few colours: a moving bar.
Image bar(int frame)
{
    Image image(12, 8, 3);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 12; ++x)
            for (int c = 0; c < 3; ++c)
                image.row(y)[3 * x + c] = static_cast<std::uint8_t>(x == frame ? 250 - 20 * c : 10 * y + c);
    return image;
}

/// 4,096 colours.
Image gradient()
{
    Image image(64, 64, 3);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            std::uint8_t* p = image.row(y) + 3 * x;
            p[0] = static_cast<std::uint8_t>(4 * x);
            p[1] = static_cast<std::uint8_t>(4 * y);
            p[2] = static_cast<std::uint8_t>(2 * (x + y));
        }
    return image;
}

std::string encoded(AnimationFormat format, const std::vector<Image>& frames, const AnimationOptions& options, int milliseconds)
{
    std::string bytes;
    AnimationEncoder encoder(format, frames.front().width, frames.front().height, options,
                             [&](const void* data, std::size_t n) { bytes.append(static_cast<const char*>(data), n); });
    for (const Image& frame : frames)
        encoder.add(frame, milliseconds);
    encoder.finish();
    return bytes;
}

struct DecodedGif {
    std::vector<Image> frames;
    std::vector<int> delays;  // hundredths of a second
    int loops = -1;
};

DecodedGif decodedGif(std::string bytes)
{
    DecodedGif out;
    std::string_view left = bytes;
    int code = 0;
    GifFileType* gif = DGifOpen(
        &left,
        [](GifFileType* g, GifByteType* to, int n) {
            auto* in = static_cast<std::string_view*>(g->UserData);
            const auto count = std::min<std::size_t>(std::size_t(n), in->size());
            std::memcpy(to, in->data(), count);
            in->remove_prefix(count);
            return int(count);
        },
        &code);
    if (!gif || DGifSlurp(gif) != GIF_OK)
        qFatal("not a GIF: %s", GifErrorString(gif ? gif->Error : code));
    for (int i = 0; i < gif->ImageCount; ++i) {
        const SavedImage& saved = gif->SavedImages[i];
        Image image(saved.ImageDesc.Width, saved.ImageDesc.Height, 3);
        for (std::size_t p = 0; p < image.pixels.size() / 3; ++p) {
            const GifColorType& colour = saved.ImageDesc.ColorMap->Colors[saved.RasterBits[p]];
            image.pixels[3 * p] = colour.Red;
            image.pixels[3 * p + 1] = colour.Green;
            image.pixels[3 * p + 2] = colour.Blue;
        }
        out.frames.push_back(image);
        GraphicsControlBlock control;
        DGifSavedExtensionToGCB(gif, i, &control);
        out.delays.push_back(control.DelayTime);
        for (int e = 0; e < saved.ExtensionBlockCount; ++e)
            if (saved.ExtensionBlocks[e].ByteCount == 3 && saved.ExtensionBlocks[e].Bytes[0] == 1)
                out.loops = saved.ExtensionBlocks[e].Bytes[1] | saved.ExtensionBlocks[e].Bytes[2] << 8;
    }
    DGifCloseFile(gif, &code);
    return out;
}

}  // namespace

class AnimationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gifFramesOfFewColoursComeBackExactly()
    {
        const std::vector<Image> frames = {bar(0), bar(4), bar(11)};
        AnimationOptions options;
        options.magnify = 3;
        const DecodedGif gif = decodedGif(encoded(AnimationFormat::Gif, frames, options, 120));
        QCOMPARE(gif.frames.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(gif.frames[i] == magnified(frames[i], 3));
            QCOMPARE(gif.delays[i], 12);
        }
        QCOMPARE(gif.loops, 0);
    }
    void loopsAreCounted()
    {
        AnimationOptions options;
        options.loops = 3;
        QCOMPARE(decodedGif(encoded(AnimationFormat::Gif, {bar(0), bar(1)}, options, 50)).loops, 2);  // repetitions after the first time
        options.loops = 1;
        QCOMPARE(decodedGif(encoded(AnimationFormat::Gif, {bar(0), bar(1)}, options, 50)).loops, -1);
    }
    void manyColoursStayNear()
    {
        const Image image = gradient();
        const IndexedImage few = indexed(image);
        QCOMPARE(few.palette.size(), std::size_t(256));
        double squares = 0;
        for (std::size_t i = 0; i < image.pixels.size(); ++i)
            squares += std::pow(double(image.pixels[i]) - few.palette[few.indices[i / 3]][i % 3], 2);
        // 4,096 colours on a plane in 256 boxes: 16 neighbours of step 4 each, whose uniform spread is 4 * sqrt((16 - 1) / 12) ~ 4.5 along one axis at most.
        QVERIFY2(std::sqrt(squares / double(image.pixels.size())) < 5, qPrintable(QString::number(std::sqrt(squares / double(image.pixels.size())))));
        QCOMPARE(decodedGif(encoded(AnimationFormat::Gif, {image}, {}, 100)).frames.size(), std::size_t(1));
    }
    void webpIsLossless()
    {
        const std::vector<Image> frames = {gradient(), magnified(bar(3), 1), gradient()};
        QVERIFY_THROWS_EXCEPTION(Error, encoded(AnimationFormat::WebP, frames, {}, 40));  // the second has another size
        const std::vector<Image> bars = {bar(1), bar(2), bar(3)};
        AnimationOptions options;
        options.magnify = 2;
        options.loops = 5;
        const std::string bytes = encoded(AnimationFormat::WebP, bars, options, 40);
        const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
        WebPAnimDecoderOptions settings;
        WebPAnimDecoderOptionsInit(&settings);
        settings.color_mode = MODE_RGBA;
        const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder*)> decoder(WebPAnimDecoderNew(&data, &settings), WebPAnimDecoderDelete);
        QVERIFY(decoder);
        WebPAnimInfo info;
        QVERIFY(WebPAnimDecoderGetInfo(decoder.get(), &info));
        QCOMPARE(info.frame_count, 3u);
        QCOMPARE(info.loop_count, 5u);
        for (int i = 0; i < 3; ++i) {
            std::uint8_t* pixels = nullptr;
            int end = 0;
            QVERIFY(WebPAnimDecoderGetNext(decoder.get(), &pixels, &end));
            QCOMPARE(end, 40 * (i + 1));
            const Image expected = magnified(bars[std::size_t(i)], 2);
            for (std::size_t p = 0; p < expected.pixels.size() / 3; ++p)
                for (std::size_t c = 0; c < 3; ++c)
                    QCOMPARE(pixels[4 * p + c], expected.pixels[3 * p + c]);
        }
    }
    void nonsenseIsRefused()
    {
        const auto ignore = [](const void*, std::size_t) {};
        QVERIFY_THROWS_EXCEPTION(Error, AnimationEncoder(AnimationFormat::Gif, 0, 8, {}, ignore));
        AnimationOptions large;
        large.magnify = 1000;
        QVERIFY_THROWS_EXCEPTION(Error, AnimationEncoder(AnimationFormat::WebP, 64, 64, large, ignore));
        AnimationEncoder empty(AnimationFormat::Gif, 8, 8, {}, ignore);
        QVERIFY_THROWS_EXCEPTION(Error, empty.finish());
    }
    void aFailingSinkIsHeard()
    {
        for (const AnimationFormat format : {AnimationFormat::Gif, AnimationFormat::WebP}) {
            int calls = 0;
            const auto sink = [&](const void*, std::size_t) {
                if (++calls > (format == AnimationFormat::Gif ? 5 : 0))
                    throw Error(ErrorCode::DiskFull, "full");
            };
            bool isHeard = false;
            try {
                AnimationEncoder encoder(format, 12, 8, {}, sink);
                encoder.add(bar(0), 50);
                encoder.add(bar(1), 50);
                encoder.finish();
            } catch (const Error& e) {
                isHeard = e.code() == ErrorCode::DiskFull;
            }
            QVERIFY(isHeard);
        }
    }
    void aFullDiskIsHeardAtTheEnd()
    {
        // The frames are few enough to wait in the stream's buffer: only finish() meets the limit.
        std::size_t given = 0;
        AnimationEncoder encoder(AnimationFormat::WebP, 12, 8, {}, [&](const void*, std::size_t bytes) { given += bytes; });
        encoder.add(bar(0), 50);
        encoder.add(bar(1), 50);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{16, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
        bool isHeard = false;
        try {
            encoder.finish();
        } catch (const Error& e) {
            isHeard = e.code() == ErrorCode::Io;
        }
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(isHeard);
        QCOMPARE(given, std::size_t(0));
    }
    void webpFramesWaitWhereItIsSaid()
    {
        QTemporaryDir folder;
        AnimationOptions options;
        options.scratchFolder = folder.filePath("gone").toStdString();
        QVERIFY_THROWS_EXCEPTION(Error, encoded(AnimationFormat::WebP, {bar(0)}, options, 50));
        options.scratchFolder = folder.path().toStdString();
        QVERIFY(!encoded(AnimationFormat::WebP, {bar(0)}, options, 50).empty());
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));  // it leaves nothing
    }
    void framesOfOddSizesFollowTheContainer()
    {
        // Every chunk begins at an even place and ends where the next one begins.
        Image odd(7, 5, 3);
        for (std::size_t i = 0; i < odd.pixels.size(); ++i)
            odd.pixels[i] = static_cast<std::uint8_t>(37 * i);
        const std::string bytes = encoded(AnimationFormat::WebP, {odd, odd, odd}, {}, 30);
        const auto number = [&](std::size_t at) {
            std::uint32_t value = 0;
            std::memcpy(&value, bytes.data() + at, sizeof value);
            return value;
        };
        QCOMPARE(std::size_t(number(4)) + 8, bytes.size());
        QStringList names;
        for (std::size_t at = 12; at < bytes.size(); at += 8 + (number(at + 4) + 1) / 2 * 2)
            names.append(QString::fromLatin1(bytes.data() + at, 4));
        QCOMPARE(names, (QStringList{"VP8X", "ANIM", "ANMF", "ANMF", "ANMF"}));
        QCOMPARE(std::uint8_t(bytes[20]), std::uint8_t(2));  // animated; neither alpha nor anything else
    }
    void textIsTakenOutOfAPng()
    {
        const std::vector<std::uint8_t> full = encodedPng(bar(2), {{"potstill", "{\"seed\":7}"}, {"parameters", "grün"}});
        const std::vector<std::uint8_t> bare = pngWithoutText(full, "a.png");
        QVERIFY(bare == encodedPng(bar(2)));
        QVERIFY(pngWithoutText(bare, "a.png") == bare);
        const auto cut = std::span(full).first(full.size() - 20);
        QVERIFY_THROWS_EXCEPTION(Error, pngWithoutText(cut, "a.png"));
        QVERIFY_THROWS_EXCEPTION(Error, pngWithoutText(std::span(full).subspan(1), "a.png"));
    }
};

QTEST_GUILESS_MAIN(AnimationTest)
#include "animation_test.moc"
