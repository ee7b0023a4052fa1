#include "app/session/devicemeter.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <string_view>

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

bool isCuda(const std::string& device) { return device == "cuda" || device.rfind("cuda:", 0) == 0; }

}  // namespace

int cudaIndexOf(const std::string& device, const std::vector<std::string>& there)
{
    if (device == "auto")
        return std::any_of(there.begin(), there.end(), isCuda) ? 0 : -1;
    if (!isCuda(device))
        return -1;
    int index = 0;
    const std::size_t number = std::min(device.size(), std::string_view("cuda:").size());
    std::from_chars(device.data() + number, device.data() + device.size(), index);
    return index;
}

struct DeviceMeter::Nvml {
    void* library = nullptr;
    int (*shutdown)() = nullptr;
    int (*count)(unsigned*) = nullptr;
    int (*handle)(unsigned, Device*) = nullptr;
    int (*uuid)(Device, char*, unsigned) = nullptr;
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
    bool open(const std::string& name)
    {
        library = dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
        int (*init)() = nullptr;
        if (!library || !find(init, "nvmlInit_v2") || init() != kSuccess)
            return false;
        return find(shutdown, "nvmlShutdown") && find(count, "nvmlDeviceGetCount_v2") && find(handle, "nvmlDeviceGetHandleByIndex_v2") && find(uuid, "nvmlDeviceGetUUID")
               && find(utilisation, "nvmlDeviceGetUtilizationRates") && find(memory, "nvmlDeviceGetMemoryInfo") && devices() > 0;
    }
    unsigned devices() const
    {
        unsigned n = 0;
        return count(&n) == kSuccess ? n : 0;
    }
    Device byNumber(unsigned number) const
    {
        Device device = nullptr;
        return number < devices() && handle(number, &device) == kSuccess ? device : nullptr;
    }
    /// By CUDA's number, which is NVML's only in the order of their slots; nullptr where CUDA may count otherwise.
    Device byCudaNumber(unsigned number) const
    {
        const char* order = std::getenv("CUDA_DEVICE_ORDER");
        return devices() == 1 || (order && std::string_view(order) == "PCI_BUS_ID") ? byNumber(number) : nullptr;
    }
    /// By its UUID or as much of its beginning as tells it from the others.
    Device byUuid(const std::string& beginning) const
    {
        Device found = nullptr;
        for (unsigned i = 0; i < devices(); ++i) {
            std::array<char, 96> text = {};
            const Device device = byNumber(i);
            if (!device || uuid(device, text.data(), unsigned(text.size())) != kSuccess || std::string(text.data()).rfind(beginning, 0) != 0)
                continue;
            if (found)
                return nullptr;
            found = device;
        }
        return found;
    }
    /// An entry of CUDA_VISIBLE_DEVICES; nullptr for one that is no device.
    Device byName(std::string name) const
    {
        std::erase(name, ' ');
        unsigned number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error == std::errc() && end == name.data() + name.size())
            return byCudaNumber(number);
        return name.rfind("GPU-", 0) == 0 ? byUuid(name) : nullptr;
    }
    Device byCudaIndex(unsigned index) const
    {
        const char* visible = std::getenv("CUDA_VISIBLE_DEVICES");
        if (!visible)
            return byCudaNumber(index);
        std::istringstream names(visible);
        std::string name;
        Device device = nullptr;
        for (unsigned i = 0; i <= index; ++i)  // the list ends at the first thing that is no device
            if (!std::getline(names, name, ',') || !(device = byName(name)))
                return nullptr;
        return device;
    }
};

DeviceMeter::DeviceMeter(const std::string& library) : m_nvml(std::make_unique<Nvml>())
{
    if (!m_nvml->open(library))
        m_nvml.reset();
}

DeviceMeter::~DeviceMeter() = default;
bool DeviceMeter::isThere() const { return m_nvml != nullptr; }

std::optional<DeviceMeter::Reading> DeviceMeter::read(unsigned index) const
{
    const Device device = m_nvml ? m_nvml->byCudaIndex(index) : nullptr;
    Utilisation busy = {};
    Memory memory = {};
    if (!device || m_nvml->utilisation(device, &busy) != kSuccess || m_nvml->memory(device, &memory) != kSuccess)
        return std::nullopt;
    return Reading{static_cast<int>(busy.gpu), memory.used, memory.total};
}

}  // namespace potstill
