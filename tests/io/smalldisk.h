#pragma once

#include <filesystem>
#include <string>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

namespace potstill {

/// A place where little can be written: a tmpfs of its own where this process may mount one, else a limit for the size of each file while the object lives.
class SmallDisk {
public:
    SmallDisk(const std::filesystem::path& folder, std::uint64_t bytes) : m_folder(folder)
    {
        std::filesystem::create_directories(folder);
        m_isMounted = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, ("size=" + std::to_string(bytes)).c_str()) == 0;
        if (m_isMounted)
            return;
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.c_str(), MNT_DETACH);
        else
            ::setrlimit(RLIMIT_FSIZE, &m_before);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    std::filesystem::path m_folder;
    bool m_isMounted = false;
    rlimit m_before = {};
};

}  // namespace potstill
