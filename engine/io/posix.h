#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>

namespace potstill {

/// Error(DiskFull), Error(NotFound) or Error(Io) for an errno value: "PATH: could not DOING: reason".
[[noreturn]] void throwSystemError(int error, const std::string& doing, const std::filesystem::path& path);

/// Owns a file descriptor.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_number = std::exchange(other.m_number, -1);
        }
        return *this;
    }
    int get() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    int release() { return std::exchange(m_number, -1); }
    void reset();

private:
    int m_number;
};

/// open(2), repeated when interrupted; close-on-exec. Throws by throwSystemError, which names `named` where a person knows the file by that.
Descriptor openFile(const std::filesystem::path& path, int flags, const std::string& doing, const std::filesystem::path& named = {});
void writeAll(int descriptor, const void* data, std::size_t bytes, const std::filesystem::path& path);
/// fsync(2) of a file or folder.
void flushToDisk(int descriptor, const std::filesystem::path& path);
/// Takes an exclusive lock that belongs to the open file (not to the process), without waiting. 1 = taken, 0 = another has it, -1 = this file system has no locks.
int tryLock(int descriptor);
/// True when another open file holds such a lock.
bool isLockedByAnother(int descriptor);
/// True when a process of this machine has the number.
bool isProcessAlive(long pid);

}  // namespace potstill
