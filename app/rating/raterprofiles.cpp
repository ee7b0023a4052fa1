#include "app/rating/ratingdatabase.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace potstill {

namespace {

const QVariant kNobody(QMetaType::fromType<qlonglong>());

QString tidied(const QString& name)
{
    const QString tidy = name.simplified();
    if (tidy.isEmpty())
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "a rater needs a name").toStdString());
    return tidy;
}

}  // namespace

std::vector<RaterRecord> RatingDatabase::profiles() const
{
    std::vector<RaterRecord> out;
    QSqlQuery q = m_sqlite->run(
        "SELECT r.id, r.name, COALESCE(v.votes, 0), CASE WHEN i.identity <> r.id THEN i.identity ELSE 0 END "
        "FROM rater_profiles r JOIN rater_identities i ON i.rater = r.id "
        "LEFT JOIN (SELECT profile, COUNT(*) AS votes FROM vote_rows WHERE in_force AND check_kind = 'none' GROUP BY profile) v ON v.profile = r.id ORDER BY r.id");
    while (q.next())
        out.push_back({q.value(0).toLongLong(), q.value(1).toString(), q.value(2).toInt(), q.value(3).toLongLong()});
    return out;
}

std::vector<RaterRecord> RatingDatabase::raters() const
{
    std::vector<RaterRecord> out;
    for (QSqlQuery q = m_sqlite->run("SELECT id, name FROM rater_profiles WHERE same_as IS NULL ORDER BY id"); q.next();)
        out.push_back({q.value(0).toLongLong(), q.value(1).toString(), 0, 0});
    return out;
}

std::optional<qint64> RatingDatabase::profileOf(const QString& name) const
{
    const QVariant id = m_sqlite->value(
        "SELECT id FROM (SELECT id, 0 AS rank FROM rater_profiles WHERE name = ? UNION SELECT id, 1 FROM raters WHERE name = ? UNION "
        "SELECT rater, 1 FROM rater_aliases WHERE name = ?) ORDER BY rank, id LIMIT 1",
        {name, name, name});
    return id.isValid() ? std::optional(id.toLongLong()) : std::nullopt;
}

RaterRecord RatingDatabase::identityOf(qint64 profile) const
{
    QSqlQuery q = m_sqlite->run("SELECT identity, name FROM rater_identities WHERE rater = ?", {profile});
    if (!q.next())
        throw Error(ErrorCode::NotFound, "there is no rater " + std::to_string(profile));
    return {q.value(0).toLongLong(), q.value(1).toString(), 0, 0};
}

QString RatingDatabase::nameIn(const ComparisonDefinition& definition, qint64 rater) const
{
    const RaterRecord person = identityOf(rater);
    if (definition.countedRaters.empty())
        return person.name;
    QSqlQuery q = m_sqlite->run(
        "SELECT r.name FROM raters r JOIN rater_identities i ON i.rater = r.id WHERE i.identity = ? UNION "
        "SELECT a.name FROM rater_aliases a JOIN rater_identities i ON i.rater = a.rater WHERE i.identity = ?",
        {person.id, person.id});
    while (q.next())
        if (std::find(definition.countedRaters.begin(), definition.countedRaters.end(), q.value(0).toString().toStdString()) != definition.countedRaters.end())
            return q.value(0).toString();
    return person.name;
}

std::optional<RaterRecord> RatingDatabase::knownRater(const QString& name) const
{
    const auto profile = profileOf(name.simplified());
    return profile ? std::optional(identityOf(*profile)) : std::nullopt;
}

RaterRecord RatingDatabase::rater(const QString& name)
{
    const QString tidy = tidied(name);
    if (const auto known = profileOf(tidy))
        return identityOf(*known);
    requireWritable();
    m_sqlite->run("INSERT INTO raters (name, created_ms) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", {tidy, QDateTime::currentMSecsSinceEpoch()});
    return identityOf(*profileOf(tidy));
}

void RatingDatabase::insertAlias(qint64 profile, const QString& name, std::optional<qint64> sameAs)
{
    m_sqlite->run("INSERT INTO rater_aliases (rater, name, same_as, time_ms) VALUES (?, ?, ?, ?)",
                  {profile, name, sameAs ? QVariant(*sameAs) : kNobody, QDateTime::currentMSecsSinceEpoch()});
}

void RatingDatabase::renameRater(qint64 profile, const QString& name)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    const QString tidy = tidied(name);
    if (const auto other = profileOf(tidy); other && *other != profile)
        throw Error(ErrorCode::BadOption,
                    QCoreApplication::translate("Ratings", "another rater is or was called “%1”: if that is the same person, merge the two").arg(tidy).toStdString());
    const QVariant sameAs = m_sqlite->value("SELECT same_as FROM rater_profiles WHERE id = ?", {profile});
    insertAlias(profile, tidy, sameAs.isNull() ? std::nullopt : std::optional(sameAs.toLongLong()));
    transaction.commit();
}

void RatingDatabase::mergeRaters(qint64 profile, qint64 into)
{
    requireWritable();
    Transaction transaction(*m_sqlite);
    const RaterRecord person = identityOf(into);
    if (person.id == identityOf(profile).id)
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "these are one rater already").toStdString());
    insertAlias(profile, m_sqlite->value("SELECT name FROM rater_profiles WHERE id = ?", {profile}).toString(), person.id);
    transaction.commit();
}

void RatingDatabase::separateRater(qint64 profile)
{
    requireWritable();
    insertAlias(profile, m_sqlite->value("SELECT name FROM rater_profiles WHERE id = ?", {profile}).toString(), {});
}

}  // namespace potstill
