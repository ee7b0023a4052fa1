#pragma once

#include "engine/data/sprites.h"

#include <array>
#include <cstdint>
#include <vector>

namespace potstill {

/// Everything that is drawn of one sprite. Colours are RGB in [0, 1]; the background runs linearly from one colour to the other across the square along gradientAngle.
struct SpriteScene {
    SpriteParameters parameters;
    double backgroundHue = 0;
    std::array<float, 3> shapeColour{}, backgroundFrom{}, backgroundTo{};
    double gradientAngle = 0;
};

/// The scene of image `index`; a pure function of both.
SpriteScene spriteScene(std::uint64_t seed, std::int64_t index);
/// Draws the background hue that is asked for instead of the opposite of the shape's, with the same saturation and brightness.
void setBackgroundHue(SpriteScene& scene, double hue);

/// Coverage of the shape in [0, 1]: size * size values, rows from top to bottom.
void spriteMask(const SpriteParameters& parameters, int size, float* mask);
/// The picture as planes: 3 * size * size bytes.
void drawSprite(const SpriteScene& scene, int size, std::uint8_t* planes);

/// Area and centre of mass of a class at size 1 and angle 0 (unit: the shape's size).
struct SpriteMoments {
    double area = 0, x = 0, y = 0;
    double period = 0;  ///< the angle after which the shape repeats; 0 = any angle looks the same
};
const SpriteMoments& spriteMoments(int shape);

/// Range of SpriteParameters::size.
inline constexpr double kSpriteSizeMin = 0.22, kSpriteSizeMax = 0.36;
inline constexpr int kSpriteShapes = 8;

/// RGB in [0, 1] of a hue in turns, saturation and value.
std::array<float, 3> rgbFromHsv(double hue, double saturation, double value);
/// Hue in [0, 1) and chroma (largest less smallest channel) of a colour.
std::array<double, 2> hueAndChroma(const std::array<double, 3>& rgb);

}  // namespace potstill
