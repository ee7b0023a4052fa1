#include "engine/core/error.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <limits>
#include <memory>
#include <set>

#include <sys/wait.h>
#include <unistd.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

StatPoint point(std::int64_t images) { return {images, 0.5 * static_cast<double>(images), {{"loss", 1.0 / static_cast<double>(images)}, {"loss/t0.3", 2}}}; }

Json config()
{
    return {{"id", newUuid()},
            {"created", utcNow()},
            {"options", {{"kind", "student"}, {"method", "imagine-flash"}, {"teacher", "bundled:sprites"}, {"training", {{"images", 1000}}}}}};
}

}  // namespace

class RunFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    // ---- projects
    void projectIsMadeOnceAndOpenedAgain()
    {
        const fs::path at = folder() / "new" / "demo";
        QVERIFY(!Project::isProject(at));
        QVERIFY_THROWS_EXCEPTION(Error, Project::open(at));
        QCOMPARE(Project::openOrCreate(at).name(), std::string("demo"));
        const std::string before = readFile(at / "project.json");
        (void)Project::openOrCreate(at);
        QCOMPARE(readFile(at / "project.json"), before);
        QVERIFY(Project::open(at).runs().empty());
    }
    void foreignFoldersAreRefused()
    {
        std::ofstream(folder() / "letter.txt") << "dear";
        try {
            (void)Project::openOrCreate(folder());
            QFAIL("taken");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::BadFile);
            QVERIFY(QString(e.what()).contains("letter.txt"));
        }
        QVERIFY(!fs::exists(folder() / "project.json"));
    }
    void newerFormatsAreRefused()
    {
        writeJsonFile(folder() / "project.json", {{"name", "x"}, {"format", 99}});
        try {
            (void)Project::open(folder());
            QFAIL("opened");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::BadFile);
            QVERIFY(QString(e.what()).contains("99"));
        }
    }
    void runsAreNumberedInTurn()
    {
        const Project project = Project::openOrCreate(folder());
        const fs::path a = project.createRun("teacher-sprites", config()), b = project.createRun("my/student ../é", config());
        QCOMPARE(a.filename().string(), std::string("00000-teacher-sprites"));
        QCOMPARE(b.parent_path(), a.parent_path());
        QVERIFY(b.filename().string().rfind("00001-my-student-..-", 0) == 0);
        fs::remove_all(a);
        QCOMPARE(project.createRun("", config()).filename().string(), std::string("00002-run"));
        QCOMPARE(project.runs().size(), std::size_t(2));
        QVERIFY(project.runs()[0] == b);
    }
    void racingProcessesTakeDifferentNumbers()
    {
        const Project project = Project::openOrCreate(folder());
        std::vector<pid_t> children;
        for (int i = 0; i < 6; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                for (int k = 0; k < 10; ++k)
                    (void)project.createRun("run-" + std::to_string(i), config());
                ::_exit(0);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            QCOMPARE(status, 0);
        }
        std::set<std::string> numbers;
        for (const fs::path& run : project.runs())
            numbers.insert(run.filename().string().substr(0, 5));
        QCOMPARE(numbers.size(), std::size_t(60));
    }

    // ---- summaries
    void summaryFollowsTheState()
    {
        const fs::path run = Project::openOrCreate(folder()).createRun("s", config());
        RunSummary summary = readRunSummary(run);
        QCOMPARE(summary.state, RunState::Draft);
        QCOMPARE(summary.method, std::string("imagine-flash"));
        QCOMPARE(summary.imagesTotal, std::int64_t(1000));
        QCOMPARE(summary.name, std::string("00000-s"));
        QCOMPARE(summary.id.size(), std::size_t(36));
        {
            const RunLock lock(run);
            writeRunState(run, RunState::Running, 64);
            QCOMPARE(readRunSummary(run).state, RunState::Running);
            writeRunState(run, RunState::Paused, 128);
            QCOMPARE(readRunSummary(run).state, RunState::Paused);
        }
        QCOMPARE(readRunSummary(run).state, RunState::Interrupted);
        QCOMPARE(readRunSummary(run).imagesSeen, std::int64_t(128));
        writeRunState(run, RunState::Failed, 128, "The loss is not finite.");
        QCOMPARE(readRunSummary(run).failure, std::string("The loss is not finite."));
        writeRunState(run, RunState::Finished, 1000);
        writeJsonFile(run / "extend.json", {{"images", 3000}, {"device", "cuda:1"}});
        writeJsonFile(run / "meta.json", {{"name", "best"}, {"notes", "n"}, {"starred", true}});
        summary = readRunSummary(run);
        QCOMPARE(summary.state, RunState::Finished);
        QCOMPARE(summary.imagesTotal, std::int64_t(3000));
        writeJsonFile(run / "extend.json", {{"images", 1}, {"device", "cuda:1"}});
        QCOMPARE(readRunSummary(run).imagesTotal, std::int64_t(1));  // shorter than it was begun with, too
        QCOMPARE(summary.device, std::string("cuda:1"));
        QVERIFY(summary.name == "best" && summary.notes == "n" && summary.starred);
    }
    void damagedRunsAreShownAsFailed()
    {
        const fs::path run = Project::openOrCreate(folder()).createRun("s", config());
        for (const char* file : {"config.json", "meta.json", "state.json"}) {
            const std::string good = fs::exists(run / file) ? readFile(run / file) : "{\"state\":\"finished\"}";
            std::ofstream(run / file) << "{\"cut";
            const RunSummary summary = readRunSummary(run);
            QCOMPARE(summary.state, RunState::Failed);
            const auto cause = RunWarning::parse(summary.failure);
            QVERIFY2(cause && cause->code == "damaged-file" && fs::path(cause->argument("file")).filename() == file, summary.failure.c_str());
            std::ofstream(run / file) << good;
        }
        std::ofstream(run / "state.json") << "[1]";
        QCOMPARE(readRunSummary(run).state, RunState::Failed);
        QCOMPARE(RunWarning::fromText(readRunSummary(run).failure).code, std::string("damaged-file"));
        QCOMPARE(readRunSummary(folder() / "absent").state, RunState::Failed);
    }

    // ---- statistics
    void statisticsRoundTrip()
    {
        StatsLog log(folder(), 0);
        log.append(point(64));
        StatPoint odd = point(128);
        odd.values[0].second = std::numeric_limits<double>::quiet_NaN();
        log.append(odd);
        std::uint64_t next = 0;
        const auto points = StatsLog::read(folder(), 0, &next);
        QCOMPARE(points.size(), std::size_t(2));
        QCOMPARE(points[0].imagesSeen, std::int64_t(64));
        QCOMPARE(points[0].wallSeconds, 32.0);
        QVERIFY(points[0].values == point(64).values);
        QVERIFY(std::isnan(points[1].values[0].second));
        QCOMPARE(next, std::uint64_t(fs::file_size(folder() / "stats.jsonl")));
        log.append(point(192));
        QCOMPARE(StatsLog::read(folder(), next, &next).size(), std::size_t(1));
        QCOMPARE(StatsLog::read(folder(), next + 1000).size(), std::size_t(3));
        QVERIFY(StatsLog::read(folder() / "absent").empty());
    }
    void aCutLineIsIgnoredAndHealed()
    {
        {
            StatsLog log(folder(), 0);
            log.append(point(64));
        }
        std::ofstream(folder() / "stats.jsonl", std::ios::app) << "{\"utc\":\"2025-01-01T00:00:00Z\",\"images_se";
        std::uint64_t next = 0;
        QCOMPARE(StatsLog::read(folder(), 0, &next).size(), std::size_t(1));
        QVERIFY(next < fs::file_size(folder() / "stats.jsonl"));
        StatsLog log(folder(), 64);
        log.append(point(128));
        const auto points = StatsLog::read(folder());
        QCOMPARE(points.size(), std::size_t(2));
        QCOMPARE(points[1].imagesSeen, std::int64_t(128));
        QVERIFY(readFile(folder() / "stats.jsonl").find("images_se{") == std::string::npos);
    }
    void resumingDropsWhatIsDoneAgain()
    {
        {
            StatsLog log(folder(), 0);
            for (int i = 1; i <= 5; ++i)
                log.append(point(64 * i));
        }
        StatsLog log(folder(), 128);
        log.append(point(192));
        std::vector<std::int64_t> images;
        for (const StatPoint& p : StatsLog::read(folder()))
            images.push_back(p.imagesSeen);
        QVERIFY((images == std::vector<std::int64_t>{64, 128, 192}));
    }
    void logLinesStayLines()
    {
        appendLog(folder(), LogLevel::Warning, "two\nlines");
        appendLog(folder(), LogLevel::Error, "bad");
        const QStringList lines = QString::fromStdString(readFile(folder() / "log.txt")).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith(" warning two lines"));
        QVERIFY(QRegularExpression("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ error bad$").match(lines[1]).hasMatch());
        appendLog(folder() / "absent", LogLevel::Info, "does not throw");
    }
    void uuidsAreOfVersionFour()
    {
        const QRegularExpression form("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        const std::string a = newUuid(), b = newUuid();
        QVERIFY(form.match(QString::fromStdString(a)).hasMatch());
        QVERIFY(a != b);
    }

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(RunFolderTest)
#include "runfolder_test.moc"
