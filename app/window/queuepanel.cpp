#include "app/window/queuepanel.h"

#include "app/session/queuerunner.h"
#include "app/window/pagekeys.h"
#include "widgets/icon.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace potstill {

namespace {

QString textOf(const QueueEntry& e)
{
    if (!e.resume.empty()) {
        const QString run = QString::fromStdString(e.resume).section('/', -1);
        return e.extendTo > 0 ? QueuePanel::tr("Extend %1 to %L2 images").arg(run).arg(e.extendTo) : QueuePanel::tr("Go on with %1").arg(run);
    }
    QString name = QString::fromStdString(e.name);
    if (name.isEmpty() && !e.branchOf.empty()) {
        const QString origin = QString::fromStdString(e.branchOf);
        name = QueuePanel::tr("Branch of %1 from %L2 images").arg(origin.section('/', -3, -3)).arg(origin.section('/', -1).toLongLong());
    }
    if (name.isEmpty())
        name = e.document.value("kind", "") == "student" ? QueuePanel::tr("Student") : QueuePanel::tr("Teacher");
    if (e.sweep.empty())
        return name;
    return QueuePanel::tr("%1 · %2 of %3 left").arg(name).arg(e.count() - e.begun).arg(e.count());
}

QString toolTipOf(const QueueEntry& e)
{
    QString text = textOf(e);
    if (!e.sweep.empty())
        text += '\n' + QString::fromStdString(textFromSweep(e.sweep)).replace(' ', '\n');
    if (e.document.contains("training") && e.document["training"].contains("images"))
        text += '\n' + QueuePanel::tr("%L1 images each").arg(e.document["training"]["images"].get<qint64>());
    return text;
}

}  // namespace

QueuePanel::QueuePanel(QueueRunner& runner, QWidget* parent) : QWidget(parent), m_runner(runner)
{
    setObjectName("queuePanel");
    m_title = new QLabel(tr("Queue"));
    m_title->setProperty("role", "secondary");
    m_start = button("queue.start", "run", tr("Work off the queue"));
    m_up = button("queue.up", "chevron-up", tr("Earlier"), "queue.earlier");
    m_down = button("queue.down", "chevron-down", tr("Later"), "queue.later");
    m_edit = button("queue.edit", "edit", tr("Edit its settings"), "queue.edit");
    m_remove = button("queue.remove", "delete", tr("Remove from the queue"), "queue.remove");
    m_undo = button("queue.undo", "undo", tr("Bring back what was removed"), "queue.bringBack");
    m_list = new QListWidget;
    m_list->setObjectName("queue.list");
    m_list->setAccessibleName(tr("Runs that wait"));
    m_list->setAccessibleDescription(tr("The first starts when the run before it is over"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setMaximumHeight(150);
    m_list->installEventFilter(this);
    m_continues = new QCheckBox(tr("Go on after a failure"));
    m_continues->setObjectName("queue.continues");
    m_continues->setToolTip(tr("When a run fails the next one starts all the same"));
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_title, 1);
    for (QToolButton* b : {m_start, m_up, m_down, m_edit, m_remove, m_undo})
        top->addWidget(b);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_list);
    layout->addWidget(m_continues);

    connect(&m_runner, &QueueRunner::changed, this, [this] { show(currentId()); });
    connect(&m_runner, &QueueRunner::workingChanged, this, &QueuePanel::refreshButtons);
    connect(m_start, &QToolButton::clicked, this, [this] { m_runner.isWorking() ? m_runner.hold() : m_runner.start(); });
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_edit, &QToolButton::clicked, this, &QueuePanel::editCurrent);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QueuePanel::editCurrent);
    connect(m_remove, &QToolButton::clicked, this, [this] { m_runner.remove(currentId()); });
    connect(m_undo, &QToolButton::clicked, &m_runner, &QueueRunner::undoRemove);
    connect(m_list, &QListWidget::currentRowChanged, this, &QueuePanel::refreshButtons);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this](const QModelIndex&, int from, int, const QModelIndex&, int to) {
        if (!m_isFilling)
            m_runner.move(m_list->item(to > from ? to - 1 : to)->data(Qt::UserRole).toString(), to > from ? to - 1 : to);
    });
    connect(m_continues, &QCheckBox::toggled, &m_runner, &QueueRunner::setContinuesAfterFailure);
    show({});
}

QToolButton* QueuePanel::button(const char* objectName, const char* iconName, const QString& name, const QString& keys)
{
    auto* b = new QToolButton;
    b->setObjectName(objectName);
    b->setIcon(icon(iconName));
    b->setToolTip(name);
    b->setAccessibleName(name);
    if (!keys.isEmpty())
        PageKeys::explain(b, name, keys);
    return b;
}

void QueuePanel::show(const QString& selectedId)
{
    m_isFilling = true;
    m_list->clear();
    for (const QueueEntry& e : m_runner.entries()) {
        auto* item = new QListWidgetItem(icon(e.sweep.empty() ? "clock" : "queue", IconTone::Secondary), textOf(e), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(e.id));
        item->setToolTip(toolTipOf(e));
        if (item->data(Qt::UserRole).toString() == selectedId)
            m_list->setCurrentItem(item);
    }
    m_continues->setChecked(m_runner.continuesAfterFailure());
    m_isFilling = false;
    refreshButtons();
}

void QueuePanel::refreshButtons()
{
    std::int64_t runs = 0;
    for (const QueueEntry& e : m_runner.entries())
        runs += e.count() - e.begun;
    m_title->setText(runs == 0 ? tr("Queue") : m_runner.isWorking() ? tr("Queue · %n run(s)", nullptr, int(runs)) : tr("Queue · %n run(s), held", nullptr, int(runs)));
    const int row = m_list->currentRow();
    m_start->setIcon(icon(m_runner.isWorking() ? "pause" : "run"));
    const QString name = m_runner.isWorking() ? tr("Hold the queue after this run") : tr("Work off the queue");
    m_start->setToolTip(name);
    m_start->setAccessibleName(name);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_edit->setEnabled(current() && current()->resume.empty());
    m_remove->setEnabled(row >= 0);
    m_undo->setEnabled(m_runner.canUndoRemove());
    setVisible(m_list->count() > 0 || m_runner.canUndoRemove());
}

QString QueuePanel::currentId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

const QueueEntry* QueuePanel::current() const
{
    for (const QueueEntry& e : m_runner.entries())
        if (QString::fromStdString(e.id) == currentId())
            return &e;
    return nullptr;
}

void QueuePanel::editCurrent()
{
    if (const QueueEntry* entry = current(); entry && entry->resume.empty())
        Q_EMIT editRequested(QString::fromStdString(entry->id));
}

void QueuePanel::moveCurrent(int by)
{
    const int to = m_list->currentRow() + by;
    if (to >= 0 && to < m_list->count())
        m_runner.move(currentId(), to);
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const QString id = PageKeys::idOf("queue", *static_cast<QKeyEvent*>(event));
    if (id.isEmpty())
        return QWidget::eventFilter(watched, event);
    event->accept();
    // Its keys belong to the list while it has the focus, not to the window.
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (id == "queue.earlier" || id == "queue.later")
        moveCurrent(id == "queue.earlier" ? -1 : 1);
    else if (id == "queue.remove")
        m_runner.remove(currentId());
    else if (id == "queue.bringBack")
        m_runner.undoRemove();
    else
        editCurrent();
    return true;
}

}  // namespace potstill
