#include "engine/io/atomicfile.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <set>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMark = ".tmp-";

fs::path folderOf(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// Once per folder and process: a process removes what it fails to write itself, so leftovers are always those of others.
void removeLeftoversOnce(const fs::path& folder)
{
    static std::mutex mutex;
    static std::set<std::string> seen;
    {
        const std::lock_guard guard(mutex);
        // Bounded: a program that writes into very many folders starts to look again.
        if (seen.size() > 10000)
            seen.clear();
        if (!seen.insert(fs::absolute(folder).lexically_normal().string()).second)
            return;
    }
    removeLeftovers(folder);
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& path) : m_path(path)
{
    if (!path.has_filename())
        throw Error(ErrorCode::Io, fmt::format("'{}' names a folder where a file is to be written", path.string()));
    static std::atomic<unsigned> counter{0};
    removeLeftoversOnce(folderOf(path));
    m_temporary = folderOf(path) / fmt::format(".{}{}{}-{}", path.filename().string(), kMark, ::getpid(), counter++);
    m_file = openFile(m_temporary, O_WRONLY | O_CREAT | O_EXCL, "create", m_path);
    // Tells a cleaner on another machine, which cannot see this process, that the file is in use.
    tryLock(m_file.get());
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void AtomicFile::write(const void* data, std::size_t bytes)
{
    writeAll(m_file.get(), data, bytes, m_path);
    m_hash.update(data, bytes);
}

std::string AtomicFile::commit()
{
    flushToDisk(m_file.get(), m_path);
    // Network file systems report a full disk only here.
    if (::close(m_file.release()) != 0 && errno != EINTR)
        throwSystemError(errno, "close", m_path);
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        throwSystemError(errno, "rename the finished file", m_path);
    m_temporary.clear();
    syncFolder(folderOf(m_path));
    return m_hash.hex();
}

std::string writeFileAtomically(const fs::path& path, std::string_view content)
{
    AtomicFile file(path);
    file.write(content);
    return file.commit();
}

std::string readFile(const fs::path& path, std::uint64_t maxBytes)
{
    const Descriptor file = openFile(path, O_RDONLY, "open");
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0)
        throwSystemError(errno, "read", path);
    if (S_ISDIR(facts.st_mode))
        throw Error(ErrorCode::Io, fmt::format("'{}' is a folder, not a file", path.string()));
    if (static_cast<std::uint64_t>(facts.st_size) > maxBytes)
        throw Error(ErrorCode::BadFile, fmt::format("{}: {} bytes; at most {} are expected here", path.string(), facts.st_size, maxBytes));
    std::string content;
    content.reserve(static_cast<std::size_t>(facts.st_size));
    char buffer[1 << 16];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throwSystemError(errno, "read", path);
        if (got == 0)
            return content;
        content.append(buffer, static_cast<std::size_t>(got));
        if (content.size() > maxBytes)
            throw Error(ErrorCode::BadFile, fmt::format("{}: more than {} bytes, which is more than is expected here", path.string(), maxBytes));
    }
}

void syncFolder(const fs::path& folder) { flushToDisk(openFile(folder, O_RDONLY | O_DIRECTORY, "open the folder").get(), folder); }

void makeFolders(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throwSystemError(error.value(), "make the folder", folder);
}

void removeLeftovers(const fs::path& folder)
{
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error)) {
        const std::string name = entry.path().filename().string();
        const std::size_t mark = name.rfind(kMark);
        std::error_code ignored;
        if (name.front() != '.' || mark == std::string::npos || !entry.is_regular_file(ignored))
            continue;
        const long pid = std::strtol(name.c_str() + mark + kMark.size(), nullptr, 10);
        if (pid <= 0 || isProcessAlive(pid))
            continue;
        const Descriptor file(::open(entry.path().c_str(), O_RDWR | O_CLOEXEC));
        if (file.isOpen() && !isLockedByAnother(file.get()))
            ::unlink(entry.path().c_str());
    }
}

std::uint64_t freeDiskBytes(const fs::path& path)
{
    fs::path at = fs::absolute(path).lexically_normal();
    struct statvfs facts = {};
    while (::statvfs(at.c_str(), &facts) != 0) {
        if (errno == EINTR)
            continue;
        if ((errno != ENOENT && errno != ENOTDIR) || !at.has_relative_path())
            throwSystemError(errno, "ask for the free room", path);
        at = at.parent_path();
    }
    return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
}

}  // namespace potstill
