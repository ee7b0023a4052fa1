#include "app/session/runsession.h"

#include "app/session/background.h"

#include <QThread>

#include <atomic>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace potstill {

namespace {

constexpr int kDeliveryMs = 50;

/// The window goes first: this thread and the compute threads that it makes get less of the processor.
void lowerOwnPriority() { setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 5); }

class TrainingRunJob final : public RunJob {
public:
    explicit TrainingRunJob(std::unique_ptr<TrainingJob> job) : m_job(std::move(job)) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override { return m_job->run(control, observer); }
    TrainingJob* training() override { return m_job.get(); }

private:
    std::unique_ptr<TrainingJob> m_job;
};

}  // namespace

/// What both threads share about one job.
struct RunSession::Active {
    struct Shared {
        RunControl control;
        RunMailbox mailbox;
        std::unique_ptr<RunJob> job;         // made, used and destroyed on the job's thread
        std::atomic<bool> isRunning{false};  // the job has been made
        JobOutcome outcome = JobOutcome::Aborted;
        QString failure;
    };
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    std::unique_ptr<QThread> thread;
};

RunSession::RunSession(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kDeliveryMs);
    connect(&m_timer, &QTimer::timeout, this, &RunSession::deliver);
}

RunSession::~RunSession()
{
    if (!m_active)
        return;
    m_active->shared->control.requestStop(StopRequest::Abort);
    m_active->thread->wait();
}

bool RunSession::start(JobFactory factory)
{
    if (isActive())
        return false;
    m_failure.clear();
    m_runFolder.clear();
    m_isDiscarding = false;
    m_active = std::make_unique<Active>();
    auto shared = m_active->shared;
    m_active->thread.reset(QThread::create([shared, factory = std::move(factory)] {
        lowerOwnPriority();
        // The only catch-all: nothing may leave a thread.
        try {
            shared->job = factory();
            shared->isRunning = true;
            shared->outcome = shared->job->run(shared->control, shared->mailbox);
        } catch (...) {
            shared->failure = detail::messageOfCurrentException();
        }
        shared->isRunning = false;
        shared->job.reset();
    }));
    setState(State::Starting);
    m_active->thread->start(QThread::LowPriority);
    m_timer.start();
    return true;
}

bool RunSession::startNew(const QString& project, const Json& document, const QString& name, const QString& branchOf)
{
    return start([project = project.toStdString(), document, name = name.toStdString(), branchOf = branchOf.toStdString()] {
        return std::make_unique<TrainingRunJob>(TrainingJob::create(project, document, name, branchOf));
    });
}

bool RunSession::resumeRun(const QString& runFolder, qint64 extendToImages)
{
    return start([folder = runFolder.toStdString(), extendToImages] { return std::make_unique<TrainingRunJob>(TrainingJob::resume(folder, {extendToImages})); });
}

void RunSession::pause()
{
    if (!canPause())
        return;
    m_active->shared->control.setPaused(true);
    setState(State::Paused);
}

void RunSession::resume()
{
    if (!canResume())
        return;
    m_active->shared->control.setPaused(false);
    setState(State::Running);
}

void RunSession::sampleNow()
{
    if (m_active)
        m_active->shared->control.requestPreview();
}

void RunSession::saveNow()
{
    if (m_active)
        m_active->shared->control.requestSave();
}

void RunSession::finish()
{
    if (!canStop())
        return;
    m_active->shared->control.requestStop(StopRequest::Finish);
    setState(State::Stopping);
}

void RunSession::discard()
{
    if (!m_active)
        return;
    m_isDiscarding = true;
    m_active->shared->control.requestStop(StopRequest::Abort);
    setState(State::Stopping);
}

bool RunSession::post(std::function<void(TrainingJob*)> task)
{
    if (!m_active || !m_active->shared->isRunning)
        return false;
    // The task runs inside job->run(), so the job is there.
    Active::Shared* shared = m_active->shared.get();
    shared->control.post([shared, task = std::move(task)] { task(shared->job->training()); });
    return true;
}

void RunSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void RunSession::deliver()
{
    if (!m_active)
        return;
    const bool isOver = m_active->thread->isFinished();  // before the mailbox is emptied: nothing comes after
    RunMailbox::News news = m_active->shared->mailbox.take();
    if (news.runFolder) {
        m_runFolder = QString::fromStdString(*news.runFolder);
        Q_EMIT runFolderKnown(m_runFolder);
    }
    if (m_state == State::Starting && (m_active->shared->isRunning || news.progress || isOver) && (news.progress || !news.stats.empty() || !news.previews.empty()))
        setState(State::Running);
    for (const auto& [level, text] : news.log)
        Q_EMIT logged(level, QString::fromStdString(text));
    if (news.progress)
        Q_EMIT progressed(*news.progress);
    if (!news.stats.empty())
        Q_EMIT statsArrived(news.stats);
    for (const PreviewGrid& grid : news.previews)
        Q_EMIT previewArrived(grid);
    if (news.checkpoint)
        Q_EMIT checkpointSaved(QString::fromStdString(*news.checkpoint));
    if (news.pausedReason && m_state != State::Stopping) {
        setState(State::Paused);
        Q_EMIT pausedByItself(QString::fromStdString(*news.pausedReason));
    }
    if (isOver)
        conclude();
}

void RunSession::conclude()
{
    m_timer.stop();
    m_active->thread->wait();
    const std::unique_ptr<Active> over = std::move(m_active);
    m_failure = over->shared->failure;
    if (!m_failure.isEmpty() && !m_isDiscarding) {
        setState(State::Failed);
        Q_EMIT failed(m_failure);
        return;
    }
    setState(State::Idle);
    Q_EMIT ended(over->shared->outcome);
}

}  // namespace potstill
