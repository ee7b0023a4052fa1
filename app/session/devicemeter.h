#pragma once

#include <cstdint>
#include <memory>
#include <optional>

namespace potstill {

/// How busy an NVIDIA device is, asked of the driver's own library (NVML), which is loaded where it is there. Calls take a few milliseconds: not for the window's thread.
class DeviceMeter {
public:
    struct Reading {
        int busyPercent = 0;  ///< share of the last moments in which a kernel ran
        std::uint64_t usedBytes = 0, totalBytes = 0;
    };

    DeviceMeter();
    ~DeviceMeter();
    DeviceMeter(const DeviceMeter&) = delete;
    DeviceMeter& operator=(const DeviceMeter&) = delete;
    /// The library is there and has a device.
    bool isThere() const;
    std::optional<Reading> read(unsigned device = 0) const;

private:
    struct Nvml;
    std::unique_ptr<Nvml> m_nvml;
};

}  // namespace potstill
