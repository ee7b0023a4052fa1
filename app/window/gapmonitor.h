#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace potstill {

/// Measures how long the event loop of the window stands still: the time between two ticks of a 5 ms timer, from start() on. Writes {count, p999_ms, longest_ms, over_50_ms} at the end.
class GapMonitor final : public QObject {
public:
    explicit GapMonitor(QObject* parent = nullptr);
    /// After the first paint.
    void start();
    void write(const QString& file) const;
    double quantileMs(double p) const;
    double longestMs() const;
    std::size_t count() const { return m_gaps.size(); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_last = 0;
    std::vector<float> m_gaps;
};

}  // namespace potstill
