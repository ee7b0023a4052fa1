#pragma once

#include "engine/core/options.h"
#include "engine/io/posix.h"
#include "engine/io/sha256.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace potstill {

/// Writes a packed set (see packedset.h) image by image, without holding it in memory. The number of images and the facts are known only at the end, so the header
/// gets its room first and is filled in at commit(). The file takes its name then; without commit() nothing is left behind.
class PackWriter {
public:
    /// headerBytes: room for the header, above all for class names and facts.
    PackWriter(const std::filesystem::path& path, int imageSize, int channels, std::vector<std::string> classNames, std::size_t headerBytes);
    ~PackWriter();
    PackWriter(const PackWriter&) = delete;
    PackWriter& operator=(const PackWriter&) = delete;
    /// One image of channels * imageSize * imageSize bytes in planes; the label is ignored without classes.
    void append(const std::uint8_t* planes, std::int64_t label);
    std::int64_t count() const { return m_count; }
    void commit(const Json& facts);

private:
    std::string header(const std::string& fingerprint, const Json& facts) const;

    std::filesystem::path m_path, m_temporary;
    Descriptor m_file;
    Sha256 m_hash;
    int m_size, m_channels;
    std::vector<std::string> m_classNames;
    std::size_t m_headerBytes;
    std::int64_t m_count = 0;
    std::vector<std::int64_t> m_labels;
};

}  // namespace potstill
