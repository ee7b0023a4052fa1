#include "engine/core/openmp.h"

#include <cstdlib>
#include <filesystem>

#include <unistd.h>

namespace potstill {

void limitOpenMpSpinning(char** argv)
{
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY"))
        return;
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);  // by its own name: others find it by that
    setenv("GOMP_SPINCOUNT", "10000", 1);
    execv(program.c_str(), argv);  // comes back only where it could not: then it is slower, no more
}

}  // namespace potstill
