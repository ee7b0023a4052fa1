#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/model/model.h"
#include "engine/train/runoptions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace potstill {

namespace {

/// None where there is no such model.
std::optional<NoiseSchedule> scheduleOfTeacher(const std::string& teacher, const std::filesystem::path& project)
{
    try {
        return describeModel(resolveModelPath(teacher, project)).schedule;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

std::vector<Curve> planCurves(const Json& partial, const std::filesystem::path& project)
{
    RunOptions options;
    RunOptions::table().assign(options, merged(defaultsOf(runSchema()), partial));
    std::vector<Curve> curves;
    constexpr int kPoints = 101;
    const auto plot = [&](const char* name, const std::function<double(double)>& f) {
        Curve curve{name, {}, {}};
        for (int i = 0; i < kPoints; ++i) {
            const double t = static_cast<double>(i) / (kPoints - 1);
            curve.x.push_back(t);
            curve.y.push_back(f(std::max(t, 1e-4)));
        }
        curves.push_back(std::move(curve));
    };
    const bool isStudent = options.kind == "student";
    if (const auto schedule = isStudent ? scheduleOfTeacher(options.teacher, project) : options.diffusion.makeSchedule()) {
        if (schedule->kind() != NoiseSchedule::Kind::Edm)
            plot("alpha", [&](double t) { return schedule->alpha(t); });
        plot("sigma", [&](double t) { return schedule->sigma(t); });
        plot("log_snr", [&](double t) { return std::clamp(schedule->logSnr(t), -20.0, 20.0); });
    }
    if (isStudent) {
        if (options.imagineFlash.srl)
            plot("gamma", [&](double t) { return options.imagineFlash.gamma(t); });
        curves.push_back({"grid", options.imagineFlash.timeGrid(), {}});
    }
    return curves;
}

}  // namespace potstill
