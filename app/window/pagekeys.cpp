#include "app/window/pagekeys.h"

#include "app/window/settings.h"

#include <QAction>
#include <QKeyEvent>
#include <QShortcut>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace potstill {

namespace {

/// As it is saved: Shift that only makes a character, the block of numbers and its Enter make no difference.
QKeySequence plain(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const bool isCharacter = key > Qt::Key_Space && key < Qt::Key_Escape;
    if (isCharacter && !QChar::isLetter(char32_t(key)))
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, key == Qt::Key_Enter ? Qt::Key_Return : key));
}

}  // namespace

PageKeys::PageKeys()
{
    for (const Key& key : all())
        read(key);
}

PageKeys& PageKeys::instance()
{
    static PageKeys keys;
    return keys;
}

QList<PageKeys::Key> PageKeys::all()
{
    QList<Key> keys;
    QString scope, place;
    const auto in = [&](const char* scopeName, const QString& placeName) {
        scope = scopeName;
        place = placeName;
    };
    const auto add = [&](const char* id, const QString& what, std::initializer_list<const char*> portable) {
        Key key{id, scope, place, what, {}};
        for (const char* k : portable)
            key.defaults.append(QKeySequence(QString::fromLatin1(k), QKeySequence::PortableText));
        keys.append(key);
    };
    in("runs", tr("Runs"));
    add("", tr("Rename"), {"F2"});
    add("runs.star", tr("Star, or take the star away"), {"S"});
    add("", tr("Move to the trash"), {"Del"});
    add("", tr("Open data, the draft or a comparison"), {"Return"});
    in("queue", tr("Queue"));
    add("queue.earlier", tr("Earlier"), {"Alt+Up"});
    add("queue.later", tr("Later"), {"Alt+Down"});
    add("queue.remove", tr("Remove"), {"Del"});
    add("queue.bringBack", tr("Bring back what was removed"), {"Ctrl+Z"});
    add("queue.edit", tr("Edit the settings of what waits"), {"Return"});
    in("charts", tr("Charts"));
    add("", tr("Move the view"), {"Left", "Right", "Up", "Down"});
    add("", tr("Closer, farther, everything"), {"+", "-", "0"});
    add("charts.save", tr("Save the chart"), {"Ctrl+E"});
    in("scrubber", tr("Time of the samples"));
    add("", tr("One sampling back or on"), {"Left", "Right"});
    add("", tr("Ten back or on"), {"PgUp", "PgDown"});
    add("", tr("First and last"), {"Home", "End"});
    add("", tr("Play or stop"), {"Space"});
    in("images", tr("Images"));
    add("", tr("Choose an image"), {"Left", "Right", "Up", "Down"});
    add("", tr("Larger, smaller, as it fits"), {"+", "-", "0"});
    add("images.keep", tr("Add the image to the gallery"), {"G"});
    add("images.keepNoise", tr("Add all images of the noise to the gallery"), {"Shift+G"});
    in("images", tr("Compare"));
    add("compare.transpose", tr("Exchange rows and columns"), {"X"});
    add("compare.teacher", tr("Show the teacher"), {"Shift+T"});
    add("compare.runs", tr("Runs as a table"), {"R"});
    add("compare.follow", tr("Trajectory of the image"), {"T"});
    add("compare.settings", tr("Settings of the column"), {"C"});
    add("compare.seedsNext", tr("The next noises"), {"N"});
    add("compare.seedsPrevious", tr("Noises before these"), {"P"});
    add("compare.export", tr("Save images"), {"Ctrl+E"});
    in("images", tr("Two images"));
    add("compare.sideBySide", tr("Side by side"), {"1"});
    add("compare.wipe", tr("Wipe"), {"2"});
    add("compare.flip", tr("Flip"), {"3"});
    add("compare.difference", tr("Difference"), {"4"});
    add("", tr("Flip while it is held"), {"Space"});
    in("rate", tr("Rate"));
    add("rate.left", tr("The left one is better"), {"Left", "1"});
    add("rate.right", tr("The right one is better"), {"Right", "2"});
    add("rate.tie", tr("Tie"), {"Down", "Space"});
    add("rate.bothBad", tr("Both are bad"), {"Up", "0"});
    add("rate.undo", tr("Take the last vote back"), {"Backspace", "Ctrl+Z"});
    add("rate.readOn", tr("Read on in long texts"), {"PgDown"});
    add("rate.readBack", tr("Read back in long texts"), {"PgUp"});
    add("rate.beginning", tr("Beginning of long texts"), {"Home"});
    add("rate.end", tr("End of long texts"), {"End"});
    add("rate.finish", tr("End the session after the last pair"), {"Return"});
    add("rate.leave", tr("Leave; the session waits"), {"Esc"});
    in("images", tr("Gallery"));
    add("gallery.earlier", tr("Move the image one place to the front"), {"Alt+Left"});
    add("gallery.later", tr("Move the image one place to the back"), {"Alt+Right"});
    add("gallery.first", tr("Move the image to the beginning"), {"Alt+Home"});
    add("gallery.last", tr("Move the image to the end"), {"Alt+End"});
    add("gallery.caption", tr("Caption"), {"F2"});
    add("gallery.remove", tr("Remove"), {"Del"});
    return keys;
}

