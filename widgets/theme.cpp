#include "widgets/theme.h"

#include "widgets/studiostyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPalette>
#include <QPixmapCache>
#include <QStyle>
#include <QWidget>

#include <array>
#include <cmath>

namespace potstill {
namespace {

ThemeColors lightColors()
{
    ThemeColors c;
    c.page = QColor(0xF7, 0xF6, 0xF4);
    c.panel = QColor(0xFF, 0xFF, 0xFF);
    c.text = QColor(0x20, 0x21, 0x24);
    c.secondary = QColor(0x5F, 0x63, 0x68);
    c.disabled = QColor(0xA6, 0xA6, 0xA4);
    c.line = QColor(0xDE, 0xDC, 0xD8);
    c.accent = QColor(0xA6, 0x5A, 0x28);
    c.accentText = QColor(0xFF, 0xFF, 0xFF);
    c.success = QColor(0x1B, 0x70, 0x40);
    c.warning = QColor(0x82, 0x56, 0x00);
    c.danger = QColor(0xB3, 0x26, 0x1E);
    c.hover = QColor(0xEF, 0xED, 0xE9);
    c.selection = QColor(0xF3, 0xE4, 0xD9);
    c.mat = blended(c.panel, QColor(0x80, 0x80, 0x80), 0.18);
    return c;
}

ThemeColors darkColors()
{
    ThemeColors c;
    c.page = QColor(0x1B, 0x1C, 0x1E);
    c.panel = QColor(0x24, 0x26, 0x29);
    c.text = QColor(0xE8, 0xE6, 0xE3);
    c.secondary = QColor(0x9A, 0xA0, 0xA6);
    c.disabled = QColor(0x62, 0x66, 0x6B);
    c.line = QColor(0x36, 0x39, 0x3D);
    c.accent = QColor(0xE0, 0x8A, 0x4F);
    c.accentText = QColor(0x1B, 0x1C, 0x1E);
    c.success = QColor(0x6C, 0xC3, 0x8E);
    c.warning = QColor(0xE3, 0xB3, 0x41);
    c.danger = QColor(0xF2, 0x8B, 0x82);
    c.hover = QColor(0x2C, 0x2F, 0x33);
    c.selection = QColor(0x43, 0x35, 0x2B);
    c.mat = blended(c.panel, QColor(0x80, 0x80, 0x80), 0.18);
    return c;
}

double relativeLuminance(const QColor& color)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QPalette paletteOf(const ThemeColors& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.page);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, blended(c.panel, c.hover, 0.5));
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.secondary);
    p.setColor(QPalette::Button, c.panel);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.accentText);
    p.setColor(QPalette::ToolTipBase, c.panel);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.panel);
    p.setColor(QPalette::Midlight, c.hover);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.line);
    p.setColor(QPalette::Shadow, c.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, c.disabled);
    p.setColor(QPalette::Disabled, QPalette::Base, c.page);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.hover);
    return p;
}

QString fontSizeRule(const QFont& font)
{
    return font.pointSizeF() > 0 ? QStringLiteral("font-size: %1pt;").arg(font.pointSizeF(), 0, 'f', 2) : QStringLiteral("font-size: %1px;").arg(font.pixelSize());
}

// Only what a proxy style cannot say: roles of labels and grounds of plain widgets.
QString styleSheetOf(const ThemeColors& c, const Theme& theme)
{
    const QString caption = fontSizeRule(theme.font(FontSize::Caption));
    QString sheet;
    sheet += QStringLiteral("QLabel[role=\"title\"] { %1 font-weight: 600; }").arg(fontSizeRule(theme.font(FontSize::Title)));
    sheet += QStringLiteral("QLabel[role=\"caption\"] { %1 color: %2; }").arg(caption, c.secondary.name());
    sheet += QStringLiteral("QLabel[role=\"secondary\"] { color: %1; }").arg(c.secondary.name());
    sheet += QStringLiteral("QLabel[role=\"danger\"] { %1 color: %2; }").arg(caption, c.danger.name());
    sheet += QStringLiteral("QLabel[role=\"warning\"] { %1 color: %2; }").arg(caption, c.warning.name());
    sheet += QStringLiteral("QLabel[role=\"success\"] { %1 color: %2; }").arg(caption, c.success.name());
    sheet += QStringLiteral("QWidget[ground=\"panel\"] { background-color: %1; }").arg(c.panel.name());
    sheet += QStringLiteral("QWidget[ground=\"page\"] { background-color: %1; }").arg(c.page.name());
    return sheet;
}

}  // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

