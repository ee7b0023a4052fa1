#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QObject>

#include <atomic>

class QApplication;

namespace potstill {

enum class ThemeChoice { System, Light, Dark };

/// The colours of one theme. Text on its ground has a contrast of at least 4.5:1 (tests/widgets/theme_test.cpp).
struct ThemeColors {
    QColor page;   ///< ground of the window
    QColor panel;  ///< docks, cards, fields, menus
    QColor text;
    QColor secondary;  ///< captions, units, axis labels
    QColor disabled;
    QColor line;        ///< hairlines
    QColor hover;       ///< ground of a row or flat button under the mouse
    QColor selection;   ///< ground of selected rows, accent at low strength
    QColor accent;      ///< the one accent: primary button, focus ring, selection frame
    QColor accentText;  ///< text on the accent
    QColor success;
    QColor warning;
    QColor danger;
    QColor mat;  ///< under images: mid grey at 18 %
};

enum class FontSize { Caption, Body, Title };

/// The theme in force. Widgets that paint for themselves read it while painting and update on changed().
class Theme final : public QObject {
    Q_OBJECT
public:
    static constexpr int kSeriesCount = 7;

    static Theme& instance();
    static const ThemeColors& colorsOf(bool dark);
    static QColor seriesColorOf(bool dark, int index);

    bool isDark() const { return m_dark; }
    ThemeChoice choice() const { return m_choice; }
    double fontScale() const { return m_fontScale; }
    const ThemeColors& colors() const { return colorsOf(m_dark); }
    /// Okabe-Ito, tuned for the theme; any index >= 0.
    QColor seriesColor(int index) const { return seriesColorOf(m_dark, index); }
    /// Second cue for a series, in pen widths; empty = solid. Differs between series of equal colour.
    static QList<qreal> seriesDashes(int index);

    /// Caption 0.85, body 1.0, title 1.35 (semi-bold) of the platform's font times the font scale.
    QFont font(FontSize size) const;
    /// The same with digits of equal width, for tables and meters.
    QFont tabularFont(FontSize size = FontSize::Body) const;

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    friend void applyTheme(QApplication& app, ThemeChoice choice, double fontScale);
    friend void setSystemIsDark(QApplication& app, bool isDark);

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
    bool m_systemIsDark = false;
    std::atomic<double> m_fontScale = 1;  // read by threads that draw for files
    QFont m_baseFont;
    bool m_hasBaseFont = false;
};

/// Sets style, palette, style sheet and font of the whole program; may be called again at any time.
///
/// Dynamic properties that the style sheet knows: button "primary" = true (one a page), button "flat" = true or QToolButton (no frame until hovered),
/// "danger" = true, label "role" = "title" | "caption" | "secondary" | "danger" | "warning" | "success", widget "ground" = "panel" | "page".
/// After changing one on a shown widget call repolish().
void applyTheme(QApplication& app, ThemeChoice choice, double fontScale = 1.0);
/// What "as the system" means from now on; before the first call the palette of the platform decides.
void setSystemIsDark(QApplication& app, bool isDark);
/// Lets the style sheet look at the widget's properties again.
void repolish(QWidget* widget);
/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);
/// `top` with its alpha over an opaque `ground`.
QColor blended(const QColor& ground, const QColor& top, double alpha);

}  // namespace potstill
