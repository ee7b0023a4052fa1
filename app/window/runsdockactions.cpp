#include "app/pages/checkpointtexts.h"
#include "app/session/background.h"
#include "app/window/pagekeys.h"
#include "app/window/runlisttexts.h"
#include "app/window/runsdock.h"
#include "widgets/icon.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTreeWidget>

#include <algorithm>

// What a person does with the runs of the list.
namespace potstill {

namespace {

bool canResume(const RunSummary& s)
{
    return s.state == RunState::Interrupted || s.state == RunState::Stopped || s.state == RunState::Paused || s.state == RunState::Draft
           || (s.state == RunState::Failed && s.imagesSeen < s.imagesTotal);
}

}  // namespace

void RunsDock::contextMenu(const QPoint& position)
{
    const QTreeWidgetItem* item = m_tree->itemAt(position);
    const RunSummary* s = item ? summaryOf(item->data(0, kFolderRole).toString()) : nullptr;
    if (!s) {
        showMenu(position, {}, {});
        return;
    }
    const auto show = [this, position, run = RunListTexts::folder(*s)](const std::vector<CheckpointChoice>& checkpoints) { showMenu(position, run, checkpoints); };
    runInBackground<std::vector<CheckpointChoice>>(
        this, [folder = s->folder] { return checkpointChoices(folder); }, show, [show](const QString&) { show({}); });
}

void RunsDock::showMenu(const QPoint& position, const QString& run, const std::vector<CheckpointChoice>& checkpoints)
{
    QMenu menu(this);
    const QTreeWidgetItem* item = m_tree->itemAt(position);
    if (const RunSummary* s = summaryOf(run))
        fillMenu(menu, RunSummary(*s), checkpoints);
    else if (run.isEmpty() && item && item->parent())
        menu.addAction(icon("folder"), item->parent() == m_groups[Data] ? tr("Train a teacher on it") : tr("Open"), this,
                       [this, group = m_tree->indexOfTopLevelItem(item->parent()), id = item->data(0, kEntryRole).toString()] { open(group, id); });
    menu.addSeparator();
    QAction* undo = m_files->undoStack()->createUndoAction(&menu, tr("Undo"));
    undo->setIcon(icon("undo"));
    menu.addAction(undo);
    menu.addAction(icon("folder"), tr("Disk use…"), this, &RunsDock::diskUseRequested);
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

void RunsDock::fillMenu(QMenu& menu, const RunSummary& s, const std::vector<CheckpointChoice>& checkpoints)
{
    const QString folder = RunListTexts::folder(s);
    const QStringList selected = selectedRuns();
    if (selected.size() > 1) {
        menu.addAction(icon("difference"), tr("Compare the settings of %n run(s)", nullptr, int(selected.size())), this,
                       [this, selected] { Q_EMIT differenceRequested(selected); });
        const auto trained = std::count_if(selected.begin(), selected.end(), [this](const QString& run) { return summaryOf(run)->imagesSeen > 0; });
        auto* rate = menu.addAction(icon("rate"), tr("Rate %n run(s) blind", nullptr, int(selected.size())), this, [this, selected] { Q_EMIT runsRatingRequested(selected); });
        rate->setObjectName("runs.rate");
        rate->setEnabled(trained == selected.size());
        menu.addAction(icon("delete"), tr("Move %n run(s) to the trash", nullptr, int(selected.size())), this, &RunsDock::trashSelected);
        return;
    }
    if (canResume(s) && folder != m_active)
        menu.addAction(icon("run"), tr("Resume"), this, [this, folder] { Q_EMIT resumeRequested(folder); });
    if (canExtend(s))
        menu.addAction(icon("run"), tr("Extend…"), this, [this, folder] { Q_EMIT extendRequested(folder); });
    menu.addAction(icon("compare"), tr("Compare"), this, [this, folder] { Q_EMIT compareRequested(folder); });
    menu.addAction(icon("configure"), tr("Show its settings"), this, [this, folder] { Q_EMIT settingsRequested(folder); });
    menu.addAction(icon("copy"), tr("Clone and edit"), this, [this, folder] { Q_EMIT cloneRequested(folder); });
    QMenu* branch = menu.addMenu(icon("branch"), tr("Branch from"));
    branch->setObjectName("runs.branch");
    for (const CheckpointChoice& c : checkpoints) {
        const bool isNewest = &c == &checkpoints.front() && c.bestBy.empty();
        branch->addAction(isNewest ? tr("The newest (%L1 images)").arg(c.images) : checkpointText(c), this,
                          [this, path = QString::fromStdString(c.folder.string())] { Q_EMIT branchRequested(path); });
    }
    branch->setEnabled(!checkpoints.empty());
    menu.addAction(icon("rate"), tr("Rate its checkpoints"), this, [this, folder] { Q_EMIT ratingRequested(folder); })->setEnabled(checkpoints.size() > 1);
    menu.addAction(icon("results"), tr("Evaluate…"), this, [this, folder] { Q_EMIT evaluateRequested(folder); })->setEnabled(!checkpoints.empty());
    menu.addAction(icon("export"), tr("Export model…"), this, [this, folder] { Q_EMIT exportRequested(folder); })->setEnabled(!checkpoints.empty());
    menu.addAction(tr("Copy as a command"), this, [this, folder] { Q_EMIT commandRequested(folder); });
    menu.addSeparator();
    const QString starText = PageKeys::withKeys(s.starred ? tr("Take the star away") : tr("Star"), "runs.star");
    menu.addAction(icon("edit"), tr("Rename (F2)"), this, [this] { m_tree->editItem(m_tree->currentItem(), 0); });
    menu.addAction(icon(s.starred ? "star-filled" : "star"), starText, this, [this, folder, on = !s.starred] { setStarred(folder, on); });
    menu.addAction(tr("Notes…"), this, [this, folder] { Q_EMIT notesRequested(folder); });
    if (folder != m_active && s.state != RunState::Running)
        menu.addAction(icon("delete"), tr("Move to the trash (Del)"), this, &RunsDock::trashSelected);
}

void RunsDock::takeEdit(QTreeWidgetItem* item, int column)
{
    const QString folder = item->data(0, kFolderRole).toString(), name = item->text(0).trimmed();
    const RunSummary* s = summaryOf(folder);
    if (!s || column != 0)
        return;
    if (name.isEmpty() || name == QString::fromStdString(s->name)) {
        Q_EMIT checkedChanged();  // the box, or nothing
        refresh();
        return;
    }
    // A run that was never named has its folder's name; "" gives that back.
    const std::string before = s->name == s->folder.filename().string() ? "" : s->name;
    m_files->setMeta(folder, tr("Rename"), "name", before, name.toStdString());
}

void RunsDock::setStarred(const QString& folder, bool starred) { m_files->setMeta(folder, starred ? tr("Star") : tr("Take the star away"), "starred", !starred, starred); }

void RunsDock::setNotes(const QString& folder, const QString& notes)
{
    if (const RunSummary* s = summaryOf(folder); s && QString::fromStdString(s->notes) != notes)
        m_files->setMeta(folder, tr("Change the notes"), "notes", s->notes, notes.toStdString());
}

void RunsDock::trashSelected()
{
    const QStringList selected = selectedRuns();
    if (selected.contains(m_active) && !m_activeWord.isEmpty())
        Q_EMIT problem(tr("The run that is being trained cannot go to the trash; finish or discard it first."));
    else if (!selected.isEmpty())
        moveToTrash(selected, tr("Move %n run(s) to the trash", nullptr, int(selected.size())));
}

void RunsDock::moveToTrash(const QStringList& paths, const QString& what) { m_files->moveToTrash(paths, what); }
void RunsDock::bringBack(const std::vector<TrashedItem>& items) { m_files->bringBack(items); }

bool RunsDock::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_tree || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) || isEditing())
        return QDockWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isUndo = key->matches(QKeySequence::Undo), isRedo = key->matches(QKeySequence::Redo);
    // While the list has the focus Ctrl+Z is its own, not the window's.
    if (event->type() == QEvent::ShortcutOverride) {
        if (isUndo || isRedo)
            event->accept();
        return isUndo || isRedo;
    }
    const RunSummary* s = summaryOf(currentRun());
    if (isUndo)
        m_files->undoStack()->undo();
    else if (isRedo)
        m_files->undoStack()->redo();
    else if (key->key() == Qt::Key_Delete)
        trashSelected();
    else if (s && PageKeys::matches("runs.star", *key))
        setStarred(currentRun(), !s->starred);
    else
        return QDockWidget::eventFilter(watched, event);
    return true;
}

}  // namespace potstill
