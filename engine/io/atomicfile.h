#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace potstill {

/// Writes beside the final name (".NAME.tmp-PID"), flushes to the disk and renames: a reader sees the old content or the new one, never a part.
/// Throws Error(DiskFull) or Error(Io) naming the file; the old content stays.
void writeFileAtomically(const std::filesystem::path& path, std::string_view content);
/// The whole file as text. Throws Error(NotFound) or Error(Io); Error(BadFile) above maxBytes.
std::string readFile(const std::filesystem::path& path, std::uint64_t maxBytes = 256ull << 20);
/// Flushes a folder's entries to the disk (after renames).
void syncFolder(const std::filesystem::path& folder);
/// Bytes free for this user on the disk of the path (of its nearest existing parent).
std::uint64_t freeDiskBytes(const std::filesystem::path& path);
/// SHA-256 of a file as lower-case hexadecimal text.
std::string sha256OfFile(const std::filesystem::path& path);
std::string sha256OfText(std::string_view text);
/// Reads a JSON file; Error(BadFile) names file, line and column.
// (declared in jsonfile.h)

}  // namespace potstill
