#include "app/session/queuerunner.h"

#include "app/session/background.h"

namespace potstill {

QueueRunner::QueueRunner(RunSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &RunSession::ended, this, [this] {
        m_goesOnOnce = false;
        if (m_isWorking)
            takeNext();
    });
    connect(&m_session, &RunSession::failed, this, [this] {
        const bool goesOn = std::exchange(m_goesOnOnce, false) || m_continues;
        if (!m_isWorking)
            return;
        if (goesOn) {
            takeNext();
            return;
        }
        hold();
        Q_EMIT problem(tr("The queue waits because a run failed. Start it again when the cause is mended."));
    });
}

void QueueRunner::setProject(const QString& folder)
{
    hold();
    m_project = folder;
    m_removed.clear();
    show({});
    refresh();
}

void QueueRunner::add(const QueueEntry& entry, int position)
{
    edit([entry, position](RunQueue& queue) { queue.add(entry, position); });
}

void QueueRunner::remove(const QString& id)
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].id == id.toStdString())
            m_removed.emplace_back(m_entries[i], int(i));
    edit([id = id.toStdString()](RunQueue& queue) { queue.remove(id); });
}

void QueueRunner::undoRemove()
{
    if (m_removed.empty())
        return;
    const auto [entry, position] = m_removed.back();
    m_removed.pop_back();
    add(entry, position);
}

void QueueRunner::move(const QString& id, int position)
{
    edit([id = id.toStdString(), position](RunQueue& queue) { queue.move(id, position); });
}

void QueueRunner::replace(const QueueEntry& entry, std::function<void(bool isKept)> done)
{
    // Written on the pool thread, read after that work is over.
    const auto isKept = std::make_shared<bool>(false);
    edit([entry, isKept](RunQueue& queue) { *isKept = queue.replace(entry); }, [isKept, done = std::move(done)] { done(*isKept); });
}

void QueueRunner::setContinuesAfterFailure(bool on)
{
    if (on != m_continues)
        edit([on](RunQueue& queue) { queue.setContinuesAfterFailure(on); });
}

void QueueRunner::refresh()
{
    edit([](RunQueue&) {});
}

void QueueRunner::edit(std::function<void(RunQueue&)> change, std::function<void()> done)
{
    if (m_project.isEmpty())
        return;
    ++m_edits;
    runInBackground<View>(
        this,
        [project = m_project.toStdString(), change = std::move(change)] {
            RunQueue queue(project);
            change(queue);
            return View{queue.entries(), queue.continuesAfterFailure()};
        },
        [this, project = m_project, done = std::move(done)](View view) {
            --m_edits;
            if (project == m_project) {
                show(std::move(view));
                if (done)
                    done();
            }
            goOn();
        },
        [this](const QString& message) {
            --m_edits;
            // The queue is read every few seconds: a damaged one is said once.
            if (std::exchange(m_lastProblem, message) != message)
                Q_EMIT problem(message);
            goOn();
        });
}

void QueueRunner::show(View view)
{
    const bool isSame = view.entries == m_entries && view.continues == m_continues;
    m_entries = std::move(view.entries);
    m_continues = view.continues;
    m_lastProblem.clear();
    if (!isSame)
        Q_EMIT changed();
}

void QueueRunner::start()
{
    if (!m_isWorking) {
        m_isWorking = true;
        Q_EMIT workingChanged(true);
    }
    goOn();
}

void QueueRunner::goOn()
{
    if (m_isWorking && !m_session.isActive())
        takeNext();
}

void QueueRunner::hold()
{
    m_lock.reset();
    if (!std::exchange(m_isWorking, false))
        return;
    Q_EMIT workingChanged(false);
}

void QueueRunner::holdThen(std::function<void()> done)
{
    hold();
    if (m_isTaking)
        m_whenTaken = std::move(done);
    else
        done();
}

/// After the changes that were asked for before it: pool threads would do both at once. Whoever asks while one is under way may have added what that one has not seen.
void QueueRunner::takeNext()
{
    m_takesAgain = m_isTaking;
    if (m_isTaking || m_edits > 0)
        return;
    m_isTaking = true;
    runInBackground<Taken>(
        this,
        [project = m_project.toStdString(), isHeld = m_lock != nullptr] {
            Taken taken;
            try {
                if (!isHeld)
                    taken.lock = std::make_shared<RunLock>(project);
            } catch (const Error& e) {
                if (e.code() != ErrorCode::Locked)
                    throw;
                taken.isForeign = true;
                return taken;
            }
            taken.run = RunQueue(project).take();
            return taken;
        },
        [this, project = m_project](Taken taken) {
            if (project != m_project || !m_isWorking || m_session.isActive()) {
                // Held, or something else was started meanwhile: the run goes back to the front.
                if (taken.run) {
                    putBack(project, *taken.run);
                    return;
                }
                tellThatTakingIsOver();
                goOn();
                return;
            }
            if (taken.lock)
                m_lock = std::move(taken.lock);
            if (taken.isForeign) {
                hold();
                Q_EMIT problem(tr("Another program works the queue off; it does what waits after its own run."));
            } else if (!taken.run) {
                if (!m_takesAgain)
                    hold();
            } else if (!taken.run->resume.empty()) {
                m_session.resumeRun(QString::fromStdString(taken.run->resume.string()), taken.run->extendTo);
            } else {
                m_session.startNew(m_project, taken.run->document, QString::fromStdString(taken.run->name), QString::fromStdString(taken.run->branchOf.string()));
            }
            tellThatTakingIsOver();
            refresh();
        },
        [this](const QString& message) {
            hold();
            tellThatTakingIsOver();
            Q_EMIT problem(message);
        });
}

void QueueRunner::putBack(const QString& project, const QueuedRun& run)
{
    QueueEntry back;
    back.name = run.name;
    back.document = run.document;
    back.extendTo = run.extendTo;
    if (!run.branchOf.empty())
        back.branchOf = run.branchOf.lexically_relative(project.toStdString()).string();
    if (!run.resume.empty())
        back.resume = "runs/" + run.resume.filename().string();
    runInBackground<bool>(
        this,
        [project = project.toStdString(), back] {
            RunQueue(project).add(back, 0);
            return true;
        },
        [this](bool) {
            tellThatTakingIsOver();
            refresh();
        },
        [this](const QString& message) {
            tellThatTakingIsOver();
            Q_EMIT problem(message);
        });
}

void QueueRunner::tellThatTakingIsOver()
{
    m_isTaking = false;
    if (const std::function<void()> told = std::exchange(m_whenTaken, {}))
        told();
}

}  // namespace potstill
