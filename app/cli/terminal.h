#pragma once

#include "engine/core/options.h"

#include <cstdint>
#include <string>
#include <vector>

namespace potstill {

/// "0-63,70" as numbers. Throws Error(BadOption) naming the option and the part that is wrong.
std::vector<std::uint64_t> numbersFromText(const std::string& text, const std::string& option);
/// "a,b" as names, each of which must be one of `known`. Throws Error(BadOption) with the nearest one.
std::vector<std::string> namesFromText(const std::string& text, const std::vector<std::string>& known, const std::string& option);
void printJson(const Json& json);

}  // namespace potstill
