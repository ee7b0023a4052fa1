#include "engine/jobs/estimate.h"

#include "engine/core/resources.h"
#include "engine/jobs/trainingjob.h"
#include "engine/model/model.h"
#include "engine/tensor/device.h"
#include "engine/train/methods.h"
#include "engine/train/optimizer.h"
#include "engine/train/runoptions.h"

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>

namespace potstill {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

/// A CPU takes time in proportion to the images: a few tell as much as a large batch, which would keep it busy for minutes. A GPU does not, so it gets the whole batch.
constexpr std::int64_t kBatchOnCpu = 8;

std::mutex g_mutex;
std::map<std::string, double>& remembered()
{
    static std::map<std::string, double> seconds;
    return seconds;
}
std::atomic<int> g_made{0};

/// What the time of a step depends on.
std::string keyOf(const Json& document)
{
    Json key = {{"size", document["data"]["image_size"]}, {"channels", document["data"]["channels"]}};
    for (const char* part : {"kind", "method", "device", document["kind"] == "student" ? "teacher" : "network"})
        key[part] = document[part];
    const std::string section = methodByName(document["method"].get<std::string>()).section;
    key[section] = document[section];
    for (const char* field : {"batch", "optimizer", "clip_norm"})
        key[field] = valueAt(document, std::string("training.") + field);
    return key.dump();
}

/// The networks and the method of a run; no data.
struct Bench {
    std::optional<Model> teacher;
    Model model;
    std::unique_ptr<Method> method;
};

Bench makeBench(const RunOptions& options, const torch::Device& device)
{
    Bench bench;
    if (options.kind == "student") {
        bench.teacher = loadModel(options.teacher, device);
        bench.model = *bench.teacher;
        bench.model.network = bench.teacher->network->copy(true);
    } else {
        // Classes are not known before the data is read; their table costs next to nothing.
        bench.model.network = std::make_shared<UNet>(options.network.unetConfig(options.data, 0, false));
        bench.model.network->init(Rng(0));
        bench.model.network->to(device);
    }
    if (bench.model.imageSize <= 0)
        bench.model.imageSize = options.data.imageSize;
    bench.method = methodByName(options.method).make(options, bench.teacher ? &*bench.teacher : nullptr, bench.model, Rng(0).fork("init"));
    return bench;
}

double secondsPerImage(const RunOptions& options, RunControl& control)
{
    const torch::Device device = deviceFromName(options.device);
    const Bench bench = makeBench(options, device);
    const auto poll = [&control] {
        if (control.isStopping())
            throw Error(ErrorCode::Unsupported, "the measurement was stopped");
    };
    std::vector<Phase> phases = bench.method->phases();
    std::vector<Adam> optimizers;
    for (const Phase& phase : phases) {
        Adam::Named named;
        for (std::size_t i = 0; i < phase.parameters.size(); ++i)
            named.emplace_back(std::to_string(i), phase.parameters[i]);
        optimizers.emplace_back(std::move(named), Adam::Options{});
    }
    const std::int64_t images = device.is_cpu() ? std::min(options.training.batch, kBatchOnCpu) : options.training.batch;
    Rng rng(0);
    Batch batch;
    batch.images = rng.normal({images, bench.model.network->config().inChannels, bench.model.imageSize, bench.model.imageSize}).clamp(-1, 1).to(device);  // [N, C, H, W]
    if (bench.model.classCount() > 0)
        batch.labels = rng.integers(bench.model.classCount(), {images}).to(device);  // [N]
    double seconds = 0;
    for (std::uint64_t step = 0; step < 2; ++step) {
        const auto start = Clock::now();
        for (std::size_t i = 0; i < phases.size(); ++i) {
            poll();
            optimizers[i].zeroGrad();
            Rng own = rng.fork("step", step).fork(phases[i].name);
            bench.model.network->setDropoutRng(own.fork("dropout"));
            phases[i].loss({batch, own, 0, 0, poll}).loss.backward();
            optimizers[i].clipGradients(options.training.clipNorm);
            optimizers[i].step(1e-4);
            // A device works behind the back of the program: reading a number waits for it.
            (void)optimizers[i].parameters().front().second.detach().flatten()[0].item<double>();
        }
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return seconds / static_cast<double>(images);
}

}  // namespace

RunEstimate estimateRun(const Json& partial, const fs::path& project, RunControl& control)
{
    Json document = merged(defaultsOf(runSchema()), partial);
    if (document["kind"] == "student") {
        // As the run itself takes them from its teacher.
        const fs::path teacher = fs::weakly_canonical(resolveModelPath(document["teacher"].get<std::string>(), project));
        document["teacher"] = teacher.string();
        takeDataFromTeacher(document, modelFacts(teacher));
    }
    const std::string key = keyOf(document);
    // One at a time: two that measure at once would slow each other down.
    static std::mutex measuring;
    const std::lock_guard one(measuring);
    if (control.isStopping())
        throw Error(ErrorCode::Unsupported, "the measurement was stopped");
    RunEstimate estimate = estimateRun(document, false, project);
    {
        const std::lock_guard lock(g_mutex);
        if (const auto it = remembered().find(key); it != remembered().end()) {
            estimate.secondsPerImage = it->second;
            return estimate;
        }
    }
    const RunOptions options = RunOptions::table().fromJson(document);
    translatingTorchErrors([&] { estimate.secondsPerImage = secondsPerImage(options, control); });
    ++g_made;
    const std::lock_guard lock(g_mutex);
    remembered()[key] = estimate.secondsPerImage;
    return estimate;
}

int measurementsMade() { return g_made; }

}  // namespace potstill
