#pragma once

#include "engine/data/loader.h"
#include "engine/io/runfolder.h"
#include "engine/io/runlog.h"
#include "engine/nn/ema.h"
#include "engine/train/optimizer.h"
#include "engine/train/preview.h"
#include "engine/train/stepstatistics.h"
#include "engine/train/trainer.h"
#include "engine/train/warnings.h"
#include "engine/train/workshop.h"

#include <chrono>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

/// The state of one run while it is on. Its parts lie in trainer.cpp (from beginning to end), trainerstep.cpp (one optimiser step), trainercheckpoints.cpp, trainerpreviews.cpp and
/// trainerpauses.cpp (whatever the run waits for).
struct Trainer::Impl {
    using Clock = std::chrono::steady_clock;
    struct Aborted {};  ///< leaves the loop from any depth; never crosses run()
    static double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

    Impl(const std::filesystem::path& folder, RunControl& c, RunObserver& o, const Continuation& changed_)
        : runFolder(folder), project(folder.parent_path().parent_path()), changed(changed_), control(c), observer(o), lock(folder)
    {
    }

    RunOutcome run();
    RunState endState() const;
    void noteState(RunState state, std::int64_t images, const std::string& error = "");
    void setUp();
    void restore(const std::filesystem::path& checkpoint);
    void loop();
    void step();
    Batch onDevice(Batch batch) const;
    void runPhase(std::size_t index, const std::vector<Batch>& batches);
    void tick();
    void preview(Weights weights);
    void save();
    void refuseOtherOrigin(const Json& state) const;
    /// Removes old checkpoints; the best one stays, and those that queued branches start from.
    void prune();
    void trackBest();
    double bestFigureNow();
    double averagedLoss(BatchLoader::Part which);
    double learningRate() const;
    void poll() const
    {
        if (control.isAborted())
            throw Aborted{};
    }
    void runPostedTasks();
    void waitWhilePaused();
    void pauseByItself(const std::string& reason);
    void waitForDisk();
    void writing(const std::function<void()>& f);
    void log(LogLevel level, const std::string& text)
    {
        appendLog(runFolder, level, text);
        observer.onLog(level, text);
    }
    /// Names in the log what of the data cannot be read: packing says it once, and the next run finds the packed set.
    void tellSkipped();
    Model modelWith(Weights weights)
    {
        Model m = shop.model;
        m.imagesSeen = imagesSeen;
        if (weights == Weights::Ema)
            m.network = emaNetwork;
        return m;
    }
    void report();

    std::filesystem::path runFolder, project;
    const Continuation changed;
    RunControl& control;
    RunObserver& observer;
    RunLock lock;
    Workshop shop;
    std::vector<Phase> phases;
    std::vector<Adam> optimizers;
    std::unique_ptr<BatchLoader> loader;
    std::unique_ptr<Ema> ema;
    std::shared_ptr<UNet> emaNetwork;  // its parameters are the averages
    std::unique_ptr<Previewer> previewer;
    std::unique_ptr<StatsLog> stats;
    StepStatistics statistics;
    WarningWatch warnings;

    std::int64_t imagesSeen = 0, steps = 0;
    std::vector<int> nonFiniteInRow;  // of each phase
    double wallBefore = 0;            // seconds of earlier sessions
    Clock::time_point sessionStart = Clock::now(), lastReport = Clock::now();
    double lastWaited = 0, lastTickAt = 0;
    std::map<std::string, double> figures;  // held_out_loss and teacher_distance of the averages at figuresAt images
    std::int64_t figuresAt = -1;
    double bestValue = std::numeric_limits<double>::infinity();
    std::string bestCheckpoint;
    std::int64_t lastSaved = -1;
};

}  // namespace potstill
