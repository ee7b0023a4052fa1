#include "widgets/progressline.h"

#include "widgets/accessible.h"
#include "widgets/icon.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace potstill {

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::ProgressBar);
    setAccessibleName(tr("Progress"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void ProgressLine::setProgress(double progress)
{
    const double value = std::isfinite(progress) ? std::min(progress, 1.0) : -1.0;
    if (value == m_progress)
        return;
    m_progress = value;
    describe();
    QAccessibleValueChangeEvent event(this, 100 * std::max(0.0, m_progress));
    tellAccessible(event);
    update();
}

void ProgressLine::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    describe();
    updateGeometry();
    update();
}

void ProgressLine::setState(State state)
{
    m_state = state;
    describe();
    update();
}

QSize ProgressLine::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().tabularFont());
    return {160 + (m_text.isEmpty() ? 0 : 16 + metrics.horizontalAdvance(m_text)), m_text.isEmpty() ? 8 : metrics.height() + 4};
}

QSize ProgressLine::minimumSizeHint() const { return {48, sizeHint().height()}; }

void ProgressLine::paintEvent(QPaintEvent*)
{
    const ThemeColors& c = Theme::instance().colors();
    QPainter painter(this);
    const QFont font = Theme::instance().tabularFont();
    const QFontMetrics metrics(font);
    const int textWidth = m_text.isEmpty() ? 0 : std::min(metrics.horizontalAdvance(m_text) + 16, width() / 2);
    // A state is told by an icon and its word in the text, never by colour alone.
    const QString iconName = m_state == State::Paused   ? QStringLiteral("pause")
                             : m_state == State::Failed ? QStringLiteral("error")
                             : m_state == State::Done   ? QStringLiteral("done")
                                                        : QString();
    int left = 0;
    if (!iconName.isEmpty() && height() >= 16) {
        const IconTone tone = m_state == State::Failed ? IconTone::Danger : m_state == State::Done ? IconTone::Success : IconTone::Secondary;
        icon(iconName, tone).paint(&painter, QRect(0, (height() - 16) / 2, 16, 16));
        left = 24;
    }
    const QRectF groove(left, height() / 2.0 - 1.5, width() - textWidth - left, 3);
    drawRounded(painter, groove, blended(c.line, c.secondary, 0.12), {}, 0, 1.5);
    const QColor color = m_state == State::Failed ? c.danger : m_state == State::Done ? c.success : m_state == State::Paused ? c.secondary : c.accent;
    QRectF filled = groove;
    if (m_progress < 0)
        filled = QRectF(groove.left() + groove.width() * 0.42, groove.top(), groove.width() * 0.16, groove.height());
    else
        filled.setWidth(groove.width() * m_progress);
    if (filled.width() > 0)
        drawRounded(painter, filled, color, {}, 0, 1.5);
    if (!m_text.isEmpty()) {
        painter.setFont(font);
        painter.setPen(c.text);
        const QRect textRect(width() - textWidth + 12, 0, textWidth - 12, height());
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, metrics.elidedText(m_text, Qt::ElideRight, textRect.width()));
    }
}

void ProgressLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void ProgressLine::describe()
{
    const QString state = m_state == State::Paused ? tr("paused") : m_state == State::Done ? tr("done") : m_state == State::Failed ? tr("failed") : tr("running");
    const QString share = m_progress < 0 ? tr("unknown") : tr("%1 %").arg(int(std::floor(m_progress * 100)));
    setAccessibleDescription(tr("%1, %2. %3").arg(state, share, m_text));
}

}  // namespace potstill
