#include "engine/rating/votefile.h"

#include "engine/core/error.h"
#include "engine/rating/csv.h"
#include "tests/rating/reference.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;

namespace {

const std::string kHeading = "caption,image_0_uid,image_1_uid,label_0,label_1,model_0,model_1,user_id,created_at";

std::vector<VoteRecord> examples()
{
    VoteRecord plain{"a star, \"red\"\nand blue", "i0", "i1", "student", "teacher", "anna", "2026-01-31T12:00:00.250Z", Answer::Left, 7, 3, 812.5, CheckKind::None, Answer::Tie};
    VoteRecord bad = plain, check = plain, bare = plain;
    bad.answer = Answer::BothBad;
    check.check = CheckKind::KnownBad;
    check.expected = Answer::Right;
    bare.seed.reset();
    bare.responseMs = 0;
    bare.session = 0;
    bare.caption = "";
    bare.answer = Answer::Tie;
    return {plain, bad, check, bare};
}

template <class F>
QString refusal(F read)
{
    try {
        read();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadFile ? QString::fromUtf8(e.what()) : "another code: " + QString::fromUtf8(e.what());
    }
    return {};
}

}  // namespace

class VoteFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csvAndJsonRoundTrip()
    {
        QVERIFY(votesFromCsv(votesToCsv(examples()), "x") == examples());
        QVERIFY(votesFromJson(votesToJson(examples()), "x") == examples());
        QTemporaryDir dir;
        for (const char* name : {"votes.csv", "votes.json"}) {
            const std::filesystem::path path = dir.filePath(name).toStdString();
            writeVoteFile(path, examples());
            QVERIFY(readVoteFile(path) == examples());
        }
        QVERIFY(refusal([&] { writeVoteFile("votes.txt", {}); }).contains("must end in .csv or .json"));
        QVERIFY_THROWS_EXCEPTION(Error, readVoteFile(dir.filePath("none.csv").toStdString()));
    }
    void pickAPicsOwnRowsAreRead()
    {
        const std::string text =
            "\xef\xbb\xbf"
            "are_different,best_image_uid,caption,created_at,has_label,image_0_uid,image_0_url,image_1_uid,image_1_url,jpg_0,jpg_1,label_0,label_1,model_0,model_1,ranking_id,user_"
            "id,num_example_per_prompt\n"
            "True,u1,\"cute dog, jumping\",2023-03-24 12:34:56.123456,True,u0,http://a,u1,http://b,,,0.0,1.0,sd21,xl,9,1054,1\n"
            "False,tie,cat,2023-03-24 12:35:00,True,u2,http://a,u3,http://b,,,0.5,0.5,xl,sd21,9,1054,1\n"
            "True,,cat,2023-03-24 12:36:00,False,u2,http://a,u3,http://b,,,,,xl,sd21,9,1054,1\n";
        const auto votes = votesFromCsv(text, "x");
        QCOMPARE(votes.size(), 2u);
        QCOMPARE(votes[0].caption, std::string("cute dog, jumping"));
        QCOMPARE(votes[0].answer, Answer::Right);
        QCOMPARE(votes[1].answer, Answer::Tie);
        QVERIFY(!votes[1].seed);
    }
    void errorsNameLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const QByteArray head = QByteArray::fromStdString(kHeading);
        const auto csv = [&](const char* row) { return head + "\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z\n" + row + "\n"; };
        QTest::newRow("label") << csv("c,a,b,1,x,m,n,u,2026-01-01T00:00:00Z") << "votes.csv, line 3, column label_1: 'x' must be 1, 0 or 0.5";
        QTest::newRow("labels") << csv("c,a,b,1,1,m,n,u,2026-01-01T00:00:00Z") << "votes.csv, line 3, column label_1: the labels are 1 and 1";
        QTest::newRow("time") << csv("c,a,b,1,0,m,n,u,yesterday") << "votes.csv, line 3, column created_at: 'yesterday' must be a time";
        QTest::newRow("no such day") << csv("c,a,b,1,0,m,n,u,2026-02-30T00:00:00Z") << "column created_at";
        QTest::newRow("empty model") << csv("c,a,b,1,0,,n,u,2026-01-01T00:00:00Z") << "votes.csv, line 3, column model_0: it is empty";
        QTest::newRow("too few fields") << csv("c,a,b,1,0") << "votes.csv, line 3: 5 fields, but the heading has 9";
        QTest::newRow("open quote") << csv("\"c,a") << "votes.csv, line 3: a field is quoted, but the quote is not closed";
        QTest::newRow("stray quote") << csv("c\"c,a") << "votes.csv, line 3: a double quote stands inside";
        QTest::newRow("after a quote") << csv("\"c\"c,a") << "votes.csv, line 3: after a closing quote";
        QTest::newRow("line after a long field") << csv("\"c\n\n\n\",a,b,1,0,m,n,u,2026-01-01T00:00:00Z\nc,a,b,9,0,m,n,u,2026-01-01T00:00:00Z")
                                                 << "votes.csv, line 7, column label_1: the labels are 9 and 0";
        QTest::newRow("unknown column") << QByteArray(head + ",sead\n") << "votes.csv, line 1: column 'sead' is not known; did you mean 'seed'?";
        QTest::newRow("missing column") << QByteArray("caption,image_0_uid\n") << "votes.csv, line 1: column 'image_1_uid' is missing";
        QTest::newRow("column twice") << QByteArray(head + ",caption\n") << "votes.csv, line 1: a column is there twice";
        QTest::newRow("seed") << QByteArray(head + ",seed\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z,1.5\n") << "votes.csv, line 2, column seed: '1.5' must be a whole number";
        QTest::newRow("both bad") << QByteArray(head + ",both_bad\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z,true\n")
                                  << "votes.csv, line 2, column both_bad: it is true, so that both labels must be 0.5";
        QTest::newRow("both bad, no flag") << QByteArray(head + ",both_bad\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z,maybe\n") << "column both_bad: 'maybe' must be true or false";
        QTest::newRow("check") << QByteArray(head + ",check\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z,hard\n") << "votes.csv, line 2, column check: 'hard' is no kind of check pair";
        QTest::newRow("known bad without a side") << QByteArray(head + ",check\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z,known_bad\n") << "line 2, column expected";
        QTest::newRow("response") << QByteArray(head + ",response_ms\nc,a,b,1,0,m,n,u,2026-01-01T00:00:00Z,-4\n") << "column response_ms";
        QTest::newRow("empty") << QByteArray() << "votes.csv is empty";
    }
    void errorsNameLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const QString said = refusal([&] { votesFromCsv(text.toStdString(), "votes.csv"); });
        QVERIFY2(said.contains(message), qPrintable(said));
    }
    void jsonErrorsNameRowAndColumn()
    {
        const Json good = Json::parse(votesToJson(examples()));
        const auto said = [&](const char* column, const Json& value) {
            Json json = good;
            json[1][column] = value;
            return refusal([&] { votesFromJson(json.dump(), "v.json"); });
        };
        QVERIFY(said("label_0", 0.7).contains("v.json, row 2, column label_1: the labels are 0.7 and 0.5"));
        QVERIFY(said("model_0", Json::array()).contains("v.json, row 2, column model_0: it is a list"));
        QVERIFY(said("userid", "x").contains("v.json, row 2: column 'userid' is not known; did you mean 'user_id'?"));
        QVERIFY(refusal([] { votesFromJson("{}", "v.json"); }).contains("must be a list"));
        QVERIFY(refusal([] { votesFromJson("[3]", "v.json"); }).contains("v.json, row 1"));
        QVERIFY(refusal([] { votesFromJson("[", "v.json"); }).contains("v.json is no JSON"));
        QVERIFY(votesFromJson("[]", "v.json").empty());
    }
    void timesRoundTrip()
    {
        QCOMPARE(millisecondsFromTime("1970-01-01T00:00:00Z"), std::optional<std::int64_t>(0));
        QCOMPARE(millisecondsFromTime("2026-01-31T12:00:00.250Z"), std::optional<std::int64_t>(1769860800250));
        QCOMPARE(millisecondsFromTime("2026-01-31 12:00:00.250999"), std::optional<std::int64_t>(1769860800250));
        QCOMPARE(millisecondsFromTime("2026-01-31T12:00:00+00:00"), std::optional<std::int64_t>(1769860800000));
        QCOMPARE(timeFromMilliseconds(1769860800250), std::string("2026-01-31T12:00:00.250Z"));
        QCOMPARE(timeFromMilliseconds(-1), std::string("1969-12-31T23:59:59.999Z"));
        for (const char* wrong :
             {"", "2026", "2026-13-01T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T12:00:00+02:00", "2026-01-31T12:00:00.Z", "2026-01-31T12:00", "2026-01-31T12:00:00Z "})
            QVERIFY2(!millisecondsFromTime(wrong), wrong);
    }
    void namesBecomeNumbers()
    {
        std::vector<VoteRecord> records = examples();
        records[1].model0 = "teacher", records[1].model1 = "student", records[1].user = "ben";
        records.push_back(records[3]);
        std::swap(records.back().image0, records.back().image1);
        records.push_back(records[3]);
        records.back().image0 = "other";
        const VoteTable t = voteTable(records);
        QCOMPARE(t.systems, (std::vector<std::string>{"student", "teacher"}));
        QCOMPARE(t.raters, (std::vector<std::string>{"anna", "ben"}));
        QCOMPARE(t.votes[1].vote.left, 1);
        QCOMPARE(t.votes[1].vote.rater, 1);
        QCOMPARE(t.votes[0].vote.seed, 7);
        QCOMPARE(t.votes[3].vote.seed, t.votes[4].vote.seed);  // the same images, whichever side
        QVERIFY(t.votes[3].vote.seed < 0 && t.votes[5].vote.seed != t.votes[3].vote.seed);
        QCOMPARE(t.votes[0].timeMs, 1769860800250);
    }
};

QTEST_GUILESS_MAIN(VoteFileTest)
#include "votefile_test.moc"
