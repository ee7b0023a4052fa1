#pragma once

#include "engine/core/runobserver.h"
#include "engine/distill/method.h"

#include <chrono>
#include <map>
#include <string>

namespace potstill {

/// Gathers what happens between two ticks of stats.jsonl: means of scalars, loss by noise level, rates.
class StepStatistics {
public:
    /// The named scalars of a loss, and its images by their noise level where it says both.
    void add(const LossResult& result);
    /// A value whose mean is wanted.
    void add(const std::string& name, double value);
    /// One more of what is counted: the line holds how often it was since the last one.
    void count(const std::string& name) { m_counts[name] += 1; }
    /// One optimiser step over so many images.
    void countStep(std::int64_t images)
    {
        m_images += images;
        ++m_steps;
    }
    /// Everything since the last call, as means; loss by noise level as "loss/t0.05" ... "loss/t0.95" (ten equal bins of t).
    /// Seconds spent paused are left out of the rate through skipTime().
    StatPoint take(std::int64_t imagesSeen, double wallSeconds);
    /// Starts the measurement of the rates anew: what passed since the last tick was no training.
    void skipTime()
    {
        m_since = Clock::now();
        m_images = m_steps = 0;
    }
    /// As of the last take(); 0 before.
    double imagesPerSecond() const { return m_rate; }

private:
    using Clock = std::chrono::steady_clock;
    struct Mean {
        double sum = 0;
        std::int64_t n = 0;
    };
    static constexpr int kTimeBins = 10;

    std::map<std::string, Mean> m_means;
    std::map<std::string, double> m_counts;
    Mean m_byTime[kTimeBins];
    std::int64_t m_images = 0, m_steps = 0;
    double m_rate = 0, m_stepRate = 0;
    Clock::time_point m_since = Clock::now();
};

}  // namespace potstill
