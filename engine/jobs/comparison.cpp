#include "engine/jobs/comparison.h"

#include "engine/core/resources.h"
#include "engine/data/dataset.h"
#include "engine/io/checkpoint.h"
#include "engine/jobs/cellstore.h"
#include "engine/jobs/columnsampling.h"
#include "engine/jobs/jobstopped.h"
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
    std::shared_ptr<Model> model;
    std::uint64_t lastUse = 0;
};

struct MadeImage {
    SampleCell cell;
    std::uint64_t lastUse = 0;
};

}  // namespace

struct ComparisonSampler::Impl {
    /// What one call samples with; the networks stay while it lives, whatever becomes of the cache.
    struct Plan {
        std::vector<PlannedColumn> columns;
        std::vector<bool> isLive;  // of a training in memory: its weights have no name that lasts
        std::vector<std::shared_ptr<Model>> networks;
        torch::Device device{torch::kCPU};
        std::uint64_t use = 0;
    };

    std::mutex mutex;  // what follows; not held while a network works
    std::map<std::string, OpenNetwork> networks;
    std::map<std::string, MadeImage> images;
    std::size_t bytes = 0;
    std::uint64_t use = 0;
    std::unique_ptr<CellStore> store;

    std::shared_ptr<Model> open(const SampleColumn& column, const Plan& plan)
    {
        const fs::path path = resolveModelPath(column.model.string(), ".");
        const std::string key = fmt::format("{} {} {} {}", fs::weakly_canonical(path).string(), column.ema ? "ema" : "raw", stateOfPath(path), plan.device.str());
        auto found = networks.find(key);
        if (found == networks.end())
            found = networks.emplace(key, OpenNetwork{std::make_shared<Model>(loadModel(path, plan.device, column.ema ? Weights::Ema : Weights::Raw)), 0}).first;
        found->second.lastUse = plan.use;
        return found->second.model;
    }

    Plan plan(const std::vector<SampleColumn>& columns, const std::string& deviceName, int threads, TrainingJob* live)
    {
        std::lock_guard lock(mutex);
        Plan out;
        out.use = ++use;
        const bool hasLive = live && live->impl().trainer;
        if (hasLive) {
            out.device = live->impl().trainer->liveModel(Weights::Raw).network->parameters().front().device();
        } else {
            if (threads >= 0)
                configureThreads(threads);
            out.device = deviceFromName(deviceName);
        }
        std::map<bool, std::shared_ptr<Model>> lent;  // by averaged or raw
        for (const SampleColumn& column : columns) {
            const fs::path path = fs::weakly_canonical(resolveModelPath(column.model.string(), "."));
            const bool isLive = hasLive && path == fs::weakly_canonical(live->runFolder());
            std::shared_ptr<Model> model = isLive ? lent[column.ema] : open(column, out);
            if (!model) {
                model = lent[column.ema] = std::make_shared<Model>(live->impl().trainer->liveModel(column.ema ? Weights::Ema : Weights::Raw));
                model->origin = path.string();
                model->weightsHash = fmt::format("live at {} images", model->imagesSeen);
            }
            out.columns.push_back(planColumn(column, *model));
            out.isLive.push_back(isLive);
            out.networks.push_back(std::move(model));
        }
        return out;
    }

    /// Two cells of equal keys are equal images.
    static std::string keyOf(const PlannedColumn& column, const SampleRows& rows, std::size_t row)
    {
        Json recipe = recipeOf(column, rows, row, 0);
        recipe.erase("role");
        recipe["device"] = column.model->network->parameters().front().device().str();
        return recipe.dump();
    }

