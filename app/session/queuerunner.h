#pragma once

#include "app/session/runsession.h"
#include "engine/io/runqueue.h"

#include <QObject>

namespace potstill {

/// Works off a project's queue with the session, one run after the other. Does not start by itself when a project is opened.
/// Every change of the queue is made on a pool thread; changed() brings what then stands in it.
class QueueRunner final : public QObject {
    Q_OBJECT
public:
    explicit QueueRunner(RunSession& session, QObject* parent = nullptr);

    void setProject(const QString& folder);
    /// The next run starts as soon as the session is free.
    bool isWorking() const { return m_isWorking; }
    const std::vector<QueueEntry>& entries() const { return m_entries; }
    bool continuesAfterFailure() const { return m_continues; }

    void add(const QueueEntry& entry, int position = -1);
    void remove(const QString& id);
    /// Brings back what was removed last.
    void undoRemove();
    bool canUndoRemove() const { return !m_removed.empty(); }
    void move(const QString& id, int position);
    void setContinuesAfterFailure(bool on);
    /// Reads the queue anew: another program may have changed it.
    void refresh();

public Q_SLOTS:
    void start();
    /// The run that is on goes on to its end; no other one is started.
    void hold();

Q_SIGNALS:
    void changed();
    void workingChanged(bool isWorking);
    void problem(const QString& sentence);

private:
    struct View {
        std::vector<QueueEntry> entries;
        bool continues = true;
    };
    void edit(std::function<void(RunQueue&)> change);
    void show(View view);
    void takeNext();

    RunSession& m_session;
    QString m_project, m_lastProblem;
    std::vector<QueueEntry> m_entries;
    std::vector<std::pair<QueueEntry, int>> m_removed;
    bool m_continues = true, m_isWorking = false, m_isTaking = false;
};

}  // namespace potstill
