#include "app/session/devicemeter.h"

#include <dlfcn.h>

namespace potstill {

namespace {

// The few parts of NVML's stable interface that are used (NVML API reference, "Device Queries").
using Device = void*;
struct Utilisation {
    unsigned gpu, memory;  // percent
};
struct Memory {
    unsigned long long total, free, used;
};
constexpr int kSuccess = 0;

}  // namespace

struct DeviceMeter::Nvml {
    void* library = nullptr;
    int (*shutdown)() = nullptr;
    int (*count)(unsigned*) = nullptr;
    int (*handle)(unsigned, Device*) = nullptr;
    int (*utilisation)(Device, Utilisation*) = nullptr;
    int (*memory)(Device, Memory*) = nullptr;

    ~Nvml()
    {
        if (shutdown)
            shutdown();
        if (library)
            dlclose(library);
    }
    template <class F>
    bool find(F& function, const char* name)
    {
        function = reinterpret_cast<F>(dlsym(library, name));
        return function != nullptr;
    }
    bool open()
    {
        library = dlopen("libnvidia-ml.so.1", RTLD_NOW | RTLD_LOCAL);
        int (*init)() = nullptr;
        if (!library || !find(init, "nvmlInit_v2") || init() != kSuccess)
            return false;
        unsigned devices = 0;
        return find(shutdown, "nvmlShutdown") && find(count, "nvmlDeviceGetCount_v2") && find(handle, "nvmlDeviceGetHandleByIndex_v2")
               && find(utilisation, "nvmlDeviceGetUtilizationRates") && find(memory, "nvmlDeviceGetMemoryInfo") && count(&devices) == kSuccess && devices > 0;
    }
};

DeviceMeter::DeviceMeter() : m_nvml(std::make_unique<Nvml>())
{
    if (!m_nvml->open())
        m_nvml.reset();
}

DeviceMeter::~DeviceMeter() = default;
bool DeviceMeter::isThere() const { return m_nvml != nullptr; }

std::optional<DeviceMeter::Reading> DeviceMeter::read(unsigned device) const
{
    Device handle = nullptr;
    Utilisation busy = {};
    Memory memory = {};
    if (!m_nvml || m_nvml->handle(device, &handle) != kSuccess || m_nvml->utilisation(handle, &busy) != kSuccess || m_nvml->memory(handle, &memory) != kSuccess)
        return std::nullopt;
    return Reading{static_cast<int>(busy.gpu), memory.used, memory.total};
}

}  // namespace potstill
