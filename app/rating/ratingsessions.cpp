#include "app/rating/pairscheduler.h"
#include "app/rating/ratingdatabase.h"
#include "engine/io/atomicfile.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <map>

namespace potstill {

namespace {

ImageRecord imageFrom(const QSqlQuery& q, int at)
{
    return {q.value(at).toLongLong(),   q.value(at + 1).toInt(),    q.value(at + 2).toLongLong(), q.value(at + 3).toBool(),
            q.value(at + 4).toString(), q.value(at + 5).toString(), q.value(at + 6).toString(),   q.value(at + 7).toString()};
}

QString isClosed() { return QCoreApplication::translate("Ratings", "“%1” is closed: it takes no more votes"); }

RatingUnit unitOf(const Vote& v) { return {pairOf(v), v.seed}; }

/// Sides and order come from the comparison itself: known to nobody before it is locked, the same for everybody after.
std::uint64_t orderSeed(const ComparisonRecord& c) { return std::stoull(sha256OfText((c.id + c.hash).toStdString()).substr(0, 16), nullptr, 16); }

}  // namespace

std::vector<ShownPair> RatingDatabase::pairsOf(qint64 session) const
{
    std::vector<ShownPair> out;
    QSqlQuery q = m_sqlite->run(
        "SELECT p.id, p.position, p.check_kind, p.expected, (SELECT answer FROM votes v WHERE v.pair = p.id ORDER BY v.id DESC LIMIT 1), "
        "l.id, l.system, l.seed, l.spoilt, l.file, l.sha256, l.text, l.caption, r.id, r.system, r.seed, r.spoilt, r.file, r.sha256, r.text, r.caption "
        "FROM pairs p JOIN images l ON l.id = p.left_image JOIN images r ON r.id = p.right_image WHERE p.session = ? ORDER BY p.position",
        {session});
    while (q.next()) {
        ShownPair p{q.value(0).toLongLong(),
                    q.value(1).toInt(),
                    imageFrom(q, 5),
                    imageFrom(q, 13),
                    checkKindFromName(q.value(2).toString().toStdString()),
                    answerFromName(q.value(3).toString().toStdString()),
                    {}};
        const QString answer = q.value(4).toString();
        if (!answer.isEmpty() && answer != "undo")
            p.answer = answerFromName(answer.toStdString());
        out.push_back(std::move(p));
    }
    return out;
}

qint64 RatingDatabase::insertSession(const ComparisonRecord& c, std::optional<qint64> rater, const char* origin)
{
    const QSqlQuery q = m_sqlite->run(
        "INSERT INTO sessions (comparison, number, rater, origin, started_ms) VALUES (?, (SELECT COALESCE(MAX(number), 0) + 1 FROM sessions WHERE comparison = ?), ?, ?, ?)",
        {c.id, c.id, rater ? QVariant(*rater) : QVariant(QMetaType::fromType<qlonglong>()), origin, QDateTime::currentMSecsSinceEpoch()});
    return Sqlite::insertedId(q);
}

qint64 RatingDatabase::planSession(const ComparisonRecord& c, std::optional<qint64> rater, const char* origin)
{
    const auto& counted = c.definition.countedRaters;
    std::map<qint64, bool> known;
    const auto counts = [&](qint64 person) {
        const auto [it, isNew] = known.try_emplace(person, true);
        if (isNew && !counted.empty())
            it->second = std::find(counted.begin(), counted.end(), nameIn(c.definition, person).toStdString()) != counted.end();
        return it->second;
    };
    std::map<std::tuple<int, std::int64_t, bool>, qint64> imageIds;
    for (const ImageRecord& i : images(c.id))
        imageIds[{i.system, i.seed, i.isSpoilt}] = i.id;
    SchedulerInput input;
    for (const auto& systems : testedPairs(c.definition)) {
        const auto [a, b] = std::minmax(systems.first, systems.second);
        for (const std::int64_t seed : c.definition.seeds)
            if (imageIds.count({a, seed, false}) && imageIds.count({b, seed, false}))
                input.available.push_back({{a, b}, seed});
    }
    input.checkSeeds = c.plan.checkSeeds;
    input.raterCounts = !rater || counts(*rater);
    QSqlQuery q = m_sqlite->run(
        "SELECT li.system, ri.system, li.seed, r.identity, s.ended_ms IS NULL, (SELECT answer FROM votes v WHERE v.pair = p.id ORDER BY v.id DESC LIMIT 1) "
        "FROM pairs p JOIN sessions s ON s.id = p.session JOIN images li ON li.id = p.left_image JOIN images ri ON ri.id = p.right_image "
        "LEFT JOIN rater_identities r ON r.rater = s.rater WHERE s.comparison = ? AND p.check_kind = 'none'",
        {c.id});
    while (q.next()) {
        const QString answer = q.value(5).toString();
        const bool isAnswered = !answer.isEmpty() && answer != "undo";
        if (!isAnswered && !q.value(4).toBool())
            continue;  // the session ended before it: free again
        Vote vote{q.value(0).toInt(), q.value(1).toInt(), isAnswered ? answerFromName(answer.toStdString()) : Answer::Tie, 0, q.value(2).toLongLong(), 0};
        if (q.value(3).isNull() || counts(q.value(3).toLongLong()))
            input.taken.insert(unitOf(vote));
        if (rater && q.value(3).toLongLong() == *rater)
            input.seen.insert(unitOf(vote));
        if (isAnswered)
            input.votes.push_back(vote);
    }
    input.seed = orderSeed(c);
    const qint64 session = insertSession(c, rater, origin);
    input.session = m_sqlite->value("SELECT number FROM sessions WHERE id = ?", {session}).toULongLong();
    const std::vector<ScheduledPair> pairs = scheduleSession(c.definition, input);
    if (pairs.empty())
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "nothing is left to judge here: this rater has seen every pair").toStdString());
    int position = 0;
    for (const ScheduledPair& p : pairs)
        m_sqlite->run("INSERT INTO pairs (session, position, left_image, right_image, check_kind, expected) VALUES (?, ?, ?, ?, ?, ?)",
                      {session, position++, imageIds.at({p.left, p.seed, p.leftIsSpoilt}), imageIds.at({p.right, p.seed, p.rightIsSpoilt}),
                       QString::fromUtf8(checkKindName(p.check).data()), QString::fromUtf8(answerName(p.expected).data())});
    return session;
}

