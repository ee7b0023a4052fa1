#include "app/window/shortcuts.h"

#include "app/window/settings.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace potstill {

namespace {

/// Edits the second column with the keys themselves.
class KeysDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        auto* editor = new QKeySequenceEdit(parent);
        editor->setObjectName("shortcuts.keys");
        editor->setAccessibleName(ShortcutsDialog::tr("New keys"));
        return editor;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        static_cast<QKeySequenceEdit*>(editor)->setKeySequence(QKeySequence(index.data().toString(), QKeySequence::NativeText));
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        model->setData(index, static_cast<QKeySequenceEdit*>(editor)->keySequence().toString(QKeySequence::NativeText));
    }
};

QString plainText(const QAction* action) { return action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…")); }

QString nameOf(const PageKeys::Key& key) { return key.place.isEmpty() ? QString() : ShortcutsDialog::tr("%1: %2").arg(key.place, key.what); }

QString textOf(const QList<QKeySequence>& keys)
{
    QStringList names;
    for (const QKeySequence& k : keys)
        names.append(k.toString(QKeySequence::NativeText));
    return names.join(QStringLiteral("  "));
}

}  // namespace

void Shortcuts::add(const QString& id, QAction* action)
{
    m_commands.append({id, action, action->shortcuts()});
    if (const auto saved = Settings().shortcut(id))
        action->setShortcut(*saved);
}

const Shortcuts::Command* Shortcuts::commandWith(const QKeySequence& keys, const QString& except) const
{
    for (const Command& command : m_commands)
        if (command.id != except && !keys.isEmpty() && command.action->shortcuts().contains(keys))
            return &command;
    return nullptr;
}

QString Shortcuts::holderOf(const QString& id, const QKeySequence& keys) const
{
    if (const Command* command = commandWith(keys, id))
        return plainText(command->action);
    const PageKeys::Key holder = PageKeys::holderOf({}, {}, keys);
    const bool isItsOwn = std::any_of(m_commands.begin(), m_commands.end(), [&](const Command& c) { return c.id == id && c.defaults.contains(keys); });
    return holder.id.isEmpty() && isItsOwn ? QString() : nameOf(holder);
}

QString Shortcuts::holderOf(const PageKeys::Key& key, const QKeySequence& keys) const
{
    if (const Command* command = commandWith(keys, {}))
        return plainText(command->action);
    return nameOf(PageKeys::holderOf(key.id, key.scope, keys));
}

bool Shortcuts::setKeys(const QString& id, const QKeySequence& keys)
{
    if (!holderOf(id, keys).isEmpty())
        return false;
    for (const Command& command : m_commands)
        if (command.id == id) {
            command.action->setShortcut(keys);
            Settings().setShortcut(id, command.defaults.contains(keys) ? std::nullopt : std::optional(keys));
        }
    return true;
}

bool Shortcuts::setKeys(const PageKeys::Key& key, const QKeySequence& keys)
{
    if (key.id.isEmpty() || !holderOf(key, keys).isEmpty())
        return false;
    PageKeys::instance().setKeys(key, keys);
    return true;
}

void Shortcuts::resetAll()
{
    for (const Command& command : m_commands) {
        command.action->setShortcuts(command.defaults);
        Settings().setShortcut(command.id, std::nullopt);
    }
    PageKeys::instance().resetAll();
}

ShortcutsDialog::ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent) : QDialog(parent), m_shortcuts(shortcuts)
{
    setObjectName("shortcutsDialog");
    setWindowTitle(tr("Shortcuts"));
    resize(520, 620);
    auto* hint = new QLabel(tr("Enter or a double click changes the keys of a command or, below, of a page. Those by which a view is moved and a vote is given are fixed."));
    hint->setProperty("role", "secondary");
    hint->setWordWrap(true);
    m_table = new QTableWidget(0, 2);
    m_table->setObjectName("shortcuts.table");
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Keys")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setItemDelegateForColumn(1, new KeysDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_message = new QLabel;
    m_message->setObjectName("shortcuts.message");
    m_message->setProperty("role", "danger");
    m_message->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* reset = buttons->addButton(tr("Reset all"), QDialogButtonBox::ResetRole);
    reset->setObjectName("shortcuts.reset");

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_table);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    fill();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetAll();
        fill();
    });
    connect(m_table, &QTableWidget::itemActivated, this, [this](QTableWidgetItem* item) { m_table->editItem(m_table->item(item->row(), 1)); });
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) { take(item->row(), item->text()); });
}

void ShortcutsDialog::take(int row, const QString& text)
{
    const int commands = int(m_shortcuts.commands().size());
    const QKeySequence keys(text, QKeySequence::NativeText);
    const auto set = [&](const auto& what) {
        const QString holder = m_shortcuts.holderOf(what, keys);
        m_message->setText(holder.isEmpty() ? QString() : tr("%1 belongs to \"%2\"; give that command other keys first.").arg(text, holder));
        m_shortcuts.setKeys(what, keys);
    };
    if (row < commands)
        set(m_shortcuts.commands()[row].id);
    else
        set(PageKeys::all().at(row - commands));
    fill();
}

void ShortcutsDialog::fill()
{
    const QSignalBlocker quiet(m_table);
    const QList<PageKeys::Key> pages = PageKeys::all();
    const int commands = int(m_shortcuts.commands().size());
    m_table->setRowCount(commands + int(pages.size()));
    const auto put = [this](int row, const QIcon& sign, const QString& name, const QString& keys, bool isFixed) {
        auto *named = new QTableWidgetItem(sign, name), *keyed = new QTableWidgetItem(keys);
        named->setFlags(named->flags() & ~Qt::ItemIsEditable);
        if (isFixed)
            keyed->setFlags(keyed->flags() & ~Qt::ItemIsEditable);
        m_table->setItem(row, 0, named);
        m_table->setItem(row, 1, keyed);
    };
    for (int row = 0; row < commands; ++row) {
        const QAction* action = m_shortcuts.commands()[row].action;
        put(row, action->icon(), plainText(action), action->shortcut().toString(QKeySequence::NativeText), false);
    }
    for (int i = 0; i < pages.size(); ++i)
        put(commands + i, {}, nameOf(pages[i]), textOf(PageKeys::keysOf(pages[i])), pages[i].id.isEmpty());
}

}  // namespace potstill
