#pragma once

#include "engine/core/options.h"

#include <map>
#include <string>
#include <vector>

namespace potstill {

/// The text chunks by which a PNG tells how it was made: "parameters" (one readable line, as the common web UIs write it) and "potstill" (the recipe as JSON).
/// Empty for an empty recipe.
std::map<std::string, std::string> recipeChunks(const Json& recipe);
/// The same for a sheet of several images, row by row: the JSON holds `facts` of the sheet, what all recipes share as "shared" and what is each one's own under `name`, null
/// for an image without a recipe; where these would be megabytes, a sentence stands in their place. The line names what differs one after another. Empty where no image has
/// a recipe.
std::map<std::string, std::string> sheetChunks(const std::vector<Json>& recipes, Json facts = Json::object(), const std::string& name = "images");

}  // namespace potstill
