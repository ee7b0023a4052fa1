#include "engine/data/sprites.h"

#include "engine/data/spriteshape.h"
#include "engine/tensor/rng.h"

#include <ATen/Parallel.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace potstill {
namespace {

// What counts as a sprite. Chosen so that the rates of spriteCheckerRates stay below 3 % (reject) and 5 % (accept) at 16, 32 and 64 pixels, with room for the softness of sampled images.
constexpr double kMinScore = 0.88;
constexpr double kMaxResidual = 0.065;  // root mean square per channel, on [0, 1]
constexpr double kMaxHueError = 0.09;   // turns
constexpr double kMinContrast = 0.3;    // length of shape colour less background colour
constexpr double kMinChroma = 0.06;     // below it a colour has no hue to speak of
constexpr double kSizeSlack = 0.12;     // share by which a size may leave the range of the generator

using Colour = std::array<double, 3>;

/// One picture, planes of [0, 1], and what is known of it so far.
struct Scene {
    int size = 0;
    std::vector<float> pixels;           // 3 * size * size
    std::array<Colour, 3> background{};  // constant, slope in x, slope in y; x and y run over [-1/2, 1/2]
    Colour shape{};
    std::vector<float> mask;  // share of the shape's colour in each pixel

    std::size_t area() const { return std::size_t(size) * std::size_t(size); }
    double place(int i) const { return (i + 0.5) / size - 0.5; }
    double behind(std::size_t channel, double x, double y) const { return background[0][channel] + background[1][channel] * x + background[2][channel] * y; }
};

/// Fits the linear background to the outermost pixels by least squares; on a square frame constant, x and y are orthogonal, so each coefficient is a projection.
void fitBackground(Scene& scene)
{
    const int frame = std::max(1, scene.size / 16);
    double count = 0, squares = 0;
    std::array<Colour, 3> sums{};
    for (int j = 0; j < scene.size; ++j)
        for (int i = 0; i < scene.size; ++i) {
            if (std::min({i, j, scene.size - 1 - i, scene.size - 1 - j}) >= frame)
                continue;
            const double x = scene.place(i), y = scene.place(j);
            count += 1;
            squares += x * x;
            for (std::size_t c = 0; c < 3; ++c) {
                const double value = scene.pixels[c * scene.area() + static_cast<std::size_t>(j * scene.size + i)];
                sums[0][c] += value;
                sums[1][c] += value * x;
                sums[2][c] += value * y;
            }
        }
    for (std::size_t c = 0; c < 3; ++c)
        scene.background[0][c] = sums[0][c] / count, scene.background[1][c] = sums[1][c] / squares, scene.background[2][c] = sums[2][c] / squares;
}

/// Projects each pixel on the line from the background's colour there to the shape's.
void projectMask(Scene& scene)
{
    scene.mask.resize(scene.area());
    for (int j = 0; j < scene.size; ++j)
        for (int i = 0; i < scene.size; ++i) {
            const auto at = static_cast<std::size_t>(j * scene.size + i);
            double dot = 0, length = 1e-6;
            for (std::size_t c = 0; c < 3; ++c) {
                const double behind = scene.behind(c, scene.place(i), scene.place(j)), span = scene.shape[c] - behind;
                dot += (scene.pixels[c * scene.area() + at] - behind) * span;
                length += span * span;
            }
            const double share = std::clamp(dot / length, 0.0, 1.0);
            scene.mask[at] = static_cast<float>(share < 0.04 ? 0 : share);
        }
}

/// The mean of the pixels that differ most from the background.
void guessShapeColour(Scene& scene)
{
    std::vector<std::pair<double, std::size_t>> differences(scene.area());
    for (int j = 0; j < scene.size; ++j)
        for (int i = 0; i < scene.size; ++i) {
            const auto at = static_cast<std::size_t>(j * scene.size + i);
            double sum = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                const double d = scene.pixels[c * scene.area() + at] - scene.behind(c, scene.place(i), scene.place(j));
                sum += d * d;
            }
            differences[at] = {sum, at};
        }
    const std::size_t count = scene.area() / 32;
    std::nth_element(differences.begin(), differences.begin() + static_cast<std::ptrdiff_t>(count), differences.end(), std::greater<>());
    scene.shape = {};
    for (std::size_t k = 0; k < count; ++k)
        for (std::size_t c = 0; c < 3; ++c)
            scene.shape[c] += scene.pixels[c * scene.area() + differences[k].second] / static_cast<double>(count);
}

