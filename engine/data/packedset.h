#pragma once

#include "engine/data/dataset.h"
#include "engine/io/safetensors.h"

namespace potstill {

/// The format of a packed set: one safetensors file with "images" uint8 [N, C, H, W], with classes "labels" int64 [N], and this metadata (all optional in files of others):
///   "class_names"  JSON list of texts      "fingerprint"  SHA-256 over shape, class names, images and labels      "facts"  JSON object for people
class PackedSet final : public Dataset {
public:
    /// Opens a file and checks it against the options. Throws Error(BadFile | BadOption | NotFound).
    PackedSet(const std::filesystem::path& path, const DataOptions& options);
    std::int64_t size() const override { return static_cast<std::int64_t>(m_members.size()); }
    std::int64_t classCount() const override { return static_cast<std::int64_t>(m_classNames.size()); }
    const std::vector<std::string>& classNames() const override { return m_classNames; }
    int imageSize() const override { return static_cast<int>(m_images.size(3)); }
    int channels() const override { return static_cast<int>(m_images.size(1)); }
    std::pair<torch::Tensor, torch::Tensor> get(const std::vector<std::int64_t>& indices) const override;
    std::vector<std::int64_t> classCounts() const override;
    std::string fingerprint() const override { return m_fingerprint; }
    Json facts() const override { return m_facts; }

private:
    void readLabels(const SafetensorsFile& file, const std::string& name, bool wanted);

    torch::Tensor m_images;               // uint8 [N, C, H, W], mapped
    std::vector<std::int64_t> m_labels;   // by row of m_images; empty without classes
    std::vector<std::int64_t> m_members;  // rows of m_images that are used
    std::vector<std::string> m_classNames;
    std::string m_fingerprint;
    Json m_facts;
};

/// Whether a path names a packed set, as far as its name tells: a file in safetensors' format, which is not opened.
bool isPackedSetName(const std::filesystem::path& path);

/// Where all images that could not be packed are named, a line each, when there are more than the facts tell: FILE.skipped.txt beside the set. The facts name it as "skipped_list".
std::filesystem::path skippedListOf(const std::filesystem::path& packedFile);

/// `wanted` of `n` things, evenly spread; all of them for wanted = 0 or more than there are.
std::vector<std::int64_t> evenlySpread(std::int64_t n, std::int64_t wanted);

}  // namespace potstill
