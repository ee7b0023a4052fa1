#include "app/window/pagekeys.h"

#include "app/window/settings.h"

#include <QAction>
#include <QKeyEvent>
#include <QShortcut>

namespace potstill {

namespace {

template <class T>
void bindTo(T* target, void (T::*set)(const QKeySequence&), const QString& id)
{
    const auto take = [target, set, id] { (target->*set)(PageKeys::keysOf(id)); };
    take();
    QObject::connect(&PageKeys::instance(), &PageKeys::changed, target, take);
}

}  // namespace

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
    add("", tr("Move up or down"), {"Alt+Up", "Alt+Down"});
    add("", tr("Remove"), {"Del"});
    add("", tr("Edit the settings of what waits"), {"Return"});
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
    add("compare.runs", tr("Runs as a table"), {"R"});
    add("compare.follow", tr("Trajectory of the image"), {"T"});
    add("compare.settings", tr("Settings of the column"), {"C"});
    add("compare.seedsNext", tr("The next noises"), {"N"});
    add("compare.seedsPrevious", tr("Noises before these"), {"P"});
    add("compare.export", tr("Save images"), {"Ctrl+E"});
    in("images", tr("Two images"));
    add("", tr("Side by side, wipe, flip, difference"), {"1", "2", "3", "4"});
    in("rate", tr("Rate"));
    add("", tr("The left or the right image is better"), {"Left", "Right", "1", "2"});
    add("", tr("Tie"), {"Down", "Space"});
    add("", tr("Both are bad"), {"Up", "0"});
    add("", tr("Read on or back in long texts"), {"PgDown", "PgUp"});
    add("", tr("Take the last vote back"), {"Backspace", "Ctrl+Z"});
    in("images", tr("Gallery"));
    add("gallery.earlier", tr("Move the image one place to the front"), {"Alt+Left"});
    add("gallery.later", tr("Move the image one place to the back"), {"Alt+Right"});
    add("gallery.first", tr("Move the image to the beginning"), {"Alt+Home"});
    add("gallery.last", tr("Move the image to the end"), {"Alt+End"});
    add("gallery.caption", tr("Caption"), {"F2"});
    add("gallery.remove", tr("Remove"), {"Del"});
    return keys;
}

QList<QKeySequence> PageKeys::keysOf(const Key& key)
{
    const auto saved = key.id.isEmpty() ? std::nullopt : Settings().shortcut("key." + key.id);
    return saved ? QList<QKeySequence>{*saved} : key.defaults;
}

QKeySequence PageKeys::keysOf(const QString& id)
{
    for (const Key& key : all())
        if (key.id == id)
            return keysOf(key).value(0);
    return {};
}

bool PageKeys::matches(const QString& id, const QKeyEvent& event)
{
    const QKeySequence keys = keysOf(id);
    return keys.count() == 1 && keys[0] == event.keyCombination();
}

PageKeys::Key PageKeys::holderOf(const QString& id, const QString& scope, const QKeySequence& keys)
{
    for (const Key& key : all())
        if ((id.isEmpty() || key.id != id) && (scope.isEmpty() || key.scope == scope) && !keys.isEmpty() && keysOf(key).contains(keys))
            return key;
    return {};
}

void PageKeys::bind(QAction* action, const QString& id) { bindTo(action, &QAction::setShortcut, id); }
void PageKeys::bind(QShortcut* shortcut, const QString& id) { bindTo(shortcut, &QShortcut::setKey, id); }

void PageKeys::setKeys(const Key& key, const QKeySequence& keys)
{
    Settings().setShortcut("key." + key.id, key.defaults.contains(keys) ? std::nullopt : std::optional(keys));
    Q_EMIT changed();
}

void PageKeys::resetAll()
{
    for (const Key& key : all())
        if (!key.id.isEmpty())
            Settings().setShortcut("key." + key.id, std::nullopt);
    Q_EMIT changed();
}

}  // namespace potstill
