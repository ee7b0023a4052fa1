#pragma once

#include "engine/core/runcontrol.h"

#include <atomic>
#include <thread>

namespace potstill {

/// What a job does when it is stopped.
enum class WhenStopped { Saves, Ends };

/// Ctrl+C and SIGTERM for one job: the first asks it to stop (and to save, where it does), the second aborts, a third ends the program as the system does it.
class Interrupts {
public:
    Interrupts(RunControl& control, WhenStopped job);
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    /// Whether a person (or the system) asked for the end, as opposed to a limit of the job's own.
    bool wereSeen() const;

private:
    RunControl& m_control;
    std::atomic<bool> m_done{false};
    std::thread m_watcher;
};

}  // namespace potstill
