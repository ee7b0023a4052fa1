#include "engine/gallery/animationexport.h"
#include "engine/gallery/exportgallery.h"
#include "tests/gallery/peakmemory.h"
#include "tests/gallery/samples.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

class MemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Gallery m_gallery;

    /// Peak of the memory above what was in use before, in bytes.
    qint64 peakOf(ExportFormat format, const std::string& ending, std::size_t images)
    {
        Gallery part = m_gallery;
        part.items.resize(images);
        RunControl control;
        RunObserver observer;
        ExportOptions options;
        options.magnify = 1;
        options.columns = 10;
        options.dpi = 72;  // the one page that is in memory shall not hide what grows
        const fs::path out = fs::path(m_dir.path().toStdString()) / (exportFormatName(format) + std::to_string(images) + ending);
        std::int64_t written = 0;
        const qint64 peak = peakDuring([&] { written = exportGallery(part, format, options, out, control, observer).written; });
        if (written != std::int64_t(images))
            qFatal("%lld of %zu images were written", static_cast<long long>(written), images);
        return peak;
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer keeps what was freed, so memory tells nothing here");
#endif
        m_gallery = largeGallery(m_dir.path().toStdString(), 10000);
    }
    void memoryDoesNotGrowWithTheImages_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("few");
        QTest::addColumn<int>("many");
        for (const ExportFormat format : {ExportFormat::Html, ExportFormat::Folder, ExportFormat::Sheet, ExportFormat::Figure, ExportFormat::Gif})
            QTest::newRow(exportFormatName(format).c_str()) << int(format) << QString::fromStdString(exportFileEnding(format)) << 500 << 10'000;
        // These take longer for each image.
        QTest::newRow("webp") << int(ExportFormat::WebP) << ".webp" << 500 << 2000;
        QTest::newRow("mp4") << int(ExportFormat::Mp4) << ".mp4" << 500 << 2000;
        QTest::newRow("zip") << int(ExportFormat::Folder) << ".zip" << 500 << 2000;
    }
    void memoryDoesNotGrowWithTheImages()
    {
        QFETCH(int, format);
        QFETCH(QString, ending);
        QFETCH(int, few);
        QFETCH(int, many);
        // Of MP4 the memory of the ffmpeg program is not seen.
        if (ExportFormat(format) == ExportFormat::Mp4 && findFfmpeg().empty())
            QSKIP("no ffmpeg");
        peakOf(ExportFormat(format), ending.toStdString(), 20);  // what is loaded once
        const qint64 atFew = peakOf(ExportFormat(format), ending.toStdString(), std::size_t(few));
        if (atFew < 0)
            QSKIP("this kernel does not tell the peak of the memory");
        QElapsedTimer timer;
        timer.start();
        const qint64 atMany = peakOf(ExportFormat(format), ending.toStdString(), std::size_t(many));
        qInfo("%s: %lld kB above the start with %d images, %lld kB with %d, in %.1f s", QTest::currentDataTag(), atFew / 1024, few, atMany / 1024, many,
              double(timer.elapsed()) / 1000);
        // The pixels alone of 9,500 more images would be 29 MB, their files 30 MB (of 1,500 images 4.6 MB each). A figure keeps 150 bytes of places and a caption for each,
        // a ZIP its directory.
        QVERIFY2(atMany - atFew < (many == 10'000 ? 6'000'000 : 4'000'000), qPrintable(QString("%1 against %2 bytes").arg(atMany).arg(atFew)));
    }
};

QTEST_GUILESS_MAIN(MemoryTest)
#include "memory_test.moc"
