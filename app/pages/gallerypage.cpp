#include "app/pages/gallerypage.h"

#include "app/session/background.h"
#include "app/window/pagekeys.h"
#include "app/window/settings.h"
#include "widgets/emptystate.h"
#include "widgets/flowlayout.h"
#include "widgets/icon.h"
#include "widgets/imagegrid.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace potstill {

namespace {

QToolButton* tool(const char* objectName, const char* iconName, const QString& name, const QString& help)
{
    auto* b = new QToolButton;
    b->setObjectName(objectName);
    b->setIcon(icon(iconName));
    b->setAccessibleName(name);
    b->setToolTip(help);
    b->setFocusPolicy(Qt::StrongFocus);
    return b;
}

QComboBox* combo(const char* objectName, const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QLineEdit* line(const char* objectName, const QString& name, const QString& placeholder)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    return edit;
}

}  // namespace

GalleryPage::GalleryPage(std::shared_ptr<GalleryDocument> document, QWidget* parent) : QWidget(parent), m_sharedDocument(std::move(document)), m_document(*m_sharedDocument)
{
    setObjectName("galleryPage");
    m_grid = new ImageGrid;
    m_grid->setObjectName("gallery.grid");
    m_grid->setAccessibleName(tr("Images of the gallery"));
    m_grid->setReorderable(true);
    m_grid->setZoom(3);
    m_grid->viewport()->installEventFilter(this);
    m_status = new QLabel;
    m_status->setObjectName("gallery.status");
    m_status->setProperty("role", "secondary");
    m_bringBack = new QPushButton(tr("Bring it back"));
    m_bringBack->setObjectName("gallery.bringBack");
    m_bringBack->setToolTip(tr("Undoes the removal"));
    m_bringBack->hide();
    m_export = new ExportPanel([this](ExportPanel::Scope scope) { return part(scope); });

    m_empty = new EmptyState("gallery", tr("The gallery is empty"), QString(), tr("Compare"));
    PageKeys::follow(m_empty, [this] {
        const QString keys = PageKeys::textOf(PageKeys::keysOf("images.keep"));
        m_empty->setText(keys.isEmpty() ? tr("Images of Compare or Train are kept here, with all that is needed to make them again.")
                                        : tr("Press %1 on any image of Compare or Train to keep it here, with all that is needed to make it again.").arg(keys));
    });
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_grid);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_status, 1);
    foot->addWidget(m_bringBack);
    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 8, 0);
    leftLayout->setSpacing(12);
    leftLayout->addWidget(makeTop());
    leftLayout->addWidget(m_stack, 1);
    leftLayout->addLayout(foot);
    m_side = new QWidget;
    m_side->setMinimumWidth(300);
    auto* rightLayout = new QVBoxLayout(m_side);
    rightLayout->setContentsMargins(8, 0, 0, 0);
    rightLayout->setSpacing(16);
    rightLayout->addWidget(makeDetails());
    rightLayout->addWidget(m_export, 1);
    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 340});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->addWidget(splitter);
    connectAll();
    takeDocument();
}

GalleryPage::~GalleryPage() = default;

QWidget* GalleryPage::makeTop()
{
    m_galleries = combo("gallery.galleries", tr("Gallery"));
    m_galleries->setMinimumContentsLength(14);
    m_new = tool("gallery.new", "add", tr("New gallery"), tr("Make another gallery in this project"));
    m_rename = tool("gallery.rename", "edit", tr("Rename the gallery"), tr("Give the gallery another title"));
    m_delete = tool("gallery.delete", "delete", tr("Delete the gallery"), tr("Move the gallery to the trash of the project"));
    m_title = line("gallery.title", tr("Title"), tr("Title of the gallery"));
    m_title->hide();
    m_undo = tool("gallery.undo", "undo", tr("Undo"), tr("Undo the last edit"));
    m_redo = tool("gallery.redo", "redo", tr("Redo"), tr("Do it again"));
    PageKeys::explain(m_undo, m_undo->toolTip(), "undo");
    PageKeys::explain(m_redo, m_redo->toolTip(), "redo");
    m_search = line("gallery.search", tr("Search"), tr("Search captions, tags, recipes"));
    m_search->setClearButtonEnabled(true);
    m_run = combo("gallery.run", tr("Run"));
    m_class = combo("gallery.class", tr("Class"));
    m_steps = combo("gallery.steps", tr("Steps"));
    m_count = new QLabel;
    m_count->setObjectName("gallery.count");
    m_count->setProperty("role", "secondary");

    auto* top = new QWidget;
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    auto* first = new QHBoxLayout;
    first->setSpacing(4);
    for (QWidget* w : std::initializer_list<QWidget*>{m_galleries, m_title, m_new, m_rename, m_delete})
        first->addWidget(w);
    first->addSpacing(8);
    first->addWidget(m_undo);
    first->addWidget(m_redo);
    first->addStretch(1);
    first->addWidget(m_count);
    auto* second = new FlowLayout;
    second->addWidget(m_search);
    for (QComboBox* box : {m_run, m_class, m_steps})
        second->addWidget(box);
    rows->addLayout(first);
    rows->addLayout(second);
    return top;
}

