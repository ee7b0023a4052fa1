#include "engine/io/runfolder.h"
#include "engine/io/runlog.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace potstill;
namespace fs = std::filesystem;

class RunLogTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path folder() const { return m_dir->path().toStdString(); }
    void add(const std::string& text) const { std::ofstream(folder() / "log.txt", std::ios::app | std::ios::binary) << text; }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatWasWrittenIsReadFromWhereItStood()
    {
        std::uint64_t next = 7;
        QVERIFY(readLog(folder(), 0, &next).empty());
        QCOMPARE(next, std::uint64_t(0));
        appendLog(folder(), LogLevel::Info, "started at 0");
        appendLog(folder(), LogLevel::Warning, "two\nlines");
        std::vector<LogLine> lines = readLog(folder(), next, &next);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].text, std::string("started at 0"));
        QVERIFY(lines[1].level == LogLevel::Warning);
        QCOMPARE(lines[1].text, std::string("two lines"));
        QVERIFY(lines[1].utc.size() == 20 && lines[1].utc.back() == 'Z');
        QVERIFY(readLog(folder(), next, &next).empty());
        appendLog(folder(), LogLevel::Error, "bad");
        lines = readLog(folder(), next, &next);
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].level == LogLevel::Error);
    }
    void aLineThatIsBeingWrittenWaits()
    {
        add("2026-01-01T00:00:00Z warning half");
        std::uint64_t next = 0;
        QVERIFY(readLog(folder(), 0, &next).empty());
        QCOMPARE(next, std::uint64_t(0));
        add(" and half\n");
        QCOMPARE(readLog(folder(), next, &next).at(0).text, std::string("half and half"));
    }
    void foreignLinesAreLeftOut()
    {
        add("\nhello\nhello world\n2026-01-01T00:00:00Z shout x\n2026-01-01T00:00:00Z info y\n");
        const auto lines = readLog(folder());
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].text, std::string("y"));
    }
    void aShorterLogIsReadAnew()
    {
        add("2026-01-01T00:00:00Z info y\n");
        QCOMPARE(readLog(folder(), 1000).size(), std::size_t(1));
    }
    void ofALongLogOnlyTheEndIsRead()
    {
        std::string text;
        for (int i = 0; i < 60000; ++i)
            text += "2026-01-01T00:00:00Z info line " + std::to_string(i) + "\n";
        add(text);
        std::uint64_t next = 0;
        const auto lines = readLog(folder(), 0, &next);
        QVERIFY(lines.size() > 10000 && lines.size() < 60000);
        QCOMPARE(lines.back().text, std::string("line 59999"));
        QVERIFY(lines.front().text.rfind("line ", 0) == 0);
        QCOMPARE(next, std::uint64_t(text.size()));
    }
};

QTEST_GUILESS_MAIN(RunLogTest)
#include "runlog_test.moc"
