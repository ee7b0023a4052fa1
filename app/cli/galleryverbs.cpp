#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/gallery/exportgallery.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

namespace potstill {

namespace {

struct GalleryArguments {
    std::string source, to = "html", out, title;
    std::vector<std::string> tags;
    std::map<std::string, std::string> settings;  ///< key of ExportOptions and its text
    bool json = false;
};

std::string flagOf(std::string key)
{
    std::replace(key.begin(), key.end(), '_', '-');
    return "--" + key;
}

ExportFormat formatOf(const GalleryArguments& a)
{
    for (const ExportFormat format : exportFormats())
        if (exportFormatName(format) == a.to || (a.to == "zip" && format == ExportFormat::Html))
            return format;
    throw Error(ErrorCode::BadOption, fmt::format("--to {}: html, folder, sheet, figure, gif, webp, mp4 or zip is right", a.to));
}

/// A setting that the format does not read is a mistake, not something to pass over.
ExportOptions optionsOf(const GalleryArguments& a, ExportFormat format)
{
    const OptionSchema schema = ExportOptions::table().schema();
    const std::vector<std::string> used = exportFields(format);
    Json document = Json::object();
    for (const auto& [key, text] : a.settings) {
        if (std::find(used.begin(), used.end(), key) == used.end())
            throw Error(ErrorCode::BadOption, fmt::format("{} has no meaning for --to {}", flagOf(key), a.to));
        setFromText(document, schema, key + "=" + text);
    }
    return ExportOptions::table().fromJson(document);
}

int galleryVerb(const GalleryArguments& a)
{
    const ExportFormat format = formatOf(a);
    const ExportOptions options = optionsOf(a, format);
    const std::filesystem::path out = a.out;
    if (a.to == "zip" && out.extension() != ".zip")
        throw Error(ErrorCode::BadOption, fmt::format("--out {}: a name that ends in .zip is right for --to zip", a.out));
    Gallery gallery = isGallery(a.source) ? loadGallery(a.source) : galleryFromFolder(a.source);
    if (!a.title.empty())
        gallery.title = a.title;
    std::erase_if(gallery.items, [&](const GalleryItemPtr& item) {
        return !std::all_of(a.tags.begin(), a.tags.end(), [&](const std::string& tag) { return std::find(item->tags.begin(), item->tags.end(), tag) != item->tags.end(); });
    });
    RunControl control;
    const Interrupts interrupts(control);
    ExportResult result;
    {
        ProgressLine progress(control, a.json);
        result = exportGallery(gallery, format, options, out, control, progress);
    }
    if (a.json) {
        Json files = Json::array();
        for (const auto& file : result.files)
            files.push_back(file.string());
        printJson({{"out", a.out}, {"format", a.to}, {"images", result.written}, {"left_out", result.missing}, {"files", files}, {"complete", result.complete}});
    } else if (result.complete) {
        fmt::print("{} images in {}\n", result.written,
                   result.files.size() == 1 ? result.files.front().string() : fmt::format("{} and {} more files", result.files.front().string(), result.files.size() - 1));
    }
    return result.complete ? kDone : kStopped;
}

}  // namespace

void addGalleryVerb(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<GalleryArguments>();
    CLI::App* gallery = app.add_subcommand("gallery", "Export a gallery, or a folder of samples, as a page, folder, contact sheet, figure, animation or ZIP");
    gallery->add_option("source", a->source, "A gallery (PROJECT/galleries/NAME) or a folder as `sample --out` writes it")->required();
    gallery->add_option("--to", a->to, "html, folder, sheet (PNG), figure (SVG), gif, webp, mp4 (needs ffmpeg), zip (the HTML page in a ZIP)")
        ->check(CLI::IsMember({"html", "folder", "sheet", "figure", "gif", "webp", "mp4", "zip"}));
    gallery->add_option("--out", a->out, "File or new folder; a name that ends in .zip packs any format")->required();
    gallery->add_option("--title", a->title, "Title in place of the gallery's own");
    gallery->add_option("--tag", a->tags, "Only images with this tag; more than one: with all of them");
    gallery->add_flag("--json", a->json, "Print the result as JSON, no progress");
    const OptionSchema schema = ExportOptions::table().schema();
    for (const FieldInfo& field : schema.fields) {
        const std::string unit = field.unit.empty() ? "" : " " + field.unit;
        gallery->add_option_function<std::string>(
            flagOf(field.key), [a, key = field.key](const std::string& text) { a->settings[key] = text; }, field.help + " Default: " + field.defaultValue.dump() + unit);
    }
    gallery->callback([a, &chosen] { chosen = [a] { return galleryVerb(*a); }; });
}

}  // namespace potstill
