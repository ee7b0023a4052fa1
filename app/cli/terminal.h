#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"
#include "engine/jobs/jobs.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace potstill {

/// Ctrl+C and SIGTERM for one job: the first asks it to stop and save, the second aborts.
class Interrupts {
public:
    explicit Interrupts(RunControl& control);
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    bool wereSeen() const;

private:
    RunControl& m_control;
    std::atomic<bool> m_done{false};
    std::thread m_watcher;
};

/// Writes progress to standard error: one line that is rewritten on a terminal, a line every ten seconds elsewhere. Logs go above it.
/// A run that pauses by itself (full disk) is explained and goes on as soon as there is room.
class ProgressLine : public RunObserver {
public:
    ProgressLine(RunControl& control, bool isQuiet);
    ~ProgressLine() override;
    void onProgress(const Progress& progress) override;
    void onStats(const StatPoint& point) override;
    void onLog(LogLevel level, const std::string& text) override;
    void onRunFolder(const std::string& folder) override { m_runFolder = folder; }
    void onPausedByItself(const std::string& reason) override;
    const std::string& runFolder() const { return m_runFolder; }

private:
    void clear();

    RunControl& m_control;
    bool m_isQuiet, m_isTerminal, m_hasLine = false;
    std::string m_runFolder;
    double m_loss = -1;
    std::chrono::steady_clock::time_point m_last{};
};

std::string durationText(double seconds);
/// "0-63,70" as numbers. Throws Error(BadOption) naming the part that is wrong.
std::vector<std::uint64_t> numbersFromText(const std::string& text, const std::string& option);
void printJson(const Json& json);

}  // namespace potstill
