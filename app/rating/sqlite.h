#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace potstill {

/// One SQLite connection. Made, used and destroyed on one thread.
class Sqlite final {
public:
    enum class Access { ReadWrite, ReadOnly };
    /// `file` "" = a database in memory. Throws Error(BadFile) naming the file.
    Sqlite(const QString& file, Access access);
    ~Sqlite();
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;

    /// Runs one statement with its values. Throws Error(Io | DiskFull | Locked | BadFile) with SQLite's words.
    QSqlQuery run(const QString& sql, const QVariantList& values = {}) const;
    /// First column of the first row; invalid without rows.
    QVariant value(const QString& sql, const QVariantList& values = {}) const;
    /// Number of the row that was inserted last.
    static qint64 insertedId(const QSqlQuery& query) { return query.lastInsertId().toLongLong(); }

private:
    QString m_file, m_connection;
    QSqlDatabase m_database;
};

/// Takes the right to write at once (so that what is read inside cannot change before it is written), rolls back unless committed.
class Transaction final {
public:
    explicit Transaction(const Sqlite& sqlite);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Sqlite& m_sqlite;
    bool m_isOpen = true;
};

}  // namespace potstill
