#include "app/window/runlisttexts.h"

#include "app/pages/warningtexts.h"
#include "widgets/icon.h"

namespace potstill {

QString RunListTexts::state(const RunSummary& s)
{
    switch (s.state) {
    case RunState::Draft: return tr("not started");
    case RunState::Running: return tr("running elsewhere");
    case RunState::Interrupted: return tr("interrupted");
    case RunState::Paused: return tr("paused");
    case RunState::Stopped: return tr("stopped");
    case RunState::Finished: return tr("done");
    case RunState::Failed: return tr("failed");
    }
    return {};
}

QIcon RunListTexts::icon(RunState state)
{
    switch (state) {
    case RunState::Running: return potstill::icon("run", IconTone::Accent);
    case RunState::Interrupted: return potstill::icon("interrupted", IconTone::Warning);
    case RunState::Paused: return potstill::icon("pause", IconTone::Secondary);
    case RunState::Finished: return potstill::icon("done", IconTone::Success);
    case RunState::Failed: return potstill::icon("error", IconTone::Danger);
    default: return potstill::icon("stop", IconTone::Secondary);
    }
}

QString RunListTexts::toolTip(const RunSummary& s)
{
    QString text = tr("%1\n%L2 of %L3 images").arg(QString::fromStdString(s.name)).arg(s.imagesSeen).arg(s.imagesTotal);
    if (!s.failure.empty())
        text += '\n' + WarningTexts::sentenceOfLine(QString::fromStdString(s.failure));
    if (!s.notes.empty())
        text += "\n\n" + QString::fromStdString(s.notes);
    return text;
}

QString RunListTexts::toolTip(const LastValue& v)
{
    const QString name = v.figure == "teacher_distance" ? tr("Distance to the teacher") : v.figure == "held_out_loss" ? tr("Held-out loss") : tr("Loss");
    return tr("%1 at %L2 images").arg(name).arg(v.imagesSeen);
}

}  // namespace potstill
