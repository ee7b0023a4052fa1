#include "app/session/sleepinhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

#include <unistd.h>

namespace potstill {

namespace {

constexpr const char* kWhat = "sleep:idle";
constexpr const char* kWho = "Potstill";
constexpr const char* kMode = "block";

}  // namespace

void SleepInhibitor::hold(const QString& reason)
{
    if (m_isWanted)
        return;
    m_isWanted = true;
    QDBusMessage call = QDBusMessage::createMethodCall("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "Inhibit");
    call << kWhat << kWho << reason << kMode;
    // Asked without waiting: where there is no system bus the answer is an error and nothing is held.
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* w) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *w;
        // Of hold, release, hold two answers arrive; one descriptor is enough.
        if (reply.isValid() && m_isWanted && m_descriptor < 0)
            m_descriptor = dup(reply.value().fileDescriptor());
        w->deleteLater();
    });
}

void SleepInhibitor::release()
{
    m_isWanted = false;
    if (m_descriptor >= 0)
        close(m_descriptor);
    m_descriptor = -1;
}

}  // namespace potstill
