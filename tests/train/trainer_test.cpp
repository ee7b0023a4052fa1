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
    void aStudentResumesExactlyToo_data()
    {
        QTest::addColumn<bool>("isProjected");
        QTest::newRow("plain heads") << false;
        QTest::newRow("heads with spectral norm and mixing") << true;
    }
    void aStudentResumesExactlyToo()
    {
        QFETCH(bool, isProjected);
        const Ran teacher = runNew(project("c"), tinyTeacher(64));
        Json d = tinyStudent(teacher.folder, 192);
        d["imagine_flash"]["discriminator_spectral_norm"] = isProjected;
        d["imagine_flash"]["discriminator_mixing"] = isProjected ? "scales" : "none";
        const Ran whole = runNew(project("c"), d);
        RunControl control;
        Watcher watcher(control);
        watcher.stopAt = 96;
        const Ran parts = runNew(project("c"), d, &watcher, &control);
        QVERIFY(parts.outcome == JobOutcome::Stopped);
        QVERIFY(resume(parts.folder) == JobOutcome::Finished);
        QVERIFY(sameCheckpoint(whole.folder, parts.folder));
    }
    void theFrozenMixingIsThatOfTheCheckpoint()
    {
        const std::string key = "auxiliary.discriminator.mixing.channels_0";
        const Ran teacher = runNew(project("mixing"), tinyTeacher(32));
        Json d = tinyStudent(teacher.folder, 64);
        d["imagine_flash"]["discriminator_mixing"] = "channels";
        RunControl control;
        Watcher watcher(control);
        watcher.stopAt = 32;
        const Ran ran = runNew(project("mixing"), d, &watcher, &control);
        CheckpointContent content = readCheckpoint(*newestGoodCheckpoint(ran.folder));
        const torch::Tensor doubled = content.optimizer.at(key) * 2;
        content.optimizer[key] = doubled;
        writeCheckpoint(ran.folder, content.state.at("images_seen").get<std::int64_t>(), content);
        QVERIFY(resume(ran.folder) == JobOutcome::Finished);
        QVERIFY(torch::equal(readCheckpoint(*newestGoodCheckpoint(ran.folder)).optimizer.at(key), doubled));
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
        for (const char* told : {"Columns: 1 step / 2 steps / 3 steps / teacher 2 NFE", "Steps: 1 / 2 / 3", "Sampler: ddim", "Seed: 0 / 1", "NFE: 1 / 2 / 3"})
            QVERIFY2(text.at("parameters").find(told) != std::string::npos, text.at("parameters").c_str());
        const Json sheet = Json::parse(text.at("potstill"));
        QCOMPARE(sheet.at("images").size(), grid.cells.size());
        const auto of = [&](std::size_t cell, const char* key) { return sheet.at("shared").contains(key) ? sheet.at("shared").at(key) : sheet.at("images").at(cell).at(key); };
        QCOMPARE(of(1, "steps"), Json(2));
        QCOMPARE(of(1, "nfe"), Json(2));
        QCOMPARE(of(1, "times").size(), std::size_t(2));
        QCOMPARE(of(1, "times")[1], sheet.at("recipe").at("student_grid")[1]);
        QCOMPARE(of(1, "role"), Json("model"));
        QCOMPARE(of(3, "role"), Json("teacher"));
        QCOMPARE(of(3, "times").size(), std::size_t(2));
        QCOMPARE(of(0, "class"), Json(0));
        QCOMPARE(of(4, "class"), Json(1));  // the first column of the second row
        QCOMPARE(of(4, "guidance"), Json(0.0));
#endif
    }
    void whatTheNetworksShowTellsHowItWasMade()
    {
#ifdef POTSTILL_HAS_IMAGING
        const Ran teacher = runNew(project("views"), tinyTeacher(32)), student = runNew(project("views"), tinyStudent(teacher.folder, 32));
        const auto text = readPngText(student.folder / "samples" / "000000032-networks.png");
        QVERIFY2(text.at("parameters").find("Columns: input, t = 1 / student") != std::string::npos, text.at("parameters").c_str());
        const Json recipe = Json::parse(text.at("potstill"));
        QCOMPARE(recipe.at("model").get<std::string>(), student.folder.filename().string());
        QCOMPARE(recipe.at("images_seen").get<int>(), 32);
        QCOMPARE(recipe.at("columns").size(), std::size_t(9));  // input, student, teacher at three times
        QVERIFY(recipe.at("recipe").contains("student_grid"));
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
    void aRunStoppedWhileTheDiskIsLowIsSaved()
    {
        Json d = tinyTeacher(64);
        d["training"]["min_free_disk_gb"] = 900000;
        RunControl control;
        Watcher watcher(control);
        watcher.onPause = [&] { control.requestStop(StopRequest::Finish); };
        auto job = TrainingJob::create(project("i"), d, "");
        QVERIFY(job->run(control, watcher) == JobOutcome::Stopped);
        QVERIFY(newestGoodCheckpoint(job->runFolder()).has_value());
        QVERIFY(readRunSummary(job->runFolder()).state == RunState::Stopped);
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
