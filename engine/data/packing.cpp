#include "engine/data/packing.h"

#include "engine/data/packedset.h"
#include "engine/core/runwarning.h"
#include "engine/data/packwriter.h"
#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// Raised whenever the same files and settings would be packed differently.
constexpr int kPackVersion = 1;
constexpr double kMaxUnreadableShare = 0.05;
constexpr std::size_t kMaxListed = 200;  // in the log and in the set itself; of more there is a list beside it

std::array<std::uint8_t, 3> colourFromText(const std::string& text)
{
    std::uint32_t value = 0;
    const auto [end, failed] = std::from_chars(text.data() + (text.starts_with('#') ? 1 : 0), text.data() + text.size(), value, 16);
    if (text.size() != 7 || failed != std::errc() || end != text.data() + text.size())
        throw Error(ErrorCode::BadOption, fmt::format("data.background '{}': a colour is written #rrggbb, for example #ffffff", text));
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

/// What became of one image of a chunk.
struct Slot {
    bool isRead = false;
    DecodeNotes notes;
    RunWarning failure;
};

/// File names and messages come from outside and go into a header of a size that is known beforehand.
std::string shortened(const std::string& text) { return validUtf8(text.substr(0, 250)); }

RunWarning unreadable(const std::string& name, ErrorCode cause, const std::string& sentence)
{
    return {"unreadable-image", 0, {{"file", shortened(name)}, {"cause", std::string(errorCodeName(cause))}}, shortened(sentence)};
}

class Packer {
public:
    Packer(const ImageSource& source, const DataOptions& options, RunControl* control, RunObserver* observer)
        : m_source(source),
          m_options(options),
          m_control(control),
          m_observer(observer),
          m_imageBytes(std::size_t(options.channels) * std::size_t(options.imageSize) * std::size_t(options.imageSize))
    {
        m_decode.channels = options.channels;
        m_decode.background = colourFromText(options.background);
    }

    void run(const fs::path& target)
    {
        const std::size_t total = m_source.images.size();
        checkRoom(target, total);
        std::size_t headerBytes = 16384 + 1600 * std::min(kMaxListed, static_cast<std::size_t>(kMaxUnreadableShare * static_cast<double>(total)) + 1);
        for (const std::string& name : m_source.classNames)
            headerBytes += 7 * name.size() + 8;  // escaped twice
        for (const RunWarning& note : m_source.notes)
            headerBytes += 2 * note.text().size() + 8;
        headerBytes += 2 * m_source.path.string().size();
        PackWriter writer(target, m_options.imageSize, m_options.channels, m_source.classNames, headerBytes);
        constexpr std::size_t kChunkBytes = 64u << 20;
        const std::size_t chunk = std::clamp<std::size_t>(kChunkBytes / m_imageBytes, 16, 1024);
        m_pixels.resize(chunk * m_imageBytes);
        for (std::size_t begin = 0; begin < total; begin += chunk) {
            const std::size_t count = std::min(chunk, total - begin);
            decodeChunk(begin, count);
            for (std::size_t i = 0; i < count; ++i)
                take(writer, m_slots[i], m_source.images[begin + i], i);
            refuseIfTooMany(total);
        }
        writer.commit(facts(writer.count()));
        try {
            writeSkippedList(target);
        } catch (const Error& e) {
            log(LogLevel::Warning, e.line());  // the set is whole without it
        }
    }

private:
    void checkRoom(const fs::path& target, std::size_t total) const
    {
        const std::uint64_t needed = total * (m_imageBytes + 8), left = freeDiskBytes(target);
        if (needed > left)
            throw Error(ErrorCode::DiskFull, {"no-room-to-pack",
                                              0,
                                              {{"path", target.string()}, {"needed", std::to_string(needed >> 20)}, {"free", std::to_string(left >> 20)}},
                                              fmt::format("{}: packing {} images needs {} MB, {} MB are free", target.string(), total, needed >> 20, left >> 20)});
    }

    void decodeChunk(std::size_t begin, std::size_t count)
    {
        m_slots.assign(count, {});
        std::atomic<std::size_t> next{0};
        std::mutex mutex;
        std::exception_ptr failure;
        const auto work = [&] {
            try {
                SourceReader reader(m_source);
                for (std::size_t i = next++; i < count; i = next++) {
                    if (m_control && m_control->isStopping())
                        return;
                    decodeOne(reader, m_source.images[begin + i], m_slots[i], m_pixels.data() + i * m_imageBytes);
                    m_done.fetch_add(1, std::memory_order_relaxed);
                    reportNow(false);
                }
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
                next = count;
            }
        };
        {
            std::vector<std::jthread> threads;  // joined whatever happens here
            const std::size_t wanted = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), (count + 7) / 8);
            for (std::size_t t = 1; t < wanted; ++t)
                threads.emplace_back(work);
            work();
        }
        if (failure)
            std::rethrow_exception(failure);
        if (m_control && m_control->isStopping())
            throw PackingStopped(m_source.path.string());
        reportNow(begin + count == m_source.images.size());
    }

    void decodeOne(SourceReader& reader, const SourceImage& image, Slot& slot, std::uint8_t* planes) const
    {
        try {
            const std::vector<std::uint8_t> bytes = reader.read(image);
            const Image square = cropAndResize(decodeImage(bytes, m_decode, image.name, &slot.notes), m_options.imageSize);
            const std::size_t area = std::size_t(m_options.imageSize) * std::size_t(m_options.imageSize), channels = static_cast<std::size_t>(m_options.channels);
            for (std::size_t c = 0; c < channels; ++c)
                for (std::size_t p = 0; p < area; ++p)
                    planes[c * area + p] = square.pixels[p * channels + c];
            slot.isRead = true;
        } catch (const Error& e) {
            slot.failure = unreadable(image.name, e.code(), e.what());
        } catch (const std::bad_alloc&) {
            slot.failure = unreadable(image.name, ErrorCode::OutOfMemory, image.name + ": not enough memory to decode it");
        }
    }

    void take(PackWriter& writer, const Slot& slot, const SourceImage& image, std::size_t i)
    {
        if (!slot.isRead) {
            m_unreadable.push_back(slot.failure);
            if (m_unreadable.size() <= kMaxListed)
                log(LogLevel::Warning, "skipped " + slot.failure.text());
            return;
        }
        m_rotated += slot.notes.rotatedByExif;
        m_alpha += slot.notes.hadAlpha;
        m_deep += slot.notes.was16Bit;
        m_grey += slot.notes.wasGrey;
        writer.append(m_pixels.data() + i * m_imageBytes, image.label);
    }

    void refuseIfTooMany(std::size_t total) const
    {
        if (static_cast<double>(m_unreadable.size()) <= kMaxUnreadableShare * static_cast<double>(total))
            return;
        std::string first;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, m_unreadable.size()); ++i)
            first += "\n  " + m_unreadable[i].sentence;
        throw Error(ErrorCode::BadFile, {"unreadable-images",
                                         0,
                                         {{"source", validUtf8(m_source.path.string())},
                                          {"count", std::to_string(m_unreadable.size())},
                                          {"total", std::to_string(total)},
                                          {"percent", fmt::format("{:.0f}", 100 * kMaxUnreadableShare)},
                                          {"first", m_unreadable.front().text()}},
                                         fmt::format("{}: at least {} of {} images cannot be read, more than the {:.0f} % that are skipped. The first:{}",
                                                     validUtf8(m_source.path.string()), m_unreadable.size(), total, 100 * kMaxUnreadableShare, first)});
    }

    void writeSkippedList(const fs::path& target) const
    {
        const fs::path list = skippedListOf(target);
        if (m_unreadable.size() <= kMaxListed) {
            std::error_code ignored;
            fs::remove(list, ignored);  // of the set that this one takes the place of
            return;
        }
        std::string text;
        for (const RunWarning& image : m_unreadable)
            text += image.sentence + '\n';
        writeFileAtomically(list, text);
        log(LogLevel::Warning, fmt::format("{} images cannot be read and are skipped; all of them are named in {}", m_unreadable.size(), list.string()));
    }

    Json facts(std::int64_t images) const
    {
        Json out{{"source", validUtf8(m_source.path.string())},
                 {"images", images},
                 {"size", fmt::format("{}x{}", m_options.imageSize, m_options.imageSize)},
                 {"channels", m_options.channels},
                 {"classes", m_source.classNames.size()}};
        const auto note = [&](const char* key, std::int64_t count) {
            if (count > 0)
                out[key] = count;
        };
        note("turned_by_exif", m_rotated);
        note("transparent", m_alpha);
        if (m_alpha > 0)
            out["background"] = m_options.background;
        note("from_16_bit", m_deep);
        note("from_grey", m_grey);
        note("skipped_images", static_cast<std::int64_t>(m_unreadable.size()));
        Json skipped = Json::array();
        for (std::size_t i = 0; i < std::min(kMaxListed, m_unreadable.size()); ++i)
            skipped.push_back(m_unreadable[i].text());
        out["skipped"] = skipped;
        Json notes = Json::array();
        for (const RunWarning& note : m_source.notes)
            notes.push_back(note.text());
        out["notes"] = notes;
        return out;
    }

    void log(LogLevel level, const std::string& text) const
    {
        if (m_observer)
            m_observer->onLog(level, text);
    }

    /// From the thread that made the packer alone: observers are called on the job's thread.
    void reportNow(bool always)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_observer || std::this_thread::get_id() != m_reporter || (!always && now - m_lastReport < std::chrono::milliseconds(100)))
            return;
        m_lastReport = now;
        Progress progress;
        progress.stage = "pack data";
        progress.imagesSeen = m_done.load(std::memory_order_relaxed);
        progress.imagesTotal = static_cast<std::int64_t>(m_source.images.size());
        const double seconds = std::chrono::duration<double>(now - m_begin).count();
        progress.imagesPerSecond = seconds > 0 ? static_cast<double>(progress.imagesSeen) / seconds : 0;
        if (progress.imagesPerSecond > 0)
            progress.secondsLeft = static_cast<double>(progress.imagesTotal - progress.imagesSeen) / progress.imagesPerSecond;
        m_observer->onProgress(progress);
    }

    const ImageSource& m_source;
    const DataOptions& m_options;
    RunControl* m_control;
    RunObserver* m_observer;
    std::size_t m_imageBytes;
    DecodeOptions m_decode;
    std::vector<std::uint8_t> m_pixels;
    std::vector<Slot> m_slots;
    std::vector<RunWarning> m_unreadable;
    std::int64_t m_rotated = 0, m_alpha = 0, m_deep = 0, m_grey = 0;
    std::atomic<std::int64_t> m_done{0};
    const std::thread::id m_reporter = std::this_thread::get_id();
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now(), m_lastReport{};
};

}  // namespace

fs::path packedFileFor(const ImageSource& source, const DataOptions& options, const fs::path& cacheFolder)
{
    const std::string settings = fmt::format("{}\n{} {} {} {}", source.hash(), kPackVersion, options.imageSize, options.channels, options.background);
    std::string stem;
    for (const char c : source.path.stem().string())
        stem += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' ? c : '_';
    return cacheFolder / fmt::format("{}-{}px-{}.safetensors", stem.substr(0, 40), options.imageSize, sha256OfText(settings).substr(0, 16));
}

void packImages(const ImageSource& source, const DataOptions& options, const fs::path& target, RunControl* control, RunObserver* observer)
{
    if (options.channels != 1 && options.channels != 3)
        throw Error(ErrorCode::BadOption, fmt::format("data.channels {}: 1 (grey) or 3 (colour)", options.channels));
    Packer(source, options, control, observer).run(target);
}

}  // namespace potstill
