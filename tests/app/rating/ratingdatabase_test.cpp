#include "app/rating/ratingdatabase.h"
#include "app/rating/ratingstore.h"
#include "tests/app/rating/comparisons.h"

#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

#include <functional>
#include <set>

using namespace potstill;

class RatingDatabaseTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString file(const char* name) const { return m_dir.filePath(QString(name) + ".sqlite"); }

private Q_SLOTS:
    void aSessionIsRatedLeftAndResumed()
    {
        const QString path = file("resume");
        qint64 id = 0, rater = 0;
        {
            RatingDatabase database(path);
            const ComparisonRecord c = lockedComparison(database, draftOf("a", 2, 40, 10, 2));
            rater = database.rater("Ada").id;
            const SessionRecord session = database.startSession("a", rater);
            id = session.id;
            QCOMPARE(session.pairs.size(), std::size_t(12));
            QCOMPARE(session.firstOpen(), std::size_t(0));
            for (std::size_t i = 0; i < 5; ++i)
                database.addVote(session.pairs[i].id, Answer::Left, 900, 1000 + qint64(i));
            QCOMPARE(*database.comparison("a", rater).openSession, id);
        }
        RatingDatabase database(path);
        const SessionRecord again = database.startSession("a", rater);
        QCOMPARE(again.id, id);  // the same pairs, where it was left
        QCOMPARE(again.firstOpen(), std::size_t(5));
        QVERIFY(again.pairs[4].answer == Answer::Left);
        QVERIFY(!again.pairs[5].left.file.isEmpty());
        database.endSession(id);
        QVERIFY(!database.comparison("a", rater).openSession);
        QVERIFY(database.startSession("a", rater).id != id);
    }
    void twoProgramsDoNotShareASession()
    {
        RatingDatabase first(file("lease")), second(file("lease"));
        lockedComparison(first, draftOf("a", 2, 40, 10));
        const qint64 ada = first.rater("Ada").id;
        const SessionRecord session = first.startSession("a", ada);
        first.addVote(session.pairs[0].id, Answer::Left, 900, 1);
        QVERIFY(!first.holderOf("a", ada));
        const auto holder = second.holderOf("a", ada);
        QVERIFY(holder);
        QCOMPARE(holder->pid, qint64(QCoreApplication::applicationPid()));
        QVERIFY(!holder->host.isEmpty());
        try {
            second.startSession("a", ada);
            QFAIL("a session was shared");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Locked);
        }
        QVERIFY(second.startSession("a", second.rater("Bo").id).id != session.id);  // another rater has one of their own
        // By explicit choice it goes over, with what was answered, and the first one cannot write into it any more.
        const SessionRecord taken = second.startSession("a", ada, RatingDatabase::Claim::TakeOver);
        QCOMPARE(taken.id, session.id);
        QCOMPARE(taken.firstOpen(), std::size_t(1));
        second.addVote(taken.pairs[1].id, Answer::Right, 900, 2);
        for (const auto& write :
             std::initializer_list<std::function<void()>>{[&] { first.addVote(session.pairs[1].id, Answer::Left, 900, 3); }, [&] { first.undoVote(session.pairs[0].id); },
                                                          [&] { first.beat(session.id); }, [&] { first.endSession(session.id); }})
            try {
                write();
                QFAIL("a session that was taken over was written to");
            } catch (const Error& e) {
                QVERIFY(e.code() == ErrorCode::Locked);
            }
        QCOMPARE(first.sqlite().value("SELECT COUNT(*) FROM votes").toInt(), 2);
        QVERIFY(first.session(session.id).pairs[1].answer == Answer::Right);
        // Ended over there: the first one cannot answer a pair a second time.
        second.endSession(session.id);
        QVERIFY_EXCEPTION_THROWN(first.addVote(session.pairs[2].id, Answer::Left, 900, 4), Error);
        QVERIFY(first.startSession("a", ada).id != session.id);
    }
    void aSessionWithoutASignOfLifeIsFree()
    {
        const QString path = file("stale");
        RatingDatabase first(path), second(path);
        lockedComparison(first, draftOf("a", 2, 40, 10));
        const qint64 ada = first.rater("Ada").id;
        const SessionRecord session = first.startSession("a", ada);
        const auto silence = [&](qint64 ms) { first.sqlite().run("UPDATE session_leases SET beat_ms = beat_ms - ?", {ms}); };
        silence(kLeaseMs - 20'000);
        QVERIFY(second.holderOf("a", ada));
        first.beat(session.id);
        silence(kLeaseMs - 20'000);
        QVERIFY(second.holderOf("a", ada));  // the beat began the time anew
        first.addVote(session.pairs[0].id, Answer::Left, 900, 1);
        silence(kLeaseMs - 20'000);
        QVERIFY(second.holderOf("a", ada));  // and so did the vote
        silence(20'000);
        QVERIFY(!second.holderOf("a", ada));
        QCOMPARE(second.startSession("a", ada).id, session.id);
        QVERIFY(first.holderOf("a", ada));
        // A program of this computer that is gone needs no minute.
        first.sqlite().run("UPDATE session_leases SET pid = ?", {qlonglong(1) << 30});
        QVERIFY(!first.holderOf("a", ada));
        // Left and closed, it is free at once.
        QCOMPARE(first.startSession("a", ada).id, session.id);
        QVERIFY(second.holderOf("a", ada));
        first.release(session.id);
        QVERIFY(!second.holderOf("a", ada));
        {
            RatingDatabase third(path);
            third.startSession("a", ada);
            QVERIFY(second.holderOf("a", ada));
        }
        QVERIFY(!second.holderOf("a", ada));
    }
    void aDatabaseOfTheFirstVersionIsBroughtUpToDate()
    {
        const QString path = file("migrated");
        {
            RatingDatabase database(path);
            lockedComparison(database, draftOf("a", 2, 40, 10));
            const SessionRecord session = database.startSession("a", database.rater("Ada").id);
            database.addVote(session.pairs[0].id, Answer::Left, 900, 1);
        }
        {
            const Sqlite older(path, Sqlite::Access::ReadWrite);  // what later versions added is taken away
            for (const char* view : {"vote_rows", "rater_identities", "rater_profiles"})
                older.run(QString("DROP VIEW ") + view);
            for (const char* table : {"session_leases", "pack_changes", "rater_aliases"})
                older.run(QString("DROP TABLE ") + table);
            older.run("CREATE VIEW vote_rows AS SELECT * FROM votes");  // an older one
            older.run("PRAGMA user_version = 1");
        }
        {
            RatingDatabase looked(path, Sqlite::Access::ReadOnly);  // a project that cannot be written to is read as it is
            QCOMPARE(looked.load("a").votes.size(), std::size_t(1));
            QCOMPARE(looked.profiles().size(), std::size_t(1));
            QVERIFY(looked.packs("a").empty());
            QCOMPARE(looked.sqlite().value("PRAGMA user_version").toInt(), 1);
        }
        RatingDatabase database(path);
        QCOMPARE(database.sqlite().value("PRAGMA user_version").toInt(), 3);
        QCOMPARE(database.load("a").votes.size(), std::size_t(1));
        const SessionRecord session = database.startSession("a", database.rater("Ada").id);
        QCOMPARE(session.firstOpen(), std::size_t(1));
        database.addVote(session.pairs[1].id, Answer::Tie, 900, 2);
        QCOMPARE(database.load("a").votes.size(), std::size_t(2));
    }
    void aSystemOfBeforeThereWasGuidanceKeepsItsText()
    {
        const PlannedSystem plain{"bundled:sprites-v", true, 3, "", {}};
        QCOMPARE(toJson(plain), Json({{"model", "bundled:sprites-v"}, {"ema", true}, {"steps", 3}, {"sampler", ""}, {"noise_correction", nullptr}}));
        PlannedSystem guided = plain;
        guided.guidance = 2.5;
        const ComparisonPlan plan = planFromJson(toJson(ComparisonPlan{{plain, guided}, {}, {}, {}}));
        QVERIFY(plan.systems[0] == plain && plan.systems[1] == guided && !(plain == guided));
    }
    void anUndoIsARowOfItsOwn()
    {
        RatingDatabase database(file("undo"));
        lockedComparison(database, draftOf("a", 2, 40, 10));
        const SessionRecord session = database.startSession("a", database.rater("Ada").id);
        QVERIFY(!database.undoVote(session.pairs[0].id));
        database.addVote(session.pairs[0].id, Answer::Left, 900, 1);
        database.addVote(session.pairs[1].id, Answer::Tie, 900, 2);
        QVERIFY(database.undoVote(session.pairs[0].id));  // the one that was asked for, not the newest of all studios
        QVERIFY(database.session(session.id).pairs[1].answer == Answer::Tie);
        QVERIFY(database.undoVote(session.pairs[1].id));
        QVERIFY(!database.undoVote(session.pairs[0].id));
        database.addVote(session.pairs[0].id, Answer::Right, 800, 3);
        QCOMPARE(database.sqlite().value("SELECT COUNT(*) FROM votes").toInt(), 5);
        const ComparisonData data = database.load("a");
        QCOMPARE(data.votes.size(), std::size_t(1));
        QVERIFY(data.votes[0].vote.answer == Answer::Right);
        QCOMPARE(data.votes[0].responseMs, 800.0);
        QCOMPARE(data.votes[0].vote.seed, session.pairs[0].left.seed);
        QCOMPARE(data.raters[0], std::string("Ada"));
    }
    void aClosedComparisonTakesNoMoreVotes()
    {
        RatingDatabase database(file("closed"));
        lockedComparison(database, draftOf("a", 2, 40, 10));
        const qint64 ada = database.rater("Ada").id;
        const SessionRecord session = database.startSession("a", ada), pack = database.reserveSession("a");
        database.addVote(session.pairs[0].id, Answer::Left, 900, 1);
        database.close("a");
        QVERIFY(!database.comparison("a", ada).openSession);
        QVERIFY_EXCEPTION_THROWN(database.startSession("a", ada), Error);
        QVERIFY_EXCEPTION_THROWN(database.addVote(session.pairs[1].id, Answer::Left, 900, 2), Error);
        QVERIFY_EXCEPTION_THROWN(database.undoVote(session.pairs[0].id), Error);
        QVERIFY_EXCEPTION_THROWN(database.importPackVotes(pack.id, "Bo", {{pack.pairs[0].id, Answer::Left, 900, 3}}, "hash", "bo.json"), Error);
        QCOMPARE(database.load("a").votes.size(), std::size_t(1));
    }
    void aLatePackWithEarlyStampsComesLast()
    {
        RatingDatabase database(file("late"));
        lockedComparison(database, draftOf("a", 2, 40, 10));
        const SessionRecord session = database.startSession("a", database.rater("Ada").id), pack = database.reserveSession("a");
        database.addVote(session.pairs[0].id, Answer::Left, 900, 1'700'000'000'000);
        QCOMPARE(*database.importPackVotes(pack.id, "Bo", {{pack.pairs[0].id, Answer::Right, 900, 5}}, "hash", "bo.json"), 1);
        QCOMPARE(database.load("a").votes.back().timeMs, 5);
        // A second file of the rater brings one pair that is known and one that is not.
        QCOMPARE(*database.importPackVotes(pack.id, "Bo", {{pack.pairs[0].id, Answer::Left, 900, 6}, {pack.pairs[1].id, Answer::Tie, 900, 7}}, "hash 2", "bo.json"), 1);
        QCOMPARE(database.load("a").votes.size(), std::size_t(3));
    }
    void votesArePermanentAndPointAtWhatThereIs()
    {
        RatingDatabase database(file("append"));
        lockedComparison(database, draftOf("a", 2, 40, 10));
        const SessionRecord session = database.startSession("a", database.rater("Ada").id);
        database.addVote(session.pairs[0].id, Answer::Left, 900, 1);
        for (const char* sql : {"UPDATE votes SET answer = 'right'", "DELETE FROM votes", "UPDATE pairs SET position = 9", "UPDATE comparisons SET definition = '{}'",
                                "UPDATE comparisons SET state = 'draft'"})
            QVERIFY_EXCEPTION_THROWN(database.sqlite().run(sql), Error);
        QVERIFY_EXCEPTION_THROWN(database.addVote(999'999, Answer::Left, 900, 1), Error);
        QVERIFY_EXCEPTION_THROWN(database.sqlite().run("INSERT INTO votes (pair, answer, response_ms, time_ms) VALUES (1, 'maybe', 0, 0)"), Error);
        // All columns of the specification can be read by anyone who opens the file.
        QSqlQuery row = database.sqlite().run(
            "SELECT pair, left_image, right_image, left_checkpoint, left_times, noise_seed, left_system, answer, response_ms, rater_name, session, check_kind, time_ms FROM "
            "vote_rows");
        QVERIFY(row.next());
        QCOMPARE(row.value(1).toString(), session.pairs[0].left.sha256);
        QCOMPARE(row.value(3).toString(), QString("weights %1").arg(session.pairs[0].left.system));
        QCOMPARE(row.value(4).toString(), QString("[1.0,0.5]"));
    }
    void aDefinitionIsFixedAndHashedBeforeTheFirstVote()
    {
        RatingDatabase database(file("lock"));
        ComparisonRecord draft = draftOf("a", 2, 12, 10, 2);
        database.saveDraft(draft);
        const qint64 ada = database.rater("Ada").id;
        QVERIFY_EXCEPTION_THROWN(database.startSession("a", ada), Error);  // a draft takes no votes
        QVERIFY_EXCEPTION_THROWN(database.lock("a"), Error);               // its images are missing
        draft.definition.question = "Which looks more like a star?";
        database.saveDraft(draft);
        addImages(database, draft);
        const ComparisonRecord locked = database.lock("a");
        QCOMPARE(locked.hash.toStdString(), comparisonHash(locked.definition));
        QCOMPARE(locked.definition.question, std::string("Which looks more like a star?"));
        QVERIFY(locked.definition.systems[0].key.find("weights 0") != std::string::npos);
        QVERIFY_EXCEPTION_THROWN(database.saveDraft(draft), Error);
        QVERIFY_EXCEPTION_THROWN(database.putImages("a", {}), Error);
        QVERIFY_EXCEPTION_THROWN(database.lock("a"), Error);
        QCOMPARE(database.comparison("a").hash, locked.hash);
        database.close("a");
        QVERIFY_EXCEPTION_THROWN(database.startSession("a", ada), Error);
    }
    void imagesOfOtherSeedsDoNotStandInForThoseThatAreMissing()
    {
        RatingDatabase database(file("missing"));
        ComparisonRecord draft = draftOf("a", 2, 12, 10, 2);
        database.saveDraft(draft);
        QVERIFY(!draft.plan.checkSeeds.empty());
        QCOMPARE(database.comparison("a").missingImages, 2 * (12 + 2 * int(draft.plan.checkSeeds.size())));
        addImages(database, draft);
        QCOMPARE(database.comparison("a").missingImages, 0);
        const int made = database.comparison("a").images;
        draft.definition.checksPerSession = 0;
        draft.plan.checkSeeds.clear();
        draft.definition.seeds = reservedSeeds("a", 20);
        database.saveDraft(draft);
        QCOMPARE(database.comparison("a").images, made);
        QCOMPARE(database.comparison("a").missingImages, 2 * 8);
        QVERIFY_EXCEPTION_THROWN(database.lock("a"), Error);
    }
    void imagesOfSystemsThatWereEditedStayUntilOthersArePrepared()
    {
        RatingDatabase database(file("edited"));
        const ComparisonRecord draft = draftOf("a", 2, 12, 10);
        database.saveDraft(draft);
        database.pinModels("a", {"one", "two"});
        addImages(database, draft);
        ComparisonRecord other = draft;
        other.plan.systems[1].steps = 9;
        database.saveDraft(other);
        other.plan.systems[1].steps = 12;
        database.saveDraft(other);
        QCOMPARE(database.comparison("a").missingImages, 24);
        QCOMPARE(database.comparison("a").images, 24);
        QVERIFY_EXCEPTION_THROWN(database.lock("a"), Error);
        database.saveDraft(draft);  // the edit is taken back
        database.dropOtherImages("a");
        QCOMPARE(database.comparison("a").missingImages, 0);
        QCOMPARE(database.comparison("a").plan.pinned, (std::vector<std::string>{"one", "two"}));
        database.saveDraft(other);
        database.dropOtherImages("a");
        QVERIFY(database.images("a").empty());
        QVERIFY(database.comparison("a").plan.pinned.empty());
        addImages(database, other);
        QCOMPARE(database.comparison("a").missingImages, 0);
        database.lock("a");
    }
    void everyRaterGetsSeedsOfTheirOwnUntilNoneAreLeft()
    {
        RatingDatabase database(file("shares"));
        lockedComparison(database, draftOf("a", 2, 25, 10));
        std::set<std::int64_t> seen;
        const auto fresh = [&](const SessionRecord& session) {
            return std::count_if(session.pairs.begin(), session.pairs.end(), [&](const ShownPair& p) { return seen.insert(p.left.seed).second; });
        };
        QCOMPARE(fresh(database.startSession("a", database.rater("Ada").id)), 10);
        QCOMPARE(fresh(database.startSession("a", database.rater("Bo").id)), 10);
        // Five new ones are left; the rest of a session of fixed length serves agreement.
        const SessionRecord third = database.startSession("a", database.rater("Cem").id);
        QCOMPARE(fresh(third), 5);
        QCOMPARE(third.pairs.size(), std::size_t(10));
        // What was not answered when a session ended is free for the next rater.
        for (const ShownPair& p : third.pairs)
            if (p.position < 4)
                database.addVote(p.id, Answer::Tie, 900, p.position);
        database.endSession(third.id);
        const qint64 dov = database.rater("Dov").id;
        std::set<std::int64_t> shown;
        for (int i = 0; i < 3; ++i) {
            const SessionRecord session = database.startSession("a", dov);
            for (const ShownPair& p : session.pairs) {
                QVERIFY(shown.insert(p.left.seed).second);  // nobody is asked twice
                database.addVote(p.id, Answer::Tie, 900, 1);
            }
            database.endSession(session.id);
        }
        QCOMPARE(shown.size(), std::size_t(25));
        QVERIFY_EXCEPTION_THROWN(database.startSession("a", dov), Error);
    }
    void reservedSeedsAreNobodyElses()
    {
        const auto a = reservedSeeds("a", kMaxSeeds), b = reservedSeeds("b", kMaxSeeds), checks = reservedSeeds("a", kMaxCheckSeeds, kCheckSeedOffset);
        std::set<std::int64_t> all(a.begin(), a.end());
        all.insert(b.begin(), b.end());
        all.insert(checks.begin(), checks.end());
        QCOMPARE(all.size(), std::size_t(2 * kMaxSeeds + kMaxCheckSeeds));
        QVERIFY(*all.begin() > 1'000'000'000);             // past what any page offers
        QVERIFY(*all.rbegin() < (std::int64_t(1) << 53));  // a whole number in JSON readers too
        QCOMPARE(reservedSeeds("a", 3), std::vector<std::int64_t>(a.begin(), a.begin() + 3));
    }
    void draftsGoToTheTrashAndComeBack()
    {
        RatingDatabase database(file("trash"));
        database.saveDraft(draftOf("a", 2, 12, 10));
        QCOMPARE(database.comparisons().size(), std::size_t(1));
        database.setTrashed("a", true);
        QCOMPARE(database.comparisons().size(), std::size_t(0));
        database.setTrashed("a", false);
        QCOMPARE(database.comparisons().size(), std::size_t(1));
    }
    void whatIsRefusedIsSaidInTheReadersLanguage()
    {
        struct Marking : QTranslator {
            bool isEmpty() const override { return false; }
            QString translate(const char* context, const char* english, const char*, int) const override
            {
                return QStringList{"Ratings", "Issues"}.contains(QString::fromUtf8(context)) ? "«" + QString::fromUtf8(english) + "»" : QString();
            }
        } marking;
        RatingDatabase database(file("language"));
        database.saveDraft(draftOf("a", 2, 12, 10));
        // Its systems turned out to be the same when their images were made.
        const ComparisonRecord twice = draftOf("twice", 2, 2, 2);
        database.saveDraft(twice);
        addImages(database, twice);
        database.sqlite().run("UPDATE systems SET key = 'the same' WHERE comparison = 'twice'");
        QCoreApplication::installTranslator(&marking);
        const auto restore = qScopeGuard([&] { QCoreApplication::removeTranslator(&marking); });
        for (const auto& refused : std::initializer_list<std::function<void()>>{[&] { database.startSession("a", 1); }, [&] { database.lock("a"); },
                                                                                [&] { database.lock("twice"); }, [&] { database.rater(" "); }, [&] { database.beat(1); },
                                                                                [&] { database.comparison("none"); }, [&] { database.reserveSession("a"); }})
            try {
                refused();
                QFAIL("it was not refused");
            } catch (const Error& e) {
                const QString said = QString::fromUtf8(e.what());
                for (const QString& line : said.split('\n'))
                    QVERIFY2(line.startsWith("«") && line.endsWith("»") && !line.contains("%1"), e.what());
            }
    }
    void theStoreAnswersOnItsOwnThread()
    {
        const QString project = m_dir.filePath("project");
        QDir().mkpath(project);
        RatingStore store;
        store.open(project);
        QTRY_COMPARE(store.state(), RatingStore::State::Ready);
        Qt::HANDLE thread = nullptr;
        QString name, problem;
        store.ask<std::pair<QString, Qt::HANDLE>>(
            this, [](RatingDatabase& d) { return std::pair(d.rater(" Ada  L. ").name, QThread::currentThreadId()); },
            [&](std::pair<QString, Qt::HANDLE> answer) { std::tie(name, thread) = answer; });
        store.ask<int>(
            this, [](RatingDatabase& d) { return int(d.comparison("none").votes); }, [](int) { QFAIL("there is no such comparison"); }, [&](const QString& p) { problem = p; });
        QTRY_VERIFY(!problem.isEmpty());
        QCOMPARE(name, QString("Ada L."));
        QVERIFY(thread != QThread::currentThreadId());
        QVERIFY(problem.contains("none"));
    }
};

QTEST_GUILESS_MAIN(RatingDatabaseTest)
#include "ratingdatabase_test.moc"