    /// A cell that was made before, in this session or an earlier one.
    const SampleCell* known(const Plan& plan, const SampleRows& rows, std::size_t row, std::size_t c)
    {
        const std::string key = keyOf(plan.columns[c], rows, row);
        auto found = images.find(key);
        if (found == images.end() && store && !plan.isLive[c])
            if (std::optional<StoredCell> stored = store->read(key)) {
                const Json recipe = recipeOf(plan.columns[c], rows, row, stored->nfe);
                bytes += stored->image.pixels.size();
                found = images.insert_or_assign(key, MadeImage{{std::move(stored->image), stored->nfe, stored->milliseconds, recipe}, plan.use}).first;
            }
        if (found == images.end())
            return nullptr;
        found->second.lastUse = plan.use;
        return &found->second.cell;
    }
    void keep(const Plan& plan, const SampleRows& rows, std::size_t row, std::size_t c, const SampleCell& cell)
    {
        const std::string key = keyOf(plan.columns[c], rows, row);
        bytes += cell.image.pixels.size();
        images.insert_or_assign(key, MadeImage{cell, plan.use});
        if (store && !plan.isLive[c])
            store->write(key, {cell.image, cell.nfe, cell.milliseconds});
    }

    void forgetOldest(std::uint64_t now)
    {
        while (bytes > kBytesKept) {
            auto oldest = std::min_element(images.begin(), images.end(), [](const auto& a, const auto& b) { return a.second.lastUse < b.second.lastUse; });
            if (oldest->second.lastUse >= now)
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
    void closeOldest(std::uint64_t now)
    {
        const auto parameters = [&] {
            return std::accumulate(networks.begin(), networks.end(), std::int64_t(0),
                                   [&](std::int64_t sum, const auto& n) { return sum + (n.second.lastUse >= now ? 0 : n.second.model->network->parameterCount()); });
        };
        while (parameters() > kParametersKept)
            networks.erase(std::min_element(networks.begin(), networks.end(), [](const auto& a, const auto& b) { return a.second.lastUse < b.second.lastUse; }));
    }

    SampleTable run(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress, TrainingJob* live);
    void sampleMissing(const ComparisonRequest& request, const Plan& plan, const SampleRows& rows, SampleTable& table, RunControl& control, RunObserver& observer,
                       const SampleProgress& progress);
};

SampleTable ComparisonSampler::Impl::run(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress, TrainingJob* live)
{
    const Plan planned = plan(request.columns, request.device, request.threads, live);
    const std::vector<PlannedColumn>& columns = planned.columns;
    const SampleRows rows = rowsFor(columns, request.noiseSeed, request.seeds, request.classes);
    SampleTable table;
    const auto warn = [&](const RunWarning& warning) {
        if (std::find(table.warnings.begin(), table.warnings.end(), warning) == table.warnings.end())
            table.warnings.push_back(warning);
    };
    const auto sizeOf = [](const PlannedColumn& c) { return std::pair(c.model->imageSize, c.model->network->config().inChannels); };
    for (const PlannedColumn& c : columns) {
        table.columns.push_back(c.heading(0));
        for (const RunWarning& warning : warningsOf(c))
            warn(warning);
        if (sizeOf(c) != sizeOf(columns.front())) {
            const std::string column = c.heading(0), first = columns.front().heading(0);
            warn({"other-size",
                  0,
                  {{"column", column}, {"first", first}},
                  fmt::format("'{}' makes images of another size than '{}', so their noise is not the same.", column, first)});
        }
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
        sampleMissing(request, planned, rows, table, control, observer, progress);
    } catch (const JobStopped&) {
        table.complete = false;
    }
    std::lock_guard lock(mutex);
    forgetOldest(planned.use);
    closeOldest(planned.use);
    return table;
}

void ComparisonSampler::Impl::sampleMissing(const ComparisonRequest& request, const Plan& plan, const SampleRows& rows, SampleTable& table, RunControl& control,
                                            RunObserver& observer, const SampleProgress& progress)
{
    const std::vector<PlannedColumn>& columns = plan.columns;
    const std::size_t width = columns.size();
    std::map<std::vector<std::size_t>, std::vector<std::size_t>> columnsByMissingRows;
    std::vector<std::size_t> ready;
    {
        std::lock_guard lock(mutex);
        if (request.cellFolder.empty())
            store.reset();
        else if (!store || store->folder() != request.cellFolder)
            store = std::make_unique<CellStore>(request.cellFolder);
        for (std::size_t c = 0; c < width; ++c) {
            std::vector<std::size_t> missing;
            for (std::size_t row = 0; row < rows.seeds.size(); ++row) {
                const SampleCell* found = known(plan, rows, row, c);
                if (!found) {
                    missing.push_back(row);
                    continue;
                }
                SampleCell& cell = table.cells[row * width + c];
                cell = *found;
                cell.recipe["role"] = columns[c].asked.role;
                table.columns[c] = columns[c].heading(cell.nfe);
                ready.push_back(row * width + c);
            }
            if (!missing.empty())
                columnsByMissingRows[missing].push_back(c);
        }
    }
    if (progress)
        progress(table, ready);
    Progress news;
    news.stage = "sample";
    news.imagesTotal = static_cast<std::int64_t>(table.cells.size());
    news.imagesSeen = static_cast<std::int64_t>(ready.size());
    const auto take = [&](const ColumnPart& part) {
        std::vector<std::size_t> fresh;
        for (std::size_t i = 0; i < part.rows.size(); ++i) {
            const std::size_t at = part.rows[i] * width + part.column;
            SampleCell cell{imageFromTensor(part.images[static_cast<std::int64_t>(i)]), part.nfe, part.milliseconds, recipeOf(columns[part.column], rows, part.rows[i], part.nfe)};
            std::lock_guard lock(mutex);
            keep(plan, rows, part.rows[i], part.column, cell);
            table.cells[at] = std::move(cell);
            fresh.push_back(at);
        }
        table.columns[part.column] = columns[part.column].heading(part.nfe);
        news.imagesSeen += static_cast<std::int64_t>(fresh.size());
        observer.onProgress(news);
        if (progress)
            progress(table, fresh);
    };
    ColumnPreviews previews{{}, std::chrono::milliseconds(request.previewEveryMs)};
    if (request.preview)
        previews.sink = [&](const ColumnPreview& part) {
            SamplePreview out{{}, {}, part.step, part.steps};
            for (std::size_t i = 0; i < part.rows.size(); ++i) {
                out.cells.push_back(part.rows[i] * width + part.column);
                out.images.push_back(imageFromTensor(part.images[static_cast<std::int64_t>(i)]));
            }
            request.preview(out);
        };
    for (const auto& [missing, which] : columnsByMissingRows) {
        const NetworkCalls calls = sampleColumns(columns, which, rows, missing, request.batch, plan.device, &control, take, previews);
        table.calls += calls.made;
        table.callsSaved += calls.saved;
    }
}

ComparisonSampler::ComparisonSampler() : m_impl(std::make_unique<Impl>()) {}
ComparisonSampler::~ComparisonSampler() = default;

SampleTable ComparisonSampler::sample(const ComparisonRequest& request, RunControl& control, RunObserver& observer, const SampleProgress& progress, TrainingJob* live)
{
    SampleTable table;
    translatingTorchErrors([&] { table = m_impl->run(request, control, observer, progress, live); });
    return table;
}

Trajectory ComparisonSampler::trajectory(const SampleColumn& column, std::uint64_t noiseSeed, std::uint64_t seed, std::int64_t label, const std::string& device,
                                         RunControl& control, TrainingJob* live)
{
    Trajectory out;
    translatingTorchErrors([&] {
        const Impl::Plan plan = m_impl->plan({column}, device, 0, live);
        const bool isConditional = plan.columns.front().model->classCount() > 0 && label >= 0;
        out = followSample(plan.columns.front(), rowsFor(plan.columns, noiseSeed, {seed}, isConditional ? std::vector<std::int64_t>{label} : std::vector<std::int64_t>{}),
                           plan.device, &control);
    });
    return out;
}

}  // namespace potstill
