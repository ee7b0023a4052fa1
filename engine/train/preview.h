#pragma once

#include "engine/core/runobserver.h"
#include "engine/distill/method.h"
#include "engine/model/model.h"

#include <filesystem>
#include <functional>

namespace potstill {

/// A grid with what is told of each column and each row in the words of every other recipe.
struct PreviewSheet : PreviewGrid {
    std::vector<Json> ofColumns;  ///< role, sampler, steps, nfe, times, guidance; empty for the networks' view, which nobody can sample again
    std::vector<Json> ofRows;     ///< seed, class, class_name
};

/// Samples a fixed set of noises at every preview, so that pictures over a run can be compared.
class Previewer {
public:
    /// rows noises of seed 0, classes in turn. steps = those of a teacher, as many network calls (NFE) each as its sampler and its guidance cost.
    Previewer(int rows, int steps, const torch::Device& device) : m_rows(rows), m_steps(steps), m_device(device) {}

    /// Columns of a student: 1 ... N steps of its grid, then the teacher; of a teacher: its own sampler. poll is asked before each step and may throw.
    /// teacher may be null.
    PreviewSheet sample(Model& model, Model* teacher, std::int64_t imagesSeen, Weights weights, const std::function<void()>& poll);
    /// What the method's networks make of the same inputs, from the same noises; without columns where the method has nothing to show.
    PreviewSheet networks(Method& method, const Model& model, std::int64_t imagesSeen, const std::function<void()>& poll) const;
    /// Mean squared distance of the student's last column to the teacher's images of the same noise, from the last sample() of a student; -1 before.
    double teacherDistance() const { return m_teacherDistance; }

private:
    torch::Tensor noises(const Model& model, std::uint64_t stage) const;  // [rows, C, H, W]
    void addCells(PreviewSheet& sheet, const Model& model, const std::vector<torch::Tensor>& columns) const;

    int m_rows;
    int m_steps;
    torch::Device m_device;
    torch::Tensor m_teacherImages;  // [rows, C, H, W]; the teacher does not change: sampled once
    std::int64_t m_teacherNfe = 0;
    double m_teacherDistance = -1;
};

/// Writes samples/NNNNNNNNN-KIND.png (kind "ema", "raw" or "networks"; the recipe of each cell inside, of the networks' view one for all) and .json beside it; returns the PNG, or "" where the program was built without
/// image files.
std::string writePreview(const PreviewSheet& sheet, std::string_view kind, const Json& model, const std::filesystem::path& runFolder);

}  // namespace potstill
