#pragma once

#include "engine/core/options.h"

#include <map>
#include <string>

namespace potstill {

/// The text chunks by which a PNG tells how it was made: "parameters" (one readable line, as the common web UIs write it) and "potstill" (the recipe as JSON).
/// Empty for an empty recipe.
std::map<std::string, std::string> recipeChunks(const Json& recipe);

}  // namespace potstill
