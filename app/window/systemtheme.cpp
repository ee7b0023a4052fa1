#include "app/window/systemtheme.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace potstill {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop"), kPath = QStringLiteral("/org/freedesktop/portal/desktop"),
              kInterface = QStringLiteral("org.freedesktop.portal.Settings"), kGroup = QStringLiteral("org.freedesktop.appearance"), kKey = QStringLiteral("color-scheme");
constexpr uint kNoPreference = 0, kPrefersDark = 1;

}  // namespace

SystemTheme::SystemTheme(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    read << kGroup << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* w) {
        if (const QDBusPendingReply<QDBusVariant> reply = *w; reply.isValid())
            onSettingChanged(kGroup, kKey, reply.value());
        w->deleteLater();
    });
}

void SystemTheme::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != kGroup || key != kKey)
        return;
    QVariant plain = value.variant();
    if (plain.canConvert<QDBusVariant>())  // older portals wrap the value twice
        plain = plain.value<QDBusVariant>().variant();
    if (plain.toUInt() != kNoPreference)
        setSystemIsDark(*qApp, plain.toUInt() == kPrefersDark);
}

}  // namespace potstill
