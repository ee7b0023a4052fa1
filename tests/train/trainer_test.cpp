#include "engine/core/runwarning.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <thread>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

Json tinyTeacher(std::int64_t images)
{
    return Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu",
        "data":{"source":"sprites","image_size":16},
        "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
        "training":{"batch":16,"warmup_images":64,"checkpoint_every":128,"preview_every":128,"preview_rows":2,"preview_steps":2,"stats_every":32,"min_free_disk_gb":0.001}})")
        .patch(Json::array({{{"op", "add"}, {"path", "/training/images"}, {"value", images}}}));
}

Json tinyStudent(const fs::path& teacher, std::int64_t images)
{
    Json d = tinyTeacher(images);
    d["kind"] = "student";
    d["method"] = "imagine-flash";
    d["teacher"] = teacher.string();
    d["imagine_flash"] = {{"teacher_steps", 2}, {"discriminator_width", 8}};
    return d;
}

/// Notes what it is told; stops the run when asked to.
class Watcher : public RunObserver {
public:
    explicit Watcher(RunControl& control) : m_control(control) {}
    void onStats(const StatPoint& p) override
    {
        points.push_back(p);
        if (onTick)
            onTick();
        if (stopAt > 0 && p.imagesSeen >= stopAt)
            m_control.requestStop(StopRequest::Finish);
    }
    void onPreview(const PreviewGrid& g) override { previews.push_back(g); }
    void onLog(LogLevel, const std::string& text) override { log.push_back(text); }
    void onPausedByItself(const std::string& reason) override
    {
        pauses.push_back(reason);
        if (onPause)
            onPause();
    }
    std::int64_t stopAt = 0;
    std::vector<StatPoint> points;
    std::vector<PreviewGrid> previews;
    std::vector<std::string> log, pauses;
    std::function<void()> onPause, onTick;

private:
    RunControl& m_control;
};

struct Ran {
    fs::path folder;
    JobOutcome outcome;
};

Ran runNew(const fs::path& project, const Json& document, Watcher* watcher = nullptr, RunControl* control = nullptr)
{
    RunControl own;
    RunControl& c = control ? *control : own;
    Watcher silent(c);
    auto job = TrainingJob::create(project, document, "");
    const JobOutcome outcome = job->run(c, watcher ? *watcher : silent);
    return {job->runFolder(), outcome};
}

JobOutcome resume(const fs::path& run, std::int64_t extend = 0)
{
    RunControl control;
    Watcher watcher(control);
    return TrainingJob::resume(run, {extend})->run(control, watcher);
}

bool sameCheckpoint(const fs::path& a, const fs::path& b)
{
    const CheckpointContent x = readCheckpoint(*newestGoodCheckpoint(a)), y = readCheckpoint(*newestGoodCheckpoint(b));
    const auto same = [](const TensorMap& m, const TensorMap& n) {
        if (m.size() != n.size() || m.empty())
            return false;
        for (const auto& [name, tensor] : m)
            if (!torch::equal(tensor, n.at(name)))
                return false;
        return true;
    };
    return same(x.model, y.model) && same(x.ema, y.ema) && same(x.optimizer, y.optimizer) && x.state.at("images_seen") == y.state.at("images_seen");
}

}  // namespace

class TrainerTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path project(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }

