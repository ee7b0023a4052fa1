#include "engine/core/error.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>
#include <memory>

#include <sys/wait.h>
#include <unistd.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

bool isLocked(const fs::path& folder)
{
    try {
        const RunLock lock(folder);
    } catch (const Error& e) {
        return e.code() == ErrorCode::Locked;
    }
    return false;
}

}  // namespace

class RunLockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void excludesAndReleases()
    {
        QVERIFY(!RunLock::isHeldByLivingProcess(folder()));
        {
            const RunLock lock(folder());
            QVERIFY(RunLock::isHeldByLivingProcess(folder()));
            QVERIFY(isLocked(folder()));
            QVERIFY(isLocked(folder()));  // a refused attempt did not take it away
            QCOMPARE(readJsonFile(folder() / "lock").value("pid", 0L), long(::getpid()));
        }
        QVERIFY(!RunLock::isHeldByLivingProcess(folder()));
        QVERIFY(!fs::exists(folder() / "lock"));
        QVERIFY(!isLocked(folder()));
    }
    void anotherProcessHoldsItUntilItIsKilled()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const RunLock lock(folder());
            if (::write(ready[1], "x", 1) == 1)
                ::pause();
            ::_exit(1);
        }
        char c;
        QCOMPARE(::read(ready[0], &c, 1), ssize_t(1));
        QVERIFY(RunLock::isHeldByLivingProcess(folder()));
        try {
            const RunLock lock(folder());
            QFAIL("two owners");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(QString::number(child)), e.what());
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(fs::exists(folder() / "lock"));
        QVERIFY(!RunLock::isHeldByLivingProcess(folder()));
        const RunLock lock(folder());
        QVERIFY(RunLock::isHeldByLivingProcess(folder()));
    }
    void ofManyRacingProcessesOneWins()
    {
        for (int round = 0; round < 20; ++round) {
            if (round % 2 == 0)  // half of the rounds take a dead owner's lock over
                writeOwner({{"pid", 1}, {"host", hostName()}, {"boot", "an earlier boot"}, {"start", "1"}, {"heartbeat_ms", 0}});
            int go[2], done[2];
            QCOMPARE(::pipe(go), 0);
            QCOMPARE(::pipe(done), 0);
            std::vector<pid_t> children;
            for (int i = 0; i < 8; ++i) {
                const pid_t child = ::fork();
                if (child == 0) {
                    char c;
                    ::close(go[1]);
                    (void)!::read(go[0], &c, 1);
                    int won = 0;
                    try {
                        const RunLock lock(folder());
                        won = 1;
                        (void)!::write(done[1], "w", 1);
                        ::usleep(100000);
                        ::_exit(won);  // without releasing it, as a killed process would
                    } catch (const Error&) {
                    }
                    (void)!::write(done[1], "l", 1);
                    ::_exit(won);
                }
                children.push_back(child);
            }
            ::close(go[1]);
            int winners = 0;
            for (const pid_t child : children) {
                int status = 0;
                ::waitpid(child, &status, 0);
                winners += WEXITSTATUS(status);
            }
            for (const int fd : {go[0], done[0], done[1]})
                ::close(fd);
            QCOMPARE(winners, 1);
        }
    }
    void deadOwnersAreRecognised()
    {
        const std::string boot = [] {
            std::ifstream in("/proc/sys/kernel/random/boot_id");
            std::string line;
            std::getline(in, line);
            return line;
        }();
        // The number of this process, but of one that began at another time.
        writeOwner({{"pid", ::getpid()}, {"host", hostName()}, {"boot", boot}, {"start", "1"}, {"heartbeat_ms", nowMs()}});
        QVERIFY(!RunLock::isHeldByLivingProcess(folder()));
        QVERIFY(!isLocked(folder()));
        // Another host: only its heartbeat tells.
        writeOwner({{"pid", 1}, {"host", "elsewhere"}, {"boot", "b"}, {"start", "1"}, {"heartbeat_ms", nowMs() - 5000}});
        QVERIFY(RunLock::isHeldByLivingProcess(folder()));
        QVERIFY(isLocked(folder()));
        writeOwner({{"pid", 1}, {"host", "elsewhere"}, {"boot", "b"}, {"start", "1"}, {"heartbeat_ms", nowMs() - 61000}});
        QVERIFY(!RunLock::isHeldByLivingProcess(folder()));
        QVERIFY(!isLocked(folder()));
        // Cut short or not ours at all.
        for (const char* text : {"", "{\"pid\":", "[]", "{\"pid\":\"x\"}"}) {
            std::ofstream(folder() / "lock") << text;
            QVERIFY(!isLocked(folder()));
        }
    }
    void itBeatsByItselfAndTheContentStaysWhole()
    {
        const RunLock lock(folder(), std::chrono::milliseconds(1));
        const auto size = fs::file_size(folder() / "lock");
        const auto beatMs = [&] { return readJsonFile(folder() / "lock").value("heartbeat_ms", std::int64_t(0)); };
        for (int i = 0; i < 10; ++i) {
            const std::int64_t last = beatMs();
            QTRY_VERIFY(beatMs() > last);
            QCOMPARE(fs::file_size(folder() / "lock"), size);
        }
    }

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    void writeOwner(const Json& owner) const { std::ofstream(folder() / "lock") << owner.dump(); }
    static std::int64_t nowMs() { return QDateTime::currentMSecsSinceEpoch(); }
    static std::string hostName()
    {
        char name[256] = {};
        ::gethostname(name, sizeof name - 1);
        return name;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(RunLockTest)
#include "runlock_test.moc"
