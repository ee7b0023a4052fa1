#include "app/session/runmailbox.h"

namespace potstill {

RunMailbox::News RunMailbox::take()
{
    std::lock_guard lock(m_mutex);
    return std::exchange(m_news, {});
}

void RunMailbox::onProgress(const Progress& progress)
{
    std::lock_guard lock(m_mutex);
    m_news.progress = progress;
}

void RunMailbox::onStats(const StatPoint& point)
{
    std::lock_guard lock(m_mutex);
    m_news.stats.push_back(point);
}

void RunMailbox::onPreview(const PreviewGrid& grid)
{
    std::lock_guard lock(m_mutex);
    if (!m_news.previews.empty())
        m_news.previews.back().cells.clear();
    m_news.previews.push_back(grid);
}

void RunMailbox::onLog(LogLevel level, const std::string& text)
{
    std::lock_guard lock(m_mutex);
    if (m_news.log.size() < kMostLogLines)  // log.txt has them all
        m_news.log.emplace_back(level, text);
}

void RunMailbox::onRunFolder(const std::string& folder)
{
    std::lock_guard lock(m_mutex);
    m_news.runFolder = folder;
}

void RunMailbox::onCheckpoint(const std::string& folder)
{
    std::lock_guard lock(m_mutex);
    m_news.checkpoint = folder;
}

void RunMailbox::onPausedByItself(const std::string& reason)
{
    std::lock_guard lock(m_mutex);
    m_news.pausedReason = reason;
}

}  // namespace potstill
