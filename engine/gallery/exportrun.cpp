#include "engine/gallery/exportrun.h"

#include "engine/imaging/imagefile.h"
#include "engine/imaging/pngchunks.h"
#include "engine/imaging/recipechunks.h"
#include "engine/io/atomicfile.h"
#include "engine/io/posix.h"

#include <fmt/format.h>

#include <cerrno>
#include <span>

#include <unistd.h>

namespace potstill {

namespace fs = std::filesystem;

ExportRun::ExportRun(std::string stage, std::int64_t total, RunControl& control, RunObserver& observer)
    : m_control(control), m_observer(observer), m_begin(std::chrono::steady_clock::now()), m_last(m_begin)
{
    m_progress.stage = std::move(stage);
    m_progress.imagesTotal = total;
    m_observer.onProgress(m_progress);
}

bool ExportRun::next()
{
    if (isStopping()) {
        result.complete = false;
        return false;
    }
    ++m_progress.imagesSeen;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_last < std::chrono::milliseconds(100) && m_progress.imagesSeen < m_progress.imagesTotal)
        return true;
    m_last = now;
    const double seconds = std::max(1e-3, std::chrono::duration<double>(now - m_begin).count());
    m_progress.imagesPerSecond = double(m_progress.imagesSeen) / seconds;
    m_progress.secondsLeft = double(m_progress.imagesTotal - m_progress.imagesSeen) / m_progress.imagesPerSecond;
    m_observer.onProgress(m_progress);
    return true;
}

void ExportRun::leaveOut(const Error& error)
{
    if (error.code() != ErrorCode::NotFound && error.code() != ErrorCode::BadFile && error.code() != ErrorCode::Unsupported)
        throw error;
    result.missing.push_back(error.what());
    m_observer.onLog(LogLevel::Warning, fmt::format("left out: {}", error.what()));
}

NewFolder::NewFolder(const fs::path& path) : m_path(fs::absolute(path).lexically_normal())
{
    if (!m_path.has_filename())
        m_path = m_path.parent_path();
    std::error_code error;
    if (fs::exists(m_path, error) && !(fs::is_directory(m_path, error) && fs::is_empty(m_path, error)))
        throw Error(ErrorCode::BadOption, fmt::format("{}: there is something here already; name a new or an empty folder", m_path.string()));
    makeFolders(m_path.parent_path());
    m_temporary = m_path.parent_path() / fmt::format(".{}.tmp-{}", m_path.filename().string(), ::getpid());
    fs::remove_all(m_temporary, error);
    makeFolders(m_temporary);
}

NewFolder::~NewFolder()
{
    std::error_code error;
    if (!m_isDone)
        fs::remove_all(m_temporary, error);
}

void NewFolder::commit()
{
    std::error_code error;
    fs::rename(m_temporary, m_path, error);
    if (error)
        throwSystemError(error.value(), "give the finished folder its name", m_path);
    m_isDone = true;
}

void copyImage(const Gallery& gallery, const GalleryItem& item, const fs::path& to, bool withRecipe)
{
    const auto write = [&](const void* data, std::size_t bytes) {
        PlainFile file(to);
        file.write({static_cast<const char*>(data), bytes});
        file.close();
    };
    if (item.image) {
        const auto png = encodedPng(*item.image, recipeChunks(withRecipe ? item.recipe : Json()));
        write(png.data(), png.size());
        return;
    }
    const std::string name = (gallery.folder / item.file).string();
    const std::string png = readFile(name);
    // Also where the text stays, the file is walked through: a damaged one must not leave the house.
    const std::vector<std::uint8_t> bare = pngWithoutText({reinterpret_cast<const std::uint8_t*>(png.data()), png.size()}, name);
    if (withRecipe)
        write(png.data(), png.size());
    else
        write(bare.data(), bare.size());
}

PlainFile::PlainFile(const fs::path& path) : m_path(path), m_file(std::fopen(path.c_str(), "wbe"), std::fclose)
{
    if (!m_file)
        throwSystemError(errno, "write the file", path);
}

void PlainFile::write(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size())
        throwSystemError(errno, "write the file", m_path);
}

void PlainFile::close()
{
    if (std::fclose(m_file.release()) != 0)
        throwSystemError(errno, "write the file", m_path);
}

}  // namespace potstill
