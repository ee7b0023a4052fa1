#include "app/window/gapmonitor.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace potstill {

GapMonitor::GapMonitor(QObject* parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(5);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const qint64 now = m_clock.nsecsElapsed();
        m_gaps.push_back(static_cast<float>(static_cast<double>(now - m_last) / 1e6));
        m_last = now;
    });
}

void GapMonitor::start()
{
    m_gaps.clear();
    m_clock.start();
    m_last = 0;
    m_timer.start();
}

double GapMonitor::quantileMs(double p) const
{
    if (m_gaps.empty())
        return 0;
    std::vector<float> sorted = m_gaps;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size() - 1))];
}

double GapMonitor::longestMs() const { return m_gaps.empty() ? 0 : *std::max_element(m_gaps.begin(), m_gaps.end()); }

void GapMonitor::write(const QString& file) const
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return;
    const auto over = std::count_if(m_gaps.begin(), m_gaps.end(), [](float g) { return g > 50; });
    out.write(
        QJsonDocument(
            QJsonObject{{"count", static_cast<qint64>(m_gaps.size())}, {"p999_ms", quantileMs(0.999)}, {"longest_ms", longestMs()}, {"over_50_ms", static_cast<qint64>(over)}})
            .toJson());
}

}  // namespace potstill
