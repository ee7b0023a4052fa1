#include "engine/jobs/comparison.h"

#include "engine/core/resources.h"
#include "engine/data/dataset.h"
#include "engine/io/checkpoint.h"
#include "engine/jobs/columnsampling.h"
#include "engine/jobs/sampling.h"
#include "engine/jobs/trainingjob.h"
#include "engine/tensor/device.h"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <numeric>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kParametersKept = 300'000'000;  // of networks that the last request did not name
constexpr std::size_t kBytesKept = 512u << 20;         // of images

/// Tells two states of one path apart: a run gains checkpoints.
std::string stateOfPath(const fs::path& path)
{
    const std::vector<fs::path> checkpoints = listCheckpoints(path);
    return checkpoints.empty() ? std::string() : checkpoints.back().filename().string();
}

struct OpenNetwork {
    Model model;
    std::uint64_t lastUse = 0;
};

struct MadeImage {
    SampleCell cell;
    std::uint64_t lastUse = 0;
};

}  // namespace

struct ComparisonSampler::Impl {
    std::mutex mutex;
    std::map<std::string, OpenNetwork> networks;
    std::map<std::string, Model> liveNetworks;  // of the training that lends them, for one request
    std::map<std::string, MadeImage> images;
    std::size_t bytes = 0;
    std::uint64_t use = 0;
    torch::Device device{torch::kCPU};

    Model& open(const SampleColumn& column, TrainingJob* live)
    {
        const fs::path path = resolveModelPath(column.model.string(), ".");
        const std::string plain = fs::weakly_canonical(path).string() + (column.ema ? " ema" : " raw");
        if (live && live->impl().trainer && fs::weakly_canonical(path) == fs::weakly_canonical(live->runFolder())) {
            const auto found = liveNetworks.find(plain);
            if (found != liveNetworks.end())
                return found->second;
            Model model = live->impl().trainer->liveModel(column.ema ? Weights::Ema : Weights::Raw);
            model.origin = fs::weakly_canonical(path).string();
            model.weightsHash = fmt::format("live at {} images", model.imagesSeen);
            return liveNetworks.emplace(plain, std::move(model)).first->second;
        }
        const std::string key = fmt::format("{} {} {}", plain, stateOfPath(path), device.str());
        auto found = networks.find(key);
        if (found == networks.end())
            found = networks.emplace(key, OpenNetwork{loadModel(path, device, column.ema ? Weights::Ema : Weights::Raw), 0}).first;
        found->second.lastUse = use;
        return found->second.model;
    }

    std::vector<PlannedColumn> plan(const std::vector<SampleColumn>& columns, const std::string& deviceName, int threads, TrainingJob* live)
    {
        ++use;
        liveNetworks.clear();
        if (live && live->impl().trainer) {
            device = live->impl().trainer->liveModel(Weights::Raw).network->parameters().front().device();
        } else {
            configureThreads(threads);
            device = deviceFromName(deviceName);
        }
        std::vector<PlannedColumn> planned;
        for (const SampleColumn& column : columns)
            planned.push_back(planColumn(column, open(column, live)));
        return planned;
    }

    /// Two cells of equal keys are equal images.
    static std::string keyOf(const PlannedColumn& column, const SampleRows& rows, std::size_t row)
    {
        Json recipe = recipeOf(column, rows, row, 0);
        recipe.erase("role");
        recipe["device"] = column.model->network->parameters().front().device().str();
        return recipe.dump();
    }

    void forgetOldest()
    {
        while (bytes > kBytesKept) {
            auto oldest = std::min_element(images.begin(), images.end(), [](const auto& a, const auto& b) { return a.second.lastUse < b.second.lastUse; });
            if (oldest->second.lastUse == use)
                return;
            const std::uint64_t age = oldest->second.lastUse;
            for (auto it = images.begin(); it != images.end();)
                if (it->second.lastUse <= age) {
                    bytes -= it->second.cell.image.pixels.size();
                    it = images.erase(it);
                } else {
                    ++it;
                }
        }
    }
    void closeOldest()
    {
        const auto parameters = [&] {
            return std::accumulate(networks.begin(), networks.end(), std::int64_t(0),
                                   [&](std::int64_t sum, const auto& n) { return sum + (n.second.lastUse == use ? 0 : n.second.model.network->parameterCount()); });
        };
        while (parameters() > kParametersKept)
            networks.erase(std::min_element(networks.begin(), networks.end(), [](const auto& a, const auto& b) { return a.second.lastUse < b.second.lastUse; }));
    }

    SampleTable run(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress, TrainingJob* live);
    void sampleMissing(const std::vector<PlannedColumn>& columns, const SampleRows& rows, int batch, SampleTable& table, RunControl& control, RunObserver& observer,
                       const SampleProgress& progress);
};

