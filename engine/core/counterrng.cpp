#include "engine/core/counterrng.h"

#include "engine/core/philox.h"

namespace potstill {

namespace {

std::uint64_t hashName(std::string_view name)
{
    std::uint64_t h = 0xcbf29ce484222325ULL;  // FNV-1a
    for (unsigned char c : name)
        h = (h ^ c) * 0x100000001b3ULL;
    return h;
}

std::uint32_t low(std::uint64_t v) { return static_cast<std::uint32_t>(v); }
std::uint32_t high(std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32); }

}  // namespace

CounterRng CounterRng::fork(std::string_view purpose, std::uint64_t index) const
{
    CounterRng child(m_seed);
    child.m_stream = mix64(mix64(m_stream ^ hashName(purpose)) + index);
    return child;
}

std::uint64_t CounterRng::bits()
{
    if (m_position++ % 2 == 1)
        return m_spare;
    const std::uint64_t number = m_position / 2;
    const auto b = philox4x32({low(number), high(number), low(m_stream), high(m_stream)}, {low(m_seed), high(m_seed)});
    m_spare = b[2] | std::uint64_t(b[3]) << 32;
    return b[0] | std::uint64_t(b[1]) << 32;
}

double CounterRng::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double CounterRng::normal() { return normalQuantile((static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52); }

std::int64_t CounterRng::integer(std::int64_t n)
{
    const auto range = static_cast<std::uint64_t>(n);
    const std::uint64_t limit = ~std::uint64_t(0) - (~std::uint64_t(0) % range + 1) % range;  // the largest multiple of n, less one
    for (;;)
        if (const std::uint64_t b = bits(); b <= limit)
            return static_cast<std::int64_t>(b % range);
}

}  // namespace potstill
