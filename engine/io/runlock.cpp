#include "engine/io/atomicfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kDeadAfterMs = 60'000;
constexpr std::size_t kContentBytes = 512;  // always as long, so that a heartbeat replaces it in one write

std::int64_t nowMs() { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

std::string hostName()
{
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return name;
}

std::string firstLine(const char* file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

/// When the process started, in ticks since the machine started ("" when there is none): with the boot's id it tells a process from a later one of the same number.
std::string startOf(long pid)
{
    const std::string line = firstLine(fmt::format("/proc/{}/stat", pid).c_str());
    const std::size_t afterName = line.rfind(')');  // the name may hold anything
    if (afterName == std::string::npos)
        return {};
    std::istringstream rest(line.substr(afterName + 1));
    std::string word;
    for (int field = 3; field <= 22; ++field)
        rest >> word;
    return rest ? word : std::string();
}

struct Owner {
    long pid = 0;
    std::string host, boot, start;
    std::int64_t heartbeatMs = 0;
};

Owner thisProcess()
{
    const long pid = ::getpid();
    return {pid, hostName(), firstLine("/proc/sys/kernel/random/boot_id"), startOf(pid), nowMs()};
}

std::string toText(const Owner& owner)
{
    std::string text = Json{{"pid", owner.pid}, {"host", owner.host}, {"boot", owner.boot}, {"start", owner.start}, {"heartbeat_ms", owner.heartbeatMs}}.dump(
        -1, ' ', false, Json::error_handler_t::replace);
    if (text.size() < kContentBytes - 1)
        text.resize(kContentBytes - 1, ' ');
    return text + "\n";
}

/// None when the file is empty or cut: its writer died while making it.
std::optional<Owner> readOwner(int descriptor)
{
    char buffer[4096];
    const ssize_t got = ::pread(descriptor, buffer, sizeof buffer, 0);
    if (got <= 0)
        return std::nullopt;
    const Json json = Json::parse(buffer, buffer + got, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    try {
        return Owner{json.value("pid", 0L), json.value("host", ""), json.value("boot", ""), json.value("start", ""), json.value("heartbeat_ms", std::int64_t(0))};
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

bool isAlive(const Owner& owner)
{
    if (owner.host != hostName())
        return nowMs() - owner.heartbeatMs < kDeadAfterMs;
    if (!owner.boot.empty() && owner.boot != firstLine("/proc/sys/kernel/random/boot_id"))
        return false;
    return isProcessAlive(owner.pid) && (owner.start.empty() || owner.start == startOf(owner.pid));
}

[[noreturn]] void throwLocked(const fs::path& file, const std::optional<Owner>& owner)
{
    const std::string who = owner ? fmt::format("process {} on {}", owner->pid, owner->host) : std::string("another program");
    throw Error(ErrorCode::Locked, {"run-in-use",
                                    0,
                                    {{"run", file.parent_path().filename().string()}, {"pid", owner ? std::to_string(owner->pid) : ""}, {"host", owner ? owner->host : ""}},
                                    fmt::format("'{}' is in use by {}. End that first, or wait until it is done.", file.parent_path().string(), who)});
}

void writeOwner(int descriptor, const Owner& owner, const fs::path& file)
{
    const std::string text = toText(owner);
    if (::pwrite(descriptor, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
        throwSystemError(errno, "write the lock", file);
}

void beat(int descriptor, std::chrono::milliseconds every, const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any wake;
    while (!wake.wait_for(lock, stop, every, [&] { return stop.stop_requested(); })) {
        const std::string text = toText(thisProcess());
        // A heartbeat that cannot be written (disk full) must not end the run; the kernel's lock still holds.
        [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, text.data(), text.size(), 0);
    }
}

bool isStillNamed(int descriptor, const fs::path& file)
{
    struct stat opened = {}, named = {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

RunLock::RunLock(const fs::path& runFolder, std::chrono::milliseconds beatEvery) : m_file(runFolder / "lock")
{
    for (;;) {
        int number = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        const bool isNew = number >= 0;
        if (!isNew) {
            if (errno != EEXIST)
                throwSystemError(errno, "make the lock", m_file);
            number = ::open(m_file.c_str(), O_RDWR | O_CLOEXEC);
            if (number < 0 && errno == ENOENT)
                continue;  // released in between
            if (number < 0)
                throwSystemError(errno, "open the lock", m_file);
        }
        Descriptor file(number);
        // The kernel's lock decides between processes of one machine, and ends with its owner however that ends. The content decides across machines.
        const int locked = tryLock(file.get());
        if (locked == 0)
            throwLocked(m_file, readOwner(file.get()));
        if (!isStillNamed(file.get(), m_file))
            continue;  // released while it was being opened: the name belongs to another file now
        const std::optional<Owner> before = isNew ? std::nullopt : readOwner(file.get());
        if (before && isAlive(*before))
            throwLocked(m_file, before);
        if (locked < 0 && !isNew && !before)
            throwLocked(m_file, before);  // without kernel locks an empty file may be one that is just being written
        const Owner self = thisProcess();
        writeOwner(file.get(), self, m_file);
        if (locked < 0 && !isNew) {
            // Two may have taken a dead one's lock over at once: the last writer has it.
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            const std::optional<Owner> now = readOwner(file.get());
            if (!now || now->pid != self.pid || now->host != self.host)
                throwLocked(m_file, now);
        }
        m_beating = std::jthread([number, beatEvery](const std::stop_token& stop) { beat(number, beatEvery, stop); });
        m_descriptor = file.release();
        return;
    }
}

RunLock::~RunLock()
{
    m_beating.request_stop();
    m_beating.join();
    // The name goes first: who opens it after that makes a new file, who opened it before sees that it has lost its name.
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

bool RunLock::isHeldByLivingProcess(const fs::path& runFolder)
{
    const fs::path file = runFolder / "lock";
    // Some file systems demand the right to write for asking about a lock.
    int number = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (number < 0)
        number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const Descriptor lock(number);
    if (!lock.isOpen())
        return false;
    if (isLockedByAnother(lock.get()))
        return true;
    const std::optional<Owner> owner = readOwner(lock.get());
    return owner && isAlive(*owner);
}

}  // namespace potstill
