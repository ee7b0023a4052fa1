#pragma once

#include "engine/core/image.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace potstill {

struct StoredCell {
    Image image;
    int nfe = 0;
    double milliseconds = 0;  ///< per image, when it was made
};

/// Finished cells of comparisons in a folder, so that a restart samples nothing again: one safetensors file a cell, named by the hash of its key (all that settles the image).
/// It is a cache: what cannot be written is not kept, damaged files count as absent, and over the limit the files that were longest out of use go. Nothing throws.
class CellStore {
public:
    static constexpr std::uint64_t kMostBytes = 500'000'000;

    explicit CellStore(std::filesystem::path folder, std::uint64_t mostBytes = kMostBytes);
    const std::filesystem::path& folder() const { return m_folder; }
    std::optional<StoredCell> read(const std::string& key) const;
    void write(const std::string& key, const StoredCell& cell);

private:
    std::filesystem::path fileOf(const std::string& key) const;
    void makeRoom();

    std::filesystem::path m_folder;
    std::uint64_t m_mostBytes, m_bytes = 0;
    bool m_isCounted = false;
};

}  // namespace potstill