double overlap(const std::vector<float>& a, const std::vector<float>& b)
{
    float shared = 0, either = 1e-6f;
    for (std::size_t i = 0; i < a.size(); ++i) {
        shared += std::min(a[i], b[i]);
        either += std::max(a[i], b[i]);
    }
    return static_cast<double>(shared / either);
}

struct Candidate {
    SpriteParameters parameters;
    double score = -1;
};

/// Size from the mask's area and place from its centre of mass, which leaves class and angle to be tried.
std::vector<Candidate> coarseCandidates(const Scene& scene, std::vector<float>& scratch)
{
    double mass = 0, mx = 0, my = 0;
    for (int j = 0; j < scene.size; ++j)
        for (int i = 0; i < scene.size; ++i) {
            const double w = scene.mask[static_cast<std::size_t>(j * scene.size + i)];
            mass += w;
            mx += w * (i + 0.5) / scene.size;
            my += w * (j + 0.5) / scene.size;
        }
    std::vector<Candidate> out;
    if (mass <= 0)
        return out;
    for (int shape = 0; shape < kSpriteShapes; ++shape) {
        const SpriteMoments& m = spriteMoments(shape);
        const double size = std::clamp(std::sqrt(mass / static_cast<double>(scene.area()) / m.area), 0.8 * kSpriteSizeMin, 1.25 * kSpriteSizeMax);
        const int steps = m.period <= 0 ? 1 : std::max(6, static_cast<int>(std::ceil(m.period / 0.32)));
        for (int k = 0; k < steps; ++k) {
            const double angle = m.period * k / steps, c = std::cos(angle), s = std::sin(angle);
            Candidate candidate{{shape, 0, size, angle, mx / mass - size * (c * m.x - s * m.y), my / mass - size * (s * m.x + c * m.y)}, 0};
            spriteMask(candidate.parameters, scene.size, scratch.data());
            candidate.score = overlap(scene.mask, scratch);
            out.push_back(candidate);
        }
    }
    std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return out;
}

/// Pattern search over place, size and angle with halving steps.
void refine(Candidate& candidate, const Scene& scene, std::vector<float>& scratch)
{
    const double pixel = 1.0 / scene.size;
    const bool turns = spriteMoments(candidate.parameters.shape).period > 0;
    for (double step = 1; step > 0.1; step /= 2)
        for (int pass = 0; pass < 2; ++pass) {
            bool improved = false;
            for (int axis = 0; axis < (turns ? 4 : 3); ++axis)
                for (const double sign : {1.0, -1.0}) {
                    Candidate moved = candidate;
                    SpriteParameters& p = moved.parameters;
                    (axis == 0 ? p.x : axis == 1 ? p.y : axis == 2 ? p.size : p.angle) += sign * step * (axis < 2 ? 0.4 * pixel : axis == 2 ? 0.25 * pixel : 0.12);
                    spriteMask(p, scene.size, scratch.data());
                    moved.score = overlap(scene.mask, scratch);
                    if (moved.score > candidate.score) {
                        candidate = moved;
                        improved = true;
                        break;
                    }
                }
            if (!improved)
                break;
        }
}

/// Least squares of the shape's colour under the fitted template; returns the residual.
double fitShapeColour(Scene& scene, const std::vector<float>& mask)
{
    Colour numerator{};
    double weight = 1e-9, squares = 0;
    for (const bool measuring : {false, true}) {
        for (int j = 0; j < scene.size; ++j)
            for (int i = 0; i < scene.size; ++i) {
                const auto at = static_cast<std::size_t>(j * scene.size + i);
                const double m = mask[at];
                if (!measuring)
                    weight += m * m;
                for (std::size_t c = 0; c < 3; ++c) {
                    const double rest = scene.pixels[c * scene.area() + at] - (1 - m) * scene.behind(c, scene.place(i), scene.place(j));
                    if (measuring)
                        squares += (rest - m * scene.shape[c]) * (rest - m * scene.shape[c]);
                    else
                        numerator[c] += m * rest;
                }
            }
        for (std::size_t c = 0; c < 3 && !measuring; ++c)
            scene.shape[c] = numerator[c] / weight;
    }
    return std::sqrt(squares / static_cast<double>(3 * scene.area()));
}

