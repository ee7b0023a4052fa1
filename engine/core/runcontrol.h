#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace potstill {

/// How a run is asked to end.
enum class StopRequest {
    None,
    Finish,  ///< end after this step and save a checkpoint
    Abort,   ///< end at the next network call and save nothing
};

/// The commands that reach a job from outside, from any thread. Everything is an atomic or behind a lock; a job polls it once per network call.
/// A stop is never queued behind work: it is seen at the next poll.
class RunControl {
public:
    void requestStop(StopRequest request);
    StopRequest stopRequest() const { return m_stop.load(std::memory_order_relaxed); }
    /// True when the job must leave at once (Abort).
    bool isAborted() const { return stopRequest() == StopRequest::Abort; }
    bool isStopping() const { return stopRequest() != StopRequest::None; }

    void setPaused(bool paused);
    bool isPaused() const { return m_paused.load(std::memory_order_relaxed); }

    /// Asks for a preview grid (sample now) or a checkpoint (save now) after the current step.
    void requestPreview()
    {
        m_preview = true;
        wake();
    }
    void requestSave()
    {
        m_save = true;
        wake();
    }
    bool takePreviewRequest() { return m_preview.exchange(false); }
    bool takeSaveRequest() { return m_save.exchange(false); }

    /// Work that the running job shall do on its own thread between two steps (for example sampling the student that is being trained).
    void post(std::function<void()> task);
    /// Called by the job: runs the tasks that wait. False when there were none.
    bool runPostedTasks();
    /// Called by the job while paused: blocks until something changed (resume, stop, a task, a request) or timeoutMs passed.
    void waitForChange(int timeoutMs);

private:
    void wake();

    std::atomic<StopRequest> m_stop{StopRequest::None};
    std::atomic<bool> m_paused{false};
    std::atomic<bool> m_preview{false};
    std::atomic<bool> m_save{false};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    std::deque<std::function<void()>> m_tasks;
};

}  // namespace potstill
