#include "engine/core/counterrng.h"

#include "engine/core/philox.h"

namespace potstill {

namespace {

std::uint32_t low(std::uint64_t v) { return static_cast<std::uint32_t>(v); }
std::uint32_t high(std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32); }

}  // namespace

CounterRng CounterRng::fork(std::string_view purpose, std::uint64_t index) const
{
    CounterRng child(m_seed);
    child.m_stream = childStream(m_stream, purpose, index);
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
    return integerBelow(n, [this] { return bits(); });
}

}  // namespace potstill
