#pragma once

#include "app/rating/ratingdatabase.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QThread;

namespace potstill {

/// The ratings of the project that is open, on a thread of their own. Work is handed over as a function of the database and comes back as a value; everything is
/// done in the order in which it was asked for, and what was asked for is done before the store closes.
class RatingStore final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Closed,
        Ready,
        ReadOnly,  ///< can be looked at; rating is off
        Refused,   ///< damaged, foreign or newer: problem() says which; untouched
    };

    explicit RatingStore(QObject* parent = nullptr);
    /// Waits for what was asked for.
    ~RatingStore() override;

    /// `project` "" = none. The state arrives with stateChanged.
    void open(const QString& project);
    /// The choice that a refused database leaves: renames it and begins a new one.
    void setAsideAndReopen();
    State state() const { return m_state; }
    bool canRead() const { return m_state == State::Ready || m_state == State::ReadOnly; }
    QString problem() const { return m_problem; }
    QString project() const { return m_project; }
    QString imageFolder(const QString& comparison) const;

    /// Runs `work` on the store's thread, then `done` on the GUI thread unless `context` is gone by then. `failed` takes the sentence.
    template <class T>
    void ask(QObject* context, std::function<T(RatingDatabase&)> work, std::function<void(T)> done, std::function<void(QString)> failed = {})
    {
        QPointer<QObject> guard(context);
        auto result = std::make_shared<std::optional<T>>();
        post([result, work = std::move(work)](RatingDatabase& database) { result->emplace(work(database)); },
             [guard, result, done = std::move(done), failed = std::move(failed)](const QString& problem) {
                 if (!guard)
                     return;
                 if (*result)
                     done(std::move(**result));
                 else if (failed)
                     failed(problem);
             });
    }

Q_SIGNALS:
    void stateChanged(potstill::RatingStore::State state);

private:
    void post(std::function<void(RatingDatabase&)> work, std::function<void(const QString& problem)> done);
    void reopen(bool setAside);

    struct Worker;
    std::unique_ptr<QThread> m_thread;
    Worker* m_worker;  // lives on the thread
    State m_state = State::Closed;
    QString m_problem, m_project;
    int m_generation = 0;
};

}  // namespace potstill
