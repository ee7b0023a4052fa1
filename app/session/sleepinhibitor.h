#pragma once

#include <QObject>
#include <QStringList>

namespace potstill {

/// Keeps the machine from sleeping while a run is on (logind's inhibitor; nothing happens where there is no logind).
class SleepInhibitor final : public QObject {
public:
    using QObject::QObject;
    ~SleepInhibitor() override { release(); }
    void hold(const QString& reason);
    void release();

    /// A command line that keeps the machine from sleeping as long as `command` runs, for a program that outlives this one (systemd-inhibit; the command itself where that is not
    /// installed).
    static QStringList guarding(const QStringList& command, const QString& reason);

private:
    int m_descriptor = -1;
    bool m_isWanted = false;
};

}  // namespace potstill
