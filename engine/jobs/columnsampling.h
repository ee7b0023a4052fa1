#pragma once

#include "engine/jobs/comparison.h"
#include "engine/model/model.h"

#include <chrono>
#include <functional>

namespace potstill {

/// A column with its network and everything settled: what is sampled, at which times, with which options.
struct PlannedColumn {
    SampleColumn asked;
    Model* model = nullptr;
    SamplerOptions options;
    TimeGrid times;
    bool isOnGrid = true;  // the times are (the beginning of) those that a student was distilled on
    std::optional<RunWarning> warning;

    std::string heading(int nfe) const;  // nfe 0 = not sampled yet
};
/// Throws Error(BadOption) that names the setting.
PlannedColumn planColumn(const SampleColumn& asked, Model& model);
/// What a person should know of its samples: that of the column, and what was said when its model was opened.
std::vector<RunWarning> warningsOf(const PlannedColumn& column);

/// The rows of a table.
struct SampleRows {
    std::uint64_t noiseSeed = 0;
    std::vector<std::uint64_t> seeds;
    std::vector<std::int64_t> labels;  // empty where no model of the table knows classes
    /// Label of a row for a model; -1 = none.
    std::int64_t labelFor(const Model& model, std::size_t row) const;
};
/// Labels in turn, checked against every model.
SampleRows rowsFor(const std::vector<PlannedColumn>& columns, std::uint64_t noiseSeed, const std::vector<std::uint64_t>& seeds, const std::vector<std::int64_t>& classes);

/// Images of one column for some rows.
struct ColumnPart {
    std::size_t column = 0;
    std::vector<std::size_t> rows;
    torch::Tensor images;  // [rows, C, H, W], float32, CPU
    int nfe = 0;
    double milliseconds = 0;  // per image
};
/// Network calls, counted per image.
struct NetworkCalls {
    std::int64_t made = 0;
    std::int64_t saved = 0;  // those of columns that were read off another one
};

/// What a run predicts on its way to images that are not there yet: for the eye alone.
struct ColumnPreview {
    std::size_t column = 0;
    std::vector<std::size_t> rows;
    torch::Tensor images;  // [rows, C, H, W], float32, CPU: the prediction of the clean images
    int step = 0, steps = 0;
};
struct ColumnPreviews {
    std::function<void(const ColumnPreview&)> sink;  // none = nobody looks
    std::chrono::milliseconds atMostEvery{250};
};

/// Samples columns for rows, the cheapest runs first. A column that begins another one is read off on the way. Throws JobStopped when `control` stops.
NetworkCalls sampleColumns(const std::vector<PlannedColumn>& columns, const std::vector<std::size_t>& which, const SampleRows& rows, const std::vector<std::size_t>& wantedRows,
                           int batch, const torch::Device& device, RunControl* control, const std::function<void(const ColumnPart&)>& sink, const ColumnPreviews& previews = {});

/// True when sampling `shorter` gives exactly what `longer` predicts on its way.
bool isBeginningOf(const PlannedColumn& shorter, const PlannedColumn& longer);
Trajectory followSample(const PlannedColumn& column, const SampleRows& rows, const torch::Device& device, RunControl* control);
Json recipeOf(const PlannedColumn& column, const SampleRows& rows, std::size_t row, int nfe);

}  // namespace potstill
