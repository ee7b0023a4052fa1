#pragma once

#include "engine/io/diskuse.h"
#include "engine/io/runtrash.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace potstill {

class RunsDock;

/// Where the room of a project goes. What is checked goes to the trash, which can be undone; only emptying the trash frees it. What lies in the
/// trash is listed and can be brought back, by a later session too.
class DiskDialog final : public QDialog {
    Q_OBJECT
public:
    DiskDialog(const QString& project, RunsDock& runs, QWidget* parent = nullptr);

private:
    struct Use {
        std::vector<RunDiskUse> runs;
        std::vector<TrashedItem> trashed;
        std::uint64_t cache = 0, trash = 0, galleries = 0, comparisons = 0, free = 0;
    };
    void read();
    void fill(const Use& use);
    void moveChecked();
    void bringBackChecked();
    void emptyTrash();
    void refreshButtons();

    QString m_project;
    RunsDock& m_runs;
    QLabel* m_sentence;
    QTreeWidget* m_list;
    QPushButton *m_move, *m_back, *m_empty;
    std::vector<TrashedItem> m_trashed;
    std::uint64_t m_trash = 0;
    bool m_isSure = false;
};

}  // namespace potstill
