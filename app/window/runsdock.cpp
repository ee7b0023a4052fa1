#include "app/window/runsdock.h"

#include "app/session/background.h"
#include "engine/io/jsonfile.h"
#include "widgets/icon.h"

#include <QAction>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kFolderRole = Qt::UserRole;

QString stateWord(const RunSummary& s)
{
    switch (s.state) {
    case RunState::Draft: return RunsDock::tr("not started");
    case RunState::Running: return RunsDock::tr("running elsewhere");
    case RunState::Interrupted: return RunsDock::tr("interrupted");
    case RunState::Paused: return RunsDock::tr("paused");
    case RunState::Stopped: return RunsDock::tr("stopped");
    case RunState::Finished: return RunsDock::tr("done");
    case RunState::Failed: return RunsDock::tr("failed");
    }
    return {};
}

QIcon stateIcon(RunState state)
{
    switch (state) {
    case RunState::Running: return icon("run", IconTone::Accent);
    case RunState::Interrupted: return icon("interrupted", IconTone::Warning);
    case RunState::Paused: return icon("pause", IconTone::Secondary);
    case RunState::Finished: return icon("done", IconTone::Success);
    case RunState::Failed: return icon("error", IconTone::Danger);
    default: return icon("stop", IconTone::Secondary);
    }
}

bool canResume(const RunSummary& s)
{
    return s.state == RunState::Interrupted || s.state == RunState::Stopped || s.state == RunState::Paused || s.state == RunState::Draft || (s.state == RunState::Failed && s.imagesSeen < s.imagesTotal);
}

}  // namespace

RunsDock::RunsDock(QWidget* parent) : QDockWidget(tr("Runs"), parent)
{
    setObjectName("runsDock");
    setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    m_search = new QLineEdit;
    m_search->setObjectName("runs.search");
    m_search->setPlaceholderText(tr("Search runs"));
    m_search->setAccessibleName(tr("Search runs"));
    m_search->setClearButtonEnabled(true);
    auto* add = new QToolButton;
    add->setObjectName("runs.new");
    add->setIcon(icon("add"));
    add->setToolTip(tr("New run (Ctrl+N)"));
    add->setAccessibleName(tr("New run"));
    m_tree = new QTreeWidget;
    m_tree->setObjectName("runs.tree");
    m_tree->setAccessibleName(tr("Runs of the project"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setIndentation(12);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(8, 8, 8, 8);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(add);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    setWidget(body);
    setMinimumWidth(240);

    m_undoTrash = new QAction(icon("undo"), tr("Bring back the run from the trash"), this);
    m_undoTrash->setEnabled(false);
    connect(m_undoTrash, &QAction::triggered, this, &RunsDock::undoTrash);
    connect(add, &QToolButton::clicked, this, &RunsDock::newRequested);
    connect(m_search, &QLineEdit::textChanged, this, [this] { show(m_runs); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!m_isFilling && item && !item->data(0, kFolderRole).toString().isEmpty())
            Q_EMIT runOpened(item->data(0, kFolderRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int) {
        if (!m_isFilling)
            rename(item);
    });
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &RunsDock::contextMenu);
    m_timer.setInterval(3000);
    connect(&m_timer, &QTimer::timeout, this, &RunsDock::refresh);
}

void RunsDock::setProject(const QString& folder)
{
    m_project = folder;
    m_runs.clear();
    m_timer.start();
    refresh();
}

void RunsDock::refresh()
{
    if (m_project.isEmpty() || isEditing())
        return;
    runInBackground<std::vector<RunSummary>>(
        this,
        [project = m_project.toStdString()] {
            std::vector<RunSummary> runs;
            if (Project::isProject(project))
                for (const auto& folder : Project::open(project).runs())
                    runs.push_back(readRunSummary(folder));
            return runs;
        },
        [this, project = m_project](std::vector<RunSummary> runs) {
            if (project == m_project)
                show(runs);
        });
}

void RunsDock::setActiveRun(const QString& folder, const QString& word, double progress)
{
    m_active = folder;
    m_activeWord = word;
    m_activeProgress = progress;
    show(m_runs);
}

void RunsDock::show(const std::vector<RunSummary>& runs)
{
    if (isEditing())
        return;
    m_runs = runs;
    m_isFilling = true;
    const QString current = currentRun();
    // Rows are kept where they are there already, so that nothing flickers and the selection stays.
    QHash<QString, QTreeWidgetItem*> known;
    QTreeWidgetItem* groups[2] = {nullptr, nullptr};
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        groups[g] = m_tree->topLevelItem(g);
        for (int i = 0; i < groups[g]->childCount(); ++i)
            known.insert(groups[g]->child(i)->data(0, kFolderRole).toString(), groups[g]->child(i));
    }
    for (int g = 0; g < 2; ++g)
        if (!groups[g]) {
            groups[g] = new QTreeWidgetItem(m_tree, {g == 0 ? tr("Teachers") : tr("Students")});
            groups[g]->setExpanded(true);
            groups[g]->setFlags(Qt::ItemIsEnabled);
        }
    for (const RunSummary& s : runs) {
        const QString folder = QString::fromStdString(s.folder.string()), name = QString::fromStdString(s.name);
        QTreeWidgetItem* item = known.take(folder);
        if (!item) {
            item = new QTreeWidgetItem(groups[s.kind == "student" ? 1 : 0]);
            item->setData(0, kFolderRole, folder);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        const bool isActive = folder == m_active && !m_activeWord.isEmpty();
        QString word = isActive ? m_activeWord : stateWord(s);
        if (isActive && m_activeProgress >= 0)
            word += QString(" %1 %").arg(int(100 * m_activeProgress));
        item->setIcon(0, isActive ? icon("run", IconTone::Accent) : stateIcon(s.state));
        if (item->text(0) != name)
            item->setText(0, name);
        if (item->text(1) != word)
            item->setText(1, word);
        item->setToolTip(0, s.failure.empty() ? tr("%1\n%L2 of %L3 images").arg(name).arg(s.imagesSeen).arg(s.imagesTotal) : QString::fromStdString(s.failure));
        item->setHidden(!m_search->text().isEmpty() && !name.contains(m_search->text(), Qt::CaseInsensitive));
    }
    qDeleteAll(known);
    if (runs.empty())
        m_search->setPlaceholderText(tr("No runs yet"));
    else
        m_search->setPlaceholderText(tr("Search runs"));
    for (QTreeWidgetItem* group : groups)
        group->setHidden(group->childCount() == 0);
    if (!current.isEmpty() && currentRun() != current)
        selectRun(current);
    m_isFilling = false;
    Q_EMIT changed();
}

bool RunsDock::isEditing() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item && m_tree->viewport()->findChild<QLineEdit*>() != nullptr;
}

QString RunsDock::currentRun() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? item->data(0, kFolderRole).toString() : QString();
}

