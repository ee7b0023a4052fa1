#pragma once

#include "app/window/shortcuts.h"

#include <QLineEdit>
#include <QTableWidget>
#include <QtTest>

#include <algorithm>

// The dialog of the shortcuts (Shift+?) as tests use it.
namespace potstill {

/// The keys of a command in the dialog, by its name there.
inline QTableWidgetItem* keysItem(ShortcutsDialog& dialog, const char* name)
{
    auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
    const auto found = table->findItems(name, Qt::MatchExactly);
    if (found.size() != 1)
        qFatal("no line %s", name);
    return table->item(found[0]->row(), 1);
}

/// The field that waits for a key; null = none does.
inline QLineEdit* keysEditor(ShortcutsDialog& dialog)
{
    const auto editors = dialog.findChildren<QLineEdit*>("shortcuts.keys");
    const auto open = std::find_if(editors.begin(), editors.end(), [](const QLineEdit* e) { return !e->isHidden(); });
    return open == editors.end() ? nullptr : *open;
}

/// Gives a command another key, as a person does.
inline void pressIn(ShortcutsDialog& dialog, const char* name, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto* table = dialog.findChild<QTableWidget*>("shortcuts.table");
    table->setCurrentItem(keysItem(dialog, name));
    table->editItem(table->currentItem());
    if (!keysEditor(dialog))
        qFatal("%s cannot be edited", name);
    QTest::keyClick(keysEditor(dialog), Qt::Key(key), modifiers);
}

inline PageKeys::Key pageKey(const QString& id)
{
    const auto all = PageKeys::all();
    const auto key = std::find_if(all.begin(), all.end(), [&](const PageKeys::Key& k) { return k.id == id; });
    if (key == all.end())
        qFatal("no key %s", qPrintable(id));
    return *key;
}

}  // namespace potstill
