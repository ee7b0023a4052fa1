#include "app/pages/strengthplot.h"

#include "widgets/accessible.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

constexpr int kRow = 32, kAxis = 24;

}  // namespace

StrengthPlot::StrengthPlot(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Nothing to show yet"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StrengthPlot::setFit(const ComparisonDefinition& definition, const DavidsonFit& fit, const BootstrapFit& bootstrap, const std::vector<int>& colors)
{
    m_lines.clear();
    if (fit.status == FitStatus::Ok)
        for (std::size_t i = 0; i < definition.systems.size(); ++i)
            m_lines.push_back({QString::fromStdString(definition.systems[i].name), eloFromTheta(fit.theta[i]), eloFromTheta(fit.low[i]), eloFromTheta(fit.high[i]), colors.at(i),
                               bootstrap.status == FitStatus::Ok ? std::optional(std::pair(eloFromTheta(bootstrap.low[i]), eloFromTheta(bootstrap.high[i]))) : std::nullopt});
    std::sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) { return a.value > b.value; });
    QStringList spoken;
    for (const Line& l : m_lines) {
        spoken.append(tr("%1: %2 points, between %3 and %4").arg(l.name).arg(l.value, 0, 'f', 0).arg(l.low, 0, 'f', 0).arg(l.high, 0, 'f', 0));
        if (l.bootstrap)
            spoken.back() += tr("; by the bootstrap between %1 and %2").arg(l.bootstrap->first, 0, 'f', 0).arg(l.bootstrap->second, 0, 'f', 0);
    }
    setAccessibleDescription(spoken.join("; "));
    setToolTip(spoken.join('\n'));
    updateGeometry();
    update();
}

QSize StrengthPlot::sizeHint() const { return {480, int(m_lines.size()) * kRow + kAxis}; }

void StrengthPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, size(), m_lines, Theme::instance().isDark());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect());
}

ChartPaper StrengthPlot::paper(const QSize& size) const
{
    ChartPaper paper;
    paper.title = accessibleName();
    paper.size = {size.width(), sizeHint().height()};
    paper.paint = [lines = m_lines, page = paper.size](QPainter& painter) { paint(painter, page, lines, false); };
    paper.csv = [lines = m_lines] {
        QByteArray out("system,elo,low,high,bootstrap_low,bootstrap_high\n");
        for (const Line& l : lines) {
            out += csvField(l.name) + ',' + csvNumber(l.value) + ',' + csvNumber(l.low) + ',' + csvNumber(l.high) + ',';
            out += l.bootstrap ? csvNumber(l.bootstrap->first) + ',' + csvNumber(l.bootstrap->second) + '\n' : QByteArray(",\n");
        }
        return out;
    };
    return paper;
}

void StrengthPlot::paint(QPainter& painter, const QSizeF& size, const std::vector<Line>& lines, bool isDark)
{
    if (lines.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors& colors = Theme::colorsOf(isDark);
    painter.setFont(Theme::instance().tabularFont());
    const QFontMetrics metrics(painter.font());
    double low = 1000, high = 1000;
    double names = 0;
    for (const Line& l : lines) {
        low = std::min(low, l.low);
        high = std::max(high, l.high);
        names = std::max(names, double(metrics.horizontalAdvance(l.name)));
    }
    const double step = std::max(10.0, std::pow(10, std::floor(std::log10(high - low + 1))) / 2);
    low = std::floor(low / step) * step;
    high = std::ceil(high / step) * step + step / 4;
    const double left = std::min(names + 16, std::floor(size.width() / 2));
    const QRectF area(left, 0, size.width() - left - 24, size.height() - kAxis);
    const auto at = [&](double elo) { return area.left() + area.width() * (elo - low) / (high - low); };
    for (double elo = low; elo <= high; elo += step) {
        painter.setPen(colors.line);
        painter.drawLine(QPointF(at(elo), area.top()), QPointF(at(elo), area.bottom()));
        painter.setPen(colors.secondary);
        painter.drawText(QRectF(at(elo) - 40, area.bottom() + 4, 80, kAxis - 4), Qt::AlignCenter, QString::number(elo, 'f', 0));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& l = lines[i];
        const double y = kRow * (double(i) + 0.5);
        painter.setPen(colors.text);
        painter.drawText(QRectF(0, y - kRow / 2.0, area.left() - 12, kRow), int(Qt::AlignRight) | int(Qt::AlignVCenter),
                         metrics.elidedText(l.name, Qt::ElideRight, int(area.left()) - 12));
        const QColor color = Theme::seriesColorOf(isDark, l.color);
        painter.setPen(QPen(color, 2));
        painter.drawLine(QPointF(at(l.low), y), QPointF(at(l.high), y));
        painter.setBrush(color);
        painter.drawEllipse(QPointF(at(l.value), y), 4, 4);
    }
}

}  // namespace potstill
