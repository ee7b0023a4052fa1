#pragma once

#include "app/window/pagekeys.h"

#include <QDialog>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QLabel;
class QPushButton;
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
    /// What has these keys already, by name: another command, or a key of a page; "" = nothing. The command is reached everywhere in the window, so its keys are those of no page
    /// there, but for keys that are the default of both, which mean the same (Ctrl+Z brings back what was removed from the queue).
    QString holderOf(const QString& id, const QKeySequence& keys) const;
    /// The same for a key of a page: another one where that is, or a command.
    QString holderOf(const PageKeys::Key& key, const QKeySequence& keys) const;
    /// False when something else has the keys. Empty keys: none.
    bool setKeys(const QString& id, const QKeySequence& keys);
    bool setKeys(const PageKeys::Key& key, const QKeySequence& keys);
    /// Gives the default keys back, unless something else has one of them: its name.
    QString reset(const QString& id);
    QString reset(const PageKeys::Key& key);
    /// Those of the pages too.
    void resetAll();

private:
    const Command& command(const QString& id) const;

    QList<Command> m_commands;
};

/// All commands and their keys (Shift+?), which a double click or Enter changes: the next key is taken. Below them the keys of the pages, of which some are fixed.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    /// Calls with the id of a command or with the key of a page.
    template <class Work>
    void withRow(int row, Work work);
    void fill();
    void take(int row, const QKeySequence& keys);
    void reset(int row);
    void followRow();

    Shortcuts& m_shortcuts;
    QTableWidget* m_table;
    QLabel* m_message;
    QPushButton *m_none, *m_default;
};

}  // namespace potstill
