#include "app/rating/ratingdatabase.h"

#include "app/rating/ratingschema.h"
#include "widgets/issuetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace potstill {

namespace {

constexpr std::array<const char*, 3> kStates = {"draft", "locked", "closed"};

const QString kComparisonColumns =
    "SELECT c.id, c.name, c.state, c.definition, c.plan, c.hash, c.created_ms, c.locked_ms, c.imported, "
    "(SELECT COUNT(*) FROM images i WHERE i.comparison = c.id), (SELECT COUNT(*) FROM vote_rows v WHERE v.comparison = c.id AND v.in_force AND v.check_kind = 'none'), "
    "(SELECT COUNT(*) FROM sessions s WHERE s.comparison = c.id), "
    "(SELECT MAX(s.id) FROM sessions s WHERE s.comparison = c.id AND s.rater IN (SELECT rater FROM rater_identities WHERE identity = ?) AND s.ended_ms IS NULL AND s.origin = "
    "'window' AND c.state <> 'closed'), "
    "(SELECT COALESCE(MAX(v.id), 0) FROM votes v JOIN pairs p ON p.id = v.pair JOIN sessions s ON s.id = p.session WHERE s.comparison = c.id) "
    "+ (SELECT COALESCE(MAX(id), 0) FROM rater_aliases), "
    "EXISTS (SELECT 1 FROM images i WHERE i.comparison = c.id AND i.text <> '') FROM comparisons c ";

Json parsed(const QString& text, const char* what)
{
    Json json = Json::parse(text.toStdString(), nullptr, false);
    if (json.is_discarded())
        throw Error(ErrorCode::BadFile, std::string("ratings: ") + what + " is no JSON");
    return json;
}

QString textOf(const Json& json) { return QString::fromStdString(json.dump()); }

}  // namespace

RatingDatabase::RatingDatabase(const QString& file, Sqlite::Access access)
    : m_owner(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_access(access), m_sqlite(openRatings(file, access))
{
}

void RatingDatabase::requireWritable() const
{
    if (isReadOnly())
        throw Error(ErrorCode::Io,
                    QCoreApplication::translate("Ratings", "this project cannot be written to, so nothing can be rated in it; copy it to a place where it can").toStdString());
}

ComparisonRecord RatingDatabase::recordOf(const QSqlQuery& q) const
{
    ComparisonRecord c;
    c.id = q.value(0).toString();
    c.name = q.value(1).toString();
    c.state = ComparisonState(std::find(kStates.begin(), kStates.end(), q.value(2).toString()) - kStates.begin());
    c.definition = comparisonFromJson(parsed(q.value(3).toString(), "a definition"));
    c.plan = planFromJson(parsed(q.value(4).toString(), "a plan"));
    c.hash = q.value(5).toString();
    c.createdMs = q.value(6).toLongLong();
    c.lockedMs = q.value(7).toLongLong();
    c.isImported = q.value(8).toBool();
    c.images = q.value(9).toInt();
    c.votes = q.value(10).toInt();
    c.sessions = q.value(11).toInt();
    if (!q.value(12).isNull())
        c.openSession = q.value(12).toLongLong();
    c.revision = q.value(13).toLongLong();
    c.hasTexts = q.value(14).toBool();
    if (c.state == ComparisonState::Draft && !c.isImported)
        c.missingImages = missingImages(c);
    return c;
}

std::vector<ComparisonRecord> RatingDatabase::comparisons(qint64 rater) const
{
    std::vector<ComparisonRecord> out;
    for (QSqlQuery q = m_sqlite->run(kComparisonColumns + "WHERE NOT c.trashed ORDER BY c.created_ms DESC, c.id", {rater}); q.next();)
        out.push_back(recordOf(q));
    return out;
}

ComparisonRecord RatingDatabase::comparison(const QString& id, qint64 rater) const
{
    QSqlQuery q = m_sqlite->run(kComparisonColumns + "WHERE c.id = ?", {rater, id});
    if (!q.next())
        throw Error(ErrorCode::NotFound, QCoreApplication::translate("Ratings", "there is no comparison %1").arg(id).toStdString());
    return recordOf(q);
}

void RatingDatabase::saveDraft(const ComparisonRecord& draft)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    const QVariant state = m_sqlite->value("SELECT state FROM comparisons WHERE id = ?", {draft.id});
    if (state.isValid() && state.toString() != "draft")
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "“%1” is locked; clone it to change it").arg(draft.name).toStdString());
    ComparisonPlan plan = draft.plan;
    plan.pinned.clear();
    plan.made.clear();
    if (state.isValid()) {
        const ComparisonPlan before = comparison(draft.id).plan;
        plan.pinned = before.pinned;
        if (const auto& made = before.made.empty() ? before.systems : before.made; made != plan.systems)
            plan.made = made;
    }
    insertDraft(draft, plan);
    transaction.commit();
}

