#pragma once

namespace potstill {

/// What every program of ours settles before anything else, first thing in main: the order in which CUDA counts devices, and how OpenMP's threads wait.
void settleProcess(char** argv);

}  // namespace potstill
