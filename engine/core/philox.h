#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace potstill {

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): four 32-bit outputs for a 128-bit counter and a
/// 64-bit key. A pure function, so that any variate can be had without those before it.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Quantile of the standard normal distribution for p in (0, 1), relative error about 1e-16 (Wichura, algorithm AS 241, PPND16).
/// Uses only IEEE basic operations, square root and a logarithm of its own, so that every machine gives the same bits.
double normalQuantile(double p);

/// SplitMix64 finaliser: mixes 64 bits.
std::uint64_t mix64(std::uint64_t x);

/// Number of the stream that is forked off another one for a purpose and an index: FNV-1a of the name and SplitMix64.
std::uint64_t childStream(std::uint64_t stream, std::string_view purpose, std::uint64_t index);

/// In [0, n), without bias, for n >= 1. `bits()` gives 64 random bits; those that would favour some numbers are drawn again.
template <class Bits>
std::int64_t integerBelow(std::int64_t n, Bits&& bits)
{
    const auto range = static_cast<std::uint64_t>(n);
    const std::uint64_t limit = ~std::uint64_t(0) - (~std::uint64_t(0) % range + 1) % range;  // the largest multiple of n, less one
    for (;;)
        if (const std::uint64_t b = bits(); b <= limit)
            return static_cast<std::int64_t>(b % range);
}

}  // namespace potstill
