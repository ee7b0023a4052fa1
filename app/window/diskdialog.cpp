#include "app/window/diskdialog.h"

#include "app/pages/ratepage.h"
#include "app/session/background.h"
#include "app/window/runsdock.h"
#include "engine/io/atomicfile.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kPathsRole = Qt::UserRole, kTrashedRole = Qt::UserRole + 1, kDraftRole = Qt::UserRole + 2;

QString bytesText(std::uint64_t bytes) { return siText(double(bytes), "B"); }

}  // namespace

DiskDialog::DiskDialog(const QString& project, RunsDock& runs, RatePage& rate, QWidget* parent) : QDialog(parent), m_project(project), m_runs(runs), m_rate(rate)
{
    setObjectName("diskDialog");
    setWindowTitle(tr("Disk use"));
    m_sentence = new QLabel;
    m_sentence->setObjectName("disk.sentence");
    m_sentence->setWordWrap(true);
    m_list = new QTreeWidget;
    m_list->setObjectName("disk.list");
    m_list->setAccessibleName(tr("What takes room"));
    m_list->setHeaderLabels({tr("Run"), tr("All"), tr("Checkpoints"), tr("Samples"), tr("Can go")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_move = new QPushButton(tr("Move to the trash"));
    m_move->setObjectName("disk.move");
    m_back = new QPushButton(icon("undo"), tr("Bring back"));
    m_back->setObjectName("disk.bringBack");
    m_back->setToolTip(tr("What is checked among that in the trash and the removed drafts goes back to where it was"));
    m_empty = new QPushButton(icon("delete"), tr("Empty the trash"));
    m_empty->setObjectName("disk.empty");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_move, QDialogButtonBox::ActionRole);
    buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    buttons->addButton(m_empty, QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(720, 420);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_move, &QPushButton::clicked, this, &DiskDialog::moveChecked);
    connect(m_back, &QPushButton::clicked, this, &DiskDialog::bringBackChecked);
    connect(m_empty, &QPushButton::clicked, this, &DiskDialog::emptyTrash);
    connect(m_list, &QTreeWidget::itemChanged, this, &DiskDialog::refreshButtons);
    connect(&m_runs, &RunsDock::filesChanged, this, &DiskDialog::read);
    connect(&m_rate, &RatePage::comparisonsRead, this, &DiskDialog::read);
    read();
}

void DiskDialog::read()
{
    if (!m_rate.store().project().isEmpty() && m_rate.store().project() != m_project) {
        close();  // another project was opened
        return;
    }
    m_rate.store().ask<std::vector<ComparisonRecord>>(
        this,
        [](RatingDatabase& database) {
            std::vector<ComparisonRecord> removed;
            for (const QString& id : database.trashed())
                removed.push_back(database.comparison(id));
            return removed;
        },
        [this](const std::vector<ComparisonRecord>& removed) {
            m_removed = removed;
            measure();
        },
        [this](const QString&) { measure(); });  // ratings that are not open say so on their page
}

void DiskDialog::measure()
{
    runInBackground<Use>(
        this,
        [project = m_project.toStdString()] {
            Use use;
            for (const auto& run : Project::open(project).runs())
                use.runs.push_back(diskUseOf(run));
            use.trashed = RunTrash(project).items();
            use.cache = folderBytes(project + "/cache");
            use.galleries = folderBytes(project + "/galleries");
            use.comparisons = folderBytes(project + "/comparisons");
            use.trash = folderBytes(project + "/trash");
            use.free = freeDiskBytes(project);
            return use;
        },
        [this](const Use& use) { fill(use); }, {}, Duration::Long);
}

void DiskDialog::fill(const Use& use)
{
    QStringList checked;
    for (const QTreeWidgetItem* row : checkedRows())
        checked.append(row->text(0));
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const auto add = [&](const QStringList& texts, const QStringList& paths) {
        auto* item = new QTreeWidgetItem(m_list, texts);
        item->setData(0, kPathsRole, paths);
        for (int column = 1; column < 5; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (paths.isEmpty())
            return;
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, checked.contains(texts[0]) ? Qt::Checked : Qt::Unchecked);
    };
    std::uint64_t all = use.cache + use.galleries + use.comparisons + use.trash;
    for (const RunDiskUse& run : use.runs) {
        QStringList old;
        for (const auto& checkpoint : run.oldCheckpoints)
            old.append(QString::fromStdString(checkpoint.string()));
        add({m_runs.nameOf(QString::fromStdString(run.run.string())), bytesText(run.total), bytesText(run.checkpoints), bytesText(run.samples),
             old.isEmpty() ? QString() : bytesText(run.oldCheckpointBytes)},
            old);
        all += run.total;
    }
    if (use.cache > 0)
        add({tr("Packed data sets and compared images (made again when needed)"), bytesText(use.cache), {}, {}, bytesText(use.cache)}, {m_project + "/cache"});
    if (use.galleries > 0)
        add({tr("Galleries"), bytesText(use.galleries), {}, {}, {}}, {});
    if (use.comparisons > 0)
        add({tr("Images of comparisons"), bytesText(use.comparisons), {}, {}, {}}, {});
    m_sentence->setText(tr("This project takes %1, of which %2 lie in the trash; %3 are free. Of a checked run all checkpoints go but the newest, the best and those that queued "
                           "branches start from; of packed data all goes.")
                            .arg(bytesText(all), bytesText(use.trash), bytesText(use.free)));
    m_trashed = use.trashed;
    const auto addRemoved = [&](const QString& text, const QString& toolTip, int role, const QVariant& data) {
        auto* item = new QTreeWidgetItem(m_list, {text});
        item->setToolTip(0, toolTip);
        item->setData(0, role, data);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, checked.contains(text) ? Qt::Checked : Qt::Unchecked);
    };
    for (std::size_t i = 0; i < m_trashed.size(); ++i) {
        const QString name = QDir(m_project).relativeFilePath(QString::fromStdString(m_trashed[i].original.string()));
        addRemoved(tr("In the trash: %1").arg(name),
                   m_trashed[i].since.empty() ? name : tr("%1\nIn the trash since %2 (UTC)").arg(name, QString::fromStdString(m_trashed[i].since)), kTrashedRole, int(i));
    }
    for (const ComparisonRecord& c : m_removed)
        addRemoved(tr("Removed draft: %1").arg(c.name), c.name, kDraftRole, c.id);
    m_trash = use.trash;
    refreshButtons();
}

