#include "engine/train/trainer.h"

#include "engine/io/atomicfile.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/nn/ema.h"
#include "engine/tensor/device.h"
#include "engine/train/optimizer.h"
#include "engine/train/preview.h"
#include "engine/train/stepstatistics.h"
#include "engine/train/warnings.h"
#include "engine/train/workshop.h"

#include <ATen/autocast_mode.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace potstill {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

/// The network works with its averages while this lives.
class WithAverages {
public:
    WithAverages(UNet& network, const UNet& averages)
    {
        const auto own = network.namedWeights(), other = averages.namedWeights();
        for (std::size_t i = 0; i < own.size(); ++i) {
            m_weights.emplace_back(own[i].second, own[i].second.detach());
            m_weights.back().first.set_data(other[i].second.detach());
        }
    }
    ~WithAverages()
    {
        for (auto& [weight, raw] : m_weights)
            weight.set_data(raw);
    }
    WithAverages(const WithAverages&) = delete;
    WithAverages& operator=(const WithAverages&) = delete;

private:
    std::vector<std::pair<torch::Tensor, torch::Tensor>> m_weights;  // of the network, and what they held
};

struct Aborted {};  // leaves the loop from any depth; never crosses Trainer::run()

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// bfloat16 for the forward pass where it is asked for; weights, gradients and losses stay float32.
class MixedPrecision {
public:
    MixedPrecision(Precision precision, torch::DeviceType device) : m_device(device), m_isOn(precision == Precision::BFloat16)
    {
        if (!m_isOn)
            return;
        at::autocast::set_autocast_enabled(m_device, true);
        at::autocast::set_autocast_dtype(m_device, torch::kBFloat16);
    }
    ~MixedPrecision()
    {
        if (!m_isOn)
            return;
        at::autocast::set_autocast_enabled(m_device, false);
        at::autocast::clear_cache();
    }
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    torch::DeviceType m_device;
    bool m_isOn;
};

}  // namespace

struct Trainer::Impl {
    Impl(const fs::path& folder, RunControl& c, RunObserver& o, const Continuation& changed_)
        : runFolder(folder), project(folder.parent_path().parent_path()), changed(changed_), control(c), observer(o), lock(folder)
    {
    }

    RunOutcome run();
    RunState endState() const;
    void noteState(RunState state, std::int64_t images, const std::string& error = "");
    void setUp();
    void restore(const fs::path& checkpoint);
    void loop();
    void step();
    void runPhase(std::size_t index, const std::vector<Batch>& batches);
    void tick();
    void preview(Weights weights);
    void save();
    void refuseOtherOrigin(const Json& state) const;
    void trackBest();
    double bestFigureNow();
    double averagedLoss(BatchLoader::Part which);
    double learningRate() const;
    void poll() const
    {
        if (control.isAborted())
            throw Aborted{};
    }
    void runPostedTasks();
    void waitWhilePaused();
    void pauseByItself(const std::string& reason);
    void waitForDisk();
    template <class F>
    void writing(F&& f);
    void log(LogLevel level, const std::string& text)
    {
        appendLog(runFolder, level, text);
        observer.onLog(level, text);
    }
    /// Names in the log what of the data cannot be read: packing says it once, and the next run finds the packed set.
    void tellSkipped()
    {
        const Json facts = shop.data->facts();
        const auto sentences = facts.value("skipped", std::vector<std::string>());
        if (const auto count = facts.value("skipped_images", std::int64_t(0)); count > static_cast<std::int64_t>(sentences.size()))
            log(LogLevel::Info, fmt::format("{} images of the data cannot be read and are skipped; the first {}:", count, sentences.size()));
        for (const std::string& sentence : sentences)
            log(LogLevel::Info, "skipped " + sentence);
    }
    Model modelWith(Weights weights)
    {
        Model m = shop.model;
        m.imagesSeen = imagesSeen;
        if (weights == Weights::Ema)
            m.network = emaNetwork;
        return m;
    }
    void report();

