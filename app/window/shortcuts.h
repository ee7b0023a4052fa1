#pragma once

#include <QDialog>
#include <QHash>
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
    /// Keys that belong to a page or a view and are the same for everybody.
    struct FixedKeys {
        QString place, what, keys;
    };
    static QList<FixedKeys> fixedKeys();
    /// The other command that has these keys, or nullptr.
    const Command* conflictOf(const QString& id, const QKeySequence& keys) const;
    /// False when another command has the keys. Empty keys: none.
    bool setKeys(const QString& id, const QKeySequence& keys);
    void resetAll();

private:
    QList<Command> m_commands;
};

/// All commands and their keys (Shift+?), which a double click or Enter changes; below them the fixed keys of the pages.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    void fill();

    Shortcuts& m_shortcuts;
    QTableWidget* m_table;
    QLabel* m_message;
};

}  // namespace potstill
