#pragma once

#include "engine/core/image.h"
#include "engine/core/options.h"

#include <string>
#include <vector>

namespace potstill {

/// Images that a person keeps in the gallery, and what they are to each other.
struct KeptImages {
    enum class Kind { Single, Row, Ladder, Trajectory };
    struct Item {
        Image image;
        Json recipe;
        std::string row, column;   ///< headings of the table it comes from
    };
    Kind kind = Kind::Single;
    std::vector<Item> items;
};

}  // namespace potstill
