#include "app/rating/ratingdatabase.h"
#include "engine/io/posix.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>

namespace potstill {

namespace {

bool isLiving(const SessionHolder& holder)
{
    const bool isGone = holder.host == QSysInfo::machineHostName() && !isProcessAlive(holder.pid);
    return !isGone && QDateTime::currentMSecsSinceEpoch() - holder.beatMs < kLeaseMs;
}

}  // namespace

RatingDatabase::~RatingDatabase()
{
    try {
        if (!isReadOnly())
            m_sqlite->run("DELETE FROM session_leases WHERE owner = ?", {m_owner});
    } catch (const std::exception&) {
        // A lease that stays goes stale by itself.
    }
}

std::optional<SessionHolder> RatingDatabase::otherHolder(qint64 session) const
{
    QSqlQuery q = m_sqlite->run("SELECT host, pid, beat_ms FROM session_leases WHERE session = ? AND owner <> ?", {session, m_owner});
    if (!q.next())
        return std::nullopt;
    const SessionHolder holder{q.value(0).toString(), q.value(1).toLongLong(), q.value(2).toLongLong()};
    return isLiving(holder) ? std::optional(holder) : std::nullopt;
}

std::optional<SessionHolder> RatingDatabase::holderOf(const QString& id, qint64 rater) const
{
    const std::optional<qint64> open = comparison(id, rater).openSession;
    return open ? otherHolder(*open) : std::nullopt;
}

void RatingDatabase::takeLease(qint64 session, Claim claim)
{
    if (const auto holder = otherHolder(session); holder && claim == Claim::IfFree)
        throw Error(ErrorCode::Locked,
                    QCoreApplication::translate("Ratings", "this rater is rating in another program (on %1, process %2)").arg(holder->host).arg(holder->pid).toStdString());
    m_sqlite->run("INSERT OR REPLACE INTO session_leases (session, owner, host, pid, beat_ms) VALUES (?, ?, ?, ?, ?)",
                  {session, m_owner, QSysInfo::machineHostName(), QCoreApplication::applicationPid(), QDateTime::currentMSecsSinceEpoch()});
}

void RatingDatabase::beat(qint64 session)
{
    requireWritable();
    const QSqlQuery q = m_sqlite->run("UPDATE session_leases SET beat_ms = ? WHERE session = ? AND owner = ?", {QDateTime::currentMSecsSinceEpoch(), session, m_owner});
    if (q.numRowsAffected() == 0)
        throw Error(ErrorCode::Locked, QCoreApplication::translate("Ratings", "the session was taken over by another program, or has ended").toStdString());
}

void RatingDatabase::release(qint64 session)
{
    requireWritable();
    m_sqlite->run("DELETE FROM session_leases WHERE session = ? AND owner = ?", {session, m_owner});
}

}  // namespace potstill
