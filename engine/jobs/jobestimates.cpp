#include "engine/jobs/estimate.h"

#include "engine/core/resources.h"
#include "engine/data/imagesource.h"
#include "engine/data/packedset.h"
#include "engine/data/packing.h"
#include "engine/jobs/columnsampling.h"
#include "engine/jobs/sampling.h"
#include "engine/train/methods.h"
#include "engine/train/runoptions.h"
#include "engine/train/workshop.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace potstill {

namespace fs = std::filesystem;

std::int64_t activationBytes(const UNetConfig& config, std::int64_t size)
{
    // About ten maps of the level's width for every layer, on the way down and up; a level down holds half of it.
    double bytes = 0;
    for (std::size_t level = 0; level < config.blockOutChannels.size(); ++level) {
        const double side = static_cast<double>(size) / std::pow(2.0, static_cast<double>(level));
        bytes += 20.0 * static_cast<double>(config.layersPerBlock) * side * side * static_cast<double>(config.blockOutChannels[level]) * 4;
    }
    return static_cast<std::int64_t>(bytes);
}

namespace {

/// What images leave on the disk when they are packed.
std::int64_t packedBytes(std::size_t images, const DataOptions& options)
{
    return static_cast<std::int64_t>(images)
           * (static_cast<std::int64_t>(options.channels) * options.imageSize * options.imageSize + static_cast<std::int64_t>(sizeof(std::int64_t)));
}

/// Drawn as they are needed, or packed already.
bool isPackedElsewhere(const DataOptions& options) { return options.source == "sprites" || isPackedSetName(options.source); }

/// What a run of the project adds to its packed data: nothing where the set lies there. A source that cannot be listed is told where it is opened.
std::int64_t newPackedBytes(const DataOptions& options, const fs::path& project)
{
    if (options.source.empty() || isPackedElsewhere(options))
        return 0;
    try {
        const ImageSource source = scanImageSource(options);
        return fs::exists(packedFileFor(source, options, cacheFolderOf(project))) ? 0 : packedBytes(source.images.size(), options);
    } catch (const std::exception&) {
        return 0;
    }
}

/// What all previews of a run take: grids of the averages and of the raw weights, and of a student its networks' view, as PNGs of at most their pixels. Not an integer: nobody limits their number.
double previewBytes([[maybe_unused]] const RunOptions& options)
{
#ifndef POTSTILL_HAS_IMAGING
    return 0;  // none is written
#else
    constexpr double kDescription = 6'000;  // of each sheet, inside and beside it
    const TrainingOptions& t = options.training;
    const bool isStudent = options.kind == "student";
    const auto stages = static_cast<double>(options.imagineFlash.timeGrid().size());
    const double columns = isStudent ? 2 * (stages + 1) + 3 * stages : 2, sheets = isStudent ? 3 : 2;
    const double pixels = static_cast<double>(options.data.channels) * options.data.imageSize * options.data.imageSize;
    return (static_cast<double>(t.images / t.previewEvery) + 2) * (t.previewRows * columns * pixels + sheets * kDescription);
#endif
}

}  // namespace

RunEstimate estimateRun(const Json& partial, bool measureSpeed, const fs::path& project)
{
    const Json document = merged(defaultsOf(runSchema()), partial);
    RunOptions options = RunOptions::table().fromJson(document);
    RunEstimate estimate;
    std::shared_ptr<UNet> network;
    if (options.kind == "student") {
        network = loadModel(resolveModelPath(options.teacher, "."), torch::Device(torch::kCPU)).network;
    } else {
        // Classes are not known before the data is read; their table is a negligible part.
        network = std::make_shared<UNet>(options.network.unetConfig(options.data, 0, false));
        if (measureSpeed)
            network->init(Rng(0));
    }
    estimate.parameters = network->parameterCount();
    const std::int64_t size = options.data.imageSize;
    const UNetConfig& c = network->config();
    const std::int64_t copies = options.kind == "student" ? 6 : 5;  // weights, gradients, two moments, average, teacher
    estimate.memoryBytes = estimate.parameters * 4 * copies + activationBytes(c, size) * options.training.batch;
    const TrainingOptions& t = options.training;
    const std::int64_t written = t.images / t.checkpointEvery + 2, kept = std::min<std::int64_t>(written, t.keepCheckpoints + 1 + (t.keepEvery > 0 ? t.images / t.keepEvery : 0));
    const double disk =
        static_cast<double>(estimate.parameters) * 4 * 4 * static_cast<double>(kept) + previewBytes(options) + static_cast<double>(newPackedBytes(options.data, project));
    estimate.diskBytes = static_cast<std::int64_t>(std::min(disk, 9e18));
    if (measureSpeed) {
        torch::NoGradGuard noGrad;
        const torch::Tensor x = torch::zeros({options.training.batch, c.inChannels, size, size}), t = torch::zeros({options.training.batch});
        const torch::Tensor classes = c.numClassEmbeds ? torch::zeros({options.training.batch}, torch::kInt64) : torch::Tensor();
        network->forward(x, t, classes);
        const auto start = std::chrono::steady_clock::now();
        network->forward(x, t, classes);
        const double forward = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / static_cast<double>(options.training.batch);
        estimate.secondsPerImage = forward * methodByName(options.method).passes(options);
    }
    return estimate;
}