    fs::path runFolder, project;
    const Continuation changed;
    RunControl& control;
    RunObserver& observer;
    RunLock lock;
    Workshop shop;
    std::vector<Phase> phases;
    std::vector<Adam> optimizers;
    std::unique_ptr<BatchLoader> loader, heldOut;
    std::unique_ptr<Ema> ema;
    std::shared_ptr<UNet> emaNetwork;  // its parameters are the averages
    std::unique_ptr<Previewer> previewer;
    std::unique_ptr<StatsLog> stats;
    StepStatistics statistics;
    WarningWatch warnings;

    std::int64_t imagesSeen = 0, steps = 0;
    std::vector<int> nonFiniteInRow;  // of each phase
    double wallBefore = 0;            // seconds of earlier sessions
    Clock::time_point sessionStart = Clock::now(), lastReport = Clock::now();
    double lastWaited = 0, lastTickAt = 0;
    std::map<std::string, double> figures;  // held_out_loss and teacher_distance of the averages at figuresAt images
    std::int64_t figuresAt = -1;
    double bestValue = std::numeric_limits<double>::infinity();
    std::string bestCheckpoint;
    std::int64_t lastSaved = -1;
};

Trainer::Trainer(const fs::path& runFolder, RunControl& control, RunObserver& observer, const Continuation& changed)
    : m_impl(std::make_unique<Impl>(runFolder, control, observer, changed))
{
}
Trainer::~Trainer() = default;
RunOutcome Trainer::run() { return m_impl->run(); }
Model Trainer::liveModel(Weights weights) { return m_impl->modelWith(weights); }
Model* Trainer::teacher() { return m_impl->shop.teacher ? &*m_impl->shop.teacher : nullptr; }

RunOutcome Trainer::Impl::run()
{
    observer.onRunFolder(runFolder.string());
    try {
        translatingTorchErrors([this] {
            setUp();
            loop();
            if (!control.isStopping())
                writing([&] { writeRunState(runFolder, endState(), imagesSeen); });
        });
    } catch (const Aborted&) {
        log(LogLevel::Info, fmt::format("aborted at {} images; nothing was saved after {}", imagesSeen, std::max<std::int64_t>(lastSaved, 0)));
        noteState(RunState::Stopped, std::max<std::int64_t>(lastSaved, 0));
        return RunOutcome::Aborted;
    } catch (const PackingStopped&) {
        log(LogLevel::Info, "stopped while the data was being packed");
        noteState(RunState::Stopped, 0);
        return control.isAborted() ? RunOutcome::Aborted : RunOutcome::Stopped;
    } catch (const Error& e) {
        log(LogLevel::Error, e.what());
        noteState(RunState::Failed, imagesSeen, e.what());
        throw;
    }
    const bool isDone = endState() == RunState::Finished;
    log(LogLevel::Info, fmt::format("{} at {} images", isDone ? "finished" : "stopped", imagesSeen));
    if (control.isStopping())
        noteState(endState(), imagesSeen);
    return isDone ? RunOutcome::Finished : RunOutcome::Stopped;
}

RunState Trainer::Impl::endState() const { return imagesSeen >= shop.options.training.images ? RunState::Finished : RunState::Stopped; }

/// On the way out nobody is there to make room: without the note the run is shown as interrupted, and resumes all the same.
void Trainer::Impl::noteState(RunState state, std::int64_t images, const std::string& error)
{
    try {
        writeRunState(runFolder, state, images, error);
    } catch (const Error& e) {
        observer.onLog(LogLevel::Warning, e.what());
    }
}

