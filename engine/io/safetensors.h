#pragma once

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace potstill {

using TensorMap = std::map<std::string, torch::Tensor>;

/// Header of one tensor; offsets count from the end of the header.
struct SafetensorsEntry {
    std::string name;
    std::string dtype;                  ///< "F32", "BF16", "I64", "U8", "BOOL", "F8_E4M3", ...
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0;
};
struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;          ///< in order of their offsets
    std::map<std::string, std::string> metadata;    ///< __metadata__
    std::uint64_t dataBegin = 0;                    ///< position of the data in the file
};

/// Parses and checks the header of a safetensors file of `fileSize` bytes, of which `head` holds at least 8 + header length bytes. Checks every rule of the
/// format: header length, '{' first, UTF-8, duplicate keys, dtype, shape products that overflow, sizes that do not match, holes, overlaps, offsets past the end.
/// Torch-free; also the entry of the fuzz target. Throws Error(BadFile) naming `fileName`, the tensor and the rule.
SafetensorsHeader parseSafetensorsHeader(std::string_view head, std::uint64_t fileSize, const std::string& fileName);

/// Memory-mapped reading. Tensors share the mapping, which lives as long as any of them; they must not be written to (clone first).
class SafetensorsFile {
public:
    explicit SafetensorsFile(const std::filesystem::path& path);
    const SafetensorsHeader& header() const { return m_header; }
    const std::map<std::string, std::string>& metadata() const { return m_header.metadata; }
    bool contains(const std::string& name) const;
    /// Throws Error(BadFile) naming file and tensor when it is absent.
    torch::Tensor tensor(const std::string& name) const;
    TensorMap all() const;

private:
    struct Mapping;
    std::string m_fileName;
    SafetensorsHeader m_header;
    std::shared_ptr<const Mapping> m_mapping;
};

/// Writes atomically (see atomicfile.h); tensors are brought to the CPU and made contiguous, ordered by dtype alignment then name as the reference library does.
void writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors, const std::map<std::string, std::string>& metadata = {});
/// Reads a folder's weights: NAME.safetensors, or the shards that NAME.safetensors.index.json lists, or NAME.fp16.safetensors.
/// A ".bin" or ".ckpt" beside them is a pickle: Error(Unsupported) with the command that converts it.
TensorMap readWeights(const std::filesystem::path& folder, const std::string& name);

}  // namespace potstill
