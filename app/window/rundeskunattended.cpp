#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "app/window/runsummary.h"
#include "app/window/settings.h"
#include "engine/io/diskuse.h"
#include "engine/io/runowner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

// Runs that nobody watches: handed to a program without a window, followed and taken back; what becomes of them on a full disk, and what is told of them afterwards.
namespace potstill {

namespace {

constexpr int kOwnerTries = 600, kOwnerEveryMs = 200;  // a checkpoint of a large model takes its time

QString headlessProgram()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const char* name : {"potstill-cli", "cli/potstill-cli"})
        if (QFileInfo(here.filePath(name)).isExecutable())
            return here.filePath(name);
    return QStandardPaths::findExecutable("potstill-cli");
}

}  // namespace

bool RunDesk::startHeadless(const QStringList& arguments)
{
    QProcess worker;
    worker.setProgram(headlessProgram());
    worker.setArguments(arguments);
    const QString log = arguments.value(arguments.indexOf("--project") + 1) + "/queue.log";
    worker.setStandardOutputFile(log, QIODevice::Append);
    worker.setStandardErrorFile(log, QIODevice::Append);
    worker.setStandardInputFile(QProcess::nullDevice());
    return worker.startDetached();
}

bool RunDesk::canHandOver() const { return !headlessProgram().isEmpty(); }

/// The list is read every few seconds: a run that another program trained then, and does no longer, has ended meanwhile.
void RunDesk::watchForeignRuns()
{
    const RunSession& session = m_parts.session;
    for (const RunSummary& run : m_parts.runs.runs()) {
        const QString folder = QString::fromStdString(run.folder.string());
        if (run.state != RunState::Running) {
            if (!session.isActive() || folder != session.runFolder())
                m_own.remove(folder);
            if (m_foreign.remove(folder))
                Q_EMIT followedRunEnded(run);
        } else if (session.state() != RunSession::State::Starting && !m_own.contains(folder)) {
            m_foreign.insert(folder);
        }
    }
}

void RunDesk::handOver(const QString& runFolder, std::function<void()> done)
{
    m_queue.hold();
    runInBackground<bool>(
        this,
        [project = m_project.toStdString(), run = runFolder.isEmpty() ? std::string() : QDir(runFolder).dirName().toStdString()] {
            RunQueue queue(project);
            if (!run.empty()) {
                QueueEntry entry;
                entry.resume = "runs/" + run;
                queue.add(entry, 0);
            }
            return !queue.entries().empty();
        },
        [this, done](bool hasWork) {
            if (hasWork && !startWorker({"queue", "--project", m_project, "--on-full-disk", wordOf(Settings().fullDiskPolicy())}))
                Q_EMIT problem(tr("The program without a window did not start; the run is saved and waits in the queue."));
            done();
        },
        [this, done](const QString& message) {
            Q_EMIT problem(message);
            done();
        });
}

void RunDesk::takeBack(const QString& folder)
{
    // Its end is not told as that of a run that is only followed.
    m_foreign.remove(folder);
    m_own.insert(folder);
    struct Asked {
        bool isAsked = false, isOfQueue = false;
    };
    runInBackground<Asked>(
        this,
        [run = folder.toStdString(), project = m_project.toStdString()] {
            const auto owner = ownerOf(run), worker = ownerOf(project);
            return Asked{!owner || askToFinish(*owner), owner && worker && worker->pid == owner->pid && worker->host == owner->host};
        },
        [this, run = TakenBack{folder, m_parts.runs.nameOf(folder), m_project, false}](const Asked& asked) mutable {
            run.isOfQueue = asked.isOfQueue;
            if (asked.isAsked)
                waitForOwner(run, kOwnerTries);
            else
                failToTakeBack(run.folder, tr("The program that trains this run cannot be asked from here to stop; stop it where it runs."));
        },
        [this, folder](const QString& message) { failToTakeBack(folder, message); });
}

void RunDesk::failToTakeBack(const QString& folder, const QString& message)
{
    m_own.remove(folder);
    Q_EMIT problem(message);
}

/// Goes on with the run as soon as nobody holds it any more. In another project nothing is begun unasked.
void RunDesk::waitForOwner(const TakenBack& run, int tries)
{
    runInBackground<bool>(
        this, [folder = run.folder.toStdString(), project = run.project.toStdString(), isOfQueue = run.isOfQueue] { return ownerOf(folder) || (isOfQueue && ownerOf(project)); },
        [this, run, tries](bool isHeld) {
            if (isHeld && tries > 0) {
                QTimer::singleShot(kOwnerEveryMs, this, [this, run, tries] { waitForOwner(run, tries - 1); });
            } else if (isHeld) {
                failToTakeBack(run.folder, tr("The other program still trains this run; try again when it has stopped."));
            } else if (run.project != m_project) {
                failToTakeBack(run.folder, tr("%1 was stopped to be taken back; it waits in its project.").arg(run.name));
            } else {
                Q_EMIT resumeWanted(run.folder);
                if (run.isOfQueue)
                    m_queue.start();  // the other program was to do what waits, too
            }
        },
        [this, folder = run.folder](const QString& message) { failToTakeBack(folder, message); });
}

void RunDesk::settleFullDisk()
{
    const FullDiskPolicy policy = Settings().fullDiskPolicy();
    if (policy == FullDiskPolicy::Wait)
        return;
    const auto settle = [this, folder = m_parts.session.runFolder()](bool hasRoom) {
        RunSession& session = m_parts.session;
        if (session.state() != RunSession::State::Paused || session.runFolder() != folder)
            return;  // a person was faster
        if (hasRoom) {
            session.resume();
            return;
        }
        m_queue.continueAfterThisRun();
        session.finish();
    };
    if (policy == FullDiskPolicy::Next)
        settle(false);
    else
        runInBackground<bool>(
            this, [project = m_project.toStdString()] { return makeRoom(project) > 0; }, settle,
            [this, settle](const QString& message) {
                Q_EMIT problem(message);
                settle(false);
            });
}

void RunDesk::noteVisit()
{
    if (!m_project.isEmpty())
        Settings().setLastVisit(m_project, QString::fromStdString(utcNow()));
}

void RunDesk::summarise()
{
    Settings settings;
    const QString since = settings.lastVisit(m_project);
    settings.setLastVisit(m_project, QString::fromStdString(utcNow()));  // told once
    if (since.isEmpty())
        return;
    runInBackground<std::vector<RunReport>>(
        this, [project = m_project.toStdString(), since = since.toStdString()] { return reportsSince(project, since); },
        [this, project = m_project](const std::vector<RunReport>& reports) {
            if (project != m_project || reports.empty())
                return;
            auto* summary = new RunSummaryDialog(reports, m_window);
            summary->setAttribute(Qt::WA_DeleteOnClose);
            const auto open = [this](const QString& folder) {
                m_parts.runs.selectRun(folder);
                Q_EMIT m_parts.runs.runOpened(folder);
            };
            connect(summary, &RunSummaryDialog::runChosen, &m_parts.runs, open);
            connect(summary, &RunSummaryDialog::logChosen, this, &RunDesk::showLog);
            connect(summary, &RunSummaryDialog::ladderChosen, &m_parts.train, &TrainPage::ladderRequested);
            connect(summary, &RunSummaryDialog::warningChosen, this, [this, open](const QString& folder, const RunWarning& warning) {
                open(folder);
                Q_EMIT trainWanted();
                m_parts.train.showCause(warning);
            });
            summary->show();
        });
}

}  // namespace potstill
