#include "app/pages/pairbars.h"
#include "widgets/theme.h"

#include <QFontMetrics>
#include <QtTest>

#include <set>
#include <utility>
#include <vector>

using namespace potstill;

namespace {

ComparisonDefinition twoSystems(const std::string& first, const std::string& second)
{
    ComparisonDefinition definition;
    definition.systems.resize(2);
    definition.systems[0].name = first;
    definition.systems[1].name = second;
    return definition;
}

std::vector<PairResult> oneResult()
{
    PairResult result;
    result.first = 0;
    result.second = 1;
    result.counted = {10, 10, 10, 10};
    result.share.value = 0.5;
    result.share.low = 0.3;
    result.share.high = 0.7;
    return {result};
}

std::set<QRgb> coloursOf(const QImage& image, const QRect& part)
{
    std::set<QRgb> found;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            found.insert(image.pixel(x, y));
    return found;
}

}  // namespace

class PairBarsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void longNamesLeaveRoomForOneAnotherAndTheSentence()
    {
        PairBars bars;
        bars.setResults(twoSystems(std::string(200, 'M'), std::string(200, 'W')), oneResult(), {0, 1});
        bars.resize(320, bars.sizeHint().height());
        const QImage image = bars.grab().toImage();
        const int line = QFontMetrics(Theme::instance().font(FontSize::Body)).height();
        QCOMPARE(coloursOf(image, QRect(154, 0, 12, line)).size(), std::size_t(1));  // between the names
        QVERIFY(coloursOf(image, QRect(0, line, 320, line)).size() > 1);             // the sentence below them
    }
    void tiesAndBothBadAreHatched()
    {
        PairBars bars;
        bars.setResults(twoSystems("A", "B"), oneResult(), {0, 1});
        bars.resize(400, bars.sizeHint().height());
        const QImage image = bars.grab().toImage();
        const int top = 2 * QFontMetrics(Theme::instance().font(FontSize::Body)).height() + 4;
        // The upper edge of each quarter, above its label.
        const auto colours = [&](int quarter) { return coloursOf(image, QRect(100 * quarter + 4, top, 90, 3)).size(); };
        QCOMPARE(colours(0), std::size_t(1));
        QVERIFY(colours(1) > 1);
        QVERIFY(colours(2) > 1);
        QCOMPARE(colours(3), std::size_t(1));
    }
    void eachSideHasTheColourOfItsRun()
    {
        PairBars bars;
        const auto sides = [&](const std::vector<int>& colors) {
            bars.setResults(twoSystems("A", "B"), oneResult(), colors);
            bars.resize(400, bars.sizeHint().height());
            const QImage image = bars.grab().toImage();
            const int top = 2 * QFontMetrics(Theme::instance().font(FontSize::Body)).height() + 5;
            return std::pair(image.pixelColor(10, top), image.pixelColor(390, top));
        };
        const Theme& theme = Theme::instance();
        const auto [first, second] = sides({4, 2});
        QCOMPARE(first, theme.seriesColor(4));
        QCOMPARE(second, theme.seriesColor(2));
        // Two systems of one run: its colour, and a paler one.
        const auto [own, paler] = sides({4, 4 + Theme::kSeriesCount});
        QCOMPARE(own, theme.seriesColor(4));
        QVERIFY(paler != own);
    }
};

QTEST_MAIN(PairBarsTest)
#include "pairbars_test.moc"
