#include "widgets/icon.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace potstill;

namespace {

// The colour that most of what is drawn has.
QColor strongestColor(const QImage& image)
{
    QColor best;
    int alpha = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > alpha) {
                best = image.pixelColor(x, y);
                alpha = best.alpha();
            }
    return best;
}

bool isNear(const QColor& a, const QColor& b) { return std::abs(a.red() - b.red()) < 12 && std::abs(a.green() - b.green()) < 12 && std::abs(a.blue() - b.blue()) < 12; }

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textCanBeReadInBothThemes()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
        for (const bool dark : {false, true}) {
            const ThemeColors& c = Theme::colorsOf(dark);
            for (const QColor& ground : {c.page, c.panel, c.hover, c.selection, c.mat}) {
                QVERIFY2(contrastRatio(c.text, ground) >= 4.5, qPrintable(ground.name()));
            }
            for (const QColor& ground : {c.page, c.panel, c.hover}) {
                for (const QColor& text : {c.secondary, c.success, c.warning, c.danger})
                    QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + QLatin1Char(' ') + ground.name()));
                // Icons and the focus ring are graphics: 3 is asked for.
                QVERIFY(contrastRatio(c.accent, ground) >= 3.0);
            }
            QVERIFY(contrastRatio(c.accentText, c.accent) >= 4.5);
        }
    }
    void curvesStandOutAndDiffer()
    {
        for (const bool dark : {false, true})
            for (int i = 0; i < Theme::kSeriesCount; ++i) {
                QVERIFY2(contrastRatio(Theme::seriesColorOf(dark, i), Theme::colorsOf(dark).panel) >= 3.0, qPrintable(QString::number(i)));
                for (int j = 0; j < i; ++j) {
                    QVERIFY(Theme::seriesColorOf(dark, i) != Theme::seriesColorOf(dark, j));
                    QVERIFY(Theme::seriesDashes(i) != Theme::seriesDashes(j));
                }
            }
        // Series 0 and 7 share a colour, so their dashes must differ.
        QCOMPARE(Theme::seriesColorOf(false, 7), Theme::seriesColorOf(false, 0));
        QVERIFY(Theme::seriesDashes(7) != Theme::seriesDashes(0));
    }
    void changeOfThemeReachesPaletteAndListeners()
    {
        QSignalSpy spy(&Theme::instance(), &Theme::changed);
        applyTheme(*qApp, ThemeChoice::Dark);
        QCOMPARE(spy.size(), 1);
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::colorsOf(true).page);
        applyTheme(*qApp, ThemeChoice::Light, 1.5);
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::colorsOf(false).page);
        const double body = Theme::instance().font(FontSize::Body).pointSizeF();
        const double caption = Theme::instance().font(FontSize::Caption).pointSizeF();
        QVERIFY(std::abs(caption / body - 0.85) < 0.01);
        QVERIFY(std::abs(Theme::instance().font(FontSize::Title).pointSizeF() / body - 1.35) < 0.01);
        applyTheme(*qApp, ThemeChoice::Light);
    }
    void theSystemsWishCountsOnlyWhereItIsAskedFor()
    {
        applyTheme(*qApp, ThemeChoice::System);
        setSystemIsDark(*qApp, true);
        QVERIFY(Theme::instance().isDark());
        setSystemIsDark(*qApp, false);
        QVERIFY(!Theme::instance().isDark());
        applyTheme(*qApp, ThemeChoice::Light);
        setSystemIsDark(*qApp, true);
        QVERIFY(!Theme::instance().isDark());
        applyTheme(*qApp, ThemeChoice::System);
        QVERIFY(Theme::instance().isDark());
        setSystemIsDark(*qApp, false);
    }
    void tabularDigitsHaveOneWidth()
    {
        const QFontMetricsF metrics(Theme::instance().tabularFont());
        for (char digit = '1'; digit <= '9'; ++digit)
            QVERIFY(std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - metrics.horizontalAdvance(QLatin1Char('0'))) < 0.06);
    }
    void everyIconDrawsAndFollowsTheTheme()
    {
        const QStringList needed = QStringLiteral(
                                       "configure train compare rate results gallery run pause stop save sample teacher student dataset queue star search warning "
                                       "error info done interrupted add folder delete undo reset settings help sun moon zoom-in zoom-out fit link chevron-down "
                                       "chevron-up chevron-left chevron-right close menu inspector copy export")
                                       .split(QLatin1Char(' '));
        for (const QString& name : needed)
            QVERIFY2(iconNames().contains(name), qPrintable(name));
        for (const QString& name : iconNames()) {
            for (const bool dark : {false, true}) {
                applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
                const ThemeColors& c = Theme::colorsOf(dark);
                const QIcon drawn = icon(name);
                QVERIFY2(!drawn.isNull(), qPrintable(name));
                for (const int size : {16, 20, 24})
                    QVERIFY2(isNear(strongestColor(drawn.pixmap(size, size).toImage()), c.text), qPrintable(name));
                QVERIFY(isNear(strongestColor(drawn.pixmap(QSize(20, 20), QIcon::Disabled).toImage()), c.disabled));
                QVERIFY(isNear(strongestColor(icon(name, IconTone::Accent).pixmap(20, 20).toImage()), c.accent));
            }
        }
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    }
    void iconsAreSharpAtEveryPixelRatio()
    {
        for (const double ratio : {1.0, 1.25, 2.0}) {
            const QPixmap pixmap = icon(QStringLiteral("add")).pixmap(QSize(20, 20), ratio);
            QCOMPARE(pixmap.width(), int(20 * ratio));
            QCOMPARE(pixmap.devicePixelRatio(), ratio);
        }
    }
    void primaryButtonHasTheAccent()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        QPushButton button(QStringLiteral("Start"));
        button.setProperty("primary", true);
        button.resize(120, 32);
        const QImage image = button.grab().toImage();
        QVERIFY(isNear(image.pixelColor(8, image.height() / 2), Theme::colorsOf(false).accent));
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
