#include "engine/data/sprites.h"

#include "engine/data/spriteshape.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

namespace potstill {
namespace {

/// Raised whenever the same seed and number would draw another picture.
constexpr int kGeneratorVersion = 1;

}  // namespace

Sprites::Sprites(int imageSize, std::uint64_t seed) : m_size(imageSize), m_seed(seed)
{
    if (imageSize != 16 && imageSize != 32 && imageSize != 64)
        throw Error(ErrorCode::BadOption, fmt::format("image_size {}: the sprites are drawn at 16, 32 or 64 pixels", imageSize));
}

const std::vector<std::string>& Sprites::classNames() const
{
    static const std::vector<std::string> names = {"disc", "square", "triangle", "star", "ring", "cross", "crescent", "heart"};
    return names;
}

std::pair<torch::Tensor, torch::Tensor> Sprites::get(const std::vector<std::int64_t>& indices) const
{
    const auto n = static_cast<std::int64_t>(indices.size());
    torch::Tensor images = torch::empty({n, 3, m_size, m_size}, torch::kUInt8);
    torch::Tensor labels = torch::empty({n}, torch::kInt64);
    auto* pixels = images.data_ptr<std::uint8_t>();
    auto* classes = labels.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < n; ++i) {
        const SpriteScene scene = spriteScene(m_seed, indices[static_cast<std::size_t>(i)]);
        drawSprite(scene, m_size, pixels + i * 3 * m_size * m_size);
        classes[i] = scene.parameters.shape;
    }
    return {images, labels};
}

std::string Sprites::fingerprint() const { return sha256OfText(fmt::format("potstill sprites {} size {} seed {}", kGeneratorVersion, m_size, m_seed)); }

Json Sprites::facts() const
{
    return {{"source", "sprites, drawn by the program"}, {"images", "endless"}, {"size", fmt::format("{}x{}", m_size, m_size)}, {"channels", 3}, {"classes", 8}, {"seed", m_seed},
            {"generator_version", kGeneratorVersion}};
}

}  // namespace potstill
