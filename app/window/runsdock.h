#pragma once

#include "engine/io/runfolder.h"

#include <QDockWidget>
#include <QHash>
#include <QTimer>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace potstill {

/// The runs of a project: teachers and students with their state. Read anew on a pool thread every few seconds, so that runs of the command line appear too.
class RunsDock final : public QDockWidget {
    Q_OBJECT
public:
    explicit RunsDock(QWidget* parent = nullptr);

    void setProject(const QString& folder);
    void refresh();
    /// Progress of the run that this window is doing; overrides what the folder says.
    void setActiveRun(const QString& folder, const QString& stateWord, double progress);
    QString currentRun() const;
    void selectRun(const QString& folder);

Q_SIGNALS:
    void runOpened(const QString& folder);
    void resumeRequested(const QString& folder);
    void compareRequested(const QString& folder);
    void cloneRequested(const QString& folder);
    void newRequested();
    void changed();

private:
    void show(const std::vector<RunSummary>& runs);
    /// A name is being typed: rows must not be touched.
    bool isEditing() const;
    void contextMenu(const QPoint& position);
    void rename(QTreeWidgetItem* item);
    void moveToTrash(const QString& folder);
    void undoTrash();

    QString m_project, m_active, m_activeWord;
    double m_activeProgress = 0;
    std::vector<RunSummary> m_runs;
    std::vector<std::pair<QString, QString>> m_trashed;   ///< {original, in the trash}
    QTimer m_timer;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QAction* m_undoTrash;
    bool m_isFilling = false;
};

}  // namespace potstill
