#include "engine/imaging/palette.h"

#include <algorithm>
#include <unordered_map>

namespace potstill {

namespace {

struct Colour {
    std::array<std::uint8_t, 3> rgb;
    std::uint64_t pixels = 0;
};

/// A range of the sorted colours.
struct Box {
    std::size_t begin = 0, end = 0;
    int axis = 0;
    std::uint64_t weight = 0;  // spread along the axis times pixels; 0 = cannot be split
};

Box measured(const std::vector<Colour>& colours, std::size_t begin, std::size_t end)
{
    Box box{begin, end};
    std::uint64_t pixels = 0;
    std::array<int, 3> low{255, 255, 255}, high{0, 0, 0};
    for (std::size_t i = begin; i < end; ++i) {
        pixels += colours[i].pixels;
        for (std::size_t c = 0; c < 3; ++c) {
            low[c] = std::min<int>(low[c], colours[i].rgb[c]);
            high[c] = std::max<int>(high[c], colours[i].rgb[c]);
        }
    }
    for (int c = 1; c < 3; ++c)
        if (high[std::size_t(c)] - low[std::size_t(c)] > high[std::size_t(box.axis)] - low[std::size_t(box.axis)])
            box.axis = c;
    box.weight = static_cast<std::uint64_t>(high[std::size_t(box.axis)] - low[std::size_t(box.axis)]) * pixels;
    return box;
}

/// Sorts the box along its axis and returns where half of its pixels lie on either side.
std::size_t median(std::vector<Colour>& colours, const Box& box)
{
    const auto first = colours.begin() + std::ptrdiff_t(box.begin), last = colours.begin() + std::ptrdiff_t(box.end);
    const auto axis = std::size_t(box.axis);
    std::sort(first, last, [axis](const Colour& a, const Colour& b) { return a.rgb[axis] != b.rgb[axis] ? a.rgb[axis] < b.rgb[axis] : a.rgb < b.rgb; });
    std::uint64_t total = 0, seen = 0;
    for (auto it = first; it != last; ++it)
        total += it->pixels;
    std::size_t at = box.begin;
    while (at + 1 < box.end && (seen == 0 || seen + colours[at].pixels <= total / 2))
        seen += colours[at++].pixels;
    return at;
}

std::uint32_t keyOf(const std::uint8_t* rgb) { return std::uint32_t(rgb[0]) << 16 | std::uint32_t(rgb[1]) << 8 | rgb[2]; }

}  // namespace

IndexedImage indexed(const Image& image, int colors)
{
    std::unordered_map<std::uint32_t, std::uint32_t> placeOf;
    std::vector<Colour> colours;
    const std::size_t pixels = image.pixels.size() / 3;
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* p = image.pixels.data() + 3 * i;
        const auto [it, isNew] = placeOf.try_emplace(keyOf(p), std::uint32_t(colours.size()));
        if (isNew)
            colours.push_back({{p[0], p[1], p[2]}, 0});
        ++colours[it->second].pixels;
    }
    std::vector<Box> boxes;
    if (colours.size() <= static_cast<std::size_t>(colors)) {
        for (std::size_t i = 0; i < colours.size(); ++i)
            boxes.push_back({i, i + 1});
    } else {
        boxes.push_back(measured(colours, 0, colours.size()));
        while (boxes.size() < static_cast<std::size_t>(colors)) {
            const auto widest = std::max_element(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.weight < b.weight; });
            const Box box = *widest;
            const std::size_t middle = median(colours, box);
            *widest = measured(colours, box.begin, middle);
            boxes.push_back(measured(colours, middle, box.end));
        }
    }
    IndexedImage out;
    std::unordered_map<std::uint32_t, std::uint8_t> indexOf;
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        std::array<std::uint64_t, 3> sum{};
        std::uint64_t count = 0;
        for (std::size_t i = boxes[b].begin; i < boxes[b].end; ++i) {
            count += colours[i].pixels;
            for (std::size_t c = 0; c < 3; ++c)
                sum[c] += colours[i].rgb[c] * colours[i].pixels;
            indexOf[keyOf(colours[i].rgb.data())] = static_cast<std::uint8_t>(b);
        }
        out.palette.push_back({static_cast<std::uint8_t>((sum[0] + count / 2) / count), static_cast<std::uint8_t>((sum[1] + count / 2) / count),
                               static_cast<std::uint8_t>((sum[2] + count / 2) / count)});
    }
    out.indices.resize(pixels);
    for (std::size_t i = 0; i < pixels; ++i)
        out.indices[i] = indexOf[keyOf(image.pixels.data() + 3 * i)];
    return out;
}

}  // namespace potstill
