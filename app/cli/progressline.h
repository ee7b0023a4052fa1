#pragma once

#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"

#include <chrono>
#include <mutex>
#include <string>
#include <thread>

namespace potstill {

/// Writes progress to standard error: one line that is rewritten on a terminal, a line every ten seconds elsewhere. Logs go above it.
/// A run that pauses by itself (full disk) is explained, and goes on as soon as there is more room.
class ProgressLine : public RunObserver {
public:
    ProgressLine(RunControl& control, bool isQuiet);
    ~ProgressLine() override;
    void onProgress(const Progress& progress) override;
    void onStats(const StatPoint& point) override;
    void onLog(LogLevel level, const std::string& text) override;
    void onRunFolder(const std::string& folder) override { m_runFolder = folder; }
    void onPausedByItself(const std::string& reason) override;

private:
    void write(const std::string& line, bool stays);
    void waitForRoom(const std::stop_token& stop);

    RunControl& m_control;
    const bool m_isQuiet, m_isTerminal;
    std::string m_runFolder, m_stage;
    double m_loss = -1;
    std::chrono::steady_clock::time_point m_last{};
    std::mutex m_mutex;  // of the terminal: the job's thread and the one that waits for room write to it
    bool m_hasLine = false;
    std::jthread m_roomWatcher;
};

std::string durationText(double seconds);

}  // namespace potstill
