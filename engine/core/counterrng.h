#pragma once

#include <cstdint>
#include <string_view>

namespace potstill {

/// Counter-based generator (Philox4x32-10) for parts without LibTorch: sides and order of rated pairs, bootstraps, simulations. A draw is a pure
/// function of {seed, stream, position}, the same bits as Rng of engine/tensor. Fork by purpose instead of sharing.
class CounterRng {
public:
    explicit CounterRng(std::uint64_t seed = 0) : m_seed(seed) {}

    /// An independent stream named by its purpose ("sides", "order", "bootstrap") and a number; does not move this generator.
    CounterRng fork(std::string_view purpose, std::uint64_t index = 0) const;
    /// Next 64 random bits.
    std::uint64_t bits();
    /// In [0, 1), 53 bits.
    double uniform();
    /// In [0, n), without bias. n >= 1.
    std::int64_t integer(std::int64_t n);
    /// Standard normal.
    double normal();

private:
    std::uint64_t m_seed = 0, m_stream = 0, m_position = 0;
    std::uint64_t m_spare = 0;  // the second half of the block that holds m_position, when that is odd
};

}  // namespace potstill
