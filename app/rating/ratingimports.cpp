#include "app/rating/ratingdatabase.h"

#include <QCoreApplication>
#include <QDateTime>

#include <map>

namespace potstill {

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
    if (const QString before = m_sqlite->value("SELECT comparison FROM imports WHERE sha256 = ?", {sha256}).toString(); !before.isEmpty()) {
        if (m_sqlite->run("UPDATE comparisons SET trashed = 0 WHERE id = ? AND trashed", {before}).numRowsAffected() == 0)
            return std::nullopt;
        transaction.commit();
        return comparison(before);
    }
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
