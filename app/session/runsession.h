#pragma once

#include "app/session/runmailbox.h"

#include "engine/core/runcontrol.h"
#include "engine/jobs/jobs.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QThread;

namespace potstill {

/// What a session runs: a training, or something slow, failing or flooding in the tests.
class RunJob {
public:
    virtual ~RunJob() = default;
    virtual JobOutcome run(RunControl& control, RunObserver& observer) = 0;
    /// For live sampling; null when this job has none.
    virtual TrainingJob* training() { return nullptr; }
};
/// Makes the job on the worker thread (it may read files and throw).
using JobFactory = std::function<std::unique_ptr<RunJob>()>;

/// The one running job of the studio and its state machine. A job gets a thread of its own at low priority; commands reach it as atomics (RunControl), so they are seen at the
/// next network call however busy it is; its news come through a mailbox that is emptied every 50 ms. News of an earlier job cannot arrive: its mailbox is gone.
class RunSession final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Starting, Running, Paused, Stopping, Failed };
    Q_ENUM(State)

    explicit RunSession(QObject* parent = nullptr);
    /// Aborts and waits for the job.
    ~RunSession() override;

    State state() const { return m_state; }
    bool isActive() const { return m_state != State::Idle && m_state != State::Failed; }
    bool canStart() const { return !isActive(); }
    bool canPause() const { return m_state == State::Running; }
    bool canResume() const { return m_state == State::Paused; }
    bool canStop() const { return isActive() && m_state != State::Stopping; }
    QString runFolder() const { return m_runFolder; }
    QString failure() const { return m_failure; }

    /// False (and nothing happens) while a job is active.
    bool start(JobFactory factory);
    /// branchOf: a checkpoint that the new run goes on from; "" = none.
    bool startNew(const QString& project, const Json& document, const QString& name = {}, const QString& branchOf = {});
    bool resumeRun(const QString& runFolder, qint64 extendToImages = 0);

public Q_SLOTS:
    void pause();
    void resume();
    void sampleNow();
    void saveNow();
    /// Ends after this step and saves.
    void finish();
    /// Ends at the next network call and saves nothing.
    void discard();

public:
    /// Runs a task on the job's thread between two steps, with the training when there is one. False when no job is active.
    bool post(std::function<void(TrainingJob*)> task);

Q_SIGNALS:
    void stateChanged(potstill::RunSession::State state);
    void runFolderKnown(const QString& folder);
    void progressed(const potstill::Progress& progress);
    void statsArrived(const std::vector<potstill::StatPoint>& points);
    void previewArrived(const potstill::PreviewGrid& grid);
    void logged(potstill::LogLevel level, const QString& text);
    void checkpointSaved(const QString& folder);
    void pausedByItself(const QString& reason);
    /// The job is over: finished, stopped or aborted.
    void ended(potstill::JobOutcome outcome);
    void failed(const QString& message);

private:
    struct Active;
    void setState(State state);
    void deliver();
    void conclude();

    State m_state = State::Idle;
    std::unique_ptr<Active> m_active;
    QTimer m_timer;
    QString m_runFolder, m_failure;
    bool m_isDiscarding = false;
};

}  // namespace potstill
