#pragma once

#include "engine/jobs/jobs.h"
#include "engine/train/trainer.h"

namespace potstill {

struct TrainingJob::Impl {
    std::filesystem::path folder;
    Continuation changed;
    std::unique_ptr<Trainer> trainer;  ///< while run() is on
};

}  // namespace potstill
