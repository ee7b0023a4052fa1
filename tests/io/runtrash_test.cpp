#include "engine/io/atomicfile.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runmeta.h"
#include "engine/io/runowner.h"
#include "engine/io/runqueue.h"
#include "engine/io/runtrash.h"

#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

void writeCheckpoint(const fs::path& run, const std::string& name, std::size_t bytes, const Json& state = Json::object())
{
    const fs::path folder = run / "checkpoints" / name;
    makeFolders(folder);
    writeFileAtomically(folder / "model.safetensors", std::string(bytes, 'x'));
    writeJsonFile(folder / "state.json", state);
    writeJsonFile(folder / "manifest.json", Json::object());
}

ErrorCode codeOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& e) {
        return e.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

class RunTrashTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_project = m_dir->path().toStdString() + "/project";
        (void)Project::openOrCreate(m_project);
    }

    // ---- trash
    void whatWasThrownAwayComesBackAsItWas()
    {
        const fs::path run = newRun("one");
        const std::string config = readFile(run / "config.json");
        const TrashedItem item = RunTrash(m_project).put(run);
        QVERIFY(!fs::exists(run) && fs::exists(item.trashed));
        QVERIFY(Project::open(m_project).runs().empty());
        // Another session knows it too.
        const auto items = RunTrash(m_project).items();
        QCOMPARE(items.size(), std::size_t(1));
        QCOMPARE(items[0].original, run);
        RunTrash(m_project).restore(items[0]);
        QCOMPARE(readFile(run / "config.json"), config);
        QVERIFY(RunTrash(m_project).items().empty());
    }
    void aRunOfTheTrashKeepsItsNumber()
    {
        const fs::path run = newRun("one");
        const TrashedItem item = RunTrash(m_project).put(run);
        const fs::path next = newRun("one");
        QCOMPARE(next.filename().string(), std::string("00001-one"));
        RunTrash(m_project).restore(item);
        QVERIFY((Project::open(m_project).runs() == std::vector<fs::path>{run, next}));
    }
    void equalNamesDoNotMeet()
    {
        const fs::path run = newRun("one");
        writeCheckpoint(run, "000000100", 10);
        const fs::path checkpoint = run / "checkpoints" / "000000100";
        const TrashedItem first = RunTrash(m_project).put(checkpoint);
        writeCheckpoint(run, "000000100", 20);
        const TrashedItem second = RunTrash(m_project).put(checkpoint);
        QVERIFY(first.trashed != second.trashed);
        RunTrash(m_project).restore(first);
        QCOMPARE(fs::file_size(checkpoint / "model.safetensors"), std::uintmax_t(10));
        QCOMPARE(codeOf([&] { RunTrash(m_project).restore(second); }), ErrorCode::Io);  // its place is taken
        QVERIFY(fs::exists(second.trashed));
    }
    void aRunThatIsBeingTrainedStays()
    {
        const fs::path run = newRun("one");
        writeCheckpoint(run, "000000100", 10);
        const RunLock lock(run);
        QCOMPARE(codeOf([&] { RunTrash(m_project).put(run); }), ErrorCode::Locked);
        QCOMPARE(codeOf([&] { RunTrash(m_project).put(run / "checkpoints" / "000000100"); }), ErrorCode::Locked);
        QVERIFY(fs::exists(run / "checkpoints" / "000000100"));
    }
    void nothingOutsideTheProjectIsTaken()
    {
        const fs::path outside = m_dir->path().toStdString() + "/letter.txt";
        writeFileAtomically(outside, "dear");
        QCOMPARE(codeOf([&] { RunTrash(m_project).put(outside); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { RunTrash(m_project).put(m_project); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { RunTrash(m_project).put(m_project / "runs/../../letter.txt"); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { RunTrash(m_project).put(m_project / "runs/gone"); }), ErrorCode::NotFound);
        QCOMPARE(readFile(outside), std::string("dear"));
    }
    void emptyingTellsWhatItFreed()
    {
        const fs::path run = newRun("one");
        writeFileAtomically(run / "big", std::string(100'000, 'x'));
        RunTrash trash(m_project);
        trash.put(run);
        QVERIFY(trash.empty() >= 100'000);
        QVERIFY(trash.items().empty());
        QCOMPARE(trash.empty(), std::uint64_t(0));
    }
    void runsThatEarlierVersionsThrewAwayAreKnown()
    {
        const fs::path run = newRun("one");
        makeFolders(m_project / "trash");
        fs::rename(run, m_project / "trash" / run.filename());
        const auto items = RunTrash(m_project).items();
        QCOMPARE(items.size(), std::size_t(1));
        RunTrash(m_project).restore(items[0]);
        QVERIFY(fs::exists(run / "config.json"));
    }

    void galleriesThatEarlierVersionsThrewAwayAreKnown()
    {
        makeFolders(m_project / "trash/best");
        writeFileAtomically(m_project / "trash/best/gallery.json", "{}");
        QCOMPARE(RunTrash(m_project).items().at(0).original, m_project / "galleries/best");
    }

    // ---- disk use
    void theNewestAndTheBestCheckpointStay()
    {
        const fs::path run = newRun("one");
        writeCheckpoint(run, "000000100", 1000);
        writeCheckpoint(run, "000000200", 1000);
        writeCheckpoint(run, "000000300", 1000, {{"best", {{"checkpoint", "checkpoints/000000100"}}}});
        const RunDiskUse use = diskUseOf(run);
        QCOMPARE(use.oldCheckpoints.size(), std::size_t(1));
        QCOMPARE(use.oldCheckpoints[0].filename().string(), std::string("000000200"));
        QVERIFY(use.oldCheckpointBytes >= 1000 && use.oldCheckpointBytes < 2000);
        QVERIFY(use.checkpoints >= 3000 && use.total > use.checkpoints);
    }
    void whatQueuedBranchesStartFromStays()
    {
        const fs::path run = newRun("one"), other = newRun("two");
        for (const fs::path& folder : {run, other})
            for (const char* name : {"000000100", "000000200", "000000300"})
                writeCheckpoint(folder, name, 1000);
        RunQueue queue(m_project);
        QueueEntry entry;
        entry.branchOf = (run.lexically_relative(m_project) / "checkpoints/000000100").string();
        const std::string id = queue.add(entry);
        QVERIFY(queuedOrigins(run) == std::vector<fs::path>{fs::weakly_canonical(run / "checkpoints/000000100")});
        QVERIFY(queuedOrigins(other).empty());
        QVERIFY(makeRoom(m_project) >= 3000);
        QCOMPARE(checkpointsOf(run).size(), std::size_t(2));
        QCOMPARE(checkpointsOf(run).front().filename().string(), std::string("000000100"));
        QCOMPARE(checkpointsOf(other).size(), std::size_t(1));
        // A damaged queue says of none that it can go.
        const std::string whole = readFile(m_project / "queue.json");
        writeFileAtomically(m_project / "queue.json", "{");
        QVERIFY(diskUseOf(run).oldCheckpoints.empty());
        writeFileAtomically(m_project / "queue.json", whole);
        queue.remove(id);
        QCOMPARE(diskUseOf(run).oldCheckpoints.size(), std::size_t(1));
    }
    void aCheckpointThatCannotBeReadProtectsTheOthers()
    {
        const fs::path run = newRun("one");
        writeCheckpoint(run, "000000100", 1000);
        writeCheckpoint(run, "000000200", 1000);
        writeFileAtomically(run / "checkpoints/000000200/state.json", "{");
        QVERIFY(diskUseOf(run).oldCheckpoints.empty());
    }

    void roomIsMadeFromTrashAndOldCheckpointsAlone()
    {
        const fs::path run = newRun("one"), gone = newRun("two");
        writeCheckpoint(run, "000000100", 1000);
        writeCheckpoint(run, "000000200", 1000);
        writeFileAtomically(gone / "big", std::string(5000, 'x'));
        RunTrash(m_project).put(gone);
        const std::uint64_t freed = makeRoom(m_project);
        QVERIFY(freed >= 6000 && freed < 8000);
        QCOMPARE(checkpointsOf(run).size(), std::size_t(1));
        QCOMPARE(makeRoom(m_project), std::uint64_t(0));
    }
    void theOwnerOfARunIsKnown()
    {
        const fs::path run = newRun("one");
        QVERIFY(!ownerOf(run));
        const RunLock lock(run);
        const auto owner = ownerOf(run);
        QVERIFY(owner && owner->isThisProcess);
        QCOMPARE(owner->pid, long(getpid()));
        QVERIFY(!askToFinish(*owner));  // never itself, never a program that is not ours
        RunOwner init;
        init.pid = 1;
        init.program = "potstill-cli";
        QVERIFY(!askToFinish(init));
    }

    // ---- runs as documents
    void changingOneFactOfARunKeepsTheOthers()
    {
        const fs::path run = newRun("one");
        setRunMeta(run, "notes", "promising");
        setRunMeta(run, "starred", true);
        setRunMeta(run, "name", "Öl & co");
        const RunSummary summary = readRunSummary(run);
        QCOMPARE(summary.notes, std::string("promising"));
        QVERIFY(summary.starred);
        QCOMPARE(summary.name, std::string("Öl & co"));
    }
    void aBranchStartsAtItsCheckpoint()
    {
        const fs::path from = newRun("one"), to = newRun("two");
        writeCheckpoint(from, "000000100", 500);
        makeFolders(from / "samples");
        for (const char* name : {"000000100-ema.png", "000000100-ema.json", "000000200-ema.png"})
            writeFileAtomically(from / "samples" / name, "x");
        StatsLog(from, 0).append({100, 1, {{"loss", 0.5}}});
        branchFrom(from / "checkpoints/000000100", to);
        QCOMPARE(readRunSummary(to).imagesSeen, std::int64_t(100));
        QVERIFY(readRunSummary(to).state == RunState::Stopped);
        QVERIFY(fs::exists(to / "samples/000000100-ema.json") && !fs::exists(to / "samples/000000200-ema.png"));
        QCOMPARE(StatsLog::read(to).size(), std::size_t(1));
        QCOMPARE(checkpointsOf(to).size(), std::size_t(1));
        QCOMPARE(codeOf([&] { branchFrom(from / "checkpoints/000000100", to); }), ErrorCode::BadOption);
        QCOMPARE(codeOf([&] { branchFrom(from / "checkpoints/000000300", newRun("three")); }), ErrorCode::NotFound);
    }
    void theCommandNamesWhatDiffersFromTheDefaults()
    {
        OptionSchema schema;
        const auto field = [](const char* key, FieldKind kind, Json value) {
            FieldInfo f;
            f.key = key;
            f.kind = kind;
            f.defaultValue = std::move(value);
            return f;
        };
        schema.fields = {
            field("kind", FieldKind::Text, "teacher"),           field("teacher", FieldKind::Path, ""),  field("seed", FieldKind::Integer, 0), field("title", FieldKind::Text, ""),
            field("grid", FieldKind::NumberList, Json::array()), field("threads", FieldKind::Integer, 0)};
        schema.sections = {{"data", "", "", {field("source", FieldKind::Path, "sprites"), field("flip", FieldKind::Bool, false)}, {}}};
        const fs::path run = Project::open(m_project).createRun("c", {{"options",
                                                                       {{"data", {{"source", "sprites"}, {"flip", false}}},
                                                                        {"kind", "student"},
                                                                        {"teacher", "bundled:sprites"},
                                                                        {"seed", 3},
                                                                        {"title", "it's \"odd\" $HOME"},
                                                                        {"grid", {1, 0.5}},
                                                                        {"threads", 0}}}});
        const QString command = QString::fromStdString(commandOfRun(run, schema));
        QVERIFY2(command.startsWith("potstill-cli distill --project "), qPrintable(command));
        QVERIFY(command.contains(" --teacher bundled:sprites"));
        QVERIFY(command.contains(" --set seed=3"));
        QVERIFY(command.contains(" --set grid=1,0.5"));
        QVERIFY2(command.contains(R"(--set 'title=it'\''s "odd" $HOME')"), qPrintable(command));
        QVERIFY(!command.contains("threads"));
        // A student would take what is left out from its teacher's data.
        QVERIFY(command.contains(" --set data.source=sprites") && command.contains(" --set data.flip=false"));
    }

private:
    fs::path newRun(const std::string& name) { return Project::open(m_project).createRun(name, {{"id", newUuid()}, {"options", {{"kind", "teacher"}}}}); }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_project;
};

QTEST_GUILESS_MAIN(RunTrashTest)
#include "runtrash_test.moc"
