#pragma once

#include "engine/gallery/gallery.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>

namespace potstill {

/// The gallery that is open, with undo. Every edit is saved by itself, half a second later or when another gallery is opened, on a pool thread.
class GalleryDocument final : public QObject {
    Q_OBJECT
public:
    explicit GalleryDocument(QObject* parent = nullptr);
    ~GalleryDocument() override;

    /// Reads it on a pool thread; opened() or failed() follows.
    void open(const QString& folder);
    void close();
    bool isOpen() const { return !m_gallery.folder.empty(); }
    QString folder() const { return QString::fromStdString(m_gallery.folder.string()); }
    QString title() const { return QString::fromStdString(m_gallery.title); }
    const Gallery& gallery() const { return m_gallery; }
    QUndoStack* undoStack() { return &m_stack; }

    /// Stores the images on a pool thread and appends what is not there yet; added() follows.
    void add(std::vector<GalleryItem> items);
    /// Puts other items in place, as one step that can be undone.
    void setItems(const QString& what, std::vector<GalleryItemPtr> items);
    void setTitle(const QString& title);
    /// Saves at once what is not saved.
    void flush();

Q_SIGNALS:
    void opened();
    /// Items or title are others now.
    void changed();
    void added(int count, int known);
    void failed(const QString& message);

private:
    class Step;
    void put(const std::string& title, const std::vector<GalleryItemPtr>& items);

    Gallery m_gallery;
    QUndoStack m_stack;
    QTimer m_save;
    bool m_isDirty = false;
    int m_asked = 0;  // which open() is answered: an earlier one is too late
};

}  // namespace potstill
