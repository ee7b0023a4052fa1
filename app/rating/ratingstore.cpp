#include "app/rating/ratingstore.h"

#include "app/rating/ratingschema.h"
#include "app/session/background.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <unistd.h>

namespace potstill {

/// Its methods run on the store's thread.
struct RatingStore::Worker : QObject {
    std::unique_ptr<RatingDatabase> database;
};

namespace {

bool isWritable(const QString& path) { return ::access(path.toUtf8().constData(), W_OK) == 0; }

Sqlite::Access accessOf(const QString& project, const QString& file)
{
    return isWritable(project) && (!QFileInfo::exists(file) || isWritable(file)) ? Sqlite::Access::ReadWrite : Sqlite::Access::ReadOnly;
}

}  // namespace

RatingStore::RatingStore(QObject* parent) : QObject(parent), m_thread(std::make_unique<QThread>()), m_worker(new Worker)
{
    m_thread->setObjectName("ratings");
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

RatingStore::~RatingStore()
{
    // Queued behind everything that was asked for.
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->database.reset(); }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
}

QString RatingStore::imageFolder(const QString& comparison) const { return m_project + "/comparisons/" + comparison; }

void RatingStore::open(const QString& project)
{
    m_project = project;
    reopen(false);
}

void RatingStore::setAsideAndReopen() { reopen(true); }

void RatingStore::reopen(bool setAside)
{
    const int generation = ++m_generation;
    m_state = State::Closed;
    m_problem.clear();
    Q_EMIT stateChanged(m_state);
    QMetaObject::invokeMethod(
        m_worker,
        [this, guard = QPointer<RatingStore>(this), worker = m_worker, project = m_project, setAside, generation] {
            State state = State::Closed;
            QString problem;
            worker->database.reset();
            try {
                const QString file = project + "/ratings.sqlite";
                if (setAside)
                    setRatingsAside(file);
                if (!project.isEmpty()) {
                    worker->database = std::make_unique<RatingDatabase>(file, accessOf(project, file));
                    state = worker->database->isReadOnly() ? State::ReadOnly : State::Ready;
                }
            } catch (...) {
                problem = detail::messageOfCurrentException();
                state = State::Refused;
            }
            QMetaObject::invokeMethod(
                qApp,
                [this, guard, state, problem, generation] {
                    if (!guard || generation != m_generation)
                        return;
                    m_state = state;
                    m_problem = problem;
                    Q_EMIT stateChanged(state);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void RatingStore::post(std::function<void(RatingDatabase&)> work, std::function<void(const QString&)> done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, work = std::move(work), done = std::move(done)] {
            QString problem;
            try {
                if (!worker->database)
                    throw Error(ErrorCode::NotFound, QCoreApplication::translate("Ratings", "no ratings are open").toStdString());
                work(*worker->database);
            } catch (...) {
                problem = detail::messageOfCurrentException();
            }
            QMetaObject::invokeMethod(
                qApp, [done, problem] { done(problem); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

}  // namespace potstill
