#include "app/cli/interrupts.h"

#include <chrono>
#include <csignal>
#include <cstdio>

namespace potstill {

namespace {

volatile std::sig_atomic_t g_interrupts = 0;

// Async-signal-safe: it counts, and from the second on gives the signal back to the system.
void countInterrupt(int signal)
{
    g_interrupts = g_interrupts + 1;
    if (g_interrupts >= 2)
        std::signal(signal, SIG_DFL);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupts::Interrupts(RunControl& control, WhenStopped job) : m_control(control)
{
    g_interrupts = 0;
    setHandler(countInterrupt);
    // A signal handler may hardly do anything; a thread of its own passes the request on.
    m_watcher = std::thread([this, job] {
        int passedOn = 0;
        while (!m_done) {
            const int seen = g_interrupts;
            if (seen > 0 && passedOn == 0) {
                passedOn = 1;
                m_control.requestStop(StopRequest::Finish);
                std::fputs(job == WhenStopped::Saves ? "\nstopping after this step and saving; once more aborts without saving\n" : "\nstopping\n", stderr);
            }
            if (seen > 1 && passedOn == 1) {
                passedOn = 2;
                m_control.requestStop(StopRequest::Abort);
                std::fputs("\naborting\n", stderr);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
}

Interrupts::~Interrupts()
{
    m_done = true;
    m_watcher.join();
    setHandler(SIG_DFL);
}

bool Interrupts::wereSeen() const { return g_interrupts > 0; }

}  // namespace potstill