SampleTable ComparisonSampler::Impl::run(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress, TrainingJob* live)
{
    const std::vector<PlannedColumn> columns = plan(request.columns, request.device, request.threads, live);
    const SampleRows rows = rowsFor(columns, request.noiseSeed, request.seeds, request.classes);
    SampleTable table;
    table.noiseCorrectionNote = noiseCorrectionNote(*columns.front().model);
    const auto sizeOf = [](const PlannedColumn& c) { return std::pair(c.model->imageSize, c.model->network->config().inChannels); };
    for (const PlannedColumn& c : columns) {
        table.columns.push_back(c.heading(0));
        if (!c.warning.empty())
            table.warnings.push_back(c.warning);
        if (sizeOf(c) != sizeOf(columns.front()))
            table.warnings.push_back(fmt::format("'{}' makes images of another size than '{}', so their noise is not the same.", c.heading(0), columns.front().heading(0)));
    }
    const auto named = std::find_if(columns.begin(), columns.end(), [](const PlannedColumn& c) { return c.model->classCount() > 0; });
    for (std::size_t row = 0; row < rows.seeds.size(); ++row) {
        const std::int64_t label = named == columns.end() ? -1 : rows.labelFor(*named->model, row);
        const bool hasName = label >= 0 && static_cast<std::size_t>(label) < named->model->classNames.size();
        table.rows.push_back(
            label < 0 ? fmt::format("seed {}", rows.seeds[row])
                      : fmt::format("seed {} · {}", rows.seeds[row], hasName ? named->model->classNames[static_cast<std::size_t>(label)] : fmt::format("class {}", label)));
    }
    table.cells.resize(rows.seeds.size() * columns.size());
    try {
        sampleMissing(columns, rows, request.batch, table, control, observer, progress);
    } catch (const StoppedSampling&) {
        table.complete = false;
    }
    liveNetworks.clear();
    forgetOldest();
    closeOldest();
    return table;
}

void ComparisonSampler::Impl::sampleMissing(const std::vector<PlannedColumn>& columns, const SampleRows& rows, int batch, SampleTable& table, RunControl& control,
                                            RunObserver& observer, const SampleProgress& progress)
{
    const std::size_t width = columns.size();
    std::map<std::vector<std::size_t>, std::vector<std::size_t>> columnsByMissingRows;
    std::vector<std::size_t> known;
    for (std::size_t c = 0; c < width; ++c) {
        std::vector<std::size_t> missing;
        for (std::size_t row = 0; row < rows.seeds.size(); ++row) {
            const auto found = images.find(keyOf(columns[c], rows, row));
            if (found == images.end()) {
                missing.push_back(row);
                continue;
            }
            found->second.lastUse = use;
            SampleCell& cell = table.cells[row * width + c];
            cell = found->second.cell;
            cell.recipe["role"] = columns[c].asked.role;
            table.columns[c] = columns[c].heading(cell.nfe);
            known.push_back(row * width + c);
        }
        if (!missing.empty())
            columnsByMissingRows[missing].push_back(c);
    }
    if (progress)
        progress(table, known);
    Progress news;
    news.stage = "sample";
    news.imagesTotal = static_cast<std::int64_t>(table.cells.size());
    news.imagesSeen = static_cast<std::int64_t>(known.size());
    const auto take = [&](const ColumnPart& part) {
        std::vector<std::size_t> fresh;
        for (std::size_t i = 0; i < part.rows.size(); ++i) {
            const std::size_t at = part.rows[i] * width + part.column;
            SampleCell cell{imageFromTensor(part.images[static_cast<std::int64_t>(i)]), part.nfe, part.milliseconds, recipeOf(columns[part.column], rows, part.rows[i], part.nfe)};
            bytes += cell.image.pixels.size();
            images.insert_or_assign(keyOf(columns[part.column], rows, part.rows[i]), MadeImage{cell, use});
            table.cells[at] = std::move(cell);
            fresh.push_back(at);
        }
        table.columns[part.column] = columns[part.column].heading(part.nfe);
        news.imagesSeen += static_cast<std::int64_t>(fresh.size());
        observer.onProgress(news);
        if (progress)
            progress(table, fresh);
    };
    for (const auto& [missing, which] : columnsByMissingRows) {
        const NetworkCalls calls = sampleColumns(columns, which, rows, missing, batch, device, &control, take);
        table.calls += calls.made;
        table.callsSaved += calls.saved;
    }
}

ComparisonSampler::ComparisonSampler() : m_impl(std::make_unique<Impl>()) {}
ComparisonSampler::~ComparisonSampler() = default;

SampleTable ComparisonSampler::sample(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress, TrainingJob* live)
{
    std::lock_guard lock(m_impl->mutex);
    SampleTable table;
    translatingTorchErrors([&] { table = m_impl->run(request, control, observer, progress, live); });
    return table;
}

Trajectory ComparisonSampler::trajectory(const SampleColumn& column, std::uint64_t noiseSeed, std::uint64_t seed, std::int64_t label, const std::string& device,
                                         RunControl& control, TrainingJob* live)
{
    std::lock_guard lock(m_impl->mutex);
    Trajectory out;
    translatingTorchErrors([&] {
        const std::vector<PlannedColumn> columns = m_impl->plan({column}, device, 0, live);
        const bool isConditional = columns.front().model->classCount() > 0 && label >= 0;
        out = followSample(columns.front(), rowsFor(columns, noiseSeed, {seed}, isConditional ? std::vector<std::int64_t>{label} : std::vector<std::int64_t>{}), m_impl->device,
                           &control);
        m_impl->liveNetworks.clear();
    });
    return out;
}

}  // namespace potstill
