#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/data/dataset.h"
#include "engine/distill/method.h"
#include "engine/model/model.h"
#include "engine/train/runoptions.h"

#include <filesystem>
#include <optional>

namespace potstill {

/// Everything a run works with, made from its options: data, teacher, network, method.
struct Workshop {
    RunOptions options;
    torch::Device device{torch::kCPU};
    std::shared_ptr<const Dataset> data;
    std::optional<Model> teacher;  ///< students only; frozen
    Model model;                   ///< model.network is what is trained
    std::unique_ptr<Method> method;
};

/// Throws Error when options, data and teacher do not fit together. `project` = folder against which relative paths are taken and where packed data is kept.
Workshop buildWorkshop(const RunOptions& options, const std::filesystem::path& project, RunControl& control, RunObserver& observer);

/// Folder for packed data and classifiers of a project.
std::filesystem::path cacheFolderOf(const std::filesystem::path& project);

}  // namespace potstill
