#include "app/cli/awake.h"
#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/io/diskuse.h"
#include "engine/io/runfolder.h"
#include "engine/io/runqueue.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <memory>

namespace potstill {

namespace {

enum class FullDisk { Wait, Prune, Next };

struct QueueArguments {
    std::string project, onFullDisk = "wait";
    bool list = false, json = false;
};

/// Nobody watches a queue: what happens on a full disk is settled beforehand.
class WorkerObserver final : public ProgressLine {
public:
    /// gaveUp: set when a run is stopped for want of room.
    WorkerObserver(RunControl& control, std::filesystem::path project, FullDisk policy, bool& gaveUp, bool isQuiet)
        : ProgressLine(control, isQuiet), m_control(control), m_project(std::move(project)), m_policy(policy), m_gaveUp(gaveUp)
    {
    }
    void onPausedByItself(const std::string& reason) override
    {
        if (m_policy == FullDisk::Wait) {
            ProgressLine::onPausedByItself(reason);
            return;
        }
        onLog(LogLevel::Warning, reason);
        const std::uint64_t freed = m_policy == FullDisk::Prune ? makeRoom(m_project) : 0;
        if (freed > 0) {
            onLog(LogLevel::Warning, fmt::format("{:.1f} MB of trash and old checkpoints were removed; the run goes on", static_cast<double>(freed) / 1e6));
            m_control.setPaused(false);
        } else {
            onLog(LogLevel::Warning, "the run is stopped and the queue goes on with the next one");
            m_gaveUp = true;
            m_control.requestStop(StopRequest::Finish);
        }
    }

private:
    RunControl& m_control;
    const std::filesystem::path m_project;
    const FullDisk m_policy;
    bool& m_gaveUp;
};

int list(const RunQueue& queue, bool json)
{
    Json all = Json::array();
    for (const QueueEntry& e : queue.entries()) {
        if (json)
            all.push_back({{"id", e.id},
                           {"name", e.name},
                           {"resume", e.resume},
                           {"extend_to", e.extendTo},
                           {"branch_of", e.branchOf},
                           {"runs_left", e.count() - e.begun},
                           {"sweep", textFromSweep(e.sweep)}});
        else if (!e.resume.empty())
            fmt::print("go on with {}{}\n", e.resume, e.extendTo > 0 ? fmt::format(" to {} images", e.extendTo) : "");
        else
            fmt::print("{}: {} run(s) left{}{}{}\n", e.name.empty() ? e.document.value("kind", "run") : e.name, e.count() - e.begun, e.sweep.empty() ? "" : ", ",
                       textFromSweep(e.sweep), e.branchOf.empty() ? "" : ", from " + e.branchOf);
    }
    if (json)
        printJson(all);
    return kDone;
}

/// Does one run. False when a person asked for the end; gaveUp: it was stopped for want of room.
bool work(const QueuedRun& next, const QueueArguments& a, FullDisk policy, bool& gaveUp)
{
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Saves);
    auto job = next.resume.empty() ? TrainingJob::create(a.project, next.document, next.name, next.branchOf) : TrainingJob::resume(next.resume, {next.extendTo});
    {
        WorkerObserver observer(control, a.project, policy, gaveUp, a.json);
        const JobOutcome outcome = job->run(control, observer);
        const std::string line = fmt::format("{} {}",
                                             outcome == JobOutcome::Finished  ? "finished"
                                             : outcome == JobOutcome::Stopped ? "stopped"
                                                                              : "aborted",
                                             job->runFolder().string());
        fmt::print(stderr, "{}\n", line);
    }
    return !interrupts.wereSeen();
}

int workOff(const QueueArguments& a)
{
    const FullDisk policy = a.onFullDisk == "prune" ? FullDisk::Prune : a.onFullDisk == "next" ? FullDisk::Next : FullDisk::Wait;
    RunQueue queue(Project::open(a.project).folder());
    if (a.list)
        return list(queue, a.json);
    const RunLock lock(a.project);  // one worker a project
    const Awake awake;
    int done = 0, failed = 0;
    while (const auto next = queue.take()) {
        bool gaveUp = false;
        try {
            if (!work(*next, a, policy, gaveUp))
                return kStopped;
            ++(gaveUp ? failed : done);
        } catch (const std::exception& e) {
            ++failed;
            fmt::print(stderr, "failed: {}\n", e.what());
            if (!gaveUp && !queue.continuesAfterFailure())
                break;
        }
    }
    if (a.json)
        printJson({{"done", done}, {"failed", failed}, {"left", queue.entries().size()}});
    else
        fmt::print("{} run(s) done, {} failed\n", done, failed);
    return failed > 0 ? kFailed : kDone;
}

}  // namespace

void addQueueVerb(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<QueueArguments>();
    CLI::App* sub = app.add_subcommand("queue", "Work off the queue of a project, one run after the other");
    sub->add_option("--project", a->project, "Folder of the project")->required();
    sub->add_option("--on-full-disk", a->onFullDisk, "wait: until there is room; prune: remove the trash and old checkpoints; next: stop the run, go on with the next one")
        ->check(CLI::IsMember({"wait", "prune", "next"}))
        ->capture_default_str();
    sub->add_flag("--list", a->list, "Print what waits and do nothing");
    sub->add_flag("--json", a->json, "Print the result as JSON, no progress");
    sub->callback([a, &chosen] { chosen = [a] { return workOff(*a); }; });
}

}  // namespace potstill
