#include "app/session/samplingsession.h"

#include "app/session/background.h"

#include <QDir>
#include <QThread>

#include <atomic>
#include <mutex>
#include <optional>

namespace potstill {

struct SamplingSession::Task {
    SampleRequest request;
    RunControl control;
    std::mutex mutex;
    std::optional<SampleTable> latest;
    QString failure;
    std::atomic<bool> wasStarted{false}, isDone{false}, isCancelled{false};
    bool waitsForTraining = false;

    void store(const SampleTable& table)
    {
        std::lock_guard lock(mutex);
        latest = table;
    }
    /// On the thread that does the work.
    void run(TrainingJob* live)
    {
        wasStarted = true;
        try {
            if (!isCancelled) {
                RunMailbox quiet;
                const auto progress = [this](const SampleTable& soFar) { store(soFar); };
                store(live ? sampleLive(*live, request, progress) : sampleTable(request, control, quiet, progress));
            }
        } catch (...) {
            failure = detail::messageOfCurrentException();
        }
        isDone = true;
    }
};

SamplingSession::SamplingSession(RunSession& runs, QObject* parent) : QObject(parent), m_runs(runs)
{
    m_timer.setInterval(40);
    connect(&m_timer, &QTimer::timeout, this, &SamplingSession::deliver);
}

SamplingSession::~SamplingSession()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void SamplingSession::sample(const SampleRequest& request)
{
    cancel();
    m_next = std::make_unique<SampleRequest>(request);
    begin();
}

void SamplingSession::cancel()
{
    m_next.reset();
    if (!m_task)
        return;
    m_task->isCancelled = true;
    m_task->control.requestStop(StopRequest::Abort);
    m_task.reset();
    Q_EMIT busyChanged(false);
}

void SamplingSession::begin()
{
    if (!m_next)
        return;
    if (m_thread && !m_thread->isFinished()) {
        m_timer.start();  // look again when the cancelled one has left
        return;
    }
    m_thread.reset();
    m_task = std::make_shared<Task>();
    m_task->request = *m_next;
    m_next.reset();
    Q_EMIT busyChanged(true);
    m_timer.start();
    const bool isOwnStudent = QDir::cleanPath(m_runs.runFolder()) == QDir::cleanPath(QString::fromStdString(m_task->request.model.string()));
    m_task->waitsForTraining = m_runs.post([task = m_task, isOwnStudent](TrainingJob* live) { task->run(isOwnStudent ? live : nullptr); });
    if (!m_task->waitsForTraining)
        runOnOwnThread();
}

void SamplingSession::runOnOwnThread()
{
    m_task->waitsForTraining = false;
    m_thread.reset(QThread::create([task = m_task] { task->run(nullptr); }));
    m_thread->start(QThread::LowPriority);
}

void SamplingSession::deliver()
{
    if (m_next && !m_task) {
        begin();
        return;
    }
    if (!m_task) {
        m_timer.stop();
        return;
    }
    // The training ended before it came to this request.
    if (m_task->waitsForTraining && !m_task->wasStarted && !m_runs.isActive()) {
        runOnOwnThread();
        return;
    }
    const bool isDone = m_task->isDone;
    std::optional<SampleTable> table;
    {
        std::lock_guard lock(m_task->mutex);
        table = std::exchange(m_task->latest, std::nullopt);
    }
    if (!isDone) {
        if (table)
            Q_EMIT progressed(*table);
        return;
    }
    const QString failure = m_task->failure;
    m_task.reset();
    m_timer.stop();
    Q_EMIT busyChanged(false);
    if (!failure.isEmpty())
        Q_EMIT failed(failure);
    else if (table)
        Q_EMIT sampled(*table);
}

}  // namespace potstill
