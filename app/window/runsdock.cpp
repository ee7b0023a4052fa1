#include "app/window/runsdock.h"

#include "app/pages/comparisontexts.h"
#include "app/session/background.h"
#include "app/window/pagekeys.h"
#include "app/window/runlisttexts.h"
#include "widgets/icon.h"
#include "widgets/numbertext.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kWord = 1, kFigure = 2;  // columns

/// Where a row has no figure the word of its state takes that place too; either cell paints its part.
class StateDelegate final : public QStyledItemDelegate {
public:
    explicit StateDelegate(QTreeWidget& tree) : QStyledItemDelegate(&tree), m_tree(tree) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QModelIndex word = index.siblingAtColumn(kWord), figure = index.siblingAtColumn(kFigure);
        if ((index != word && index != figure) || !figure.data().toString().isEmpty()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem both = option;
        both.rect = m_tree.visualRect(word).united(m_tree.visualRect(figure));
        painter->save();
        painter->setClipRect(option.rect, Qt::IntersectClip);
        QStyledItemDelegate::paint(painter, both, word);
        painter->restore();
    }

private:
    const QTreeWidget& m_tree;
};

}  // namespace

RunsDock::RunsDock(std::shared_ptr<RunFiles> files, QWidget* parent) : QDockWidget(tr("Runs"), parent), m_files(std::move(files))
{
    setObjectName("runsDock");
    setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    m_search = new QLineEdit;
    m_search->setObjectName("runs.search");
    m_search->setPlaceholderText(tr("Search names and notes"));
    m_search->setAccessibleName(tr("Search runs"));
    m_search->setClearButtonEnabled(true);
    const auto button = [](const char* objectName, const char* iconName, const QString& name, const QString& help) {
        auto* b = new QToolButton;
        b->setObjectName(objectName);
        b->setIcon(icon(iconName));
        b->setToolTip(help);
        b->setAccessibleName(name);
        return b;
    };
    m_starredOnly = button("runs.starredOnly", "star", tr("Starred runs only"), tr("Show starred runs only"));
    m_starredOnly->setCheckable(true);
    auto* add = button("runs.new", "add", tr("New run"), QString());
    PageKeys::explain(add, tr("New run"), "run.new");
    m_tree = new QTreeWidget;
    m_tree->setObjectName("runs.tree");
    m_tree->setAccessibleName(tr("Runs, data, drafts and comparisons of the project"));
    m_tree->setAccessibleDescription(tr("The arrow keys open a run, F2 renames it, the menu key shows more"));
    m_tree->setColumnCount(3);
    m_tree->setHeaderHidden(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setMinimumSectionSize(0);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::Fixed);
    m_tree->setIndentation(12);
    m_tree->setItemDelegate(new StateDelegate(*m_tree));
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    const QString groups[kGroups] = {tr("Teachers"), tr("Students"), tr("Data"), tr("Drafts"), tr("Comparisons")};
    for (int g = 0; g < kGroups; ++g) {
        m_groups[g] = new QTreeWidgetItem(m_tree, {groups[g]});
        m_groups[g]->setExpanded(true);
        m_groups[g]->setFirstColumnSpanned(true);
        m_groups[g]->setFlags(Qt::ItemIsEnabled);
        m_groups[g]->setHidden(true);
    }
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(8, 8, 8, 8);
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_search, 1);
    top->addWidget(m_starredOnly);
    top->addWidget(add);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    setWidget(body);
    setMinimumWidth(240);

    connect(add, &QToolButton::clicked, this, &RunsDock::newRequested);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        showRuns();
        showOthers();
    });
    connect(m_starredOnly, &QToolButton::toggled, this, [this] {
        showRuns();
        showOthers();
    });
    connect(m_tree, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem* item) { open(m_tree->indexOfTopLevelItem(item->parent()), item->data(0, kEntryRole).toString()); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!m_isFilling && item && !item->data(0, kFolderRole).toString().isEmpty())
            Q_EMIT runOpened(item->data(0, kFolderRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, [this] { Q_EMIT selectionChanged(selectedRuns()); });
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        if (!m_isFilling)
            takeEdit(item, column);
    });
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &RunsDock::contextMenu);
    connect(m_files.get(), &RunFiles::changed, this, &RunsDock::refresh);
    connect(m_files.get(), &RunFiles::changed, this, &RunsDock::filesChanged);
    connect(m_files.get(), &RunFiles::problem, this, &RunsDock::problem);
    m_timer.setInterval(3000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_isReading)
            refresh();
    });
}

void RunsDock::addBelow(QWidget* widget) { static_cast<QVBoxLayout*>(this->widget()->layout())->addWidget(widget); }

