#include "engine/core/error.h"
#include "engine/imaging/imagefile.h"
#include "engine/imaging/imageheader.h"
#include "tests/imaging/encoded.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

namespace {

/// Where a stored pixel belongs in the upright picture, as the EXIF standard words it: which sides row 0 and column 0 stand for.
std::pair<int, int> uprightPlace(int orientation, int row, int column, int width, int height)
{
    switch (orientation) {
    case 2: return {row, width - 1 - column};
    case 3: return {height - 1 - row, width - 1 - column};
    case 4: return {height - 1 - row, column};
    case 5: return {column, row};
    case 6: return {column, width - 1 - row};
    case 7: return {height - 1 - column, width - 1 - row};
    case 8: return {height - 1 - column, row};
    default: return {row, column};
    }
}

bool isNear(const Image& image, int x, int y, int r, int g, int b, int tolerance)
{
    const std::uint8_t* p = image.row(y) + x * image.channels;
    return std::abs(p[0] - r) <= tolerance && std::abs(p[1] - g) <= tolerance && std::abs(p[2] - b) <= tolerance;
}

std::string messageOf(const Encoded& bytes, ErrorCode code, const DecodeOptions& options = {})
{
    try {
        (void)decodeImage(bytes, options, "some.jpg");
    } catch (const Error& e) {
        return e.code() == code ? e.what() : "wrong code: " + std::string(e.what());
    }
    return "no error";
}

}  // namespace

class DecodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsRead_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {".jpg", ".png", ".webp", ".bmp", ".tiff"})
            QTest::newRow(ending) << ending;
    }
    void everyFormatIsRead()
    {
        QFETCH(QString, ending);
        const Image truth = fields(48, 32);
        DecodeNotes notes;
        const Image image = decodeImage(encoded(matrixOf(truth), ending.toStdString()), {}, "x", &notes);
        QCOMPARE(image.width, 48);
        QCOMPARE(image.height, 32);
        QCOMPARE(image.channels, 3);
        for (const auto& [x, y] : {std::pair{10, 8}, {36, 8}, {10, 24}, {36, 24}}) {
            const std::uint8_t* p = truth.row(y) + 3 * x;
            QVERIFY(isNear(image, x, y, p[0], p[1], p[2], ending == ".jpg" ? 4 : 0));
        }
        QVERIFY(!notes.rotatedByExif && !notes.hadAlpha && !notes.was16Bit && !notes.wasGrey);
        QVERIFY(isImageFileName("a/B" + ending.toUpper().toStdString()));
    }
    void exifOrientationIsApplied_data()
    {
        QTest::addColumn<int>("orientation");
        for (int o = 1; o <= 8; ++o)
            QTest::newRow(std::to_string(o).c_str()) << o;
    }
    void exifOrientationIsApplied()
    {
        QFETCH(int, orientation);
        const Image upright = fields(48, 32);
        Image stored = orientation >= 5 ? Image(32, 48, 3) : Image(48, 32, 3);
        for (int r = 0; r < stored.height; ++r)
            for (int c = 0; c < stored.width; ++c) {
                const auto [y, x] = uprightPlace(orientation, r, c, 48, 32);
                std::copy_n(upright.row(y) + 3 * x, 3, stored.row(r) + 3 * c);
            }
        DecodeNotes notes;
        const Image image = decodeImage(withExif(encoded(matrixOf(stored), ".jpg"), orientation), {}, "x", &notes);
        QCOMPARE(image.width, 48);
        QCOMPARE(image.height, 32);
        QCOMPARE(notes.rotatedByExif, orientation != 1);
        for (const auto& [x, y] : {std::pair{10, 8}, {36, 8}, {10, 24}, {36, 24}}) {
            const std::uint8_t* p = upright.row(y) + 3 * x;
            QVERIFY(isNear(image, x, y, p[0], p[1], p[2], 4));
        }
    }
    void transparentPixelsShowTheBackground()
    {
        cv::Mat bgra(8, 8, CV_8UC4, cv::Scalar(0, 0, 200, 0));
        bgra(cv::Rect(4, 0, 4, 8)) = cv::Scalar(0, 0, 200, 255);
        bgra(cv::Rect(0, 6, 4, 2)) = cv::Scalar(0, 0, 200, 51);
        for (const char* ending : {".png", ".webp", ".tiff"}) {
            DecodeNotes notes;
            DecodeOptions options;
            options.background = {10, 100, 250};
            const Image image = decodeImage(encoded(bgra, ending), options, "x", &notes);
            QVERIFY2(notes.hadAlpha, ending);
            QVERIFY2(isNear(image, 1, 1, 10, 100, 250, 0), ending);
            QVERIFY2(isNear(image, 6, 1, 200, 0, 0, 0), ending);
            QVERIFY2(isNear(image, 1, 7, 48, 80, 200, 1), ending);
        }
    }
    void sixteenBitsBecomeEight()
    {
        cv::Mat deep(4, 4, CV_16UC3, cv::Scalar(257 * 17, 257 * 130, 257 * 255));
        for (const char* ending : {".png", ".tiff"}) {
            DecodeNotes notes;
            const Image image = decodeImage(encoded(deep, ending), {}, "x", &notes);
            QVERIFY(notes.was16Bit);
            QVERIFY(isNear(image, 2, 2, 255, 130, 17, 0));
        }
    }
    void greyIsSpreadAndColourIsWeighted()
    {
        DecodeNotes notes;
        const Image spread = decodeImage(encoded(cv::Mat(4, 4, CV_8UC1, cv::Scalar(90)), ".png"), {}, "x", &notes);
        QVERIFY(notes.wasGrey);
        QVERIFY(isNear(spread, 1, 1, 90, 90, 90, 0));
        DecodeOptions grey;
        grey.channels = 1;
        const Image weighted = decodeImage(encoded(cv::Mat(4, 4, CV_8UC3, cv::Scalar(30, 100, 200)), ".png"), grey, "x");
        QCOMPARE(weighted.channels, 1);
        QVERIFY(std::abs(weighted.pixels[0] - (0.299 * 200 + 0.587 * 100 + 0.114 * 30)) <= 1);
    }
    void cmykIsRefusedByName()
    {
        // The frame header of any JPEG, made to say four components.
        Encoded jpeg = encoded(matrixOf(fields(16, 16)), ".jpg");
        for (std::size_t i = 2; i + 9 < jpeg.size(); i += 2u + (unsigned(jpeg[i + 2]) << 8 | jpeg[i + 3]))
            if (jpeg[i + 1] == 0xc0) {
                jpeg[i + 9] = 4;
                break;
            }
        const std::string message = messageOf(jpeg, ErrorCode::Unsupported);
        QVERIFY2(QString::fromStdString(message).contains("some.jpg: a CMYK JPEG"), message.c_str());
    }
    void cutOffFilesAreDamaged_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {".jpg", ".png", ".webp", ".bmp", ".tiff"})
            QTest::newRow(ending) << ending;
    }
    void cutOffFilesAreDamaged()
    {
        QFETCH(QString, ending);
        cv::Mat noise(64, 64, CV_8UC3);
        cv::RNG(1).fill(noise, cv::RNG::UNIFORM, 0, 255);
        const Encoded whole = encoded(noise, ending.toStdString());
        for (const double share : {0.0, 0.001, 0.01, 0.3, 0.7, 0.99}) {
            const Encoded part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(whole.size())));
            bool isRefused = false;
            try {
                (void)decodeImage(part, {}, "cut");
            } catch (const Error& e) {
                isRefused = QString(e.what()).startsWith("cut");
            }
            QVERIFY2(isRefused, std::to_string(share).c_str());
        }
    }
    void hugePicturesAreRefusedBeforeDecoding()
    {
        Encoded png = encoded(cv::Mat(8, 8, CV_8UC3, cv::Scalar(1, 2, 3)), ".png");
        png[16] = png[20] = 0x40;  // 2^30 pixels a side
        const std::string message = messageOf(png, ErrorCode::Unsupported);
        QVERIFY2(QString::fromStdString(message).contains("1073741832 x 1073741832"), message.c_str());
        DecodeOptions small;
        small.maxPixels = 63;
        QVERIFY(messageOf(encoded(cv::Mat(8, 8, CV_8UC3, cv::Scalar(1, 2, 3)), ".jpg"), ErrorCode::Unsupported, small).find("8 x 8") != std::string::npos);
    }
    void otherContentIsNamed()
    {
        QVERIFY(messageOf({'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0}, ErrorCode::Unsupported).find("a GIF") != std::string::npos);
        QVERIFY(messageOf({'h', 'e', 'l', 'l', 'o'}, ErrorCode::Unsupported).find("none of the known") != std::string::npos);
        QVERIFY(messageOf({}, ErrorCode::BadFile).find("empty") != std::string::npos);
    }
    void damagedBytesNeverCrash()
    {
        cv::RNG rng(3);
        for (const char* ending : {".jpg", ".png", ".webp", ".bmp", ".tiff"}) {
            const Encoded whole = encoded(matrixOf(fields(24, 24)), ending);
            for (int k = 0; k < 200; ++k) {
                Encoded bytes = whole;
                for (int n = 0; n < 4; ++n)
                    bytes[static_cast<std::size_t>(rng.uniform(0, static_cast<int>(std::min<std::size_t>(bytes.size(), 200))))] = static_cast<std::uint8_t>(rng.uniform(0, 256));
                try {
                    DecodeOptions options;
                    options.maxPixels = 1'000'000;
                    (void)decodeImage(bytes, options, "x");
                } catch (const Error&) {
                }
            }
        }
    }
    void centreIsCroppedAndResized()
    {
        Image wide(40, 16, 3);
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 40; ++x)
                wide.row(y)[3 * x] = x >= 12 && x < 28 ? 200 : 0;
        const Image same = cropAndResize(wide, 16);
        QCOMPARE(same.width, 16);
        QVERIFY(std::all_of(same.pixels.begin(), same.pixels.end(), [i = 0](std::uint8_t v) mutable { return v == (i++ % 3 == 0 ? 200 : 0); }));
        // Area averaging keeps the mean of a checkerboard; sampling would give 0 or 255.
        Image board(32, 32, 1);
        for (int i = 0; i < 32 * 32; ++i)
            board.pixels[static_cast<std::size_t>(i)] = (i / 32 + i) % 2 ? 255 : 0;
        for (const std::uint8_t v : cropAndResize(board, 8).pixels)
            QVERIFY(v == 127 || v == 128);
        const Image large = cropAndResize(same, 40);
        QCOMPARE(large.height, 40);
        QVERIFY(isNear(large, 20, 20, 200, 0, 0, 1));
    }
};

QTEST_GUILESS_MAIN(DecodeTest)
#include "decode_test.moc"
