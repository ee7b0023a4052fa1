#pragma once

#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"

#include <functional>
#include <string>
#include <vector>

/// Runs of a few hundred images with networks that are trained in a moment.
namespace potstill::tiny {

inline Json teacher(std::int64_t images)
{
    Json d = Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu",
        "data":{"source":"sprites","image_size":16},
        "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
        "training":{"batch":16,"warmup_images":64,"checkpoint_every":64,"preview_every":100000,"preview_rows":2,"preview_steps":2,"stats_every":16,"min_free_disk_gb":0.001}})");
    d["training"]["images"] = images;
    return d;
}

inline Json student(const std::filesystem::path& of, std::int64_t images)
{
    Json d = teacher(images);
    d["kind"] = "student";
    d["method"] = "imagine-flash";
    d["teacher"] = of.string();
    d["imagine_flash"] = {{"teacher_steps", 2}, {"discriminator_width", 8}};
    return d;
}

/// Notes what it is told; stops the run at so many images when asked to.
class Watcher final : public RunObserver {
public:
    explicit Watcher(RunControl& control) : m_control(control) {}
    void onStats(const StatPoint& p) override
    {
        points.push_back(p);
        if (stopAt > 0 && p.imagesSeen >= stopAt)
            m_control.requestStop(StopRequest::Finish);
    }
    void onLog(LogLevel, const std::string& text) override { log.push_back(text); }
    void onPausedByItself(const std::string& reason) override
    {
        pauses.push_back(reason);
        if (onPause)
            onPause();
    }
    std::int64_t stopAt = 0;
    std::vector<StatPoint> points;
    std::vector<std::string> log, pauses;
    std::function<void()> onPause;

private:
    RunControl& m_control;
};

inline double valueOf(const StatPoint& point, const std::string& name)
{
    for (const auto& [key, value] : point.values)
        if (key == name)
            return value;
    return std::numeric_limits<double>::quiet_NaN();
}

/// Runs to its end, or to `stopAt` images; the folder of the run.
inline std::filesystem::path run(const std::filesystem::path& project, const Json& document, std::int64_t stopAt = 0, std::vector<StatPoint>* points = nullptr)
{
    RunControl control;
    Watcher watcher(control);
    watcher.stopAt = stopAt;
    auto job = TrainingJob::create(project, document, "");
    job->run(control, watcher);
    if (points)
        *points = watcher.points;
    return job->runFolder();
}

inline JobOutcome resume(const std::filesystem::path& folder, std::int64_t extend = 0)
{
    RunControl control;
    Watcher watcher(control);
    return TrainingJob::resume(folder, {extend})->run(control, watcher);
}

inline bool sameTensors(const TensorMap& m, const TensorMap& n)
{
    if (m.size() != n.size() || m.empty())
        return false;
    for (const auto& [name, tensor] : m)
        if (!torch::equal(tensor, n.at(name)))
            return false;
    return true;
}

}  // namespace potstill::tiny
