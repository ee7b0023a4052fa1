#include "engine/gallery/gallery.h"

#include "engine/imaging/imagefile.h"
#include "engine/imaging/recipechunks.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr int kVersion = 1;
constexpr std::array<std::pair<GroupKind, const char*>, 4> kGroupKinds = {
    {{GroupKind::None, "none"}, {GroupKind::Row, "row"}, {GroupKind::Ladder, "ladder"}, {GroupKind::Trajectory, "trajectory"}}};

/// Reads fields of gallery.json and names the one that is wrong.
class Fields {
public:
    Fields(const fs::path& file, const Json& json, std::string path) : m_file(file), m_json(json), m_path(std::move(path))
    {
        if (!json.is_object())
            throw wrong("", "an object");
    }
    std::string text(const char* key, bool isRequired = false) const
    {
        if (!m_json.contains(key) && !isRequired)
            return {};
        if (!m_json.contains(key) || !m_json[key].is_string())
            throw wrong(key, "a text");
        return m_json[key].get<std::string>();
    }
    std::vector<std::string> texts(const char* key) const
    {
        std::vector<std::string> out;
        if (!m_json.contains(key))
            return out;
        if (!m_json[key].is_array() || !std::all_of(m_json[key].begin(), m_json[key].end(), [](const Json& v) { return v.is_string(); }))
            throw wrong(key, "a list of texts");
        return m_json[key].get<std::vector<std::string>>();
    }
    Json object(const char* key) const
    {
        if (!m_json.contains(key))
            return Json::object();
        if (!m_json[key].is_object())
            throw wrong(key, "an object");
        return m_json[key];
    }
    Error wrong(const std::string& key, const std::string& right) const
    {
        const std::string found = key.empty()            ? m_json.dump(-1, ' ', false, Json::error_handler_t::replace)
                                  : m_json.contains(key) ? m_json[key].dump(-1, ' ', false, Json::error_handler_t::replace)
                                                         : "absent";
        const std::string name = m_path.empty() || key.empty() ? m_path + key : m_path + "." + key;
        return Error(ErrorCode::BadFile, fmt::format("{}: '{}' is {}; {} is right", m_file.string(), name, found.substr(0, 80), right));
    }

private:
    const fs::path& m_file;
    const Json& m_json;
    std::string m_path;
};

/// Nothing outside the gallery's folder may be named.
bool staysInside(const fs::path& file)
{
    return !file.empty() && file.is_relative() && std::none_of(file.begin(), file.end(), [](const fs::path& part) { return part == ".." || part.empty(); });
}

GalleryItem itemFromJson(const fs::path& file, const Json& json, const std::string& path)
{
    const Fields fields(file, json, path);
    GalleryItem item;
    item.file = fields.text("file", true);
    if (!staysInside(item.file))
        throw fields.wrong("file", "a path inside the gallery");
    item.caption = fields.text("caption");
    item.tags = fields.texts("tags");
    item.recipe = fields.object("recipe");
    item.added = fields.text("added");
    const Json group = fields.object("group");
    const Fields groupFields(file, group, path + ".group");
    const std::string kind = group.contains("kind") ? groupFields.text("kind") : "none";
    const auto known = std::find_if(kGroupKinds.begin(), kGroupKinds.end(), [&](const auto& k) { return k.second == kind; });
    if (known == kGroupKinds.end())
        throw groupFields.wrong("kind", "none, row, ladder or trajectory");
    item.groupKind = known->first;
    item.group = groupFields.text("id");
    item.row = groupFields.text("row");
    item.column = groupFields.text("column");
    return item;
}

Json jsonFromItem(const GalleryItem& item)
{
    Json json = {{"file", item.file}, {"caption", item.caption}, {"tags", item.tags}, {"added", item.added}};
    if (item.groupKind != GroupKind::None || !item.row.empty() || !item.column.empty())
        json["group"] = {{"kind", groupKindName(item.groupKind)}, {"id", item.group}, {"row", item.row}, {"column", item.column}};
    json["recipe"] = item.recipe;
    return json;
}

