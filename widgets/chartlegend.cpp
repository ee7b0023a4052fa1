#include "widgets/chartlegend.h"

#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QPainter>

namespace potstill {

void drawLegendMark(QPainter& painter, const QRectF& place, const SeriesStyle& style, const QPen& pen, const QColor& ground)
{
    painter.save();
    const QPointF centre = place.center();
    if (style.lineShown) {
        painter.setPen(pen);
        painter.drawLine(QPointF(place.left(), centre.y()), QPointF(place.right(), centre.y()));
    } else {
        painter.setPen(style.isReference ? QPen(pen.color(), 2) : QPen(Qt::NoPen));
        painter.setBrush(style.isReference ? ground : pen.color());
        painter.drawEllipse(centre, 3.5, 3.5);
    }
    painter.restore();
}

LegendEntry::LegendEntry(const QString& id, QWidget* parent) : QAbstractButton(parent), m_id(id)
{
    setObjectName(QStringLiteral("legend.") + id);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void LegendEntry::setSeries(const QString& name, const SeriesStyle& style, const QPen& pen)
{
    setText(name);
    setAccessibleName(tr("Show %1").arg(name));
    setToolTip(tr("Show or hide %1").arg(name));
    m_style = style;
    m_pen = pen;
    update();
}

QSize LegendEntry::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(FontSize::Caption));
    return {std::min(metrics.horizontalAdvance(text()), 220) + 46, metrics.height() + 4};
}

void LegendEntry::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const ThemeColors& c = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = underMouse() ? c.hover : c.panel;
    drawRounded(painter, rect(), QColor(ground.red(), ground.green(), ground.blue(), 225), {}, 0, 3);
    QPen pen = m_pen;
    if (!isChecked())
        pen.setColor(c.disabled);
    drawLegendMark(painter, QRectF(6, 0, 26, height()), m_style, pen, c.panel);
    QFont font = theme.font(FontSize::Caption);
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(isChecked() ? c.text : c.disabled);
    const QRectF textRect(40, 0, width() - 42, height());
    painter.drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text(), Qt::ElideRight, int(textRect.width())));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawRounded(painter, rect(), {}, c.accent, 1.5, 3);
}

}  // namespace potstill
