#include "app/pages/pairbars.h"

#include "widgets/accessible.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QPainter>

#include <array>

namespace potstill {

namespace {

constexpr int kBarHeight = 22, kGap = 8, kBetweenNames = 16;

}  // namespace

PairBars::PairBars(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Nothing to show yet"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PairBars::setResults(const ComparisonDefinition& definition, const std::vector<PairResult>& pairs, const std::vector<int>& colors)
{
    m_bars.clear();
    QStringList spoken;
    for (const PairResult& p : pairs) {
        const auto name = [&](int s) { return QString::fromStdString(definition.systems.at(std::size_t(s)).name); };
        const auto color = [&](int s) { return colors.at(std::size_t(s)); };
        m_bars.push_back({name(p.first), name(p.second), p.counted, p.share, color(p.first), color(p.second)});
        spoken.append(tr("%1 beside %2: %3 wins, %4 ties, %5 losses, %6 both bad")
                          .arg(name(p.first), name(p.second))
                          .arg(p.counted.wins)
                          .arg(p.counted.ties)
                          .arg(p.counted.losses)
                          .arg(p.counted.bothBad));
    }
    setAccessibleDescription(spoken.join("; "));
    setToolTip(spoken.join('\n'));
    updateGeometry();
    update();
}

int PairBars::rowHeight() { return QFontMetrics(Theme::instance().font(FontSize::Body)).height() * 2 + 4 + kBarHeight + 2 * kGap; }
QSize PairBars::sizeHint() const { return {480, int(m_bars.size()) * rowHeight()}; }
QSize PairBars::minimumSizeHint() const { return {240, int(m_bars.size()) * rowHeight()}; }

void PairBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, width(), m_bars, Theme::instance().isDark());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect());
}

ChartPaper PairBars::paper(const QSize& size) const
{
    ChartPaper paper;
    paper.title = accessibleName();
    paper.size = {size.width(), sizeHint().height()};
    paper.paint = [bars = m_bars, width = paper.size.width()](QPainter& painter) { paint(painter, width, bars, false); };
    paper.csv = [bars = m_bars] {
        QByteArray out("first,second,wins,ties,losses,both_bad,share,share_low,share_high\n");
        for (const Bar& b : bars) {
            out += csvField(b.first) + ',' + csvField(b.second);
            for (const std::int64_t count : {b.counts.wins, b.counts.ties, b.counts.losses, b.counts.bothBad})
                out += ',' + QByteArray::number(qint64(count));
            for (const double share : {b.share.value, b.share.low, b.share.high})
                out += ',' + (b.counts.wins + b.counts.losses > 0 ? csvNumber(share) : QByteArray());
            out += '\n';
        }
        return out;
    };
    return paper;
}

void PairBars::paint(QPainter& painter, int width, const std::vector<Bar>& bars, bool isDark)
{
    const ThemeColors& colors = Theme::colorsOf(isDark);
    painter.setFont(Theme::instance().font(FontSize::Body));
    const QFontMetrics metrics(painter.font());
    int y = 0;
    for (const Bar& bar : bars) {
        const QRect names(0, y, width, metrics.height());
        const int half = (width - kBetweenNames) / 2;
        painter.setPen(colors.text);
        painter.drawText(names, Qt::AlignLeft, metrics.elidedText(bar.first, Qt::ElideMiddle, half));
        painter.drawText(names, Qt::AlignRight, metrics.elidedText(bar.second, Qt::ElideMiddle, half));
        painter.setPen(colors.secondary);
        if (bar.counts.wins + bar.counts.losses > 0)
            painter.drawText(names.translated(0, metrics.height()), Qt::AlignLeft,
                             metrics.elidedText(tr("%1 % of the untied votes, between %2 % and %3 %")
                                                    .arg(100 * bar.share.value, 0, 'f', 0)
                                                    .arg(100 * bar.share.low, 0, 'f', 0)
                                                    .arg(100 * bar.share.high, 0, 'f', 0),
                                                Qt::ElideRight, width));
        const QRectF place(0, y + 2 * metrics.height() + 4, width, kBarHeight);
        const auto total = double(bar.counts.total());
        double x = 0;
        struct Part {
            std::int64_t count;
            QColor color;
            Qt::BrushStyle hatch;
            QString label;
        };
        const QColor first = Theme::seriesColorOf(isDark, bar.firstColor);
        QColor second = Theme::seriesColorOf(isDark, bar.secondColor);
        if (second == first)  // two systems of one run
            second = blended(colors.panel, first, 0.55);
        const std::array<Part, 4> parts = {{{bar.counts.wins, first, Qt::NoBrush, QString::number(bar.counts.wins)},
                                            {bar.counts.ties, colors.line, Qt::BDiagPattern, tr("ties: %1").arg(bar.counts.ties)},
                                            {bar.counts.bothBad, colors.disabled, Qt::DiagCrossPattern, tr("both bad: %1").arg(bar.counts.bothBad)},
                                            {bar.counts.losses, second, Qt::NoBrush, QString::number(bar.counts.losses)}}};
        if (total == 0)
            painter.fillRect(place, colors.line);
        for (const auto& [count, color, hatch, label] : parts) {
            if (count == 0)
                continue;
            const QRectF part(x, place.top(), place.width() * double(count) / total, place.height());
            painter.fillRect(part.adjusted(0, 0, -1, 0), color);
            const QColor ink = contrastRatio(color, Qt::white) > contrastRatio(color, Qt::black) ? Qt::white : Qt::black;
            const QString text = metrics.horizontalAdvance(label) + 8 < part.width() ? label : QString::number(count);
            const int textWidth = metrics.horizontalAdvance(text) + 8;
            if (hatch != Qt::NoBrush) {
                QColor lines = ink;
                lines.setAlphaF(0.45F);
                painter.fillRect(part.adjusted(0, 0, -1, 0), QBrush(lines, hatch));
                // Letters on lines are hard to read.
                if (textWidth < part.width())
                    painter.fillRect(QRectF(part.center().x() - textWidth / 2.0, part.top() + 3, textWidth, part.height() - 6), color);
            }
            painter.setPen(ink);
            if (textWidth - 4 < part.width())
                painter.drawText(part, Qt::AlignCenter, text);
            x = part.right();
        }
        y += rowHeight();
    }
}

}  // namespace potstill
