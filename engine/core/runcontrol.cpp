#include "engine/core/runcontrol.h"

#include <chrono>

namespace potstill {

void RunControl::requestStop(StopRequest request)
{
    // A stop is never weakened: Abort after Finish counts, Finish after Abort does not.
    StopRequest current = m_stop.load();
    while (current < request && !m_stop.compare_exchange_weak(current, request)) {}
    wake();
}

void RunControl::setPaused(bool paused)
{
    m_paused = paused;
    wake();
}

void RunControl::post(std::function<void()> task)
{
    {
        std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    wake();
}

bool RunControl::runPostedTasks()
{
    for (bool ranAny = false;; ranAny = true) {
        std::function<void()> task;
        {
            std::lock_guard lock(m_mutex);
            if (m_tasks.empty())
                return ranAny;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

void RunControl::waitForChange(int timeoutMs)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::milliseconds(timeoutMs), [this] { return m_woken || !m_tasks.empty(); });
    m_woken = false;
}

void RunControl::wake()
{
    {
        std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

}  // namespace potstill
