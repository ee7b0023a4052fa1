#include "engine/train/trainerimpl.h"

#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runqueue.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// Weights and buffers of the auxiliary networks, named as in optimizer.safetensors.
std::vector<std::pair<std::string, torch::Tensor>> auxiliaryTensors(Method& method)
{
    std::vector<std::pair<std::string, torch::Tensor>> out;
    for (const auto& [name, module] : method.auxiliaries())
        for (const auto& tensors : {module->named_parameters(), module->named_buffers()})
            for (const auto& item : tensors)
                out.emplace_back("auxiliary." + name + "." + item.key(), item.value());
    return out;
}

}  // namespace

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
    for (auto& [key, tensor] : auxiliaryTensors(*shop.method)) {
        const auto it = content.optimizer.find(key);
        if (it == content.optimizer.end())
            throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is missing", (checkpoint / "optimizer.safetensors").string(), key));
        tensor.copy_(it->second);
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
    for (const auto& [key, tensor] : auxiliaryTensors(*shop.method))
        content.optimizer[key] = tensor.detach();
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
    prune();
    writing([&] { writeRunState(runFolder, RunState::Running, imagesSeen); });
    observer.onCheckpoint(written.string());
}

void Trainer::Impl::prune()
{
    std::vector<fs::path> pinned;
    try {
        pinned = queuedOrigins(runFolder);
    } catch (const std::exception& e) {
        log(LogLevel::Warning, fmt::format("old checkpoints stay, as the queue does not say which of them it waits for: {}", e.what()));
        return;
    }
    if (!bestCheckpoint.empty())
        pinned.push_back(runFolder / bestCheckpoint);
    pruneCheckpoints(runFolder, shop.options.training.keepCheckpoints, shop.options.training.keepEvery, pinned);
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

}  // namespace potstill
