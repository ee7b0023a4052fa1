#include "engine/core/error.h"
#include "engine/gallery/figure.h"
#include "engine/gallery/latextable.h"
#include "engine/io/atomicfile.h"
#include "tests/gallery/samples.h"

#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

Gallery inMemory(const std::vector<GalleryItem>& items)
{
    Gallery gallery{{}, "figure & co", {}};
    for (const GalleryItem& item : items)
        gallery.items.push_back(std::make_shared<const GalleryItem>(item));
    return gallery;
}

}  // namespace

class FigureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLadderBecomesAMatrix()
    {
        ExportOptions options;
        options.widthMm = 85;
        const Figure figure = makeFigure(inMemory(ladder(2)), options);
        QCOMPARE(figure.width, 85.0);
        QCOMPARE(figure.cells.size(), std::size_t(6));
        QCOMPARE(figure.texts.size(), std::size_t(5));  // three columns, two rows
        QCOMPARE(figure.texts[2].text, std::string("3 steps"));
        const RectMm last = figure.cells[5].rect;
        QVERIFY(std::abs(last.x + last.width - 85) < 1e-9);
        QVERIFY(std::abs(last.y + last.height - figure.height) < 1e-9);
        QCOMPARE(last.width, last.height);
        QCOMPARE(figure.cells[4].rect.x, figure.cells[1].rect.x);
        // At least the wanted resolution, and no more than one step above it.
        const double dpi = 8.0 * figure.magnify / last.width * kMmPerInch;
        QVERIFY(dpi >= 300 && 8.0 * (figure.magnify - 1) / last.width * kMmPerInch < 300);
    }
    void otherImagesFollowEachOther()
    {
        std::vector<GalleryItem> items;
        for (int i = 0; i < 5; ++i)
            items.push_back(sampleItem(i));
        ExportOptions options;
        options.columns = 3;
        const Figure figure = makeFigure(inMemory(items), options);
        QCOMPARE(figure.texts.size(), std::size_t(5));  // captions
        QCOMPARE(figure.cells[3].rect.x, 0.0);
        QVERIFY(figure.cells[3].rect.y > figure.cells[0].rect.height);
        options.columns = 5;
        options.widthMm = 60;
        QCOMPARE(makeFigure(inMemory(items), options).texts[0].text, std::string("star…"));  // a cell and its gap are 4.3 times the size of the text
        options.columns = 3;
        options.columnHeadings = {"A", "B", "C"};
        options.captions = false;
        QCOMPARE(makeFigure(inMemory(items), options).texts.size(), std::size_t(3));
        options.widthMm = 10;
        options.columns = 100;
        options.gapMm = 3;
        QVERIFY_THROWS_EXCEPTION(Error, makeFigure(inMemory(items), options));
        QVERIFY_THROWS_EXCEPTION(Error, makeFigure(inMemory({}), {}));
    }
    void theSvgHasTextAsTextAndPixelsAsTheyAre()
    {
        QTemporaryDir dir;
        const fs::path file = fs::path(dir.path().toStdString()) / "figure.svg";
        const Gallery gallery = inMemory(ladder(2));
        ExportOptions options;
        options.widthMm = 85;
        RunControl control;
        RunObserver observer;
        QCOMPARE(exportFigure(gallery, options, file, control, observer).written, std::int64_t(6));
        const Figure figure = makeFigure(gallery, options);
        QXmlStreamReader xml(QByteArray::fromStdString(readFile(file)));
        int images = 0;
        QStringList texts;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"svg")
                QCOMPARE(xml.attributes().value("width").toString(), QString("85.000mm"));
            if (xml.name() == u"image") {
                const QString link = xml.attributes().value("http://www.w3.org/1999/xlink", "href").toString();
                QVERIFY(link.startsWith("data:image/png;base64,"));
                const QImage image = QImage::fromData(QByteArray::fromBase64(link.section(',', 1).toLatin1()));
                const Image expected = figureImage(gallery, figure, figure.cells[std::size_t(images)]);
                QCOMPARE(image.width(), 8 * figure.magnify);
                for (const int at : {0, expected.width - 1}) {
                    const QColor c = image.pixelColor(at, at);
                    QCOMPARE(c.green(), int(expected.row(at)[3 * at + 1]));
                }
                ++images;
            }
            if (xml.name() == u"text")
                texts.append(xml.readElementText());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(images, 6);
        QCOMPARE(texts, QStringList({"1 step", "2 steps", "3 steps", "seed 0 · star", "seed 1 · star"}));
    }
    void base64IsThatOfTheStandard()
    {
        // RFC 4648, section 10.
        const std::vector<std::pair<std::string, std::string>> cases = {
            {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
        for (const auto& [plain, coded] : cases)
            QCOMPARE(base64({plain.begin(), plain.end()}), coded);
    }
    void latexIsEscaped()
    {
        QCOMPARE(latexText("50 % of A_1 & \\x {~^} #$ <>"),
                 std::string("50 \\% of A\\_1 \\& \\textbackslash{}x \\{\\textasciitilde{}\\textasciicircum{}\\} \\#\\$ \\textless{}\\textgreater{}"));
        QCOMPARE(latexText("3.1 ± 0.2 − ä"), std::string("3.1 $\\pm$ 0.2 $-$ ä"));
        const std::string table = latexFromTable({{"System", "FD", "NFE"}, {{"student", "1.2", "3"}, {"teacher", "1.0", "50"}}, "Distances", "tab:fd", ""});
        QVERIFY(table.find("\\begin{tabular}{lrr}") != std::string::npos);
        QVERIFY(table.find("  student & 1.2 & 3 \\\\\n") != std::string::npos);
        QVERIFY(table.find("\\label{tab:fd}") != std::string::npos);
        QVERIFY_THROWS_EXCEPTION(Error, latexFromTable({{"a", "b"}, {{"1"}}, "", "", ""}));
        QVERIFY_THROWS_EXCEPTION(Error, latexFromTable({{"a", "b"}, {}, "", "", "l"}));
        QVERIFY_THROWS_EXCEPTION(Error, latexFromTable({{}, {}, "", "", ""}));
    }
};

QTEST_GUILESS_MAIN(FigureTest)
#include "figure_test.moc"
