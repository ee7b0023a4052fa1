#include "app/rating/ratingdatabase.h"
#include "app/rating/ratingschema.h"
#include "app/rating/ratingstore.h"
#include "tests/app/rating/comparisons.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <set>
#include <thread>

using namespace potstill;

namespace {

/// The rater in another program: answers pair after pair and says each vote that was taken.
int rateUntilKilled(const QString& file, const QString& name, int votes)
{
    RatingDatabase database(file);
    const qint64 rater = database.rater(name).id;
    int taken = 0;
    while (taken < votes) {
        const SessionRecord session = database.startSession("a", rater);
        for (std::size_t i = session.firstOpen(); i < session.pairs.size() && taken < votes; ++i) {
            database.addVote(session.pairs[i].id, Answer::Left, 700, taken);
            std::printf("%d\n", ++taken);
            std::fflush(stdout);
        }
        database.endSession(session.id);
    }
    return 0;
}

QByteArray bytesOf(const QString& file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

void writeBytes(const QString& file, const QByteArray& bytes)
{
    QFile f(file);
    if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(f.errorString()));
}

}  // namespace

class RatingFaultsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString newFile(const char* project) const
    {
        QDir().mkpath(m_dir.filePath(project));
        return m_dir.filePath(project) + "/ratings.sqlite";
    }

