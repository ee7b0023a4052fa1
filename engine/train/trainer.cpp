#include "engine/train/trainerimpl.h"

#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/tensor/device.h"

#include <fmt/format.h>

namespace potstill {

namespace fs = std::filesystem;

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
        noteState(RunState::Stopped, imagesSeen);
        return control.isAborted() ? RunOutcome::Aborted : RunOutcome::Stopped;
    } catch (const Error& e) {
        log(LogLevel::Error, e.line());
        noteState(RunState::Failed, imagesSeen, e.line());
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

void Trainer::Impl::tellSkipped()
{
    const Json facts = shop.data->facts();
    const auto sentences = facts.value("skipped", std::vector<std::string>());
    if (const auto count = facts.value("skipped_images", std::int64_t(0)); count > static_cast<std::int64_t>(sentences.size()))
        log(LogLevel::Info, fmt::format("{} images of the data cannot be read and are skipped{}; the first {}:", count,
                                        facts.contains("skipped_list") ? ", all of them named in " + facts["skipped_list"].get<std::string>() : "", sentences.size()));
    for (const std::string& sentence : sentences)
        log(LogLevel::Info, "skipped " + sentence);
}

void Trainer::Impl::setUp()
{
    const RunOptions options = RunOptions::table().fromJson(optionsInForce(readJsonFile(runFolder / "config.json"), runFolder, changed));
    configureThreads(options.threads);
    // What is said of the run until its checkpoint is open; its state may be further than its checkpoints.
    imagesSeen = readRunSummary(runFolder).imagesSeen;
    if (const std::vector<fs::path> checkpoints = listCheckpoints(runFolder); !checkpoints.empty())
        lastSaved = std::stoll(checkpoints.back().filename().string());
    writing([&] { shop = buildWorkshop(options, project, control, observer); });  // packs the data where that is yet to be done
    writing([this] { keepContinuation(runFolder, changed); });                    // now that they work
    if (shop.teacher) {
        for (const RunWarning& note : shop.teacher->notes)
            log(LogLevel::Warning, note.text());
        if (shop.teacher->samplerNote)
            log(LogLevel::Info, shop.teacher->samplerNote->text());
    }
    poll();

    const TrainingOptions& t = shop.options.training;
    shop.method->prepare({t.batch, shop.data->channels(), shop.data->imageSize(), shop.data->imageSize()}, [this] { poll(); });
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

    std::vector<RunWarning> skipped;
    const auto checkpoint = newestGoodCheckpoint(runFolder, &skipped);
    for (const RunWarning& warning : skipped)
        log(LogLevel::Warning, warning.text());
    std::int64_t position = 0;
    if (checkpoint) {
        restore(*checkpoint);
        position = imagesSeen;
    } else {
        imagesSeen = 0;
        lastSaved = -1;
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
