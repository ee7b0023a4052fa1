#include "app/cli/terminal.h"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace potstill {

namespace {

volatile std::sig_atomic_t g_interrupts = 0;
void countInterrupt(int) { g_interrupts = g_interrupts + 1; }

}  // namespace

Interrupts::Interrupts(RunControl& control) : m_control(control)
{
    g_interrupts = 0;
    struct sigaction action = {};
    action.sa_handler = countInterrupt;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A signal handler may hardly do anything; a thread of its own passes the request on.
    m_watcher = std::thread([this] {
        int seen = 0;
        while (!m_done) {
            if (g_interrupts > seen) {
                seen = g_interrupts;
                m_control.requestStop(seen == 1 ? StopRequest::Finish : StopRequest::Abort);
                std::fputs(seen == 1 ? "\nstopping after this step and saving; once more to abort without saving\n" : "\naborting\n", stderr);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
}

Interrupts::~Interrupts()
{
    m_done = true;
    m_watcher.join();
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool Interrupts::wereSeen() const { return g_interrupts > 0; }

ProgressLine::ProgressLine(RunControl& control, bool isQuiet) : m_control(control), m_isQuiet(isQuiet), m_isTerminal(isatty(STDERR_FILENO) == 1) {}
ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::clear()
{
    if (m_hasLine)
        std::fputs("\r\033[K", stderr);
    m_hasLine = false;
}

void ProgressLine::onProgress(const Progress& p)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_isQuiet || now - m_last < (m_isTerminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10000)))
        return;
    m_last = now;
    std::string line = fmt::format("{}: {} of {} images", p.stage, p.imagesSeen, p.imagesTotal);
    if (p.imagesTotal > 0)
        line += fmt::format(" ({} %)", 100 * p.imagesSeen / p.imagesTotal);
    if (p.imagesPerSecond > 0)
        line += fmt::format(", {:.0f} images/s", p.imagesPerSecond);
    if (m_loss >= 0)
        line += fmt::format(", loss {:.4g}", m_loss);
    if (p.secondsLeft >= 0)
        line += fmt::format(", {} left", durationText(p.secondsLeft));
    std::fputs(m_isTerminal ? ("\r\033[K" + line).c_str() : (line + "\n").c_str(), stderr);
    std::fflush(stderr);
    m_hasLine = m_isTerminal;
}

void ProgressLine::onStats(const StatPoint& point)
{
    for (const auto& [name, value] : point.values)
        if (name == "loss")
            m_loss = value;
}

void ProgressLine::onLog(LogLevel level, const std::string& text)
{
    if (m_isQuiet && level == LogLevel::Info)
        return;
    clear();
    std::fprintf(stderr, "%s%s\n", level == LogLevel::Warning ? "warning: " : level == LogLevel::Error ? "error: " : "", text.c_str());
}

void ProgressLine::onPausedByItself(const std::string&)
{
    // Called on the job's thread just before it waits: look again in a while instead of asking, since nobody may be there.
    std::fputs("paused; looking again every five seconds, Ctrl+C stops\n", stderr);
    for (int i = 0; i < 50 && !m_control.isStopping(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    m_control.setPaused(false);
}

std::string durationText(double seconds)
{
    const auto s = static_cast<long>(seconds + 0.5);
    if (s < 60)
        return fmt::format("{} s", s);
    if (s < 3600)
        return fmt::format("{}:{:02} min", s / 60, s % 60);
    return fmt::format("{}:{:02} h", s / 3600, s / 60 % 60);
}

std::vector<std::uint64_t> numbersFromText(const std::string& text, const std::string& option)
{
    constexpr std::uint64_t kMost = 1'000'000;
    std::vector<std::uint64_t> out;
    const auto fail = [&](const std::string& part) { throw Error(ErrorCode::BadOption, fmt::format("{}: '{}' is not a number or a range such as 0-63", option, part)); };
    const auto number = [&](const std::string& part, const std::string& whole) -> std::uint64_t {
        if (part.empty() || part.size() > 18 || part.find_first_not_of("0123456789") != std::string::npos)
            fail(whole);
        return std::stoull(part);
    };
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        const std::size_t dash = part.find('-');
        const std::uint64_t first = number(part.substr(0, dash), part), last = dash == std::string::npos ? first : number(part.substr(dash + 1), part);
        if (last < first || last - first >= kMost)
            fail(part);
        for (std::uint64_t n = first; n <= last; ++n)
            out.push_back(n);
        begin = end + 1;
    }
    return out;
}

void printJson(const Json& json) { std::puts(json.dump(2).c_str()); }

}  // namespace potstill
