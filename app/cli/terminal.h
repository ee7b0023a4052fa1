#pragma once

#include "engine/core/options.h"

#include <string>
#include <vector>

namespace potstill {

/// Throws Error(BadOption) with the nearest of `known` unless `name` is one of them.
void requireKnown(const std::string& name, const std::vector<std::string>& known, const std::string& option);
/// "a,b" as names, each of which must be one of `known`. Throws Error(BadOption) with the nearest one.
std::vector<std::string> namesFromText(const std::string& text, const std::vector<std::string>& known, const std::string& option);
void printJson(const Json& json);

}  // namespace potstill
