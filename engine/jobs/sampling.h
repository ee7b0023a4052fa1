#pragma once

#include "engine/jobs/columnsampling.h"
#include "engine/jobs/jobs.h"
#include "engine/model/model.h"

#include <filesystem>
#include <optional>

namespace potstill {

struct OpenModels {
    torch::Device device{torch::kCPU};
    Model model;
    std::optional<Model> teacher;
};
/// Loads what a request names; the teacher only when its column is asked for and it is another model.
OpenModels openModels(const SampleRequest& request);
/// The columns of a request with the models that it opened. Throws Error(BadOption) that names the setting.
std::vector<PlannedColumn> plannedColumns(const SampleRequest& request, OpenModels& open);

struct SampleTensors {
    std::vector<std::string> columns;
    std::vector<torch::Tensor> images;  // one per column: [rows, C, H, W], float32, CPU
    std::vector<int> nfe;
    std::vector<double> milliseconds;  // per image, mean over all rows
    torch::Tensor labels;              // [rows] or undefined
};
/// The images of the columns of a request as tensors; empty when stopped.
SampleTensors sampleTensors(const SampleRequest& request, const std::vector<PlannedColumn>& columns, const torch::Device& device, RunControl& control, RunObserver& observer);

/// Whether noise correction changes anything: velocity prediction from pure noise (a(T) = 0) returns the true noise already, bit for bit.
bool noiseCorrectionApplies(const Model& model);
/// The project that a run or checkpoint lies in; empty when none.
std::filesystem::path projectOf(const std::filesystem::path& model);
/// Where the teacher of a request lies: the one named, the student's own, or (of a teacher) the model itself. Throws Error(NotFound).
std::filesystem::path resolvedTeacher(const SampleRequest& request);
/// The teacher that a student's run was configured with; "" when none.
std::string teacherPathOf(const std::filesystem::path& model);

}  // namespace potstill
