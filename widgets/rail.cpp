#include "widgets/rail.h"

#include "widgets/accessible.h"
#include "widgets/icon.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace potstill {

class RailButton final : public QAbstractButton {
public:
    RailButton(const QString& iconName, const QString& text, QWidget* parent) : QAbstractButton(parent), m_iconName(iconName)
    {
        setText(text);
        setAccessibleName(text);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }
    void setBadge(const QString& badge)
    {
        m_badge = badge;
        setAccessibleDescription(badge);
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::instance().font(FontSize::Caption));
        return {std::max(68, metrics.horizontalAdvance(text()) + 16), 20 + 4 + metrics.height() + 18};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        const ThemeColors& c = theme.colors();
        QPainter painter(this);
        const QRectF ground = QRectF(rect()).adjusted(4, 1, -4, -1);
        if (isChecked())
            drawRounded(painter, ground, c.selection, {});
        else if (isEnabled() && underMouse())
            drawRounded(painter, ground, c.hover, {});
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            drawFocusRing(painter, ground);
        if (isChecked())
            drawRounded(painter, QRectF(0, ground.top() + 10, 3, ground.height() - 20), c.accent, {}, 0, 1.5);
        const QFontMetrics metrics(theme.font(FontSize::Caption));
        const int top = (height() - 20 - 4 - metrics.height()) / 2;
        const QRect iconRect((width() - 20) / 2, top, 20, 20);
        potstill::icon(m_iconName, isChecked() ? IconTone::Accent : IconTone::Secondary).paint(&painter, iconRect, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        painter.setFont(theme.font(FontSize::Caption));
        painter.setPen(!isEnabled() ? c.disabled : isChecked() ? c.text : c.secondary);
        painter.drawText(QRect(0, top + 24, width(), metrics.height()), Qt::AlignCenter, metrics.elidedText(text(), Qt::ElideRight, width() - 6));
        if (!m_badge.isEmpty()) {
            const int badgeWidth = std::max(metrics.height(), metrics.horizontalAdvance(m_badge) + 8);
            const QRectF badge(iconRect.right() + 1, iconRect.top() - 4, badgeWidth, metrics.height());
            drawRounded(painter, badge, c.accent, {}, 0, badge.height() / 2);
            painter.setPen(c.accentText);
            painter.drawText(badge, Qt::AlignCenter, m_badge);
        }
    }

private:
    QString m_iconName;
    QString m_badge;
};

Rail::Rail(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    m_layout->setContentsMargins(0, 8, 1, 8);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (RailButton* button : m_buttons)
            button->updateGeometry();
        update();
    });
}

int Rail::addPage(const QString& iconName, const QString& text)
{
    const int index = count();
    auto* button = new RailButton(iconName, text, this);
    button->setCheckable(true);
    button->setAutoExclusive(true);  // assistive technology tells one of several from a switch by this
    button->setObjectName(QStringLiteral("rail.%1").arg(iconName));
    button->setToolTip(text);
    m_layout->insertWidget(index, button);
    m_group->addButton(button, index);
    m_buttons.append(button);
    if (index == 0) {
        const QSignalBlocker blocker(m_group);
        button->setChecked(true);
    }
    return index;
}

QAbstractButton* Rail::addFootButton(const QString& iconName, const QString& text)
{
    auto* button = new RailButton(iconName, text, this);
    button->setObjectName(QStringLiteral("rail.%1").arg(iconName));
    button->setToolTip(text);
    m_layout->addWidget(button);
    return button;
}

QAbstractButton* Rail::pageButton(int index) const { return m_buttons.at(index); }

QString Rail::pageText(int index) const { return m_buttons.at(index)->text(); }

void Rail::setPageEnabled(int index, bool enabled) { m_buttons.at(index)->setEnabled(enabled); }

void Rail::setBadge(int index, const QString& text) { m_buttons.at(index)->setBadge(text); }

int Rail::currentIndex() const { return m_group->checkedId(); }

void Rail::setCurrentIndex(int index)
{
    if (index >= 0 && index < count())
        m_buttons.at(index)->setChecked(true);
}

void Rail::paintEvent(QPaintEvent*)
{
    const ThemeColors& c = Theme::instance().colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.page);
    drawVerticalLine(painter, width() - hairline(painter), 0, height(), c.line);
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (int index = currentIndex() + step; index >= 0 && index < count(); index += step)
        if (m_buttons.at(index)->isEnabled()) {
            setCurrentIndex(index);
            m_buttons.at(index)->setFocus(Qt::TabFocusReason);
            return;
        }
}

}  // namespace potstill