void Trainer::Impl::setUp()
{
    const RunOptions options = RunOptions::table().fromJson(optionsInForce(readJsonFile(runFolder / "config.json"), runFolder, changed));
    configureThreads(options.threads);
    shop = buildWorkshop(options, project, control, observer);
    writing([this] { keepContinuation(runFolder, changed); });  // now that they work
    if (shop.teacher)
        for (const std::string& note : shop.teacher->notes)
            log(LogLevel::Warning, note);
    poll();

    const TrainingOptions& t = shop.options.training;
    phases = shop.method->phases();
    const auto weights = shop.method->result().namedWeights();
    for (const Phase& phase : phases) {
        Adam::Named named;
        for (std::size_t i = 0; i < phase.parameters.size(); ++i)
            named.emplace_back(i < weights.size() && phase.parameters[i].is_same(weights[i].second) ? weights[i].first : fmt::format("{}", i), phase.parameters[i]);
        optimizers.emplace_back(std::move(named), Adam::Options{t.beta1, t.beta2, t.eps, t.weightDecay, t.optimizer == OptimizerKind::AdamW});
    }
    nonFiniteInRow.assign(phases.size(), 0);
    std::vector<torch::Tensor> trained;
    for (const auto& [name, weight] : weights)
        trained.push_back(weight);
    ema = std::make_unique<Ema>(trained, t.emaHalfLife, t.emaRampUp);
    emaNetwork = shop.model.network->copy(false);
    const auto averaged = emaNetwork->namedWeights();
    for (std::size_t i = 0; i < averaged.size(); ++i)
        torch::Tensor(averaged[i].second).set_data(ema->averages()[i]);
    previewer = std::make_unique<Previewer>(t.previewRows, t.previewSteps, shop.device);

    std::vector<std::string> skipped;
    const auto checkpoint = newestGoodCheckpoint(runFolder, &skipped);
    for (const std::string& sentence : skipped)
        log(LogLevel::Warning, sentence);
    std::int64_t position = 0;
    if (checkpoint) {
        restore(*checkpoint);
        position = imagesSeen;
    } else {
        tellSkipped();
    }
    writing([&] { writeRunState(runFolder, RunState::Running, imagesSeen); });
    const auto seed = static_cast<std::uint64_t>(shop.options.seed);
    loader = std::make_unique<BatchLoader>(shop.data, t.batch, shop.options.data.flip, shop.options.data.holdOut, BatchLoader::Part::Training, seed, position);
    stats = std::make_unique<StatsLog>(runFolder, imagesSeen);
    lastTickAt = static_cast<double>(imagesSeen);
    sessionStart = Clock::now();
    statistics.skipTime();
    log(LogLevel::Info, fmt::format("{} at {} of {} images on {}: {} parameters, data {}", checkpoint ? "resumed" : "started", imagesSeen, t.images, shop.device.str(),
                                    shop.model.network->parameterCount(), shop.data->fingerprint().substr(0, 12)));
}

void Trainer::Impl::restore(const fs::path& checkpoint)
{
    torch::NoGradGuard noGrad;
    const CheckpointContent content = readCheckpoint(checkpoint);
    const Json& state = content.state;
    imagesSeen = state.at("images_seen").get<std::int64_t>();
    refuseOtherOrigin(state);
    loadWeights(*shop.model.network, content.model, (checkpoint / "model.safetensors").string());
    const auto named = emaNetwork->namedWeights();
    for (std::size_t i = 0; i < named.size(); ++i) {
        const auto it = content.ema.find(named[i].first);
        if (it == content.ema.end())
            throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is missing", (checkpoint / "ema.safetensors").string(), named[i].first));
        ema->averages()[i].copy_(it->second);
    }
    for (std::size_t i = 0; i < phases.size(); ++i)
        optimizers[i].load(content.optimizer, phases[i].name);
    for (const auto& [name, module] : shop.method->auxiliaries())
        for (auto& item : module->named_parameters()) {
            const std::string key = "auxiliary." + name + "." + item.key();
            const auto it = content.optimizer.find(key);
            if (it == content.optimizer.end())
                throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is missing", (checkpoint / "optimizer.safetensors").string(), key));
            item.value().copy_(it->second);
        }
    steps = state.at("steps").get<std::int64_t>();
    wallBefore = state.value("wall_seconds", 0.0);
    lastSaved = imagesSeen;
    if (state.contains("best") && state["best"].value("figure", "") == shop.options.training.keepBest) {
        bestValue = state["best"].value("value", bestValue);
        bestCheckpoint = state["best"].value("checkpoint", "");
    }
}

