#include "engine/train/trainerimpl.h"

#include "engine/io/atomicfile.h"

#include <thread>

namespace potstill {

/// Runs f, which writes to the disk; a full disk pauses the run until there is room, then f is tried again. Nothing is lost. Error(DiskFull) when the run is stopped before there is.
void Trainer::Impl::writing(const std::function<void()>& f)
{
    for (;;) {
        try {
            f();
            return;
        } catch (const Error& e) {
            if (e.code() != ErrorCode::DiskFull)
                throw;
            pauseByItself(e.line());
            if (control.isStopping()) {
                const std::string saved = std::to_string(std::max<std::int64_t>(lastSaved, 0));
                throw Error(ErrorCode::DiskFull, {"stopped-for-room",
                                                  imagesSeen,
                                                  {{"saved", saved}},
                                                  std::string(e.what()) + " The run was stopped before there was room; the last checkpoint holds " + saved + " images."});
            }
        }
    }
}

void Trainer::Impl::pauseByItself(const std::string& reason)
{
    observer.onLog(LogLevel::Warning, reason);
    control.setPaused(true);
    observer.onPausedByItself(reason);
    waitWhilePaused();
    poll();
}

/// Before it is too late: below the set room the run pauses, again and again until there is room. A run that is stopped meanwhile still has what room there is for its last checkpoint.
void Trainer::Impl::waitForDisk()
{
    const double wanted = shop.options.training.minFreeDiskGb;
    while (!control.isStopping()) {
        const double free = static_cast<double>(freeDiskBytes(runFolder)) / 1e9;
        if (free >= wanted)
            return;
        pauseByItself(WarningWatch::lowDisk(imagesSeen, free, wanted, runFolder.string()).text());
    }
}

/// Their time is not the training's.
void Trainer::Impl::runPostedTasks()
{
    const auto since = Clock::now();
    if (!control.runPostedTasks())
        return;
    sessionStart += Clock::now() - since;
    statistics.skipTime();
}

void Trainer::Impl::waitWhilePaused()
{
    if (!control.isPaused())
        return;
    const auto since = Clock::now();
    try {
        writeRunState(runFolder, RunState::Paused, imagesSeen);
    } catch (const Error&) {
        // Only for people who look from outside; a full disk is the very reason to be here.
    }
    while (control.isPaused() && !control.isStopping()) {
        if (!loader) {  // the data are yet to be packed: there is no model to lend, to show or to save, and who asks for one waits
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            continue;
        }
        control.runPostedTasks();
        if (control.takePreviewRequest())
            preview(Weights::Ema);
        if (control.takeSaveRequest() && lastSaved != imagesSeen)
            save();
        control.waitForChange(250);
    }
    sessionStart += Clock::now() - since;
    statistics.skipTime();
    if (!control.isStopping())
        writing([&] { writeRunState(runFolder, RunState::Running, imagesSeen); });
}

}  // namespace potstill
