#pragma once

#include "engine/core/options.h"

#include <string>

namespace potstill {

/// The settings of a run for --help, from the field tables: grouped by section, with type, range and default. kind: teacher | student | "" (both); isComplete: the advanced ones too.
std::string settingsHelp(const std::string& kind, bool isComplete);
/// Every setting and preset with all that the tables say: {"settings": {...}, "presets": [...]}.
Json settingsJson();

}  // namespace potstill
