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

}  // namespace

void Shortcuts::add(const QString& id, QAction* action)
{
    m_commands.append({id, action, action->shortcuts()});
    if (const auto saved = Settings().shortcut(id))
        action->setShortcut(*saved);
}

const Shortcuts::Command* Shortcuts::conflictOf(const QString& id, const QKeySequence& keys) const
{
    for (const Command& command : m_commands)
        if (command.id != id && !keys.isEmpty() && command.action->shortcuts().contains(keys))
            return &command;
    return nullptr;
}

bool Shortcuts::setKeys(const QString& id, const QKeySequence& keys)
{
    if (conflictOf(id, keys))
        return false;
    for (const Command& command : m_commands)
        if (command.id == id) {
            command.action->setShortcut(keys);
            Settings().setShortcut(id, command.defaults.contains(keys) ? std::nullopt : std::optional(keys));
        }
    return true;
}

void Shortcuts::resetAll()
{
    for (const Command& command : m_commands) {
        command.action->setShortcuts(command.defaults);
        Settings().setShortcut(command.id, std::nullopt);
    }
}

QList<Shortcuts::FixedKeys> Shortcuts::fixedKeys()
{
    const auto keys = [](std::initializer_list<const char*> portable) {
        QStringList names;
        for (const char* k : portable)
            names.append(QKeySequence(QString::fromLatin1(k), QKeySequence::PortableText).toString(QKeySequence::NativeText));
        return names.join(QStringLiteral("  "));
    };
    const QString runs = tr("Runs"), queue = tr("Queue"), charts = tr("Charts"), scrubber = tr("Time of the samples"), grids = tr("Images"), compare = tr("Compare"),
                  pair = tr("Two images"), rate = tr("Rate"), gallery = tr("Gallery");
    return {
        {runs, tr("Rename"), keys({"F2"})},
        {runs, tr("Star, or take the star away"), keys({"S"})},
        {runs, tr("Move to the trash"), keys({"Del"})},
        {runs, tr("Open data, the draft or a comparison"), keys({"Return"})},
        {queue, tr("Move up or down"), keys({"Alt+Up", "Alt+Down"})},
        {queue, tr("Remove"), keys({"Del"})},
        {queue, tr("Edit the settings of what waits"), keys({"Return"})},
        {charts, tr("Move the view"), keys({"Left", "Right", "Up", "Down"})},
        {charts, tr("Closer, farther, everything"), keys({"+", "-", "0"})},
        {charts, tr("Save the chart"), keys({"Ctrl+E"})},
        {scrubber, tr("One sampling back or on"), keys({"Left", "Right"})},
        {scrubber, tr("Ten back or on"), keys({"PgUp", "PgDown"})},
        {scrubber, tr("First and last"), keys({"Home", "End"})},
        {scrubber, tr("Play or stop"), keys({"Space"})},
        {grids, tr("Choose an image"), keys({"Left", "Right", "Up", "Down"})},
        {grids, tr("Larger, smaller, as it fits"), keys({"+", "-", "0"})},
        {grids, tr("Add the image to the gallery"), keys({"G"})},
        {compare, tr("Exchange rows and columns"), keys({"X"})},
        {compare, tr("Runs as a table"), keys({"R"})},
        {compare, tr("Trajectory of the image"), keys({"T"})},
        {compare, tr("Settings of the column"), keys({"C"})},
        {compare, tr("The next noises, those before these"), keys({"N", "P"})},
        {compare, tr("Save images"), keys({"Ctrl+E"})},
        {pair, tr("Side by side, wipe, flip, difference"), keys({"1", "2", "3", "4"})},
        {rate, tr("The left or the right image is better"), keys({"Left", "Right", "1", "2"})},
        {rate, tr("Tie"), keys({"Down", "Space"})},
        {rate, tr("Both are bad"), keys({"Up", "0"})},
        {rate, tr("Read on or back in long texts"), keys({"PgDown", "PgUp"})},
        {rate, tr("Take the last vote back"), keys({"Backspace", "Ctrl+Z"})},
        {gallery, tr("Move the image one place"), keys({"Alt+Left", "Alt+Right"})},
        {gallery, tr("Move the image to the beginning or the end"), keys({"Alt+Home", "Alt+End"})},
        {gallery, tr("Caption"), keys({"F2"})},
        {gallery, tr("Remove"), keys({"Del"})},
    };
}

ShortcutsDialog::ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent) : QDialog(parent), m_shortcuts(shortcuts)
{
    setObjectName("shortcutsDialog");
    setWindowTitle(tr("Shortcuts"));
    resize(520, 620);
    auto* hint = new QLabel(tr("Enter or a double click changes the keys of a command; those of a page, below, are fixed."));
    hint->setProperty("role", "secondary");
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
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (item->row() >= m_shortcuts.commands().size())
            return;
        const Shortcuts::Command& command = m_shortcuts.commands()[item->row()];
        const QKeySequence keys(item->text(), QKeySequence::NativeText);
        if (const Shortcuts::Command* other = m_shortcuts.conflictOf(command.id, keys))
            m_message->setText(tr("%1 belongs to \"%2\"; give that command other keys first.").arg(item->text(), plainText(other->action)));
        else {
            m_shortcuts.setKeys(command.id, keys);
            m_message->clear();
        }
        fill();
    });
}

void ShortcutsDialog::fill()
{
    const QSignalBlocker quiet(m_table);
    const QList<Shortcuts::FixedKeys> fixed = Shortcuts::fixedKeys();
    const int commands = int(m_shortcuts.commands().size());
    m_table->setRowCount(commands + int(fixed.size()));
    for (int row = 0; row < commands; ++row) {
        const QAction* action = m_shortcuts.commands()[row].action;
        auto* name = new QTableWidgetItem(action->icon(), plainText(action));
        name->setFlags(name->flags() & ~Qt::ItemIsEditable);
        m_table->setItem(row, 0, name);
        m_table->setItem(row, 1, new QTableWidgetItem(action->shortcut().toString(QKeySequence::NativeText)));
    }
    for (int i = 0; i < fixed.size(); ++i) {
        const QStringList texts = {tr("%1: %2").arg(fixed[i].place, fixed[i].what), fixed[i].keys};
        for (int column = 0; column < 2; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            m_table->setItem(commands + i, column, item);
        }
    }
}

}  // namespace potstill
