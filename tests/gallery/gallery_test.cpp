#include "engine/core/error.h"
#include "engine/gallery/gallery.h"
#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"
#include "engine/io/runtrash.h"
#include "tests/gallery/samples.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

class GalleryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    fs::path at(const std::string& name) const { return fs::path(m_dir.path().toStdString()) / name; }

    /// The message with which a gallery.json of this content is refused; "" when it is not.
    std::string refusal(const std::string& content)
    {
        const fs::path folder = at("refused");
        fs::create_directories(folder);
        writeFileAtomically(folder / "gallery.json", content);
        std::string message;
        try {
            loadGallery(folder);
        } catch (const Error& e) {
            message = e.code() == ErrorCode::BadFile ? e.what() : "another code: " + std::string(e.what());
        }
        if (readFile(folder / "gallery.json") != content)
            message = "the file was touched";
        return message;
    }

private Q_SLOTS:
    void whatIsSavedComesBack()
    {
        Gallery gallery = createGallery(at("project"), "Grüne Sterne");
        QCOMPARE(gallery.folder.filename().string(), std::string("gr-ne-sterne"));
        std::vector<GalleryItem> items = ladder(2);
        items[0].caption = "two\nlines, \"quoted\" – 蒸留器";
        items[0].tags = {"best", "paper"};
        fill(gallery, items);
        const Gallery read = loadGallery(gallery.folder);
        QCOMPARE(read.title, gallery.title);
        QCOMPARE(read.items.size(), std::size_t(6));
        for (std::size_t i = 0; i < 6; ++i) {
            QVERIFY(*read.items[i] == *gallery.items[i]);
            QVERIFY(!read.items[i]->added.empty());
            QVERIFY(readImage(read, *read.items[i]) == *items[i].image);
            QCOMPARE(Json::parse(readPngText(gallery.folder / read.items[i]->file)["potstill"]), items[i].recipe);
        }
        QCOMPARE(read.items[4]->column, std::string("2 steps"));
        QVERIFY(read.items[4]->groupKind == GroupKind::Ladder);
    }
    void theSameImageIsStoredOnce()
    {
        Gallery gallery = createGallery(at("project"), "once");
        fill(gallery, {sampleItem(1), sampleItem(1), sampleItem(2)});
        QCOMPARE(std::distance(fs::directory_iterator(gallery.folder / "images"), fs::directory_iterator()), std::ptrdiff_t(2));
    }
    void namesAreNotTakenTwice()
    {
        const Gallery first = createGallery(at("names"), "Best"), second = createGallery(at("names"), "best!"), third = createGallery(at("names"), "蒸留");
        QCOMPARE(first.folder.filename().string(), std::string("best"));
        QCOMPARE(second.folder.filename().string(), std::string("best-2"));
        QCOMPARE(third.folder.filename().string(), std::string("gallery"));
        QCOMPARE(galleriesOf(at("names")).size(), std::size_t(3));
        QVERIFY(galleriesOf(at("nowhere")).empty());
    }
    void trashIsAWayBack()
    {
        Gallery gallery = createGallery(at("trash"), "gone");
        fill(gallery, {sampleItem(1)});
        RunTrash trash(at("trash"));
        trash.put(gallery.folder);
        QVERIFY(galleriesOf(at("trash")).empty());
        // A later session knows where it belongs.
        QCOMPARE(trash.items().at(0).original, gallery.folder);
        trash.restore(trash.items().at(0));
        QCOMPARE(galleriesOf(at("trash")), std::vector<fs::path>{gallery.folder});
        QVERIFY(*loadGallery(gallery.folder).items.at(0) == *gallery.items.at(0));
        const TrashedItem again = trash.put(gallery.folder);
        createGallery(at("trash"), "gone");
        QVERIFY_THROWS_EXCEPTION(Error, trash.restore(again));
    }
    void badFilesAreNamedWithTheirField_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("field");
        QTest::newRow("no JSON") << "{"
                                 << "gallery.json";
        QTest::newRow("a list") << "[]"
                                << "an object";
        QTest::newRow("no version") << R"({"title": "a", "items": []})"
                                    << "'version'";
        QTest::newRow("newer") << R"({"version": 2, "title": "a", "items": []})"
                               << "newer";
        QTest::newRow("no title") << R"({"version": 1, "items": []})"
                                  << "'title'";
        QTest::newRow("items") << R"({"version": 1, "title": "a", "items": {}})"
                               << "'items'";
        QTest::newRow("item") << R"({"version": 1, "title": "a", "items": [3]})"
                              << "'items[0]'";
        QTest::newRow("no file") << R"({"version": 1, "title": "a", "items": [{"file": "a.png"}, {}]})"
                                 << "'items[1].file'";
        QTest::newRow("outside") << R"({"version": 1, "title": "a", "items": [{"file": "../a.png"}]})"
                                 << "'items[0].file'";
        QTest::newRow("absolute") << R"({"version": 1, "title": "a", "items": [{"file": "/etc/a.png"}]})"
                                  << "'items[0].file'";
        QTest::newRow("caption") << R"({"version": 1, "title": "a", "items": [{"file": "a.png", "caption": 3}]})"
                                 << "'items[0].caption'";
        QTest::newRow("tags") << R"({"version": 1, "title": "a", "items": [{"file": "a.png", "tags": ["a", 1]}]})"
                              << "'items[0].tags'";
        QTest::newRow("recipe") << R"({"version": 1, "title": "a", "items": [{"file": "a.png", "recipe": []}]})"
                                << "'items[0].recipe'";
        QTest::newRow("group") << R"({"version": 1, "title": "a", "items": [{"file": "a.png", "group": {"kind": "heap"}}]})"
                               << "'items[0].group.kind'";
    }
    void badFilesAreNamedWithTheirField()
    {
        QFETCH(QString, content);
        QFETCH(QString, field);
        const QString message = QString::fromStdString(refusal(content.toStdString()));
        QVERIFY2(message.contains(field) && message.contains("gallery.json"), qPrintable(message));
    }
    void unstoredImagesAreNotSaved()
    {
        Gallery gallery = createGallery(at("project"), "unstored");
        gallery.items.push_back(std::make_shared<const GalleryItem>(sampleItem(1)));
        QVERIFY_THROWS_EXCEPTION(Error, saveGallery(gallery));
        QVERIFY(loadGallery(gallery.folder).items.empty());
    }
    void oldImagesThatNobodyNamesAreRemoved()
    {
        Gallery gallery = createGallery(at("project"), "unused");
        fill(gallery, {sampleItem(1), sampleItem(2), sampleItem(3)});
        const fs::path old = gallery.folder / gallery.items[0]->file, fresh = gallery.folder / gallery.items[1]->file, kept = gallery.folder / gallery.items[2]->file;
        gallery.items.erase(gallery.items.begin(), gallery.items.begin() + 2);
        for (const fs::path& file : {old, kept})
            fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(48));
        removeUnusedImages(gallery);
        QVERIFY(!fs::exists(old));
        QVERIFY(fs::exists(fresh));
        QVERIFY(fs::exists(kept));
    }
    void aFolderOfSamplesIsReadInItsOrder()
    {
        const fs::path folder = at("samples");
        fs::create_directories(folder);
        Json images = Json::array();
        for (int i : {4, 2, 0}) {
            const std::string name = fmt::format("{}.png", i);
            writePng(folder / name, *picture(i), {{"potstill", R"({"seed": 9})"}});
            images.push_back({{"seed", i}, {"file", name}, {"row", i / 2}, {"column", i % 2}});
        }
        const Gallery bare = galleryFromFolder(folder);
        QCOMPARE(bare.items.at(0)->file, std::string("0.png"));
        QCOMPARE(bare.items.at(0)->recipe["seed"].get<int>(), 9);
        writeFileAtomically(folder / "index.json", Json({{"columns", {"1 step", "2 steps"}}, {"rows", {"a", "b", "c"}}, {"images", images}}).dump());
        const Gallery listed = galleryFromFolder(folder);
        QCOMPARE(listed.title, std::string("samples"));
        QCOMPARE(listed.items.at(0)->file, std::string("4.png"));
        QCOMPARE(listed.items.at(0)->row, std::string("c"));
        QCOMPARE(listed.items.at(0)->column, std::string("1 step"));
        QCOMPARE(listed.items.at(0)->recipe, Json({{"seed", 4}}));
        fs::create_directories(at("empty"));
        QVERIFY_THROWS_EXCEPTION(Error, galleryFromFolder(at("empty")));
    }
    void captionsSayWhatIsKnown()
    {
        GalleryItem item = sampleItem(4);
        QCOMPARE(displayCaption(item), std::string("star · 2 steps · seed 4"));
        item.row = "seed 4";
        item.column = "2 steps";
        QCOMPARE(displayCaption(item), std::string("2 steps · seed 4"));
        item.caption = "mine";
        QCOMPARE(displayCaption(item), std::string("mine"));
        QCOMPARE(displayCaption({}), std::string());
    }
};

QTEST_GUILESS_MAIN(GalleryTest)
#include "gallery_test.moc"
