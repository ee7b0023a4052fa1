#include "engine/data/imagesource.h"

#include "engine/imaging/imagefile.h"

#include <fmt/format.h>

#include <zip.h>

#include <fstream>
#include <map>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// An entry that claims more than this is refused before it is unpacked.
constexpr std::uint64_t kMaxEntryBytes = 1ull << 28;

class ZipArchive {
public:
    explicit ZipArchive(const fs::path& path) : m_name(path.string())
    {
        int code = 0;
        m_zip = zip_open(path.c_str(), ZIP_RDONLY, &code);
        if (!m_zip) {
            zip_error_t error;
            zip_error_init_with_code(&error, code);
            const std::string reason = zip_error_strerror(&error);
            zip_error_fini(&error);
            throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", m_name}}, fmt::format("{}: the ZIP cannot be opened: {}", m_name, reason)});
        }
    }
    ~ZipArchive() { zip_discard(m_zip); }
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;
    std::uint64_t size() const { return static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(m_zip, 0))); }
    zip_stat_t stat(std::uint64_t entry) const
    {
        zip_stat_t s;
        zip_stat_init(&s);
        if (zip_stat_index(m_zip, entry, 0, &s) != 0 || !(s.valid & ZIP_STAT_NAME) || !(s.valid & ZIP_STAT_SIZE))
            throw Error(ErrorCode::BadFile, fmt::format("{}: entry {} of the ZIP is damaged", m_name, entry));
        return s;
    }
    std::vector<std::uint8_t> read(std::uint64_t entry) const
    {
        const zip_stat_t s = stat(entry);
        if (s.size > kMaxEntryBytes)
            throw Error(ErrorCode::Unsupported, fmt::format("{}: {} bytes; entries of at most {} are read", s.name, s.size, kMaxEntryBytes));
        std::vector<std::uint8_t> bytes(s.size);
        zip_file_t* file = zip_fopen_index(m_zip, entry, 0);
        const zip_int64_t got = file ? zip_fread(file, bytes.data(), s.size) : -1;
        // The checksum is compared when the end is read.
        std::uint8_t beyond = 0;
        const bool isWhole = got == static_cast<zip_int64_t>(s.size) && zip_fread(file, &beyond, 1) == 0;
        if (file)
            zip_fclose(file);
        if (!isWhole)
            throw Error(ErrorCode::BadFile, fmt::format("{}: the entry of the ZIP is damaged or encrypted", s.name));
        return bytes;
    }

private:
    std::string m_name;
    zip_t* m_zip = nullptr;
};

/// {"labels": [["00000/img.png", 3], ...]} or null.
void labelByList(ImageSource& source, const Json& document)
{
    const Json labels = document.is_object() && document.contains("labels") ? document["labels"] : Json(nullptr);
    if (labels.is_null())
        return;
    const auto broken = [&](const std::string& what) {
        return Error(ErrorCode::BadFile, fmt::format("{}: dataset.json: {}; [name, class number] pairs are right", source.path.string(), what));
    };
    if (!labels.is_array())
        throw broken("'labels' is no list");
    std::map<std::string, std::int64_t> byName;
    std::int64_t greatest = -1;
    constexpr std::int64_t kMaxClasses = 100000;
    for (const Json& pair : labels) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_number_integer())
            throw broken(fmt::format("the label {} is not understood", pair.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 80)));
        const auto label = pair[1].get<std::int64_t>();
        if (label < 0 || label >= kMaxClasses)
            throw broken(fmt::format("class {} of '{}' is not in [0, {})", label, pair[0].get<std::string>(), kMaxClasses));
        byName[pair[0].get<std::string>()] = label;
        greatest = std::max(greatest, label);
    }
    std::vector<SourceImage> labelled;
    for (SourceImage& image : source.images)
        if (const auto it = byName.find(image.name); it != byName.end()) {
            image.label = it->second;
            labelled.push_back(image);
        }
    if (labelled.empty())
        throw broken("no label belongs to an image of the ZIP");
    if (const std::size_t left = source.images.size() - labelled.size(); left > 0)
        source.notes.push_back({"without-label", 0, {{"count", std::to_string(left)}}, fmt::format("{} images without a label in dataset.json were passed over", left)});
    source.images = std::move(labelled);
    const Json names = document.contains("class_names") ? document["class_names"] : Json(nullptr);
    for (std::int64_t k = 0; k <= greatest; ++k) {
        const auto at = static_cast<std::size_t>(k);
        source.classNames.push_back(names.is_array() && at < names.size() && names[at].is_string() ? validUtf8(names[at].get<std::string>()) : std::to_string(k));
    }
}

}  // namespace

void scanZip(ImageSource& source, bool labels)
{
    const ZipArchive zip(source.path);
    const auto stamp = static_cast<std::int64_t>(fs::last_write_time(source.path).time_since_epoch().count());
    Json document;
    for (std::uint64_t entry = 0; entry < zip.size(); ++entry) {
        const zip_stat_t s = zip.stat(entry);
        const std::string name = s.name;
        if (name == "dataset.json") {
            const auto bytes = zip.read(entry);
            document = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
            if (document.is_discarded())
                throw Error(ErrorCode::BadFile, fmt::format("{}: dataset.json is not JSON", source.path.string()));
        } else if (isImageFileName(name) && !name.starts_with("__MACOSX/")) {
            source.images.push_back({name, s.size, stamp, -1, entry});
        }
    }
    if (source.images.empty())
        throw Error(ErrorCode::BadFile, {"zip-without-images",
                                         0,
                                         {{"file", source.path.string()}},
                                         fmt::format("{}: no JPEG, PNG, WebP, BMP or TIFF among the {} entries of this ZIP", source.path.string(), zip.size())});
    std::sort(source.images.begin(), source.images.end(), [](const SourceImage& a, const SourceImage& b) { return a.name < b.name; });
    if (!labels)
        return;
    if (document.is_null())
        labelByFolder(source);
    else
        labelByList(source, document);
}

struct SourceReader::Zip {
    explicit Zip(const fs::path& path) : archive(path) {}
    ZipArchive archive;
};

SourceReader::SourceReader(const ImageSource& source) : m_source(source)
{
    if (source.isZip)
        m_zip = std::make_unique<Zip>(source.path);
}

SourceReader::~SourceReader() = default;

std::vector<std::uint8_t> SourceReader::read(const SourceImage& image)
{
    if (m_zip)
        return m_zip->archive.read(image.entry);
    std::ifstream in(m_source.path / image.name, std::ios::binary);
    if (!in)
        throw Error(ErrorCode::NotFound, fmt::format("{}: the file is not there any more or cannot be opened", image.name));
    std::vector<std::uint8_t> bytes(image.bytes);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (in.gcount() != static_cast<std::streamsize>(bytes.size()))
        throw Error(ErrorCode::Io, fmt::format("{}: the file cannot be read to its end", image.name));
    return bytes;
}

}  // namespace potstill
