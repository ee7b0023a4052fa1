#include "app/window/shortcuts.h"

#include "app/window/settings.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace potstill {

namespace {

/// Edits the second column: the next key that is pressed is taken, Esc leaves what was there. Not QKeySequenceEdit, which waits for chords and so takes the Enter that ends it.
class KeysDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        auto* editor = new QLineEdit(parent);
        editor->setObjectName("shortcuts.keys");
        editor->setAccessibleName(ShortcutsDialog::tr("New keys"));
        editor->setReadOnly(true);  // no input method comes between
        editor->setContextMenuPolicy(Qt::NoContextMenu);
        editor->setProperty("row", index.row());
        return editor;
    }
    void setEditorData(QWidget* editor, const QModelIndex&) const override { static_cast<QLineEdit*>(editor)->setText(ShortcutsDialog::tr("Press the new key")); }
    /// Left without a key, all stays.
    void setModelData(QWidget*, QAbstractItemModel*, const QModelIndex&) const override {}

    std::function<void(int row, const QKeySequence&)> taken;

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
            return QStyledItemDelegate::eventFilter(object, event);
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Cancel) || key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
            return QStyledItemDelegate::eventFilter(object, event);
        event->accept();
        if (event->type() == QEvent::ShortcutOverride || key->isAutoRepeat())
            return true;
        const QKeySequence keys = PageKeys::pressed(*key);
        const bool canBeSaved = !keys.isEmpty() && QKeySequence(keys.toString(QKeySequence::PortableText), QKeySequence::PortableText) == keys;
        if (canBeSaved) {
            Q_EMIT closeEditor(static_cast<QWidget*>(object));
            taken(object->property("row").toInt(), keys);
        }
        return true;
    }
};

QString plainText(const QAction* action) { return action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…")); }

QString nameOf(const PageKeys::Key& key) { return ShortcutsDialog::tr("%1: %2").arg(key.place, key.what); }

}  // namespace

void Shortcuts::add(const QString& id, QAction* action)
{
    m_commands.append({id, action, action->shortcuts()});
    if (const auto saved = Settings().shortcut(id))
        action->setShortcut(*saved);
    const auto tell = [id, action] { PageKeys::instance().setCommandKeys(id, action->shortcuts()); };
    tell();
    connect(action, &QAction::changed, this, tell);
}

const Shortcuts::Command& Shortcuts::command(const QString& id) const
{
    return *std::find_if(m_commands.begin(), m_commands.end(), [&](const Command& c) { return c.id == id; });
}

QString Shortcuts::holderOf(const QString& id, const QKeySequence& keys) const
{
    for (const Command& other : m_commands)
        if (other.id != id && PageKeys::has(other.action->shortcuts(), keys))
            return plainText(other.action);
    const bool isItsOwn = PageKeys::has(command(id).defaults, keys);
    for (const PageKeys::Key& key : PageKeys::all())
        if (key.isInMainWindow() && PageKeys::has(PageKeys::keysOf(key), keys) && !(isItsOwn && PageKeys::has(key.defaults, keys)))
            return nameOf(key);
    return {};
}

QString Shortcuts::holderOf(const PageKeys::Key& key, const QKeySequence& keys) const
{
    const bool isItsOwn = PageKeys::has(key.defaults, keys);
    for (const Command& other : m_commands)
        if (key.isInMainWindow() && PageKeys::has(other.action->shortcuts(), keys) && !(isItsOwn && PageKeys::has(other.defaults, keys)))
            return plainText(other.action);
    for (const PageKeys::Key& other : PageKeys::all())
        if (other.scope == key.scope && other.id != key.id && PageKeys::has(PageKeys::keysOf(other), keys))
            return nameOf(other);
    return {};
}

bool Shortcuts::setKeys(const QString& id, const QKeySequence& keys)
{
    if (!holderOf(id, keys).isEmpty())
        return false;
    const Command& c = command(id);
    c.action->setShortcut(keys);
    Settings().setShortcut(id, c.defaults == QList<QKeySequence>{keys} ? std::nullopt : std::optional(keys));
    return true;
}

bool Shortcuts::setKeys(const PageKeys::Key& key, const QKeySequence& keys)
{
    if (key.id.isEmpty() || !holderOf(key, keys).isEmpty())
        return false;
    PageKeys::instance().setKeys(key, keys);
    return true;
}

QString Shortcuts::reset(const QString& id)
{
    const Command& c = command(id);
    for (const QKeySequence& keys : c.defaults)
        if (const QString holder = holderOf(id, keys); !holder.isEmpty())
            return holder;
    c.action->setShortcuts(c.defaults);
    Settings().setShortcut(id, std::nullopt);
    return {};
}