void RatingDatabase::insertDraft(const ComparisonRecord& draft, const ComparisonPlan& plan)
{
    m_sqlite->run(
        "INSERT INTO comparisons (id, name, state, definition, plan, imported, created_ms) VALUES (?, ?, 'draft', ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition, plan = excluded.plan",
        {draft.id, draft.name, textOf(toJson(draft.definition)), textOf(toJson(plan)), draft.isImported,
         draft.createdMs > 0 ? draft.createdMs : QDateTime::currentMSecsSinceEpoch()});
}

void RatingDatabase::forgetImages(const QString& comparison)
{
    m_sqlite->run("DELETE FROM images WHERE comparison = ?", {comparison});
    m_sqlite->run("DELETE FROM systems WHERE comparison = ?", {comparison});
}

void RatingDatabase::putPlan(const QString& id, const ComparisonPlan& plan) { m_sqlite->run("UPDATE comparisons SET plan = ? WHERE id = ?", {textOf(toJson(plan)), id}); }

void RatingDatabase::dropOtherImages(const QString& id)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    if (ComparisonPlan plan = comparison(id).plan; !plan.made.empty()) {
        forgetImages(id);
        plan.made.clear();
        plan.pinned.clear();
        putPlan(id, plan);
    }
    transaction.commit();
}

void RatingDatabase::pinModels(const QString& id, const std::vector<std::string>& models)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    ComparisonPlan plan = comparison(id).plan;
    // Images of a pin that is given up (none of their files is there) count no more.
    if (!plan.pinned.empty())
        forgetImages(id);
    plan.pinned = models;
    putPlan(id, plan);
    transaction.commit();
}

void RatingDatabase::setTrashed(const QString& id, bool trashed)
{
    requireWritable();
    // Not 0: the number of the removal, which tells their order.
    m_sqlite->run(trashed ? "UPDATE comparisons SET trashed = (SELECT MAX(trashed) + 1 FROM comparisons) WHERE id = ?" : "UPDATE comparisons SET trashed = 0 WHERE id = ?", {id});
}

QStringList RatingDatabase::trashed() const
{
    QStringList ids;
    for (QSqlQuery q = m_sqlite->run("SELECT id FROM comparisons WHERE trashed AND state = 'draft' ORDER BY trashed, created_ms"); q.next();)
        ids.append(q.value(0).toString());
    return ids;
}

void RatingDatabase::putImages(const QString& comparison, const std::vector<ImageRecord>& images)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    if (m_sqlite->value("SELECT state FROM comparisons WHERE id = ?", {comparison}).toString() != "draft")
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "images of a locked comparison are not replaced").toStdString());
    for (const ImageRecord& i : images) {
        m_sqlite->run("DELETE FROM images WHERE comparison = ? AND system = ? AND seed = ? AND spoilt = ?", {comparison, i.system, qlonglong(i.seed), i.isSpoilt});
        insertImage(comparison, i);
    }
    transaction.commit();
}

void RatingDatabase::insertImage(const QString& comparison, const ImageRecord& i)
{
    m_sqlite->run("INSERT INTO images (comparison, system, seed, spoilt, file, sha256, text, caption) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  {comparison, i.system, qlonglong(i.seed), i.isSpoilt, i.file, i.sha256, i.text, i.caption});
}

void RatingDatabase::insertSystem(const QString& comparison, int number, const ComparedSystem& system)
{
    m_sqlite->run("INSERT INTO systems (comparison, number, name, key) VALUES (?, ?, ?, ?)",
                  {comparison, number, QString::fromStdString(system.name), QString::fromStdString(system.key)});
}

void RatingDatabase::cloneTexts(const QString& original, const ComparisonRecord& draft)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    std::map<std::int64_t, std::int64_t> seeds;
    const std::vector<std::int64_t> before = comparison(original).definition.seeds;
    for (std::size_t i = 0; i < before.size(); ++i)
        seeds[before[i]] = draft.definition.seeds.at(i);
    insertDraft(draft, draft.plan);
    for (std::size_t s = 0; s < draft.definition.systems.size(); ++s)
        insertSystem(draft.id, int(s), draft.definition.systems[s]);
    for (ImageRecord image : images(original)) {
        image.seed = seeds.at(image.seed);
        insertImage(draft.id, image);
    }
    transaction.commit();
}

