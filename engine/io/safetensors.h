#pragma once

#include "engine/io/safetensorsheader.h"

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

using TensorMap = std::map<std::string, torch::Tensor>;

/// Memory-mapped reading. F4 becomes torch's Float4_e2m1fn_x2, whose last dimension is half as long. Tensors share the mapping, which lives as long as any of them. What is
/// written to them never reaches the file, but other tensors of this object see it: clone first.
class SafetensorsFile {
public:
    /// Throws Error(NotFound | Io | BadFile).
    explicit SafetensorsFile(const std::filesystem::path& path);
    const SafetensorsHeader& header() const { return m_header; }
    const std::map<std::string, std::string>& metadata() const { return m_header.metadata; }
    bool contains(const std::string& name) const;
    /// Throws Error(BadFile) naming file and tensor when it is absent.
    torch::Tensor tensor(const std::string& name) const;
    TensorMap all() const;

private:
    struct Mapping;
    torch::Tensor tensorOf(const SafetensorsEntry& entry) const;

    std::string m_fileName;
    SafetensorsHeader m_header;
    std::shared_ptr<Mapping> m_mapping;
};

/// Writes atomically (see atomicfile.h); tensors are brought to the CPU and made contiguous, ordered by dtype alignment then name as the reference library does, byte for byte.
/// Returns the SHA-256 of the file. Throws Error(Unsupported) for a dtype that the format does not have.
std::string writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors, const std::map<std::string, std::string>& metadata = {});
struct FolderWeights {
    TensorMap tensors;
    std::vector<std::filesystem::path> files;  ///< that hold them: one, or the shards in the order of their names
};
/// Reads a folder's weights: NAME.safetensors, or the shards that NAME.safetensors.index.json lists, or the same of 16 bits: NAME.fp16.safetensors, shards of NAME.safetensors.index.fp16.json (as
/// diffusers names it), of NAME.safetensors.fp16.index.json (as it did before) or of NAME.fp16.safetensors.index.json. A ".bin" or ".ckpt" beside them is a pickle: Error(Unsupported) with
/// the command that converts it.
FolderWeights readWeights(const std::filesystem::path& folder, const std::string& name);

/// Whether a file's name ends as those of pickles do.
bool isPickleName(const std::filesystem::path& file);
/// Throws Error(Unsupported): pickles are not read. The sentence holds the command that converts this one.
[[noreturn]] void refusePickle(const std::filesystem::path& file);

}  // namespace potstill