void RunsDock::setProject(const QString& folder)
{
    if (std::exchange(m_project, folder) != folder) {
        // Nothing of another project is offered until this one's list is read.
        m_runs.clear();
        m_values.clear();
        m_data.clear();
        m_drafts.clear();
        m_comparisons.clear();
        showRuns();
        showOthers();
    }
    m_files->setProject(folder);
    m_timer.start();
    refresh();
}

void RunsDock::refresh()
{
    if (m_project.isEmpty() || isEditing())
        return;
    // One reading at a time: on a slow disk they would take all threads of the pool.
    m_readAgain = std::exchange(m_isReading, true);
    if (m_readAgain)
        return;
    const auto goOn = [this] {
        m_isReading = false;
        if (std::exchange(m_readAgain, false))
            refresh();
    };
    runInBackground<ProjectContents>(
        this, [project = m_project.toStdString(), reader = m_reader] { return reader->read(project); },
        [this, goOn, project = m_project](const ProjectContents& contents) {
            if (project == m_project)
                show(contents);
            goOn();
        },
        [goOn](const QString&) { goOn(); });
}

void RunsDock::setActiveRun(const QString& folder, const QString& word, double progress)
{
    m_active = folder;
    m_activeWord = word;
    m_activeProgress = progress;
    showRuns();
}

void RunsDock::show(const ProjectContents& contents)
{
    if (isEditing())
        return;
    m_runs = contents.runs;
    m_values = contents.values;
    m_data.clear();
    for (const std::string& source : contents.data) {
        const QString path = QString::fromStdString(source);
        m_data.push_back({path, source == "sprites" ? tr("Built-in shapes") : path.section('/', -1), {}, tr("%1\nEnter: train a teacher on it").arg(path), "dataset"});
    }
    m_drafts.clear();
    if (!contents.draftKind.empty())
        m_drafts.push_back({"draft", contents.draftKind == "student" ? tr("Student") : tr("Teacher"), tr("not started"), tr("The settings that Configure keeps"), "draft"});
    showRuns();
    showOthers();
}

void RunsDock::setComparisons(const std::vector<ComparisonRecord>& comparisons, const QSet<QString>& decided)
{
    m_comparisons.clear();
    for (const ComparisonRecord& c : comparisons) {
        const bool isDecided = decided.contains(c.id);
        m_comparisons.push_back({c.id, c.name, ComparisonTexts::state(c, isDecided), tr("%1\n%n vote(s)", nullptr, c.votes).arg(c.name), ComparisonTexts::icon(c, isDecided)});
    }
    showOthers();
}

void RunsDock::showRuns()
{
    if (isEditing())
        return;
    m_isFilling = true;
    const QString current = currentRun();
    // Rows are kept where they are there already, so that nothing flickers and the selection stays.
    QHash<QString, QTreeWidgetItem*> known;
    for (const Group g : {Teachers, Students})
        for (int i = 0; i < m_groups[g]->childCount(); ++i)
            known.insert(m_groups[g]->child(i)->data(0, kFolderRole).toString(), m_groups[g]->child(i));
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const RunSummary& s = m_runs[i];
        QTreeWidgetItem* item = known.take(RunListTexts::folder(s));
        if (!item) {
            item = new QTreeWidgetItem(m_groups[s.kind == "student" ? Students : Teachers]);
            item->setData(0, kFolderRole, RunListTexts::folder(s));
            item->setFlags(item->flags() | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
            item->setCheckState(0, Qt::Unchecked);
        }
        fill(item, s, i < m_values.size() ? m_values[i] : LastValue());
    }
    qDeleteAll(known);
    m_search->setPlaceholderText(m_runs.empty() ? tr("No runs yet") : tr("Search names and notes"));
    for (const Group g : {Teachers, Students})
        m_groups[g]->setHidden(m_groups[g]->childCount() == 0);
    if (!current.isEmpty() && currentRun() != current)
        selectRun(current);
    m_isFilling = false;
    fitColumns();
    Q_EMIT changed();
}

void RunsDock::showOthers()
{
    showEntries(Data, m_data);
    showEntries(Drafts, m_drafts);
    showEntries(Comparisons, m_comparisons);
    fitColumns();
}

/// The last figure is shown whole, and of what is left the state gets no more than leaves the name three fifths of the list: its icon tells the state too.
void RunsDock::fitColumns()
{
    const QAbstractItemView& view = *m_tree;
    const int room = m_tree->viewport()->width(), figure = std::max(0, view.sizeHintForColumn(kFigure));
    const int name = std::min(view.sizeHintForColumn(0), room * 3 / 5);
    m_tree->header()->resizeSection(kFigure, figure);
    m_tree->header()->resizeSection(kWord, std::clamp(room - figure - name, 0, std::max(0, view.sizeHintForColumn(kWord))));
}

