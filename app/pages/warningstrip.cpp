#include "app/pages/warningstrip.h"

#include "app/pages/chartpanel.h"
#include "app/pages/warningtexts.h"
#include "widgets/accessible.h"
#include "widgets/icon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace potstill {

WarningStrip::WarningStrip(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::AlertMessage);
    setObjectName("train.warning");
    m_sign = new QLabel;
    m_sign->setObjectName("train.warningSign");
    m_text = new QLabel;
    m_text->setObjectName("train.warningText");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_cause = new QPushButton(icon("diagnose"), tr("Diagnose"));
    m_cause->setObjectName("train.warningCause");
    m_cause->setToolTip(tr("Opens the curves or pictures that show the cause, at that moment"));
    m_log = new QPushButton(tr("Open the log"));
    m_log->setObjectName("train.warningLog");
    m_log->setToolTip(tr("What the run wrote while it trained"));
    m_close = new QToolButton;
    m_close->setObjectName("train.warningClose");
    m_close->setIcon(icon("close"));
    m_close->setToolTip(tr("Put this message away (Escape)"));
    m_close->setAccessibleName(tr("Put this message away"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 8);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_cause);
    row->addWidget(m_log);
    row->addWidget(m_close);
    hide();
    connect(m_cause, &QPushButton::clicked, this, [this] {
        if (m_warning)
            Q_EMIT causeWanted(*m_warning);
    });
    connect(m_log, &QPushButton::clicked, this, &WarningStrip::logWanted);
    connect(m_close, &QToolButton::clicked, this, &WarningStrip::dismiss);
}

void WarningStrip::clear()
{
    m_warning.reset();
    m_failure.clear();
    m_dismissedFailure.clear();
    m_dismissedWarning.clear();
    refresh();
}

void WarningStrip::setWarning(const RunWarning& warning)
{
    if (warning.text() == m_dismissedWarning || (m_warning && warning.text() == m_warning->text()))
        return;
    m_warning = warning;
    refresh();
}

void WarningStrip::setFailure(const QString& sentence)
{
    if (sentence == m_failure)
        return;
    m_failure = sentence;
    refresh();
}

void WarningStrip::dismiss()
{
    if (isFailureShown()) {
        m_dismissedFailure = m_failure;
    } else if (m_warning) {
        m_dismissedWarning = m_warning->text();
        m_warning.reset();
    }
    refresh();
}

void WarningStrip::refresh()
{
    const bool isFailure = isFailureShown();
    setVisible(isFailure || m_warning);
    if (!isFailure && !m_warning)
        return;
    m_sign->setPixmap((isFailure ? icon("error", IconTone::Danger) : icon("warning", IconTone::Warning)).pixmap(16, 16));
    QString text = isFailure ? tr("This run failed: %1").arg(m_failure) : WarningTexts::sentence(*m_warning);
    if (!isFailure && m_warning->imagesSeen > 0)
        text = tr("At %L1 images: %2").arg(m_warning->imagesSeen).arg(text);
    if (const QString advice = isFailure ? QString() : WarningTexts::advice(*m_warning); !advice.isEmpty())
        text += ' ' + advice;
    m_cause->setVisible(!isFailure && ChartPanel::tabFor(QString::fromStdString(m_warning->code)));
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(isFailure ? tr("Failure") : tr("Warning"));
    setAccessibleDescription(text);
    announceDescription(this);
}

void WarningStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace potstill
