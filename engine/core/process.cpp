#include "engine/core/process.h"

#include "engine/core/openmp.h"

#include <cstdlib>

namespace potstill {

void settleProcess(char** argv)
{
    ::setenv("CUDA_DEVICE_ORDER", "PCI_BUS_ID", 0);  // by default CUDA counts the fastest device first: cuda:N is to be the N of nvidia-smi and of DeviceMeter
    limitOpenMpSpinning(argv);
}

}  // namespace potstill