void RunsDock::selectRun(const QString& folder)
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g)
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i)
            if (m_tree->topLevelItem(g)->child(i)->data(0, kFolderRole).toString() == folder) {
                const bool before = std::exchange(m_isFilling, true);
                m_tree->setCurrentItem(m_tree->topLevelItem(g)->child(i));
                m_isFilling = before;
            }
}

void RunsDock::contextMenu(const QPoint& position)
{
    QMenu menu(this);
    QTreeWidgetItem* item = m_tree->itemAt(position);
    const QString folder = item ? item->data(0, kFolderRole).toString() : QString();
    for (const RunSummary& s : m_runs)
        if (!folder.isEmpty() && QString::fromStdString(s.folder.string()) == folder) {
            if (canResume(s) && folder != m_active)
                menu.addAction(icon("run"), tr("Resume"), this, [this, folder] { Q_EMIT resumeRequested(folder); });
            menu.addAction(icon("compare"), tr("Compare"), this, [this, folder] { Q_EMIT compareRequested(folder); });
            menu.addAction(icon("copy"), tr("Clone and edit"), this, [this, folder] { Q_EMIT cloneRequested(folder); });
            menu.addAction(tr("Rename"), this, [this, item] { m_tree->editItem(item, 0); });
            if (folder != m_active && s.state != RunState::Running)
                menu.addAction(icon("delete"), tr("Move to trash"), this, [this, folder] { moveToTrash(folder); });
        }
    menu.addAction(m_undoTrash);
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

void RunsDock::rename(QTreeWidgetItem* item)
{
    const QString folder = item->data(0, kFolderRole).toString(), name = item->text(0).trimmed();
    if (folder.isEmpty() || name.isEmpty())
        return;
    runInBackground<bool>(
        this,
        [file = folder.toStdString() + "/meta.json", name = name.toStdString()] {
            Json meta = std::filesystem::exists(file) ? readJsonFile(file) : Json::object();
            meta["name"] = name;
            writeJsonFile(file, meta);
            return true;
        },
        [this](bool) { refresh(); });
}

void RunsDock::moveToTrash(const QString& folder)
{
    const QDir project(m_project);
    project.mkpath("trash");
    const QString target = project.filePath("trash/" + QDir(folder).dirName());
    if (QDir().rename(folder, target)) {
        m_trashed.emplace_back(folder, target);
        m_undoTrash->setEnabled(true);
    }
    refresh();
}

void RunsDock::undoTrash()
{
    if (m_trashed.empty())
        return;
    const auto [original, target] = m_trashed.back();
    if (QDir().rename(target, original))
        m_trashed.pop_back();
    m_undoTrash->setEnabled(!m_trashed.empty());
    refresh();
}

}  // namespace potstill