namespace {

constexpr std::int64_t kCardBytes = 16'000;  ///< descriptions, model card and headers beside the weights

std::int64_t pixelsOf(const Model& model) { return model.network->config().inChannels * model.imageSize * model.imageSize; }

/// Opens and plans what a request names, as sampling would. `rows` seeds in each column, of `bytesPerValue` each in memory until the end.
RunEstimate estimateTable(const SampleRequest& request, std::int64_t rows, std::int64_t bytesPerValue)
{
    SampleRequest own = request;
    own.threads = -1;  // nothing is computed here
    OpenModels open = openModels(own);
    const std::vector<PlannedColumn> columns = plannedColumns(own, open);
    (void)rowsFor(columns, own.noiseSeed, own.seeds, own.classes);
    const std::int64_t images = rows * static_cast<std::int64_t>(columns.size()), size = open.model.imageSize, parameters = open.model.network->parameterCount();
    RunEstimate estimate;
    estimate.parameters = parameters + (open.teacher ? open.teacher->network->parameterCount() : 0);
    // Without a backward pass about two of the ten maps of a layer are alive at once.
    const std::int64_t atWork = activationBytes(open.model.network->config(), size) / 5 * std::min<std::int64_t>(own.batch, rows);
    estimate.memoryBytes = estimate.parameters * 4 + atWork + images * pixelsOf(open.model) * bytesPerValue;
    estimate.diskBytes = images * pixelsOf(open.model);
    return estimate;
}

}  // namespace

RunEstimate estimateSampling(const SampleRequest& request)
{
    constexpr std::int64_t kRecipeBytes = 3'000;
    RunEstimate estimate = estimateTable(request, static_cast<std::int64_t>(request.seeds.size()), 1);
    // Each image alone and once more in the grid; a PNG is at most a little larger than its pixels.
    estimate.diskBytes = 2 * estimate.diskBytes + static_cast<std::int64_t>(request.seeds.size()) * kRecipeBytes;
    return estimate;
}

RunEstimate estimateEvaluation(const EvaluateRequest& request)
{
    RunEstimate estimate = estimateTable(request.samples, request.count, sizeof(float));
    estimate.diskBytes = kCardBytes;  // the figures alone
    if (!request.scriptedExtractor.empty())
        requireExtractor(request.scriptedExtractor);
    return estimate;
}

RunEstimate estimateExport(const ExportRequest& request)
{
    const Model model = loadModel(resolveModelPath(request.model.string(), "."), torch::Device(torch::kCPU), request.weights == "raw" ? Weights::Raw : Weights::Ema);
    RunEstimate estimate;
    estimate.parameters = model.network->parameterCount();
    estimate.memoryBytes = estimate.parameters * (request.halfPrecision ? 6 : 4);
    estimate.diskBytes = estimate.parameters * (request.halfPrecision ? 2 : 4) + kCardBytes;
    return estimate;
}

RunEstimate estimatePacking(const Json& dataSection)
{
    const DataOptions options = DataOptions::table().fromJson(dataSection);
    RunEstimate estimate;
    if (isPackedElsewhere(options))
        return estimate;
    estimate.diskBytes = packedBytes(scanImageSource(options).images.size(), options);
    constexpr std::int64_t kChunkBytes = 64 << 20, kDecodedBytes = 16 * 3 * 2048 * 2048;  // what packImages() holds, and a photograph on each of some cores
    estimate.memoryBytes = std::min(estimate.diskBytes, kChunkBytes) + kDecodedBytes;
    return estimate;
}

}  // namespace potstill
