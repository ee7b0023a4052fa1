#pragma once

#include "app/session/devicemeter.h"
#include "engine/io/runfolder.h"
#include "engine/io/runlog.h"
#include "engine/io/runowner.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>

namespace potstill {

/// A preview that lies in a run's samples folder.
struct StoredPreview {
    qint64 images = 0;
    QString file;          ///< made with the averaged weights: NNNNNNNNN-ema.png; its .json lies beside it
    QString rawFile;       ///< the same moment with the raw weights; "" = none was made
    QString networksFile;  ///< student, teacher and the method's other networks on the same inputs; "" = none was made
    /// With what lies beside NNNNNNNNN-ema.png.
    static StoredPreview of(qint64 images, const QString& file);
    bool operator==(const StoredPreview&) const = default;
};

/// Reads a run's folder, at once and then every second while another program writes it: statistics and log from where they stood, new previews, state and owner. Never writes.
class RunFollower final : public QObject {
    Q_OBJECT
public:
    /// `nvml`: the library that tells how busy a device is.
    explicit RunFollower(const std::string& nvml = DeviceMeter::kDriverLibrary, QObject* parent = nullptr);

    /// "" = nothing.
    void follow(const QString& runFolder);
    /// Now, for a run that this program has just finished.
    void readAgain();
    QString runFolder() const { return m_folder; }

    struct News {
        std::vector<StatPoint> stats;
        std::uint64_t nextByte = 0;
        bool isFromStart = false;  ///< what the caller has is to be replaced
        std::vector<LogLine> log;  ///< since the last news
        std::uint64_t nextLogByte = 0;
        QList<StoredPreview> previews;
        RunSummary summary;
        std::optional<RunOwner> owner;
        std::optional<DeviceMeter::Reading> load;  ///< of its device, while another program on this machine writes it
    };

Q_SIGNALS:
    void newsArrived(const potstill::RunFollower::News& news);

private:
    void read();
    struct Meter;

    std::shared_ptr<Meter> m_meter;
    QString m_folder;
    QTimer m_timer;
    std::uint64_t m_nextByte = 0, m_nextLogByte = 0;
    int m_generation = 0;
    bool m_isReading = false, m_isWanted = false;
};

}  // namespace potstill
