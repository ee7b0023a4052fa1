#include "engine/core/openmp.h"

#include <cstdlib>

#include <unistd.h>

namespace potstill {

void limitOpenMpSpinning(char** argv)
{
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("GOMP_SPINCOUNT", "10000", 1);
    execv("/proc/self/exe", argv);  // comes back only where it could not: then it is slower, no more
}

}  // namespace potstill
