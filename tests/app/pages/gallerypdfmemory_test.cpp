#include "app/pages/galleryprint.h"
#include "tests/gallery/peakmemory.h"
#include "tests/gallery/samples.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

/// A program of its own: peak memory is that of a process.
class GalleryPdfMemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Gallery m_gallery;

    template <class Export>
    qint64 peakOf(const Export& write, std::size_t images)
    {
        Gallery part = m_gallery;
        part.items.resize(images);
        RunControl control;
        RunObserver observer;
        ExportOptions options;
        options.columns = 20;
        options.captions = false;
        options.dpi = 72;
        const fs::path out = fs::path(m_dir.path().toStdString()) / (std::to_string(images) + ".pdf");
        std::int64_t written = 0;
        const qint64 peak = peakDuring([&] { written = write(part, options, out, control, observer).written; });
        if (written != std::int64_t(images))
            qFatal("%lld of %zu images were written", static_cast<long long>(written), images);
        return peak;
    }
    template <class Export>
    void doesNotGrow(const Export& write)
    {
        peakOf(write, 20);  // fonts and what else is loaded once
        const qint64 few = peakOf(write, 500);
        if (few < 0)
            QSKIP("this kernel does not tell the peak of the memory");
        const qint64 many = peakOf(write, 2000);
        // The pixels alone of 1,500 more images would be 4.6 MB.
        QVERIFY2(many - few < 4'000'000, qPrintable(QString("%1 against %2 bytes").arg(many).arg(few)));
    }

private Q_SLOTS:
    void initTestCase() { m_gallery = largeGallery(m_dir.path().toStdString(), 2000); }
    void sheetsTakeNoMoreMemoryForMoreImages() { doesNotGrow(exportSheetPdf); }
    void figuresTakeNoMoreMemoryForMoreImages() { doesNotGrow(exportFigurePdf); }
};

QTEST_MAIN(GalleryPdfMemoryTest)
#include "gallerypdfmemory_test.moc"
