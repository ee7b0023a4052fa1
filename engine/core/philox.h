#pragma once

#include <array>
#include <cstdint>

namespace potstill {

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): four 32-bit outputs for a 128-bit counter and a
/// 64-bit key. A pure function, so that any variate can be had without those before it.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Quantile of the standard normal distribution for p in (0, 1), relative error about 1e-16 (Wichura, algorithm AS 241, PPND16).
/// Uses only IEEE basic operations, square root and a logarithm of its own, so that every machine gives the same bits.
double normalQuantile(double p);

/// SplitMix64 finaliser: mixes 64 bits; used to derive stream numbers from names.
std::uint64_t mix64(std::uint64_t x);

}  // namespace potstill
