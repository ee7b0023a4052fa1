#include "widgets/emptystate.h"

#include "widgets/accessible.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace potstill {
namespace {

// A large icon that follows theme and pixel ratio while it is shown.
class IconLabel final : public QLabel {
public:
    using QLabel::QLabel;
    void setName(const QString& name)
    {
        m_name = name;
        setFixedSize(name.isEmpty() ? QSize(0, 0) : QSize(40, 40));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_name.isEmpty())
            return;
        QPainter painter(this);
        painter.setOpacity(0.8);
        icon(m_name, IconTone::Secondary).paint(&painter, rect());
    }

private:
    QString m_name;
};

}  // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(this)), m_title(new QLabel(this)), m_text(new QLabel(this)), m_button(new QPushButton(this)), m_secondButton(new QPushButton(this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    m_title->setProperty("role", "title");
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    layout->addWidget(m_title);
    m_text->setProperty("role", "secondary");
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(460);
    m_text->setMinimumWidth(200);
    auto* textLine = new QHBoxLayout;
    textLine->addStretch(1);
    textLine->addWidget(m_text, 8);
    textLine->addStretch(1);
    layout->addLayout(textLine);
    layout->addSpacing(12);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    m_secondButton->setProperty("flat", true);
    buttons->addWidget(m_secondButton);
    m_button->setProperty("primary", true);
    buttons->addWidget(m_button);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(3);
    m_button->setObjectName(QStringLiteral("emptyAction"));
    m_secondButton->setObjectName(QStringLiteral("emptySecondAction"));
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(m_secondButton, &QPushButton::clicked, this, &EmptyState::secondActionTriggered);
    setAction({});
    setSecondAction({});
    setIconName({});
}

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, const QString& action, QWidget* parent) : EmptyState(parent)
{
    setIconName(iconName);
    setTitle(title);
    setText(text);
    setAction(action);
}

void EmptyState::setIconName(const QString& name) { static_cast<IconLabel*>(m_icon)->setName(name); }

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString& text)
{
    m_text->setText(text);
    for (QWidget* w : std::initializer_list<QWidget*>{this, m_button, m_secondButton})
        w->setAccessibleDescription(text);
}

void EmptyState::setAction(const QString& action)
{
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

void EmptyState::setSecondAction(const QString& action)
{
    m_secondButton->setText(action);
    m_secondButton->setVisible(!action.isEmpty());
}

}  // namespace potstill
