#include "app/session/sidejob.h"

#include "app/session/background.h"

#include <QThread>

#include <atomic>

namespace potstill {

namespace {

constexpr int kDeliveryMs = 50;

}  // namespace

struct SideJob::Task {
    Work work;
    RunControl control;
    RunMailbox mailbox;
    Json result;  // these two are written before isDone and read after it
    QString failure;
    std::atomic<bool> wasStarted{false}, isDone{false};

    /// On the thread that does the work.
    void run(bool isBesideTraining)
    {
        wasStarted = true;
        try {
            if (!control.isStopping())
                result = work(control, mailbox, isBesideTraining);
        } catch (...) {
            failure = detail::messageOfCurrentException();
        }
        isDone = true;
    }
};

SideJob::SideJob(RunSession& runs, QObject* parent) : QObject(parent), m_runs(runs)
{
    m_timer.setInterval(kDeliveryMs);
    connect(&m_timer, &QTimer::timeout, this, &SideJob::deliver);
    connect(&m_runs, &RunSession::stateChanged, this, [this](RunSession::State state) {
        if (!m_waitsForTraining)
            return;
        if (state == RunSession::State::Stopping && m_isPosted)
            stop();
        else if (m_runs.isActive())
            postToTraining();
        else if (!m_task->wasStarted)
            runOnOwnThread();  // the training ended before it came to this
    });
}

SideJob::~SideJob()
{
    stop();
    if (m_thread)
        m_thread->wait();
}

bool SideJob::start(Work work)
{
    if (isBusy())
        return false;
    m_task = std::make_shared<Task>();
    m_task->work = std::move(work);
    m_waitsForTraining = m_runs.isActive();
    if (m_waitsForTraining)
        postToTraining();
    else
        runOnOwnThread();
    m_timer.start();
    Q_EMIT busyChanged(true);
    return true;
}

void SideJob::stop()
{
    if (!m_task)
        return;
    m_task->control.requestStop(StopRequest::Abort);
    if (m_waitsForTraining && !m_isPosted) {
        m_task->isDone = true;  // nobody has begun it, and nobody shall
        m_waitsForTraining = false;
    }
}

bool SideJob::isStopping() const { return m_task && m_task->control.isStopping(); }

/// What a training gets while it begins or ends it would do too late, and whole.
void SideJob::postToTraining()
{
    const RunSession::State state = m_runs.state();
    if (!m_isPosted && (state == RunSession::State::Running || state == RunSession::State::Paused))
        m_isPosted = m_runs.post([task = m_task](TrainingJob*) { task->run(true); });
}

void SideJob::runOnOwnThread()
{
    m_waitsForTraining = m_isPosted = false;
    m_thread.reset(QThread::create([task = m_task] { task->run(false); }));
    m_thread->start(QThread::LowPriority);
}

void SideJob::deliver()
{
    if (!m_task)
        return;
    const bool isDone = m_task->isDone;  // before the mailbox is emptied: nothing comes after
    const RunMailbox::News news = m_task->mailbox.take();
    if (news.progress)
        Q_EMIT progressed(*news.progress);
    for (const auto& [level, text] : news.log)
        if (level != LogLevel::Info)
            Q_EMIT warned(QString::fromStdString(text));
    if (!isDone)
        return;
    m_timer.stop();
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
    m_waitsForTraining = m_isPosted = false;
    const std::shared_ptr<Task> over = std::move(m_task);
    m_task.reset();
    Q_EMIT busyChanged(false);
    if (!over->failure.isEmpty() && !over->control.isStopping())
        Q_EMIT failed(over->failure);
    else if (over->result.is_null())
        Q_EMIT stopped();
    else
        Q_EMIT done(over->result);
}

}  // namespace potstill
