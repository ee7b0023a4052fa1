#include "engine/data/spriteshape.h"

#include "engine/tensor/rng.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace potstill {
namespace {

// Signed distances (negative inside) in units of the shape's size, y downwards. All shapes lie within kReach of their centre. Where the value is not the true distance it is nearer to zero.
constexpr float kReach = 1.1f;

struct Disc {
    float operator()(float x, float y) const { return std::sqrt(x * x + y * y) - 0.9f; }
};
struct Square {
    float operator()(float x, float y) const { return std::max(std::abs(x), std::abs(y)) - 0.77f; }
};
struct Triangle {
    float operator()(float x, float y) const { return std::max(y, 0.8660254f * std::abs(x) - 0.5f * y) - 0.55f; }
};
struct Star {
    // Five-fold: the point is mirrored into the sector between a tip (upwards) and the notch beside it, where the edge is one line.
    float operator()(float x, float y) const
    {
        constexpr float kTip = 1.1f, kNotch = 0.5f;
        constexpr float kCos = 0.58778525f, kSin = 0.80901699f;  // direction of the notch, 54 degrees above the x axis
        constexpr float kEdgeX = kNotch * kCos, kEdgeY = kNotch * kSin - kTip;
        const float length = std::sqrt(kEdgeX * kEdgeX + kEdgeY * kEdgeY);
        float px = std::abs(x), py = -y;
        for (int i = 0; i < 2; ++i) {
            const float below = std::max(0.0f, kSin * px - kCos * py);
            px = std::abs(px - 2 * below * kSin);
            py += 2 * below * kCos;
        }
        return (-kEdgeY * px + kEdgeX * (py - kTip)) / length;
    }
};
struct Ring {
    float operator()(float x, float y) const { return std::abs(std::sqrt(x * x + y * y) - 0.75f) - 0.23f; }
};
struct Cross {
    float operator()(float x, float y) const
    {
        const float u = std::abs(x), v = std::abs(y);
        return std::min(std::max(u - 1.0f, v - 0.32f), std::max(u - 0.32f, v - 1.0f));
    }
};
struct Crescent {
    float operator()(float x, float y) const { return std::max(std::sqrt(x * x + y * y) - 1.0f, 0.78f - std::sqrt((x - 0.5f) * (x - 0.5f) + y * y)); }
};
struct Heart {
    // A square on its corner with a disc on each of its upper sides.
    float operator()(float x, float y) const
    {
        constexpr float kHalf = 0.6f, kOffset = 0.42426407f;
        const float u = std::abs(x), v = y - 0.12f;
        const float square = 0.70710678f * (u + std::abs(v)) - kHalf;
        const float disc = std::sqrt((u - kOffset) * (u - kOffset) + (v + kOffset) * (v + kOffset)) - kHalf;
        return std::min(square, disc);
    }
};

/// Coverage by 2 x 2 sub-pixels at the edge, each with a soft step of its own width.
template <class Distance>
void cover(const SpriteParameters& p, int size, float* mask, Distance distance)
{
    const float scale = static_cast<float>(p.size * size), inverse = 1 / scale;
    const float c = static_cast<float>(std::cos(p.angle)) * inverse, s = static_cast<float>(std::sin(p.angle)) * inverse;
    const float cx = static_cast<float>(p.x * size), cy = static_cast<float>(p.y * size);
    const float reach = kReach * scale + 1;
    const int x0 = std::clamp(static_cast<int>(std::floor(cx - reach)), 0, size), x1 = std::clamp(static_cast<int>(std::ceil(cx + reach)), 0, size);
    const int y0 = std::clamp(static_cast<int>(std::floor(cy - reach)), 0, size), y1 = std::clamp(static_cast<int>(std::ceil(cy + reach)), 0, size);
    const auto at = [&](float dx, float dy) { return scale * distance(c * dx + s * dy, c * dy - s * dx); };  // pixels
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) {
            const float dx = static_cast<float>(x) + 0.5f - cx, dy = static_cast<float>(y) + 0.5f - cy;
            const float centre = at(dx, dy);
            float value = centre < 0 ? 1.0f : 0.0f;
            if (std::abs(centre) < 0.65f) {
                value = 0;
                for (const float oy : {-0.25f, 0.25f})
                    for (const float ox : {-0.25f, 0.25f})
                        value += 0.25f * std::clamp(0.5f - 2 * at(dx + ox, dy + oy), 0.0f, 1.0f);
            }
            mask[y * size + x] = value;
        }
}

}  // namespace

void spriteMask(const SpriteParameters& p, int size, float* mask)
{
    std::fill(mask, mask + std::size_t(size) * std::size_t(size), 0.0f);
    switch (p.shape) {
    case 0: return cover(p, size, mask, Disc{});
    case 1: return cover(p, size, mask, Square{});
    case 2: return cover(p, size, mask, Triangle{});
    case 3: return cover(p, size, mask, Star{});
    case 4: return cover(p, size, mask, Ring{});
    case 5: return cover(p, size, mask, Cross{});
    case 6: return cover(p, size, mask, Crescent{});
    default: return cover(p, size, mask, Heart{});
    }
}

std::array<float, 3> rgbFromHsv(double hue, double saturation, double value)
{
    std::array<float, 3> rgb{};
    for (int channel = 0; channel < 3; ++channel) {
        const double turn = 6 * (hue + 1 - channel / 3.0);
        const double pure = std::clamp(std::abs(std::fmod(turn, 6.0) - 3) - 1, 0.0, 1.0);
        rgb[static_cast<std::size_t>(channel)] = static_cast<float>(value * (1 - saturation + saturation * pure));
    }
    return rgb;
}

