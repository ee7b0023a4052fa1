#include "app/rating/ratingdatabase.h"

#include <QDateTime>

namespace potstill {

void RatingDatabase::addPack(const QString& pack, qint64 session, const QString& sha256, const QString& place)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    m_sqlite->run("INSERT INTO packs (id, session, sha256, made_ms) VALUES (?, ?, ?, ?)", {pack, session, sha256, QDateTime::currentMSecsSinceEpoch()});
    insertPackChange(pack, "given", place);
    transaction.commit();
}

void RatingDatabase::insertPackChange(const QString& pack, const char* change, const QString& place)
{
    m_sqlite->run("INSERT INTO pack_changes (pack, change, place, time_ms) VALUES (?, ?, ?, ?)", {pack, change, place, QDateTime::currentMSecsSinceEpoch()});
}

std::vector<PackRecord> RatingDatabase::packs(const QString& comparison) const
{
    std::vector<PackRecord> out;
    QSqlQuery q = m_sqlite->run(
        "SELECT k.id, k.made_ms, (SELECT COUNT(*) FROM pairs WHERE session = s.id), "
        "(SELECT COUNT(*) FROM pairs p WHERE p.session = s.id AND EXISTS (SELECT 1 FROM votes WHERE pair = p.id)), "
        "(SELECT place FROM pack_changes WHERE pack = k.id AND change = 'given'), r.name, "
        "COALESCE((SELECT change = 'withdrawn' FROM pack_changes WHERE pack = k.id ORDER BY id DESC LIMIT 1), 0) "
        "FROM packs k JOIN sessions s ON s.id = k.session LEFT JOIN rater_identities r ON r.rater = s.rater WHERE s.comparison = ? ORDER BY k.made_ms DESC, s.id DESC",
        {comparison});
    while (q.next())
        out.push_back({q.value(0).toString(), q.value(1).toLongLong(), q.value(2).toInt(), q.value(3).toInt(), q.value(4).toString(), q.value(5).toString(), q.value(6).toBool()});
    return out;
}

void RatingDatabase::setPackWithdrawn(const QString& pack, bool withdrawn)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    insertPackChange(pack, withdrawn ? "withdrawn" : "restored", {});
    // While nobody has answered, its session says whether its pairs are somebody's.
    const QVariant ended = withdrawn ? QVariant(QDateTime::currentMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qlonglong>());
    m_sqlite->run("UPDATE sessions SET ended_ms = ? WHERE id = (SELECT session FROM packs WHERE id = ?) AND rater IS NULL", {ended, pack});
    transaction.commit();
}

std::optional<qint64> RatingDatabase::sessionOfPack(const QString& pack, const QString& sha256) const
{
    const QVariant session = m_sqlite->value("SELECT session FROM packs WHERE id = ? AND sha256 = ?", {pack, sha256});
    return session.isValid() ? std::optional(session.toLongLong()) : std::nullopt;
}

}  // namespace potstill