void RunsDock::showEntries(Group group, const std::vector<Entry>& entries)
{
    const bool before = std::exchange(m_isFilling, true);
    QTreeWidgetItem* parent = m_groups[group];
    while (parent->childCount() > int(entries.size()))
        delete parent->child(parent->childCount() - 1);
    while (parent->childCount() < int(entries.size()))
        new QTreeWidgetItem(parent);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        QTreeWidgetItem* item = parent->child(int(i));
        const Entry& e = entries[i];
        item->setData(0, kEntryRole, e.id);
        item->setText(0, e.name);
        item->setText(1, e.state);
        item->setFirstColumnSpanned(e.state.isEmpty());
        item->setIcon(0, icon(e.icon, IconTone::Secondary));
        item->setToolTip(0, e.toolTip);
        item->setToolTip(1, e.state);
        item->setHidden(!isWanted(e.name) || m_starredOnly->isChecked());
    }
    parent->setHidden(entries.empty());
    m_isFilling = before;
}

void RunsDock::open(int group, const QString& id)
{
    if (group == Data)
        Q_EMIT dataOpened(id);
    else if (group == Drafts)
        Q_EMIT draftOpened();
    else if (group == Comparisons)
        Q_EMIT comparisonOpened(id);
}

bool RunsDock::isWanted(const QString& name, const QString& notes) const
{
    const QString wanted = m_search->text();
    return wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive) || notes.contains(wanted, Qt::CaseInsensitive);
}

void RunsDock::fill(QTreeWidgetItem* item, const RunSummary& s, const LastValue& last)
{
    const QString name = QString::fromStdString(s.name);
    const bool isActive = RunListTexts::folder(s) == m_active && !m_activeWord.isEmpty();
    QString word = isActive ? m_activeWord : RunListTexts::state(s);
    if (isActive && m_activeProgress >= 0)
        word = tr("%1 %2 %").arg(word).arg(int(100 * m_activeProgress));
    else if (s.state == RunState::Running && s.imagesTotal > 0)
        word = tr("%1 %2 %").arg(word).arg(int(100 * s.imagesSeen / s.imagesTotal));
    item->setIcon(0, isActive ? icon("run", IconTone::Accent) : RunListTexts::icon(s.state));
    item->setIcon(1, s.starred ? icon("star-filled", IconTone::Accent) : QIcon());
    if (item->text(0) != name)
        item->setText(0, name);
    if (item->text(1) != word)
        item->setText(1, word);
    item->setToolTip(1, word);
    item->setToolTip(0, RunListTexts::toolTip(s));
    const QString value = last.figure.empty() ? QString() : numberText(last.value, 'g', 3);
    if (item->text(2) != value)
        item->setText(2, value);
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(2, last.figure.empty() ? QString() : RunListTexts::toolTip(last));
    item->setHidden(!isWanted(name, QString::fromStdString(s.notes)) || (m_starredOnly->isChecked() && !s.starred));
}

bool RunsDock::isEditing() const { return m_tree->currentItem() && m_tree->viewport()->findChild<QLineEdit*>() != nullptr; }

QString RunsDock::currentRun() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? item->data(0, kFolderRole).toString() : QString();
}

QStringList RunsDock::selectedRuns() const
{
    QStringList folders;
    for (const RunSummary& s : m_runs)
        for (const QTreeWidgetItem* item : m_tree->selectedItems())
            if (item->data(0, kFolderRole).toString() == RunListTexts::folder(s))
                folders.append(RunListTexts::folder(s));
    return folders;
}

QStringList RunsDock::checkedRuns() const
{
    QStringList folders;
    for (const Group g : {Teachers, Students})
        for (int i = 0; i < m_groups[g]->childCount(); ++i)
            if (const QTreeWidgetItem* item = m_groups[g]->child(i); item->checkState(0) == Qt::Checked)
                folders.append(item->data(0, kFolderRole).toString());
    return folders;
}

const RunSummary* RunsDock::summaryOf(const QString& folder) const
{
    for (const RunSummary& s : m_runs)
        if (RunListTexts::folder(s) == folder)
            return &s;
    return nullptr;
}

QString RunsDock::nameOf(const QString& folder) const
{
    const RunSummary* s = summaryOf(folder);
    return s ? QString::fromStdString(s->name) : QDir(folder).dirName();
}

void RunsDock::selectRun(const QString& folder)
{
    for (const Group g : {Teachers, Students})
        for (int i = 0; i < m_groups[g]->childCount(); ++i)
            if (m_groups[g]->child(i)->data(0, kFolderRole).toString() == folder) {
                const bool before = std::exchange(m_isFilling, true);
                m_tree->setCurrentItem(m_groups[g]->child(i));
                m_isFilling = before;
            }
}

}  // namespace potstill
