#include "engine/io/safetensorsheader.h"

#include "engine/core/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <optional>
#include <set>
#include <utility>

namespace potstill {

namespace {

using PlainJson = nlohmann::json;

constexpr std::size_t kMaxDimensions = 64;

struct DtypeSize {
    std::string_view name;
    std::uint64_t bits;
};
constexpr std::array<DtypeSize, 20> kDtypes = {{{"BOOL", 8},        {"F4", 4},          {"U8", 8},   {"I8", 8},   {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8},
                                                {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8}, {"I16", 16}, {"U16", 16}, {"F16", 16},    {"BF16", 16},   {"I32", 32},
                                                {"U32", 32},        {"F32", 32},        {"C64", 64}, {"F64", 64}, {"I64", 64},    {"U64", 64}}};

/// Names come from the file: shortened, and without control characters, so that a message stays one line.
std::string shown(const std::string& text)
{
    std::string out;
    for (const char c : text.substr(0, 200))
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return text.size() > 200 ? out + "..." : out;
}

/// Receives the parts of the JSON text as they are read. No tree is built, so duplicate keys are seen and nesting costs nothing.
class HeaderReader final : public nlohmann::json_sax<PlainJson> {
public:
    HeaderReader(SafetensorsHeader& header, const std::string& fileName) : m_header(header), m_fileName(fileName) {}

    bool start_object(std::size_t) override
    {
        switch (m_place) {
        case Place::Start: m_place = Place::Top; return true;
        case Place::TopValue: m_place = m_key == "__metadata__" ? Place::Metadata : Place::Tensor; return true;
        default: wrongValue("an object");
        }
    }
    bool key(string_t& name) override
    {
        switch (m_place) {
        case Place::Top:
            if (!m_names.insert(name).second)
                fail(fmt::format("the key '{}' occurs twice", shown(name)));
            m_key = name;
            m_place = Place::TopValue;
            if (name != "__metadata__") {
                m_entry = {};
                m_entry.name = name;
                m_hasDtype = m_hasShape = false;
                m_offsets.clear();
                m_hasOffsets = false;
            }
            return true;
        case Place::Metadata:
            if (m_header.metadata.count(name) > 0)
                fail(fmt::format("the key '{}' of __metadata__ occurs twice", shown(name)));
            m_innerKey = name;
            m_place = Place::MetadataValue;
            return true;
        default:
            m_innerKey = name;
            if (name == "dtype")
                takeField(m_hasDtype, Place::Dtype);
            else if (name == "shape")
                takeField(m_hasShape, Place::Shape);
            else if (name == "data_offsets")
                takeField(m_hasOffsets, Place::Offsets);
            else
                failTensor(fmt::format("unknown key '{}'; only dtype, shape and data_offsets are allowed", shown(name)));
            return true;
        }
    }
    bool string(string_t& text) override
    {
        if (m_place == Place::MetadataValue) {
            m_header.metadata.emplace(m_innerKey, text);
            m_place = Place::Metadata;
        } else if (m_place == Place::Dtype) {
            if (safetensorsElementBits(text) == 0)
                failTensor(fmt::format("dtype '{}' is not one that this program reads", shown(text)));
            m_entry.dtype = text;
            m_place = Place::Tensor;
        } else {
            wrongValue("a text");
        }
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (m_place == Place::Shape)
            m_place = Place::ShapeItems;
        else if (m_place == Place::Offsets)
            m_place = Place::OffsetItems;
        else
            wrongValue("a list");
        return true;
    }
    bool end_array() override
    {
        if (m_place == Place::OffsetItems && m_offsets.size() != 2)
            failTensor(fmt::format("data_offsets has {} numbers; it must have two", m_offsets.size()));
        m_place = Place::Tensor;
        return true;
    }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (m_place == Place::ShapeItems) {
            if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                failTensor(fmt::format("the dimension {} is too large", number));
            if (m_entry.shape.size() == kMaxDimensions)
                failTensor(fmt::format("more than {} dimensions", kMaxDimensions));
            m_entry.shape.push_back(static_cast<std::int64_t>(number));
        } else if (m_place == Place::OffsetItems) {
            if (m_offsets.size() == 2)
                failTensor("data_offsets has more than two numbers");
            m_offsets.push_back(number);
        } else {
            wrongValue("a number");
        }
        return true;
    }
    bool number_integer(number_integer_t number) override { wrongNumber(fmt::format("{}", number)); }
    bool number_float(number_float_t, const string_t& text) override { wrongNumber(shown(text)); }
    bool null() override { wrongValue("null"); }
    bool boolean(bool) override { wrongValue("true or false"); }
    bool binary(binary_t&) override { wrongValue("binary data"); }
    bool end_object() override
    {
        if (m_place == Place::Tensor) {
            if (!m_hasDtype || !m_hasShape || !m_hasOffsets)
                failTensor(fmt::format("{} is missing", !m_hasDtype ? "dtype" : !m_hasShape ? "shape" : "data_offsets"));
            m_entry.begin = m_offsets[0];
            m_entry.end = m_offsets[1];
            m_header.entries.push_back(std::move(m_entry));
        }
        m_place = m_place == Place::Top ? Place::Done : Place::Top;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const PlainJson::exception& e) override
    {
        std::string what = e.what();
        if (what.find("ill-formed UTF-8") != std::string::npos)
            fail(fmt::format("the header is not valid UTF-8 near byte {}", position));
        if (const std::size_t end = what.find("; last read"); end != std::string::npos)
            what.resize(end);
        if (const std::size_t end = what.find("] "); end != std::string::npos)
            what = what.substr(end + 2);
        fail(fmt::format("the header is not valid JSON: {}", shown(what)));
    }

private:
    enum class Place { Start, Top, TopValue, Metadata, MetadataValue, Tensor, Dtype, Shape, ShapeItems, Offsets, OffsetItems, Done };

