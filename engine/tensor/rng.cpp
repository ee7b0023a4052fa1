#include "engine/tensor/rng.h"

#include "engine/core/philox.h"

#include <fmt/format.h>

#include <charconv>

namespace potstill {
namespace {

std::array<std::uint32_t, 4> block(std::uint64_t seed, std::uint64_t stream, std::uint64_t number)
{
    const auto low = [](std::uint64_t v) { return static_cast<std::uint32_t>(v); };
    const auto high = [](std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32); };
    return philox4x32({low(number), high(number), low(stream), high(stream)}, {low(seed), high(seed)});
}

std::uint64_t draw(std::uint64_t seed, std::uint64_t stream, std::uint64_t position)
{
    const auto b = block(seed, stream, position / 2);
    const std::size_t i = 2 * (position % 2);
    return b[i] | std::uint64_t(b[i + 1]) << 32;
}

double unitInterval(std::uint64_t bits) { return static_cast<double>(bits >> 11) * 0x1p-53; }
/// Strictly inside (0, 1), symmetric about 1/2.
double openInterval(std::uint64_t bits) { return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52; }

}  // namespace

Rng Rng::fork(std::string_view purpose, std::uint64_t index) const
{
    Rng child(m_seed);
    child.m_stream = childStream(m_stream, purpose, index);
    return child;
}

std::uint64_t Rng::bits() { return draw(m_seed, m_stream, m_position++); }
double Rng::uniform() { return unitInterval(bits()); }
double Rng::normal() { return normalQuantile(openInterval(bits())); }

std::int64_t Rng::integer(std::int64_t n)
{
    return integerBelow(n, [this] { return bits(); });
}

torch::Tensor Rng::normal(at::IntArrayRef shape, at::TensorOptions options)
{
    torch::Tensor out = torch::empty(shape, torch::kFloat32);
    float* p = out.data_ptr<float>();
    const std::int64_t n = out.numel();
    for (std::int64_t i = 0; i < n; ++i)
        p[i] = static_cast<float>(normal());
    return out.to(options.has_dtype() ? options : options.dtype(torch::kFloat32));
}

torch::Tensor Rng::uniform(at::IntArrayRef shape, at::TensorOptions options)
{
    torch::Tensor out = torch::empty(shape, torch::kFloat32);
    float* p = out.data_ptr<float>();
    const std::int64_t n = out.numel();
    for (std::int64_t i = 0; i < n; ++i)
        p[i] = static_cast<float>(bits() >> 40) * 0x1p-24f;
    return out.to(options.has_dtype() ? options : options.dtype(torch::kFloat32));
}

torch::Tensor Rng::integers(std::int64_t n, at::IntArrayRef shape)
{
    torch::Tensor out = torch::empty(shape, torch::kInt64);
    auto* p = out.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < out.numel(); ++i)
        p[i] = integer(n);
    return out;
}

torch::Tensor Rng::permutation(std::int64_t n)
{
    torch::Tensor out = torch::arange(n, torch::kInt64);
    auto* p = out.data_ptr<std::int64_t>();
    for (std::int64_t i = n - 1; i > 0; --i)
        std::swap(p[i], p[integer(i + 1)]);
    return out;
}

Json Rng::state() const { return {{"seed", fmt::format("{:016x}", m_seed)}, {"stream", fmt::format("{:016x}", m_stream)}, {"position", fmt::format("{:016x}", m_position)}}; }

Rng Rng::fromState(const Json& state)
{
    const auto number = [&](const char* key) {
        std::uint64_t value = 0;
        const std::string text = state.is_object() && state.contains(key) && state[key].is_string() ? state[key].get<std::string>() : "";
        const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
        if (text.empty() || ec != std::errc() || end != text.data() + text.size())
            throw Error(ErrorCode::BadFile, fmt::format("generator state: '{}' is not a hexadecimal number but '{}'", key, text));
        return value;
    };
    Rng rng(number("seed"));
    rng.m_stream = number("stream");
    rng.m_position = number("position");
    return rng;
}

torch::Tensor sampleNoise(std::uint64_t seed, std::uint64_t index, std::uint64_t stage, at::IntArrayRef chw)
{
    return Rng(seed).fork("sample", index).fork("stage", stage).normal(chw);
}

}  // namespace potstill
