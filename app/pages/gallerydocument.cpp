#include "app/pages/gallerydocument.h"

#include "app/session/background.h"

#include <QUndoCommand>

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace potstill {

namespace {

/// What this program last read or wrote of every gallery: what is on the disk beside that comes from another program.
struct OnDisk {
    std::mutex mutex;
    std::map<std::filesystem::path, std::uint64_t> newestSave;
    std::map<std::filesystem::path, std::set<std::string>> files;
};

OnDisk& onDisk()
{
    static OnDisk state;
    return state;
}

std::set<std::string> filesOf(const Gallery& gallery)
{
    std::set<std::string> out;
    for (const GalleryItemPtr& item : gallery.items)
        out.insert(item->file);
    return out;
}

/// Holds other programs off while a gallery is read and written; where the file system cannot do that, it is done without.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder) : m_fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        if (m_fd >= 0)
            ::flock(m_fd, LOCK_EX);
    }
    ~FolderLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_fd;
};

/// Saves come from a pool of threads: an older one that comes late must not take the place of a newer. What another program added meanwhile is kept: returns it.
std::vector<GalleryItemPtr> saveInOrder(Gallery gallery, std::uint64_t number)
{
    OnDisk& state = onDisk();
    const std::lock_guard guard(state.mutex);
    std::uint64_t& newest = state.newestSave[gallery.folder];
    if (number < newest)
        return {};
    newest = number;
    const FolderLock lock(gallery.folder);
    std::vector<GalleryItemPtr> foreign;
    if (std::filesystem::exists(gallery.folder / "gallery.json")) {
        const std::set<std::string> ours = filesOf(gallery), &known = state.files[gallery.folder];
        for (const GalleryItemPtr& item : loadGallery(gallery.folder).items)
            if (!ours.count(item->file) && !known.count(item->file))
                foreign.push_back(item);
    }
    gallery.items.insert(gallery.items.end(), foreign.begin(), foreign.end());
    saveGallery(gallery);
    state.files[gallery.folder] = filesOf(gallery);
    return foreign;
}

std::uint64_t nextSave()
{
    static std::atomic<std::uint64_t> count{0};
    return ++count;
}

}  // namespace

/// Items are shared and never change, so that before and after cost a pointer each.
class GalleryDocument::Step final : public QUndoCommand {
public:
    Step(GalleryDocument* document, const QString& what, std::string title, std::vector<GalleryItemPtr> items)
        : QUndoCommand(what), m_document(document), m_title{document->m_gallery.title, std::move(title)}, m_items{document->m_gallery.items, std::move(items)}
    {
    }
    void undo() override { m_document->put(m_title[0], m_items[0]); }
    void redo() override { m_document->put(m_title[1], m_items[1]); }

private:
    GalleryDocument* m_document;
    std::string m_title[2];
    std::vector<GalleryItemPtr> m_items[2];
};

GalleryDocument::GalleryDocument(QObject* parent) : QObject(parent)
{
    m_stack.setUndoLimit(200);
    m_save.setSingleShot(true);
    m_save.setInterval(500);
    connect(&m_save, &QTimer::timeout, this, &GalleryDocument::flush);
}

GalleryDocument::~GalleryDocument() { flush(); }

void GalleryDocument::open(const QString& folder)
{
    flush();
    const int asked = ++m_asked;
    runInBackground<Gallery>(
        this,
        [path = folder.toStdString()] {
            Gallery gallery = loadGallery(path);
            removeUnusedImages(gallery);
            const std::lock_guard guard(onDisk().mutex);
            onDisk().files[gallery.folder] = filesOf(gallery);
            return gallery;
        },
        [this, asked](Gallery gallery) {
            if (asked != m_asked)
                return;
            m_gallery = std::move(gallery);
            m_stack.clear();
            Q_EMIT opened();
        },
        [this, asked](const QString& message) {
            if (asked == m_asked)
                Q_EMIT failed(message);
        });
}

void GalleryDocument::close()
{
    flush();
    ++m_asked;
    m_stack.clear();
    m_gallery = {};
    Q_EMIT opened();
}

void GalleryDocument::add(std::vector<GalleryItem> items)
{
    runInBackground<std::vector<GalleryItemPtr>>(
        this,
        [folder = m_gallery.folder, items = std::move(items)] {
            std::vector<GalleryItemPtr> stored;
            for (const GalleryItem& item : items)
                stored.push_back(storeImage(folder, item));
            return stored;
        },
        [this, folder = m_gallery.folder](std::vector<GalleryItemPtr> stored) {
            if (folder != m_gallery.folder)
                return;
            std::set<std::string> known;
            for (const GalleryItemPtr& item : m_gallery.items)
                known.insert(item->file);
            std::vector<GalleryItemPtr> all = m_gallery.items;
            for (const GalleryItemPtr& item : stored)
                if (known.insert(item->file).second)
                    all.push_back(item);
            const int count = int(all.size() - m_gallery.items.size());
            if (count > 0)
                setItems(tr("Add %n image(s)", nullptr, count), std::move(all));
            Q_EMIT added(count, int(stored.size()) - count);
        },
        [this](const QString& message) { Q_EMIT failed(message); });
}

void GalleryDocument::setItems(const QString& what, std::vector<GalleryItemPtr> items) { m_stack.push(new Step(this, what, m_gallery.title, std::move(items))); }

void GalleryDocument::setTitle(const QString& title)
{
    if (!title.trimmed().isEmpty() && title != this->title())
        m_stack.push(new Step(this, tr("Rename"), title.toStdString(), m_gallery.items));
}

void GalleryDocument::put(const std::string& title, const std::vector<GalleryItemPtr>& items)
{
    m_gallery.title = title;
    m_gallery.items = items;
    m_isDirty = true;
    m_save.start();
    Q_EMIT changed();
}

void GalleryDocument::flush()
{
    if (!std::exchange(m_isDirty, false))
        return;
    m_save.stop();
    runInBackground<std::vector<GalleryItemPtr>>(
        this, [gallery = m_gallery, number = nextSave()] { return saveInOrder(gallery, number); },
        [this, folder = m_gallery.folder](const std::vector<GalleryItemPtr>& foreign) {
            if (foreign.empty() || folder != m_gallery.folder)
                return;
            std::vector<GalleryItemPtr> all = m_gallery.items;
            const std::set<std::string> ours = filesOf(m_gallery);
            for (const GalleryItemPtr& item : foreign)
                if (!ours.count(item->file))
                    all.push_back(item);
            setItems(tr("Images of another window"), std::move(all));
        },
        [this](const QString& message) { Q_EMIT failed(message); });
}

}  // namespace potstill
