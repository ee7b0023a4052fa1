#include "engine/core/error.h"
#include "engine/gallery/animationexport.h"
#include "engine/gallery/exportgallery.h"
#include "engine/gallery/foldergallery.h"
#include "engine/gallery/htmlgallery.h"
#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "tests/gallery/samples.h"

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

/// Asks to stop after so many messages.
class StopAfter : public RunObserver {
public:
    StopAfter(RunControl& control, int messages) : m_control(control), m_left(messages) {}
    void onProgress(const Progress&) override
    {
        if (--m_left <= 0)
            m_control.requestStop(StopRequest::Abort);
    }

private:
    RunControl& m_control;
    int m_left;
};

int filesIn(const fs::path& folder) { return fs::exists(folder) ? int(std::distance(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator())) : 0; }

}  // namespace

class ExportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Gallery m_gallery;
    RunControl m_control;
    RunObserver m_observer;
    fs::path at(const std::string& name) const { return fs::path(m_dir.path().toStdString()) / name; }
    ExportResult run(ExportFormat format, const std::string& name, const ExportOptions& options = {})
    {
        return exportGallery(m_gallery, format, options, at(name), m_control, m_observer);
    }
    QString text(const std::string& name) const { return QString::fromStdString(readFile(at(name))); }

private Q_SLOTS:
    void init()
    {
        static int count = 0;
        m_gallery = createGallery(at("project"), fmt::format("<Best> & \"{}\"", ++count));
        std::vector<GalleryItem> items = ladder(2);
        items.push_back(sampleItem(70));
        items.back().caption = "<b>bold</b> & \"quoted\"";
        items.back().tags = {"paper", "a;b"};
        fill(m_gallery, items);
    }

    void thePageIsWellFormedAndKeepsToItself()
    {
        ExportOptions options;
        options.perPage = 3;
        const ExportResult result = run(ExportFormat::Html, "page", options);
        QVERIFY(result.complete && result.missing.empty());
        QCOMPARE(result.written, std::int64_t(7));
        QCOMPARE(filesIn(at("page")), 3 + 1 + 7);
        QStringList targets, anchors;
        for (const std::string name : {"index.html", "page-2.html", "page-3.html"}) {
            const QString html = text("page/" + name);
            QVERIFY(html.startsWith("<!DOCTYPE html>"));
            QVERIFY(!html.contains("<script") && !html.contains("http:") && !html.contains("https:") && !html.contains("url("));
            QXmlStreamReader xml(html);
            while (!xml.atEnd()) {
                if (xml.readNext() != QXmlStreamReader::StartElement)
                    continue;
                const auto a = xml.attributes();
                if (xml.name() == u"img") {
                    QVERIFY(!a.value("alt").isEmpty());
                    QVERIFY(fs::exists(at("page") / a.value("src").toString().toStdString()));
                    QCOMPARE(a.value("width").toInt(), 8);
                }
                if (xml.name() == u"figure")
                    anchors.append(QString::fromStdString(name) + "#" + a.value("id").toString());
                if (xml.name() == u"a") {
                    const QString to = a.value("href").toString();
                    if (to != "#top")
                        targets.append(to.startsWith('#') ? QString::fromStdString(name) + to : to);
                }
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        }
        QCOMPARE(anchors.size(), 7);
        for (const QString& to : targets)
            QVERIFY2(to.contains('#') ? anchors.contains(to) : fs::exists(at("page") / to.toStdString()), qPrintable(to));
        QVERIFY(targets.contains("page-2.html#i4"));  // from the third image on to the next page
        QVERIFY(text("page/page-3.html").contains("&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;"));
        QVERIFY(text("page/index.html").contains("<details><summary>Recipe</summary>"));
        QVERIFY(readImageFile(at("page/images/000002.png")) == readImage(m_gallery, *m_gallery.items[1]));
    }
    void validatorsFindNothing()
    {
        const QString tidy = QStandardPaths::findExecutable("tidy");
        if (tidy.isEmpty())
            QSKIP("the program tidy is not installed");
        run(ExportFormat::Html, "valid");
        QProcess process;
        process.start(tidy, {"-q", "-e", "--gnu-emacs", "yes", QString::fromStdString(at("valid/index.html").string())});
        QVERIFY(process.waitForFinished());
        QStringList found = QString::fromUtf8(process.readAllStandardError()).split('\n', Qt::SkipEmptyParts);
        // Lazy loading has been part of HTML since 2020; older versions of tidy do not know it.
        found.removeIf([](const QString& line) { return line.contains("attribute \"loading\""); });
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }
    void recipesStayAtHomeWhereToldTo()
    {
        ExportOptions options;
        options.recipes = false;
        run(ExportFormat::Html, "bare", options);
        run(ExportFormat::Folder, "barefolder", options);
        for (const auto& folder : {at("bare"), at("barefolder")})
            for (const auto& entry : fs::recursive_directory_iterator(folder))
                if (entry.is_regular_file()) {
                    const std::string bytes = readFile(entry.path());
                    QVERIFY2(bytes.find("weights_sha256") == std::string::npos && bytes.find("aaaaaaaaaa") == std::string::npos, entry.path().c_str());
                }
        // Nor do names, captions and headings tell: only what a person wrote is there, and which images belong together.
        QVERIFY(fs::exists(at("barefolder/000001.png")));
        QVERIFY(fs::exists(at("barefolder/000007-b-bold-b-quoted.png")));
        const Json bare = readJsonFile(at("barefolder/index.json"))["items"];
        QCOMPARE(bare[4]["group"], Json({{"kind", "ladder"}, {"id", "2"}, {"row", ""}, {"column", ""}}));
        QCOMPARE(bare[6]["caption"].get<std::string>(), m_gallery.items[6]->caption);
        for (const char* file : {"bare/index.html", "barefolder/index.csv", "barefolder/index.json"})
            for (const char* told : {"seed", "step"})
                QVERIFY2(!text(file).contains(told), told);
        run(ExportFormat::Folder, "withrecipes");
        QVERIFY(readPngText(at("withrecipes/000001-1-step-seed-0-star.png")).contains("potstill"));
        // A sheet tells of all that it shows, or nothing.
        run(ExportFormat::Sheet, "bare.png", options);
        QVERIFY(readPngText(at("bare.png")).empty());
        run(ExportFormat::Sheet, "telling.png");
        const auto told = readPngText(at("telling.png"));
        QVERIFY2(told.at("parameters").find("Seed: 0 / 1") != std::string::npos && told.at("parameters").find("Model: sprites") != std::string::npos,
                 told.at("parameters").c_str());
        QCOMPARE(Json::parse(told.at("potstill")).at("images").size(), m_gallery.items.size());
    }
    void theFolderHasBothIndexes()
    {
        run(ExportFormat::Folder, "folder");
        const Json index = readJsonFile(at("folder/index.json"));
        QCOMPARE(index["items"].size(), std::size_t(7));
        QCOMPARE(index["items"][6]["caption"].get<std::string>(), m_gallery.items[6]->caption);
        QCOMPARE(index["items"][6]["recipe"], m_gallery.items[6]->recipe);
        for (const Json& item : index["items"])
            QVERIFY(fs::exists(at("folder") / item["file"].get<std::string>()));
        const QStringList lines = text("folder/index.csv").split("\r\n");
        QCOMPARE(lines.size(), 9);
        QCOMPARE(lines[0].split(',').size(), 18);
        QVERIFY2(lines[7].contains("\"<b>bold</b> & \"\"quoted\"\"\""), qPrintable(lines[7]));
        QCOMPARE(csvField("plain"), std::string("plain"));
        QCOMPARE(csvField("a,\"b\"\n"), std::string("\"a,\"\"b\"\"\n\""));
    }
    void sheetsHaveTheSizeOfTheirPaper()
    {
        ExportOptions options;
        options.columns = 2;
        options.dpi = 100;
        options.pageWidthMm = 50.8;
        options.pageHeightMm = 76.2;
        options.marginMm = 2.54;
        options.gapMm = 2.54;
        options.captions = false;
        const ExportResult result = run(ExportFormat::Sheet, "sheet.png", options);
        // 45.72 mm between the margins: two columns of 21.59 mm = 85 pixels; 71.12 mm: three rows of them and their gaps are too much by 1.27 mm... so two.
        QCOMPARE(result.files.size(), std::size_t(2));
        const Image first = readImageFile(result.files[0]);
        QCOMPARE(first.width, 200);
        QCOMPARE(first.height, 300);
        QCOMPARE(QImage(QString::fromStdString(result.files[0].string())).dotsPerMeterX(), 3937);
        // 8 pixels go ten times into 85: 80, with 2 pixels of room before them, at the margin of 10.
        const Image source = readImage(m_gallery, *m_gallery.items[0]);
        for (const int corner : {0, 79})
            QCOMPARE(first.row(12 + corner)[3 * (12 + corner)], source.row(corner / 10)[3 * (corner / 10)]);
        QCOMPARE(int(first.row(5)[3 * 5]), 255);
        options.columns = 100;
        QVERIFY_THROWS_EXCEPTION(Error, run(ExportFormat::Sheet, "narrow.png", options));
    }
    void largeImagesAreAveragedDown()
    {
        Image checks(4, 4, 1);
        for (int i = 0; i < 16; ++i)
            checks.pixels[std::size_t(i)] = (i + i / 4) % 2 ? 200 : 100;
        const Image small = fitted(checks, 2, 3);
        QCOMPARE(small.width, 2);
        QCOMPARE(small.height, 2);
        for (const std::uint8_t p : small.pixels)
            QCOMPARE(int(p), 150);
    }
    void animationsNeedOneSize()
    {
        ExportOptions options;
        options.magnify = 2;
        QCOMPARE(run(ExportFormat::Gif, "a.gif", options).written, std::int64_t(7));
        QVERIFY(readFile(at("a.gif")).starts_with("GIF89a"));
        run(ExportFormat::WebP, "a.webp", options);
        QCOMPARE(readFile(at("a.webp")).substr(8, 4), std::string("WEBP"));
        GalleryItem other = sampleItem(1);
        other.image = picture(1, 4, 4);
        fill(m_gallery, {other});
        QVERIFY_THROWS_EXCEPTION(Error, run(ExportFormat::Gif, "b.gif", options));
        QVERIFY(!fs::exists(at("b.gif")));
    }
    void videoIsLeftToFfmpeg()
    {
        const QByteArray path = qgetenv("PATH");
        const auto restored = qScopeGuard([&] { qputenv("PATH", path); });
        qputenv("PATH", m_dir.path().toUtf8());
        try {
            run(ExportFormat::Mp4, "a.mp4");
            QFAIL("no ffmpeg, and no word of it");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Unsupported && QString(e.what()).contains("ffmpeg"));
        }
        // A stand-in that keeps what it is given.
        const auto standIn = [&](const std::string& body) {
            QFile script(m_dir.filePath("ffmpeg"));
            QVERIFY(script.open(QIODevice::WriteOnly));
            script.write(QByteArray::fromStdString("#!/bin/sh\nPATH=/usr/bin:/bin\n" + body));
            script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        };
        standIn("for last; do :; done\ncat > \"$last\"\n");
        ExportOptions options;
        options.magnify = 2;
        options.frameMs = 100;
        options.lastFrameMs = 300;
        QCOMPARE(run(ExportFormat::Mp4, "a.mp4", options).written, std::int64_t(7));
        QCOMPARE(fs::file_size(at("a.mp4")), std::uintmax_t((6 + 3) * 16 * 16 * 3));
        standIn("echo 'no such codec' >&2\nexit 1\n");
        try {
            run(ExportFormat::Mp4, "b.mp4", options);
            QFAIL("a failing ffmpeg was not noticed");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("b.mp4"), e.what());
        }
        QVERIFY(!fs::exists(at("b.mp4")));
    }
    void anyExportGoesIntoAZip_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("inside");
        QTest::newRow("html") << int(ExportFormat::Html) << "z/index.html";
        QTest::newRow("folder") << int(ExportFormat::Folder) << "z/index.csv";
        QTest::newRow("figure") << int(ExportFormat::Figure) << "z/z.svg";
        QTest::newRow("gif") << int(ExportFormat::Gif) << "z/z.gif";
    }
    void anyExportGoesIntoAZip()
    {
        QFETCH(int, format);
        QFETCH(QString, inside);
        const std::string name = "zip-" + exportFormatName(ExportFormat(format)) + "/z.zip";
        QVERIFY(run(ExportFormat(format), name).complete);
        const std::string zip = readFile(at(name));
        QVERIFY(zip.starts_with("PK"));
        QVERIFY(zip.find(inside.toStdString()) != std::string::npos);
        QCOMPARE(filesIn(at(name).parent_path()), 1);
    }
    void vanishedImagesAreLeftOutAndTold()
    {
        fs::remove(m_gallery.folder / m_gallery.items[2]->file);
        writeFileAtomically(m_gallery.folder / m_gallery.items[4]->file, "not a PNG");
        for (const ExportFormat format : exportFormats()) {
            if (format == ExportFormat::Mp4)
                continue;
            const ExportResult result = run(format, "hole/" + exportFormatName(format) + exportFileEnding(format));
            QVERIFY(result.complete);
            QCOMPARE(result.written, std::int64_t(5));
            QCOMPARE(result.missing.size(), std::size_t(2));
            QVERIFY(QString::fromStdString(result.missing[0]).contains(QString::fromStdString(m_gallery.items[2]->file)));
        }
    }
    void aStoppedExportLeavesNothing()
    {
        for (const ExportFormat format : exportFormats()) {
            if (format == ExportFormat::Mp4)
                continue;
            for (const std::string& ending : {exportFileEnding(format), std::string(".zip")}) {
                RunControl control;
                StopAfter observer(control, 1);
                const ExportResult result = exportGallery(m_gallery, format, {}, at("stopped") / ("x" + ending), control, observer);
                QVERIFY(!result.complete);
                QCOMPARE(filesIn(at("stopped")), 0);
            }
        }
    }
    void whatIsThereIsNotOverwritten()
    {
        fs::create_directories(at("full"));
        writeFileAtomically(at("full/thesis.txt"), "mine");
        QVERIFY_THROWS_EXCEPTION(Error, run(ExportFormat::Html, "full"));
        QCOMPARE(filesIn(at("full")), 1);
        fs::create_directories(at("empty"));
        QVERIFY(run(ExportFormat::Html, "empty").complete);
        m_gallery.items.clear();
        QVERIFY_THROWS_EXCEPTION(Error, run(ExportFormat::Folder, "none"));
    }
    void badTextIsMadeHarmless()
    {
        QCOMPARE(htmlText("a<b>&\"c\""), std::string("a&lt;b&gt;&amp;&quot;c&quot;"));
        QCOMPARE(htmlText("\x01\xff"), std::string("\xef\xbf\xbd\xef\xbf\xbd"));
        QCOMPARE(htmlText("\xed\xa0\x80"), std::string("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"));  // half a surrogate pair
        QCOMPARE(htmlText("ä蒸🥃"), std::string("ä蒸🥃"));
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
