#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QKeyEvent;
class QShortcut;
class QWidget;

namespace potstill {

/// The keys that belong to a page or a view rather than to the window. Those with an id may be changed, what differs from the defaults is saved in the settings; those by which
/// a view is moved and zoomed are the same for everybody. The keys of the window's commands (Shortcuts) are known by their ids too, so that a text can name them.
class PageKeys final : public QObject {
    Q_OBJECT
public:
    struct Key {
        QString id;     ///< never translated; "" = fixed
        QString scope;  ///< keys of one scope may be asked for at once, so they differ
        QString place, what;
        QList<QKeySequence> defaults;
        /// Where the commands of the window are reached too; pairs are judged in a window of their own.
        bool isInMainWindow() const { return scope != QLatin1String("rate"); }
    };
    static PageKeys& instance();
    /// In the language of the studio, place by place.
    static QList<Key> all();
    /// Those in force; {} = none. By id those of a command of the window too.
    static QList<QKeySequence> keysOf(const Key& key);
    static QList<QKeySequence> keysOf(const QString& id);
    /// "Left  1", as the reader's keyboard has them.
    static QString textOf(const QList<QKeySequence>& keys);
    /// "help (keys)"; the help alone where there are none.
    static QString withKeys(const QString& help, const QString& id);

    /// What was pressed, as it is saved; empty = Ctrl and the like alone. Shift that only makes a character ("?", on some keyboards the digits) and the block of numbers make no difference.
    static QKeySequence pressed(const QKeyEvent& event);
    /// Whether pressing the keys is pressing one of these.
    static bool has(const QList<QKeySequence>& held, const QKeySequence& keys);
    /// The id of the scope's key that was pressed; "" = none.
    static QString idOf(const QString& scope, const QKeyEvent& event);
    static bool matches(const QString& id, const QKeyEvent& event);

    /// Does it now and whenever keys change, as long as the target lives.
    static void follow(QObject* target, const std::function<void()>& take);
    /// They get the keys in force.
    static void bind(QAction* action, const QString& id);
    static void bind(QShortcut* shortcut, const QString& id);
    /// The tool tip is the help with the keys.
    static void explain(QWidget* widget, const QString& help, const QString& id);

    /// Whoever calls has looked for conflicts.
    void setKeys(const Key& key, const QKeySequence& keys);
    void reset(const Key& key);
    void resetAll();
    /// What a command of the window is reached by, whenever that is another key.
    void setCommandKeys(const QString& command, const QList<QKeySequence>& keys);

Q_SIGNALS:
    void changed();

private:
    PageKeys();
    /// What the settings say of it.
    void read(const Key& key);

    QHash<QString, QList<QKeySequence>> m_inForce;  // by id
};

}  // namespace potstill