/// A run goes on with what it began with. A branch alone may begin with other data or another teacher than the checkpoint it was made from.
void Trainer::Impl::refuseOtherOrigin(const Json& state) const
{
    const Json branch = fs::exists(runFolder / "meta.json") ? valueAt(readJsonFile(runFolder / "meta.json"), "branched_from.images") : Json();
    if (branch.is_number() && branch.get<std::int64_t>() == imagesSeen)
        return;
    const auto differs = [&](const char* key, const std::string& now) {
        const Json before = valueAt(state, key);
        return before.is_string() && !before.get<std::string>().empty() && before.get<std::string>() != now ? before.get<std::string>() : std::string();
    };
    if (const std::string before = differs("data_fingerprint", shop.data->fingerprint()); !before.empty())
        throw Error(ErrorCode::BadOption,
                    fmt::format("data.source: '{}' is no longer the data that this run was trained on up to {} images (its fingerprint was {}, now it is {}). Put "
                                "the images back as they were, or start a new run or a branch.",
                                shop.options.data.source, imagesSeen, before.substr(0, 12), shop.data->fingerprint().substr(0, 12)));
    if (!shop.teacher)
        return;
    if (const std::string before = differs("teacher_hash", shop.teacher->weightsHash); !before.empty())
        throw Error(ErrorCode::BadOption,
                    fmt::format("teacher: '{}' no longer has the weights that this run learnt from up to {} images (their SHA-256 was {}, now it is {}): it was "
                                "trained further or replaced. Put them back, or start a new run or a branch.",
                                shop.options.teacher, imagesSeen, before.substr(0, 12), shop.teacher->weightsHash.substr(0, 12)));
}

void Trainer::Impl::loop()
{
    const TrainingOptions& t = shop.options.training;
    const auto crossed = [&](std::int64_t before, std::int64_t every) { return before / every != imagesSeen / every; };
    waitForDisk();
    if (imagesSeen == 0) {
        preview(Weights::Ema);
        save();  // from the first moment on the run can be opened, compared and resumed
    }
    while (imagesSeen < t.images && !control.isStopping()) {
        const std::int64_t before = imagesSeen;
        step();
        poll();
        if (crossed(before, t.statsEvery))
            tick();
        if (crossed(before, t.previewEvery) || control.takePreviewRequest() || imagesSeen >= t.images)
            preview(Weights::Ema);
        if (crossed(before, t.checkpointEvery) || control.takeSaveRequest()) {
            waitForDisk();
            save();
        }
        report();
        runPostedTasks();
        waitWhilePaused();
    }
    poll();
    if (lastSaved != imagesSeen)
        save();
}

void Trainer::Impl::step()
{
    const TrainingOptions& t = shop.options.training;
    std::vector<Batch> batches;
    for (int i = 0; i < t.accumulate; ++i) {
        Batch batch = loader->next();
        batch.images = batch.images.to(shop.device);
        if (batch.labels.defined())
            batch.labels = shop.model.classCount() > 0 ? batch.labels.to(shop.device) : torch::Tensor();
        batches.push_back(std::move(batch));
    }
    for (std::size_t i = 0; i < phases.size(); ++i)
        runPhase(i, batches);
    const std::int64_t images = t.batch * t.accumulate;
    imagesSeen += images;
    ++steps;
    ema->update(images, imagesSeen);
    statistics.countStep(images);
}

