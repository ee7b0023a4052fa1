#include "engine/core/error.h"
#include "engine/imaging/imagefile.h"
#include "engine/imaging/recipechunks.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;

namespace {

Image plain(int size, std::uint8_t value)
{
    Image image(size, size, 3);
    std::fill(image.pixels.begin(), image.pixels.end(), value);
    return image;
}

}  // namespace

class SheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void magnifiedPixelsAreBlocks()
    {
        Image two(2, 1, 1);
        two.pixels = {5, 9};
        const Image large = magnified(two, 3);
        QCOMPARE(large.width, 6);
        QCOMPARE(large.height, 3);
        for (int y = 0; y < 3; ++y)
            for (int x = 0; x < 6; ++x)
                QCOMPARE(int(large.row(y)[x]), x < 3 ? 5 : 9);
        QVERIFY_THROWS_EXCEPTION(Error, magnified(two, 0));
    }
    void cellsLieRowByRow()
    {
        SheetOptions options;
        options.columns = 3;
        options.gap = 1;
        options.magnify = 2;
        std::vector<Image> cells;
        for (int i = 0; i < 5; ++i)
            cells.push_back(plain(4, static_cast<std::uint8_t>(100 + i)));
        const Image sheet = contactSheet(cells, options);
        QCOMPARE(sheet.width, 1 + 3 * 9);
        QCOMPARE(sheet.height, 1 + 2 * 9);
        for (int i = 0; i < 5; ++i)
            for (const int corner : {0, 7})
                QCOMPARE(int(sheet.row(1 + i / 3 * 9 + corner)[3 * (1 + i % 3 * 9 + corner)]), 100 + i);
        QCOMPARE(sheet.row(0)[0], options.background[0]);
        QCOMPARE(sheet.row(12)[3 * 22 + 1], options.background[1]);  // the sixth place is empty
    }
    void headingsMakeRoomForThemselves()
    {
        SheetOptions options;
        options.columns = 2;
        const std::vector<Image> cells(4, plain(32, 128));
        const Image bare = contactSheet(cells, options);
        options.columnHeadings = {"1 step", "teacher, 50 steps"};
        options.rowHeadings = {"seed 0 \u00b7 heart", "seed 1 \u00b7 star"};
        const Image full = contactSheet(cells, options);
        QVERIFY(full.width > bare.width + 60);
        QVERIFY(full.height > bare.height + 8);
        int inked = 0;
        for (std::size_t i = 0; i < full.pixels.size(); i += 3)
            inked += full.pixels[i] > 180;
        QVERIFY(inked > 50);
    }
    void aSheetTellsHowItsImagesWereMade()
    {
        const std::vector<Json> recipes = {{{"model", "m"}, {"size", 32}, {"seed", 4}, {"steps", 1}}, {{"model", "m"}, {"size", 32}, {"seed", 4}, {"steps", 3}}};
        const auto text = sheetChunks(recipes, {{"warnings", Json::array()}});
        const Json json = Json::parse(text.at("potstill"));
        QVERIFY(json.contains("warnings"));
        // Every recipe can be put together again.
        for (std::size_t i = 0; i < recipes.size(); ++i) {
            Json whole = json.at("shared");
            whole.update(json.at("images").at(i));
            QVERIFY(whole == recipes[i]);
        }
        QVERIFY(!json.at("images").at(0).contains("model"));
        QCOMPARE(text.at("parameters"), std::string("Steps: 1 / 3, Seed: 4, Size: 32x32, Model: m"));
        QVERIFY(sheetChunks({Json::object(), Json::object()}).empty());
        // Of several models each is named.
        const auto two = sheetChunks({{{"weights_sha256", std::string(64, 'a')}, {"size", 32}}, {{"weights_sha256", std::string(64, 'b')}, {"size", 64}}});
        QCOMPARE(two.at("parameters"), std::string("Size: 32x32 / 64x64, Model hash: aaaaaaaaaa / bbbbbbbbbb"));
    }
    void anImageWithoutARecipeKeepsItsPlace()
    {
        const auto text = sheetChunks({{{"model", "m"}, {"seed", 1}}, Json::object(), {{"model", "m"}, {"seed", 2}}});
        const Json json = Json::parse(text.at("potstill"));
        QVERIFY(json.at("shared") == Json({{"model", "m"}}));
        QCOMPARE(json.at("images").size(), std::size_t(3));
        QVERIFY(json.at("images").at(1).is_null());
        QCOMPARE(json.at("images").at(2).at("seed").get<int>(), 2);
    }
    void aSheetOfTenThousandCanBeRead()
    {
        // libpng refuses text chunks of more than 8 MB, and the picture with them.
        std::vector<Json> recipes;
        for (int i = 0; i < 10'000; ++i)
            recipes.push_back({{"model", "m"}, {"seed", i}, {"note", std::string(1000, char('a' + i % 20))}});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("many.png").toStdString();
        writePng(file, plain(8, 200), sheetChunks(recipes));
        const auto text = readPngText(file);
        const Json json = Json::parse(text.at("potstill"));
        QCOMPARE(json.at("shared").at("model").get<std::string>(), std::string("m"));
        QVERIFY(json.at("images").is_string());
        QVERIFY(text.at("parameters").find("Seed: 0 / 1 / 2") != std::string::npos && text.at("parameters").size() < 2000);
        // As many usual ones stay whole.
        for (Json& recipe : recipes)
            recipe.erase("note");
        QCOMPARE(Json::parse(sheetChunks(recipes).at("potstill")).at("images").size(), std::size_t(10'000));
    }
    void anEmptySheetIsRefused() { QVERIFY_THROWS_EXCEPTION(Error, contactSheet({}, {})); }
};

QTEST_GUILESS_MAIN(SheetTest)
#include "sheet_test.moc"
