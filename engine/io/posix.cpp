#include "engine/io/posix.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

namespace potstill {

void throwSystemError(int error, const std::string& doing, const std::filesystem::path& path)
{
    const std::string reason = std::system_category().message(error);
    // EFBIG: the file system's (or the user's) limit for one file; more room is what helps there too.
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        throw Error(ErrorCode::DiskFull, {"disk-full", 0, {{"path", path.string()}}, fmt::format("{}: could not {}: {}. Make room on that disk.", path.string(), doing, reason)});
    const std::string sentence = fmt::format("{}: could not {}: {}", path.string(), doing, reason);
    if (error == ENOENT || error == ENOTDIR)
        throw Error(ErrorCode::NotFound, {"file-missing", 0, {{"path", path.string()}}, sentence});
    throw Error(ErrorCode::Io, {"file-refused", 0, {{"path", path.string()}, {"reason", reason}}, sentence});
}

void Descriptor::reset()
{
    if (m_number >= 0)
        ::close(m_number);
    m_number = -1;
}

Descriptor openFile(const std::filesystem::path& path, int flags, const std::string& doing, const std::filesystem::path& named)
{
    for (;;) {
        const int number = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
        if (number >= 0)
            return Descriptor(number);
        if (errno != EINTR)
            throwSystemError(errno, doing, named.empty() ? path : named);
    }
}

void writeAll(int descriptor, const void* data, std::size_t bytes, const std::filesystem::path& path)
{
    const char* at = static_cast<const char*>(data);
    while (bytes > 0) {
        const ssize_t written = ::write(descriptor, at, std::min<std::size_t>(bytes, std::size_t(1) << 30));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            throwSystemError(errno, "write", path);
        }
        at += written;
        bytes -= static_cast<std::size_t>(written);
    }
}

void flushToDisk(int descriptor, const std::filesystem::path& path)
{
    while (::fsync(descriptor) != 0) {
        if (errno == EINTR)
            continue;
        // Some file systems cannot flush a folder; there is nothing more to be done then.
        if (errno == EINVAL || errno == EROFS)
            return;
        throwSystemError(errno, "flush to the disk", path);
    }
}

int tryLock(int descriptor)
{
    struct flock request = {};
    request.l_type = F_WRLCK;
    request.l_whence = SEEK_SET;
    if (::fcntl(descriptor, F_OFD_SETLK, &request) == 0)
        return 1;
    return errno == EAGAIN || errno == EACCES ? 0 : -1;
}

bool isLockedByAnother(int descriptor)
{
    struct flock request = {};
    request.l_type = F_WRLCK;
    request.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_GETLK, &request) == 0 && request.l_type != F_UNLCK;
}

bool isProcessAlive(long pid) { return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM); }

}  // namespace potstill