void Trainer::Impl::runPhase(std::size_t index, const std::vector<Batch>& batches)
{
    const TrainingOptions& t = shop.options.training;
    Phase& phase = phases[index];
    Adam& optimizer = optimizers[index];
    optimizer.zeroGrad();
    bool isFinite = true;
    double noiseLevel = 0;
    for (std::size_t part = 0; part < batches.size(); ++part) {
        Rng rng = Rng(static_cast<std::uint64_t>(shop.options.seed)).fork("step", static_cast<std::uint64_t>(steps)).fork(phase.name, part);
        LossResult result;
        shop.method->result().setDropoutRng(rng.fork("dropout"));
        {
            const MixedPrecision precision(t.precision, shop.device.type());
            result = phase.loss({batches[part], rng, imagesSeen, static_cast<int>(part), [this] { poll(); }});
        }
        (result.loss / static_cast<double>(batches.size())).backward();
        const double loss = result.loss.item<double>();
        if (!std::isfinite(loss)) {
            isFinite = false;
            noiseLevel = result.times.defined() ? result.times.mean().item<double>() : 0;
            continue;
        }
        statistics.add(result);
        if (index == 0)
            statistics.add("loss", loss);
    }
    const double norm = optimizer.clipGradients(t.clipNorm).item<double>();
    if (!isFinite || !std::isfinite(norm)) {
        const int inRow = ++nonFiniteInRow[index];
        statistics.count("non_finite");
        log(LogLevel::Warning, WarningWatch::skipped({imagesSeen, steps, phase.name, isFinite, noiseLevel, inRow, t.maxNonFinite}).text());
        if (inRow >= t.maxNonFinite)
            throw Error(ErrorCode::NonFinite, fmt::format("'{}' gave {} non-finite steps in a row (mean noise level t = {:.3f}); a smaller learning rate or 32-bit precision helps",
                                                          phase.name, inRow, noiseLevel));
        return;
    }
    nonFiniteInRow[index] = 0;
    statistics.add(index == 0 ? "grad_norm" : "grad_norm/" + phase.name, norm);
    // The share by which a step moves the weights, measured where it is cheap: once per tick.
    torch::Tensor before;
    const bool measure = index == 0 && steps % std::max<std::int64_t>(1, t.statsEvery / t.batch) == 0;
    const torch::Tensor& probe = optimizer.parameters()[optimizer.parameters().size() / 2].second;
    if (measure)
        before = probe.detach().clone();
    optimizer.step(learningRate() * phase.learningRateFactor);
    if (measure)
        statistics.add("update_ratio", ((probe.detach() - before).norm() / before.norm().clamp_min(1e-12)).item<double>());
}

double Trainer::Impl::learningRate() const
{
    const TrainingOptions& t = shop.options.training;
    const auto seen = static_cast<double>(imagesSeen);
    double rate = t.learningRate;
    if (t.warmupImages > 0)
        rate *= std::min(1.0, (seen + static_cast<double>(t.batch)) / static_cast<double>(t.warmupImages));
    if (t.lrSchedule == LrSchedule::InverseSqrt)
        rate *= std::sqrt(std::max<double>(1, static_cast<double>(t.warmupImages)) / std::max({seen, static_cast<double>(t.warmupImages), 1.0}));
    if (t.lrSchedule == LrSchedule::Cosine)
        rate *= t.lrFinalFactor + (1 - t.lrFinalFactor) * 0.5 * (1 + std::cos(M_PI * std::min(1.0, seen / static_cast<double>(t.images))));
    return rate;
}

void Trainer::Impl::tick()
{
    const double waited = loader->waitedSeconds();
    const double wall = wallBefore + secondsSince(sessionStart);
    StatPoint point = statistics.take(imagesSeen, wall);
    point.values.emplace_back("learning_rate", learningRate());
    point.values.emplace_back("memory_bytes", static_cast<double>(memoryInUse(shop.device)));
    point.values.emplace_back("data_wait_s", waited - lastWaited);
    lastWaited = waited;
    for (const RunWarning& warning : warnings.check(point))
        log(LogLevel::Warning, warning.text());
    writing([&] { stats->append(point); });
    observer.onStats(point);
}

void Trainer::Impl::preview(Weights weights)
{
#ifdef POTSTILL_HAS_IMAGING
    // The raw weights of the same moment lie beside the averages; first, so that the distance below is that of the averages.
    Model raw = modelWith(Weights::Raw);
    const PreviewGrid rawGrid = previewer->sample(raw, shop.teacher ? &*shop.teacher : nullptr, imagesSeen, Weights::Raw, [this] { poll(); });
    writing([&] { writePreview(rawGrid, "raw", shop.model.toJson(), runFolder); });
    if (const PreviewGrid networks = previewer->networks(*shop.method, shop.model, imagesSeen, [this] { poll(); }); !networks.columns.empty())
        writing([&] { writePreview(networks, "networks", shop.model.toJson(), runFolder); });
#endif
    Model model = modelWith(weights);
    PreviewGrid grid = previewer->sample(model, shop.teacher ? &*shop.teacher : nullptr, imagesSeen, weights, [this] { poll(); });
    StatPoint point{imagesSeen, wallBefore + secondsSince(sessionStart), {}};
    if (figuresAt != imagesSeen)
        figures.clear();
    figuresAt = imagesSeen;
    if (previewer->teacherDistance() >= 0)
        point.values.emplace_back("teacher_distance", figures["teacher_distance"] = previewer->teacherDistance());
    if (shop.options.data.holdOut > 0 && !shop.teacher)
        point.values.emplace_back("held_out_loss", figures["held_out_loss"] = averagedLoss(BatchLoader::Part::HeldOut));
    if (!point.values.empty()) {
        writing([&] { stats->append(point); });
        observer.onStats(point);
    }
    writing([&] { grid.file = writePreview(grid, weights == Weights::Ema ? "ema" : "raw", shop.model.toJson(), runFolder); });
    observer.onPreview(grid);
}