/// NAME, NAME-2, NAME-3 ...: the first that does not exist, made race-free.
fs::path freshFolder(const fs::path& parent, const std::string& name)
{
    makeFolders(parent);
    for (int n = 1;; ++n) {
        const fs::path folder = parent / (n == 1 ? name : fmt::format("{}-{}", name, n));
        std::error_code error;
        if (fs::create_directory(folder, error))
            return folder;
        if (error)
            throwSystemError(error.value(), "make the folder", folder);
    }
}

GalleryItemPtr itemOfPng(const fs::path& folder, const std::string& name, Json recipe)
{
    GalleryItem item;
    item.file = name;
    if (recipe.empty()) {
        const auto text = readPngText(folder / name);
        if (const auto it = text.find("potstill"); it != text.end())
            recipe = Json::parse(it->second, nullptr, false);
    }
    if (recipe.is_object())
        item.recipe = std::move(recipe);
    return std::make_shared<const GalleryItem>(std::move(item));
}

}  // namespace

std::string groupKindName(GroupKind kind)
{
    return std::find_if(kGroupKinds.begin(), kGroupKinds.end(), [&](const auto& k) { return k.first == kind; })->second;
}

bool isGallery(const fs::path& folder) { return fs::exists(folder / "gallery.json"); }

Gallery loadGallery(const fs::path& folder)
{
    const fs::path file = folder / "gallery.json";
    const Json json = readJsonFile(file);
    const Fields fields(file, json, "");
    if (!json.contains("version") || !json["version"].is_number_integer() || json["version"].get<std::int64_t>() < 1)
        throw fields.wrong("version", "a whole number from 1 on");
    if (json["version"].get<std::int64_t>() > kVersion)
        throw Error(ErrorCode::BadFile,
                    fmt::format("{}: 'version' is {}: the gallery was made by a newer program; this one reads version {}", file.string(), json["version"].dump(), kVersion));
    Gallery gallery{folder, fields.text("title", true), {}};
    if (!json.contains("items") || !json["items"].is_array())
        throw fields.wrong("items", "a list");
    for (const Json& item : json["items"])
        gallery.items.push_back(std::make_shared<const GalleryItem>(itemFromJson(file, item, fmt::format("items[{}]", gallery.items.size()))));
    return gallery;
}

void saveGallery(const Gallery& gallery)
{
    Json items = Json::array();
    for (const GalleryItemPtr& item : gallery.items) {
        if (item->file.empty())
            throw Error(ErrorCode::Internal, fmt::format("{}: an image was not stored before the gallery was saved", gallery.folder.string()));
        items.push_back(jsonFromItem(*item));
    }
    writeJsonFile(gallery.folder / "gallery.json", {{"version", kVersion}, {"title", gallery.title}, {"items", std::move(items)}});
}

GalleryItemPtr storeImage(const fs::path& galleryFolder, const GalleryItem& item)
{
    auto stored = std::make_shared<GalleryItem>(item);
    if (!item.image)
        return stored;
    const std::vector<std::uint8_t> png = encodedPng(*item.image, recipeChunks(item.recipe));
    const std::string_view bytes(reinterpret_cast<const char*>(png.data()), png.size());
    stored->file = "images/" + sha256OfText(bytes).substr(0, 24) + ".png";
    stored->image = nullptr;
    if (stored->added.empty())
        stored->added = utcNow();
    makeFolders(galleryFolder / "images");
    if (!fs::exists(galleryFolder / stored->file))
        writeFileAtomically(galleryFolder / stored->file, bytes);
    return stored;
}

void removeUnusedImages(const Gallery& gallery)
{
    std::set<std::string> used;
    for (const GalleryItemPtr& item : gallery.items)
        used.insert(item->file);
    std::error_code error;
    const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
    std::vector<fs::path> unused;
    for (const auto& entry : fs::directory_iterator(gallery.folder / "images", error))
        if (entry.path().extension() == ".png" && !used.contains("images/" + entry.path().filename().string()) && entry.last_write_time(error) < yesterday)
            unused.push_back(entry.path());
    for (const fs::path& file : unused)
        fs::remove(file, error);
}

