#pragma once

#include "app/pages/exportpanel.h"
#include "app/pages/gallerydocument.h"
#include "engine/io/runtrash.h"

#include <QHash>
#include <QImage>
#include <QList>
#include <QSet>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace potstill {

class EmptyState;
class ImageGrid;

/// The images that a person kept: filter, caption, tag, order, remove, all with undo, and the way out at the right.
class GalleryPage final : public QWidget {
    Q_OBJECT
public:
    /// A gallery that another page leaves behind, with its undo, or its own.
    explicit GalleryPage(std::shared_ptr<GalleryDocument> document = std::make_shared<GalleryDocument>(), QWidget* parent = nullptr);
    ~GalleryPage() override;

    void setProject(const QString& folder);
    /// Reads anew which galleries the project has.
    void listGalleries();
    /// Appends images to the gallery that is open; the first gallery is made by the way.
    void add(std::vector<GalleryItem> items);
    QUndoStack* undoStack() { return m_document.undoStack(); }
    GalleryDocument& document() { return m_document; }
    /// Of the image that is current; null without one.
    Json currentRecipe() const;
    ExportPanel& exportPanel() { return *m_export; }

Q_SIGNALS:
    /// The recipe of the image that is current, as JSON text.
    void recipeChanged(const QString& json);
    void compareRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeDetails();
    void connectAll();
    void openGallery(const QString& folder);
    void newGallery();
    void settle();
    void deleteGallery();
    void bringBack();

    void takeDocument();
    void refillFilters();
    void applyFilter();
    void reflow();
    void fillVisible();
    void takeThumbnails(const QHash<QString, QImage>& images);
    void showSelection();
    QList<int> selected() const;
    void select(const QList<int>& items);
    Gallery part(ExportPanel::Scope scope) const;

    void setCaption(const QString& caption);
    void setTags(const QString& tags);
    void removeSelected();
    /// Moves the selected images before this item (item count = behind the last).
    void moveSelected(int before);
    void step(int by);
    void say(const QString& text);

    std::shared_ptr<GalleryDocument> m_sharedDocument;
    GalleryDocument& m_document;
    QString m_project;
    TrashedItem m_trashed;                // what "Bring it back" brings back
    std::vector<GalleryItem> m_waiting;   // come with a gallery that is being made
    QList<int> m_shown;                   // items that the filter lets through
    QHash<QString, QImage> m_thumbnails;  // by file; null = cannot be read
    QSet<QString> m_loading;
    QList<int> m_selectNext;
    bool m_isFilling = false;
    bool m_isOpening = false;  // a gallery is looked for, made or read
    bool m_isReading = false;  // it is being read

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QComboBox *m_galleries, *m_run, *m_class, *m_steps;
    QToolButton *m_new, *m_rename, *m_delete, *m_undo, *m_redo;
    QPushButton* m_bringBack;
    QLineEdit *m_search, *m_title, *m_caption, *m_tags;
    QToolButton *m_earlier, *m_later, *m_remove;
    QLabel *m_count, *m_status, *m_which;
    ImageGrid* m_grid;
    ExportPanel* m_export;
    QWidget* m_side;  // details and export: nothing to show without an image
};

}  // namespace potstill
