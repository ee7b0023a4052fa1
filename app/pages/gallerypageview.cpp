// What the page shows of its document, and the edits.
#include "app/pages/gallerypage.h"

#include "app/pages/galleryfilter.h"
#include "app/session/background.h"
#include "app/window/pagekeys.h"
#include "widgets/imagegrid.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

constexpr int kCellSize = 96;  // pixels of an image at the first look, in whole magnifications
constexpr int kThumbnailsAtOnce = 64;

}  // namespace

void GalleryPage::takeDocument()
{
    const bool isOpen = m_document.isOpen();
    for (QWidget* w : std::initializer_list<QWidget*>{m_rename, m_delete})
        w->setEnabled(isOpen);
    m_galleries->setVisible(m_galleries->count() > 0);
    if (const int at = m_galleries->findData(m_document.folder()); at >= 0 && isOpen) {
        m_galleries->setItemText(at, m_document.title());
        m_galleries->setCurrentIndex(at);
    }
    const bool isEmpty = m_document.gallery().items.empty();
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    for (QWidget* w : std::initializer_list<QWidget*>{m_side, m_search, m_count})
        w->setVisible(!isEmpty);
    refillFilters();
    applyFilter();
    select(std::exchange(m_selectNext, {}));
}

void GalleryPage::refillFilters()
{
    const FilterChoices choices = filterChoices(m_document.gallery());
    const auto fill = [](QComboBox* box, const QString& all, const QStringList& values) {
        const QString chosen = box->currentData().toString();
        box->clear();
        box->addItem(all, QString());
        for (const QString& value : values)
            box->addItem(value, value);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
        box->setVisible(values.size() > 1);
    };
    fill(m_run, tr("All runs"), choices.runs);
    fill(m_class, tr("All classes"), choices.classes);
    fill(m_steps, tr("All steps"), choices.steps);
}

void GalleryPage::applyFilter()
{
    const GalleryFilter filter{m_search->text(), m_run->currentData().toString(), m_class->currentData().toString(), m_steps->currentData().toString()};
    m_shown = filter.matching(m_document.gallery());
    const int all = int(m_document.gallery().items.size());
    m_count->setText(m_shown.size() == all ? tr("%n image(s)", nullptr, all) : tr("%1 of %n image(s)", nullptr, all).arg(m_shown.size()));
    m_grid->clearSelection();
    reflow();
    showSelection();
}

// As many columns as there is room for.
void GalleryPage::reflow()
{
    if (m_isFilling)
        return;
    const int count = int(m_shown.size());
    const QList<int> chosen = selected();
    const QRectF first = m_grid->cellRect(0, 0), next = m_grid->cellRect(0, 1);
    const double pitch = std::max(16.0, next.left() - first.left());
    const int columns = std::clamp(int(m_grid->viewport()->width() / pitch), 1, std::max(1, count));
    m_isFilling = true;
    m_grid->clear();
    m_grid->setShape((count + columns - 1) / columns, columns);
    m_isFilling = false;
    fillVisible();
    select(chosen);
}

void GalleryPage::fillVisible()
{
    if (m_isFilling || m_shown.isEmpty() || !isVisible())
        return;
    m_isFilling = true;
    const int columns = m_grid->columnCount();
    const double top = m_grid->cellRect(0, 0).top(), pitch = std::max(8.0, m_grid->cellRect(1, 0).top() - top);
    const int from = std::max(0, int(-top / pitch)) * columns, to = std::min(int(m_shown.size()), (int((m_grid->viewport()->height() - top) / pitch) + 1) * columns);
    QStringList wanted;
    for (int cell = from; cell < to; ++cell) {
        const GalleryItem& item = *m_document.gallery().items[std::size_t(m_shown[cell])];
        const QString file = QString::fromStdString(item.file);
        const int row = cell / columns, column = cell % columns;
        if (m_grid->cellState(row, column) == ImageGrid::CellState::Filled)
            continue;
        m_grid->setToolTip(row, column, QString::fromStdString(displayCaption(item)));
        const auto it = m_thumbnails.constFind(file);
        if (it == m_thumbnails.constEnd()) {
            m_grid->setPending(row, column);
            if (wanted.size() < kThumbnailsAtOnce && !m_loading.contains(file))
                wanted.append(file);
        } else if (it->isNull()) {
            m_grid->setText(row, column, tr("gone"));
        } else {
            m_grid->setQImage(row, column, *it);
        }
    }
    m_isFilling = false;
    if (wanted.isEmpty())
        return;
    m_loading.unite(QSet<QString>(wanted.begin(), wanted.end()));
    runInBackground<QHash<QString, QImage>>(
        this,
        [wanted, folder = m_document.folder()] {
            QHash<QString, QImage> images;
            for (const QString& file : wanted)
                images.insert(file, QImage(folder + '/' + file));
            return images;
        },
        [this, folder = m_document.folder()](const QHash<QString, QImage>& images) {
            if (folder == m_document.folder())
                takeThumbnails(images);
        });
}

