#include "engine/tensor/device.h"

#include "engine/core/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/CachingDeviceAllocator.h>
#include <c10/util/Exception.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <thread>

namespace potstill {
namespace {

bool loadCudaOnce()
{
    if (!dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL))
        return false;
    if (!dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL)) {
        // Not on the search path of the program: beside libtorch_cpu.so.
        Dl_info info{};
        if (!dladdr(reinterpret_cast<const void*>(&at::globalContext), &info) || !info.dli_fname)
            return false;
        const std::string cpuLibrary = info.dli_fname;
        const std::string folder = cpuLibrary.substr(0, cpuLibrary.rfind('/') + 1);
        if (!dlopen((folder + "libtorch_cuda.so").c_str(), RTLD_NOW | RTLD_GLOBAL))
            return false;
    }
    // TF32 rounds factors to 10 bits: products of float32 would be off by 1e-3. Off for convolutions, where it is on by default, and for matrices alike.
    at::globalContext().setAllowTF32CuDNN(false);
    at::globalContext().setAllowTF32CuBLAS(false);
    return torch::cuda::is_available();
}

std::int64_t cudaBytesInUse([[maybe_unused]] const torch::Device& device)
{
#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 9
    auto* const allocator = dynamic_cast<c10::DeviceAllocator*>(c10::GetAllocator(torch::kCUDA));
    if (!allocator || !allocator->initialized())
        return 0;
    const auto stats = allocator->getDeviceStats(device.has_index() ? device.index() : c10::DeviceIndex(0));
    return stats.allocated_bytes[static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE)].current;
#else
    return 0;  // older versions tell it through headers of CUDA alone
#endif
}

/// Physical cores: distinct {package, core} pairs of /proc/cpuinfo, limited by what this process may use.
int physicalCores()
{
    std::ifstream file("/proc/cpuinfo");
    std::set<std::string> cores;
    std::string line, package;
    while (std::getline(file, line)) {
        if (line.rfind("physical id", 0) == 0)
            package = line;
        else if (line.rfind("core id", 0) == 0)
            cores.insert(package + line);
    }
    const int logical = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    return cores.empty() ? logical : std::min(logical, static_cast<int>(cores.size()));
}

}  // namespace

bool loadCuda()
{
    static const bool loaded = loadCudaOnce();
    return loaded;
}

std::vector<std::string> availableDevices()
{
    std::vector<std::string> names{"cpu"};
    if (loadCuda())
        for (std::size_t i = 0; i < static_cast<std::size_t>(torch::cuda::device_count()); ++i)
            names.push_back(fmt::format("cuda:{}", i));
    return names;
}

torch::Device deviceFromName(const std::string& name)
{
    const std::vector<std::string> names = availableDevices();
    if (name == "auto")
        return torch::Device(names.size() > 1 ? names[1] : "cpu");
    const std::string wanted = name == "cuda" ? "cuda:0" : name;
    if (std::find(names.begin(), names.end(), wanted) == names.end())
        throw Error(ErrorCode::BadOption, fmt::format("device '{}' is not here; this machine has {}", name, fmt::join(names, ", ")));
    return torch::Device(wanted);
}

int configureThreads(int requested)
{
    const char* environment = std::getenv("OMP_NUM_THREADS");
    const int fromEnvironment = environment ? std::atoi(environment) : 0;
    const int threads = requested > 0 ? requested : fromEnvironment > 0 ? fromEnvironment : physicalCores();
    at::set_num_threads(threads);
    return at::get_num_threads();
}

std::int64_t memoryInUse(const torch::Device& device)
{
    if (device.is_cuda())
        return cudaBytesInUse(device);
    std::ifstream statm("/proc/self/statm");
    std::int64_t total = 0, resident = 0;
    statm >> total >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

bool hasBFloat16(const torch::Device& device)
{
    // Compute capability 8.0 and later.
    return !device.is_cuda() || at::detail::getCUDAHooks().supportsBFloat16ConvolutionWithCuDNNv8();
}

void translatingTorchErrors(const std::function<void()>& f)
{
    try {
        f();
    } catch (const c10::OutOfMemoryError& e) {
        throw Error(ErrorCode::OutOfMemory, {"no-device-memory", 0, {}, e.what_without_backtrace()});
    } catch (const c10::Error& e) {
        throw Error(ErrorCode::Internal, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, {"no-memory", 0, {}, "the machine has not enough memory for this; a smaller batch or network needs less"});
    }
}

}  // namespace potstill