QList<QTreeWidgetItem*> DiskDialog::checkedRows() const
{
    QList<QTreeWidgetItem*> rows;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked)
            rows.append(m_list->topLevelItem(i));
    return rows;
}

void DiskDialog::refreshButtons()
{
    bool canMove = false, canBringBack = false;
    for (const QTreeWidgetItem* row : checkedRows())
        (row->data(0, kPathsRole).isValid() ? canMove : canBringBack) = true;
    m_move->setEnabled(canMove);
    m_back->setEnabled(canBringBack);
    m_empty->setEnabled(m_trash > 0);
    m_empty->setText(m_isSure ? tr("Really remove %1 for good").arg(bytesText(m_trash)) : tr("Empty the trash"));
}

void DiskDialog::moveChecked()
{
    QStringList paths;
    for (const QTreeWidgetItem* row : checkedRows())
        paths += row->data(0, kPathsRole).toStringList();
    m_runs.moveToTrash(paths, tr("Clean up"));
}

void DiskDialog::bringBackChecked()
{
    std::vector<TrashedItem> items;
    QStringList drafts;
    for (const QTreeWidgetItem* row : checkedRows())
        if (row->data(0, kTrashedRole).isValid())
            items.push_back(m_trashed.at(std::size_t(row->data(0, kTrashedRole).toInt())));
        else if (row->data(0, kDraftRole).isValid())
            drafts.append(row->data(0, kDraftRole).toString());
    if (!items.empty())
        m_runs.bringBack(items);
    for (const QString& draft : drafts)
        m_rate.bringBack(draft);
}

void DiskDialog::emptyTrash()
{
    // What cannot be undone takes a second click.
    if (!std::exchange(m_isSure, !m_isSure)) {
        refreshButtons();
        return;
    }
    m_runs.undoStack()->clear();
    runInBackground<std::uint64_t>(
        this, [project = m_project.toStdString()] { return RunTrash(project).empty(); }, [this](std::uint64_t) { read(); },
        [this](const QString& message) { m_sentence->setText(message); }, Duration::Long);
}

}  // namespace potstill
