#include "engine/gallery/archive.h"

#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <zip.h>

#include <algorithm>
#include <cerrno>

namespace potstill {

namespace fs = std::filesystem;

namespace {

struct Watcher {
    RunControl& control;
    RunObserver& observer;
    std::int64_t total;
};

Error failure(const fs::path& file, zip_t* zip)
{
    const int system = zip_error_code_system(zip_get_error(zip));
    return Error(system == ENOSPC || system == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io, fmt::format("{}: the ZIP could not be written: {}", file.string(), zip_strerror(zip)));
}

void add(zip_t* zip, const fs::path& file, const std::string& name, const fs::path& archive)
{
    zip_source_t* source = zip_source_file(zip, file.c_str(), 0, -1);
    const zip_int64_t index = source ? zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        throw failure(archive, zip);
    }
    if (file.extension() != ".html" && file.extension() != ".csv" && file.extension() != ".json" && file.extension() != ".svg")
        zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

}  // namespace

bool writeZip(const fs::path& source, const std::string& nameInside, const fs::path& file, RunControl& control, RunObserver& observer)
{
    makeFolders(fs::absolute(file).parent_path());
    int code = 0;
    std::unique_ptr<zip_t, void (*)(zip_t*)> zip(zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code), zip_discard);
    if (!zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        throw Error(ErrorCode::Io, fmt::format("{}: the ZIP could not be made: {}", file.string(), reason));
    }
    std::vector<fs::path> files;
    if (fs::is_directory(source)) {
        for (const auto& entry : fs::recursive_directory_iterator(source))
            if (entry.is_regular_file())
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const fs::path& f : files)
            add(zip.get(), f, nameInside + "/" + fs::relative(f, source).generic_string(), file);
    } else {
        add(zip.get(), source, nameInside, file);
    }
    Watcher watcher{control, observer, std::int64_t(std::max<std::size_t>(1, files.size()))};
    zip_register_progress_callback_with_state(
        zip.get(), 0.01,
        [](zip_t*, double done, void* data) {
            const auto* w = static_cast<Watcher*>(data);
            w->observer.onProgress({"zip", std::int64_t(done * double(w->total)), w->total, 0, -1});
        },
        nullptr, &watcher);
    zip_register_cancel_callback_with_state(
        zip.get(), [](zip_t*, void* data) { return static_cast<Watcher*>(data)->control.isStopping() ? 1 : 0; }, nullptr, &watcher);
    // libzip writes beside the final name and renames at the end.
    if (zip_close(zip.get()) == 0) {
        zip.release();
        return true;
    }
    if (zip_error_code_zip(zip_get_error(zip.get())) == ZIP_ER_CANCELLED)
        return false;
    throw failure(file, zip.get());
}

}  // namespace potstill
