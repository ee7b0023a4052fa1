#pragma once

#include <QLabel>
#include <QTimer>

#include <memory>

namespace potstill {

class DeviceMeter;

/// How busy the graphics device is and how much of its memory is taken, every two seconds; hidden where there is none.
class DeviceLabel final : public QLabel {
    Q_OBJECT
public:
    explicit DeviceLabel(QWidget* parent = nullptr);
    ~DeviceLabel() override;

private:
    void read();

    std::shared_ptr<DeviceMeter> m_meter;
    QTimer m_timer;
    bool m_isReading = false;
};

}  // namespace potstill