/// Loss of the averages, which are what is kept and sampled.
double Trainer::Impl::averagedLoss(BatchLoader::Part which)
{
    torch::NoGradGuard noGrad;
    const WithAverages averages(*shop.model.network, *emaNetwork);
    const auto seed = static_cast<std::uint64_t>(shop.options.seed);
    // The same images and the same noise each time, so that the curve shows the network alone.
    BatchLoader part(shop.data, shop.options.training.batch, false, shop.options.data.holdOut, which, seed, 0);
    double sum = 0;
    const std::int64_t count = std::clamp<std::int64_t>(part.partSize() / shop.options.training.batch, 1, 8);
    for (std::int64_t i = 0; i < count; ++i) {
        Batch batch = part.next();
        batch.images = batch.images.to(shop.device);
        if (batch.labels.defined())
            batch.labels = shop.model.classCount() > 0 ? batch.labels.to(shop.device) : torch::Tensor();
        Rng rng = Rng(seed).fork("held-out", static_cast<std::uint64_t>(i));
        sum += phases[0].loss({batch, rng, imagesSeen, 0, [this] { poll(); }}).loss.item<double>();
    }
    return sum / static_cast<double>(count);
}

/// The figure to keep the best by, of the averages that are about to be saved.
double Trainer::Impl::bestFigureNow()
{
    const std::string& figure = shop.options.training.keepBest;
    if (figure == "loss")
        return averagedLoss(BatchLoader::Part::Training);
    if (figuresAt == imagesSeen && figures.count(figure))
        return figures[figure];
    if (figure == "held_out_loss")
        return averagedLoss(BatchLoader::Part::HeldOut);
    Model averages = modelWith(Weights::Ema);
    previewer->sample(averages, &*shop.teacher, imagesSeen, Weights::Ema, [this] { poll(); });
    return previewer->teacherDistance();
}

void Trainer::Impl::trackBest()
{
    if (shop.options.training.keepBest == "none")
        return;
    const double value = bestFigureNow();
    if (!(value < bestValue))
        return;
    bestValue = value;
    bestCheckpoint = fmt::format("checkpoints/{:09}", imagesSeen);
}

