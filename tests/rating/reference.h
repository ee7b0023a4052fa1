#pragma once

#include "engine/io/jsonfile.h"
#include "engine/rating/vote.h"

#include <cmath>
#include <vector>

/// Numbers of independent packages, made by make_reference.py.
inline const potstill::Json& reference()
{
    static const potstill::Json json = potstill::readJsonFile(std::filesystem::path(TEST_FOLDER) / "reference.json");
    return json;
}

inline std::vector<potstill::Vote> votesOf(const potstill::Json& rows)
{
    using potstill::Answer;
    std::vector<potstill::Vote> out;
    for (const potstill::Json& r : rows)
        out.push_back({r[0], r[1], r[2] == 0 ? Answer::Left : r[2] == 1 ? Answer::Right : Answer::Tie, r[3], r[4], 0});
    return out;
}

inline bool isNear(double a, double b, double tolerance) { return std::isfinite(a) && std::abs(a - b) <= tolerance; }
