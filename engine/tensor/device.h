#pragma once

#include <torch/types.h>

#include <string>
#include <vector>

namespace potstill {

/// Loads LibTorch's CUDA part when an NVIDIA driver and the library are there. Done once; later calls answer at once. Returns whether CUDA can be used.
bool loadCuda();

/// "cpu", and "cuda:0", "cuda:1", ... as far as there are.
std::vector<std::string> availableDevices();

/// Device for "auto" (the first CUDA device, else the CPU), "cpu" or "cuda[:N]". Throws Error(BadOption) naming the devices that are there.
torch::Device deviceFromName(const std::string& name);

/// Number of compute threads: `requested`; for 0 OMP_NUM_THREADS, else the number of physical cores.
/// Returns the number that is in force. Call once, before the first tensor operation.
int configureThreads(int requested);

/// Bytes in use on the device (allocated by this process); the resident set for the CPU.
std::int64_t memoryInUse(const torch::Device& device);

/// Whether the device computes in bfloat16: GPUs of compute capability 8.0 and later, and the CPU.
bool hasBFloat16(const torch::Device& device);

/// Runs `f` and translates a torch exception into Error (OutOfMemory, Internal with one line of text).
void translatingTorchErrors(const std::function<void()>& f);

}  // namespace potstill
