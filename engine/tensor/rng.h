#pragma once

#include "engine/core/options.h"

#include <torch/types.h>

#include <cstdint>
#include <string_view>

namespace potstill {

/// The engine's only source of randomness: a counter-based generator (Philox4x32-10). A generator is {seed, stream, position}; variates are a
/// pure function of them, made on the CPU and then moved, so that they are the same on every device, batch size and thread count.
///
/// Fork by purpose instead of sharing: `rng.fork("noise", k)` depends on the parent's seed and stream but neither reads nor moves its position.
class Rng {
public:
    explicit Rng(std::uint64_t seed = 0) : m_seed(seed) {}

    /// An independent stream named by its purpose ("data", "noise", "init", "dropout", "preview") and a number (sample, step, stage).
    Rng fork(std::string_view purpose, std::uint64_t index = 0) const;

    /// Next 64 random bits.
    std::uint64_t bits();
    /// In [0, 1), 53 bits.
    double uniform();
    /// Standard normal.
    double normal();
    /// In [0, n), without bias. n >= 1.
    std::int64_t integer(std::int64_t n);

    /// float32 (or the given dtype) standard normals. A tensor of N elements takes N variates in row-major order, whatever its shape.
    torch::Tensor normal(at::IntArrayRef shape, at::TensorOptions options = {});
    /// float32 uniforms in [0, 1).
    torch::Tensor uniform(at::IntArrayRef shape, at::TensorOptions options = {});
    /// int64 in [0, n).
    torch::Tensor integers(std::int64_t n, at::IntArrayRef shape);
    /// A permutation of 0..n-1 (Fisher-Yates), int64.
    torch::Tensor permutation(std::int64_t n);

    std::uint64_t seed() const { return m_seed; }
    /// {seed, stream, position} as JSON (64-bit numbers as hexadecimal text), for exact resume.
    Json state() const;
    /// Throws Error(BadFile) when the document is not such a state.
    static Rng fromState(const Json& state);
    bool operator==(const Rng&) const = default;

private:
    std::uint64_t m_seed = 0;
    std::uint64_t m_stream = 0;
    std::uint64_t m_position = 0;  // counted in 64-bit draws; a block of Philox holds two
};

/// The noise of sample `index` under `seed` at stage `stage` (0 = the start of sampling): [C, H, W], float32, CPU. The same everywhere: in previews,
/// the ladder, the gallery and on the command line.
torch::Tensor sampleNoise(std::uint64_t seed, std::uint64_t index, std::uint64_t stage, at::IntArrayRef chw);

}  // namespace potstill
