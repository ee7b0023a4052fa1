#include "engine/data/packedset.h"

#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <cstring>
#include <numeric>

namespace potstill {

namespace fs = std::filesystem;

bool isPackedSetName(const fs::path& path) { return path.extension() == ".safetensors" && !fs::is_directory(path); }

fs::path skippedListOf(const fs::path& packedFile) { return packedFile.string() + ".skipped.txt"; }

std::vector<std::int64_t> evenlySpread(std::int64_t n, std::int64_t wanted)
{
    const std::int64_t count = wanted > 0 ? std::min(wanted, n) : n;
    std::vector<std::int64_t> out(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        out[static_cast<std::size_t>(i)] = static_cast<std::int64_t>(static_cast<double>(i) * static_cast<double>(n) / static_cast<double>(count));
    return out;
}

namespace {

Json jsonOf(const std::map<std::string, std::string>& metadata, const char* key, const std::string& name)
{
    const auto it = metadata.find(key);
    if (it == metadata.end())
        return nullptr;
    Json value = Json::parse(it->second, nullptr, false);
    if (value.is_discarded())
        throw Error(ErrorCode::BadFile, fmt::format("{}: metadata '{}' is not JSON", name, key));
    return value;
}

}  // namespace

PackedSet::PackedSet(const fs::path& path, const DataOptions& options)
{
    const std::string name = path.string();
    const SafetensorsFile file(path);
    if (!file.contains("images"))
        throw Error(ErrorCode::BadFile, fmt::format("{}: no tensor 'images'; a packed set holds 'images' as uint8 [N, C, H, W] and, with classes, 'labels' as int64 [N]", name));
    m_images = file.tensor("images");
    if (m_images.scalar_type() != torch::kUInt8 || m_images.dim() != 4 || m_images.size(0) < 1 || m_images.size(2) != m_images.size(3)
        || (m_images.size(1) != 1 && m_images.size(1) != 3))
        throw Error(ErrorCode::BadFile, fmt::format("{}: 'images' is {} [{}]; a packed set holds uint8 [N, 1 or 3, H, W] of square images", name,
                                                    c10::toString(m_images.scalar_type()), fmt::join(m_images.sizes(), ", ")));
    if (imageSize() != options.imageSize)
        throw Error(ErrorCode::BadOption, fmt::format("data.image_size {}: {} holds images of {} pixels; set image_size to {}", options.imageSize, name, imageSize(), imageSize()));
    if (channels() != options.channels)
        throw Error(ErrorCode::BadOption, fmt::format("data.channels {}: {} holds images of {} channels; set channels to {}", options.channels, name, channels(), channels()));
    readLabels(file, name, options.labels);
    m_members = evenlySpread(m_images.size(0), options.maxImages);

    const auto fingerprint = file.metadata().find("fingerprint");
    m_fingerprint = fingerprint != file.metadata().end() ? fingerprint->second : sha256OfFile(path);
    if (!options.labels && file.contains("labels"))
        m_fingerprint = sha256OfText(m_fingerprint + " without labels");
    if (size() < m_images.size(0))
        m_fingerprint = sha256OfText(fmt::format("{} {} images", m_fingerprint, size()));

    m_facts = jsonOf(file.metadata(), "facts", name);
    if (!m_facts.is_object())
        m_facts = Json{{"source", name}, {"size", fmt::format("{}x{}", imageSize(), imageSize())}, {"channels", channels()}};
    m_facts["images"] = size();
    m_facts["classes"] = classCount();
    m_facts["packed_file"] = name;
    if (std::error_code failed; fs::exists(skippedListOf(path), failed))
        m_facts["skipped_list"] = skippedListOf(path).string();
}

void PackedSet::readLabels(const SafetensorsFile& file, const std::string& name, bool wanted)
{
    if (!wanted || !file.contains("labels"))
        return;
    const torch::Tensor labels = file.tensor("labels");
    if (labels.dim() != 1 || labels.size(0) != m_images.size(0) || !at::isIntegralType(labels.scalar_type(), false))
        throw Error(ErrorCode::BadFile, fmt::format("{}: 'labels' is {} [{}]; one whole number for each of the {} images is needed", name, c10::toString(labels.scalar_type()),
                                                    fmt::join(labels.sizes(), ", "), m_images.size(0)));
    const torch::Tensor wide = labels.to(torch::kInt64).contiguous();
    m_labels.assign(wide.data_ptr<std::int64_t>(), wide.data_ptr<std::int64_t>() + wide.numel());
    const auto [least, greatest] = std::minmax_element(m_labels.begin(), m_labels.end());
    constexpr std::int64_t kMaxClasses = 100000;
    if (*least < 0 || *greatest >= kMaxClasses)
        throw Error(ErrorCode::BadFile, fmt::format("{}: labels run from {} to {}; they must lie in [0, {})", name, *least, *greatest, kMaxClasses));
    const Json names = jsonOf(file.metadata(), "class_names", name);
    if (names.is_array())
        for (const Json& item : names)
            m_classNames.push_back(item.is_string() ? item.get<std::string>() : item.dump());
    for (auto k = static_cast<std::int64_t>(m_classNames.size()); k <= *greatest; ++k)
        m_classNames.push_back(std::to_string(k));
}

std::pair<torch::Tensor, torch::Tensor> PackedSet::get(const std::vector<std::int64_t>& indices) const
{
    const auto n = static_cast<std::int64_t>(indices.size());
    const std::int64_t bytes = m_images.size(1) * m_images.size(2) * m_images.size(3);
    torch::Tensor images = torch::empty({n, m_images.size(1), m_images.size(2), m_images.size(3)}, torch::kUInt8);
    torch::Tensor labels = classCount() > 0 ? torch::empty({n}, torch::kInt64) : torch::Tensor();
    const auto* from = m_images.data_ptr<std::uint8_t>();
    auto* to = images.data_ptr<std::uint8_t>();
    for (std::int64_t i = 0; i < n; ++i) {
        const std::int64_t index = indices[static_cast<std::size_t>(i)];
        if (index < 0 || index >= size())
            throw Error(ErrorCode::Internal, fmt::format("image {} of a set of {}", index, size()));
        const std::int64_t row = m_members[static_cast<std::size_t>(index)];
        std::memcpy(to + i * bytes, from + row * bytes, static_cast<std::size_t>(bytes));
        if (labels.defined())
            labels.data_ptr<std::int64_t>()[i] = m_labels[static_cast<std::size_t>(row)];
    }
    return {images, labels};
}

std::vector<std::int64_t> PackedSet::classCounts() const
{
    std::vector<std::int64_t> counts(m_classNames.size());
    if (!m_labels.empty())
        for (const std::int64_t row : m_members)
            ++counts[static_cast<std::size_t>(m_labels[static_cast<std::size_t>(row)])];
    return counts;
}

}  // namespace potstill
