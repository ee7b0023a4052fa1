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
