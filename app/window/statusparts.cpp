#include "app/window/statusparts.h"

#include "app/session/background.h"
#include "app/session/queuerunner.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#include "widgets/linechart.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QToolButton>

#include <unistd.h>

#include <utility>

namespace potstill {

namespace {

constexpr int kMeterMs = 2000, kSavingMs = 1000;

double memoryOfTheMachine() { return double(sysconf(_SC_PHYS_PAGES)) * double(sysconf(_SC_PAGESIZE)); }

QString ofText(double part, double whole) { return StatusParts::tr("%1 of %2").arg(siText(part, "B"), siText(whole, "B")); }

}  // namespace

StatusParts::StatusParts(RunSession& session, QueueRunner& queue, const std::string& nvml, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_device = part("status.device", tr("Devices"), tr("Devices that can compute; leads to the setting that chooses one"), &StatusParts::deviceWanted);
    m_load = part("status.utilisation", tr("Load"), tr("Load of the run's device"), &StatusParts::loadWanted);
    m_memory = part("status.memory", tr("Memory"), tr("Memory that the run uses, of what its device has; leads to the batch, which decides it"), &StatusParts::memoryWanted);
    m_rate = part("status.rate", tr("Speed"), tr("Speed of the run; leads to its curve"), &StatusParts::speedWanted);
    m_saved = part("status.saved", tr("Last saved"), tr("When the last checkpoint was written; leads to the run"), &StatusParts::savingWanted);
    m_queue = part("status.queue", tr("Queue"), tr("Entries that wait in the queue; leads there"), &StatusParts::queueWanted);
    row->addStretch(1);
    // Texts do not make the window wider.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    connect(&m_session, &RunSession::statsArrived, this, &StatusParts::takeStats);
    connect(&m_session, &RunSession::runFolderKnown, this, &StatusParts::readDeviceOf);
    connect(&m_savingTimer, &QTimer::timeout, this, &StatusParts::showSaving);
    connect(&m_session, &RunSession::checkpointSaved, this, [this] {
        m_savedMs = QDateTime::currentMSecsSinceEpoch();
        m_savingTimer.start(kSavingMs);
        say(m_saved, tr("saved just now"));
    });
    connect(&m_session, &RunSession::stateChanged, this, [this] {
        if (m_session.isActive())
            return;
        m_savingTimer.stop();
        m_runDevice.clear();
        for (QToolButton* b : {m_memory, m_rate, m_saved})
            say(b, {});
    });
    connect(&queue, &QueueRunner::changed, this, [this, &queue] {
        const int n = int(queue.entries().size());
        say(m_queue, n > 0 ? tr("%n in the queue", nullptr, n) : QString());
    });
    if (m_session.isActive() && !m_session.runFolder().isEmpty())
        readDeviceOf(m_session.runFolder());  // it goes on from another window
    runInBackground<std::vector<std::string>>(
        this, [] { return computeDevices(); }, [this](const std::vector<std::string>& devices) { takeDevices(devices); });
    connect(&m_timer, &QTimer::timeout, this, &StatusParts::readMeter);
    runInBackground<std::shared_ptr<DeviceMeter>>(
        this, [nvml] { return std::make_shared<DeviceMeter>(nvml); },
        [this](std::shared_ptr<DeviceMeter> meter) {
            if (!meter->isThere())
                return;
            m_meter = std::move(meter);
            m_timer.start(kMeterMs);
            readMeter();
        });
}

QToolButton* StatusParts::part(const char* objectName, const QString& name, const QString& help, void (StatusParts::*wanted)())
{
    auto* b = new QToolButton;
    b->setObjectName(objectName);
    b->setProperty("name", name);
    b->setToolTip(help);
    b->setFocusPolicy(Qt::StrongFocus);
    b->setAutoRaise(true);
    layout()->addWidget(b);
    m_parts.append(b);
    say(b, {});
    connect(b, &QToolButton::clicked, this, wanted);
    return b;
}

void StatusParts::say(QToolButton* part, const QString& text)
{
    part->setText(text);
    part->setAccessibleName(QStringLiteral("%1: %2").arg(part->property("name").toString(), text));
    fit();
}

void StatusParts::fit()
{
    const auto room = [this](const QToolButton* part) { return part->text().isEmpty() ? 0 : part->sizeHint().width() + layout()->spacing(); };
    int needed = -layout()->spacing();
    for (const QToolButton* part : std::as_const(m_parts))
        needed += room(part);
    for (QToolButton* part : std::as_const(m_parts)) {
        const bool hasRoom = needed <= width();
        part->setVisible(!part->text().isEmpty() && hasRoom);
        if (!hasRoom)
            needed -= room(part);
    }
}

void StatusParts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusParts::takeDevices(const std::vector<std::string>& devices)
{
    m_devices = devices;
    QStringList names;
    for (const std::string& d : devices)
        names.append(QString::fromStdString(d));
    say(m_device, names.join(", "));
}

void StatusParts::readDeviceOf(const QString& runFolder)
{
    runInBackground<std::string>(
        this, [runFolder] { return readRunSummary(runFolder.toStdString()).device; },
        [this, runFolder](const std::string& device) {
            if (runFolder != m_session.runFolder() || !m_session.isActive())
                return;
            m_runDevice = device;
            m_reading.reset();  // of another device, perhaps
            readMeter();
        });
}

int StatusParts::cudaIndex() const { return m_runDevice.empty() ? 0 : cudaIndexOf(m_runDevice, m_devices); }

void StatusParts::takeStats(const std::vector<StatPoint>& points)
{
    double imagesPerSecond = 0, stepsPerSecond = 0;
    for (const auto& [name, value] : points.back().values) {
        if (name == "memory_bytes" && !m_runDevice.empty()) {
            const bool isOnCpu = cudaIndex() < 0;
            say(m_memory, isOnCpu ? ofText(value, memoryOfTheMachine()) : m_reading ? ofText(value, double(m_reading->totalBytes)) : siText(value, "B"));
        }
        if (name == "images_per_s")
            imagesPerSecond = value;
        if (name == "steps_per_s")
            stepsPerSecond = value;
    }
    if (imagesPerSecond > 0)
        say(m_rate, tr("%1 images/s, %2 steps/s").arg(siText(imagesPerSecond), siText(stepsPerSecond)));
}

void StatusParts::showSaving() { say(m_saved, tr("saved %1 s ago").arg((QDateTime::currentMSecsSinceEpoch() - m_savedMs) / 1000)); }

void StatusParts::readMeter()
{
    const int index = cudaIndex();
    if (index < 0) {
        // The run is on the CPU: what others do on a GPU is not its load.
        m_reading.reset();
        say(m_load, {});
        return;
    }
    if (!m_meter || std::exchange(m_isReading, true))
        return;
    runInBackground<std::optional<DeviceMeter::Reading>>(
        this, [meter = m_meter, index] { return meter->read(unsigned(index)); },
        [this, index](const std::optional<DeviceMeter::Reading>& r) {
            m_isReading = false;
            if (index != cudaIndex())
                return readMeter();  // a run on another device has begun
            m_reading = r;
            say(m_load, r ? tr("GPU %1: %2 %").arg(index).arg(r->busyPercent) : QString());
            if (r)
                m_load->setToolTip(tr("Share of the time in which the device works; all programs use %1 of its memory. Leads to the speed of the run")
                                       .arg(ofText(double(r->usedBytes), double(r->totalBytes))));
        });
}

}  // namespace potstill
