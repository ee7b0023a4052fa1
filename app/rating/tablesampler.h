#pragma once

#include "app/session/runsession.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QThread;

namespace potstill {

/// Samples one table at a time for images that are kept. While a training is on it works between that one's steps, so that two jobs never fight for the
/// processor; else on a thread of its own.
class TableSampler final : public QObject {
    Q_OBJECT
public:
    explicit TableSampler(RunSession& runs, QObject* parent = nullptr);
    ~TableSampler() override;

    /// Nothing may be on.
    void sample(const SampleRequest& request);
    /// What is on is given up; nothing arrives from it.
    void cancel();

Q_SIGNALS:
    void sampled(const potstill::SampleTable& table);
    void failed(const QString& message);

private:
    struct Task;
    void deliver();
    void runOnOwnThread();

    RunSession& m_runs;
    std::shared_ptr<Task> m_task;
    std::unique_ptr<QThread> m_thread;
    QTimer m_timer;
};

}  // namespace potstill
