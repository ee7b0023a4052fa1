#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace potstill {

/// Number of the CUDA device that a run uses whose settings name `device`: "cuda:1", "cuda" (the first one), "auto" (the first one where `there`, the devices of this machine, has any),
/// "cpu". -1 = none, or not known.
int cudaIndexOf(const std::string& device, const std::vector<std::string>& there);

/// How busy an NVIDIA device is, asked of the driver's own library (NVML), which is loaded where it is there. Calls take a few milliseconds: not for the window's thread.
class DeviceMeter {
public:
    static constexpr const char* kDriverLibrary = "libnvidia-ml.so.1";

    struct Reading {
        int busyPercent = 0;  ///< share of the last moments in which a kernel ran
        std::uint64_t usedBytes = 0, totalBytes = 0;
    };

    /// The driver's library, or another one with its entry points.
    explicit DeviceMeter(const std::string& library = kDriverLibrary);
    ~DeviceMeter();
    DeviceMeter(const DeviceMeter&) = delete;
    DeviceMeter& operator=(const DeviceMeter&) = delete;
    /// The library is there and has a device.
    bool isThere() const;
    /// The device that CUDA calls cuda:`index`. NVML counts all devices, in the order of their slots; CUDA only those that CUDA_VISIBLE_DEVICES names, by number or UUID, in its
    /// order. None where there is no such device, or only a part of one (MIG), or several that CUDA numbers in another order (CUDA_DEVICE_ORDER is not PCI_BUS_ID).
    std::optional<Reading> read(unsigned index = 0) const;

private:
    struct Nvml;
    std::unique_ptr<Nvml> m_nvml;
};

}  // namespace potstill