    [[noreturn]] void fail(const std::string& what) const { throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", m_fileName}}, fmt::format("{}: {}", m_fileName, what)}); }
    [[noreturn]] void failTensor(const std::string& what) const { fail(fmt::format("tensor '{}': {}", shown(m_entry.name), what)); }
    [[noreturn]] void wrongNumber(const std::string& number) const
    {
        if (m_place == Place::ShapeItems || m_place == Place::OffsetItems)
            failTensor(fmt::format("{} holds {}; only whole numbers from 0 to 2^64-1 are allowed", m_place == Place::ShapeItems ? "shape" : "data_offsets", number));
        wrongValue("a number");
    }
    [[noreturn]] void wrongValue(std::string_view found) const
    {
        switch (m_place) {
        case Place::Start: fail(fmt::format("the header is {}; it must be an object", found));
        case Place::TopValue: fail(fmt::format("the value of '{}' is {}; it must be an object", shown(m_key), found));
        case Place::MetadataValue: fail(fmt::format("the value of '{}' in __metadata__ is {}; it must be a text", shown(m_innerKey), found));
        case Place::Dtype: failTensor(fmt::format("dtype is {}; it must be a text", found));
        case Place::Shape:
        case Place::ShapeItems: failTensor(fmt::format("shape is or holds {}; it must be a list of whole numbers", found));
        case Place::Offsets:
        case Place::OffsetItems: failTensor(fmt::format("data_offsets is or holds {}; it must be a list of two whole numbers", found));
        default: fail(fmt::format("{} stands where it must not", found));
        }
    }
    void takeField(bool& seen, Place place)
    {
        if (seen)
            failTensor(fmt::format("the key '{}' occurs twice", m_innerKey));
        seen = true;
        m_place = place;
    }

    SafetensorsHeader& m_header;
    const std::string& m_fileName;
    Place m_place = Place::Start;
    std::set<std::string> m_names;
    std::string m_key, m_innerKey;
    SafetensorsEntry m_entry;
    std::vector<std::uint64_t> m_offsets;
    bool m_hasDtype = false, m_hasShape = false, m_hasOffsets = false;
};

/// Bits that the tensor needs by dtype and shape; none when the product does not fit 64 bits.
std::optional<std::uint64_t> neededBits(const SafetensorsEntry& entry)
{
    std::uint64_t bits = safetensorsElementBits(entry.dtype);
    for (const std::int64_t dimension : entry.shape)
        if (__builtin_mul_overflow(bits, static_cast<std::uint64_t>(dimension), &bits))
            return std::nullopt;
    return bits;
}

}  // namespace

std::uint64_t safetensorsElementBits(std::string_view dtype)
{
    for (const DtypeSize& known : kDtypes)
        if (known.name == dtype)
            return known.bits;
    return 0;
}

SafetensorsHeader parseSafetensorsHeader(std::string_view head, std::uint64_t fileSize, const std::string& fileName)
{
    const auto fail = [&](const std::string& what) -> void { throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", fileName}}, fmt::format("{}: {}", fileName, what)}); };
    if (fileSize < 8 || head.size() < 8)
        fail(fmt::format("{} bytes are too few for a safetensors file, which begins with the length of its header in 8 bytes", fileSize));
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<unsigned char>(head[static_cast<std::size_t>(i)]);
    if (length > kMaxSafetensorsHeader)
        fail(fmt::format("its header would be {} bytes long; at most {} are allowed. This is hardly a safetensors file", length, kMaxSafetensorsHeader));
    if (length > fileSize - 8 || length > head.size() - 8)
        fail(fmt::format("its header should be {} bytes long, but the file ends after {} bytes; it is cut short", length, fileSize));
    const std::string_view text = head.substr(8, length);
    if (text.empty() || text.front() != '{')
        fail("its header does not begin with '{'");

    SafetensorsHeader header;
    header.dataBegin = 8 + length;
    HeaderReader reader(header, fileName);
    PlainJson::sax_parse(text.begin(), text.end(), &reader);

    std::sort(header.entries.begin(), header.entries.end(),
              [](const SafetensorsEntry& a, const SafetensorsEntry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    const std::uint64_t dataBytes = fileSize - header.dataBegin;
    std::uint64_t position = 0;
    std::string before = "the header";
    for (const SafetensorsEntry& entry : header.entries) {
        const std::string name = fmt::format("tensor '{}'", shown(entry.name));
        if (entry.end < entry.begin)
            fail(fmt::format("{}: data_offsets end ({}) before they begin ({})", name, entry.end, entry.begin));
        const std::optional<std::uint64_t> bits = neededBits(entry);
        if (!bits)
            fail(fmt::format("{}: the product of its shape does not fit 64 bits", name));
        if (*bits % 8 != 0)
            fail(fmt::format("{}: {} of its shape needs {} bits, which are no whole number of bytes", name, entry.dtype, *bits));
        if (*bits / 8 != entry.end - entry.begin)
            fail(fmt::format("{}: {} of its shape needs {} bytes, but data_offsets give {}", name, entry.dtype, *bits / 8, entry.end - entry.begin));
        if (entry.end > dataBytes)
            fail(fmt::format("{}: data_offsets end at {}, but the file holds {} bytes of data; it is cut short", name, entry.end, dataBytes));
        if (entry.begin < position)
            fail(fmt::format("{} overlaps {}", name, before));
        if (entry.begin > position)
            fail(fmt::format("{} bytes between {} and {} belong to no tensor", entry.begin - position, before, name));
        position = entry.end;
        before = name;
    }
    if (position != dataBytes)
        fail(fmt::format("the last {} bytes of the file belong to no tensor", dataBytes - position));
    return header;
}

}  // namespace potstill
