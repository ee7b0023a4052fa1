#pragma once

#include "engine/io/posix.h"
#include "engine/io/sha256.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace potstill {

/// A file that is written in parts beside its final name (".NAME.tmp-PID-N") and takes the name at commit(): a reader sees the old content or the new one, never a part.
/// Destroyed without commit() it leaves nothing behind; what a killed writer left is removed by the next writer in that folder.
/// Throws Error(DiskFull) or Error(Io) naming the file; the old content stays.
class AtomicFile {
public:
    explicit AtomicFile(const std::filesystem::path& path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    void write(const void* data, std::size_t bytes);
    void write(std::string_view text) { write(text.data(), text.size()); }
    /// Flushes to the disk, renames, flushes the folder. Returns the SHA-256 of the content.
    std::string commit();

private:
    std::filesystem::path m_path, m_temporary;
    Descriptor m_file;
    Sha256 m_hash;
};

/// Writes a whole file by way of AtomicFile. Returns the SHA-256 of the content.
std::string writeFileAtomically(const std::filesystem::path& path, std::string_view content);
/// The whole file as text. Throws Error(NotFound) or Error(Io); Error(BadFile) above maxBytes.
std::string readFile(const std::filesystem::path& path, std::uint64_t maxBytes = 256ull << 20);
/// Flushes a folder's entries to the disk (after renames).
void syncFolder(const std::filesystem::path& folder);
/// Makes a folder and its parents. Throws Error(DiskFull) or Error(Io).
void makeFolders(const std::filesystem::path& folder);
/// Removes files that killed writers left in the folder. Those of living processes stay.
void removeLeftovers(const std::filesystem::path& folder);
/// Bytes free for this user on the disk of the path (of its nearest existing parent).
std::uint64_t freeDiskBytes(const std::filesystem::path& path);
/// SHA-256 of a file as lower-case hexadecimal text.
std::string sha256OfFile(const std::filesystem::path& path);
std::string sha256OfText(std::string_view text);

}  // namespace potstill
