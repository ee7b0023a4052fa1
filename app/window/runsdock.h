#pragma once

#include "app/rating/ratingrecords.h"
#include "app/window/projectcontents.h"
#include "app/window/runfiles.h"
#include "engine/io/checkpointchoice.h"

#include <QDockWidget>
#include <QSet>
#include <QTimer>

#include <memory>

class QLineEdit;
class QMenu;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace potstill {

/// What a project holds: teachers and students with their state and last figure, the data that they were trained on, the draft of Configure, comparisons.
/// Read anew on a pool thread every few seconds, so that runs of the command line appear too.
/// F2 renames, Del moves to the trash, S stars, Ctrl+Z undoes; a run's box lays its curves over those of the run that is open.
class RunsDock final : public QDockWidget {
    Q_OBJECT
public:
    /// Work on files that another window leaves behind, with its undo, or its own.
    explicit RunsDock(std::shared_ptr<RunFiles> files = std::make_shared<RunFiles>(), QWidget* parent = nullptr);

    void setProject(const QString& folder);
    void refresh();
    /// Progress of the run that this window is doing; overrides what the folder says.
    void setActiveRun(const QString& folder, const QString& stateWord, double progress);
    QString currentRun() const;
    QStringList selectedRuns() const;
    /// Runs whose box is checked, in order.
    QStringList checkedRuns() const;
    QString nameOf(const QString& folder) const;
    const std::vector<RunSummary>& runs() const { return m_runs; }
    /// Null when it is not in the list.
    const RunSummary* summaryOf(const QString& folder) const;
    /// It came to its end, and more images may follow.
    static bool canExtend(const RunSummary& summary) { return summary.state == RunState::Finished && summary.imagesSeen > 0; }
    void selectRun(const QString& folder);
    /// Those of the ratings, whenever they were read; `decided`: ids of those that their votes decide.
    void setComparisons(const std::vector<ComparisonRecord>& comparisons, const QSet<QString>& decided);
    /// Below the list.
    void addBelow(QWidget* widget);
    QUndoStack* undoStack() { return m_files->undoStack(); }
    void setStarred(const QString& folder, bool starred);
    void setNotes(const QString& folder, const QString& notes);
    /// Files or folders of the project go to its trash, as one step that can be undone.
    void moveToTrash(const QStringList& paths, const QString& what);
    /// What lies in the trash, also since an earlier session, goes back to its place; this can be undone as well.
    void bringBack(const std::vector<TrashedItem>& items);

Q_SIGNALS:
    void runOpened(const QString& folder);
    /// The runs that are selected now, in order of the list.
    void selectionChanged(const QStringList& folders);
    void resumeRequested(const QString& folder);
    void compareRequested(const QString& folder);
    void cloneRequested(const QString& folder);
    /// A comparison of its checkpoints.
    void ratingRequested(const QString& folder);
    /// A comparison of the runs themselves.
    void runsRatingRequested(const QStringList& folders);
    void branchRequested(const QString& checkpoint);
    void differenceRequested(const QStringList& folders);
    void commandRequested(const QString& folder);
    void notesRequested(const QString& folder);
    void exportRequested(const QString& folder);
    void extendRequested(const QString& folder);
    void settingsRequested(const QString& folder);
    void evaluateRequested(const QString& folder);
    void diskUseRequested();
    void newRequested();
    /// A data set, the draft or a comparison was opened (Enter or a double click).
    void dataOpened(const QString& source);
    void draftOpened();
    void comparisonOpened(const QString& id);
    void checkedChanged();
    void changed();
    /// Something was moved, renamed or brought back.
    void filesChanged();
    void problem(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr int kFolderRole = Qt::UserRole;     // of a run
    static constexpr int kEntryRole = Qt::UserRole + 1;  // of a data set, a draft or a comparison
    enum Group { Teachers, Students, Data, Drafts, Comparisons, kGroups };
    struct Entry {
        QString id, name, state, toolTip;
        const char* icon;
    };
    void show(const ProjectContents& contents);
    void fitColumns();
    void showRuns();
    void fill(QTreeWidgetItem* item, const RunSummary& summary, const LastValue& last);
    void showEntries(Group group, const std::vector<Entry>& entries);
    void showOthers();
    void open(int group, const QString& id);
    bool isWanted(const QString& name, const QString& notes = {}) const;
    /// A name is being typed: rows must not be touched.
    bool isEditing() const;
    void contextMenu(const QPoint& position);
    /// Of a run, "" = of what else is at that place.
    void showMenu(const QPoint& position, const QString& run, const std::vector<CheckpointChoice>& checkpoints);
    void fillMenu(QMenu& menu, const RunSummary& summary, const std::vector<CheckpointChoice>& checkpoints);
    void takeEdit(QTreeWidgetItem* item, int column);
    void trashSelected();

    QString m_project, m_active, m_activeWord;
    double m_activeProgress = 0;
    std::vector<RunSummary> m_runs;
    std::vector<LastValue> m_values;  // as many
    std::vector<Entry> m_data, m_drafts, m_comparisons;
    std::shared_ptr<ContentsReader> m_reader = std::make_shared<ContentsReader>();
    QTimer m_timer;
    std::shared_ptr<RunFiles> m_files;
    QLineEdit* m_search;
    QToolButton* m_starredOnly;
    QTreeWidget* m_tree;
    QTreeWidgetItem* m_groups[kGroups];
    bool m_isFilling = false, m_isReading = false, m_readAgain = false;
};

}  // namespace potstill
