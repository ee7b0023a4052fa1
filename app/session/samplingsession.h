#pragma once

#include "app/session/runsession.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QThread;

namespace potstill {

/// Samples tables for the Compare page. While a training is on, the request is served between its steps (its own student live, other models too, so that two jobs never fight for
/// the processor); else on a thread of its own. A new request replaces the one before; results of replaced requests are dropped.
class SamplingSession final : public QObject {
    Q_OBJECT
public:
    explicit SamplingSession(RunSession& runs, QObject* parent = nullptr);
    ~SamplingSession() override;

    void sample(const SampleRequest& request);
    void cancel();
    bool isBusy() const { return m_task != nullptr; }

Q_SIGNALS:
    void busyChanged(bool busy);
    /// Finished columns so far; other cells are empty.
    void progressed(const potstill::SampleTable& table);
    void sampled(const potstill::SampleTable& table);
    void failed(const QString& message);

private:
    struct Task;
    void begin();
    void deliver();
    void runOnOwnThread();

    RunSession& m_runs;
    std::shared_ptr<Task> m_task;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<SampleRequest> m_next;   // waits until the thread of a cancelled request has left
    QTimer m_timer;
};

}  // namespace potstill
