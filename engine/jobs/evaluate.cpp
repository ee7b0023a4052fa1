#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/sampling.h"
#include "engine/metrics/features.h"
#include "engine/tensor/device.h"
#include "engine/train/runoptions.h"
#include "engine/train/workshop.h"

#include <fmt/format.h>

#include <numeric>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// The data a model was trained on, as its run states it; sprites for bundled models.
DataOptions dataOf(const fs::path& model, const Model& loaded)
{
    DataOptions options;
    options.imageSize = loaded.imageSize;
    for (fs::path p = fs::weakly_canonical(model); p.has_relative_path(); p = p.parent_path())
        if (fs::exists(p / "config.json") && fs::exists(p / "checkpoints")) {
            const Json section = valueAt(readJsonFile(p / "config.json"), "options.data");
            if (section.is_object())
                return DataOptions::table().fromJson(section);
        }
    return options;
}

/// Figures of a run stay with it: evaluations/IMAGES-COUNT.json, where the studio finds them. A folder that cannot be written loses nothing but that.
void keepWithRun(const fs::path& model, std::int64_t imagesSeen, std::int64_t count, const Json& columns)
{
    for (fs::path p = fs::weakly_canonical(model); p.has_relative_path(); p = p.parent_path())
        if (fs::exists(p / "config.json") && fs::exists(p / "checkpoints")) {
            try {
                fs::create_directories(p / "evaluations");
                writeJsonFile(p / "evaluations" / fmt::format("{:09}-{}.json", imagesSeen, count), {{"images_seen", imagesSeen}, {"count", count}, {"columns", columns}});
            } catch (const std::exception&) {
            }
            return;
        }
}

}  // namespace

Json evaluateModel(const EvaluateRequest& request, RunControl& control, RunObserver& observer)
{
    Json out = Json::array();
    translatingTorchErrors([&] {
        SampleRequest samples = request.samples;
        samples.seeds.resize(static_cast<std::size_t>(request.count));
        std::iota(samples.seeds.begin(), samples.seeds.end(), 0u);
        OpenModels open = openModels(samples);
        const fs::path path = resolveModelPath(samples.model.string(), ".");
        DataOptions dataOptions = dataOf(path, open.model);
        if (!request.data.empty())
            dataOptions.source = request.data;
        fs::path cache = request.cacheFolder;
        if (cache.empty())
            cache = projectOf(path).empty() ? fs::temp_directory_path() / "potstill-preview" : cacheFolderOf(projectOf(path));
        std::shared_ptr<const Dataset> data;
        try {
            data = openDataset(dataOptions, cache, &control, &observer);
        } catch (const PackingStopped&) {
            return;
        }
        const TrainedClassifier classifier = classifierFor(data, cache, open.device, &control, &observer);
        if (control.isStopping())
            return;
        const SampleTensors made = sampleTensors(samples, open, control, observer);
        for (std::size_t c = 0; c < made.columns.size(); ++c) {
            Json entry = {{"column", made.columns[c]}, {"nfe", made.nfe[c]}, {"milliseconds_per_image", made.milliseconds[c]}};
            entry.update(evaluateSamples(made.images[c], made.labels, data, classifier, std::max<std::int64_t>(request.count, 5000), open.device).toJson());
            out.push_back(std::move(entry));
        }
        if (!out.empty())
            keepWithRun(path, open.model.imagesSeen, request.count, out);
    });
    return out;
}

}  // namespace potstill
