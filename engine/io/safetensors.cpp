#include "engine/io/safetensors.h"

#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"

#include <torch/types.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr torch::ScalarType kTwoFloat4 = torch::ScalarType::Float4_e2m1fn_x2;  // an element of torch is a byte with two numbers of the file's last dimension

struct Dtype {
    const char* name;
    torch::ScalarType type;
};
/// In the order of the reference library's enumeration, whose descending order is that of the data in a file.
constexpr std::array<Dtype, 20> kDtypes = {{{"BOOL", torch::kBool},
                                            {"F4", kTwoFloat4},
                                            {"U8", torch::kUInt8},
                                            {"I8", torch::kInt8},
                                            {"F8_E5M2", torch::kFloat8_e5m2},
                                            {"F8_E4M3", torch::kFloat8_e4m3fn},
                                            {"F8_E8M0", torch::kFloat8_e8m0fnu},
                                            {"F8_E4M3FNUZ", torch::kFloat8_e4m3fnuz},
                                            {"F8_E5M2FNUZ", torch::kFloat8_e5m2fnuz},
                                            {"I16", torch::kInt16},
                                            {"U16", torch::kUInt16},
                                            {"F16", torch::kFloat16},
                                            {"BF16", torch::kBFloat16},
                                            {"I32", torch::kInt32},
                                            {"U32", torch::kUInt32},
                                            {"F32", torch::kFloat32},
                                            {"C64", torch::kComplexFloat},
                                            {"F64", torch::kFloat64},
                                            {"I64", torch::kInt64},
                                            {"U64", torch::kUInt64}}};

std::size_t dtypeRank(torch::ScalarType type, const std::string& fileName, const std::string& tensor)
{
    for (std::size_t i = 0; i < kDtypes.size(); ++i)
        if (kDtypes[i].type == type)
            return i;
    throw Error(ErrorCode::Unsupported, fmt::format("{}: tensor '{}' is of type {}, which safetensors files do not have", fileName, tensor, torch::toString(type)));
}

/// The shape in the file, for one in torch.
std::vector<std::int64_t> shapeInFile(const torch::Tensor& tensor, const std::string& fileName, const std::string& name)
{
    std::vector<std::int64_t> shape = tensor.sizes().vec();
    if (tensor.scalar_type() == kTwoFloat4) {
        if (shape.empty())
            throw Error(ErrorCode::Unsupported, fmt::format("{}: tensor '{}' holds two F4 numbers without a dimension, which safetensors files do not have", fileName, name));
        shape.back() *= 2;
    }
    return shape;
}

std::string readHead(int descriptor, std::uint64_t fileSize, const fs::path& path)
{
    std::string head;
    const auto readUpTo = [&](std::uint64_t bytes) {
        while (head.size() < bytes) {
            const std::size_t filled = head.size();
            head.resize(bytes);
            const ssize_t got = ::pread(descriptor, head.data() + filled, bytes - filled, static_cast<off_t>(filled));
            head.resize(filled + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
            if (got == 0)
                return;
            if (got < 0 && errno != EINTR)
                throwSystemError(errno, "read", path);
        }
    };
    readUpTo(std::min<std::uint64_t>(8, fileSize));
    if (head.size() < 8)
        return head;
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<unsigned char>(head[static_cast<std::size_t>(i)]);
    // A length that breaks the rules is reported by the parser, without the header being read.
    if (length <= kMaxSafetensorsHeader && length <= fileSize - 8)
        readUpTo(8 + length);
    return head;
}

}  // namespace

struct SafetensorsFile::Mapping {
    char* data = nullptr;
    std::size_t bytes = 0;
    ~Mapping()
    {
        if (data)
            ::munmap(data, bytes);
    }
};

SafetensorsFile::SafetensorsFile(const fs::path& path) : m_fileName(path.string()), m_mapping(std::make_shared<Mapping>())
{
    const Descriptor file = openFile(path, O_RDONLY, "open");
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0)
        throwSystemError(errno, "read", path);
    if (!S_ISREG(facts.st_mode))
        throw Error(ErrorCode::Io, fmt::format("'{}' is not a regular file", m_fileName));
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    m_header = parseSafetensorsHeader(readHead(file.get(), size, path), size, m_fileName);
    // Private and writable: a tensor that is written to by mistake changes a copy of the page instead of ending the program.
    void* data = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, file.get(), 0);
    if (data == MAP_FAILED)
        throwSystemError(errno, "map into memory", path);
    m_mapping->data = static_cast<char*>(data);
    m_mapping->bytes = size;
    ::madvise(data, size, MADV_WILLNEED);
}