void Trainer::Impl::save()
{
    trackBest();
    CheckpointContent content;
    for (const auto& [name, weight] : shop.model.network->namedWeights())
        content.model[name] = weight.detach();
    for (const auto& [name, weight] : emaNetwork->namedWeights())
        content.ema[name] = weight.detach();
    for (std::size_t i = 0; i < phases.size(); ++i)
        optimizers[i].save(content.optimizer, phases[i].name);
    for (const auto& [name, module] : shop.method->auxiliaries())
        for (const auto& item : module->named_parameters())
            content.optimizer["auxiliary." + name + "." + item.key()] = item.value().detach();
    Model described = shop.model;
    described.imagesSeen = imagesSeen;
    content.state = {{"images_seen", imagesSeen},
                     {"steps", steps},
                     {"wall_seconds", wallBefore + secondsSince(sessionStart)},
                     {"data_position", loader->position()},
                     {"data_fingerprint", shop.data->fingerprint()},
                     {"teacher_hash", shop.teacher ? Json(shop.teacher->weightsHash) : Json(nullptr)},
                     {"best", {{"figure", shop.options.training.keepBest}, {"checkpoint", bestCheckpoint}}},
                     {"model", described.toJson()},
                     {"network", shop.model.network->config().toJson()}};
    if (std::isfinite(bestValue))
        content.state["best"]["value"] = bestValue;
    fs::path written;
    double seconds = 0;
    writing([&] {
        const auto since = Clock::now();
        written = writeCheckpoint(runFolder, imagesSeen, content);
        seconds = secondsSince(since);
    });
    lastSaved = imagesSeen;
    statistics.add("checkpoint_s", seconds);
    for (const RunWarning& warning : warnings.checkpointWritten(imagesSeen, seconds, wallBefore + secondsSince(sessionStart)))
        log(LogLevel::Warning, warning.text());
    std::vector<fs::path> pinned;
    if (!bestCheckpoint.empty())
        pinned.push_back(runFolder / bestCheckpoint);
    pruneCheckpoints(runFolder, shop.options.training.keepCheckpoints, shop.options.training.keepEvery, pinned);
    writing([&] { writeRunState(runFolder, RunState::Running, imagesSeen); });
    observer.onCheckpoint(written.string());
}

/// Runs f, which writes to the disk; a full disk pauses the run until there is room, then f is tried again. Nothing is lost.
template <class F>
void Trainer::Impl::writing(F&& f)
{
    for (;;) {
        try {
            f();
            return;
        } catch (const Error& e) {
            if (e.code() != ErrorCode::DiskFull)
                throw;
            pauseByItself(e.what());
        }
    }
}

void Trainer::Impl::pauseByItself(const std::string& reason)
{
    observer.onLog(LogLevel::Warning, reason);
    control.setPaused(true);
    observer.onPausedByItself(reason);
    waitWhilePaused();
    poll();
    if (control.isStopping())
        throw Error(ErrorCode::DiskFull,
                    reason + " The run was stopped before there was room; the last checkpoint holds " + std::to_string(std::max<std::int64_t>(lastSaved, 0)) + " images.");
}

/// Before it is too late: below the set room the run pauses, again and again until there is room.
void Trainer::Impl::waitForDisk()
{
    const double wanted = shop.options.training.minFreeDiskGb;
    for (;;) {
        const double free = static_cast<double>(freeDiskBytes(runFolder)) / 1e9;
        if (free >= wanted)
            return;
        pauseByItself(WarningWatch::lowDisk(imagesSeen, free, wanted, runFolder.string()).text());
    }
}

/// Their time is not the training's.
void Trainer::Impl::runPostedTasks()
{
    const auto since = Clock::now();
    if (!control.runPostedTasks())
        return;
    sessionStart += Clock::now() - since;
    statistics.skipTime();
}

void Trainer::Impl::waitWhilePaused()
{
    if (!control.isPaused())
        return;
    const auto since = Clock::now();
    try {
        writeRunState(runFolder, RunState::Paused, imagesSeen);
    } catch (const Error&) {
        // Only for people who look from outside; a full disk is the very reason to be here.
    }
    while (control.isPaused() && !control.isStopping()) {
        control.runPostedTasks();
        if (control.takePreviewRequest())
            preview(Weights::Ema);
        if (control.takeSaveRequest() && lastSaved != imagesSeen)
            save();
        control.waitForChange(250);
    }
    sessionStart += Clock::now() - since;
    statistics.skipTime();
    if (!control.isStopping())
        writing([&] { writeRunState(runFolder, RunState::Running, imagesSeen); });
}

void Trainer::Impl::report()
{
    if (secondsSince(lastReport) < 0.05)
        return;
    lastReport = Clock::now();
    Progress progress;
    progress.stage = "train";
    progress.imagesSeen = imagesSeen;
    progress.imagesTotal = shop.options.training.images;
    progress.imagesPerSecond = statistics.imagesPerSecond();
    if (progress.imagesPerSecond > 0)
        progress.secondsLeft = static_cast<double>(progress.imagesTotal - imagesSeen) / progress.imagesPerSecond;
    observer.onProgress(progress);
}

}  // namespace potstill
