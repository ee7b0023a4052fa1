#include "engine/core/options.h"

#include <QtTest>

using namespace potstill;

namespace {

enum class Colour { Red, Blue };
struct Inner {
    double gain = 0.5;
    Colour colour = Colour::Red;
    std::vector<double> grid;
    static const FieldTable<Inner>& table()
    {
        static const FieldTable<Inner> t = [] {
            FieldTable<Inner> f("Inner", "");
            f.number("gain", &Inner::gain).range(0, 1).help("A gain.");
            f.choice("colour", &Inner::colour, {{Colour::Red, "red", "Red"}, {Colour::Blue, "blue", "Blue"}});
            f.list("grid", &Inner::grid).above(0);
            return f;
        }();
        return t;
    }
};
struct Outer {
    std::int64_t images = 10;
    bool fast = false;
    Inner inner;
    static const FieldTable<Outer>& table()
    {
        static const FieldTable<Outer> t = [] {
            FieldTable<Outer> f("Outer", "");
            f.integer("images", &Outer::images).atLeast(1).unit("images");
            f.flag("fast", &Outer::fast);
            f.section("inner", &Outer::inner);
            return f;
        }();
        return t;
    }
};

struct Listed {
    std::vector<std::int64_t> seeds;
    static const FieldTable<Listed>& table()
    {
        static const FieldTable<Listed> t = [] {
            FieldTable<Listed> f("Listed", "");
            f.list("seeds", &Listed::seeds);
            return f;
        }();
        return t;
    }
};
struct Wide {
    Inner inner;
    std::filesystem::path file;
    static const FieldTable<Wide>& table()
    {
        static const FieldTable<Wide> t = [] {
            FieldTable<Wide> f("Wide", "");
            f.fieldsOf(&Wide::inner, {"colour"});
            f.path("file", &Wide::file);
            return f;
        }();
        return t;
    }
};

}  // namespace

class OptionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void documentRoundTrips()
    {
        Outer o;
        o.images = 77;
        o.inner.colour = Colour::Blue;
        o.inner.grid = {1.0, 0.5};
        const Outer back = Outer::table().fromJson(Outer::table().toJson(o));
        QCOMPARE(back.images, 77);
        QVERIFY(back.inner.colour == Colour::Blue);
        QVERIFY(back.inner.grid == o.inner.grid);
    }
    void unknownKeyNamesTheNearest()
    {
        const Issues issues = checkAgainstSchema(Json{{"inner", {{"gian", 1}}}}, Outer::table().schema());
        QCOMPARE(issues.size(), 1u);
        QCOMPARE(issues[0].path, "inner.gian");
        QVERIFY(issues[0].message.find("'gain'") != std::string::npos);
    }
    void wrongTypesRangesAndChoicesAreNamed()
    {
        const OptionSchema schema = Outer::table().schema();
        for (const Json& bad : {Json{{"images", "ten"}}, Json{{"images", 1.5}}, Json{{"images", 0}}, Json{{"fast", 1}}, Json{{"inner", {{"colour", "green"}}}},
                                Json{{"inner", {{"gain", 2}}}}, Json{{"inner", {{"grid", {1, 0}}}}}, Json{{"inner", 3}}, Json::array()})
            QCOMPARE(checkAgainstSchema(bad, schema).size(), 1u);
        QVERIFY_THROWS_EXCEPTION(Error, Outer::table().fromJson(Json{{"images", 0}}));
    }
    void textAssignmentsFollowTheFieldKind()
    {
        Json d = Json::object();
        const OptionSchema schema = Outer::table().schema();
        setFromText(d, schema, "inner.grid=1,0.66");
        setFromText(d, schema, "fast=yes");
        setFromText(d, schema, "images=5");
        QCOMPARE(d.dump(), std::string(R"({"inner":{"grid":[1,0.66]},"fast":true,"images":5})"));
        setFromText(d, schema, "inner.grid=[1,0.5]");
        QCOMPARE(d["inner"]["grid"].dump(), std::string("[1,0.5]"));
        QVERIFY_THROWS_EXCEPTION(Error, setFromText(d, schema, "imges=5"));
        QVERIFY_THROWS_EXCEPTION(Error, setFromText(d, schema, "images=many"));
        QVERIFY_THROWS_EXCEPTION(Error, setFromText(d, schema, "images"));
    }
    void valuesReadBackAsTheyAreWritten()
    {
        const OptionSchema schema = Outer::table().schema();
        for (const char* assignment : {"inner.grid=1,0.66", "inner.colour=blue", "fast=true", "images=5"}) {
            Json d = Json::object();
            setFromText(d, schema, assignment);
            const std::string path = std::string(assignment).substr(0, std::string_view(assignment).find('='));
            QCOMPARE(path + "=" + textOfValue(valueAt(d, path)), std::string(assignment));
        }
    }
    void rangesStandForTheirWholeNumbers()
    {
        const OptionSchema schema = Listed::table().schema();
        Json d = Json::object();
        setFromText(d, schema, "seeds=0-3,9,-2");
        QCOMPARE(d["seeds"].dump(), std::string("[0,1,2,3,9,-2]"));
        for (const char* bad : {"seeds=3-1", "seeds=0-9999999", "seeds=3-x", "seeds=1.5"})
            QVERIFY_THROWS_EXCEPTION(Error, setFromText(d, schema, bad));
    }
    void theFieldsOfAPartStandBesideTheOwnOnes()
    {
        const OptionSchema schema = Wide::table().schema();
        QCOMPARE(schema.paths(), (std::vector<std::string>{"gain", "grid", "file"}));
        Wide w;
        w.inner.gain = 0.25;
        w.file = "a/b";
        const Json json = Wide::table().toJson(w);
        const Wide back = Wide::table().fromJson(json);
        QCOMPARE(back.inner.gain, 0.25);
        QCOMPARE(back.file, w.file);
        QVERIFY_THROWS_EXCEPTION(Error, Wide::table().fromJson(Json{{"colour", "blue"}, {"gain", 1}}));  // was left out
    }
    void defaultsAndMergeAreComplete()
    {
        const Json d = merged(defaultsOf(Outer::table().schema()), Json{{"inner", {{"gain", 1}}}});
        QCOMPARE(valueAt(d, "inner.gain").get<int>(), 1);
        QCOMPARE(valueAt(d, "images").get<int>(), 10);
        QVERIFY(valueAt(d, "inner.none").is_null());
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
