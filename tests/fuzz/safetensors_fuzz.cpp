// Feeds the parser of safetensors headers. An input is 8 bytes that give the number of data bytes behind the header (the highest bit: the length field is made right here), then the head of the file.
#include "engine/core/error.h"
#include "engine/io/safetensorsheader.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What every accepted header must be, computed in another way than the parser does.
void check(const potstill::SafetensorsHeader& header, std::uint64_t fileSize)
{
    std::set<std::string> names;
    std::uint64_t position = 0;
    for (const potstill::SafetensorsEntry& entry : header.entries) {
        require(names.insert(entry.name).second);
        require(entry.begin == position && entry.end >= entry.begin);
        unsigned __int128 bits = potstill::safetensorsElementBits(entry.dtype);
        require(bits > 0);
        for (const std::int64_t dimension : entry.shape) {
            require(dimension >= 0);
            bits *= static_cast<std::uint64_t>(dimension);
            require(bits >> 64 == 0);
        }
        require(bits % 8 == 0 && bits / 8 == entry.end - entry.begin);
        position = entry.end;
    }
    require(header.dataBegin >= 8 && header.dataBegin <= fileSize && position == fileSize - header.dataBegin);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 8)
        return 0;
    std::uint64_t extra = 0;
    std::memcpy(&extra, data, 8);
    const bool makeLength = extra >> 63;
    extra &= (std::uint64_t(1) << 62) - 1;
    std::string head;
    if (makeLength) {
        const std::uint64_t length = size - 8;
        head.append(reinterpret_cast<const char*>(&length), 8);
    }
    head.append(reinterpret_cast<const char*>(data) + 8, size - 8);
    const std::uint64_t fileSize = head.size() + extra;
    try {
        check(potstill::parseSafetensorsHeader(head, fileSize, "fuzz"), fileSize);
    } catch (const potstill::Error& e) {
        require(e.code() == potstill::ErrorCode::BadFile && std::strlen(e.what()) < 2000);
    }
    return 0;
}
