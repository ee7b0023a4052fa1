#pragma once

#include "app/window/pagekeys.h"

#include <QDialog>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QLabel;
class QTableWidget;

namespace potstill {

/// The commands of the window with their keys, which a person may change. Keys that differ from the defaults are saved in the settings.
class Shortcuts final : public QObject {
    Q_OBJECT
public:
    struct Command {
        QString id;  ///< never translated; the key in the settings
        QAction* action = nullptr;
        QList<QKeySequence> defaults;
    };

    using QObject::QObject;
    /// Takes the action's keys as its defaults, then puts the saved ones in force.
    void add(const QString& id, QAction* action);
    const QList<Command>& commands() const { return m_commands; }
    /// What has these keys already, by name: another command, or a key of a page; "" = nothing. The command is reached everywhere, so its keys are those of no page,
    /// but for its defaults, which mean the same there (Ctrl+Z takes back a vote).
    QString holderOf(const QString& id, const QKeySequence& keys) const;
    /// The same for a key of a page: another one where that is, or a command.
    QString holderOf(const PageKeys::Key& key, const QKeySequence& keys) const;
    /// False when something else has the keys. Empty keys: none.
    bool setKeys(const QString& id, const QKeySequence& keys);
    bool setKeys(const PageKeys::Key& key, const QKeySequence& keys);
    /// Those of the pages too.
    void resetAll();

private:
    const Command* commandWith(const QKeySequence& keys, const QString& except) const;

    QList<Command> m_commands;
};

/// All commands and their keys (Shift+?), which a double click or Enter changes; below them the keys of the pages, of which some are fixed.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    void fill();
    void take(int row, const QString& text);

    Shortcuts& m_shortcuts;
    QTableWidget* m_table;
    QLabel* m_message;
};

}  // namespace potstill