private Q_SLOTS:
    void stoppedAndResumedRunEqualsUninterruptedRun()
    {
        const Ran whole = runNew(project("a"), tinyTeacher(320));
        QVERIFY(whole.outcome == JobOutcome::Finished);
        RunControl control;
        Watcher watcher(control);
        watcher.stopAt = 160;
        const Ran parts = runNew(project("b"), tinyTeacher(320), &watcher, &control);
        QVERIFY(parts.outcome == JobOutcome::Stopped);
        QVERIFY(readRunSummary(parts.folder).state == RunState::Stopped);
        QVERIFY(resume(parts.folder) == JobOutcome::Finished);
        QVERIFY(sameCheckpoint(whole.folder, parts.folder));
    }
    void aStudentResumesExactlyToo()
    {
        const Ran teacher = runNew(project("c"), tinyTeacher(64));
        const Ran whole = runNew(project("c"), tinyStudent(teacher.folder, 192));
        RunControl control;
        Watcher watcher(control);
        watcher.stopAt = 96;
        const Ran parts = runNew(project("c"), tinyStudent(teacher.folder, 192), &watcher, &control);
        QVERIFY(parts.outcome == JobOutcome::Stopped);
        QVERIFY(resume(parts.folder) == JobOutcome::Finished);
        QVERIFY(sameCheckpoint(whole.folder, parts.folder));
    }
    void anotherSeedGivesOtherWeights()
    {
        const Ran a = runNew(project("d"), tinyTeacher(32));
        Json other = tinyTeacher(32);
        other["seed"] = 1;
        QVERIFY(!sameCheckpoint(a.folder, runNew(project("d"), other).folder));
    }
    void trainingLowersTheLossAndWritesStatistics()
    {
        RunControl control;
        Watcher watcher(control);
        Json d = tinyTeacher(4096);
        d["training"]["learning_rate"] = 2e-3;
        d["training"]["preview_every"] = 100000;
        const Ran ran = runNew(project("e"), d, &watcher, &control);
        const auto lossNear = [&](bool late) {
            double sum = 0;
            int n = 0;
            for (const StatPoint& p : watcher.points)
                for (const auto& [name, value] : p.values)
                    if (name == "loss" && (late ? p.imagesSeen > 3072 : p.imagesSeen <= 512)) {
                        sum += value;
                        ++n;
                    }
            return sum / n;
        };
        QVERIFY2(lossNear(true) < 0.8 * lossNear(false), qPrintable(QString("%1 %2").arg(lossNear(false)).arg(lossNear(true))));
        const auto stored = StatsLog::read(ran.folder);
        QCOMPARE(stored.size(), watcher.points.size());
        std::set<std::string> names;
        for (const auto& [name, value] : stored.back().values)
            names.insert(name);
        for (const char* wanted : {"loss", "grad_norm", "update_ratio", "images_per_s", "steps_per_s", "learning_rate", "memory_bytes", "data_wait_s"})
            QVERIFY2(names.count(wanted), wanted);
    }
    void aStudentsPreviewHoldsTheLadderAndTheTeacher()
    {
        const Ran teacher = runNew(project("f"), tinyTeacher(32));
        RunControl control;
        Watcher watcher(control);
        runNew(project("f"), tinyStudent(teacher.folder, 32), &watcher, &control);
        QVERIFY(!watcher.previews.empty());
        const PreviewGrid& grid = watcher.previews.back();
        QCOMPARE(grid.columns.size(), std::size_t(4));
        QCOMPARE(grid.cells.size(), std::size_t(8));
        QVERIFY(fs::exists(grid.file));
#ifdef POTSTILL_HAS_IMAGING
        const auto text = readPngText(grid.file);
        QVERIFY2(text.at("parameters").find("Columns: 1 step / 2 steps") != std::string::npos && text.at("parameters").find("Seed: 0 / 1") != std::string::npos,
                 text.at("parameters").c_str());
        QCOMPARE(Json::parse(text.at("potstill")).at("images").size(), grid.cells.size());
#endif
    }
    void aRunThatOnlyGivesNanFailsWithTheReason()
    {
        Json d = tinyTeacher(3200);
        d["training"]["learning_rate"] = 1e30;
        d["training"]["clip_norm"] = 0;
        d["training"]["max_non_finite"] = 3;
        d["training"]["warmup_images"] = 0;
        RunControl control;
        Watcher watcher(control);
        auto job = TrainingJob::create(project("g"), d, "");
        try {
            job->run(control, watcher);
            QFAIL("a run without a finite loss went on");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::NonFinite);
            QVERIFY(std::string(e.what()).find("network") != std::string::npos);
        }
        const RunSummary summary = readRunSummary(job->runFolder());
        QVERIFY(summary.state == RunState::Failed);
        QCOMPARE(RunWarning::parse(summary.failure).value().code, std::string("non-finite-run"));
        std::vector<RunWarning> warnings;
        for (const std::string& line : watcher.log)
            if (auto w = RunWarning::parse(line))
                warnings.push_back(std::move(*w));
        QCOMPARE(warnings.size(), std::size_t(4));
        QCOMPARE(warnings[2].code, std::string("non-finite"));
        QCOMPARE(warnings[2].number("row"), 3.0);
        QCOMPARE(warnings[3].code, std::string("non-finite-run"));
    }
    void aFinishedRunCanBeExtended()
    {
        const Ran short_ = runNew(project("h"), tinyTeacher(64));
        QVERIFY_THROWS_EXCEPTION(Error, TrainingJob::resume(short_.folder));
        QVERIFY(resume(short_.folder, 160) == JobOutcome::Finished);
        const Ran long_ = runNew(project("h"), tinyTeacher(160));
        QVERIFY(sameCheckpoint(short_.folder, long_.folder));
    }
    void aRunInUseElsewhereKeepsItsLength()
    {
        const Ran ran = runNew(project("in-use"), tinyTeacher(64));
        const RunLock elsewhere(ran.folder);
        try {
            resume(ran.folder, 160);
            QFAIL("two sessions of one run");
        } catch (const Error& e) {
            QVERIFY2(e.code() == ErrorCode::Locked, e.what());
        }
        QCOMPARE(readRunSummary(ran.folder).imagesTotal, std::int64_t(64));
    }
    void settingsThatDoNotWorkAreNotKept()
    {
        const Ran teacher = runNew(project("gone"), tinyTeacher(64)), student = runNew(project("gone"), tinyStudent(teacher.folder, 64));
        const fs::path elsewhere = teacher.folder.string() + "-moved";
        fs::rename(teacher.folder, elsewhere);
        RunControl control;
        Watcher watcher(control);
        QVERIFY_THROWS_EXCEPTION(Error, TrainingJob::resume(student.folder, {96, "cpu", 2})->run(control, watcher));
        QVERIFY(!fs::exists(student.folder / "extend.json"));
        fs::rename(elsewhere, teacher.folder);
        QVERIFY(TrainingJob::resume(student.folder, {96, "cpu", 2})->run(control, watcher) == JobOutcome::Finished);
        QCOMPARE(readJsonFile(student.folder / "extend.json"), (Json{{"images", 96}, {"device", "cpu"}, {"threads", 2}}));
    }
    void lowDiskPausesAndAsksAndGoesOn()
    {
        Json d = tinyTeacher(64);
        d["training"]["min_free_disk_gb"] = 900000;
        RunControl control;
        Watcher watcher(control);
        watcher.onPause = [&] { control.requestStop(StopRequest::Finish); };
        auto job = TrainingJob::create(project("i"), d, "");
        QVERIFY_THROWS_EXCEPTION(Error, job->run(control, watcher));
        QCOMPARE(RunWarning::parse(readRunSummary(job->runFolder()).failure).value().code, std::string("stopped-for-room"));
        QCOMPARE(watcher.pauses.size(), std::size_t(1));
        QVERIFY(watcher.pauses[0].find("min_free_disk_gb") != std::string::npos);
        QCOMPARE(RunWarning::parse(watcher.pauses[0]).value().code, std::string("low-disk"));
    }
    void pauseServesRequestsAndResumes()
    {
        RunControl control;
        Watcher watcher(control);
        auto job = TrainingJob::create(project("j"), tinyTeacher(128), "");
        SampleTable live;
        control.setPaused(true);
        control.post([&] {
            SampleRequest r;
            r.steps = {2};
            r.seeds = {0, 1};
            live = sampleLive(*job, r);
            control.setPaused(false);
        });
        QVERIFY(job->run(control, watcher) == JobOutcome::Finished);
        QCOMPARE(live.cells.size(), std::size_t(2));
        QVERIFY(!live.cells[1].image.isEmpty());
    }
    void workBetweenTwoStepsIsNoTrainingTime()
    {
        using Clock = std::chrono::steady_clock;
        RunControl control;
        Watcher watcher(control);
        std::vector<Clock::time_point> ticks;
        watcher.onTick = [&] {
            ticks.push_back(Clock::now());
            if (ticks.size() == 1)
                control.post([] { std::this_thread::sleep_for(std::chrono::seconds(1)); });
        };
        runNew(project("posted"), tinyTeacher(64), &watcher, &control);
        QVERIFY(ticks.size() > 1);
        const double elapsed = std::chrono::duration<double>(ticks[1] - ticks[0]).count(), counted = watcher.points[1].wallSeconds - watcher.points[0].wallSeconds;
        QVERIFY2(counted < elapsed - 0.5, qPrintable(QString("%1 of %2 s").arg(counted).arg(elapsed)));  // half a second for writing the lines themselves
    }
    void accumulationSeesTheSameImagesPerStep()
    {
        Json d = tinyTeacher(128);
        d["training"]["batch"] = 8;
        d["training"]["accumulate"] = 2;
        QVERIFY(runNew(project("k"), d).outcome == JobOutcome::Finished);
    }
    void theBestCheckpointIsKept()
    {
        Json d = tinyTeacher(640);
        d["training"]["keep_best"] = "loss";
        d["training"]["keep_checkpoints"] = 1;
        d["training"]["checkpoint_every"] = 64;
        const Ran ran = runNew(project("l"), d);
        const Json best = readCheckpoint(*newestGoodCheckpoint(ran.folder)).state.at("best");
        QVERIFY(fs::exists(ran.folder / best.at("checkpoint").get<std::string>()));
        QVERIFY(listCheckpoints(ran.folder).size() <= 2);
    }
    void optionsThatDoNotFitAreRefusedBeforeAnythingIsMade()
    {
        Json d = tinyTeacher(64);
        d["network"]["norm_groups"] = 3;
        QVERIFY_THROWS_EXCEPTION(Error, TrainingJob::create(project("m"), d, ""));
        QVERIFY(!fs::exists(project("m")));
        d = tinyTeacher(64);
        d["data"]["source"] = "/nowhere/at/all";
        QVERIFY_THROWS_EXCEPTION(Error, TrainingJob::create(project("m"), d, ""));
        QVERIFY_THROWS_EXCEPTION(Error, TrainingJob::create(project("m"), tinyStudent("/nowhere", 64), ""));
    }
};

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
