#include "app/rating/ratingschema.h"

#include "engine/core/error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QtEndian>

namespace potstill {

namespace {

constexpr int kApplicationId = 0x50745274;  // "PtRt"

/// Statements that lead from version i to i + 1. Published ones are never changed.
const QList<QStringList>& migrations()
{
    static const QList<QStringList> all = {
        {
            "CREATE TABLE raters (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_ms INTEGER NOT NULL)",
            "CREATE TABLE comparisons (id TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('draft', 'locked', 'closed')), "
            "definition TEXT NOT NULL, hash TEXT, plan TEXT NOT NULL, imported INTEGER NOT NULL DEFAULT 0, trashed INTEGER NOT NULL DEFAULT 0, "
            "created_ms INTEGER NOT NULL, locked_ms INTEGER, closed_ms INTEGER, CHECK (state = 'draft' OR hash IS NOT NULL))",
            "CREATE TABLE systems (comparison TEXT NOT NULL REFERENCES comparisons (id), number INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, "
            "checkpoint_sha256 TEXT, times TEXT, PRIMARY KEY (comparison, number))",
            "CREATE TABLE images (id INTEGER PRIMARY KEY, comparison TEXT NOT NULL REFERENCES comparisons (id), system INTEGER NOT NULL, seed INTEGER NOT NULL, "
            "spoilt INTEGER NOT NULL DEFAULT 0, file TEXT, sha256 TEXT NOT NULL, text TEXT, caption TEXT, UNIQUE (comparison, system, seed, spoilt, sha256))",
            "CREATE TABLE sessions (id INTEGER PRIMARY KEY, comparison TEXT NOT NULL REFERENCES comparisons (id), number INTEGER NOT NULL, rater INTEGER REFERENCES raters (id), "
            "origin TEXT NOT NULL CHECK (origin IN ('window', 'pack', 'import')), started_ms INTEGER NOT NULL, ended_ms INTEGER, UNIQUE (comparison, number))",
            "CREATE TABLE pairs (id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES sessions (id), position INTEGER NOT NULL, "
            "left_image INTEGER NOT NULL REFERENCES images (id), right_image INTEGER NOT NULL REFERENCES images (id), check_kind TEXT NOT NULL, expected TEXT NOT NULL, "
            "UNIQUE (session, position))",
            "CREATE TABLE votes (id INTEGER PRIMARY KEY, pair INTEGER NOT NULL REFERENCES pairs (id), answer TEXT NOT NULL CHECK (answer IN ('left', 'right', 'tie', 'both_bad', "
            "'undo')), "
            "response_ms REAL NOT NULL, time_ms INTEGER NOT NULL)",
            "CREATE INDEX votes_by_pair ON votes (pair, id)",
            "CREATE INDEX pairs_by_left ON pairs (left_image)",
            "CREATE INDEX pairs_by_right ON pairs (right_image)",
            "CREATE TABLE packs (id TEXT PRIMARY KEY, session INTEGER NOT NULL UNIQUE REFERENCES sessions (id), sha256 TEXT NOT NULL, made_ms INTEGER NOT NULL)",
            "CREATE TABLE imports (sha256 TEXT PRIMARY KEY, comparison TEXT NOT NULL REFERENCES comparisons (id), source TEXT NOT NULL, time_ms INTEGER NOT NULL)",
            "CREATE TRIGGER votes_stay BEFORE UPDATE ON votes BEGIN SELECT RAISE(ABORT, 'votes are only ever added'); END",
            "CREATE TRIGGER votes_remain BEFORE DELETE ON votes BEGIN SELECT RAISE(ABORT, 'votes are only ever added'); END",
            "CREATE TRIGGER pairs_stay BEFORE UPDATE ON pairs BEGIN SELECT RAISE(ABORT, 'pairs that were shown are not changed'); END",
            "CREATE TRIGGER definitions_stay BEFORE UPDATE OF definition, hash, plan ON comparisons WHEN OLD.state <> 'draft' BEGIN "
            "SELECT RAISE(ABORT, 'a locked comparison is not changed'); END",
            "CREATE TRIGGER states_go_forward BEFORE UPDATE OF state ON comparisons WHEN NEW.state = 'draft' AND OLD.state <> 'draft' BEGIN "
            "SELECT RAISE(ABORT, 'a locked comparison is not changed'); END",
            // The last row of a pair is in force; "undo" takes its vote back. Sides as shown, with all that a reader of the file may want.
            "CREATE VIEW vote_rows AS SELECT v.id, v.pair, s.comparison, li.sha256 AS left_image, ri.sha256 AS right_image, li.system AS left_system, ri.system AS right_system, "
            "ls.name AS left_name, rs.name AS right_name, ls.checkpoint_sha256 AS left_checkpoint, rs.checkpoint_sha256 AS right_checkpoint, ls.times AS left_times, rs.times AS "
            "right_times, "
            "li.seed AS noise_seed, li.caption, v.answer, v.response_ms, r.id AS rater, r.name AS rater_name, s.id AS session, p.check_kind, p.expected, v.time_ms, "
            "v.answer <> 'undo' AND v.id = (SELECT MAX(id) FROM votes WHERE pair = v.pair) AS in_force "
            "FROM votes v JOIN pairs p ON p.id = v.pair JOIN sessions s ON s.id = p.session JOIN images li ON li.id = p.left_image JOIN images ri ON ri.id = p.right_image "
            "LEFT JOIN raters r ON r.id = s.rater LEFT JOIN systems ls ON ls.comparison = s.comparison AND ls.number = li.system "
            "LEFT JOIN systems rs ON rs.comparison = s.comparison AND rs.number = ri.system",
        },
        {
            // In which program an open session is rated, so that two of them do not share it.
            "CREATE TABLE session_leases (session INTEGER PRIMARY KEY REFERENCES sessions (id), owner TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, "
            "beat_ms INTEGER NOT NULL)",
        },
        {
            // What became of a pack: the last row is in force.
            "CREATE TABLE pack_changes (id INTEGER PRIMARY KEY, pack TEXT NOT NULL REFERENCES packs (id), change TEXT NOT NULL CHECK (change IN ('given', 'withdrawn', "
            "'restored')), "
            "place TEXT, time_ms INTEGER NOT NULL)",
            // How a rater is called, and whether this is the same person as another profile. The last row of a rater is in force; votes keep the profile that they were given under.
            "CREATE TABLE rater_aliases (id INTEGER PRIMARY KEY, rater INTEGER NOT NULL REFERENCES raters (id), name TEXT NOT NULL, same_as INTEGER REFERENCES raters (id), "
            "time_ms INTEGER NOT NULL)",
            "CREATE VIEW rater_profiles AS SELECT r.id, COALESCE(a.name, r.name) AS name, a.same_as FROM raters r "
            "LEFT JOIN rater_aliases a ON a.id = (SELECT MAX(id) FROM rater_aliases WHERE rater = r.id)",
            "CREATE VIEW rater_identities AS WITH RECURSIVE chain (rater, identity) AS (SELECT id, id FROM raters UNION "
            "SELECT c.rater, p.same_as FROM chain c JOIN rater_profiles p ON p.id = c.identity WHERE p.same_as IS NOT NULL) "
            "SELECT c.rater, c.identity, p.name FROM chain c JOIN rater_profiles p ON p.id = c.identity WHERE p.same_as IS NULL",
            // As before, with the person in place of the profile.
            "DROP VIEW vote_rows",
            "CREATE VIEW vote_rows AS SELECT v.id, v.pair, s.comparison, li.sha256 AS left_image, ri.sha256 AS right_image, li.system AS left_system, ri.system AS right_system, "
            "ls.name AS left_name, rs.name AS right_name, ls.checkpoint_sha256 AS left_checkpoint, rs.checkpoint_sha256 AS right_checkpoint, ls.times AS left_times, rs.times AS "
            "right_times, "
            "li.seed AS noise_seed, li.caption, v.answer, v.response_ms, r.identity AS rater, r.name AS rater_name, s.rater AS profile, s.id AS session, p.check_kind, p.expected, "
            "v.time_ms, v.answer <> 'undo' AND v.id = (SELECT MAX(id) FROM votes WHERE pair = v.pair) AS in_force "
            "FROM votes v JOIN pairs p ON p.id = v.pair JOIN sessions s ON s.id = p.session JOIN images li ON li.id = p.left_image JOIN images ri ON ri.id = p.right_image "
            "LEFT JOIN rater_identities r ON r.rater = s.rater LEFT JOIN systems ls ON ls.comparison = s.comparison AND ls.number = li.system "
            "LEFT JOIN systems rs ON rs.comparison = s.comparison AND rs.number = ri.system",
            "CREATE TRIGGER pack_changes_stay BEFORE UPDATE ON pack_changes BEGIN SELECT RAISE(ABORT, 'what became of a pack is only ever added'); END",
            "CREATE TRIGGER pack_changes_remain BEFORE DELETE ON pack_changes BEGIN SELECT RAISE(ABORT, 'what became of a pack is only ever added'); END",
            "CREATE TRIGGER rater_aliases_stay BEFORE UPDATE ON rater_aliases BEGIN SELECT RAISE(ABORT, 'names of raters are only ever added'); END",
            "CREATE TRIGGER rater_aliases_remain BEFORE DELETE ON rater_aliases BEGIN SELECT RAISE(ABORT, 'names of raters are only ever added'); END",
        }};
    return all;
}

/// For an older file that cannot be written to: what later versions added, empty and in memory, so that it is read as one of this version.
void addInMemory(const Sqlite& sqlite)
{
    sqlite.run("PRAGMA temp_store = MEMORY");
    for (int v = sqlite.value("PRAGMA user_version").toInt(); v < kRatingSchemaVersion; ++v)
        for (const QString& statement : migrations()[v])
            if (statement.startsWith("CREATE TABLE") || statement.startsWith("CREATE VIEW"))
                sqlite.run(QString(statement).insert(int(QStringView(u"CREATE").size()), " TEMP"));
            else if (statement.startsWith("DROP VIEW "))
                sqlite.run(QString(statement).replace("DROP VIEW ", "DROP VIEW IF EXISTS temp."));
}

[[noreturn]] void refuseNewer(const QString& file, int version)
{
    throw Error(
        ErrorCode::Unsupported,
        QCoreApplication::translate("Ratings", "%1 was written by a later version of Potstill (schema %2; this one knows %3). It was left as it is: open it with that version.")
            .arg(file)
            .arg(version)
            .arg(kRatingSchemaVersion)
            .toStdString());
}

[[noreturn]] void refuseForeign(const QString& file, const QString& why)
{
    throw Error(ErrorCode::BadFile,
                QCoreApplication::translate("Ratings", "%1 cannot be used: %2. It was left as it is: put a copy of it back, or set it aside and begin a new one.")
                    .arg(file, why)
                    .toStdString());
}

/// Looks at the 100 bytes of header (sqlite.org/fileformat2.html, section 1.3) without SQLite.
void checkHeader(const QString& file)
{
    QFile f(file);
    if (!f.exists() || f.size() == 0)
        return;
    if (!f.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::Io, (file + ": " + f.errorString()).toStdString());
    const QByteArray header = f.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        refuseForeign(file, QCoreApplication::translate("Ratings", "it is no SQLite database"));
    const auto number = [&](int at) { return qFromBigEndian<qint32>(header.constData() + at); };
    if (number(68) != kApplicationId && number(68) != 0)
        refuseForeign(file, QCoreApplication::translate("Ratings", "it is the database of another program"));
    if (number(60) > kRatingSchemaVersion)
        refuseNewer(file, number(60));
}

/// What SQLite finds wrong; "" = nothing.
QString damageOf(const Sqlite& sqlite)
{
    try {
        const QString finding = sqlite.value("PRAGMA quick_check(1)").toString();
        return finding == "ok" ? QString() : finding;
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Locked)
            throw;  // that another studio writes is no damage
        return QString::fromUtf8(e.what());
    }
}

/// Everything that may refuse the file, on a connection that cannot write, so that a refused file stays as it is.
void checkFile(const QString& file)
{
    checkHeader(file);
    QString damage;
    for (int look = 0; look < 2; ++look) {  // another studio that was just writing to it makes no damage of two looks
        const Sqlite sqlite(file, Sqlite::Access::ReadOnly);
        damage = damageOf(sqlite);
        if (!damage.isEmpty())
            continue;
        const int version = sqlite.value("PRAGMA user_version").toInt();
        if (version > kRatingSchemaVersion)
            refuseNewer(file, version);
        if (version == 0 && sqlite.value("SELECT COUNT(*) FROM sqlite_master").toInt() > 0)
            refuseForeign(file, QCoreApplication::translate("Ratings", "its tables are not of this program"));
        return;
    }
    refuseForeign(file, QCoreApplication::translate("Ratings", "it is damaged (%1)").arg(damage));
}

}  // namespace