private Q_SLOTS:
    void aKilledStudioLosesAtMostTheVoteInFlight()
    {
        const QString file = newFile("killed");
        {
            RatingDatabase database(file);
            lockedComparison(database, draftOf("a", 2, 3000, 200, 4));
        }
        int before = 0, killedWhileRating = 0;
        for (const int afterVotes : {0, 1, 7, 30, 45}) {
            QProcess studio;
            studio.start(QCoreApplication::applicationFilePath(), {"--rate", file, "Ada", "100000"});
            QVERIFY(studio.waitForStarted());
            QByteArray said;
            while (said.count('\n') < afterVotes && studio.waitForReadyRead(30000))
                said += studio.readAllStandardOutput();
            studio.kill();
            studio.waitForFinished();
            said += studio.readAllStandardOutput();
            killedWhileRating += studio.exitStatus() == QProcess::CrashExit;
            RatingDatabase database(file);
            QCOMPARE(database.sqlite().value("PRAGMA integrity_check").toString(), QString("ok"));
            const int stored = database.sqlite().value("SELECT COUNT(*) FROM votes").toInt() - before;
            const int acknowledged = int(said.count('\n'));
            QVERIFY2(stored == acknowledged || stored == acknowledged + 1, qPrintable(QString("%1 acknowledged, %2 stored").arg(acknowledged).arg(stored)));
            before += stored;
        }
        QCOMPARE(killedWhileRating, 5);
        QVERIFY(before >= 83);
    }
    void twoStudiosRateAtOnce()
    {
        const QString file = newFile("two");
        {
            RatingDatabase database(file);
            lockedComparison(database, draftOf("a", 2, 600, 20, 2));
        }
        QProcess first, second;
        first.start(QCoreApplication::applicationFilePath(), {"--rate", file, "Ada", "150"});
        second.start(QCoreApplication::applicationFilePath(), {"--rate", file, "Bo", "150"});
        int here = 0;  // and a third one in this program
        {
            RatingDatabase database(file);
            here = rateUntilKilled(file, "Cem", 60);
        }
        QCOMPARE(here, 0);
        for (QProcess* p : {&first, &second}) {
            QVERIFY(p->state() == QProcess::NotRunning || p->waitForFinished(120'000));
            QVERIFY2(p->exitStatus() == QProcess::NormalExit && p->exitCode() == 0, p->readAllStandardError().constData());
        }
        RatingDatabase database(file);
        QCOMPARE(database.sqlite().value("SELECT COUNT(*) FROM votes").toInt(), 360);
        QCOMPARE(database.sqlite().value("PRAGMA integrity_check").toString(), QString("ok"));
        QCOMPARE(database.sqlite().value("SELECT COUNT(*) FROM pragma_foreign_key_check").toInt(), 0);
        // Nobody was given what another had.
        std::set<std::int64_t> seeds;
        for (const RatedVote& v : database.load("a").votes)
            if (v.check == CheckKind::None)
                QVERIFY(seeds.insert(v.vote.seed).second);
    }
    void aDatabaseOfALaterVersionIsRefusedAndUntouched()
    {
        const QString file = newFile("newer");
        {
            RatingDatabase database(file);
            database.rater("Ada");
            database.sqlite().run(QString("PRAGMA user_version = %1").arg(kRatingSchemaVersion + 1));
        }
        const QByteArray before = bytesOf(file);
        RatingStore store;
        store.open(m_dir.filePath("newer"));
        QTRY_COMPARE(store.state(), RatingStore::State::Refused);
        QVERIFY2(store.problem().contains("later version"), qPrintable(store.problem()));
        QVERIFY(bytesOf(file) == before);
        QCOMPARE(QDir(m_dir.filePath("newer")).entryList(QDir::Files).size(), 1);
        // The choice: a new one, the old one kept.
        store.setAsideAndReopen();
        QTRY_COMPARE(store.state(), RatingStore::State::Ready);
        const QStringList kept = QDir(m_dir.filePath("newer")).entryList({"ratings-aside-*.sqlite"});
        QCOMPARE(kept.size(), 1);
        QVERIFY(bytesOf(m_dir.filePath("newer/" + kept[0])) == before);
    }
    void aDamagedDatabaseIsRefusedAndUntouched()
    {
        const QString file = newFile("damaged");
        {
            RatingDatabase database(file);
            lockedComparison(database, draftOf("a", 2, 300, 10));
        }
        QByteArray bytes = bytesOf(file);
        QVERIFY(bytes.size() > 40'000);
        bytes.replace(8192, 20'000, QByteArray(20'000, '\xa5'));
        for (const QByteArray& broken : {bytes, QByteArray("this is no database, but long enough to have a header of a hundred bytes, which is what is looked at first")}) {
            writeBytes(file, broken);
            try {
                RatingDatabase database(file);
                QFAIL("it was opened");
            } catch (const Error& e) {
                QVERIFY(e.code() == ErrorCode::BadFile);
                QVERIFY2(QString::fromUtf8(e.what()).contains(file), e.what());
            }
            QVERIFY(bytesOf(file) == broken);
        }
    }
    void aForeignDatabaseIsRefusedAndUntouched()
    {
        const QString file = newFile("foreign");
        {
            const Sqlite other(file, Sqlite::Access::ReadWrite);
            other.run("CREATE TABLE notes (text TEXT)");
        }
        const QByteArray before = bytesOf(file);
        QVERIFY_EXCEPTION_THROWN(RatingDatabase{file}, Error);
        QVERIFY(bytesOf(file) == before);
        QCOMPARE(QDir(m_dir.filePath("foreign")).entryList(QDir::Files).size(), 1);
    }
    void aReadOnlyProjectCanBeLookedAtButNotRated()
    {
        const QString file = newFile("readonly");
        {
            RatingDatabase database(file);
            lockedComparison(database, draftOf("a", 2, 40, 10));
        }
        const QStringList before = QDir(m_dir.filePath("readonly")).entryList(QDir::Files);
        {
            RatingDatabase database(file, Sqlite::Access::ReadOnly);
            QCOMPARE(database.comparisons().size(), std::size_t(1));
            QVERIFY_EXCEPTION_THROWN(database.rater("Ada"), Error);
            QVERIFY_EXCEPTION_THROWN(database.saveDraft(draftOf("b", 2, 4, 2)), Error);
        }
        QCOMPARE(QDir(m_dir.filePath("readonly")).entryList(QDir::Files), before);
        const QString begun = newFile("begun");  // by a program that came no further
        {
            const Sqlite sqlite(begun, Sqlite::Access::ReadWrite);
            sqlite.run("PRAGMA journal_mode = WAL");
        }
        QVERIFY(QFile(begun).size() > 0);
        QVERIFY(RatingDatabase(begun, Sqlite::Access::ReadOnly).comparisons().empty());
        RatingDatabase none(m_dir.filePath("nowhere.sqlite"), Sqlite::Access::ReadOnly);
        QVERIFY(none.comparisons().empty());
        QVERIFY(!QFile::exists(m_dir.filePath("nowhere.sqlite")));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == "--rate") {
        try {
            return rateUntilKilled(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
        } catch (const std::exception& e) {
            std::fprintf(stderr, "%s\n", e.what());
            return 1;
        }
    }
    RatingFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ratingfaults_test.moc"