SessionRecord RatingDatabase::startSession(const QString& id, qint64 rater, Claim claim)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    const ComparisonRecord c = comparison(id, rater);
    if (c.state != ComparisonState::Locked)
        throw Error(
            ErrorCode::BadOption,
            (c.state == ComparisonState::Draft ? QCoreApplication::translate("Ratings", "“%1” is a draft: lock it before the first vote") : isClosed()).arg(c.name).toStdString());
    const qint64 made = c.openSession ? *c.openSession : planSession(c, rater, "window");
    takeLease(made, claim);
    transaction.commit();
    return session(made);
}

SessionRecord RatingDatabase::reserveSession(const QString& id)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    const ComparisonRecord c = comparison(id);
    if (c.state != ComparisonState::Locked)
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "only a locked comparison can be given away as a pack").toStdString());
    const qint64 made = planSession(c, {}, "pack");
    transaction.commit();
    return session(made);
}

SessionRecord RatingDatabase::session(qint64 id) const
{
    QSqlQuery q = m_sqlite->run("SELECT comparison, rater FROM sessions WHERE id = ?", {id});
    if (!q.next())
        throw Error(ErrorCode::NotFound, "there is no rating session " + std::to_string(id));
    const QString comparisonId = q.value(0).toString();
    return {id, comparisonId, QString::fromStdString(comparison(comparisonId).definition.question), q.value(1).toLongLong(), pairsOf(id)};
}