std::array<double, 2> hueAndChroma(const std::array<double, 3>& rgb)
{
    const double high = *std::max_element(rgb.begin(), rgb.end()), low = *std::min_element(rgb.begin(), rgb.end()), chroma = high - low;
    if (chroma <= 0)
        return {0, 0};
    double sixth = 0;
    if (high == rgb[0])
        sixth = (rgb[1] - rgb[2]) / chroma;
    else if (high == rgb[1])
        sixth = 2 + (rgb[2] - rgb[0]) / chroma;
    else
        sixth = 4 + (rgb[0] - rgb[1]) / chroma;
    return {sixth / 6 - std::floor(sixth / 6), chroma};
}

SpriteScene spriteScene(std::uint64_t seed, std::int64_t index)
{
    Rng rng = Rng(seed).fork("sprite", static_cast<std::uint64_t>(index));
    const auto between = [&](double lo, double hi) { return lo + (hi - lo) * rng.uniform(); };
    SpriteScene scene;
    SpriteParameters& p = scene.parameters;
    p.shape = static_cast<int>(rng.integer(kSpriteShapes));
    p.hue = rng.uniform();
    p.size = between(kSpriteSizeMin, kSpriteSizeMax);
    p.angle = between(0, 2 * std::numbers::pi);
    // The outermost pixels always show the background alone, so that it can be told from the shape.
    const double margin = kReach * p.size + 0.075;
    p.x = between(margin, 1 - margin);
    p.y = between(margin, 1 - margin);
    scene.shapeColour = rgbFromHsv(p.hue, between(0.62, 0.9), between(0.92, 1.0));
    scene.backgroundHue = p.hue + 0.5 - std::floor(p.hue + 0.5);
    scene.backgroundFrom = rgbFromHsv(scene.backgroundHue, between(0.5, 0.7), between(0.2, 0.3));
    scene.backgroundTo = rgbFromHsv(scene.backgroundHue, between(0.4, 0.55), between(0.42, 0.58));
    scene.gradientAngle = between(0, 2 * std::numbers::pi);
    return scene;
}

void setBackgroundHue(SpriteScene& scene, double hue)
{
    scene.backgroundHue = hue - std::floor(hue);
    for (auto* colour : {&scene.backgroundFrom, &scene.backgroundTo}) {
        const float value = *std::max_element(colour->begin(), colour->end()), least = *std::min_element(colour->begin(), colour->end());
        *colour = rgbFromHsv(scene.backgroundHue, 1 - least / value, value);
    }
}

void drawSprite(const SpriteScene& scene, int size, std::uint8_t* planes)
{
    static thread_local std::vector<float> mask;
    const std::size_t area = std::size_t(size) * std::size_t(size);
    mask.resize(area);
    spriteMask(scene.parameters, size, mask.data());
    // The share of the second colour: 0 and 1 at the two corners that lie farthest along the gradient.
    const float gx = static_cast<float>(std::cos(scene.gradientAngle)), gy = static_cast<float>(std::sin(scene.gradientAngle));
    const float scale = 1 / (std::abs(gx) + std::abs(gy)), pixel = 1.0f / static_cast<float>(size);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::uint8_t* plane = planes + channel * area;
        const float from = 255 * scene.backgroundFrom[channel], to = 255 * scene.backgroundTo[channel], shape = 255 * scene.shapeColour[channel];
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                const float along = (gx * ((static_cast<float>(x) + 0.5f) * pixel - 0.5f) + gy * ((static_cast<float>(y) + 0.5f) * pixel - 0.5f)) * scale + 0.5f;
                const float behind = from + (to - from) * along, m = mask[static_cast<std::size_t>(y * size + x)];
                plane[y * size + x] = static_cast<std::uint8_t>(behind + (shape - behind) * m + 0.5f);
            }
    }
}

const SpriteMoments& spriteMoments(int shape)
{
    static const std::array<SpriteMoments, kSpriteShapes> all = [] {
        constexpr double kPi = std::numbers::pi;
        constexpr std::array<double, kSpriteShapes> kPeriods = {0, kPi / 2, 2 * kPi / 3, 2 * kPi / 5, 0, kPi / 2, 2 * kPi, 2 * kPi};
        constexpr int kSide = 512;
        constexpr double kScale = 0.4;
        std::array<SpriteMoments, kSpriteShapes> out;
        std::vector<float> mask(std::size_t(kSide) * kSide);
        for (int s = 0; s < kSpriteShapes; ++s) {
            SpriteMoments& m = out[static_cast<std::size_t>(s)];
            spriteMask({s, 0, kScale, 0, 0.5, 0.5}, kSide, mask.data());
            for (int y = 0; y < kSide; ++y)
                for (int x = 0; x < kSide; ++x) {
                    const double w = mask[static_cast<std::size_t>(y * kSide + x)];
                    m.area += w;
                    m.x += w * ((x + 0.5) / kSide - 0.5);
                    m.y += w * ((y + 0.5) / kSide - 0.5);
                }
            m.x /= m.area * kScale;
            m.y /= m.area * kScale;
            m.area /= kSide * kSide * kScale * kScale;
            m.period = kPeriods[static_cast<std::size_t>(s)];
        }
        return out;
    }();
    return all[static_cast<std::size_t>(shape)];
}

}  // namespace potstill
