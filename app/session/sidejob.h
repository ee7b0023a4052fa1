#pragma once

#include "app/session/runsession.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QThread;

namespace potstill {

/// One piece of engine work beside the runs, such as an evaluation or an export. While a training is on it is done between two of its steps, on its thread, so that two jobs
/// never fight for the processor: the training waits meanwhile, and whoever starts the work says so. Else it has a thread of its own.
/// A run that is being stopped stops the work that holds it up; work that is begun while a run begins or ends waits until it goes on or is over.
class SideJob final : public QObject {
    Q_OBJECT
public:
    /// Returns null when it was stopped. `isBesideTraining`: on the thread of a training, whose settings (compute threads) must stay as they are.
    using Work = std::function<Json(RunControl& control, RunObserver& observer, bool isBesideTraining)>;

    explicit SideJob(RunSession& runs, QObject* parent = nullptr);
    /// Stops and waits for a thread of its own.
    ~SideJob() override;

    /// False (and nothing happens) while there is work.
    bool start(Work work);
    void stop();
    bool isBusy() const { return m_task != nullptr; }
    bool isStopping() const;

Q_SIGNALS:
    void busyChanged(bool isBusy);
    /// At most every 50 ms.
    void progressed(const potstill::Progress& progress);
    /// The work tells of something that a person should know.
    void warned(const QString& sentence);
    void done(const potstill::Json& result);
    void stopped();
    void failed(const QString& message);

private:
    struct Task;
    void postToTraining();
    void runOnOwnThread();
    void deliver();

    RunSession& m_runs;
    std::shared_ptr<Task> m_task;
    std::unique_ptr<QThread> m_thread;
    QTimer m_timer;
    bool m_waitsForTraining = false, m_isPosted = false;
};

}  // namespace potstill
