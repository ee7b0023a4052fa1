#include "engine/core/error.h"
#include "engine/core/runwarning.h"

#include <QtTest>

#include <cmath>

using namespace potstill;

class RunWarningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWarningComesBackFromItsLine()
    {
        const RunWarning said{"hardly-changes", 5120, {{"ratio", "3.2e-09"}, {"phase", "network"}}, "the network hardly changes [at all]."};
        QCOMPARE(said.text(), std::string("the network hardly changes [at all]. [hardly-changes images=5120 ratio=3.2e-09 phase=network]"));
        const auto read = RunWarning::parse(said.text());
        QVERIFY(read);
        QCOMPARE(read->code, said.code);
        QCOMPARE(read->imagesSeen, said.imagesSeen);
        QCOMPARE(read->sentence, said.sentence);
        QVERIFY(read->arguments == said.arguments);
        QCOMPARE(read->number("ratio"), 3.2e-09);
        QVERIFY(std::isnan(read->number("phase")));
        QVERIFY(std::isnan(read->number("none")));
        QCOMPARE(read->argument("none"), std::string());
    }
    void anErrorWithANamedCauseIsReadAgainFromItsLine()
    {
        const Error named(ErrorCode::DiskFull, {"disk-full", 0, {{"path", "/a"}}, "/a: could not write."}), plain(ErrorCode::DiskFull, "no room");
        QCOMPARE(std::string(named.what()), std::string("/a: could not write."));
        const auto cause = RunWarning::parse(named.line());
        QVERIFY(cause);
        QCOMPARE(cause->code, std::string("disk-full"));
        QCOMPARE(cause->argument("path"), std::string("/a"));
        QCOMPARE(cause->sentence, std::string(named.what()));
        QCOMPARE(plain.line(), std::string("no room"));
    }
    void argumentsMayHoldAnything()
    {
        const RunWarning said{"damaged-checkpoint", 128, {{"run", "my 100% run [2]=x\nÄ"}, {"file", "%41"}}, "it is damaged."};
        QVERIFY2(said.text().find('\n') == std::string::npos, said.text().c_str());
        QVERIFY(RunWarning::parse(said.text()) == said);
        QCOMPARE(RunWarning::parse("x [collapse images=1 odd=5%]")->argument("odd"), std::string("5%"));
    }
    void aSentenceAloneStaysOne()
    {
        const RunWarning plain = RunWarning::fromText("skipped a.png");
        QVERIFY(plain.code.empty());
        QCOMPARE(plain.text(), std::string("skipped a.png"));
        QCOMPARE(sentencesOf({plain, {"collapse", 1, {}, "alike"}}), (std::vector<std::string>{"skipped a.png", "alike"}));
    }
    void aLineWithoutACodeIsNoWarningOfARun_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "]", "skipped a.png", "skipped a [1].png", "skipped b [copy]", "x [collapse]", "x [collapse images=]", "x [collapse images=-1]",
                                 "x [collapse images=1 more]", "x [Collapse images=1]", "x [collapse images=1", "[collapse images=1]"})
            QTest::newRow(*text ? text : "nothing") << QString(text);
    }
    void aLineWithoutACodeIsNoWarningOfARun()
    {
        QFETCH(QString, text);
        QVERIFY(!RunWarning::parse(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(RunWarningTest)
#include "runwarning_test.moc"
