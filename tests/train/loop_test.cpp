#include "engine/data/loader.h"
#include "engine/io/atomicfile.h"
#include "engine/io/runqueue.h"
#include "engine/model/model.h"
#include "engine/train/preview.h"
#include "engine/train/runoptions.h"
#include "engine/train/stepstatistics.h"
#include "tests/io/smalldisk.h"
#include "tests/train/tinyruns.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <memory>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace potstill;
using torch::Tensor;
namespace fs = std::filesystem;

namespace {

std::string failureOf(const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

bool has(const std::string& text, const char* word) { return text.find(word) != std::string::npos; }

/// A file that takes room on the disk.
class Ballast {
public:
    Ballast(fs::path file, std::int64_t bytes) : m_file(std::move(file))
    {
        const int descriptor = ::open(m_file.c_str(), O_CREAT | O_WRONLY, 0600);
        m_isThere = descriptor >= 0 && ::posix_fallocate(descriptor, 0, bytes) == 0;
        ::close(descriptor);
    }
    ~Ballast() { drop(); }
    bool isThere() const { return m_isThere; }
    void drop() { fs::remove(m_file); }

private:
    fs::path m_file;
    bool m_isThere = false;
};

}  // namespace

class LoopTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path at(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }
    double stepRate(Json document, std::int64_t imagesSeen)
    {
        std::vector<StatPoint> points;
        tiny::run(at("rates"), document, 0, &points);
        for (const StatPoint& p : points)
            if (p.imagesSeen == imagesSeen)
                return tiny::valueOf(p, "learning_rate");
        return -1;
    }

private Q_SLOTS:
    void theLearningRateWarmsUpAndFollowsItsSchedule()
    {
        Json d = tiny::teacher(160);
        d["training"]["learning_rate"] = 1e-3;
        // Told after the step at so many images, for the next one.
        QVERIFY(std::abs(stepRate(d, 16) - 1e-3 * 32 / 64) < 1e-12);
        QVERIFY(std::abs(stepRate(d, 160) - 1e-3) < 1e-12);
        d["training"]["warmup_images"] = 0;
        QVERIFY(std::abs(stepRate(d, 16) - 1e-3) < 1e-12);
        d["training"]["lr_schedule"] = "cosine";
        d["training"]["lr_final_factor"] = 0.1;
        QVERIFY(std::abs(stepRate(d, 80) - 1e-3 * (0.1 + 0.9 * 0.5)) < 1e-12);
        QVERIFY(std::abs(stepRate(d, 160) - 1e-3 * 0.1) < 1e-12);
        d["training"]["lr_schedule"] = "inverse-sqrt";
        d["training"]["warmup_images"] = 32;
        QVERIFY(std::abs(stepRate(d, 128) - 1e-3 * std::sqrt(32.0 / 128)) < 1e-12);
        d["training"]["warmup_images"] = 0;
        const Issues issues = validateRun(merged(defaultsOf(runSchema()), d));
        QVERIFY(hasErrors(issues));
        QCOMPARE(issues.front().code, std::string("root-without-warm-up"));
        QCOMPARE(issues.front().path, std::string("training.warmup_images"));
    }
    void anAccumulatedStepIsThatOfTheWholeBatchClippedAndWarmedUp()
    {
        Json d = tiny::teacher(16);
        d["training"]["batch"] = 8;
        d["training"]["accumulate"] = 2;
        d["training"]["learning_rate"] = 0.5;
        d["training"]["eps"] = 0.1;  // so that the size of the gradient counts in Adam's first step
        d["training"]["clip_norm"] = 0.05;
        const fs::path folder = tiny::run(at("accumulated"), d);
        const RunOptions options = RunOptions::table().fromJson(readJsonFile(folder / "config.json").at("options"));
        const CheckpointContent before = readCheckpoint(folder / "checkpoints/000000000"), after = readCheckpoint(folder / "checkpoints/000000016");

        // By hand: the mean over all sixteen images, scaled to the norm that is allowed.
        auto net = std::make_shared<UNet>(UNetConfig::fromJson(before.state.at("network")));
        loadWeights(*net, before.model, "checkpoint");
        const auto data = openDataset(options.data, at("cache"));
        const auto method = makeDiffusionTraining(options.diffusion, net, 8);
        BatchLoader loader(data, 8, false, 0, BatchLoader::Part::Training, 0, 0);
        Tensor loss = torch::zeros({});
        for (std::size_t part = 0; part < 2; ++part) {
            Rng rng = Rng(0).fork("step", 0).fork("network", part);
            const Batch batch = loader.next();
            loss = loss + 8 * method->phases()[0].loss({batch, rng, 0, static_cast<int>(part), [] {}}).loss;
        }
        (loss / 16).backward();
        double squared = 0;
        for (const auto& [name, w] : net->namedWeights())
            squared += w.grad().defined() ? w.grad().square().sum().item<double>() : 0;
        const double norm = std::sqrt(squared), factor = 0.05 / norm;
        QVERIFY2(factor < 1, qPrintable(QString::number(norm)));
        const double rate = 0.5 * 8 / 64;
        torch::NoGradGuard noGrad;
        double moved = 0;
        for (const auto& [name, w] : net->namedWeights()) {
            if (!w.grad().defined())
                continue;
            const Tensor g = factor * w.grad(), expected = w - rate * g / (g.abs() + 0.1);
            moved = std::max(moved, (expected - w).abs().max().item<double>());
            QVERIFY2(torch::allclose(after.model.at(name), expected, 1e-4, 1e-7), name.c_str());
        }
        QVERIFY(moved > 1e-4);
    }
    void dropoutResumesExactly()
    {
        Json d = tiny::teacher(128);
        d["network"]["dropout"] = 0.1;
        const fs::path whole = tiny::run(at("dropout"), d), parts = tiny::run(at("dropout"), d, 64);
        QCOMPARE(readRunSummary(parts).imagesSeen, std::int64_t(64));
        QVERIFY(tiny::resume(parts) == JobOutcome::Finished);
        QVERIFY(tiny::sameTensors(readCheckpoint(*newestGoodCheckpoint(whole)).model, readCheckpoint(*newestGoodCheckpoint(parts)).model));
        d["network"]["dropout"] = 0;
        QVERIFY(!tiny::sameTensors(readCheckpoint(*newestGoodCheckpoint(whole)).model, readCheckpoint(*newestGoodCheckpoint(tiny::run(at("dropout"), d))).model));
    }
    void eachPhaseCountsItsOwnSkippedSteps()
    {
        const fs::path teacher = tiny::run(at("phases"), tiny::teacher(16));
        Json d = tiny::student(teacher, 3200);
        d["training"]["learning_rate"] = 1e30;
        d["training"]["clip_norm"] = 0;
        d["training"]["warmup_images"] = 0;
        d["training"]["max_non_finite"] = 3;
        RunControl control;
        tiny::Watcher watcher(control);
        auto job = TrainingJob::create(at("phases"), d, "");
        const std::string failure = failureOf([&] { job->run(control, watcher); });
        QVERIFY2(has(failure, "'student'"), failure.c_str());
        const auto skipped = std::count_if(watcher.log.begin(), watcher.log.end(), [](const std::string& line) { return has(line, "'student' skipped"); });
        QCOMPARE(skipped, 3);
    }
    void skippedStepsAreSummed()
    {
        StepStatistics statistics;
        statistics.count("non_finite");
        statistics.count("non_finite");
        statistics.add("loss", 1);
        statistics.add("loss", 3);
        const StatPoint first = statistics.take(10, 1);
        QCOMPARE(tiny::valueOf(first, "non_finite"), 2.0);
        QCOMPARE(tiny::valueOf(first, "loss"), 2.0);
        QVERIFY(std::isnan(tiny::valueOf(statistics.take(20, 2), "non_finite")));
    }
    void aRunDoesNotGoOnWithOtherImages()
    {
        const fs::path file = at("set.safetensors");
        const auto write = [&](std::uint64_t seed) { writeSafetensors(file, {{"images", Rng(seed).integers(256, {32, 3, 16, 16}).to(torch::kUInt8)}}, {}); };
        write(1);
        Json d = tiny::teacher(128);
        d["data"]["source"] = file.string();
        const fs::path folder = tiny::run(at("images"), d, 64);
        write(2);
        const std::string failure = failureOf([&] { tiny::resume(folder); });
        QVERIFY2(has(failure, "data.source") && has(failure, "64 images"), failure.c_str());
        QCOMPARE(readRunSummary(folder).imagesSeen, std::int64_t(64));
        write(1);
        QVERIFY(tiny::resume(folder) == JobOutcome::Finished);
    }
    void aStudentDoesNotGoOnWithAnotherTeacher()
    {
        const fs::path teacher = tiny::run(at("teachers"), tiny::teacher(32)), student = tiny::run(at("teachers"), tiny::student(teacher, 128), 64);
        QVERIFY(tiny::resume(teacher, 64) == JobOutcome::Finished);
        const std::string failure = failureOf([&] { tiny::resume(student); });
        QVERIFY2(has(failure, "teacher") && has(failure, "trained further"), failure.c_str());
    }
    void theTeachersColumnIsTheTargetOfTheStudent()
    {
        // An imported table of 100 steps whose guidance is distilled in.
        Model teacher = loadModel(tiny::run(at("column"), tiny::teacher(64)), torch::kCPU);
        std::vector<double> betas;
        for (int i = 0; i < 100; ++i)
            betas.push_back(1e-3 + 0.15 * i / 99);
        teacher.schedule = NoiseSchedule::fromBetas(betas);
        teacher.spacing = GridSpacing::Leading;
        teacher.trainSteps = 100;
        teacher.stepsOffset = 1;
        Model student = teacher;
        student.studentGrid = {1.0, 0.5};
        student.spacing = GridSpacing::Time;
        student.bakedGuidance = 3;
        Previewer previewer(2, 5, torch::kCPU);
        const PreviewSheet grid = previewer.sample(student, &teacher, 0, Weights::Ema, [] {});
        QCOMPARE(grid.columns.back(), std::string("teacher 10 NFE"));  // a guided step counts two
        QCOMPARE(grid.ofColumns.back().at("steps"), Json(5));
        QCOMPARE(grid.ofColumns.back().at("nfe"), Json(10));
        QCOMPARE(grid.ofColumns.back().at("guidance"), Json(3.0));
        const auto inner = teacher.denoiser();
        GuidedDenoiser guided(*inner, 3, teacher.classCount());
        const Tensor noise = torch::stack({sampleNoise(0, 0, 0, {3, 16, 16}), sampleNoise(0, 1, 0, {3, 16, 16})});
        const Condition condition{torch::arange(2, torch::kInt64)};
        const Tensor expected = sample(guided, noise, condition, makeTimeGrid(teacher.schedule, GridSpacing::Leading, 5, 100, 1), teacher.sampler);
        const Tensor own = sample(*student.denoiser(), noise, condition, student.studentGrid, student.sampler);
        for (std::size_t row = 0; row < 2; ++row)
            QVERIFY(grid.cells[row * 3 + 2].pixels == imageFromTensor(expected[static_cast<std::int64_t>(row)]).pixels);
        const double distance = (own - expected).square().mean().item<double>();
        QVERIFY2(std::abs(previewer.teacherDistance() - distance) < 1e-5 * distance, qPrintable(QString("%1 %2").arg(previewer.teacherDistance()).arg(distance)));
    }
    void aFolderOfSamplesThatCannotBeMadeIsAnErrorOfOurs()
    {
#ifdef POTSTILL_HAS_IMAGING
        PreviewSheet sheet;
        sheet.columns = {"1 step"};
        sheet.rows = {"0"};
        sheet.cells = {Image(1, 1, 3)};
        const fs::path file = at("no-folder");
        std::ofstream(file) << "in the way";
        QVERIFY_THROWS_EXCEPTION(Error, writePreview(sheet, "networks", {}, file));  // a full disk is told like this, too, and waited for
#endif
    }
    void theBestCheckpointHasTheFigureThatItIsKeptFor()
    {
        const fs::path teacherRun = tiny::run(at("best"), tiny::teacher(64));
        Json d = tiny::student(teacherRun, 320);
        d["training"]["keep_best"] = "teacher_distance";
        d["training"]["keep_checkpoints"] = 100;
        d["training"]["learning_rate"] = 2e-3;
        d["training"]["ema_half_life"] = 32;
        const fs::path folder = tiny::run(at("best"), d, 192);
        QVERIFY(tiny::resume(folder) == JobOutcome::Finished);
        Model teacher = loadModel(teacherRun, torch::kCPU);
        double least = std::numeric_limits<double>::infinity();
        std::string best;
        for (const fs::path& checkpoint : listCheckpoints(folder)) {
            Model model = loadModel(checkpoint, torch::kCPU);
            Previewer previewer(2, 2, torch::kCPU);
            previewer.sample(model, &teacher, 0, Weights::Ema, [] {});
            if (previewer.teacherDistance() < least) {
                least = previewer.teacherDistance();
                best = "checkpoints/" + checkpoint.filename().string();
            }
        }
        const Json kept = readCheckpoint(*newestGoodCheckpoint(folder)).state.at("best");
        QCOMPARE(kept.at("checkpoint").get<std::string>(), best);
        QVERIFY2(std::abs(kept.at("value").get<double>() - least) < 1e-5 * least, qPrintable(QString("%1 %2").arg(kept.at("value").get<double>()).arg(least)));
    }
    void theHeldOutLossIsThatOfTheAverages()
    {
        Json d = tiny::teacher(64);
        d["data"]["hold_out"] = 0.25;
        d["training"]["keep_best"] = "held_out_loss";
        d["training"]["learning_rate"] = 0.01;
        d["training"]["ema_half_life"] = 1e9;
        d["training"]["ema_ramp_up"] = 0;  // the averages stay at the start
        const fs::path folder = tiny::run(at("held"), d);
        const Json last = readCheckpoint(*newestGoodCheckpoint(folder)).state.at("best"), first = readCheckpoint(folder / "checkpoints/000000000").state.at("best");
        QVERIFY(std::abs(last.at("value").get<double>() - first.at("value").get<double>()) < 1e-4 * first.at("value").get<double>());
    }
    void aStudentHasAHeldOutLossWhereItIsShownImages()
    {
        Json d = tiny::student(tiny::run(at("shown"), tiny::teacher(64)), 64);
        d["data"]["hold_out"] = 0.25;
        d["training"]["preview_every"] = 32;
        const auto isWarnedOf = [&] {
            const Issues issues = validateRun(d);
            return std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return i.path == "data.hold_out" && i.severity == Issue::Severity::Warning; });
        };
        const auto heldOutLosses = [&] {
            std::vector<StatPoint> points;
            tiny::run(at("shown"), d, 0, &points);
            return std::count_if(points.begin(), points.end(), [](const StatPoint& p) { return std::isfinite(tiny::valueOf(p, "held_out_loss")); });
        };
        QVERIFY(isWarnedOf());
        QCOMPARE(heldOutLosses(), 0);
        d["imagine_flash"]["bd"] = false;
        d["training"]["keep_best"] = "held_out_loss";
        QVERIFY(!isWarnedOf());
        QCOMPARE(heldOutLosses(), 3);  // at 0, 32 and 64 images
    }
    void theUpdateRatioIsThatOfAllWeightsAndStandsInEveryLine()
    {
        Json d = tiny::teacher(96);
        d["training"]["batch"] = 8;
        d["training"]["accumulate"] = 2;
        d["training"]["stats_every"] = 16;
        d["training"]["checkpoint_every"] = 16;
        d["training"]["keep_checkpoints"] = 100;
        d["training"]["warmup_images"] = 0;
        std::vector<StatPoint> points;
        const fs::path folder = tiny::run(at("ratio"), d, 0, &points);
        QCOMPARE(points.size(), std::size_t(6));
        const auto weightsAt = [&](const char* checkpoint) {
            std::vector<Tensor> parts;
            for (const auto& [name, weight] : readCheckpoint(folder / "checkpoints" / checkpoint).model)
                parts.push_back(weight.flatten());
            return torch::cat(parts);
        };
        const Tensor start = weightsAt("000000000");
        const double expected = ((weightsAt("000000016") - start).norm() / start.norm()).item<double>(), told = tiny::valueOf(points[0], "update_ratio");
        QVERIFY2(expected > 0 && std::abs(told - expected) < 1e-4 * expected, qPrintable(QString("%1 %2").arg(told).arg(expected)));  // sums in another order
        // Ticks that do not fall on whole steps have it, too.
        d["training"]["stats_every"] = 24;
        tiny::run(at("ratio"), d, 0, &points);
        QCOMPARE(points.size(), std::size_t(4));
        for (const StatPoint& p : points)
            QVERIFY2(std::isfinite(tiny::valueOf(p, "update_ratio")), qPrintable(QString::number(p.imagesSeen)));
    }
    void theCheckpointThatAQueuedBranchStartsFromStays()
    {
        Json d = tiny::teacher(192);
        d["training"]["keep_checkpoints"] = 1;
        d["training"]["keep_every"] = 0;
        d["training"]["keep_best"] = "none";
        const fs::path folder = tiny::run(at("queued"), d, 64), origin = listCheckpoints(folder).back();
        RunQueue queue(at("queued"));
        QueueEntry entry;
        entry.document = d;
        entry.branchOf = origin.lexically_relative(at("queued")).string();
        queue.add(entry);
        QVERIFY(tiny::resume(folder) == JobOutcome::Finished);
        QCOMPARE(listCheckpoints(folder).size(), std::size_t(2));
        QVERIFY(listCheckpoints(folder).front() == origin);
        QVERIFY(queue.take()->branchOf == origin);
        QVERIFY(tiny::resume(folder, 256) == JobOutcome::Finished);
        QCOMPARE(listCheckpoints(folder).size(), std::size_t(1));
        // Of a damaged queue nobody knows what it waits for.
        writeFileAtomically(at("queued") / "queue.json", "{");
        QVERIFY(tiny::resume(folder, 320) == JobOutcome::Finished);
        QCOMPARE(listCheckpoints(folder).size(), std::size_t(2));
    }
    void aRunThatEndsBeforeItIsOpenHoldsWhatItsCheckpointHolds()
    {
        const fs::path folder = tiny::run(at("failed"), tiny::teacher(128), 64);
        const std::int64_t saved = readRunSummary(folder).imagesSeen;
        writeRunState(folder, RunState::Failed, saved + 16, "what came after the checkpoint is lost");
        RunControl control;
        tiny::Watcher watcher(control);
        control.requestStop(StopRequest::Abort);
        QVERIFY(TrainingJob::resume(folder)->run(control, watcher) == JobOutcome::Aborted);
        QCOMPARE(readRunSummary(folder).imagesSeen, saved);
        QVERIFY2(has(watcher.log.back(), ("nothing was saved after " + std::to_string(saved)).c_str()), watcher.log.back().c_str());
    }
    void aFullDiskPausesTheRunUntilThereIsRoom()
    {
        constexpr std::int64_t kBallast = 3'000'000'000;
        Ballast ballast(at("ballast"), kBallast);
        if (!ballast.isThere())
            QSKIP("no room for the file that fills the disk");
        Json d = tiny::teacher(64);
        d["training"]["min_free_disk_gb"] = static_cast<double>(freeDiskBytes(at("."))) / 1e9 + 1.5;
        RunControl control;
        tiny::Watcher watcher(control);
        watcher.onPause = [&] {
            ballast.drop();
            control.setPaused(false);
        };
        auto job = TrainingJob::create(at("disk"), d, "");
        QVERIFY(job->run(control, watcher) == JobOutcome::Finished);
        QCOMPARE(watcher.pauses.size(), std::size_t(1));
        QVERIFY(readRunSummary(job->runFolder()).state == RunState::Finished);
        QCOMPARE(readRunSummary(job->runFolder()).imagesSeen, std::int64_t(64));
    }
    void aDiskThatFillsWhileDataArePackedPausesTheRun()
    {
#ifdef POTSTILL_HAS_IMAGING
        fs::create_directories(at("packed-images"));
        Image image(16, 16, 3);
        for (int i = 0; i < 100; ++i) {
            std::fill(image.pixels.begin(), image.pixels.end(), static_cast<std::uint8_t>(2 * i));
            writePng(at("packed-images") / (std::to_string(i) + ".png"), image);
        }
        Json d = tiny::teacher(64);
        d["data"]["source"] = at("packed-images").string();
        auto job = TrainingJob::create(at("packed"), d, "");
        // 100 images of 768 bytes do not go into 64 kB.
        auto disk = std::make_unique<SmallDisk>(at("packed") / "cache", 64 << 10);
        RunControl control;
        tiny::Watcher watcher(control);
        bool isMarkedPaused = false;
        std::thread person;
        watcher.onPause = [&] {
            control.requestPreview();  // of a model that is not there yet
            control.requestSave();
            disk.reset();
            person = std::thread([&] {
                const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
                do {
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    isMarkedPaused = readRunSummary(job->runFolder()).state == RunState::Paused;
                } while (!isMarkedPaused && std::chrono::steady_clock::now() < until);
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                control.setPaused(false);
            });
        };
        const JobOutcome outcome = job->run(control, watcher);
        if (person.joinable())
            person.join();
        QVERIFY(outcome == JobOutcome::Finished);
        QVERIFY(isMarkedPaused);
        QCOMPARE(watcher.pauses.size(), std::size_t(1));
        QVERIFY2(RunWarning::fromText(watcher.pauses[0]).code == "no-room-to-pack" || has(watcher.pauses[0], "packed-images"), watcher.pauses[0].c_str());
        QCOMPARE(readRunSummary(job->runFolder()).imagesSeen, std::int64_t(64));
#else
        QSKIP("image files are read in builds with imaging alone");
#endif
    }
};

QTEST_GUILESS_MAIN(LoopTest)
#include "loop_test.moc"
