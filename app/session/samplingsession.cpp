#include "app/session/samplingsession.h"

#include "app/session/background.h"

#include <QThread>

#include <atomic>
#include <mutex>
#include <optional>

namespace potstill {

struct SamplingSession::Task {
    std::function<void(Task&, TrainingJob*)> body;
    RunControl control;
    std::mutex mutex;
    SampleNews news;  // behind the lock, as is hasNews
    bool hasNews = false;
    std::optional<SampleTable> table;  // these three are written before isDone and read after it
    std::optional<Trajectory> trajectory;
    QString failure;
    std::atomic<bool> wasStarted{false}, isDone{false};
    bool waitsForTraining = false;

    /// On the thread that does the work.
    void run(TrainingJob* live)
    {
        wasStarted = true;
        try {
            if (!control.isStopping())
                body(*this, live);
        } catch (...) {
            failure = detail::messageOfCurrentException();
        }
        isDone = true;
    }
    void note(const SampleTable& soFar, const std::vector<std::size_t>& fresh)
    {
        std::lock_guard lock(mutex);
        news.columns = soFar.columns;
        news.rows = soFar.rows;
        for (std::size_t i : fresh) {
            news.cells[i] = soFar.cells[i];
            news.predictions.erase(i);
        }
        hasNews = true;
    }
    void note(const SamplePreview& preview)
    {
        std::lock_guard lock(mutex);
        for (std::size_t i = 0; i < preview.cells.size() && i < preview.images.size(); ++i)
            news.predictions[preview.cells[i]] = {preview.images[i], preview.step, preview.steps};
        hasNews = true;
    }
    std::optional<SampleNews> takeNews()
    {
        std::lock_guard lock(mutex);
        if (!std::exchange(hasNews, false))
            return std::nullopt;
        return std::exchange(news, {});
    }
};

SamplingSession::SamplingSession(RunSession& runs, QObject* parent, TableMaker maker, std::shared_ptr<ComparisonSampler> sampler)
    : QObject(parent), m_runs(runs), m_maker(std::move(maker)), m_sampler(sampler ? std::move(sampler) : std::make_shared<ComparisonSampler>())
{
    m_timer.setInterval(40);
    connect(&m_timer, &QTimer::timeout, this, &SamplingSession::deliver);
    if (!m_maker)
        m_maker = [sampler = m_sampler](const ComparisonRequest& request, RunControl& control, const SampleProgress& progress, TrainingJob* live) {
            RunObserver silent;
            return sampler->sample(request, control, silent, progress, live);
        };
}

SamplingSession::~SamplingSession()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void SamplingSession::sample(const ComparisonRequest& request)
{
    auto task = std::make_shared<Task>();
    task->body = [request = request, maker = m_maker](Task& t, TrainingJob* live) mutable {
        request.preview = [&t](const SamplePreview& preview) { t.note(preview); };
        t.table = maker(
            request, t.control, [&t](const SampleTable& soFar, const std::vector<std::size_t>& fresh) { t.note(soFar, fresh); }, live);
    };
    start(std::move(task));
}

void SamplingSession::follow(const SampleColumn& column, std::uint64_t noiseSeed, std::uint64_t seed, std::int64_t label)
{
    auto task = std::make_shared<Task>();
    task->body = [=, sampler = m_sampler](Task& t, TrainingJob* live) { t.trajectory = sampler->trajectory(column, noiseSeed, seed, label, "auto", t.control, live); };
    start(std::move(task));
}

void SamplingSession::start(std::shared_ptr<Task> task)
{
    if (m_task)
        m_task->control.requestStop(StopRequest::Abort);
    m_task.reset();
    m_next = std::move(task);
    begin();
    tellBusy();
}

void SamplingSession::cancel()
{
    m_next.reset();
    if (m_task)
        m_task->control.requestStop(StopRequest::Abort);
    m_task.reset();
    tellBusy();
}

void SamplingSession::begin()
{
    m_timer.start();
    if (m_thread && !m_thread->isFinished())
        return;  // deliver() looks again when the cancelled one has left
    m_thread.reset();
    m_task = std::move(m_next);
    m_task->waitsForTraining = m_runs.post([task = m_task](TrainingJob* live) { task->run(live); });
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
    if (m_next)
        begin();
    if (!m_task) {
        if (!m_next)
            m_timer.stop();
        return;
    }
    // The training ended before it came to this request.
    if (m_task->waitsForTraining && !m_task->wasStarted && !m_runs.isActive()) {
        runOnOwnThread();
        return;
    }
    const bool isDone = m_task->isDone;
    if (const auto news = m_task->takeNews()) {
        const std::shared_ptr<Task> current = m_task;
        Q_EMIT progressed(*news);
        if (m_task != current)  // whoever heard it asked for something else
            return;
    }
    if (isDone)
        conclude();
}

void SamplingSession::conclude()
{
    const std::shared_ptr<Task> done = std::move(m_task);
    m_task.reset();
    tellBusy();
    if (!done->failure.isEmpty())
        Q_EMIT failed(done->failure);
    else if (done->table)
        Q_EMIT sampled(*done->table);
    else if (done->trajectory)
        Q_EMIT followed(*done->trajectory);
}

void SamplingSession::tellBusy()
{
    if (m_wasBusy == isBusy())
        return;
    m_wasBusy = isBusy();
    Q_EMIT busyChanged(m_wasBusy);
}

}  // namespace potstill
