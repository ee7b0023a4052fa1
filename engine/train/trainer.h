#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/distill/method.h"
#include "engine/io/continuation.h"
#include "engine/model/model.h"
#include "engine/train/runoptions.h"

#include <filesystem>

namespace potstill {

enum class RunOutcome { Finished, Stopped, Aborted };

/// The one training loop for every task. Gradient guard, clipping, accumulation, EMA, statistics, previews, checkpoints, retention, disk guard, exact resume.
/// Expected ends are outcomes; failures are exceptions (and are written into the run folder).
class Trainer {
public:
    /// A new run (the folder was made by Project::createRun), or one to be resumed from its newest good checkpoint. Error(Locked) when another has it.
    Trainer(const std::filesystem::path& runFolder, RunControl& control, RunObserver& observer, const Continuation& changed = {});
    ~Trainer();
    RunOutcome run();
    /// The model in its present state, for sampling between steps (called from a task that RunControl::post delivered). Shares the weights.
    Model liveModel(Weights weights);
    /// The frozen teacher of a student, else null. Valid while run() is on.
    Model* teacher();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace potstill
