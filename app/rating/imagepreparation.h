#pragma once

#include "app/rating/ratingstore.h"
#include "app/rating/tablesampler.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <functional>

namespace potstill {

/// Makes the images of a draft: samples every system at the comparison's reserved seeds, writes them as PNG into PROJECT/comparisons/ID and tells the store
/// their hashes. It begins with a few of each model, says from them how long all will take, and waits for confirm() where that is long. What is made is kept: a
/// stopped preparation goes on where it was, with the same weights: a run is taken as its newest checkpoint when the first image is made, and that one is kept to.
class ImagePreparation final : public QObject {
    Q_OBJECT
public:
    ImagePreparation(RunSession& runs, RatingStore& store, QObject* parent = nullptr);

    /// Gives up what is on.
    void begin(const ComparisonRecord& draft);
    void confirm();
    void stop();
    /// Says again where it stands, for a page that has just begun to listen.
    void announce();
    bool isBusy() const { return m_isBusy; }
    const QString& comparison() const { return m_draft.id; }
    /// What a person should know of the images of a comparison, until its next preparation begins or they are dismissed: an older checkpoint took the place of a damaged one, steps leave
    /// the grid, ... Each once.
    std::vector<RunWarning> warnings(const QString& comparison) const { return m_warnings.value(comparison); }
    void dismissWarnings(const QString& comparison) { m_warnings.remove(comparison); }

    /// Below this the estimate is not waited for.
    static constexpr double kUnaskedSeconds = 20;

Q_SIGNALS:
    /// Before the long part; `waits` = for confirm().
    void estimated(int images, double seconds, bool waits);
    void progressed(int done, int total, double secondsLeft);
    void finished();
    void stopped();
    void failed(const QString& message);
    /// It goes on, with a warning more.
    void warned(const potstill::RunWarning& warning);

private:
    /// Systems that one request makes together: they differ in steps alone.
    struct Group {
        PlannedSystem made;  // of the first
        std::vector<int> systems;
        std::vector<std::int64_t> missing;
        double secondsPerSeed = 0;
    };
    void pin(const std::vector<std::string>& models, const std::vector<ImageRecord>& present);
    void plan(const std::vector<ImageRecord>& present);
    void next();
    void keep(const SampleTable& table);
    void end();
    void fail(const QString& message);
    void warn(const std::vector<RunWarning>& warnings);
    /// Takes the failure of what is begun now, unless that was stopped meanwhile.
    std::function<void(const QString&)> failing();
    double secondsLeft() const;
    int imagesPerSeed(const Group& group) const { return int(group.systems.size()); }

    RatingStore& m_store;
    TableSampler m_sampling;
    ComparisonRecord m_draft;
    QHash<QString, std::vector<RunWarning>> m_warnings;  // by comparison
    std::vector<Group> m_groups;
    std::size_t m_group = 0;            // that is being sampled
    std::vector<std::int64_t> m_seeds;  // that are being sampled
    QElapsedTimer m_clock;
    int m_done = 0, m_total = 0, m_run = 0;
    bool m_isBusy = false, m_isMeasured = false, m_waits = false;
};

}  // namespace potstill