SpriteFit fitOne(Scene& scene)
{
    SpriteFit fit;
    std::vector<float> scratch(scene.area());
    fitBackground(scene);
    guessShapeColour(scene);
    projectMask(scene);
    std::vector<Candidate> candidates = coarseCandidates(scene, scratch);
    if (candidates.empty())
        return fit;
    candidates.resize(std::min<std::size_t>(candidates.size(), 5));
    for (Candidate& candidate : candidates)
        refine(candidate, scene, scratch);
    Candidate best = *std::max_element(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
    spriteMask(best.parameters, scene.size, scratch.data());
    // The first guess of the colour takes in pixels at the edge of thin shapes; the template knows better, and with its colour the mask and the fit are made once more.
    fitShapeColour(scene, scratch);
    projectMask(scene);
    spriteMask(best.parameters, scene.size, scratch.data());
    best.score = overlap(scene.mask, scratch);
    refine(best, scene, scratch);
    spriteMask(best.parameters, scene.size, scratch.data());
    fit.residual = fitShapeColour(scene, scratch);
    fit.shapeScore = best.score;
    fit.best = best.parameters;

    const auto [shapeHue, shapeChroma] = hueAndChroma(scene.shape);
    const auto [backgroundHue, backgroundChroma] = hueAndChroma(scene.background[0]);
    const double apart = std::abs(shapeHue - backgroundHue);
    fit.best.hue = shapeHue;
    fit.hueError = std::abs(std::min(apart, 1 - apart) - 0.5);
    double contrast = 0;
    for (std::size_t c = 0; c < 3; ++c)
        contrast += (scene.shape[c] - scene.background[0][c]) * (scene.shape[c] - scene.background[0][c]);
    fit.isValid = fit.shapeScore >= kMinScore && fit.residual <= kMaxResidual && fit.hueError <= kMaxHueError && std::sqrt(contrast) >= kMinContrast && shapeChroma >= kMinChroma
                  && backgroundChroma >= kMinChroma && fit.best.size >= kSpriteSizeMin * (1 - kSizeSlack) && fit.best.size <= kSpriteSizeMax * (1 + kSizeSlack);
    return fit;
}

/// Pictures that are no sprites, one kind after the other: blends of two classes, noised sprites, sprites with a wrong background hue, backgrounds without a shape.
torch::Tensor pictureThatIsNone(int size, std::int64_t index, std::uint64_t seed)
{
    Rng rng = Rng(seed).fork("no sprite", static_cast<std::uint64_t>(index));
    const auto draw = [&](const SpriteScene& scene) {
        torch::Tensor bytes = torch::empty({3, size, size}, torch::kUInt8);
        drawSprite(scene, size, bytes.data_ptr<std::uint8_t>());
        return toModelRange(bytes);
    };
    constexpr std::uint64_t kOther = 0x6e6f6e65;
    SpriteScene scene = spriteScene(seed ^ kOther, 2 * index);
    switch (index % 4) {
    case 0: {
        SpriteScene other = spriteScene(seed ^ kOther, 2 * index + 1);
        if (other.parameters.shape == scene.parameters.shape)
            other.parameters.shape = (other.parameters.shape + 1) % kSpriteShapes;
        const double share = 0.35 + 0.3 * rng.uniform();
        return draw(scene) * share + draw(other) * (1 - share);
    }
    case 1: return (draw(scene) + (0.3 + 0.3 * rng.uniform()) * rng.normal({3, size, size})).clamp(-1, 1);
    case 2: setBackgroundHue(scene, scene.parameters.hue + 0.5 + (rng.uniform() < 0.5 ? -1 : 1) * (0.15 + 0.35 * rng.uniform())); return draw(scene);
    default:
        scene.shapeColour = scene.backgroundFrom;
        scene.backgroundTo = rng.uniform() < 0.5 ? scene.backgroundFrom : scene.backgroundTo;
        scene.parameters.size = 1e-3;
        return draw(scene);
    }
}

}  // namespace