std::unique_ptr<Sqlite> openRatings(const QString& file, Sqlite::Access access)
{
    const bool isNew = file.isEmpty() || !QFile::exists(file) || QFile(file).size() == 0;
    if (!isNew)
        checkFile(file);
    // A read-only project without ratings has none; an empty one in memory is shown.
    auto sqlite = std::make_unique<Sqlite>(isNew && access == Sqlite::Access::ReadOnly ? QString() : file, access);
    sqlite->run("PRAGMA foreign_keys = ON");
    const bool writes = access == Sqlite::Access::ReadWrite || isNew;
    if (!writes) {
        addInMemory(*sqlite);
        return sqlite;
    }
    sqlite->run("PRAGMA journal_mode = WAL");
    sqlite->run("PRAGMA synchronous = FULL");  // a vote that was taken survives a power cut too
    if (sqlite->value("PRAGMA user_version").toInt() == kRatingSchemaVersion)
        return sqlite;
    Transaction transaction(*sqlite);
    // Another studio may have been faster, also one of a later version.
    const int version = sqlite->value("PRAGMA user_version").toInt();
    if (version > kRatingSchemaVersion)
        refuseNewer(file, version);
    for (int v = version; v < kRatingSchemaVersion; ++v)
        for (const QString& statement : migrations()[v])
            sqlite->run(statement);
    sqlite->run(QString("PRAGMA application_id = %1").arg(kApplicationId));
    sqlite->run(QString("PRAGMA user_version = %1").arg(kRatingSchemaVersion));
    transaction.commit();
    return sqlite;
}

QString setRatingsAside(const QString& file)
{
    const QString kept = file.chopped(QStringView(u".sqlite").size()) + "-aside-" + QDateTime::currentDateTimeUtc().toString("yyyyMMdd-HHmmss-zzz") + ".sqlite";
    for (const char* part : {"", "-wal", "-shm"})
        if (QFile::exists(file + part) && !QFile::rename(file + part, kept + part))
            throw Error(ErrorCode::Io, QCoreApplication::translate("Ratings", "%1 could not be renamed to %2").arg(file + part, kept + part).toStdString());
    return kept;
}

}  // namespace potstill