QString Shortcuts::reset(const PageKeys::Key& key)
{
    for (const QKeySequence& keys : key.defaults)
        if (const QString holder = holderOf(key, keys); !holder.isEmpty())
            return holder;
    PageKeys::instance().reset(key);
    return {};
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
    auto* hint = new QLabel(tr("Enter or a double click, then the new key, changes that of a command or, below, of a page. Keys by which a view is moved are fixed."));
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
    auto* delegate = new KeysDelegate(m_table);
    delegate->taken = [this](int row, const QKeySequence& keys) { take(row, keys); };
    m_table->setItemDelegateForColumn(1, delegate);
    m_table->setTabKeyNavigation(false);
    m_message = new QLabel;
    m_message->setObjectName("shortcuts.message");
    m_message->setProperty("role", "danger");
    m_message->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    const auto button = [buttons](const char* name, const QString& text, const QString& help) {
        QPushButton* b = buttons->addButton(text, QDialogButtonBox::ResetRole);
        b->setObjectName(name);
        b->setToolTip(help);
        return b;
    };
    m_none = button("shortcuts.none", tr("No key"), tr("Takes the keys of the command that is chosen away"));
    m_default = button("shortcuts.default", tr("Default"), tr("Gives the command that is chosen its default keys back"));
    auto* all = button("shortcuts.reset", tr("Reset all"), tr("Gives all commands their default keys back"));
    for (QPushButton* b : buttons->findChildren<QPushButton*>())
        b->setAutoDefault(false);  // Enter belongs to the table

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_table);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    fill();
    followRow();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_none, &QPushButton::clicked, this, [this] { take(m_table->currentRow(), {}); });
    connect(m_default, &QPushButton::clicked, this, [this] { reset(m_table->currentRow()); });
    connect(all, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetAll();
        m_message->clear();
        fill();
    });
    connect(m_table, &QTableWidget::currentCellChanged, this, &ShortcutsDialog::followRow);
    connect(m_table, &QTableWidget::itemActivated, this, [this](QTableWidgetItem* item) { m_table->editItem(m_table->item(item->row(), 1)); });
}

template <class Work>
void ShortcutsDialog::withRow(int row, Work work)
{
    const int commands = int(m_shortcuts.commands().size());
    if (row < commands)
        work(m_shortcuts.commands()[row].id);
    else
        work(PageKeys::all().at(row - commands));
}

void ShortcutsDialog::take(int row, const QKeySequence& keys)
{
    withRow(row, [&](const auto& what) {
        const QString holder = m_shortcuts.holderOf(what, keys);
        m_message->setText(holder.isEmpty() ? QString() : tr("%1 belongs to \"%2\"; give that command other keys first.").arg(keys.toString(QKeySequence::NativeText), holder));
        m_shortcuts.setKeys(what, keys);
    });
    fill();
}

void ShortcutsDialog::reset(int row)
{
    withRow(row, [&](const auto& what) {
        const QString holder = m_shortcuts.reset(what);
        m_message->setText(holder.isEmpty() ? QString() : tr("One of the default keys belongs to \"%1\" now; give that command other keys first.").arg(holder));
    });
    fill();
}

/// What can be done with the command that is chosen.
void ShortcutsDialog::followRow()
{
    const QTableWidgetItem* keys = m_table->item(m_table->currentRow(), 1);
    const bool isEditable = keys && keys->flags() & Qt::ItemIsEditable;
    m_none->setEnabled(isEditable);
    m_default->setEnabled(isEditable);
}

void ShortcutsDialog::fill()
{
    const QList<PageKeys::Key> pages = PageKeys::all();
    const int commands = int(m_shortcuts.commands().size());
    m_table->setRowCount(commands + int(pages.size()));
    const auto put = [this](int row, const QIcon& sign, const QString& name, const QList<QKeySequence>& keys, bool isFixed) {
        auto *named = new QTableWidgetItem(sign, name), *keyed = new QTableWidgetItem(PageKeys::textOf(keys));
        named->setFlags(named->flags() & ~Qt::ItemIsEditable);
        if (isFixed)
            keyed->setFlags(keyed->flags() & ~Qt::ItemIsEditable);
        m_table->setItem(row, 0, named);
        m_table->setItem(row, 1, keyed);
    };
    for (int row = 0; row < commands; ++row) {
        const QAction* action = m_shortcuts.commands()[row].action;
        put(row, action->icon(), plainText(action), action->shortcuts(), false);
    }
    for (int i = 0; i < pages.size(); ++i)
        put(commands + i, {}, nameOf(pages[i]), PageKeys::keysOf(pages[i]), pages[i].id.isEmpty());
}

}  // namespace potstill