std::vector<SpriteFit> fitSprites(const torch::Tensor& images)
{
    if (images.dim() != 4 || images.size(1) != 3 || images.size(2) != images.size(3) || images.size(2) < 16 || images.size(2) % 16 != 0)
        throw Error(ErrorCode::BadOption,
                    fmt::format("fitSprites: images are [{}]; square pictures [N, 3, H, H] with H a multiple of 16 are needed", fmt::join(images.sizes(), ", ")));
    torch::Tensor unit = images.detach().to(torch::kCPU, torch::kFloat32).clamp(-1, 1).add(1).mul(0.5);
    // 32 pixels tell all there is to tell.
    if (unit.size(2) > 32 && unit.size(2) % 32 == 0)
        unit = torch::avg_pool2d(unit, unit.size(2) / 32);
    unit = unit.contiguous();
    const std::int64_t n = unit.size(0), length = unit.numel() / std::max<std::int64_t>(n, 1);
    (void)spriteMoments(0);
    std::vector<SpriteFit> fits(static_cast<std::size_t>(n));
    const float* pixels = unit.data_ptr<float>();
    at::parallel_for(0, n, 4, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            Scene scene;
            scene.size = static_cast<int>(unit.size(2));
            scene.pixels.assign(pixels + i * length, pixels + (i + 1) * length);
            if (std::all_of(scene.pixels.begin(), scene.pixels.end(), [](float v) { return std::isfinite(v); }))
                fits[static_cast<std::size_t>(i)] = fitOne(scene);
        }
    });
    return fits;
}

SpriteValidity spriteValidity(const torch::Tensor& images, const torch::Tensor& labels)
{
    const std::vector<SpriteFit> fits = fitSprites(images);
    const torch::Tensor classes = labels.defined() ? labels.to(torch::kCPU, torch::kInt64).contiguous() : torch::Tensor();
    if (classes.defined() && classes.numel() != images.size(0))
        throw Error(ErrorCode::Internal, fmt::format("spriteValidity: {} labels for {} images", classes.numel(), images.size(0)));
    SpriteValidity out;
    out.n = images.size(0);
    if (out.n == 0)
        return out;
    for (std::int64_t i = 0; i < out.n; ++i) {
        const SpriteFit& fit = fits[static_cast<std::size_t>(i)];
        out.valid += fit.isValid;
        out.validOfClass += fit.isValid && (!classes.defined() || classes.data_ptr<std::int64_t>()[i] == fit.best.shape);
    }
    out.valid /= static_cast<double>(out.n);
    out.validOfClass /= static_cast<double>(out.n);
    return out;
}

CheckerRates spriteCheckerRates(int imageSize, std::int64_t n, std::uint64_t seed)
{
    if (n < 1)
        throw Error(ErrorCode::BadOption, fmt::format("spriteCheckerRates: n = {}; at least 1", n));
    const Sprites sprites(imageSize, seed);
    CheckerRates rates;
    rates.n = n;
    constexpr std::int64_t kChunk = 256;
    for (std::int64_t begin = 0; begin < n; begin += kChunk) {
        const std::int64_t count = std::min(kChunk, n - begin);
        std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
        std::iota(indices.begin(), indices.end(), begin);
        for (const SpriteFit& fit : fitSprites(toModelRange(sprites.get(indices).first)))
            rates.falseReject += !fit.isValid;
        std::vector<torch::Tensor> others;
        for (const std::int64_t index : indices)
            others.push_back(pictureThatIsNone(imageSize, index, seed));
        for (const SpriteFit& fit : fitSprites(torch::stack(others)))
            rates.falseAccept += fit.isValid;
    }
    rates.falseReject /= static_cast<double>(n);
    rates.falseAccept /= static_cast<double>(n);
    return rates;
}

}  // namespace potstill
