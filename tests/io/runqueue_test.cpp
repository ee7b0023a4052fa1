#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runqueue.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>
#include <thread>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

const OptionSchema& schema()
{
    static const OptionSchema s = [] {
        const auto field = [](const char* key, FieldKind kind, Json value) {
            FieldInfo f;
            f.key = key;
            f.kind = kind;
            f.defaultValue = std::move(value);
            return f;
        };
        OptionSchema flash{"flash", "", "", {field("srl", FieldKind::Bool, true), field("grid", FieldKind::NumberList, Json::array())}, {}};
        return OptionSchema{"", "", "", {field("seed", FieldKind::Integer, 0), field("kind", FieldKind::Text, "student")}, {flash}};
    }();
    return s;
}

QueueEntry entry(const std::string& name, const std::string& sweep = {})
{
    QueueEntry e;
    e.name = name;
    e.document = {{"kind", "student"}, {"seed", 7}};
    e.sweep = sweepFromText(sweep, schema());
    return e;
}

/// What reading a sweep fails with, as Error::line().
RunWarning cause(const std::string& sweep)
{
    try {
        (void)sweepFromText(sweep, schema());
    } catch (const Error& e) {
        return RunWarning::fromText(e.line());
    }
    return {};
}

QString refusal(const std::string& sweep) { return QString::fromStdString(cause(sweep).sentence); }

}  // namespace

class RunQueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        (void)Project::openOrCreate(project());
    }

    // ---- sweeps
    void aSweepIsTheProductOfItsAxes()
    {
        const QueueEntry e = entry("s", "seed=0,1,2 flash.srl=true,false");
        QCOMPARE(e.count(), std::int64_t(6));
        std::set<std::string> all;
        for (std::int64_t i = 0; i < 6; ++i)
            all.insert(e.documentOf(i).dump());
        QCOMPARE(all.size(), std::size_t(6));
        QCOMPARE(e.documentOf(3)["seed"].get<int>(), 1);
        QVERIFY(!e.documentOf(3)["flash"]["srl"].get<bool>());
        QCOMPARE(e.labelOf(3), std::string("seed 1, srl false"));
        QCOMPARE(e.documentOf(3)["kind"].get<std::string>(), std::string("student"));
    }
    void listSettingsUseBarsBetweenTheirValues()
    {
        const auto sweep = sweepFromText("flash.grid=1,0.5|1", schema());
        QCOMPARE(sweep.size(), std::size_t(1));
        QCOMPARE(sweep[0].values.size(), std::size_t(2));
        QCOMPARE(sweep[0].values[0].size(), std::size_t(2));
    }
    void sweepsReadBackAsTheyWereTyped()
    {
        for (const char* text : {"", "seed=0,1,2", "seed=1 flash.srl=true,false", "flash.grid=1,0.5|1,0.25"})
            QVERIFY(sweepFromText(textFromSweep(sweepFromText(text, schema())), schema()) == sweepFromText(text, schema()));
    }
    void wrongSweepsNameWhatIsWrong()
    {
        QVERIFY2(refusal("sead=1").contains("did you mean 'seed'"), qPrintable(refusal("sead=1")));
        QVERIFY(refusal("seed=one").contains("seed"));
        QVERIFY(refusal("seed=").contains("no values"));
        QVERIFY(refusal("seed").contains("no values"));
        QVERIFY(refusal("seed=1 seed=2").contains("twice"));
        QCOMPARE(cause("sead=1").argument("near"), std::string("seed"));
        QCOMPARE(cause("seed=one").argument("value"), std::string("one"));
        for (const auto& [sweep, code] : {std::pair("sead=1", "unknown-setting"), std::pair("seed=one", "unfit-value"), std::pair("seed=", "setting-without-values"),
                                          std::pair("seed=1 seed=2", "setting-twice")})
            QCOMPARE(cause(sweep).code, std::string(code));
    }
    void aSweepThatNobodyCouldRunIsRefused()
    {
        std::string seeds = "seed=0";
        for (int i = 1; i < 1001; ++i)
            seeds += "," + std::to_string(i);
        QVERIFY(refusal(seeds).contains("1000"));
        QCOMPARE(cause(seeds).code, std::string("many-combinations"));
    }

    // ---- the queue
    void runsComeOutInOrderAndCombinationByCombination()
    {
        RunQueue queue(project());
        QVERIFY(!queue.take());
        queue.add(entry("sweep", "seed=0,1"));
        queue.add(entry("single"));
        QStringList names;
        while (auto run = queue.take())
            names.append(QString::fromStdString(run->name));
        QCOMPARE(names, (QStringList{"sweep seed 0", "sweep seed 1", "single"}));
        QVERIFY(queue.entries().empty());
    }
    void aRestartGoesOnWhereItWas()
    {
        RunQueue(project()).add(entry("sweep", "seed=0,1,2"));
        QCOMPARE(RunQueue(project()).take()->index, std::int64_t(0));
        QCOMPARE(RunQueue(project()).entries().at(0).begun, std::int64_t(1));
        QCOMPARE(RunQueue(project()).take()->document["seed"].get<int>(), 1);
    }
    void entriesMoveAndComeBack()
    {
        RunQueue queue(project());
        const std::string a = queue.add(entry("a")), b = queue.add(entry("b")), c = queue.add(entry("c"));
        queue.move(c, 0);
        QCOMPARE(names(queue), (QStringList{"c", "a", "b"}));
        queue.move(c, 99);
        QCOMPARE(names(queue), (QStringList{"a", "b", "c"}));
        const auto removed = queue.remove(b);
        QVERIFY(removed && removed->second == 1);
        QVERIFY(!queue.remove(b));
        queue.add(removed->first, removed->second);
        QCOMPARE(names(queue), (QStringList{"a", "b", "c"}));
        QCOMPARE(queue.entries().at(1).id, b);
        queue.move("nobody", 0);
        QCOMPARE(names(queue), (QStringList{"a", "b", "c"}));
    }
    void aRunToGoOnWithIsAnEntry()
    {
        const fs::path run = Project::openOrCreate(project()).createRun("half", {{"id", newUuid()}, {"options", Json::object()}});
        RunQueue queue(project());
        QueueEntry gone;
        gone.resume = "runs/00099-gone";
        queue.add(gone);
        QueueEntry e;
        e.resume = "runs/" + run.filename().string();
        queue.add(e, 0);
        queue.add(entry("next"));
        QCOMPARE(queue.take()->resume, run);
        QCOMPARE(queue.take()->name, std::string("next"));  // the vanished run was dropped
        QVERIFY(!queue.take());
    }
    void aBranchKeepsItsCheckpoint()
    {
        RunQueue queue(project());
        QueueEntry e = entry("branch", "seed=0,1");
        e.branchOf = "runs/00001-a/checkpoints/000000500";
        queue.add(e);
        QCOMPARE(RunQueue(project()).entries().at(0).branchOf, e.branchOf);
        for (int i = 0; i < 2; ++i)  // every combination goes on from it
            QCOMPARE(queue.take()->branchOf, project() / e.branchOf);
        queue.add(entry("whole"));
        QVERIFY(queue.take()->branchOf.empty());
    }
    void theOriginsOfARunOnAnotherDiskAreFound()
    {
        const auto createRun = [this](const char* slug) { return Project::open(project()).createRun(slug, Json{{"options", Json::object()}}); };
        const fs::path run = createRun("linked"), other = createRun("other"), moved = fs::path(m_dir->path().toStdString()) / "elsewhere";
        fs::rename(run, moved);
        fs::create_directory_symlink(moved, run);
        for (const fs::path& of : {run, other}) {
            QueueEntry e = entry("branch");
            e.branchOf = "runs/" + of.filename().string() + "/checkpoints/000000500";
            RunQueue(project()).add(e);
        }
        const std::vector<fs::path> origins = {fs::canonical(moved) / "checkpoints" / "000000500"};
        QCOMPARE(queuedOrigins(run), origins);
        QCOMPARE(queuedOrigins(run / ""), origins);
        QCOMPARE(queuedOrigins(other), (std::vector<fs::path>{fs::canonical(other) / "checkpoints" / "000000500"}));
    }
    void theChoiceAfterAFailureIsKept()
    {
        RunQueue queue(project());
        QVERIFY(queue.continuesAfterFailure());
        queue.setContinuesAfterFailure(false);
        queue.add(entry("a"));
        QVERIFY(!RunQueue(project()).continuesAfterFailure());
    }
    void aDamagedQueueIsRefusedAndKept()
    {
        for (const char* text : {"{", "[]", "{\"format\": 1}", "{\"format\": 9, \"entries\": []}", "{\"format\": 1, \"entries\": [{\"name\": \"no id\"}]}",
                                 "{\"format\": 1, \"entries\": [{\"id\": \"x\", \"sweep\": [{\"path\": \"seed\", \"values\": []}]}]}"}) {
            writeFileAtomically(project() / "queue.json", text);
            QVERIFY_THROWS_EXCEPTION(Error, (void)RunQueue(project()).entries());
            QVERIFY_THROWS_EXCEPTION(Error, RunQueue(project()).add(entry("a")));
            QCOMPARE(readFile(project() / "queue.json"), std::string(text));
        }
    }
    void anEntryIsReplacedInItsPlace()
    {
        RunQueue queue(project());
        queue.add(entry("a"));
        QueueEntry b = entry("b", "seed=0,1,2");
        b.id = queue.add(b, 0);
        (void)queue.take();
        b.name = "changed";
        b.document["kind"] = "teacher";
        QVERIFY(queue.replace(b));
        QCOMPARE(names(queue), (QStringList{"changed", "a"}));
        QCOMPARE(queue.take()->document["seed"].get<int>(), 1);  // what was taken stays taken
        queue.remove(b.id);
        QVERIFY(!queue.replace(b));
        QCOMPARE(names(queue), (QStringList{"a"}));
    }
    void aRunIsExtendedInItsTurn()
    {
        const fs::path run = Project::open(project()).createRun("long", Json{{"options", Json::object()}});
        QueueEntry e;
        e.resume = "runs/" + run.filename().string();
        e.extendTo = 5000;
        RunQueue(project()).add(e);
        const auto taken = RunQueue(project()).take();
        QVERIFY(taken && taken->resume.filename() == run.filename());
        QCOMPARE(taken->extendTo, std::int64_t(5000));
    }
    void twoProgramsNeverTakeTheSameRun()
    {
        RunQueue(project()).add(entry("sweep", "seed=0,1,2,3,4,5,6,7,8,9"));
        std::array<std::vector<int>, 2> taken;
        std::vector<std::thread> workers;
        for (auto& mine : taken)
            workers.emplace_back([this, &mine] {
                while (auto run = RunQueue(project()).take())
                    mine.push_back(run->document["seed"].get<int>());
            });
        for (std::thread& w : workers)
            w.join();
        std::set<int> all;
        for (const auto& mine : taken)
            all.insert(mine.begin(), mine.end());
        QCOMPARE(taken[0].size() + taken[1].size(), std::size_t(10));
        QCOMPARE(all.size(), std::size_t(10));
    }

private:
    fs::path project() const { return m_dir->path().toStdString() + "/project"; }
    static QStringList names(const RunQueue& queue)
    {
        QStringList names;
        for (const QueueEntry& e : queue.entries())
            names.append(QString::fromStdString(e.name));
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(RunQueueTest)
#include "runqueue_test.moc"
