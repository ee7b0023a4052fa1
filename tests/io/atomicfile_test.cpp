#include "engine/core/error.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "tests/io/smalldisk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include <sys/wait.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

template <class F>
QString messageOf(ErrorCode code, F&& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.code() == code ? QString::fromStdString(e.what()) : QStringLiteral("wrong code: ") + QString::fromUtf8(errorCodeName(e.code()).data()) + QLatin1String(e.what());
    }
    return QStringLiteral("no error");
}

/// A number that no process has: that of a child that was waited for.
pid_t deadPid()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

}  // namespace

class AtomicFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void replacesTheContentAndLeavesNothingElse()
    {
        const fs::path file = folder() / "a.txt";
        writeFileAtomically(file, "first");
        QCOMPARE(writeFileAtomically(file, "second"), sha256OfText("second"));
        QCOMPARE(readFile(file), std::string("second"));
        QVERIFY(namesIn(folder()) == std::vector<std::string>{"a.txt"});
    }
    void hashesAreThoseOfTheStandard()
    {
        QCOMPARE(sha256OfText("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        writeFileAtomically(folder() / "empty", "");
        QCOMPARE(sha256OfFile(folder() / "empty"), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
    void fullDiskKeepsTheOldContent()
    {
        const fs::path small = folder() / "small";
        const SmallDisk disk(small, 64 << 10);
        writeFileAtomically(small / "state", "old");
        const QString message = messageOf(ErrorCode::DiskFull, [&] { writeFileAtomically(small / "state", std::string(1 << 20, 'x')); });
        QVERIFY2(message.contains("small/state"), qPrintable(message));
        QCOMPARE(readFile(small / "state"), std::string("old"));
        QVERIFY(namesIn(small) == std::vector<std::string>{"state"});
        writeFileAtomically(small / "state", "new");
        QCOMPARE(readFile(small / "state"), std::string("new"));
    }
    void aWriterThatIsDroppedLeavesNothing()
    {
        {
            AtomicFile file(folder() / "never");
            file.write("half");
            QCOMPARE(namesIn(folder()).size(), std::size_t(1));
        }
        QVERIFY(namesIn(folder()).empty());
    }
    void leftoversOfKilledWritersAreRemovedByTheNextWrite()
    {
        std::ofstream(folder() / (".old.json.tmp-" + std::to_string(deadPid()) + "-0")) << "half";
        std::ofstream(folder() / (".live.json.tmp-" + std::to_string(::getppid()) + "-0")) << "in work";
        std::ofstream(folder() / "notes.tmp-1") << "a file of the person's";
        writeFileAtomically(folder() / "new.json", "{}");
        const std::vector<std::string> wanted = {".live.json.tmp-" + std::to_string(::getppid()) + "-0", "new.json", "notes.tmp-1"};
        QVERIFY(namesIn(folder()) == wanted);
    }
    void readersNeverSeeAPart()
    {
        const fs::path file = folder() / "busy";
        writeFileAtomically(file, std::string(100000, 'a'));
        const pid_t child = ::fork();
        if (child == 0) {
            for (int i = 0; i < 100; ++i)
                writeFileAtomically(file, std::string(100000, static_cast<char>('a' + i % 26)));
            ::_exit(0);
        }
        int status = -1;
        do {
            const std::string content = readFile(file);
            QCOMPARE(content.size(), std::size_t(100000));
            QCOMPARE(content.find_first_not_of(content[0]), std::string::npos);
        } while (::waitpid(child, &status, WNOHANG) == 0);
        QCOMPARE(status, 0);
    }
    void errorsNameTheFile()
    {
        QVERIFY(messageOf(ErrorCode::NotFound, [&] { readFile(folder() / "absent"); }).contains("absent"));
        QVERIFY(messageOf(ErrorCode::Io, [&] { readFile(folder()); }).contains("is a folder"));
        writeFileAtomically(folder() / "large", "0123456789");
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { readFile(folder() / "large", 9); }).contains("at most 9"));
        QVERIFY(messageOf(ErrorCode::NotFound, [&] { writeFileAtomically(folder() / "no" / "file", ""); }).contains("no/file"));
    }
    void freeRoomIsThatOfTheNearestFolder() { QVERIFY(freeDiskBytes(folder() / "not" / "yet") > 0); }
    void jsonErrorsNameThePosition()
    {
        writeFileAtomically(folder() / "bad.json", "{\n  \"a\": 1,\n  oops\n}");
        const QString message = messageOf(ErrorCode::BadFile, [&] { readJsonFile(folder() / "bad.json"); });
        QVERIFY2(message.contains("bad.json") && message.contains("line 3, column 3"), qPrintable(message));
        writeFileAtomically(folder() / "deep.json", std::string(1000, '[') + std::string(1000, ']'));
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { readJsonFile(folder() / "deep.json"); }).contains("deeper"));
        writeJsonFile(folder() / "good.json", {{"z", 1}, {"a", 2}});
        QCOMPARE(readFile(folder() / "good.json"), std::string("{\n  \"z\": 1,\n  \"a\": 2\n}\n"));
        QVERIFY(readJsonFile(folder() / "good.json") == Json({{"z", 1}, {"a", 2}}));
    }

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "atomicfile_test.moc"
