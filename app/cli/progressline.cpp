#include "app/cli/progressline.h"

#include "engine/core/runwarning.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <optional>

#include <unistd.h>

namespace potstill {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kLookEvery = 2s;   // for room on a full disk
constexpr auto kTryAnyway = 60s;  // even when no room was seen: the run then pauses again and says so
constexpr std::uint64_t kMoreRoom = 1 << 20;

/// Nothing where the disk does not say (a network that is gone for a while): it is asked again.
std::optional<std::uint64_t> roomOn(const std::string& folder)
{
    try {
        return freeDiskBytes(folder);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace

ProgressLine::ProgressLine(RunControl& control, bool isQuiet) : m_control(control), m_isQuiet(isQuiet), m_isTerminal(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine()
{
    if (m_hasLine)
        std::fputs("\r\033[K", stderr);
}

/// A line that stays, or one that the next rewrites (on a terminal).
void ProgressLine::write(const std::string& line, bool stays)
{
    const std::scoped_lock lock(m_mutex);
    const bool isRewritten = m_isTerminal && !stays;
    const std::string text = (m_hasLine ? "\r\033[K" : "") + line + (isRewritten ? "" : "\n");
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
    m_hasLine = isRewritten;
}

void ProgressLine::onProgress(const Progress& p)
{
    const auto now = Clock::now();
    if (m_isQuiet || (p.stage == m_stage && now - m_last < (m_isTerminal ? Clock::duration(200ms) : Clock::duration(10s))))
        return;
    m_last = now;
    m_stage = p.stage;
    std::string line = fmt::format("{}: {}", p.stage, p.imagesSeen);
    if (p.imagesTotal > 0)
        line += fmt::format(" of {} images ({} %)", p.imagesTotal, 100 * p.imagesSeen / p.imagesTotal);
    else
        line += " images";
    if (p.imagesPerSecond > 0)
        line += fmt::format(", {:.{}f} images/s", p.imagesPerSecond, p.imagesPerSecond < 10 ? 1 : 0);
    if (m_loss >= 0)
        line += fmt::format(", loss {:.4g}", m_loss);
    if (p.secondsLeft >= 0)
        line += fmt::format(", {} left", durationText(p.secondsLeft));
    write(line, false);
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
    const auto named = RunWarning::parse(text);
    write((level == LogLevel::Warning ? "warning: " : level == LogLevel::Error ? "error: " : "") + (named ? named->sentence : text), true);
}

void ProgressLine::onPausedByItself(const std::string&)
{
    write(fmt::format("paused, nothing is lost: make room on the disk of {} and the run goes on by itself; Ctrl+C stops it", m_runFolder), true);
    // The job's thread returns to its own pause, where it keeps the run's lock alive and sees a stop at once.
    m_roomWatcher = std::jthread([this](const std::stop_token& stop) { waitForRoom(stop); });
}

void ProgressLine::waitForRoom(const std::stop_token& stop)
{
    std::optional<std::uint64_t> before = roomOn(m_runFolder);
    const auto since = Clock::now();
    auto looked = since;
    while (!stop.stop_requested() && !m_control.isStopping()) {
        std::this_thread::sleep_for(100ms);
        if (Clock::now() - looked < kLookEvery)
            continue;
        looked = Clock::now();
        const std::optional<std::uint64_t> free = roomOn(m_runFolder);
        if (!before)
            before = free;
        if ((free && *free > *before + kMoreRoom) || looked - since > kTryAnyway) {
            m_control.setPaused(false);
            return;
        }
        if (free && m_isTerminal && !m_isQuiet)
            write(fmt::format("waiting for room: {:.1f} MB are free", static_cast<double>(*free) / 1e6), false);
    }
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

}  // namespace potstill
