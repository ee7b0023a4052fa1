#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace potstill {

/// Header of one tensor; offsets count from the end of the header.
struct SafetensorsEntry {
    std::string name;
    std::string dtype;                ///< "F32", "BF16", "I64", "U8", "BOOL", "F8_E4M3", ...
    std::vector<std::int64_t> shape;  ///< in elements; of F4, which lie two in a byte, too
    std::uint64_t begin = 0, end = 0;
};
struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;        ///< in order of their offsets
    std::map<std::string, std::string> metadata;  ///< __metadata__
    std::uint64_t dataBegin = 0;                  ///< position of the data in the file
};

/// The longest header that is read, as in the reference library.
inline constexpr std::uint64_t kMaxSafetensorsHeader = 100'000'000;

/// Bits of one element, 0 for a dtype that this program does not read: of those of the reference library (0.8.0) only F6_E2M3 and F6_E3M2, which torch does not have.
std::uint64_t safetensorsElementBits(std::string_view dtype);

/// Parses and checks the header of a safetensors file of `fileSize` bytes, of which `head` holds at least 8 + header length bytes. Checks every rule of the
/// format: header length, '{' first, UTF-8, duplicate keys, dtype, shape products that overflow, sizes that do not match, holes, overlaps, offsets past the end.
/// Torch-free; also the entry of the fuzz target. Throws Error(BadFile) naming `fileName`, the tensor and the rule.
SafetensorsHeader parseSafetensorsHeader(std::string_view head, std::uint64_t fileSize, const std::string& fileName);

}  // namespace potstill
