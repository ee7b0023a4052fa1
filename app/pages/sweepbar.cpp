#include "app/pages/sweepbar.h"

#include "app/pages/warningtexts.h"
#include "engine/jobs/jobs.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace potstill {

SweepBar::SweepBar(QWidget* parent) : QWidget(parent)
{
    m_text = new QLineEdit;
    m_text->setObjectName("configure.sweep");
    m_text->setAccessibleName(tr("Sweep"));
    m_text->setPlaceholderText(tr("Sweep, for example seed=0,1,2 imagine_flash.srl=true,false"));
    m_text->setClearButtonEnabled(true);
    m_count = new QLabel;
    m_count->setObjectName("configure.sweepCount");
    m_count->setProperty("role", "caption");
    m_add = new QPushButton(icon("queue"), tr("Add to queue"));
    m_add->setObjectName("configure.addToQueue");
    m_add->setToolTip(tr("It starts when the runs before it are over"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    row->addWidget(m_add);
    connect(m_text, &QLineEdit::textChanged, this, &SweepBar::read);
    connect(m_text, &QLineEdit::returnPressed, m_add, &QPushButton::click);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT addRequested(m_sweep); });
    read();
}

void SweepBar::setReady(bool ready)
{
    m_isReady = ready;
    m_add->setEnabled(m_isReady && m_isRight);
}

void SweepBar::read()
{
    m_isRight = true;
    m_text->setToolTip(tr("Settings and their values: every combination becomes a run. Values are parted by commas, those of lists by |."));
    try {
        m_sweep = sweepFromText(m_text->text().toStdString(), runSchema());
        QueueEntry entry;
        entry.sweep = m_sweep;
        m_count->setText(m_sweep.empty() ? QString() : tr("%n run(s)", nullptr, int(entry.count())));
        m_count->setToolTip({});
    } catch (const Error& e) {
        m_isRight = false;
        m_count->setText(tr("cannot be read"));
        const QString why = WarningTexts::sentenceOfLine(QString::fromStdString(e.line()));
        m_count->setToolTip(why);
        m_text->setToolTip(why);
    }
    m_count->setProperty("role", m_isRight ? "caption" : "danger");
    repolish(m_count);
    setReady(m_isReady);
}

}  // namespace potstill
