#include "app/pages/configurepage.h"

#include "app/pages/sweepbar.h"
#include "app/window/modelchoice.h"
#include "widgets/optionform.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

// What the page shows instead of the draft: a run that was started, an entry of the queue.
namespace potstill {

QWidget* ConfigurePage::buildGuestLine()
{
    m_guestLine = new QWidget;
    m_guestText = new QLabel;
    m_guestText->setObjectName("configure.guest");
    m_guestText->setWordWrap(true);
    m_guestAction = new QPushButton(tr("Clone and edit"));
    m_guestAction->setObjectName("configure.guestAction");
    m_guestAction->setProperty("primary", true);
    m_guestAction->setToolTip(tr("Edit these settings as a new run"));
    auto* leave = new QPushButton(tr("Back to the draft"));
    leave->setObjectName("configure.showDraft");
    leave->setToolTip(tr("The settings that were being set up before"));
    auto* row = new QHBoxLayout(m_guestLine);
    row->setContentsMargins(24, 12, 24, 0);
    row->setSpacing(8);
    row->addWidget(m_guestText, 1);
    row->addWidget(m_guestAction);
    row->addWidget(leave);
    m_guestLine->hide();
    connect(leave, &QPushButton::clicked, this, &ConfigurePage::showDraft);
    connect(m_guestAction, &QPushButton::clicked, this, [this] {
        if (m_shown == Shown::Started) {
            cloneShown();
            return;
        }
        saveQueued();
    });
    return m_guestLine;
}

bool ConfigurePage::showStarted(const Json& document, const QString& runName)
{
    if (hasErrors(checkAgainstSchema(document, runSchema())))
        return false;
    showGuest(Shown::Started, {document, {}, {}}, tr("These are the settings of %1. It has been started, so they cannot be changed.").arg(runName), tr("Clone and edit"));
    m_guestAction->setToolTip(tr("Edit these settings as a new run"));
    return true;
}

void ConfigurePage::editQueued(const QueueEntry& entry, const QString& originName)
{
    QString text = tr("This run waits in the queue.");
    if (!entry.sweep.empty())
        text = tr("These runs wait in the queue. They differ in %1.").arg(QString::fromStdString(textFromSweep(entry.sweep)));
    showGuest(Shown::Queued, {entry.document, originOf(entry.branchOf), originName}, text, tr("Save to the queue"));
    m_guestAction->setToolTip(tr("Takes the place of what waits there"));
    m_queued = entry;
}

void ConfigurePage::saveQueued()
{
    m_queued.document = keptDocument();
    m_queued.branchOf = storedOrigin();
    Q_EMIT queuedSaved(m_queued);
}

void ConfigurePage::setShown(Shown shown)
{
    m_shown = shown;
    m_guestUndo.clear();
    // What cannot be changed can still be read: cards and "More" unfold.
    const bool isReadOnly = shown == Shown::Started;
    for (OptionForm* form : {m_dataForm, m_networkForm, m_diffusionForm, m_flashForm, m_trainingForm}) {
        form->setUndoStack(undoStack());
        form->setReadOnly(isReadOnly);
    }
    for (QAbstractButton* kind : m_kind->buttons())
        kind->setEnabled(!isReadOnly);
    for (QWidget* w : std::initializer_list<QWidget*>{m_preset, m_teacher, m_originLine})
        w->setEnabled(!isReadOnly);
    m_guestLine->setVisible(shown != Shown::Draft);
    Q_EMIT undoStackChanged();
}

void ConfigurePage::showGuest(Shown shown, const State& guest, const QString& text, const QString& action)
{
    showDraft();
    keepDraft();
    m_draft = state();
    m_draftLeft = std::exchange(m_left, {});
    m_draftChoice = std::exchange(m_choice, std::nullopt);
    m_guestText->setText(text);
    m_guestAction->setText(action);
    setShown(shown);
    put({merged(defaultsOf(runSchema()), guest.document), guest.origin, guest.originName});
    validate();
}

void ConfigurePage::showDraft()
{
    if (isDraftShown())
        return;
    keepDraft();
    m_left = std::exchange(m_draftLeft, {});
    m_choice = std::exchange(m_draftChoice, std::nullopt);
    setShown(Shown::Draft);
    put(m_draft);
    takeTeachersData();
    validate();
}

void ConfigurePage::cloneShown()
{
    const State shown = state();
    showDraft();
    changeTo(tr("change of all settings"), shown);
}

void ConfigurePage::takeAsDraft(const QueueEntry& entry, const QString& originName)
{
    showDraft();
    changeTo(tr("change of all settings"), {merged(defaultsOf(runSchema()), entry.document), originOf(entry.branchOf), originName});
}

}  // namespace potstill
