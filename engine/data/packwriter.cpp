#include "engine/data/packwriter.h"

#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <atomic>
#include <bit>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

namespace {

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

PackWriter::PackWriter(const fs::path& path, int imageSize, int channels, std::vector<std::string> classNames, std::size_t headerBytes)
    : m_path(path), m_size(imageSize), m_channels(channels), m_classNames(std::move(classNames)), m_headerBytes((headerBytes + 63) / 64 * 64)
{
    static std::atomic<unsigned> counter{0};
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    makeFolders(folder);
    removeLeftovers(folder);
    // Named as AtomicFile names its files, so that what a killed packer leaves is removed by the next writer.
    m_temporary = folder / fmt::format(".{}.tmp-{}-{}", path.filename().string(), ::getpid(), counter++);
    m_file = openFile(m_temporary, O_WRONLY | O_CREAT | O_EXCL, "create");
    tryLock(m_file.get());
    const std::string room(8 + m_headerBytes, ' ');
    writeAll(m_file.get(), room.data(), room.size(), m_path);
    m_hash.update("potstill packed set 1\n", 22);
    const std::string shape = dumped(Json{{"size", m_size}, {"channels", m_channels}, {"classes", m_classNames}});
    m_hash.update(shape.data(), shape.size());
}

PackWriter::~PackWriter()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void PackWriter::append(const std::uint8_t* planes, std::int64_t label)
{
    const auto bytes = std::size_t(m_channels) * std::size_t(m_size) * std::size_t(m_size);
    writeAll(m_file.get(), planes, bytes, m_path);
    m_hash.update(planes, bytes);
    if (!m_classNames.empty())
        m_labels.push_back(label);
    ++m_count;
}

std::string PackWriter::header(const std::string& fingerprint, const Json& facts) const
{
    const std::int64_t imageBytes = m_count * m_channels * m_size * m_size;
    Json out;
    out["__metadata__"] = {{"format", "potstill packed set 1"}, {"class_names", dumped(m_classNames)}, {"fingerprint", fingerprint}, {"facts", dumped(facts)}};
    out["images"] = {{"dtype", "U8"}, {"shape", {m_count, m_channels, m_size, m_size}}, {"data_offsets", {0, imageBytes}}};
    if (!m_classNames.empty())
        out["labels"] = {{"dtype", "I64"}, {"shape", {m_count}}, {"data_offsets", {imageBytes, imageBytes + 8 * m_count}}};
    return dumped(out);
}

void PackWriter::commit(const Json& facts)
{
    const std::size_t labelBytes = 8 * m_labels.size();
    writeAll(m_file.get(), m_labels.data(), labelBytes, m_path);
    m_hash.update(m_labels.data(), labelBytes);
    std::string text = header(m_hash.hex(), facts);
    if (text.size() > m_headerBytes)
        throw Error(ErrorCode::Internal, fmt::format("{}: the header of the packed set needs {} bytes, {} were left for it", m_path.string(), text.size(), m_headerBytes));
    text.resize(m_headerBytes, ' ');
    std::string head(8, '\0');
    const std::uint64_t length = m_headerBytes;
    std::memcpy(head.data(), &length, 8);
    head += text;
    for (std::size_t done = 0; done < head.size();) {
        const ssize_t n = ::pwrite(m_file.get(), head.data() + done, head.size() - done, static_cast<off_t>(done));
        if (n < 0 && errno != EINTR)
            throwSystemError(errno, "write", m_path);
        done += static_cast<std::size_t>(std::max<ssize_t>(n, 0));
    }
    flushToDisk(m_file.get(), m_path);
    if (::close(m_file.release()) != 0 && errno != EINTR)
        throwSystemError(errno, "close", m_path);
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        throwSystemError(errno, "rename to its final name", m_path);
    m_temporary.clear();
    syncFolder(m_path.has_parent_path() ? m_path.parent_path() : fs::path("."));
}

}  // namespace potstill