bool SafetensorsFile::contains(const std::string& name) const
{
    return std::any_of(m_header.entries.begin(), m_header.entries.end(), [&](const SafetensorsEntry& entry) { return entry.name == name; });
}

torch::Tensor SafetensorsFile::tensorOf(const SafetensorsEntry& entry) const
{
    const auto dtype = std::find_if(kDtypes.begin(), kDtypes.end(), [&](const Dtype& known) { return entry.dtype == known.name; });
    const auto options = torch::TensorOptions().dtype(dtype->type);
    std::vector<std::int64_t> shape = entry.shape;
    if (dtype->type == kTwoFloat4) {
        if (shape.empty() || shape.back() % 2 != 0)
            throw Error(ErrorCode::Unsupported, fmt::format("{}: tensor '{}' is of dtype F4, so its last dimension must be even; it is {}", m_fileName, entry.name,
                                                            shape.empty() ? "missing" : std::to_string(shape.back())));
        shape.back() /= 2;
    }
    char* const data = m_mapping->data + m_header.dataBegin + entry.begin;
    const std::size_t bytes = entry.end - entry.begin;
    if (bytes == 0)
        return torch::empty(shape, options);
    if (dtype->type == torch::kBool && std::any_of(data, data + bytes, [](char c) { return c != 0 && c != 1; }))
        throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is of dtype BOOL but holds bytes other than 0 and 1", m_fileName, entry.name));
    // Offsets need not be aligned in files of other programs.
    if (reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(dtype->type) != 0) {
        const torch::Tensor copy = torch::empty(shape, options);
        std::memcpy(copy.data_ptr(), data, bytes);
        return copy;
    }
    return torch::from_blob(
        data, shape, [mapping = m_mapping](void*) {}, options);
}

torch::Tensor SafetensorsFile::tensor(const std::string& name) const
{
    for (const SafetensorsEntry& entry : m_header.entries)
        if (entry.name == name)
            return tensorOf(entry);
    throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is missing", m_fileName, name));
}

TensorMap SafetensorsFile::all() const
{
    TensorMap tensors;
    for (const SafetensorsEntry& entry : m_header.entries)
        tensors.emplace(entry.name, tensorOf(entry));
    return tensors;
}

std::string writeSafetensors(const fs::path& path, const TensorMap& tensors, const std::map<std::string, std::string>& metadata)
{
    struct Item {
        std::size_t rank;
        const std::string* name;
        torch::Tensor tensor;
    };
    std::vector<Item> items;
    for (const auto& [name, tensor] : tensors) {
        if (!tensor.defined() || name == "__metadata__")
            throw Error(ErrorCode::Internal,
                        fmt::format("{}: tensor '{}' cannot be written: it {}", path.string(), name, tensor.defined() ? "has a reserved name" : "is undefined"));
        items.push_back({dtypeRank(tensor.scalar_type(), path.string(), name), &name, tensor.detach()});
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.rank > b.rank; });

    Json header = Json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t position = 0;
    // Built as text: ordered_json looks each key up among all the others.
    std::string text;
    try {
        text = header.dump();
        text.pop_back();
        for (const Item& item : items) {
            const std::uint64_t end = position + static_cast<std::uint64_t>(item.tensor.numel()) * static_cast<std::uint64_t>(item.tensor.element_size());
            const Json entry = {{"dtype", kDtypes[item.rank].name}, {"shape", shapeInFile(item.tensor, path.string(), *item.name)}, {"data_offsets", {position, end}}};
            text += fmt::format("{}{}:{}", text.size() > 1 ? "," : "", Json(*item.name).dump(), entry.dump());
            position = end;
        }
        text += "}";
    } catch (const Json::exception& e) {
        throw Error(ErrorCode::Internal, fmt::format("{}: a name cannot be written as JSON: {}", path.string(), e.what()));
    }
    text.resize((text.size() + 7) / 8 * 8, ' ');
    char length[8];
    for (int i = 0; i < 8; ++i)
        length[i] = static_cast<char>(text.size() >> (8 * i) & 0xff);

    AtomicFile file(path);
    file.write(length, sizeof length);
    file.write(text);
    for (Item& item : items) {
        const torch::Tensor data = item.tensor.to(torch::kCPU).contiguous().resolve_conj().resolve_neg();
        if (data.numel() > 0)
            file.write(data.data_ptr(), data.nbytes());
        item.tensor.reset();
    }
    return file.commit();
}

