#include "engine/jobs/cellstore.h"

#include "engine/core/options.h"
#include "engine/io/atomicfile.h"
#include "engine/io/safetensorsheader.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <vector>

#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostFileBytes = 64u << 20;
constexpr const char* kEnding = ".safetensors";

std::string_view pixelsOf(const Image& image) { return {reinterpret_cast<const char*>(image.pixels.data()), image.pixels.size()}; }

std::string bytesOf(const std::string& key, const StoredCell& cell)
{
    const Json header = {
        {"__metadata__", {{"key", key}, {"nfe", std::to_string(cell.nfe)}, {"milliseconds", fmt::format("{}", cell.milliseconds)}, {"sha256", sha256OfText(pixelsOf(cell.image))}}},
        {"image", {{"dtype", "U8"}, {"shape", {cell.image.height, cell.image.width, cell.image.channels}}, {"data_offsets", {0, cell.image.pixels.size()}}}}};
    const std::string text = header.dump();
    std::string out;
    for (int byte = 0; byte < 8; ++byte)
        out.push_back(static_cast<char>((static_cast<std::uint64_t>(text.size()) >> (8 * byte)) & 0xff));
    out += text;
    out += pixelsOf(cell.image);
    return out;
}

/// Throws for anything that is not the cell of this key, whole.
StoredCell cellFromBytes(const std::string& bytes, const std::string& key, const std::string& fileName)
{
    const SafetensorsHeader header = parseSafetensorsHeader(bytes, bytes.size(), fileName);
    const SafetensorsEntry& entry = header.entries.at(0);
    if (header.entries.size() != 1 || entry.dtype != "U8" || entry.shape.size() != 3 || header.metadata.at("key") != key)
        throw Error(ErrorCode::BadFile, fileName + ": not the cell that was asked for");
    StoredCell cell{Image(static_cast<int>(entry.shape[1]), static_cast<int>(entry.shape[0]), static_cast<int>(entry.shape[2])), std::stoi(header.metadata.at("nfe")),
                    std::stod(header.metadata.at("milliseconds"))};
    const std::string_view pixels = std::string_view(bytes).substr(header.dataBegin);
    if (pixels.size() != cell.image.pixels.size() || cell.image.isEmpty() || sha256OfText(pixels) != header.metadata.at("sha256"))
        throw Error(ErrorCode::BadFile, fileName + ": damaged");
    std::copy(pixels.begin(), pixels.end(), cell.image.pixels.begin());
    return cell;
}

}  // namespace

CellStore::CellStore(fs::path folder, std::uint64_t mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

fs::path CellStore::fileOf(const std::string& key) const { return m_folder / (sha256OfText(key) + kEnding); }

std::optional<StoredCell> CellStore::read(const std::string& key) const
{
    try {
        const fs::path file = fileOf(key);
        std::error_code error;
        if (!fs::exists(file, error))
            return std::nullopt;
        StoredCell cell = cellFromBytes(readFile(file, kMostFileBytes), key, file.string());
        fs::last_write_time(file, fs::file_time_type::clock::now(), error);  // it is in use
        return cell;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

void CellStore::write(const std::string& key, const StoredCell& cell)
{
    // Not by way of AtomicFile: that waits for the disk, and what a power cut spoils here is made again.
    static std::atomic<unsigned> number{0};
    std::error_code error;
    fs::path temporary;
    try {
        const fs::path file = fileOf(key);
        fs::create_directories(m_folder, error);
        if (!m_isCounted) {
            removeLeftovers(m_folder);
            makeRoom();
        }
        temporary = m_folder / fmt::format(".{}.tmp-{}-{}", file.filename().string(), ::getpid(), ++number);
        const std::string bytes = bytesOf(key, cell);
        std::ofstream out(temporary, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out)
            throw Error(ErrorCode::Io, temporary.string() + ": cannot be written");
        fs::rename(temporary, file);
        m_bytes += bytes.size();
        if (m_bytes > m_mostBytes)
            makeRoom();
    } catch (const std::exception&) {
        if (!temporary.empty())
            fs::remove(temporary, error);
    }
}

void CellStore::makeRoom()
{
    struct File {
        fs::file_time_type time;
        fs::path path;
        std::uint64_t bytes;
    };
    std::vector<File> files;
    std::error_code error;
    m_bytes = 0;
    for (const fs::directory_entry& e : fs::directory_iterator(m_folder, error))
        if (e.path().extension() == kEnding) {
            std::error_code gone;
            const File f{e.last_write_time(gone), e.path(), e.file_size(gone)};
            if (!gone) {
                files.push_back(f);
                m_bytes += f.bytes;
            }
        }
    m_isCounted = true;
    if (m_bytes <= m_mostBytes)
        return;
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.time < b.time; });
    for (const File& f : files) {
        if (m_bytes <= m_mostBytes / 10 * 9)  // room for a while, so that not every cell counts the folder anew
            return;
        if (fs::remove(f.path, error))
            m_bytes -= f.bytes;
    }
}

}  // namespace potstill
