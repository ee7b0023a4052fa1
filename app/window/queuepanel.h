#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QToolButton;

namespace potstill {

class QueueRunner;
struct QueueEntry;

/// The queue under the runs: order by dragging or keys, which also edit, remove and bring back (PageKeys, scope "queue"). Hidden while there is nothing in it.
class QueuePanel final : public QWidget {
    Q_OBJECT
public:
    explicit QueuePanel(QueueRunner& runner, QWidget* parent = nullptr);

Q_SIGNALS:
    /// An entry that makes new runs; one that goes on with a run keeps that run's settings.
    void editRequested(const QString& id);

private:
    const QueueEntry* current() const;
    void editCurrent();
    void show(const QString& selectedId);
    void refreshButtons();
    QString currentId() const;
    void moveCurrent(int by);
    QToolButton* button(const char* objectName, const char* iconName, const QString& name, const QString& keys = {});
    bool eventFilter(QObject* watched, QEvent* event) override;

    QueueRunner& m_runner;
    QLabel* m_title;
    QListWidget* m_list;
    QToolButton *m_start, *m_up, *m_down, *m_edit, *m_remove, *m_undo;
    QCheckBox* m_continues;
    bool m_isFilling = false;
};

}  // namespace potstill
