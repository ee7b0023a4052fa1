#include "app/rating/ratingdatabase.h"

#include <QCoreApplication>
#include <QDateTime>

#include <map>

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

std::optional<int> RatingDatabase::importPackVotes(qint64 session, const QString& raterName, const std::vector<ForeignVote>& votes, const QString& sha256, const QString& source)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    if (m_sqlite->value("SELECT 1 FROM imports WHERE sha256 = ?", {sha256}).isValid())
        return std::nullopt;
    QSqlQuery q = m_sqlite->run("SELECT comparison, rater FROM sessions WHERE id = ?", {session});
    if (!q.next())
        throw Error(ErrorCode::NotFound, "there is no rating session " + std::to_string(session));
    const QString comparisonId = q.value(0).toString();
    requireOpen(comparisonId);
    if (m_sqlite->value("SELECT c.change FROM packs k JOIN pack_changes c ON c.pack = k.id WHERE k.session = ? ORDER BY c.id DESC LIMIT 1", {session}).toString() == "withdrawn")
        throw Error(ErrorCode::BadOption,
                    QCoreApplication::translate("Ratings", "%1: its pack was withdrawn, so its answers are not taken; bring the pack back to take them").arg(source).toStdString());
    const RaterRecord person = rater(raterName);
    if (!q.value(1).isNull() && identityOf(q.value(1).toLongLong()).id != person.id)
        throw Error(ErrorCode::BadFile,
                    QCoreApplication::translate("Ratings", "%1: this pack was rated by somebody else already; give every rater a pack of their own").arg(source).toStdString());
    m_sqlite->run("UPDATE sessions SET rater = COALESCE(rater, ?), ended_ms = ? WHERE id = ?", {person.id, QDateTime::currentMSecsSinceEpoch(), session});
    std::map<qint64, std::optional<Answer>> known;
    for (const ShownPair& p : pairsOf(session))
        known[p.id] = p.answer;
    int added = 0;
    for (const ForeignVote& v : votes) {
        const auto pair = known.find(v.pair);
        if (pair == known.end())
            throw Error(ErrorCode::BadFile, QCoreApplication::translate("Ratings", "%1: names a pair that is not of its pack").arg(source).toStdString());
        if (pair->second)
            continue;  // an earlier file of the same rater had it: the first answer stands
        insertVote(v.pair, QString::fromUtf8(answerName(v.answer).data()), v.responseMs, v.timeMs);
        pair->second = v.answer;
        ++added;
    }
    m_sqlite->run("INSERT INTO imports (sha256, comparison, source, time_ms) VALUES (?, ?, ?, ?)", {sha256, comparisonId, source, QDateTime::currentMSecsSinceEpoch()});
    transaction.commit();
    return added;
}

std::optional<ComparisonRecord> RatingDatabase::importPairs(ComparisonRecord c, const std::vector<ForeignPair>& pairs, const QString& sha256, const QString& source)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    if (m_sqlite->value("SELECT 1 FROM imports WHERE sha256 = ?", {sha256}).isValid())
        return std::nullopt;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    c.isImported = true;
    insertDraft(c, c.plan);
    if (c.state == ComparisonState::Closed)
        m_sqlite->run("UPDATE comparisons SET state = 'closed', hash = ?, locked_ms = ?, closed_ms = ? WHERE id = ?",
                      {QString::fromStdString(comparisonHash(c.definition)), now, now, c.id});
    for (std::size_t s = 0; s < c.definition.systems.size(); ++s)
        insertSystem(c.id, int(s), c.definition.systems[s]);
    const auto imageId = [&](const ImageRecord& i) {
        const QVariantList key = {c.id, i.system, qlonglong(i.seed), i.isSpoilt, i.sha256};
        QVariant id = m_sqlite->value("SELECT id FROM images WHERE comparison = ? AND system = ? AND seed = ? AND spoilt = ? AND sha256 = ?", key);
        return id.isValid() ? id.toLongLong()
                            : Sqlite::insertedId(m_sqlite->run("INSERT INTO images (comparison, system, seed, spoilt, sha256, file, text, caption) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                                               key + QVariantList{i.file, i.text, i.caption}));
    };
    struct Open {
        qint64 id;
        int pairs = 0;
    };
    std::map<std::pair<QString, std::int64_t>, Open> sessions;
    for (const ForeignPair& p : pairs) {
        const qint64 left = imageId(p.left), right = imageId(p.right);
        if (!p.vote)
            continue;  // to be judged here
        auto it = sessions.find({p.rater, p.session});
        if (it == sessions.end()) {
            it = sessions.emplace(std::pair{p.rater, p.session}, Open{insertSession(c, rater(p.rater).id, "import")}).first;
            m_sqlite->run("UPDATE sessions SET ended_ms = ? WHERE id = ?", {now, it->second.id});
        }
        const QSqlQuery made =
            m_sqlite->run("INSERT INTO pairs (session, position, left_image, right_image, check_kind, expected) VALUES (?, ?, ?, ?, ?, ?)",
                          {it->second.id, it->second.pairs++, left, right, QString::fromUtf8(checkKindName(p.check).data()), QString::fromUtf8(answerName(p.expected).data())});
        insertVote(Sqlite::insertedId(made), QString::fromUtf8(answerName(p.vote->answer).data()), p.vote->responseMs, p.vote->timeMs);
    }
    m_sqlite->run("INSERT INTO imports (sha256, comparison, source, time_ms) VALUES (?, ?, ?, ?)", {sha256, c.id, source, now});
    transaction.commit();
    return comparison(c.id);
}

}  // namespace potstill
