#include "widgets/sectioncard.h"

#include "widgets/elidedlabel.h"
#include "widgets/icon.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace potstill {

SectionCard::SectionCard(const QString& title, QWidget* parent)
    : QFrame(parent),
      m_header(new QWidget(this)),
      m_icon(new QLabel(m_header)),
      m_title(new QLabel(title, m_header)),
      m_summary(new ElidedLabel(m_header)),
      m_issueIcon(new QLabel(m_header)),
      m_issues(new QLabel(m_header)),
      m_chevron(new QToolButton(m_header)),
      m_layout(new QVBoxLayout(this))
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_layout->setContentsMargins(16, 8, 12, 8);
    m_layout->setSpacing(0);
    auto* header = new QHBoxLayout(m_header);
    header->setContentsMargins(0, 0, 0, 0);
    header->setSpacing(8);
    QFont font = Theme::instance().font(FontSize::Body);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_summary->setProperty("role", "secondary");
    m_summary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_issues->setProperty("role", "danger");
    m_chevron->setAutoRaise(true);
    m_chevron->setObjectName(QStringLiteral("unfold"));
    header->addWidget(m_icon);
    header->addSpacing(4);
    header->addWidget(m_title);
    header->addSpacing(8);
    header->addWidget(m_summary, 1);
    header->addWidget(m_issueIcon);
    header->addWidget(m_issues);
    header->addWidget(m_chevron);
    m_layout->addWidget(m_header);
    m_header->setCursor(Qt::PointingHandCursor);
    m_header->installEventFilter(this);
    m_issueIcon->hide();
    m_issues->hide();
    m_icon->hide();
    connect(m_chevron, &QToolButton::clicked, this, [this] { setUnfolded(!m_unfolded); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        QFont bold = Theme::instance().font(FontSize::Body);
        bold.setWeight(QFont::DemiBold);
        m_title->setFont(bold);
        refresh();
    });
    refresh();
}

void SectionCard::setTitle(const QString& title)
{
    m_title->setText(title);
    refresh();
}

QString SectionCard::title() const { return m_title->text(); }

void SectionCard::setIconName(const QString& name)
{
    m_iconName = name;
    refresh();
}

void SectionCard::setSummary(const QString& summary)
{
    m_summary->setText(summary);
    refresh();
}

QString SectionCard::summary() const { return m_summary->text(); }

void SectionCard::setIssueCount(int errors, int warnings)
{
    m_errors = errors;
    m_warnings = warnings;
    refresh();
}

void SectionCard::setContent(QWidget* content)
{
    delete m_content;
    m_content = content;
    m_layout->addSpacing(0);
    m_layout->addWidget(content);
    content->setContentsMargins(0, 12, 0, 8);
    content->setVisible(m_unfolded);
}

void SectionCard::setUnfolded(bool unfolded)
{
    if (m_unfolded == unfolded)
        return;
    m_unfolded = unfolded;
    if (m_content)
        m_content->setVisible(unfolded);
    refresh();
    Q_EMIT unfoldedChanged(unfolded);
}

void SectionCard::refresh()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(icon(m_iconName, IconTone::Secondary).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_chevron->setIcon(icon(m_unfolded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), IconTone::Secondary));
    m_chevron->setAccessibleName(m_unfolded ? tr("Fold %1").arg(title()) : tr("Unfold %1").arg(title()));
    m_chevron->setToolTip(m_chevron->accessibleName());
    const int shown = m_errors > 0 ? m_errors : m_warnings;
    const bool isError = m_errors > 0;
    m_issues->setVisible(shown > 0);
    m_issueIcon->setVisible(shown > 0);
    if (shown > 0) {
        m_issues->setText(isError ? (shown == 1 ? tr("1 problem") : tr("%1 problems").arg(shown)) : shown == 1 ? tr("1 warning") : tr("%1 warnings").arg(shown));
        m_issues->setProperty("role", isError ? "danger" : "warning");
        repolish(m_issues);
        const QIcon sign = icon(isError ? QStringLiteral("error") : QStringLiteral("warning"), isError ? IconTone::Danger : IconTone::Warning);
        m_issueIcon->setPixmap(sign.pixmap(QSize(16, 16), devicePixelRatioF()));
    }
    setAccessibleName(title());
    setAccessibleDescription(shown > 0 ? QStringLiteral("%1. %2").arg(summary(), m_issues->text()) : summary());
    update();
}

void SectionCard::paintEvent(QPaintEvent*)
{
    const ThemeColors& c = Theme::instance().colors();
    QPainter painter(this);
    drawRounded(painter, rect(), c.panel, c.line);
}

void SectionCard::keyPressEvent(QKeyEvent* event)
{
    if (m_chevron->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        setUnfolded(!m_unfolded);
        return;
    }
    QFrame::keyPressEvent(event);
}

bool SectionCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_header && event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        setUnfolded(!m_unfolded);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace potstill
