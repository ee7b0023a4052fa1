#include "engine/core/error.h"
#include "engine/imaging/imagefile.h"
#include "tests/imaging/encoded.h"

#include <QtTest>
#include <QTemporaryDir>

using namespace potstill;
namespace fs = std::filesystem;

class PngTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path at(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

private Q_SLOTS:
    void pixelsRoundTrip()
    {
        for (const int channels : {1, 3, 4}) {
            Image image(13, 7, channels);
            for (std::size_t i = 0; i < image.pixels.size(); ++i)
                image.pixels[i] = static_cast<std::uint8_t>(channels == 4 && i % 4 == 3 ? 255 : i * 37);
            writePng(at("pixels.png"), image);
            DecodeOptions options;
            options.channels = channels == 1 ? 1 : 3;
            const Image read = readImageFile(at("pixels.png"), options);
            QCOMPARE(read.width, 13);
            for (int y = 0; y < 7; ++y)
                for (int x = 0; x < 13; ++x)
                    for (int c = 0; c < options.channels; ++c)
                        QCOMPARE(read.row(y)[x * options.channels + c], image.row(y)[x * channels + c]);
        }
    }
    void textRoundTrips()
    {
        const std::map<std::string, std::string> text = {{"parameters", "heart, Steps: 3, Seed: 7"},
                                                         {"potstill", R"({"name": "Brennblase – 蒸留器 🥃", "grid": [0.5, 1]})"},
                                                         {"Long", std::string(100000, 'x')},
                                                         {"Accents", "déjà vu"}};
        writePng(at("text.png"), fields(8, 8), text);
        QVERIFY(readPngText(at("text.png")) == text);
        QVERIFY(readImageFile(at("text.png")) == fields(8, 8));
        writePng(at("text.png"), fields(8, 8));
        QVERIFY(readPngText(at("text.png")).empty());
    }
    void nothingIsLeftBeside()
    {
        fs::create_directory(at("alone"));
        writePng(at("alone") / "a.png", fields(8, 8));
        writePng(at("alone") / "a.png", fields(16, 8));
        QCOMPARE(std::distance(fs::directory_iterator(at("alone")), fs::directory_iterator()), std::ptrdiff_t(1));
        QCOMPARE(readImageFile(at("alone") / "a.png").width, 16);
    }
    void failuresNameTheFile()
    {
        const auto failsNaming = [](const char* name, const auto& f) {
            try {
                f();
            } catch (const Error& e) {
                return QString(e.what()).contains(name);
            }
            return false;
        };
        QVERIFY(failsNaming("nowhere/a.png", [&] { writePng(at("nowhere") / "a.png", fields(8, 8)); }));
        QVERIFY(failsNaming("none.png", [&] { readPngText(at("none.png")); }));
        save(at("no.png"), {1, 2, 3});
        QVERIFY(failsNaming("no.png", [&] { readPngText(at("no.png")); }));
        save(at("cut.png"), {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
        QVERIFY(failsNaming("cut.png", [&] { readPngText(at("cut.png")); }));
    }
};

QTEST_GUILESS_MAIN(PngTest)
#include "png_test.moc"