void RatingDatabase::endSession(qint64 id)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    if (m_sqlite->value("SELECT 1 FROM session_leases WHERE session = ? AND owner <> ?", {id, m_owner}).isValid())
        throw Error(ErrorCode::Locked, QCoreApplication::translate("Ratings", "the session was taken over by another program, which ends it").toStdString());
    m_sqlite->run("DELETE FROM session_leases WHERE session = ?", {id});
    m_sqlite->run("UPDATE sessions SET ended_ms = ? WHERE id = ? AND ended_ms IS NULL", {QDateTime::currentMSecsSinceEpoch(), id});
    transaction.commit();
}

void RatingDatabase::requireOpen(const QString& comparison) const
{
    QSqlQuery q = m_sqlite->run("SELECT name FROM comparisons WHERE id = ? AND state = 'closed'", {comparison});
    if (q.next())
        throw Error(ErrorCode::BadOption, isClosed().arg(q.value(0).toString()).toStdString());
}

void RatingDatabase::insertVote(qint64 pair, const QString& answer, double responseMs, qint64 timeMs)
{
    m_sqlite->run("INSERT INTO votes (pair, answer, response_ms, time_ms) VALUES (?, ?, ?, ?)", {pair, answer, responseMs, timeMs});
}

void RatingDatabase::requireVotable(qint64 pair)
{
    QSqlQuery q = m_sqlite->run("SELECT s.comparison, s.id FROM pairs p JOIN sessions s ON s.id = p.session WHERE p.id = ?", {pair});
    if (!q.next())
        throw Error(ErrorCode::NotFound, "there is no pair " + std::to_string(pair));
    const qint64 session = q.value(1).toLongLong();
    requireOpen(q.value(0).toString());
    beat(session);
}

void RatingDatabase::addVote(qint64 pair, Answer answer, double responseMs, qint64 timeMs)
{
    requireWritable();
    Transaction transaction(*m_sqlite);  // nobody closes it between the look and the vote
    requireVotable(pair);
    insertVote(pair, QString::fromUtf8(answerName(answer).data()), responseMs, timeMs);
    transaction.commit();
}

bool RatingDatabase::undoVote(qint64 pair)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    requireVotable(pair);
    const QString answer = m_sqlite->value("SELECT answer FROM votes WHERE pair = ? ORDER BY id DESC LIMIT 1", {pair}).toString();
    if (answer.isEmpty() || answer == "undo")
        return false;
    insertVote(pair, "undo", 0, QDateTime::currentMSecsSinceEpoch());
    transaction.commit();
    return true;
}

ComparisonData RatingDatabase::load(const QString& id) const
{
    ComparisonData data{comparison(id), {}, {}};
    std::map<qint64, int> raters;
    QSqlQuery q = m_sqlite->run(
        "SELECT left_system, right_system, noise_seed, answer, response_ms, rater, session, check_kind, expected, time_ms FROM vote_rows "
        "WHERE comparison = ? AND in_force ORDER BY id",
        {id});
    while (q.next()) {
        const qint64 rater = q.value(5).toLongLong();
        const auto [at, isNew] = raters.try_emplace(rater, static_cast<int>(data.raters.size()));
        if (isNew)
            data.raters.push_back(nameIn(data.comparison.definition, rater).toStdString());
        RatedVote v;
        v.vote = {q.value(0).toInt(), q.value(1).toInt(), answerFromName(q.value(3).toString().toStdString()), at->second, q.value(2).toLongLong(), q.value(6).toLongLong()};
        v.check = checkKindFromName(q.value(7).toString().toStdString());
        v.expected = answerFromName(q.value(8).toString().toStdString());
        v.responseMs = q.value(4).toDouble();
        v.timeMs = q.value(9).toLongLong();
        data.votes.push_back(v);
    }
    return data;
}

}  // namespace potstill
