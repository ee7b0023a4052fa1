#include "engine/jobs/jobs.h"

#include "engine/data/dataset.h"
#include "engine/tensor/rng.h"

namespace potstill {

namespace {

DataOptions dataOptionsOf(const Json& section) { return DataOptions::table().fromJson(section); }

/// Small sets for looking at are packed where the system keeps temporary files of this user's programs.
std::filesystem::path previewCache() { return std::filesystem::temp_directory_path() / "potstill-preview"; }

}  // namespace

DatasetPreview previewDataset(const Json& dataSection, int count, std::uint64_t seed, RunControl& control, RunObserver& observer)
{
    DataOptions options = dataOptionsOf(dataSection);
    const auto data = openDataset(options, previewCache(), &control, &observer);
    DatasetPreview preview;
    preview.classNames = data->classNames();
    preview.classCounts = data->classCounts();
    preview.size = data->isEndless() ? -1 : data->size();
    preview.facts = data->facts();
    for (const std::string& text : preview.facts.value("notes", std::vector<std::string>()))
        preview.notes.push_back(RunWarning::fromText(text));
    for (const std::string& text : preview.facts.value("skipped", std::vector<std::string>()))
        preview.skipped.push_back(RunWarning::fromText(text));
    preview.skippedCount = preview.facts.value("skipped_images", std::int64_t(0));
    Rng rng = Rng(seed).fork("preview");
    std::vector<std::int64_t> indices;
    for (int i = 0; i < count; ++i)
        indices.push_back(data->isEndless() ? i : rng.integer(data->size()));
    const auto [images, labels] = data->get(indices);
    for (int i = 0; i < count; ++i) {
        preview.images.push_back(imageFromTensor(images[i]));
        const auto label = labels.defined() ? labels[i].item<std::int64_t>() : -1;
        preview.labels.push_back(label >= 0 && static_cast<std::size_t>(label) < preview.classNames.size() ? preview.classNames[static_cast<std::size_t>(label)] : "");
    }
    return preview;
}

Json packDataset(const Json& dataSection, const std::filesystem::path& out, RunControl& control, RunObserver& observer)
{
    std::filesystem::create_directories(out);
    std::shared_ptr<const Dataset> data;
    try {
        data = openDataset(dataOptionsOf(dataSection), out, &control, &observer);
    } catch (const PackingStopped&) {
        return Json::object();
    }
    Json facts = factsInSentences(*data);
    facts["fingerprint"] = data->fingerprint();
    facts["class_names"] = data->classNames();
    facts["class_counts"] = data->classCounts();
    return facts;
}

}  // namespace potstill