void PageKeys::read(const Key& key)
{
    if (key.id.isEmpty())
        return;
    const auto saved = Settings().shortcut("key." + key.id);
    m_inForce[key.id] = !saved ? key.defaults : saved->isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{*saved};
}

QList<QKeySequence> PageKeys::keysOf(const Key& key) { return key.id.isEmpty() ? key.defaults : keysOf(key.id); }

QList<QKeySequence> PageKeys::keysOf(const QString& id) { return instance().m_inForce.value(id); }

QString PageKeys::textOf(const QList<QKeySequence>& keys)
{
    QStringList names;
    for (const QKeySequence& k : keys)
        names.append(k.toString(QKeySequence::NativeText));
    return names.join(QStringLiteral("  "));
}

QString PageKeys::withKeys(const QString& help, const QString& id)
{
    const QString keys = textOf(keysOf(id));
    return keys.isEmpty() ? help : QStringLiteral("%1 (%2)").arg(help, keys);
}

QKeySequence PageKeys::pressed(const QKeyEvent& event)
{
    constexpr int kNoKeys[] = {0,
                               Qt::Key_unknown,
                               Qt::Key_Shift,
                               Qt::Key_Control,
                               Qt::Key_Meta,
                               Qt::Key_Alt,
                               Qt::Key_AltGr,
                               Qt::Key_CapsLock,
                               Qt::Key_NumLock,
                               Qt::Key_ScrollLock,
                               Qt::Key_Super_L,
                               Qt::Key_Super_R,
                               Qt::Key_Hyper_L,
                               Qt::Key_Hyper_R};
    if (std::find(std::begin(kNoKeys), std::end(kNoKeys), event.key()) != std::end(kNoKeys))
        return {};
    return plain(Qt::Key(event.key()), event.modifiers());
}

bool PageKeys::has(const QList<QKeySequence>& held, const QKeySequence& keys)
{
    const auto plainOf = [](const QKeySequence& k) { return k.count() == 1 ? plain(k[0].key(), k[0].keyboardModifiers()) : k; };
    return !keys.isEmpty() && std::any_of(held.begin(), held.end(), [&](const QKeySequence& k) { return plainOf(k) == plainOf(keys); });
}

QString PageKeys::idOf(const QString& scope, const QKeyEvent& event)
{
    const QKeySequence keys = pressed(event);
    for (const Key& key : all())
        if (key.scope == scope && has(keysOf(key), keys))
            return key.id;
    return {};
}

bool PageKeys::matches(const QString& id, const QKeyEvent& event) { return has(keysOf(id), pressed(event)); }

void PageKeys::follow(QObject* target, const std::function<void()>& take)
{
    take();
    connect(&instance(), &PageKeys::changed, target, take);
}

void PageKeys::bind(QAction* action, const QString& id)
{
    follow(action, [action, id] { action->setShortcuts(keysOf(id)); });
}

void PageKeys::bind(QShortcut* shortcut, const QString& id)
{
    follow(shortcut, [shortcut, id] { shortcut->setKeys(keysOf(id)); });
}

void PageKeys::explain(QWidget* widget, const QString& help, const QString& id)
{
    follow(widget, [widget, help, id] { widget->setToolTip(withKeys(help, id)); });
}

void PageKeys::setKeys(const Key& key, const QKeySequence& keys)
{
    Settings().setShortcut("key." + key.id, key.defaults == QList<QKeySequence>{keys} ? std::nullopt : std::optional(keys));
    read(key);
    Q_EMIT changed();
}

void PageKeys::reset(const Key& key)
{
    Settings().setShortcut("key." + key.id, std::nullopt);
    read(key);
    Q_EMIT changed();
}

void PageKeys::resetAll()
{
    for (const Key& key : all()) {
        if (!key.id.isEmpty())
            Settings().setShortcut("key." + key.id, std::nullopt);
        read(key);
    }
    Q_EMIT changed();
}

void PageKeys::setCommandKeys(const QString& command, const QList<QKeySequence>& keys)
{
    if (m_inForce.value(command) == keys)
        return;
    m_inForce[command] = keys;
    Q_EMIT changed();
}

}  // namespace potstill
