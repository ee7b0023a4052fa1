#pragma once

#include "engine/data/dataset.h"

#include <array>

namespace potstill {

/// Endless pictures of eight shapes (disc, square, triangle, star, ring, cross, crescent, heart): random hue, size, angle and place, a soft gradient behind whose hue is opposite
/// the shape's. Image k of a seed is always the same. Sizes 16, 32 and 64.
class Sprites final : public Dataset {
public:
    Sprites(int imageSize, std::uint64_t seed);
    std::int64_t size() const override { return std::int64_t(1) << 40; }
    bool isEndless() const override { return true; }
    std::int64_t classCount() const override { return 8; }
    const std::vector<std::string>& classNames() const override;
    int imageSize() const override { return m_size; }
    int channels() const override { return 3; }
    std::pair<torch::Tensor, torch::Tensor> get(const std::vector<std::int64_t>& indices) const override;
    std::string fingerprint() const override;
    Json facts() const override;

private:
    int m_size;
    std::uint64_t m_seed;
};

/// What a sprite is made of; angles in radians, lengths in units of the image's width, hue in [0, 1).
struct SpriteParameters {
    int shape = 0;
    double hue = 0, size = 0, angle = 0, x = 0, y = 0;
};

/// How well a picture is a sprite: a template fit over class, size, angle and place with the hue relation.
struct SpriteFit {
    bool isValid = false;
    SpriteParameters best;
    double shapeScore = 0;  ///< overlap (IoU) of the fitted mask with the template
    double hueError = 0;    ///< |hue(shape) - hue(background) - 1/2|, wrapped
    double residual = 1;    ///< root mean square of picture less fitted sprite, per channel, on [0, 1]
};
/// images: float [N,3,H,W] in [-1,1], H = W a multiple of 16.
std::vector<SpriteFit> fitSprites(const torch::Tensor& images);
/// Share of valid sprites, and of those whose fitted class equals the label (labels may be undefined).
struct SpriteValidity {
    double valid = 0;
    double validOfClass = 0;
    std::int64_t n = 0;
};
SpriteValidity spriteValidity(const torch::Tensor& images, const torch::Tensor& labels);
/// The checker's own error rates: falseReject on n true sprites; falseAccept on n pictures that are no sprites (blends of two sprites of different class, noised, wrong hue relation, blank).
struct CheckerRates {
    double falseReject = 0, falseAccept = 0;
    std::int64_t n = 0;
};
CheckerRates spriteCheckerRates(int imageSize, std::int64_t n, std::uint64_t seed);

}  // namespace potstill
