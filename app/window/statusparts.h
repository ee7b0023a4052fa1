#pragma once

#include "app/session/devicemeter.h"
#include "app/session/runsession.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace potstill {

class QueueRunner;

/// The left of the status bar: devices, load, memory, speed, the last saving, the queue. Each is a button that leads to what it names; one that has nothing to say is hidden, and
/// where there is no room for all the first ones are.
class StatusParts final : public QWidget {
    Q_OBJECT
public:
    /// `nvml`: the library that tells how busy a device is.
    StatusParts(RunSession& session, QueueRunner& queue, const std::string& nvml = DeviceMeter::kDriverLibrary, QWidget* parent = nullptr);

Q_SIGNALS:
    void deviceWanted();
    void loadWanted();
    void memoryWanted();
    void speedWanted();
    void savingWanted();
    void queueWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* part(const char* objectName, const QString& name, const QString& help, void (StatusParts::*wanted)());
    void say(QToolButton* part, const QString& text);
    void fit();
    void takeDevices(const std::vector<std::string>& devices);
    void takeStats(const std::vector<StatPoint>& points);
    void readDeviceOf(const QString& runFolder);
    void readMeter();
    void showSaving();
    /// Number of the CUDA device that the run uses, of the first one while there is no run; -1 for a run on the CPU.
    int cudaIndex() const;

    RunSession& m_session;
    std::shared_ptr<DeviceMeter> m_meter;
    std::optional<DeviceMeter::Reading> m_reading;
    QTimer m_timer, m_savingTimer;
    std::vector<std::string> m_devices;  // of this machine: "cpu", "cuda:0"
    std::string m_runDevice;             // as the run's settings name it; "" = no run, or not known yet
    qint64 m_savedMs = 0;
    bool m_isReading = false;
    QList<QToolButton*> m_parts;
    QToolButton *m_device, *m_load, *m_memory, *m_rate, *m_saved, *m_queue;
};

}  // namespace potstill
