#include "engine/gallery/exportgallery.h"
#include "tests/gallery/samples.h"

#include <QTemporaryDir>
#include <QtTest>

#include <malloc.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

/// Bytes of a line of /proc/self/status, for example "VmHWM" (peak of the resident memory).
qint64 status(const char* name)
{
    QFile file("/proc/self/status");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    return 0;
}

/// Makes the peak that of now.
bool resetPeak()
{
    QFile file("/proc/self/clear_refs");
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

}  // namespace

class MemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Gallery m_gallery;

    /// Peak of the memory above what was in use before, in bytes.
    qint64 peakOf(ExportFormat format, std::size_t images)
    {
        Gallery part = m_gallery;
        part.items.resize(images);
        RunControl control;
        RunObserver observer;
        ExportOptions options;
        options.magnify = 1;
        options.columns = 10;
        options.dpi = 72;  // the one page that is in memory shall not hide what grows
        malloc_trim(0);
        if (!resetPeak())
            return -1;
        const qint64 before = status("VmRSS");
        const fs::path out = fs::path(m_dir.path().toStdString()) / (exportFormatName(format) + std::to_string(images) + exportFileEnding(format));
        if (exportGallery(part, format, options, out, control, observer).written != std::int64_t(images))
            return -1;
        return status("VmHWM") - before;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_gallery = createGallery(m_dir.path().toStdString(), "large");
        fs::create_directories(m_gallery.folder / "images");
        // 10,000 items; without waiting for the disk at each file.
        for (int i = 0; i < 10000; ++i) {
            GalleryItem item = sampleItem(i);
            item.image = picture(i, 32, 32);
            if (i < 100) {
                m_gallery.items.push_back(storeImage(m_gallery.folder, item));
                continue;
            }
            item.image = nullptr;
            item.file = fmt::format("images/{}.png", i);
            fs::copy_file(m_gallery.folder / m_gallery.items[std::size_t(i % 100)]->file, m_gallery.folder / item.file);
            m_gallery.items.push_back(std::make_shared<const GalleryItem>(item));
        }
    }
    void memoryDoesNotGrowWithTheImages_data()
    {
        QTest::addColumn<int>("format");
        for (const ExportFormat format : {ExportFormat::Html, ExportFormat::Folder, ExportFormat::Sheet, ExportFormat::Figure, ExportFormat::Gif})
            QTest::newRow(exportFormatName(format).c_str()) << int(format);
    }
    void memoryDoesNotGrowWithTheImages()
    {
        QFETCH(int, format);
        const qint64 few = peakOf(ExportFormat(format), 500);
        if (few < 0)
            QSKIP("this kernel does not tell the peak of the memory");
        QElapsedTimer timer;
        timer.start();
        const qint64 many = peakOf(ExportFormat(format), 10000);
        qInfo("%s: %lld kB above the start with 500 images, %lld kB with 10,000, in %.1f s", exportFormatName(ExportFormat(format)).c_str(), few / 1024, many / 1024,
              double(timer.elapsed()) / 1000);
        // The pixels alone of 9,500 more images would be 29 MB, their files 30 MB. A figure keeps 150 bytes of places and a caption for each.
        QVERIFY2(many - few < 6'000'000, qPrintable(QString("%1 against %2 bytes").arg(many).arg(few)));
    }
};

QTEST_GUILESS_MAIN(MemoryTest)
#include "memory_test.moc"
