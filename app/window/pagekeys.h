#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QKeyEvent;
class QShortcut;

namespace potstill {

/// The keys that belong to a page or a view rather than to the window. Those with an id may be changed, what differs from the default is saved in the settings; those of a widget itself
/// (moving, zooming, voting) are the same for everybody.
class PageKeys final : public QObject {
    Q_OBJECT
public:
    struct Key {
        QString id;     ///< never translated; "" = fixed
        QString scope;  ///< keys of one scope may be asked for at once, so they differ
        QString place, what;
        QList<QKeySequence> defaults;
    };
    static PageKeys& instance();
    /// In the language of the studio, place by place.
    static QList<Key> all();
    /// Those in force.
    static QList<QKeySequence> keysOf(const Key& key);
    static QKeySequence keysOf(const QString& id);
    static bool matches(const QString& id, const QKeyEvent& event);
    /// The other key of the scope that has these keys; none = a key without place. scope "" = of any scope.
    static Key holderOf(const QString& id, const QString& scope, const QKeySequence& keys);

    /// They get the keys now and whenever they change.
    static void bind(QAction* action, const QString& id);
    static void bind(QShortcut* shortcut, const QString& id);

    /// Whoever calls has looked for conflicts.
    void setKeys(const Key& key, const QKeySequence& keys);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    PageKeys() = default;
};

}  // namespace potstill
