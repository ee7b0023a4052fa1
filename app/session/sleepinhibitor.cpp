#include "app/session/sleepinhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QStandardPaths>

#include <unistd.h>

namespace potstill {

namespace {

constexpr const char* kWhat = "sleep:idle";
constexpr const char* kWho = "Potstill";
constexpr const char* kMode = "block";

// Where logind does not answer, systemd-inhibit ends without running the command: it is tried first, and done without where it fails.
constexpr const char* kGuard = R"(if "$0" "$1" "$2" "$3" "$4" true 2>/dev/null; then exec "$0" "$@"; fi; shift 4; exec "$@")";

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

QStringList SleepInhibitor::guarding(const QStringList& command, const QString& reason)
{
    const QString program = QStandardPaths::findExecutable("systemd-inhibit");
    if (program.isEmpty())
        return command;
    return QStringList{"/bin/sh", "-c", kGuard, program, QString("--what=%1").arg(kWhat), QString("--who=%1").arg(kWho), "--why=" + reason, QString("--mode=%1").arg(kMode)}
           + command;
}

void SleepInhibitor::release()
{
    m_isWanted = false;
    if (m_descriptor >= 0)
        close(m_descriptor);
    m_descriptor = -1;
}

}  // namespace potstill
