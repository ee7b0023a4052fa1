#include "app/session/notice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace potstill {

void notify(const QString& title, const QString& text)
{
    QDBusMessage call = QDBusMessage::createMethodCall("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "Notify");
    call << QStringLiteral("Potstill") << uint(0) << QStringLiteral("org.potstill.Potstill") << title << text << QStringList() << QVariantMap() << -1;
    QDBusConnection::sessionBus().send(call);
}

}  // namespace potstill
