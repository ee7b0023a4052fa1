#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/cli/verbsettings.h"

#include "engine/gallery/exportgallery.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace potstill {

namespace {

struct GalleryArguments {
    explicit GalleryArguments(CLI::App& verb) : settings(verb, ExportOptions::table().schema()) { settings.nameAll(); }
    VerbSettings settings;
    std::string source, to = "html", out, title;
    std::vector<std::string> tags;
};

ExportFormat formatOf(const GalleryArguments& a)
{
    for (const ExportFormat format : exportFormats())
        if (exportFormatName(format) == a.to || (a.to == "zip" && format == ExportFormat::Html))
            return format;
    throw Error(ErrorCode::BadOption, fmt::format("--to {}: html, folder, sheet, figure, gif, webp, mp4 or zip is right", a.to));
}

/// A setting that the format does not read is a mistake, not something to pass over.
Json documentOf(const GalleryArguments& a, ExportFormat format)
{
    const std::vector<std::string> used = exportFields(format);
    const Json document = a.settings.document();
    for (const auto& [key, value] : document.items())
        if (std::find(used.begin(), used.end(), key) == used.end())
            throw Error(ErrorCode::BadOption, fmt::format("{} has no meaning for --to {}", VerbSettings::optionOf(key), a.to));
    return document;
}

/// Only the settings that the format reads.
Json resolved(const Json& document, ExportFormat format)
{
    const Json all = merged(ExportOptions::table().toJson({}), document);
    Json out = Json::object();
    for (const std::string& key : exportFields(format))
        out[key] = all[key];
    return out;
}

int galleryVerb(const GalleryArguments& a)
{
    const ExportFormat format = formatOf(a);
    const Json document = documentOf(a, format);
    const ExportOptions options = ExportOptions::table().fromJson(document);
    const std::filesystem::path out = a.out;
    if (a.out.empty() && !a.settings.isDryRun())
        throw Error(ErrorCode::BadOption, "--out: name a file or a new folder");
    if (!a.out.empty() && a.to == "zip" && out.extension() != ".zip")
        throw Error(ErrorCode::BadOption, fmt::format("--out {}: a name that ends in .zip is right for --to zip", a.out));
    Gallery gallery = isGallery(a.source) ? loadGallery(a.source) : galleryFromFolder(a.source);
    if (!a.title.empty())
        gallery.title = a.title;
    std::erase_if(gallery.items, [&](const GalleryItemPtr& item) {
        return !std::all_of(a.tags.begin(), a.tags.end(), [&](const std::string& tag) { return std::find(item->tags.begin(), item->tags.end(), tag) != item->tags.end(); });
    });
    if (a.settings.isDryRun()) {
        const ExportEstimate needed = estimateExportOf(gallery, format, options);
        return a.settings.reportDryRun(resolved(document, format), {0, needed.memoryBytes, needed.diskBytes});
    }
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    ExportResult result;
    {
        ProgressLine progress(control, a.settings.wantsJson());
        result = exportGallery(gallery, format, options, out, control, progress);
    }
    if (a.settings.wantsJson()) {
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
    CLI::App* gallery = app.add_subcommand("gallery", "Export a gallery, or a folder of samples, as a page, folder, contact sheet, figure, animation or ZIP");
    auto a = std::make_shared<GalleryArguments>(*gallery);
    gallery->add_option("source", a->source, "A gallery (PROJECT/galleries/NAME) or a folder as `sample --out` writes it")->required();
    gallery->add_option("--to", a->to, "html, folder, sheet (PNG), figure (SVG), gif, webp, mp4 (needs ffmpeg), zip (the HTML page in a ZIP)")
        ->check(CLI::IsMember({"html", "folder", "sheet", "figure", "gif", "webp", "mp4", "zip"}));
    gallery->add_option("--out", a->out, "File or new folder; a name that ends in .zip packs any format");
    gallery->add_option("--title", a->title, "Title in place of the gallery's own");
    gallery->add_option("--tag", a->tags, "Only images with this tag; more than one: with all of them");
    gallery->callback([a, &chosen] { chosen = [a] { return galleryVerb(*a); }; });
}

}  // namespace potstill