QWidget* GalleryPage::makeDetails()
{
    m_which = new QLabel;
    m_which->setObjectName("gallery.which");
    m_which->setProperty("role", "title");
    m_caption = line("gallery.caption", tr("Caption"), QString());
    m_caption->setToolTip(tr("Caption of the selected images"));
    m_tags = line("gallery.tags", tr("Tags"), tr("paper, best"));
    m_tags->setToolTip(tr("Tags of the selected images, with commas between them"));
    m_earlier = tool("gallery.earlier", "chevron-left", tr("Earlier"), tr("Move the selected images one place to the front"));
    m_later = tool("gallery.later", "chevron-right", tr("Later"), tr("Move the selected images one place to the end"));
    m_remove = tool("gallery.remove", "remove", tr("Remove"), tr("Take the selected images out of the gallery"));
    for (QToolButton* b : {m_earlier, m_later, m_remove})
        PageKeys::explain(b, b->toolTip(), b->objectName());
    auto* details = new QWidget;
    auto* rows = new QVBoxLayout(details);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_which, 1);
    for (QToolButton* b : {m_earlier, m_later, m_remove})
        head->addWidget(b);
    rows->addLayout(head);
    auto* fields = new QFormLayout;
    fields->setLabelAlignment(Qt::AlignRight);
    fields->addRow(tr("Caption"), m_caption);
    fields->addRow(tr("Tags"), m_tags);
    rows->addLayout(fields);
    return details;
}

