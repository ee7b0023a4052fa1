#pragma once

#include "app/session/runsession.h"
#include "engine/jobs/comparison.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

class QThread;

namespace potstill {

/// What a cell that is not ready looks like on its way.
struct SamplePrediction {
    Image image;
    int step = 0, steps = 0;
};
/// What has become ready since the last news of a request.
struct SampleNews {
    std::vector<std::string> columns, rows;
    std::map<std::size_t, SampleCell> cells;              ///< by index into the table
    std::map<std::size_t, SamplePrediction> predictions;  ///< likewise, of cells that are not ready; to be looked at, not to be kept
};

/// Samples comparisons and trajectories. While a training is on, the request is served between its steps (its own student live, other models too, so that two jobs never fight for
/// the processor); else on a thread of its own. A new request replaces the one before; results of replaced requests are dropped. Networks and images are kept between requests.
class SamplingSession final : public QObject {
    Q_OBJECT
public:
    /// How a table is made; tests put slow, failing and flooding ones here.
    using TableMaker = std::function<SampleTable(const ComparisonRequest&, RunControl&, const SampleProgress&, TrainingJob*)>;

    /// `sampler`: that of another session, so that networks and images are held once; null = one of its own.
    explicit SamplingSession(RunSession& runs, QObject* parent = nullptr, TableMaker maker = {}, std::shared_ptr<ComparisonSampler> sampler = nullptr);
    ~SamplingSession() override;
    const std::shared_ptr<ComparisonSampler>& sampler() const { return m_sampler; }

    void sample(const ComparisonRequest& request);
    /// One sample step by step; label -1 = none.
    void follow(const SampleColumn& column, std::uint64_t noiseSeed, std::uint64_t seed, std::int64_t label);
    void cancel();
    bool isBusy() const { return m_task || m_next; }

Q_SIGNALS:
    void busyChanged(bool busy);
    /// Cells that are new, and predictions of others; at most one message per 40 ms.
    void progressed(const potstill::SampleNews& news);
    void sampled(const potstill::SampleTable& table);
    void followed(const potstill::Trajectory& trajectory);
    void failed(const QString& message);

private:
    struct Task;
    void start(std::shared_ptr<Task> task);
    void begin();
    void deliver();
    void conclude();
    void runOnOwnThread();
    void tellBusy();

    RunSession& m_runs;
    TableMaker m_maker;
    std::shared_ptr<ComparisonSampler> m_sampler;
    std::shared_ptr<Task> m_task;
    std::shared_ptr<Task> m_next;  // waits until the thread of a cancelled request has left
    std::unique_ptr<QThread> m_thread;
    QTimer m_timer;
    bool m_wasBusy = false;
};

}  // namespace potstill
