#include "app/session/queuerunner.h"

#include "app/session/background.h"

namespace potstill {

QueueRunner::QueueRunner(RunSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &RunSession::ended, this, [this] {
        if (m_isWorking)
            takeNext();
    });
    connect(&m_session, &RunSession::failed, this, [this] {
        if (!m_isWorking)
            return;
        if (m_continues) {
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

void QueueRunner::setContinuesAfterFailure(bool on)
{
    if (on != m_continues)
        edit([on](RunQueue& queue) { queue.setContinuesAfterFailure(on); });
}

void QueueRunner::refresh()
{
    edit([](RunQueue&) {});
}

void QueueRunner::edit(std::function<void(RunQueue&)> change)
{
    if (m_project.isEmpty())
        return;
    runInBackground<View>(
        this,
        [project = m_project.toStdString(), change = std::move(change)] {
            RunQueue queue(project);
            change(queue);
            return View{queue.entries(), queue.continuesAfterFailure()};
        },
        [this, project = m_project](View view) {
            if (project == m_project)
                show(std::move(view));
        },
        [this](const QString& message) {
            // The queue is read every few seconds: a damaged one is said once.
            if (std::exchange(m_lastProblem, message) != message)
                Q_EMIT problem(message);
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
    if (m_isWorking && !m_session.isActive())
        takeNext();
}

void QueueRunner::start()
{
    if (!m_isWorking) {
        m_isWorking = true;
        Q_EMIT workingChanged(true);
    }
    if (!m_session.isActive())
        takeNext();
}

void QueueRunner::hold()
{
    if (!std::exchange(m_isWorking, false))
        return;
    Q_EMIT workingChanged(false);
}

void QueueRunner::takeNext()
{
    if (std::exchange(m_isTaking, true))
        return;
    runInBackground<std::optional<QueuedRun>>(
        this, [project = m_project.toStdString()] { return RunQueue(project).take(); },
        [this, project = m_project](std::optional<QueuedRun> run) {
            m_isTaking = false;
            if (project != m_project)
                return;
            if (!run) {
                hold();
            } else if (!m_isWorking || m_session.isActive()) {
                // Held, or something else was started meanwhile: the run goes back to the front.
                QueueEntry back;
                back.name = run->name;
                back.document = run->document;
                if (!run->resume.empty())
                    back.resume = "runs/" + run->resume.filename().string();
                add(back, 0);
                return;
            } else if (!run->resume.empty()) {
                m_session.resumeRun(QString::fromStdString(run->resume.string()));
            } else {
                m_session.startNew(m_project, run->document, QString::fromStdString(run->name));
            }
            refresh();
        },
        [this](const QString& message) {
            m_isTaking = false;
            hold();
            Q_EMIT problem(message);
        });
}

}  // namespace potstill
