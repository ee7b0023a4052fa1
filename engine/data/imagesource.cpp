#include "engine/data/imagesource.h"

#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// Wrapper folder, class folder, one folder inside it.
constexpr int kMaxDepth = 3;

std::string endingOf(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

std::vector<std::string_view> foldersOf(std::string_view name)
{
    std::vector<std::string_view> out;
    for (std::size_t slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/')) {
        out.push_back(name.substr(0, slash));
        name.remove_prefix(slash + 1);
    }
    return out;
}

void scanFolder(ImageSource& source)
{
    std::int64_t others = 0, tooDeep = 0;
    std::string other;
    std::error_code failed;
    fs::recursive_directory_iterator it(source.path, fs::directory_options::follow_directory_symlink | fs::directory_options::skip_permission_denied, failed);
    const auto refuse = [&] {
        throw Error(ErrorCode::Io, {"file-refused",
                                    0,
                                    {{"path", source.path.string()}, {"reason", failed.message()}},
                                    fmt::format("{}: the folder cannot be read: {}", source.path.string(), failed.message())});
    };
    if (failed)
        refuse();
    for (const fs::recursive_directory_iterator end; it != end; it.increment(failed)) {
        if (failed)
            refuse();
        const fs::directory_entry& entry = *it;
        const bool isHidden = entry.path().filename().string().starts_with('.');
        if (entry.is_directory(failed)) {
            tooDeep += it.depth() >= kMaxDepth;
            if (isHidden || it.depth() >= kMaxDepth)
                it.disable_recursion_pending();
            continue;
        }
        if (isHidden)
            continue;
        if (!isImageFileName(entry.path())) {
            ++others;
            other = other.empty() ? entry.path().filename().string() : other;
            continue;
        }
        // A dangling link or a file that vanishes meanwhile is listed; reading will say what is wrong with it.
        SourceImage image;
        image.name = entry.path().lexically_relative(source.path).generic_string();
        const auto bytes = entry.file_size(failed);
        image.bytes = failed ? 0 : bytes;
        const auto time = entry.last_write_time(failed);
        image.stamp = failed ? 0 : static_cast<std::int64_t>(time.time_since_epoch().count());
        source.images.push_back(std::move(image));
    }
    if (source.images.empty()) {
        const std::string ending = endingOf(other);
        const bool isReadAlone = ending == ".zip" || ending == ".safetensors", isPacked = ending == ".gz" || ending == ".tar" || ending == ".xz";
        const std::string hint = others == 0   ? "it is empty"
                                 : isReadAlone ? fmt::format("it holds '{}'; name that file itself", other)
                                 : isPacked    ? fmt::format("it holds '{}'; unpack that first", other)
                                               : fmt::format("it holds {} other files, for example '{}'", others, other);
        throw Error(ErrorCode::BadFile, {"folder-without-images",
                                         0,
                                         {{"folder", validUtf8(source.path.string())},
                                          {"holds", validUtf8(other)},
                                          {"do", isReadAlone ? "name"
                                                 : isPacked  ? "unpack"
                                                             : ""}},
                                         validUtf8(fmt::format("{}: no JPEG, PNG, WebP, BMP or TIFF in this folder or the folders in it: {}", source.path.string(), hint))});
    }
    if (others > 0)
        source.notes.push_back({"no-image-files",
                                0,
                                {{"count", std::to_string(others)}, {"example", validUtf8(other)}},
                                validUtf8(fmt::format("{} files that are no images were passed over, for example '{}'", others, other))});
    if (tooDeep > 0)
        source.notes.push_back({"deep-folders", 0, {{"count", std::to_string(tooDeep)}}, fmt::format("{} folders that lie deeper than class/folder/ were passed over", tooDeep)});
}

}  // namespace

std::string validUtf8(const std::string& text) { return Json::parse(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>(); }

std::string ImageSource::hash() const
{
    std::string text = path.string();
    for (const SourceImage& image : images)
        text += fmt::format("\n{}\t{}\t{}\t{}", image.name, image.bytes, image.stamp, image.label);
    return sha256OfText(text);
}

void labelByFolder(ImageSource& source)
{
    std::vector<std::vector<std::string_view>> folders;
    std::size_t deepest = 0;
    for (const SourceImage& image : source.images) {
        folders.push_back(foldersOf(image.name));
        deepest = std::max(deepest, folders.back().size());
    }
    // "train/cat/1.jpg" alone in a folder: "train" is no class.
    std::size_t level = 0;
    const auto isWrapper = [&](std::size_t at) {
        return at + 1 < deepest && std::all_of(folders.begin(), folders.end(), [&](const auto& f) { return f.size() > at && f[at] == folders[0][at]; });
    };
    while (isWrapper(level))
        ++level;
    std::map<std::string, std::int64_t> classes;
    for (const auto& f : folders)
        if (f.size() > level)
            classes.emplace(std::string(f[level]), 0);
    if (classes.size() < 2)
        return;
    for (auto& [name, number] : classes) {
        number = static_cast<std::int64_t>(source.classNames.size());
        source.classNames.push_back(validUtf8(name));
    }
    std::vector<SourceImage> labelled;
    for (std::size_t i = 0; i < source.images.size(); ++i)
        if (folders[i].size() > level) {
            source.images[i].label = classes[std::string(folders[i][level])];
            labelled.push_back(source.images[i]);
        }
    if (const std::size_t beside = source.images.size() - labelled.size(); beside > 0)
        source.notes.push_back({"beside-classes",
                                0,
                                {{"count", std::to_string(beside)}},
                                fmt::format("{} images that lie beside the class folders have no class and were passed over; without classes (labels off) they are used", beside)});
    source.images = std::move(labelled);
}

ImageSource scanImageSource(const DataOptions& options)
{
    ImageSource source;
    source.path = fs::path(options.source).lexically_normal();
    std::error_code failed;
    if (!fs::exists(source.path, failed))
        throw Error(
            ErrorCode::NotFound,
            {"no-data-there",
             0,
             {{"source", options.source}},
             fmt::format("data.source '{}': there is no such folder or file; 'sprites', a folder of images, a packed set (.safetensors) or a ZIP is right", options.source)});
    if (const fs::path whole = fs::canonical(source.path, failed); !failed)
        source.path = whole;
    if (fs::is_directory(source.path)) {
        scanFolder(source);
        std::sort(source.images.begin(), source.images.end(), [](const SourceImage& a, const SourceImage& b) { return a.name < b.name; });
        if (options.labels)
            labelByFolder(source);
    } else if (endingOf(source.path) == ".zip") {
        source.isZip = true;
        scanZip(source, options.labels);
    } else if (isImageFileName(source.path)) {
        throw Error(ErrorCode::Unsupported,
                    {"one-image", 0, {{"source", options.source}}, fmt::format("data.source '{}' is one image; name the folder that it lies in", options.source)});
    } else {
        throw Error(ErrorCode::Unsupported,
                    {"no-data-file",
                     0,
                     {{"source", options.source}},
                     fmt::format("data.source '{}': files of this kind are not read; unpack an archive and name the folder, or give a ZIP or a packed set (.safetensors)",
                                 options.source)});
    }
    if (options.maxImages > 0 && options.maxImages < static_cast<std::int64_t>(source.images.size())) {
        std::vector<SourceImage> chosen;
        const double n = static_cast<double>(source.images.size());
        for (std::int64_t i = 0; i < options.maxImages; ++i)
            chosen.push_back(source.images[static_cast<std::size_t>(static_cast<double>(i) * n / static_cast<double>(options.maxImages))]);
        source.images = std::move(chosen);
    }
    return source;
}

}  // namespace potstill
