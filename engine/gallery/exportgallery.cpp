#include "engine/gallery/exportgallery.h"

#include "engine/gallery/animationexport.h"
#include "engine/gallery/archive.h"
#include "engine/gallery/figure.h"
#include "engine/gallery/foldergallery.h"
#include "engine/gallery/htmlgallery.h"
#include "engine/gallery/sheetlayout.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <map>
#include <cmath>

#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// What a person wrote and chose alone. Headings and the names of groups tell of seeds, classes and steps as well as a recipe does.
Gallery withoutRecipes(const Gallery& gallery)
{
    Gallery bare{gallery.folder, gallery.title, {}};
    std::map<std::string, std::size_t> groups;
    for (const GalleryItemPtr& item : gallery.items) {
        auto out = std::make_shared<GalleryItem>(*item);
        out->recipe = Json::object();
        out->row.clear();
        out->column.clear();
        if (!out->group.empty())
            out->group = std::to_string(groups.try_emplace(out->group, groups.size() + 1).first->second);
        bare.items.push_back(std::move(out));
    }
    return bare;
}

ExportResult exportPlain(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const fs::path& out, RunControl& control, RunObserver& observer,
                         const ExportHelpers& helpers)
{
    const Gallery bare = options.recipes ? Gallery() : withoutRecipes(gallery);
    const Gallery& told = options.recipes ? gallery : bare;
    switch (format) {
    case ExportFormat::Html: return exportHtml(told, options, helpers.texts, out, control, observer);
    case ExportFormat::Folder: return exportFolder(told, options, out, control, observer);
    case ExportFormat::Sheet: return exportSheet(gallery, options, out, control, observer, helpers.paintText);
    case ExportFormat::Figure: return exportFigure(gallery, options, out, control, observer);
    case ExportFormat::Gif:
    case ExportFormat::WebP:
    case ExportFormat::Mp4: return exportAnimation(gallery, format, options, out, control, observer);
    }
    throw Error(ErrorCode::Internal, "exportGallery: no such format");
}

/// Removed at the end, whatever happens.
class WorkFolder {
public:
    explicit WorkFolder(const fs::path& beside) : m_path(fs::absolute(beside).parent_path() / fmt::format(".{}.work-{}", beside.filename().string(), ::getpid()))
    {
        makeFolders(m_path);
    }
    ~WorkFolder()
    {
        std::error_code error;
        fs::remove_all(m_path, error);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

}  // namespace

ExportEstimate estimateExportOf(const Gallery& gallery, ExportFormat format, const ExportOptions& options)
{
    ExportEstimate estimate;
    std::error_code isGone;
    std::uintmax_t bytes = 0;
    for (const GalleryItemPtr& item : gallery.items)
        if (const auto size = fs::file_size(gallery.folder / item->file, isGone); !isGone)
            bytes += size;
    const Image first = gallery.items.empty() ? Image() : readImage(gallery, *gallery.items.front());
    const auto pixels = static_cast<std::int64_t>(first.width) * first.height * 3, count = static_cast<std::int64_t>(gallery.items.size());
    const std::int64_t drawn = pixels * options.magnify * options.magnify;
    const auto page = static_cast<std::int64_t>(options.pageWidthMm * options.pageHeightMm * std::pow(options.dpi / 25.4, 2) * 3);
    switch (format) {
    case ExportFormat::Html:
    case ExportFormat::Folder:
        estimate.diskBytes = static_cast<std::int64_t>(bytes);
        estimate.memoryBytes = pixels;
        break;
    case ExportFormat::Sheet:
        estimate.memoryBytes = page;
        estimate.diskBytes = page * (first.width > 0 ? SheetLayout(options, static_cast<double>(first.height) / first.width).pages(count) : 0);
        break;
    case ExportFormat::Figure:
        estimate.diskBytes = static_cast<std::int64_t>(bytes) * 4 / 3;  // base64
        estimate.memoryBytes = 2 * estimate.diskBytes;
        break;
    case ExportFormat::Gif:
    case ExportFormat::WebP:
    case ExportFormat::Mp4:
        estimate.diskBytes = drawn * count / 3;
        estimate.memoryBytes = drawn;  // an image at a time
        break;
    }
    return estimate;
}

ExportResult exportGallery(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const fs::path& out, RunControl& control, RunObserver& observer,
                           const ExportHelpers& helpers)
{
    if (gallery.items.empty())
        throw Error(ErrorCode::BadOption, fmt::format("{}: there is no image to export", gallery.folder.string()));
    if (out.extension() != ".zip") {
        makeFolders(fs::absolute(out).parent_path());
        return exportPlain(gallery, format, options, out, control, observer, helpers);
    }
    const WorkFolder work(out);
    const std::string stem = out.stem().string();
    // What unpacks into many files unpacks into one folder.
    const fs::path inner = exportFileEnding(format).empty() ? work.path() / stem : work.path() / stem / (stem + exportFileEnding(format));
    makeFolders(inner.parent_path());
    ExportResult result = exportPlain(gallery, format, options, inner, control, observer, helpers);
    if (result.complete)
        result.complete = writeZip(work.path() / stem, stem, out, control, observer);
    result.files.clear();
    if (result.complete)
        result.files = {out};
    return result;
}

}  // namespace potstill