void GalleryPage::connectAll()
{
    connect(&m_document, &GalleryDocument::opened, this, [this] {
        takeDocument();
        if (!m_document.isOpen())
            return;
        Settings().setLastGallery(m_project, m_document.folder());
        settle();
    });
    connect(&m_document, &GalleryDocument::changed, this, &GalleryPage::takeDocument);
    connect(&m_document, &GalleryDocument::failed, this, [this](const QString& message) {
        say(message);
        settle();
    });
    connect(&m_document, &GalleryDocument::added, this,
            [this](int count, int known) { say(known == 0 ? tr("%n image(s) added.", nullptr, count) : tr("%n image(s) added; the others were here already.", nullptr, count)); });
    connect(m_empty, &EmptyState::actionTriggered, this, &GalleryPage::compareRequested);
    connect(m_galleries, &QComboBox::activated, this, [this] { openGallery(m_galleries->currentData().toString()); });
    connect(m_new, &QToolButton::clicked, this, &GalleryPage::newGallery);
    connect(m_delete, &QToolButton::clicked, this, &GalleryPage::deleteGallery);
    connect(m_bringBack, &QPushButton::clicked, this, &GalleryPage::bringBack);
    connect(m_rename, &QToolButton::clicked, this, [this] {
        m_title->setText(m_document.title());
        m_title->show();
        m_title->selectAll();
        m_title->setFocus();
    });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (!m_title->isVisible())
            return;
        m_title->hide();
        m_document.setTitle(m_title->text().trimmed());
    });
    QUndoStack* undo = m_document.undoStack();
    connect(m_undo, &QToolButton::clicked, undo, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, undo, &QUndoStack::redo);
    connect(undo, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(undo, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);

    connect(m_search, &QLineEdit::textChanged, this, &GalleryPage::applyFilter);
    for (QComboBox* box : {m_run, m_class, m_steps})
        connect(box, &QComboBox::activated, this, &GalleryPage::applyFilter);
    connect(m_grid, &ImageGrid::selectionChanged, this, &GalleryPage::showSelection);
    connect(m_grid, &ImageGrid::zoomChanged, this, &GalleryPage::reflow, Qt::QueuedConnection);
    connect(m_grid->verticalScrollBar(), &QScrollBar::valueChanged, this, &GalleryPage::fillVisible);
    connect(m_grid, &ImageGrid::cellsDropped, this, [this](int place) { moveSelected(place < m_shown.size() ? m_shown[place] : int(m_document.gallery().items.size())); });
    connect(m_grid, &ImageGrid::cellActivated, this, [this] { m_caption->setFocus(); });
    connect(m_grid, &ImageGrid::cellSelected, this, [this] { Q_EMIT recipeChanged(QString::fromStdString(currentRecipe().dump())); });
    connect(m_caption, &QLineEdit::editingFinished, this, [this] { setCaption(m_caption->text()); });
    connect(m_tags, &QLineEdit::editingFinished, this, [this] { setTags(m_tags->text()); });
    connect(m_remove, &QToolButton::clicked, this, &GalleryPage::removeSelected);
    connect(m_earlier, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { step(1); });
    const auto key = [this](const char* id, auto&& slot) {
        auto* shortcut = new QShortcut(m_grid);
        shortcut->setContext(Qt::WidgetShortcut);
        PageKeys::bind(shortcut, id);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key("gallery.remove", [this] { removeSelected(); });
    key("gallery.earlier", [this] { step(-1); });
    key("gallery.later", [this] { step(1); });
    key("gallery.first", [this] { moveSelected(0); });
    key("gallery.last", [this] { moveSelected(int(m_document.gallery().items.size())); });
    key("gallery.caption", [this] { m_caption->setFocus(); });
}

Json GalleryPage::currentRecipe() const
{
    const int cell = m_grid->currentRow() * m_grid->columnCount() + m_grid->currentColumn();
    return m_grid->currentRow() >= 0 && m_grid->isVisibleTo(this) && cell < m_shown.size() ? m_document.gallery().items[std::size_t(m_shown[cell])]->recipe : Json();
}

void GalleryPage::setProject(const QString& folder)
{
    const bool isTakenOver = m_project.isEmpty() && m_document.isOpen() && m_document.folder().startsWith(folder + '/');
    m_project = folder;
    m_bringBack->hide();
    if (!isTakenOver)
        m_document.close();
    m_isReading = false;  // what was being read belongs to another project
    listGalleries();
}

void GalleryPage::listGalleries()
{
    m_isOpening = true;
    struct Entry {
        QString folder, title;
    };
    runInBackground<QList<Entry>>(
        this,
        [project = m_project.toStdString()] {
            QList<Entry> out;
            for (const auto& folder : galleriesOf(project)) {
                QString title = QString::fromStdString(folder.filename().string());
                try {
                    title = QString::fromStdString(loadGallery(folder).title);
                } catch (const Error&) {  // a damaged one is listed too: opening it tells what is wrong
                }
                out.append({QString::fromStdString(folder.string()), title});
            }
            return out;
        },
        [this, project = m_project](const QList<Entry>& entries) {
            if (project != m_project)
                return;
            m_galleries->clear();
            for (const Entry& e : entries)
                m_galleries->addItem(e.title, e.folder);
            m_galleries->setCurrentIndex(m_galleries->findData(m_document.folder()));
            if (m_document.isOpen() && !m_isReading && m_galleries->currentIndex() < 0)
                m_document.close();  // it went to the trash
            if (!m_document.isOpen() && !m_isReading && !entries.isEmpty())
                openGallery(entries.at(std::max(0, m_galleries->findData(Settings().lastGallery(project)))).folder);
            else if (!m_isReading)
                settle();
            takeDocument();
        },
        [this](const QString& message) {
            m_isOpening = false;
            say(message);
        });
}

void GalleryPage::openGallery(const QString& folder)
{
    m_isOpening = m_isReading = true;
    m_thumbnails.clear();
    m_loading.clear();
    m_grid->clearSelection();
    say(QString());
    m_document.open(folder);
}

void GalleryPage::newGallery()
{
    if (m_project.isEmpty())
        return;
    m_isOpening = true;
    runInBackground<QString>(
        this, [project = m_project.toStdString(), title = tr("Gallery").toStdString()] { return QString::fromStdString(createGallery(project, title).folder.string()); },
        [this](const QString& folder) {
            openGallery(folder);
            listGalleries();
        },
        [this](const QString& message) {
            m_isOpening = false;  // what waits goes with the next image
            say(message);
        });
}

void GalleryPage::add(std::vector<GalleryItem> items)
{
    m_waiting.insert(m_waiting.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    if (!m_isOpening)
        settle();
}

// Nothing is on its way any more: what waits goes to the gallery that is open, else to one that is made for it.
void GalleryPage::settle()
{
    m_isOpening = m_isReading = false;
    if (m_waiting.empty())
        return;
    if (m_document.isOpen())
        m_document.add(std::exchange(m_waiting, {}));
    else
        newGallery();
}

void GalleryPage::deleteGallery()
{
    if (!m_document.isOpen())
        return;
    const QString folder = m_document.folder(), title = m_document.title();
    m_document.close();
    runInBackground<TrashedItem>(
        this, [project = m_project.toStdString(), path = folder.toStdString()] { return RunTrash(project).put(path); },
        [this, title, project = m_project](const TrashedItem& trashed) {
            if (project != m_project)
                return;
            m_trashed = trashed;
            m_bringBack->show();
            listGalleries();
            say(tr("“%1” is in the trash of the project.").arg(title));
        },
        [this](const QString& message) { say(message); });
}

void GalleryPage::bringBack()
{
    m_bringBack->hide();
    runInBackground<QString>(
        this,
        [project = m_project.toStdString(), trashed = m_trashed] {
            RunTrash(project).restore(trashed);
            return QString::fromStdString(trashed.original.string());
        },
        [this](const QString& folder) {
            openGallery(folder);
            listGalleries();
        },
        [this](const QString& message) { say(message); });
}

}  // namespace potstill
