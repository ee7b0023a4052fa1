#include "engine/gallery/foldergallery.h"

#include <fmt/format.h>

#include <array>

namespace potstill {

namespace {

/// What of a recipe gets a column of its own in the CSV; the whole stands in index.json and in the image.
constexpr std::array<const char*, 10> kRecipeColumns = {"model", "weights_sha256", "images_seen", "class_name", "seed", "steps", "nfe", "sampler", "guidance", "noise_correction"};

std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : ";") + part;
    return out;
}

std::string fileNameOf(std::size_t number, const GalleryItem& item)
{
    const std::string slug = slugOf(displayCaption(item), "");
    return fmt::format("{:06}{}{}.png", number, slug.empty() ? "" : "-", slug);
}

std::string csvLine(const std::string& file, const GalleryItem& item, bool withRecipe)
{
    std::string line = file;
    for (const std::string& text : {item.caption, joined(item.tags), groupKindName(item.groupKind), item.group, item.row, item.column, item.added})
        line += "," + csvField(text);
    for (std::size_t i = 0; withRecipe && i < kRecipeColumns.size(); ++i) {
        const char* key = kRecipeColumns[i];
        line += "," + (item.recipe.contains(key) ? csvField(item.recipe[key].is_string() ? item.recipe[key].get<std::string>() : item.recipe[key].dump()) : std::string());
    }
    return line + "\r\n";
}

std::string jsonEntry(const std::string& file, const GalleryItem& item, bool withRecipe)
{
    Json entry = {{"file", file},
                  {"caption", item.caption},
                  {"tags", item.tags},
                  {"group", {{"kind", groupKindName(item.groupKind)}, {"id", item.group}, {"row", item.row}, {"column", item.column}}},
                  {"added", item.added}};
    if (withRecipe)
        entry["recipe"] = item.recipe;
    return entry.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

ExportResult exportFolder(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& folder, RunControl& control, RunObserver& observer)
{
    NewFolder target(folder);
    PlainFile csv(target.path() / "index.csv"), json(target.path() / "index.json");
    csv.write("file,caption,tags,group_kind,group,row,column,added");
    for (std::size_t i = 0; options.recipes && i < kRecipeColumns.size(); ++i)
        csv.write("," + std::string(kRecipeColumns[i]));
    csv.write("\r\n");
    json.write(fmt::format("{{\n\"title\": {},\n\"items\": [", Json(gallery.title).dump(-1, ' ', false, Json::error_handler_t::replace)));
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    for (std::size_t i = 0; i < gallery.items.size(); ++i) {
        const GalleryItem& item = *gallery.items[i];
        const std::string name = fileNameOf(i + 1, item);
        if (run.take([&] { copyImage(gallery, item, target.path() / name, options.recipes); })) {
            csv.write(csvLine(name, item, options.recipes));
            json.write((run.result.written++ ? ",\n" : "\n") + jsonEntry(name, item, options.recipes));
        }
        if (!run.next())
            return run.result;
    }
    json.write("\n]\n}\n");
    csv.close();
    json.close();
    target.commit();
    run.result.files = {folder};
    return run.result;
}

}  // namespace potstill
