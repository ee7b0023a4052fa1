#pragma once

#include "app/session/queuerunner.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace potstill {

class ConfigurePage;
class RatePage;
class RunsDock;
class TrainPage;

/// What a person does with runs as a whole: queue, branch, compare settings, copy as a command, notes, hand a run to a program without a window and take it back.
class RunDesk final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        RunSession& session;
        RunsDock& runs;
        TrainPage& train;
        ConfigurePage& configure;
        RatePage& rate;
    };
    RunDesk(const Parts& parts, QWidget* window);

    void setProject(const QString& folder);
    QueueRunner& queue() { return m_queue; }

    /// The program without a window lies beside this one or in the path.
    bool canHandOver() const;
    /// The settings of a run that was started, in Configure.
    void showSettings(const QString& runFolder);
    /// Asks by how many images a finished run shall be extended; it goes on at once, or in its turn where another run is on.
    void extend(const QString& runFolder);
    /// Puts a run that has been saved ("" = none) to the front of the queue and starts a program without a window that works it off, if there is anything in it; then `done`.
    void handOver(const QString& runFolder, std::function<void()> done);
    /// Starts the worker; tests put their own here.
    std::function<bool(const QStringList& arguments)> startWorker;

Q_SIGNALS:
    void problem(const QString& sentence);
    void configureWanted();
    void trainWanted();
    /// A run that another program trained has come to an end, or waits.
    void followedRunEnded(const potstill::RunSummary& run);
    /// extendTo: on to this many images; 0 = as it was set up.
    void resumeWanted(const QString& runFolder, qint64 extendTo = 0);

private:
    static bool startHeadless(const QStringList& arguments);
    void connectRuns();
    void watchForeignRuns();
    /// Reads the settings of a run on a pool thread.
    void withSettings(const QString& runFolder, std::function<void(const Json& options)> then);
    void clone(const QString& runFolder);
    void branch(const QString& checkpoint);
    void showDifference(const QStringList& folders);
    void showLog(const QString& folder);
    void copyCommand(const QString& folder);
    void editNotes(const QString& folder);
    void editQueued(const QString& id);
    /// The name of the run that an entry branches from.
    QString originNameOf(const QueueEntry& entry) const;
    void keepQueued(const QueueEntry& entry);
    /// A run that another program shall leave to this one.
    struct TakenBack {
        QString folder, name, project;
        bool isOfQueue;  ///< that program works off the queue
    };
    void takeBack(const QString& folder);
    void waitForOwner(const TakenBack& run, int tries);
    void failToTakeBack(const QString& folder, const QString& message);
    void settleFullDisk();
    void summarise();
    void noteVisit();

    Parts m_parts;
    QWidget* m_window;
    QueueRunner m_queue;
    QString m_project;
    QSet<QString> m_foreign, m_own;  // runs that are being trained: by another program; by this one, until the list has seen their end
};

}  // namespace potstill
