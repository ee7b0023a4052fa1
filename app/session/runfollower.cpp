#include "app/session/runfollower.h"

#include "app/session/background.h"
#include "engine/jobs/jobs.h"

#include <QDir>

#include <mutex>

namespace potstill {

namespace {

constexpr int kEveryMs = 1000;

QList<StoredPreview> previewsOf(const QString& runFolder)
{
    QList<StoredPreview> previews;
    const QDir samples(runFolder + "/samples");
    for (const QString& name : samples.entryList({"*-ema.png"}, QDir::Files, QDir::Name))
        previews.append(StoredPreview::of(name.section('-', 0, 0).toLongLong(), samples.filePath(name)));
    return previews;
}

}  // namespace

/// Opens the driver's library when it is first asked, on the thread that asks.
struct RunFollower::Meter {
    explicit Meter(std::string library) : nvml(std::move(library)) {}
    std::optional<DeviceMeter::Reading> loadOf(const std::string& device)
    {
        const int index = cudaIndexOf(device, device == "auto" ? computeDevices() : std::vector<std::string>());
        if (index < 0)
            return std::nullopt;
        std::call_once(isOpen, [this] { meter = std::make_unique<DeviceMeter>(nvml); });
        return meter->read(unsigned(index));
    }

    const std::string nvml;
    std::once_flag isOpen;
    std::unique_ptr<DeviceMeter> meter;
};

StoredPreview StoredPreview::of(qint64 images, const QString& file)
{
    const auto beside = [&](const char* kind) {
        const QString other = file.endsWith("-ema.png") ? file.chopped(7) + kind + ".png" : QString();
        return QFileInfo::exists(other) ? other : QString();
    };
    return {images, file, beside("raw"), beside("networks")};
}

RunFollower::RunFollower(const std::string& nvml, QObject* parent) : QObject(parent), m_meter(std::make_shared<Meter>(nvml))
{
    m_timer.setInterval(kEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &RunFollower::read);
}

void RunFollower::follow(const QString& runFolder)
{
    m_folder = runFolder;
    m_nextByte = m_nextLogByte = 0;
    ++m_generation;
    m_isReading = false;
    m_timer.stop();
    if (!runFolder.isEmpty())
        read();
}

void RunFollower::readAgain()
{
    if (m_folder.isEmpty())
        return;
    m_isWanted = m_isReading;
    read();
}

void RunFollower::read()
{
    if (std::exchange(m_isReading, true))
        return;
    runInBackground<News>(
        this,
        [folder = m_folder, from = m_nextByte, fromLog = m_nextLogByte, meter = m_meter] {
            News news;
            news.stats = StatsLog::read(folder.toStdString(), from, &news.nextByte);
            // A log that became shorter was read from its start.
            news.isFromStart = from == 0 || news.nextByte < from;
            news.log = readLog(folder.toStdString(), fromLog, &news.nextLogByte);
            news.previews = previewsOf(folder);
            news.summary = readRunSummary(folder.toStdString());
            news.owner = ownerOf(folder.toStdString());
            if (news.owner && !news.owner->isThisProcess && !news.owner->program.empty())
                news.load = meter->loadOf(news.summary.device);
            return news;
        },
        [this, generation = m_generation](const News& news) {
            if (generation != m_generation)
                return;
            m_isReading = false;
            m_nextByte = news.nextByte;
            m_nextLogByte = news.nextLogByte;
            const bool isForeign = news.owner && !news.owner->isThisProcess;
            isForeign ? m_timer.start() : m_timer.stop();
            Q_EMIT newsArrived(news);
            if (std::exchange(m_isWanted, false))
                read();
        },
        [this, generation = m_generation](const QString&) {
            // A file that is being replaced at this moment: the next second will do.
            if (generation == m_generation) {
                m_isReading = false;
                m_timer.start();
            }
        });
}

}  // namespace potstill
