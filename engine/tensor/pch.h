#pragma once
// Parsed once for every target that uses LibTorch: torch/torch.h costs 16 s a file on a small machine.
#include <torch/types.h>

#include <nlohmann/json.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
