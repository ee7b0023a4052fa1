#include "widgets/meterlabel.h"

#include "widgets/accessible.h"
#include "widgets/linechart.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace potstill {

MeterLabel::MeterLabel(QWidget* parent) : QWidget(parent), m_text(QStringLiteral("–"))
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

MeterLabel::MeterLabel(const QString& caption, const QString& unit, QWidget* parent) : MeterLabel(parent)
{
    m_caption = caption;
    m_unit = unit;
    describe();
}

void MeterLabel::setCaption(const QString& caption)
{
    m_caption = caption;
    describe();
    updateGeometry();
    update();
}

void MeterLabel::setUnit(const QString& unit)
{
    m_unit = unit;
    describe();
    updateGeometry();
    update();
}

void MeterLabel::setValue(double value) { setText(std::isfinite(value) ? siText(value) : QStringLiteral("–")); }

void MeterLabel::setText(const QString& text)
{
    if (text == m_text)
        return;
    const int before = sizeHint().width();
    m_text = text;
    describe();
    if (sizeHint().width() != before)
        updateGeometry();
    update();
}

QSize MeterLabel::sizeHint() const
{
    const QFontMetrics value(Theme::instance().tabularFont());
    const QFontMetrics caption(Theme::instance().font(FontSize::Caption));
    // Room for "888.8 k", so that neighbours stay where they are.
    const int number = std::max(value.horizontalAdvance(m_text), value.horizontalAdvance(QStringLiteral("88.8 k")));
    const int unit = m_unit.isEmpty() ? 0 : 4 + caption.horizontalAdvance(m_unit);
    return {std::max(number + unit, caption.horizontalAdvance(m_caption)) + 2, value.height() + (m_caption.isEmpty() ? 0 : caption.height() + 2)};
}

QSize MeterLabel::minimumSizeHint() const { return sizeHint(); }

void MeterLabel::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const QFont captionFont = theme.font(FontSize::Caption);
    const QFontMetrics caption(captionFont);
    int top = 0;
    if (!m_caption.isEmpty()) {
        painter.setFont(captionFont);
        painter.setPen(theme.colors().secondary);
        painter.drawText(QRect(0, 0, width(), caption.height()), Qt::AlignLeft | Qt::AlignVCenter, m_caption);
        top = caption.height() + 2;
    }
    const QFont valueFont = theme.tabularFont();
    const QFontMetrics value(valueFont);
    painter.setFont(valueFont);
    painter.setPen(isEnabled() ? theme.colors().text : theme.colors().disabled);
    const int baseline = top + value.ascent();
    painter.drawText(0, baseline, m_text);
    if (!m_unit.isEmpty() && m_text != QStringLiteral("–")) {
        painter.setFont(captionFont);
        painter.setPen(theme.colors().secondary);
        painter.drawText(value.horizontalAdvance(m_text) + 4, baseline, m_unit);
    }
}

void MeterLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        update();
}

void MeterLabel::describe()
{
    setAccessibleName(m_caption.isEmpty() ? m_unit : m_caption);
    setAccessibleDescription(m_unit.isEmpty() ? m_text : m_text + QLatin1Char(' ') + m_unit);
}

}  // namespace potstill
