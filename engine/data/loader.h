#pragma once

#include "engine/data/dataset.h"
#include "engine/tensor/rng.h"

#include <memory>

namespace potstill {

struct Batch {
    torch::Tensor images;  // [N, C, H, W], float32 in [-1, 1], CPU
    torch::Tensor labels;  // [N] int64, undefined without classes
};

/// Endless shuffled batches with a prefetch thread of its own. The order is a pure function of (seed, position): epoch e is a permutation forked by e; flips are forked by the image's running number.
/// Endless sets are read in order from a place that depends on the seed, far from the first images (which serve as references); the held-out part has places of its own.
class BatchLoader {
public:
    /// Throws Error(BadOption) when the part is empty. split: the share [0, holdOut) of a seeded shuffle is the held-out part. `position` = images already delivered (resume).
    enum class Part { Training, HeldOut };
    BatchLoader(std::shared_ptr<const Dataset> data, std::int64_t batchSize, bool flip, double holdOut, Part part, std::uint64_t seed, std::int64_t position);
    ~BatchLoader();
    /// Blocks until the next batch is ready. An exception of the reading thread is rethrown here.
    Batch next();
    /// Images delivered so far; give it to a new loader to go on exactly.
    std::int64_t position() const;
    /// Seconds that next() has waited in all.
    double waitedSeconds() const;
    /// Images in this part (before repeating).
    std::int64_t partSize() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace potstill
