#include "app/rating/sqlite.h"

#include "engine/core/error.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace potstill {

namespace {

constexpr int kBusyTimeoutMs = 10'000;

[[noreturn]] void fail(const QString& file, const QSqlError& error)
{
    // Result codes of SQLite (sqlite.org/rescode.html); extended ones keep the primary code in their low byte.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const ErrorCode kind = code == 13 ? ErrorCode::DiskFull : code == 5 || code == 6 ? ErrorCode::Locked : code == 11 || code == 26 ? ErrorCode::BadFile : ErrorCode::Io;
    const QString name = file.isEmpty() ? QStringLiteral("ratings in memory") : file;
    throw Error(kind, (name + ": " + error.databaseText() + (error.databaseText().isEmpty() ? error.driverText() : QString())).toStdString());
}

}  // namespace

Sqlite::Sqlite(const QString& file, Access access) : m_file(file), m_connection("ratings-" + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_database = QSqlDatabase::addDatabase("QSQLITE", m_connection);
    QString options = QString("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs);
    QString name = file.isEmpty() ? QStringLiteral(":memory:") : file;
    if (access == Access::ReadOnly && !file.isEmpty()) {
        // Nothing may be written beside the file either (WAL index); without a log that waits the file is the whole truth.
        QUrl url = QUrl::fromLocalFile(file);
        if (!QFileInfo::exists(file + "-wal") || QFileInfo(file + "-wal").size() == 0)
            url.setQuery("immutable=1");
        name = url.toString(QUrl::FullyEncoded);
        options += ";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI";
    }
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(name);
    if (!m_database.isValid() || !m_database.open()) {
        const QSqlError error = m_database.lastError();
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        fail(file, error);
    }
}

Sqlite::~Sqlite()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery Sqlite::run(const QString& sql, const QVariantList& values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(m_file, query.lastError());
    for (const QVariant& v : values)
        query.addBindValue(v);
    if (!query.exec())
        fail(m_file, query.lastError());
    return query;
}

QVariant Sqlite::value(const QString& sql, const QVariantList& values) const
{
    QSqlQuery query = run(sql, values);
    return query.next() ? query.value(0) : QVariant();
}

Transaction::Transaction(const Sqlite& sqlite) : m_sqlite(sqlite) { m_sqlite.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    try {
        m_sqlite.run("ROLLBACK");
    } catch (const std::exception&) {
        // SQLite has rolled back by itself (disk full, broken file); the first failure is the one that is reported.
    }
}

void Transaction::commit()
{
    m_sqlite.run("COMMIT");
    m_isOpen = false;
}

}  // namespace potstill