std::vector<fs::path> galleriesOf(const fs::path& project)
{
    std::vector<fs::path> out;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(project / "galleries", error))
        if (isGallery(entry.path()))
            out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

Gallery createGallery(const fs::path& project, const std::string& title)
{
    Gallery gallery{freshFolder(project / "galleries", slugOf(title)), title, {}};
    saveGallery(gallery);
    return gallery;
}

Gallery galleryFromFolder(const fs::path& folder)
{
    Gallery gallery{folder, fs::absolute(folder).lexically_normal().filename().string(), {}};
    if (gallery.title.empty())
        gallery.title = fs::absolute(folder).lexically_normal().parent_path().filename().string();
    const fs::path file = folder / "index.json";
    if (fs::exists(file)) {
        const Json index = readJsonFile(file);
        const Fields fields(file, index, "");
        if (!index.contains("images") || !index["images"].is_array())
            throw fields.wrong("images", "a list");
        const std::vector<std::string> columns = fields.texts("columns"), rows = fields.texts("rows");
        for (const Json& image : index["images"]) {
            const Fields entry(file, image, fmt::format("images[{}]", gallery.items.size()));
            GalleryItem item;
            item.file = entry.text("file", true);
            if (!staysInside(item.file))
                throw entry.wrong("file", "a path inside the folder");
            item.recipe = image;
            const auto heading = [&](const char* key, const std::vector<std::string>& names) {
                const Json at = image.contains(key) ? image[key] : Json();
                return at.is_number_unsigned() && at.get<std::size_t>() < names.size() ? names[at.get<std::size_t>()] : std::string();
            };
            item.row = heading("row", rows);
            item.column = heading("column", columns);
            for (const char* key : {"file", "row", "column"})
                item.recipe.erase(key);
            if (columns.size() > 1 && !item.row.empty()) {
                item.groupKind = GroupKind::Ladder;
                item.group = item.row;
            }
            gallery.items.push_back(std::make_shared<const GalleryItem>(std::move(item)));
        }
    } else {
        std::vector<std::string> names;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error))
            if (entry.path().extension() == ".png" && entry.path().filename() != "grid.png")
                names.push_back(entry.path().filename().string());
        if (error)
            throwSystemError(error.value(), "read the folder", folder);
        std::sort(names.begin(), names.end());
        for (const std::string& name : names)
            gallery.items.push_back(itemOfPng(folder, name, {}));
    }
    if (gallery.items.empty())
        throw Error(ErrorCode::NotFound, fmt::format("{}: no PNG here; a gallery or a folder as `sample --out` writes it is right", folder.string()));
    return gallery;
}

std::string displayCaption(const GalleryItem& item)
{
    if (!item.caption.empty())
        return item.caption;
    std::string out = item.column;
    const auto append = [&](const std::string& part) {
        if (!part.empty())
            out += (out.empty() ? "" : " · ") + part;
    };
    append(item.row);
    if (!out.empty())
        return out;
    const Json& r = item.recipe;
    if (r.contains("class_name") && r["class_name"].is_string())
        append(r["class_name"].get<std::string>());
    if (r.contains("steps") && r["steps"].is_number_integer())
        append(r["steps"] == 1 ? "1 step" : fmt::format("{} steps", r["steps"].get<std::int64_t>()));
    if (r.contains("seed") && r["seed"].is_number_integer())
        append(fmt::format("seed {}", r["seed"].get<std::int64_t>()));
    return out;
}

Image readImage(const Gallery& gallery, const GalleryItem& item)
{
    if (item.image)
        return *item.image;
    return readImageFile(gallery.folder / item.file);
}

std::string slugOf(const std::string& text, const std::string& otherwise)
{
    std::string out;
    for (const char c : text) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += isUpper ? static_cast<char>(c + 32) : c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
        if (out.size() == 60)
            break;
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.empty() ? otherwise : out;
}

}  // namespace potstill
