#include "engine/data/loader.h"

#include "engine/core/philox.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace potstill {
namespace {

constexpr std::size_t kBatchesAhead = 3;

/// Mirrors a plane's rows in place.
void flipImage(std::uint8_t* pixels, std::int64_t rows, std::int64_t width)
{
    for (std::int64_t y = 0; y < rows; ++y)
        std::reverse(pixels + y * width, pixels + (y + 1) * width);
}

/// toModelRange without the compute threads: those belong to the training step.
torch::Tensor modelRangeOnThisThread(const torch::Tensor& bytes)
{
    static const torch::Tensor table = toModelRange(torch::arange(256, torch::kInt64).to(torch::kUInt8));
    const float* values = table.data_ptr<float>();
    torch::Tensor out = torch::empty(bytes.sizes(), torch::kFloat32);
    const std::uint8_t* from = bytes.data_ptr<std::uint8_t>();
    float* to = out.data_ptr<float>();
    for (std::int64_t i = 0, n = bytes.numel(); i < n; ++i)
        to[i] = values[from[i]];
    return out;
}

}  // namespace

struct BatchLoader::Impl {
    std::shared_ptr<const Dataset> data;
    std::int64_t batchSize;
    bool flip;
    Rng rng;
    std::vector<std::int64_t> members;  // indices of this part; empty for endless sets
    std::int64_t endlessBegin = 0;

    std::int64_t epoch = -1;  // of `order`; reading thread only
    torch::Tensor order;
    std::int64_t reading;  // first image of the batch to read next; reading thread only

    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<Batch> ready;
    std::exception_ptr failure;
    bool isStopping = false;
    std::int64_t delivered;
    double waited = 0;
    std::thread thread;

    Impl(std::shared_ptr<const Dataset> d, std::int64_t n, bool f, std::uint64_t seed, std::int64_t position)
        : data(std::move(d)), batchSize(n), flip(f), rng(Rng(seed).fork("data")), reading(position), delivered(position)
    {
    }

    std::int64_t indexOf(std::int64_t number)
    {
        if (data->isEndless())
            return endlessBegin + number;
        const auto n = static_cast<std::int64_t>(members.size());
        if (number / n != epoch) {
            epoch = number / n;
            order = rng.fork("epoch", static_cast<std::uint64_t>(epoch)).permutation(n);
        }
        return members[static_cast<std::size_t>(order.data_ptr<std::int64_t>()[number % n])];
    }

    Batch read()
    {
        std::vector<std::int64_t> indices;
        for (std::int64_t i = 0; i < batchSize; ++i)
            indices.push_back(indexOf(reading + i));
        auto [images, labels] = data->get(indices);
        if (flip) {
            const std::int64_t rows = images.size(1) * images.size(2), width = images.size(3);
            auto* pixels = images.data_ptr<std::uint8_t>();
            for (std::int64_t i = 0; i < batchSize; ++i)
                if (rng.fork("flip", static_cast<std::uint64_t>(reading + i)).bits() & 1)
                    flipImage(pixels + i * rows * width, rows, width);
        }
        reading += batchSize;
        return {modelRangeOnThisThread(images), labels};
    }

    void run()
    {
        try {
            for (;;) {
                {
                    std::unique_lock lock(mutex);
                    changed.wait(lock, [&] { return isStopping || ready.size() < kBatchesAhead; });
                    if (isStopping)
                        return;
                }
                Batch batch = read();
                const std::lock_guard lock(mutex);
                ready.push_back(std::move(batch));
                changed.notify_all();
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            changed.notify_all();
        }
    }
};

BatchLoader::BatchLoader(std::shared_ptr<const Dataset> data, std::int64_t batchSize, bool flip, double holdOut, Part part, std::uint64_t seed, std::int64_t position)
    : m_impl(std::make_unique<Impl>(std::move(data), batchSize, flip, seed, position))
{
    Impl& my = *m_impl;
    if (batchSize < 1)
        throw Error(ErrorCode::BadOption, fmt::format("batch {}: at least one image", batchSize));
    if (position < 0)
        throw Error(ErrorCode::BadOption, fmt::format("data position {}: not below 0", position));
    if (my.data->isEndless()) {
        // Each seed begins at a place of its own, a multiple of 2^30; training images lie in [2^38, 2^39), held-out ones in [2^39, 2^40), and the first 2^38 are left to those who ask by number.
        const bool isHeldOut = part == Part::HeldOut;
        my.endlessBegin = static_cast<std::int64_t>((1ull << (isHeldOut ? 39 : 38)) + ((mix64(seed) % (isHeldOut ? 512 : 256)) << 30));
    } else {
        const std::int64_t n = my.data->size(), heldOut = std::llround(static_cast<double>(n) * holdOut);
        const torch::Tensor shuffled = heldOut > 0 ? Rng(seed).fork("split").permutation(n) : torch::arange(n, torch::kInt64);
        const auto* p = shuffled.data_ptr<std::int64_t>();
        my.members = part == Part::HeldOut ? std::vector<std::int64_t>(p, p + heldOut) : std::vector<std::int64_t>(p + heldOut, p + n);
        if (my.members.empty())
            throw Error(ErrorCode::BadOption, fmt::format("hold_out {}: of {} images none is left for the {} part", holdOut, n, part == Part::HeldOut ? "held-out" : "training"));
    }
    my.thread = std::thread([&my] { my.run(); });
}

BatchLoader::~BatchLoader()
{
    {
        const std::lock_guard lock(m_impl->mutex);
        m_impl->isStopping = true;
    }
    m_impl->changed.notify_all();
    m_impl->thread.join();
}

Batch BatchLoader::next()
{
    std::unique_lock lock(m_impl->mutex);
    if (m_impl->ready.empty()) {
        const auto begin = std::chrono::steady_clock::now();
        m_impl->changed.wait(lock, [&] { return !m_impl->ready.empty() || m_impl->failure; });
        m_impl->waited += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    if (m_impl->ready.empty())
        std::rethrow_exception(m_impl->failure);
    Batch batch = std::move(m_impl->ready.front());
    m_impl->ready.pop_front();
    m_impl->delivered += m_impl->batchSize;
    lock.unlock();
    m_impl->changed.notify_all();
    return batch;
}

std::int64_t BatchLoader::position() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->delivered;
}

double BatchLoader::waitedSeconds() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->waited;
}

std::int64_t BatchLoader::partSize() const { return m_impl->data->isEndless() ? m_impl->data->size() : static_cast<std::int64_t>(m_impl->members.size()); }

}  // namespace potstill
