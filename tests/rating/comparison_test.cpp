#include "engine/rating/comparison.h"

#include "tests/rating/reference.h"

#include <QtTest>

using namespace potstill;

namespace {

ComparisonDefinition example()
{
    ComparisonDefinition d;
    d.systems = {{"sha:1 steps 3", "Student, 3 steps"}, {"sha:2 ddim 50", "Teacher, 50 NFE"}, {"sha:1 steps 1", "Student, 1 step"}};
    d.claim = {ClaimKind::NotWorse, 0.1, 0.2};
    d.pairs = {{0, 1}, {2, 1}};
    for (int i = 0; i < 200; ++i)
        d.seeds.push_back(1000 + i);
    d.commonSeeds = {1000, 1001};
    d.countedRaters = {"anna", "ben"};
    return d;
}

QString refusal(const Json& json)
{
    try {
        comparisonFromJson(json);
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadOption ? QString::fromUtf8(e.what()) : "another code";
    }
    return {};
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDefinitionRoundTrips()
    {
        const ComparisonDefinition d = example();
        QVERIFY(validate(d).empty());
        QVERIFY(comparisonFromJson(toJson(d)) == d);
        QVERIFY(comparisonFromJson(Json::parse(toJson(d).dump())) == d);
        ComparisonDefinition other = d;
        other.kind = ComparisonKind::Exploratory;
        other.claim = {ClaimKind::Estimate, 0.1, 0.05};
        other.pairs = {};
        other.countedRaters = {};
        QVERIFY(comparisonFromJson(toJson(other)) == other);
    }
    void theHashIsOfTheContentAlone()
    {
        const ComparisonDefinition d = example();
        const std::string hash = comparisonHash(d);
        QCOMPARE(hash.size(), 64u);
        Json reordered = Json::object();
        const Json json = toJson(d);
        for (auto it = json.rbegin(); it != json.rend(); ++it)
            reordered[it.key()] = it.value();
        QCOMPARE(comparisonHash(comparisonFromJson(reordered)), hash);
        QCOMPARE(canonicalText(comparisonFromJson(reordered)), canonicalText(d));
        ComparisonDefinition other = d;
        other.exclusion.minResponseMs += 1;
        QVERIFY(comparisonHash(other) != hash);
        other = d;
        other.seeds.back() += 1;
        QVERIFY(comparisonHash(other) != hash);
    }
    // By Python's json and hashlib. Stays as it is for as long as the format does: packs and reports carry it.
    void theHashOfAKnownDefinition()
    {
        ComparisonDefinition d;
        d.systems = {{"a", "A"}, {"b", "B"}};
        d.seeds = {1, 2, 3};
        QCOMPARE(comparisonHash(d), std::string("2c3f825343fa017b43d7272710ef3093615b366795940c8bd92f8721b908930e"));
    }
    void everyProblemIsNamed_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown key") << "/sedes"
                                     << "[1]"
                                     << "sedes: is not known; did you mean 'seeds'?";
        QTest::newRow("unknown key inside") << "/claim/margn"
                                            << "0.1"
                                            << "claim.margn: is not known; did you mean 'margin'?";
        QTest::newRow("format") << "/format"
                                << "2"
                                << "format: is 2, but this program reads 1";
        QTest::newRow("type") << "/question"
                              << "5"
                              << "question: is 5, but must be text";
        QTest::newRow("kind") << "/kind"
                              << "\"sure\""
                              << "kind: is 'sure', but must be one of confirmatory, exploratory";
        QTest::newRow("empty question") << "/question"
                                        << "\" \""
                                        << "question: is empty";
        QTest::newRow("one system") << "/systems"
                                    << "[{\"key\":\"a\",\"name\":\"A\"}]"
                                    << "systems: holds 1";
        QTest::newRow("system without name") << "/systems/0"
                                             << "{\"key\":\"a\"}"
                                             << "systems[0].name: is missing";
        QTest::newRow("system twice") << "/systems/0/key"
                                      << "\"sha:2 ddim 50\""
                                      << "systems.key[1]: is there twice";
        QTest::newRow("margin") << "/claim/margin"
                                << "0"
                                << "claim.margin: is 0, but must be above 0";
        QTest::newRow("alpha") << "/alpha"
                               << "0.9"
                               << "alpha: is 0.9";
        QTest::newRow("prior") << "/prior"
                               << "0"
                               << "prior: is 0";
        QTest::newRow("pair of one") << "/pairs/0"
                                     << "[1,1]"
                                     << "pairs[0]: is 1 and 1";
        QTest::newRow("pair of nobody") << "/pairs/0"
                                        << "[0,3]"
                                        << "pairs[0]: is 0 and 3";
        QTest::newRow("pair of three") << "/pairs/0"
                                       << "[0,1,2]"
                                       << "pairs[0]: is [0,1,2], but must be two";
        QTest::newRow("pair twice") << "/pairs/0"
                                    << "[1,2]"
                                    << "pairs[1]: is there twice";
        QTest::newRow("seed of text") << "/seeds/3"
                                      << "\"x\""
                                      << "seeds[3]: is \"x\", but must be a whole number";
        QTest::newRow("huge seed") << "/seeds/3"
                                   << "18446744073709551615"
                                   << "seeds[3]";
        QTest::newRow("seed twice") << "/seeds/3"
                                    << "1000"
                                    << "seeds[3]: is there twice";
        QTest::newRow("no seeds") << "/seeds"
                                  << "[]"
                                  << "seeds: is empty";
        QTest::newRow("foreign common seed") << "/common_seeds"
                                             << "[5]"
                                             << "common_seeds[0]: is 5, which is none of the seeds";
        QTest::newRow("checks") << "/exclusion/max_failed_checks"
                                << "-1"
                                << "exclusion.max_failed_checks: is -1";
        QTest::newRow("exclusion") << "/exclusion"
                                   << "3"
                                   << "exclusion: is number, but must be an object";
        QTest::newRow("session") << "/session_length"
                                 << "0"
                                 << "session_length: is 0";
        QTest::newRow("rater without name") << "/counted_raters"
                                            << "[\"\"]"
                                            << "counted_raters[0]: is empty";
    }
    void everyProblemIsNamed()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, message);
        Json json = toJson(example());
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        QVERIFY2(refusal(json).contains(message), qPrintable(refusal(json)));
    }
    void everyKeyIsNeeded()
    {
        const Json whole = toJson(example());
        for (const auto& [key, value] : whole.items()) {
            Json without = whole;
            without.erase(key);
            QVERIFY2(refusal(without).contains(QString::fromStdString(key) + ": is missing"), key.c_str());
        }
        QVERIFY(refusal(Json::array()).contains("must be an object"));
        QVERIFY(refusal(Json()).contains("must be an object"));
    }
    void severalProblemsAreSaidAtOnce()
    {
        Json json = toJson(example());
        json["alpha"] = 3;
        json["prior"] = -1;
        QVERIFY(refusal(json).contains("alpha") && refusal(json).contains("prior"));
    }
    void theFirstProblemIsNamedForOtherLanguages()
    {
        const auto cause = [](const Json& json) {
            try {
                comparisonFromJson(json);
            } catch (const Error& e) {
                return RunWarning::fromText(e.line());
            }
            return RunWarning();
        };
        Json json = toJson(example());
        json["alpha"] = 3;
        RunWarning why = cause(json);
        QCOMPARE(why.code, std::string("unusable-comparison"));
        QCOMPARE(why.argument("field"), std::string("alpha"));
        QCOMPARE(why.argument("rule"), std::string("outside"));
        QCOMPARE(why.number("value"), 3.0);
        json.erase("prior");  // told before what is out of range
        why = cause(json);
        QCOMPARE(why.argument("field"), std::string("prior"));
        QVERIFY(why.argument("rule").empty());
    }
    void tooFewSeedsAreWarnedOf()
    {
        ComparisonDefinition d = example();
        d.claim.kind = ClaimKind::Better;
        d.seeds.resize(5);
        const Issues issues = validate(d);
        QVERIFY(!hasErrors(issues) && issues.size() == 1);
        QCOMPARE(issues.front().path, std::string("seeds"));
    }
    void everyPairIsTestedWhenNoneIsNamed()
    {
        ComparisonDefinition d = example();
        QCOMPARE(testedPairs(d), d.pairs);
        d.pairs = {};
        QCOMPARE(testedPairs(d), (std::vector<std::pair<int, int>>{{0, 1}, {0, 2}, {1, 2}}));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
