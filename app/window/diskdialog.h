#pragma once

#include "app/rating/ratingrecords.h"
#include "engine/io/diskuse.h"
#include "engine/io/runtrash.h"

#include <QDialog>
#include <QList>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace potstill {

class RatePage;
class RunsDock;

/// Where the room of a project goes. What is checked goes to the trash, which can be undone; only emptying the trash frees it. What lies in the
/// trash is listed and can be brought back, by a later session too; and so are drafts of comparisons that were removed.
class DiskDialog final : public QDialog {
    Q_OBJECT
public:
    DiskDialog(const QString& project, RunsDock& runs, RatePage& rate, QWidget* parent = nullptr);

private:
    struct Use {
        std::vector<RunDiskUse> runs;
        std::vector<TrashedItem> trashed;
        std::uint64_t cache = 0, galleries = 0, comparisons = 0, trash = 0, free = 0;
    };
    void read();
    void measure();
    void fill(const Use& use);
    QList<QTreeWidgetItem*> checkedRows() const;
    void moveChecked();
    void bringBackChecked();
    void emptyTrash();
    void refreshButtons();

    QString m_project;
    RunsDock& m_runs;
    RatePage& m_rate;
    QLabel* m_sentence;
    QTreeWidget* m_list;
    QPushButton *m_move, *m_back, *m_empty;
    std::vector<TrashedItem> m_trashed;
    std::vector<ComparisonRecord> m_removed;
    std::uint64_t m_trash = 0;
    bool m_isSure = false;
};

}  // namespace potstill
