#include "app/rating/tablesampler.h"

#include "app/session/background.h"

#include <QThread>

#include <atomic>

namespace potstill {

struct TableSampler::Task {
    SampleRequest request;
    RunControl control;
    SampleTable table;
    QString failure;
    std::atomic<bool> wasStarted{false}, isDone{false};
    bool waitsForTraining = false;

    /// On the thread that does the work; that of a training keeps its compute threads.
    void run(bool isBesideTraining)
    {
        wasStarted = true;
        if (isBesideTraining)
            request.threads = -1;
        try {
            RunObserver quiet;
            if (!control.isStopping())
                table = sampleTable(request, control, quiet);
        } catch (...) {
            failure = detail::messageOfCurrentException();
        }
        isDone = true;
    }
};

TableSampler::TableSampler(RunSession& runs, QObject* parent) : QObject(parent), m_runs(runs)
{
    m_timer.setInterval(20);
    connect(&m_timer, &QTimer::timeout, this, &TableSampler::deliver);
}

TableSampler::~TableSampler()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void TableSampler::sample(const SampleRequest& request)
{
    m_task = std::make_shared<Task>();
    m_task->request = request;
    m_task->waitsForTraining = m_runs.post([task = m_task](TrainingJob*) { task->run(true); });
    if (!m_task->waitsForTraining)
        runOnOwnThread();
    m_timer.start();
}

void TableSampler::runOnOwnThread()
{
    if (m_thread)
        m_thread->wait();  // only one that was cancelled, which leaves at its next network call
    m_task->waitsForTraining = false;
    m_thread.reset(QThread::create([task = m_task] { task->run(false); }));
    m_thread->start(QThread::LowPriority);
}

void TableSampler::cancel()
{
    m_timer.stop();
    if (m_task)
        m_task->control.requestStop(StopRequest::Abort);
    m_task.reset();
}

void TableSampler::deliver()
{
    if (m_task->waitsForTraining && !m_task->wasStarted && !m_runs.isActive()) {
        runOnOwnThread();  // the training ended before it came to this
        return;
    }
    if (!m_task->isDone)
        return;
    m_timer.stop();
    const std::shared_ptr<Task> done = std::move(m_task);
    if (done->failure.isEmpty())
        Q_EMIT sampled(done->table);
    else
        Q_EMIT failed(done->failure);
}

}  // namespace potstill
