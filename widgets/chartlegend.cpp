#include "widgets/chartlegend.h"

#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QPainter>

namespace potstill {

LegendEntry::LegendEntry(const QString& id, QWidget* parent) : QAbstractButton(parent), m_id(id)
{
    setObjectName(QStringLiteral("legend.") + id);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void LegendEntry::setLine(const QString& name, const QPen& pen)
{
    setText(name);
    setAccessibleName(tr("Show %1").arg(name));
    setToolTip(tr("Show or hide %1").arg(name));
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
    painter.setPen(pen);
    painter.drawLine(QPointF(6, height() / 2.0), QPointF(32, height() / 2.0));
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
