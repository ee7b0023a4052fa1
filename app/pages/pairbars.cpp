#include "app/pages/pairbars.h"

#include "widgets/theme.h"

#include <QPainter>

#include <array>

namespace potstill {

namespace {

constexpr int kBarHeight = 22, kGap = 8;

}  // namespace

PairBars::PairBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PairBars::setResults(const ComparisonDefinition& definition, const std::vector<PairResult>& pairs)
{
    m_bars.clear();
    QStringList spoken;
    for (const PairResult& p : pairs) {
        const auto name = [&](int s) { return QString::fromStdString(definition.systems.at(std::size_t(s)).name); };
        m_bars.push_back({name(p.first), name(p.second), p.counted, p.share});
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

int PairBars::rowHeight() const { return QFontMetrics(Theme::instance().font(FontSize::Body)).height() + 4 + kBarHeight + 2 * kGap; }
QSize PairBars::sizeHint() const { return {480, int(m_bars.size()) * rowHeight()}; }
QSize PairBars::minimumSizeHint() const { return {240, int(m_bars.size()) * rowHeight()}; }

void PairBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = Theme::instance();
    const ThemeColors& colors = theme.colors();
    painter.setFont(theme.font(FontSize::Body));
    const QFontMetrics metrics(painter.font());
    int y = 0;
    for (const Bar& bar : m_bars) {
        const QRect names(0, y, width(), metrics.height());
        painter.setPen(colors.text);
        painter.drawText(names, Qt::AlignLeft, bar.first);
        painter.drawText(names, Qt::AlignRight, bar.second);
        painter.setPen(colors.secondary);
        if (bar.counts.wins + bar.counts.losses > 0)
            painter.drawText(names, Qt::AlignHCenter,
                             tr("%1 % of the untied votes, between %2 % and %3 %")
                                 .arg(100 * bar.share.value, 0, 'f', 0)
                                 .arg(100 * bar.share.low, 0, 'f', 0)
                                 .arg(100 * bar.share.high, 0, 'f', 0));
        const QRectF place(0, y + metrics.height() + 4, width(), kBarHeight);
        const auto total = double(bar.counts.total());
        double x = 0;
        const std::array<std::pair<std::int64_t, QColor>, 4> parts = {
            {{bar.counts.wins, theme.seriesColor(0)}, {bar.counts.ties, colors.line}, {bar.counts.bothBad, colors.disabled}, {bar.counts.losses, theme.seriesColor(1)}}};
        if (total == 0)
            painter.fillRect(place, colors.line);
        for (const auto& [count, color] : parts) {
            if (count == 0)
                continue;
            const QRectF part(x, place.top(), place.width() * double(count) / total, place.height());
            painter.fillRect(part.adjusted(0, 0, -1, 0), color);
            painter.setPen(contrastRatio(color, Qt::white) > contrastRatio(color, Qt::black) ? Qt::white : Qt::black);
            const QString text = QString::number(count);
            if (metrics.horizontalAdvance(text) + 4 < part.width())
                painter.drawText(part, Qt::AlignCenter, text);
            x = part.right();
        }
        y += rowHeight();
    }
}

}  // namespace potstill