const ThemeColors& Theme::colorsOf(bool dark)
{
    static const ThemeColors light = lightColors();
    static const ThemeColors night = darkColors();
    return dark ? night : light;
}

QColor Theme::seriesColorOf(bool dark, int index)
{
    // Blue, vermilion, green, purple, sky, orange, grey: darkened on white and lightened on dark, so that a thin line keeps 3:1.
    static const std::array<QColor, kSeriesCount> light = {QColor(0x00, 0x72, 0xB2), QColor(0xC7, 0x52, 0x00), QColor(0x00, 0x86, 0x62), QColor(0xB2, 0x5A, 0x8C),
                                                           QColor(0x2F, 0x8C, 0xC4), QColor(0xA8, 0x71, 0x00), QColor(0x55, 0x58, 0x5C)};
    static const std::array<QColor, kSeriesCount> night = {QColor(0x4F, 0x9F, 0xE0), QColor(0xEE, 0x7F, 0x45), QColor(0x35, 0xBF, 0x96), QColor(0xDF, 0x95, 0xBF),
                                                           QColor(0x95, 0xD2, 0xF5), QColor(0xE6, 0xB2, 0x4E), QColor(0xC4, 0xC2, 0xBE)};
    return (dark ? night : light)[std::size_t(std::max(index, 0) % kSeriesCount)];
}

QList<qreal> Theme::seriesDashes(int index)
{
    static const QList<QList<qreal>> patterns = {{}, {6, 2.5}, {2, 2}, {8, 2.5, 2, 2.5}, {4, 2}, {10, 3}, {1, 2.5}};
    const int i = std::max(index, 0);
    return patterns[(i + i / kSeriesCount) % kSeriesCount];
}

QFont Theme::font(FontSize size) const
{
    QFont font = m_hasBaseFont ? m_baseFont : QApplication::font();
    const double factor = (size == FontSize::Caption ? 0.85 : size == FontSize::Title ? 1.35 : 1.0) * m_fontScale;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, int(std::lround(font.pixelSize() * factor))));
    if (size == FontSize::Title)
        font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::tabularFont(FontSize size) const
{
    const QFont font = this->font(size);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(QLatin1Char('0'));
    bool isEven = true;
    for (char digit = '1'; digit <= '9'; ++digit)
        isEven = isEven && std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - width) < 0.05;
    if (isEven)
        return font;
    // Qt 6.4 cannot ask a font for its tabular digits; the fixed-pitch font has them anyway.
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF());
    else
        fixed.setPixelSize(font.pixelSize());
    fixed.setWeight(font.weight());
    return fixed;
}

void applyTheme(QApplication& app, ThemeChoice choice, double fontScale)
{
    Theme& theme = Theme::instance();
    if (!theme.m_hasBaseFont) {
        theme.m_baseFont = app.font();
        theme.m_hasBaseFont = true;
        theme.m_systemIsDark = app.palette().color(QPalette::Window).lightnessF() < 0.5;
    }
    theme.m_choice = choice;
    theme.m_dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && theme.m_systemIsDark);
    theme.m_fontScale = std::clamp(fontScale, 0.5, 3.0);

    static bool styleIsSet = false;
    if (!styleIsSet) {
        app.setStyle(new StudioStyle);
        styleIsSet = true;
    }
    QPixmapCache::clear();
    app.setPalette(paletteOf(theme.colors()));
    app.setFont(theme.font(FontSize::Body));
    app.setStyleSheet(styleSheetOf(theme.colors(), theme));
    Q_EMIT theme.changed();
}

void setSystemIsDark(QApplication& app, bool isDark)
{
    Theme& theme = Theme::instance();
    theme.m_systemIsDark = isDark;
    if (theme.m_hasBaseFont && theme.m_choice == ThemeChoice::System && theme.m_dark != isDark)
        applyTheme(app, ThemeChoice::System, theme.m_fontScale);
}

void repolish(QWidget* widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = relativeLuminance(a);
    const double lb = relativeLuminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor blended(const QColor& ground, const QColor& top, double alpha)
{
    const auto mix = [alpha](float g, float t) { return float(g + (t - g) * alpha); };
    return QColor::fromRgbF(mix(ground.redF(), top.redF()), mix(ground.greenF(), top.greenF()), mix(ground.blueF(), top.blueF()));
}

}  // namespace potstill
