#pragma once

#include "engine/jobs/jobs.h"
#include "engine/train/trainer.h"

namespace potstill {

struct TrainingJob::Impl {
    std::filesystem::path folder;
    Continuation changed;
    std::unique_ptr<Trainer> trainer;  ///< while run() is on
};

/// What a student's data have from its teacher: size, channels, classes. `facts`: modelFacts() of the teacher.
void takeDataFromTeacher(Json& document, const Json& facts);

}  // namespace potstill