namespace {

constexpr std::string_view kPickleEndings[] = {".bin", ".ckpt", ".pt", ".pth", ".pkl"};

std::string quotedForShell(const fs::path& path)
{
    std::string out = "'";
    for (const char c : path.string())
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

FolderWeights readShards(const fs::path& folder, const fs::path& indexFile)
{
    const Json index = readJsonFile(indexFile);
    if (!index.is_object() || !index.contains("weight_map") || !index["weight_map"].is_object())
        throw Error(ErrorCode::BadFile, fmt::format("{}: the object 'weight_map' is missing", indexFile.string()));
    std::set<std::string> shards;
    for (const auto& [name, shard] : index["weight_map"].items()) {
        if (!shard.is_string() || shard.get<std::string>().find('/') != std::string::npos)
            throw Error(ErrorCode::BadFile, fmt::format("{}: the shard of '{}' is {}; it must be the name of a file in the same folder", indexFile.string(), name, shard.dump()));
        shards.insert(shard.get<std::string>());
    }
    FolderWeights out;
    for (const std::string& shard : shards) {
        out.files.push_back(folder / shard);
        for (auto& [name, tensor] : SafetensorsFile(out.files.back()).all())
            if (!out.tensors.emplace(name, tensor).second)
                throw Error(ErrorCode::BadFile, fmt::format("{}: tensor '{}' is in two shards", indexFile.string(), name));
    }
    for (const auto& [name, shard] : index["weight_map"].items())
        if (out.tensors.count(name) == 0)
            throw Error(ErrorCode::BadFile,
                        fmt::format("{}: tensor '{}' is missing, although {} lists it", (folder / shard.get<std::string>()).string(), name, indexFile.filename().string()));
    return out;
}

}  // namespace

bool isPickleName(const fs::path& file) { return std::find(std::begin(kPickleEndings), std::end(kPickleEndings), file.extension().string()) != std::end(kPickleEndings); }

void refusePickle(const fs::path& file)
{
    fs::path converter = "resources/tools/convert_pickle.py", target = file;
    try {
        converter = resourceFolder() / "tools/convert_pickle.py";
    } catch (const Error&) {
        // Without the files that ship with the program the name alone has to do.
    }
    target.replace_extension(".safetensors");
    throw Error(ErrorCode::Unsupported,
                fmt::format("'{}' is a pickle, which can run code when it is opened, so this program never reads one. Convert it first, with a Python that has "
                            "torch and safetensors: python3 {} {} {}",
                            file.string(), quotedForShell(converter), quotedForShell(file), quotedForShell(target)));
}

FolderWeights readWeights(const fs::path& folder, const std::string& name)
{
    const auto at = [&](std::string_view ending) { return folder / (name + std::string(ending)); };
    std::error_code error;
    for (const std::string_view ending :
         {".safetensors", ".safetensors.index.json", ".fp16.safetensors", ".safetensors.index.fp16.json", ".safetensors.fp16.index.json", ".fp16.safetensors.index.json"})
        if (fs::exists(at(ending), error))
            return ending.ends_with(".json") ? readShards(folder, at(ending)) : FolderWeights{SafetensorsFile(at(ending)).all(), {at(ending)}};
    for (const std::string_view ending : kPickleEndings)
        if (fs::exists(at(ending), error))
            refusePickle(at(ending));
    throw Error(ErrorCode::NotFound, fmt::format("'{}' holds no weights: neither {}.safetensors nor {}.safetensors.index.json nor those of 16 bits ({}.fp16.safetensors, "
                                                 "{}.safetensors.index.fp16.json)",
                                                 folder.string(), name, name, name, name));
}

}  // namespace potstill
