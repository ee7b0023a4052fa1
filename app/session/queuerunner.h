#pragma once

#include "app/session/runsession.h"
#include "engine/io/runfolder.h"
#include "engine/io/runqueue.h"

#include <QObject>

#include <memory>

namespace potstill {

/// Works off a project's queue with the session, one run after the other. Does not start by itself when a project is opened.
/// One worker a project: while it works it holds the project's lock, as `potstill-cli queue` does, and leaves the queue to a program that holds it already.
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
    /// Puts the entry in the place of the one with its id; done(false): that one is no longer there.
    void replace(const QueueEntry& entry, std::function<void(bool isKept)> done);
    void setContinuesAfterFailure(bool on);
    /// The run that is on is being stopped for want of room: the queue goes on even if it fails and failures hold the queue.
    void continueAfterThisRun() { m_goesOnOnce = true; }
    /// Holds the queue; then, at once or when a run that was just being taken has been put back, `done`.
    void holdThen(std::function<void()> done);
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
    void edit(std::function<void(RunQueue&)> change, std::function<void()> done = {});
    void show(View view);
    void goOn();
    void takeNext();
    void putBack(const QString& project, const QueuedRun& run);
    void tellThatTakingIsOver();
    /// What a pool thread brings: the next run, unless another program works the queue off.
    struct Taken {
        std::shared_ptr<RunLock> lock;  // made by this taking; null when it was held already
        std::optional<QueuedRun> run;
        bool isForeign = false;
    };

    RunSession& m_session;
    QString m_project, m_lastProblem;
    std::vector<QueueEntry> m_entries;
    std::vector<std::pair<QueueEntry, int>> m_removed;
    bool m_continues = true, m_isWorking = false, m_isTaking = false, m_takesAgain = false, m_goesOnOnce = false;
    int m_edits = 0;                  // changes that are being written; the next run is taken when they are
    std::shared_ptr<RunLock> m_lock;  // of the project, while this works
    std::function<void()> m_whenTaken;
};

}  // namespace potstill
