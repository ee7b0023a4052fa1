#include "app/rating/ratingdatabase.h"
#include "tests/app/rating/comparisons.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace potstill;

class RaterProfilesTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString file(const char* name) const { return m_dir.filePath(QString(name) + ".sqlite"); }

    static void rate(RatingDatabase& database, const QString& rater, std::initializer_list<Answer> answers)
    {
        const SessionRecord session = database.startSession("a", database.rater(rater).id);
        std::size_t at = 0;
        for (const Answer answer : answers)
            database.addVote(session.pairs.at(at++).id, answer, 900, 1);
        database.endSession(session.id);
    }
    static std::vector<std::string> people(const RatingDatabase& database) { return database.load("a").raters; }

private Q_SLOTS:
    void twoProfilesOfOnePersonAreOneRaterInTheStatistics()
    {
        RatingDatabase database(file("merge"));
        lockedComparison(database, draftOf("a", 2, 40, 6));
        rate(database, "Ada", {Answer::Left, Answer::Left});
        rate(database, "ada l", {Answer::Right});
        rate(database, "Bo", {Answer::Tie});
        const int rows = database.sqlite().value("SELECT COUNT(*) FROM votes").toInt();
        const qint64 ada = database.rater("Ada").id, other = database.rater("ada l").id, bo = database.rater("Bo").id;
        const qint64 revision = database.comparison("a").revision;
        database.mergeRaters(other, ada);
        QVERIFY(database.comparison("a").revision > revision);  // what was found before may be found no more
        const ComparisonData data = database.load("a");
        QCOMPARE(data.raters, (std::vector<std::string>{"Ada", "Bo"}));
        QCOMPARE(data.votes[2].vote.rater, data.votes[0].vote.rater);
        const Analysis analysis = analyse(data.comparison.definition, data.votes, data.raters);
        QCOMPARE(analysis.raters.size(), std::size_t(2));
        QCOMPARE(analysis.raters[0].votes, 3);
        QCOMPARE(database.raters().size(), std::size_t(2));
        // The votes are as they were, under the profile that gave them.
        QCOMPARE(database.sqlite().value("SELECT COUNT(*) FROM votes").toInt(), rows);
        QCOMPARE(database.profiles()[1].votes, 1);
        QCOMPARE(database.profiles()[1].sameAs, ada);
        // Who has seen a pair as one profile is not asked again as another.
        QCOMPARE(database.rater("ada l").id, ada);
        std::set<std::int64_t> seen;
        for (const RatedVote& v : data.votes)
            if (v.vote.rater == 0)
                seen.insert(v.vote.seed);
        const auto pairs = database.startSession("a", ada).pairs;
        QVERIFY(!seen.empty() && !pairs.empty());
        for (const ShownPair& p : pairs)
            QVERIFY(!seen.count(p.left.seed));
        // Chains end at the last one; nobody is merged into themselves.
        database.mergeRaters(ada, bo);
        QCOMPARE(people(database), std::vector<std::string>{"Bo"});
        QVERIFY_EXCEPTION_THROWN(database.mergeRaters(bo, other), Error);
        database.separateRater(ada);
        database.separateRater(other);
        QCOMPARE(people(database), (std::vector<std::string>{"Ada", "ada l", "Bo"}));
        for (const char* sql : {"DELETE FROM rater_aliases", "UPDATE rater_aliases SET name = 'x'"})
            QVERIFY_EXCEPTION_THROWN(database.sqlite().run(sql), Error);
    }
    void aPairThatOnePersonJudgedUnderTwoProfilesCountsOnce()
    {
        RatingDatabase database(file("once"));
        lockedComparison(database, draftOf("a", 2, 6, 6, 0, 6));  // everybody is shown all six
        rateSession(database, "a", "Ada", 6, true);
        rate(database, "ada l", {Answer::Tie, Answer::Tie, Answer::Tie, Answer::Tie, Answer::Tie, Answer::Tie});
        const auto analysed = [&] {
            const ComparisonData data = database.load("a");
            return analyse(data.comparison.definition, data.votes, data.raters);
        };
        QCOMPARE(analysed().pairs.front().all.total(), 12);
        QCOMPARE(analysed().agreement.units, 6);
        database.mergeRaters(database.rater("ada l").id, database.rater("Ada").id);
        const Analysis analysis = analysed();
        QCOMPARE(analysis.pairs.front().all.total(), 6);
        QCOMPARE(analysis.pairs.front().all.wins, 6);  // the first vote decides
        QCOMPARE(analysis.fit.untied, 6);
        QCOMPARE(analysis.fit.ties, (std::vector<std::int64_t>{0, 0}));
        QCOMPARE(analysis.agreement.status, AgreementStatus::NoOverlap);
        QCOMPARE(analysis.raters.front().votes, 6);
        QCOMPARE(analysis.excluded.size(), std::size_t(6));
    }
    void anOpenSessionOfAMergedProfileIsGoneOnWith()
    {
        RatingDatabase database(file("open"));
        lockedComparison(database, draftOf("a", 2, 40, 6));
        const qint64 ada = database.rater("Ada").id, other = database.rater("ada l").id;
        const SessionRecord session = database.startSession("a", other);
        database.mergeRaters(other, ada);
        QCOMPARE(database.startSession("a", ada).id, session.id);
    }
    void aRaterWhoIsRenamedStaysWhoTheyAre()
    {
        RatingDatabase database(file("rename"));
        ComparisonRecord draft = draftOf("a", 2, 40, 6);
        draft.definition.countedRaters = {"Ada"};
        lockedComparison(database, draft);
        rate(database, "Ada", {Answer::Left, Answer::Left});
        const qint64 ada = database.rater("Ada").id, bo = database.rater("Bo").id;
        database.renameRater(ada, " Ada  Lovelace ");
        QCOMPARE(database.rater("Ada Lovelace").id, ada);
        QCOMPARE(database.rater("Ada").id, ada);  // what a pack of theirs may still say
        QCOMPARE(database.rater("Ada").name, QString("Ada Lovelace"));
        QVERIFY_EXCEPTION_THROWN(database.renameRater(bo, "Ada"), Error);
        QVERIFY_EXCEPTION_THROWN(database.renameRater(bo, " "), Error);
        // The definition was fixed when she was called Ada: her votes count as before.
        const ComparisonData data = database.load("a");
        QCOMPARE(analyse(data.comparison.definition, data.votes, data.raters).counted, 2);
        rate(database, "Ada Lovelace", {Answer::Right});
        QCOMPARE(database.load("a").raters, std::vector<std::string>{"Ada"});
        database.renameRater(ada, "Ada");
        QCOMPARE(database.raters()[0].name, QString("Ada"));
    }
    void answersToAPackComeFromTheMergedRaterToo()
    {
        RatingDatabase database(file("pack"));
        lockedComparison(database, draftOf("a", 2, 40, 6));
        const SessionRecord pack = database.reserveSession("a");
        database.addPack("p", pack.id, "hash", "/somewhere/p.zip");
        QCOMPARE(*database.importPackVotes(pack.id, "ada l", {{pack.pairs[0].id, Answer::Left, 900, 1}}, "file 1", "1.json"), 1);
        database.mergeRaters(database.rater("ada l").id, database.rater("Ada").id);
        QCOMPARE(*database.importPackVotes(pack.id, "Ada", {{pack.pairs[1].id, Answer::Left, 900, 2}}, "file 2", "2.json"), 1);
        const PackRecord listed = database.packs("a").at(0);
        QCOMPARE(listed.id, QString("p"));
        QCOMPARE(listed.place, QString("/somewhere/p.zip"));
        QCOMPARE(listed.rater, QString("Ada"));
        QCOMPARE(listed.pairs, 6);
        QCOMPARE(listed.answers, 2);
        QVERIFY(!listed.isWithdrawn && listed.madeMs > 0);
        // Withdrawn, what came back stays, and no more is taken.
        database.setPackWithdrawn("p", true);
        QVERIFY(database.packs("a").at(0).isWithdrawn);
        QVERIFY_EXCEPTION_THROWN(database.importPackVotes(pack.id, "Ada", {{pack.pairs[2].id, Answer::Left, 900, 3}}, "file 3", "3.json"), Error);
        QCOMPARE(database.load("a").votes.size(), std::size_t(2));
        database.setPackWithdrawn("p", false);
        QCOMPARE(*database.importPackVotes(pack.id, "Ada", {{pack.pairs[2].id, Answer::Left, 900, 3}}, "file 3", "3.json"), 1);
    }
};

QTEST_GUILESS_MAIN(RaterProfilesTest)
#include "raterprofiles_test.moc"