void GalleryPage::takeThumbnails(const QHash<QString, QImage>& images)
{
    const bool isFirst = m_thumbnails.isEmpty();
    for (auto it = images.begin(); it != images.end(); ++it) {
        m_thumbnails.insert(it.key(), it.value());
        m_loading.remove(it.key());
    }
    // The first images tell the size of a cell.
    if (isFirst)
        for (const QImage& image : images)
            if (!image.isNull()) {
                m_grid->setNominalImageSize(image.size());
                m_grid->setZoom(std::clamp(int(std::lround(double(kCellSize) / image.width())), 1, 32));
                break;
            }
    fillVisible();
    if (isFirst)
        reflow();
}

QList<int> GalleryPage::selected() const
{
    QList<int> items;
    for (const QPoint& at : m_grid->selectedCells())
        if (const int cell = at.y() * m_grid->columnCount() + at.x(); cell < m_shown.size())
            items.append(m_shown[cell]);
    std::sort(items.begin(), items.end());
    return items;
}

void GalleryPage::select(const QList<int>& items)
{
    QList<QPoint> cells;
    const int columns = std::max(1, m_grid->columnCount());
    for (const int item : items)
        if (const auto it = std::lower_bound(m_shown.begin(), m_shown.end(), item); it != m_shown.end() && *it == item)
            cells.append({int(it - m_shown.begin()) % columns, int(it - m_shown.begin()) / columns});
    m_grid->setSelectedCells(cells);
    if (!cells.isEmpty())
        m_grid->setCurrentCell(cells.back().y(), cells.back().x());
}

void GalleryPage::showSelection()
{
    const QList<int> items = selected();
    const bool any = !items.isEmpty();
    for (QWidget* w : std::initializer_list<QWidget*>{m_caption, m_tags, m_earlier, m_later, m_remove})
        w->setEnabled(any);
    m_which->setText(any ? tr("%n image(s) selected", nullptr, int(items.size())) : tr("Nothing selected"));
    QString caption, tags;
    bool isOne = any;
    for (const int i : items) {
        const GalleryItem& item = *m_document.gallery().items[std::size_t(i)];
        const QString itsTags = tagsText(item);
        if (i != items.front() && (QString::fromStdString(item.caption) != caption || itsTags != tags))
            isOne = false;
        caption = QString::fromStdString(item.caption);
        tags = itsTags;
    }
    m_caption->setText(isOne ? caption : QString());
    m_tags->setText(isOne ? tags : QString());
    m_caption->setPlaceholderText(items.size() == 1  ? QString::fromStdString(displayCaption(*m_document.gallery().items[std::size_t(items.front())]))
                                  : items.size() > 1 ? tr("One caption for all of them")
                                                     : QString());
    m_caption->setModified(false);
    m_tags->setModified(false);
    m_export->refresh();
}

Gallery GalleryPage::part(ExportPanel::Scope scope) const
{
    Gallery out = m_document.gallery();
    if (scope == ExportPanel::Scope::All)
        return out;
    out.items.clear();
    for (const int i : scope == ExportPanel::Scope::Shown ? m_shown : selected())
        out.items.push_back(m_document.gallery().items[std::size_t(i)]);
    return out;
}

void GalleryPage::say(const QString& text) { m_status->setText(text); }

bool GalleryPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_grid->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &GalleryPage::reflow, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void GalleryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &GalleryPage::reflow, Qt::QueuedConnection);
}

void GalleryPage::setCaption(const QString& caption)
{
    if (!m_caption->isModified())
        return;
    m_selectNext = selected();
    m_document.setItems(tr("Caption"), edited(m_document.gallery().items, m_selectNext, [&](GalleryItem& item) { item.caption = caption.trimmed().toStdString(); }));
}

void GalleryPage::setTags(const QString& tags)
{
    if (!m_tags->isModified())
        return;
    m_selectNext = selected();
    m_document.setItems(tr("Tags"), edited(m_document.gallery().items, m_selectNext, [&](GalleryItem& item) { item.tags = tagsFromText(tags); }));
}

void GalleryPage::removeSelected()
{
    const QList<int> items = selected();
    if (items.isEmpty())
        return;
    m_document.setItems(tr("Remove %n image(s)", nullptr, int(items.size())), without(m_document.gallery().items, items));
    const QString keys = PageKeys::textOf(PageKeys::keysOf("undo"));
    say(keys.isEmpty() ? tr("%n image(s) removed; Undo brings them back.", nullptr, int(items.size()))
                       : tr("%n image(s) removed; %1 brings them back.", nullptr, int(items.size())).arg(keys));
}

void GalleryPage::moveSelected(int before)
{
    const QList<int> items = selected();
    if (items.isEmpty())
        return;
    std::vector<GalleryItemPtr> next = moved(m_document.gallery().items, items, before);
    if (next == m_document.gallery().items)
        return;
    const int first = before - int(std::count_if(items.begin(), items.end(), [before](int i) { return i < before; }));
    m_selectNext.clear();
    for (int i = 0; i < items.size(); ++i)
        m_selectNext.append(first + i);
    m_document.setItems(tr("Move %n image(s)", nullptr, int(items.size())), std::move(next));
}

// One place among those that are shown.
void GalleryPage::step(int by)
{
    const QList<int> items = selected();
    if (items.isEmpty())
        return;
    const qsizetype first = m_shown.indexOf(items.front()), last = m_shown.indexOf(items.back());
    if (by < 0 && first > 0)
        moveSelected(m_shown[first - 1]);
    else if (by > 0 && last + 1 < m_shown.size())
        moveSelected(m_shown[last + 1] + 1);
}

}  // namespace potstill
