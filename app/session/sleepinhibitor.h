#pragma once

#include <QObject>

namespace potstill {

/// Keeps the machine from sleeping while a run of the window is on (logind's inhibitor; nothing happens where there is no logind).
class SleepInhibitor final : public QObject {
public:
    using QObject::QObject;
    ~SleepInhibitor() override { release(); }
    void hold(const QString& reason);
    void release();

private:
    int m_descriptor = -1;
    bool m_isWanted = false;
};

}  // namespace potstill