std::vector<ImageRecord> RatingDatabase::images(const QString& comparison) const
{
    std::vector<ImageRecord> out;
    for (QSqlQuery q = m_sqlite->run("SELECT id, system, seed, spoilt, file, sha256, text, caption FROM images WHERE comparison = ? ORDER BY id", {comparison}); q.next();)
        out.push_back({q.value(0).toLongLong(), q.value(1).toInt(), q.value(2).toLongLong(), q.value(3).toBool(), q.value(4).toString(), q.value(5).toString(),
                       q.value(6).toString(), q.value(7).toString()});
    return out;
}

void RatingDatabase::setSystemFacts(const QString& comparison, int system, const Json& facts)
{
    requireWritable();
    const QString weights = QString::fromStdString(facts.value("weights_sha256", "")),
                  before = m_sqlite->value("SELECT checkpoint_sha256 FROM systems WHERE comparison = ? AND number = ?", {comparison, system}).toString();
    if (!before.isEmpty() && before != weights)
        throw Error(ErrorCode::BadFile,
                    QCoreApplication::translate("Ratings",
                                                "the weights of system %1 are not those that its first images were made with: its files were changed meanwhile. "
                                                "Begin a new comparison, which makes all images anew")
                        .arg(system + 1)
                        .toStdString());
    m_sqlite->run("INSERT OR REPLACE INTO systems (comparison, number, name, key, checkpoint_sha256, times) VALUES (?, ?, '', ?, ?, ?)",
                  {comparison, system, textOf(facts), weights, textOf(facts.value("times", Json::array()))});
}

int RatingDatabase::missingImages(const ComparisonRecord& c) const
{
    std::set<std::pair<int, std::int64_t>> plain, spoilt;
    const std::vector<ImageRecord> made = c.plan.made.empty() ? images(c.id) : std::vector<ImageRecord>();  // those of other systems do not count
    for (const ImageRecord& i : made)
        (i.isSpoilt ? spoilt : plain).insert({i.system, i.seed});
    int missing = 0;
    for (int s = 0; s < static_cast<int>(c.definition.systems.size()); ++s) {
        for (const std::int64_t seed : c.definition.seeds)
            missing += !plain.count({s, seed});
        for (const std::int64_t seed : c.plan.checkSeeds)
            missing += !plain.count({s, seed}) + !spoilt.count({s, seed});
    }
    return missing;
}

ComparisonRecord RatingDatabase::lock(const QString& id)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    ComparisonRecord c = comparison(id);
    if (c.state != ComparisonState::Draft)
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "“%1” is locked already").arg(c.name).toStdString());
    const auto count = static_cast<int>(c.definition.systems.size());
    if (const int missing = c.missingImages; missing > 0)
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "images that are not made yet: %1; prepare them before locking").arg(missing).toStdString());
    for (int s = 0; s < count; ++s) {
        ComparedSystem& system = c.definition.systems[std::size_t(s)];
        const QVariant key = m_sqlite->value("SELECT key FROM systems WHERE comparison = ? AND number = ?", {id, s});
        if (key.isValid())
            system.key = key.toString().toStdString();
        else
            insertSystem(id, s, system);
        m_sqlite->run("UPDATE systems SET name = ? WHERE comparison = ? AND number = ?", {QString::fromStdString(system.name), id, s});
    }
    if (const Issues issues = validate(c.definition); hasErrors(issues))
        throw Error(ErrorCode::BadOption, (QCoreApplication::translate("Ratings", "the definition cannot be locked:") + '\n' + issuesText(issues)).toStdString());
    c.hash = QString::fromStdString(comparisonHash(c.definition));
    c.state = ComparisonState::Locked;
    c.lockedMs = QDateTime::currentMSecsSinceEpoch();
    m_sqlite->run("UPDATE comparisons SET state = 'locked', definition = ?, hash = ?, locked_ms = ? WHERE id = ?", {textOf(toJson(c.definition)), c.hash, c.lockedMs, id});
    transaction.commit();
    return c;
}

void RatingDatabase::close(const QString& id)
{
    requireWritable();
    m_sqlite->run("UPDATE comparisons SET state = 'closed', closed_ms = ? WHERE id = ? AND state = 'locked'", {QDateTime::currentMSecsSinceEpoch(), id});
}

}  // namespace potstill
