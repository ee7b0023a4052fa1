#include "engine/diffusion/timegrid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill {

TimeGrid makeTimeGrid(const NoiseSchedule& schedule, GridSpacing spacing, int steps, int trainSteps, int stepsOffset)
{
    if (steps < 1)
        throw Error(ErrorCode::BadOption, fmt::format("steps: {}; it must be at least 1", steps));
    const bool isOnTable = spacing != GridSpacing::Time && spacing != GridSpacing::LogSnr && spacing != GridSpacing::Karras;
    if (isOnTable && steps > trainSteps)
        throw Error(ErrorCode::BadOption, fmt::format("steps: {}; this model was trained with {} time steps and can be sampled with as many at most", steps, trainSteps));
    TimeGrid grid;
    const double n = trainSteps;
    const auto timeOf = [&](double timestep) { return (std::clamp(timestep, 0.0, n - 1) + 1) / n; };
    switch (spacing) {
    case GridSpacing::Time:
        for (int i = 0; i < steps; ++i)
            grid.push_back(1.0 - static_cast<double>(i) / steps);
        break;
    case GridSpacing::LogSnr: {
        const double low = std::max(schedule.logSnr(1.0), -20.0), high = schedule.logSnr(std::max(schedule.tMin(), 1e-3));
        for (int i = 0; i < steps; ++i)
            grid.push_back(i == 0 ? 1.0 : schedule.timeFromLogSnr(low + (high - low) * i / std::max(1, steps - 1)));
        break;
    }
    case GridSpacing::Karras: {
        const double rho = schedule.rho();
        const auto sigmaAt = [&](double t) { return std::exp(-schedule.logSnr(t) / 2); };
        const bool isEdm = schedule.kind() == NoiseSchedule::Kind::Edm;
        const double high = isEdm ? schedule.sigmaMax() : std::min(sigmaAt(1.0), 1e4), low = isEdm ? schedule.sigmaMin() : sigmaAt(std::max(schedule.tMin(), 1e-3));
        for (int i = 0; i < steps; ++i) {
            const double root = std::pow(high, 1 / rho) + (steps == 1 ? 0 : static_cast<double>(i) / (steps - 1)) * (std::pow(low, 1 / rho) - std::pow(high, 1 / rho));
            // EDM's lowest level is at t = 0 of its curve; a hair above it, since 0 stands for the clean image.
            grid.push_back(i == 0 ? 1.0 : std::max(schedule.timeFromLogSnr(-2 * std::log(std::pow(root, rho))), 1e-9));
        }
        break;
    }
    case GridSpacing::Leading:
        for (int i = steps - 1; i >= 0; --i)
            grid.push_back(timeOf(std::nearbyint(static_cast<double>(i) * std::floor(n / steps)) + stepsOffset));
        break;
    case GridSpacing::Linspace:
        for (int i = steps - 1; i >= 0; --i)
            grid.push_back(timeOf(steps == 1 ? 0.0 : std::nearbyint((n - 1) * i / (steps - 1))));
        break;
    case GridSpacing::LinspaceExact:
        for (int i = steps - 1; i >= 0; --i)
            grid.push_back(timeOf(steps == 1 ? 0.0 : (n - 1) * i / (steps - 1)));
        break;
    case GridSpacing::Trailing:
        for (int i = 0; i < steps; ++i)
            grid.push_back(timeOf(std::nearbyint(n - i * (n / steps)) - 1));
        break;
    case GridSpacing::LeadingInner:
        for (int i = steps; i >= 1; --i)
            grid.push_back(timeOf(i * std::floor(n / (steps + 1)) + stepsOffset));
        break;
    case GridSpacing::LinspaceInner:
        for (int i = steps; i >= 1; --i)
            grid.push_back(timeOf(std::nearbyint((n - 1) * i / steps)));
        break;
    case GridSpacing::Consistency:
        for (int i = 0; i < steps; ++i)
            grid.push_back(std::max(1 - i * std::floor(n / steps) / (n - 1), 1e-9));
        break;
    }
    return grid;
}

}  // namespace potstill
