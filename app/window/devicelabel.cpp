#include "app/window/devicelabel.h"

#include "app/session/background.h"
#include "app/session/devicemeter.h"
#include "widgets/linechart.h"

namespace potstill {

DeviceLabel::DeviceLabel(QWidget* parent) : QLabel(parent)
{
    setObjectName("status.utilisation");
    setProperty("role", "caption");
    setToolTip(tr("Share of the time in which the device works, and its memory in use by all programs"));
    hide();
    connect(&m_timer, &QTimer::timeout, this, &DeviceLabel::read);
    runInBackground<std::shared_ptr<DeviceMeter>>(
        this, [] { return std::make_shared<DeviceMeter>(); },
        [this](std::shared_ptr<DeviceMeter> meter) {
            if (!meter->isThere())
                return;
            m_meter = std::move(meter);
            m_timer.start(2000);
        });
}

DeviceLabel::~DeviceLabel() = default;

void DeviceLabel::read()
{
    if (std::exchange(m_isReading, true))
        return;
    runInBackground<std::optional<DeviceMeter::Reading>>(
        this, [meter = m_meter] { return meter->read(); },
        [this](const std::optional<DeviceMeter::Reading>& r) {
            m_isReading = false;
            setVisible(r.has_value());
            if (r)
                setText(tr("GPU %1 % · %2 of %3").arg(r->busyPercent).arg(siText(double(r->usedBytes), "B"), siText(double(r->totalBytes), "B")));
        });
}

}  // namespace potstill
