#include "app/window/noticebar.h"

#include "widgets/accessible.h"
#include "widgets/icon.h"
#include "widgets/progressline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace potstill {

NoticeBar::NoticeBar(const QString& name, QWidget* parent) : QFrame(parent)
{
    setAccessibleRole(this, QAccessible::Grouping);
    setAccessibleName(tr("Notice"));
    setObjectName(name);
    setProperty("ground", "panel");
    m_text = new QLabel;
    m_text->setObjectName(name + ".text");
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new ProgressLine;
    m_progress->setObjectName(name + ".progress");
    m_progress->setFixedWidth(220);
    m_button = new QPushButton;
    m_button->setObjectName(name + ".action");
    m_close = new QToolButton;
    m_close->setObjectName(name + ".close");
    m_close->setIcon(icon("close"));
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(m_close->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const std::function<void()> act = m_act;
        if (!m_goesOn)
            hide();
        if (act)
            act();
    });
    hide();
}

void NoticeBar::tell(const QString& text, const QString& action, std::function<void()> act)
{
    put(text, action, std::move(act), false);
    announceDescription(this);
}

void NoticeBar::follow(const QString& text, double progress, const QString& left, const QString& action, std::function<void()> act)
{
    m_progress->setAccessibleName(text);
    m_progress->setProgress(progress);
    m_progress->setText(left);
    put(text, action, std::move(act), true);
}

QString NoticeBar::text() const { return isHidden() ? QString() : m_text->text(); }

void NoticeBar::put(const QString& text, const QString& action, std::function<void()> act, bool goesOn)
{
    m_act = std::move(act);
    m_goesOn = goesOn;
    m_text->setText(text);
    setAccessibleDescription(text);
    m_progress->setVisible(goesOn);
    m_button->setText(action);
    m_button->setToolTip(action);
    m_button->setVisible(!action.isEmpty());
    m_close->setVisible(!goesOn);
    setVisible(true);
}

}  // namespace potstill
