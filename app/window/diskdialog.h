#pragma once

#include "engine/io/diskuse.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace potstill {

class RunsDock;

/// Where the room of a project goes. What is checked goes to the trash, which can be undone; only emptying the trash frees it.
class DiskDialog final : public QDialog {
    Q_OBJECT
public:
    DiskDialog(const QString& project, RunsDock& runs, QWidget* parent = nullptr);

private:
    struct Use {
        std::vector<RunDiskUse> runs;
        std::uint64_t cache = 0, trash = 0, free = 0;
    };
    void read();
    void fill(const Use& use);
    void moveChecked();
    void emptyTrash();
    void refreshButtons();

    QString m_project;
    RunsDock& m_runs;
    QLabel* m_sentence;
    QTreeWidget* m_list;
    QPushButton *m_move, *m_empty;
    std::uint64_t m_trash = 0;
    bool m_isSure = false;
};

}  // namespace potstill
