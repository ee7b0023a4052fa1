#include "widgets/heatmap.h"
#include "widgets/theme.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

class HeatMapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void largerValuesAreStrongerAndMissingOnesAreBlank()
    {
        HeatMap map;
        map.resize(400, 300);
        map.setData({"low", "high"}, {{0, {0.01, 1.0}}, {50, {0.01, std::nan("")}}, {100, {0.01, 1.0}}});
        QCOMPARE(map.range(), (std::pair<double, double>(0.01, 1.0)));
        const QImage image = map.grab().toImage();
        const double scale = image.devicePixelRatio();
        const auto at = [&](double x, double y) { return image.pixelColor(int(x * scale), int(y * scale)); };
        // The plot's middle third belongs to the column at 50; row 1 is above row 0.
        const QColor strong = at(150, 90), weak = at(150, 200), blank = at(320, 90);
        QVERIFY2(contrastRatio(strong, Qt::white) > contrastRatio(weak, Qt::white) + 1, qPrintable(strong.name() + weak.name()));
        QCOMPARE(blank, Theme::instance().colors().page);
    }
    void theCursorMovesByKeysAndTellsItsValue()
    {
        HeatMap map;
        map.resize(400, 300);
        map.setData({"t = 0.1", "t = 0.9"}, {{0, {0.5, 1.0}}, {100, {0.25, 2.0}}});
        QVERIFY(map.readOut().isEmpty());
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Up);
        QVERIFY2(map.readOut().contains("t = 0.9") && map.readOut().contains("2"), qPrintable(map.readOut()));
        QCOMPARE(map.accessibleDescription(), map.readOut());
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(&map, Qt::Key_Right);
            QTest::keyClick(&map, Qt::Key_Up);
        }
        map.setData({"t = 0.1"}, {{0, {0.5}}});  // fewer cells than the cursor's
        QVERIFY(map.readOut().contains("t = 0.1"));
        map.clear();
        QVERIFY(map.readOut().isEmpty());
    }
    void itIsSavedLightWithItsValues()
    {
        applyTheme(*qApp, ThemeChoice::Dark);
        HeatMap map;
        map.setAccessibleName("Loss by noise level");
        map.setTitles("Seen (images)", "Noise level", "Loss");
        map.setData({"t 0.1", "t 0.9, late"}, {{0, {0.01, 1.0}}, {50, {0.02, std::nan("")}}, {100, {0.01, 1.0}}});
        const ChartPaper paper = map.paper();
        map.clear();  // it is a copy
        QCOMPARE(paper.csv(), QByteArray("x,t 0.1,\"t 0.9, late\"\n0,0.01,1\n50,0.02,\n100,0.01,1\n"));
        const QImage image = paper.toImage(1);
        QCOMPARE(image.pixelColor(1, 699), QColor(Qt::white));
        // Row 1, above, is the accent of the light theme; row 0 nearly its ground.
        QVERIFY2(contrastRatio(image.pixelColor(200, 150), Qt::white) > 4, qPrintable(image.pixelColor(200, 150).name()));
        QVERIFY2(contrastRatio(image.pixelColor(200, 500), Qt::white) < 1.5, qPrintable(image.pixelColor(200, 500).name()));
        const QByteArray svg = paper.toSvg();
        QVERIFY(svg.contains("<image") && svg.contains("Noise level") && svg.contains("Seen (images)"));
        QVERIFY(paper.toPng().startsWith("\x89PNG") && paper.toPdf().startsWith("%PDF-"));
        QVERIFY(!map.paper().toImage(1).isNull());  // nothing to show is a picture too
        applyTheme(*qApp, ThemeChoice::Light);
    }
    void emptyAndFlatDataArePainted()
    {
        HeatMap map;
        map.resize(300, 200);
        map.setEmptyText("Nothing yet");
        QVERIFY(!map.grab().isNull());
        map.setData({"a"}, {{5, {1.0}}});
        QVERIFY(!map.grab().isNull());
        map.setData({"a"}, {{5, {0.0}}, {6, {std::nan("")}}});
        QVERIFY(!map.grab().isNull());
    }
};

QTEST_MAIN(HeatMapTest)
#include "heatmap_test.moc"
