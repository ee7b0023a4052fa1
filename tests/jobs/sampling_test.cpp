#include "engine/jobs/jobs.h"

#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/safetensors.h"
#include "engine/jobs/sampling.h"
#include "engine/tensor/rng.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
#endif

#include <ATen/Parallel.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <numeric>
#include <optional>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

class Silent : public RunObserver {};

/// Keeps the warnings that it is told.
class Warnings final : public RunObserver {
public:
    void onLog(LogLevel level, const std::string& text) override
    {
        if (level == LogLevel::Warning)
            m_all.push_back(RunWarning::fromText(text));
    }
    /// The argument of the warning with this code; nothing where there is no such warning.
    std::optional<std::string> argument(const char* code, const char* name) const
    {
        for (const RunWarning& w : m_all)
            if (w.code == code)
                return w.argument(name);
        return std::nullopt;
    }

private:
    std::vector<RunWarning> m_all;
};

fs::path train(const fs::path& project, const Json& extra, const std::function<void()>& betweenSteps = {})
{
    Json d = Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu","data":{"source":"sprites","image_size":16},
        "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
        "training":{"images":32,"batch":16,"preview_rows":1,"preview_steps":2,"min_free_disk_gb":0.001}})");
    d = merged(d, extra);
    RunControl control;
    if (betweenSteps)
        control.post(betweenSteps);
    Silent observer;
    auto job = TrainingJob::create(project, d, "");
    job->run(control, observer);
    return job->runFolder();
}

SampleTable table(const SampleRequest& request)
{
    RunControl control;
    Silent observer;
    return sampleTable(request, control, observer);
}

}  // namespace

class SamplingTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path m_teacher, m_student, m_epsTeacher;

private Q_SLOTS:
    void initTestCase()
    {
        const fs::path project = m_dir.path().toStdString();
        m_teacher = train(project, {});
        m_epsTeacher = train(project, Json::parse(R"({"diffusion":{"parametrisation":"eps","schedule":"linear"}})"));
        m_student = train(
            project, {{"kind", "student"}, {"method", "imagine-flash"}, {"teacher", m_teacher.string()}, {"imagine_flash", {{"teacher_steps", 2}, {"discriminator_width", 8}}}});
    }
    void codeIsTakenOnlyFromWhereNoDataLies()
    {
        QTemporaryDir elsewhere;
        const fs::path folder = elsewhere.path().toStdString();
        const auto put = [](const fs::path& file, const std::string& content) {
            writeFileAtomically(file, content);
            return file;
        };
        const std::string archive = "PK\x03\x04";
        QVERIFY(extractorProblem(folder / "absent.pt") == ExtractorProblem::Missing);
        QVERIFY(extractorProblem(folder) == ExtractorProblem::Missing);
        QVERIFY(extractorProblem(put(folder / "pickle.pt", "\x80\x02")) == ExtractorProblem::NotTorchScript);
        const fs::path inRun = put(m_teacher / "net.pt", archive);
        QVERIFY(extractorProblem(inRun) == ExtractorProblem::InsideData);
        const fs::path free = put(folder / "net.pt", archive), link = folder / "link.pt";
        QVERIFY(extractorProblem(free) == ExtractorProblem::None);
        fs::create_symlink(inRun, link);
        QVERIFY(extractorProblem(link) == ExtractorProblem::InsideData);
        put(folder / "model_index.json", "{}");
        QVERIFY(extractorProblem(free) == ExtractorProblem::InsideData);
        EvaluateRequest request;
        request.samples.model = m_teacher;
        request.scriptedExtractor = inRun;
        RunControl control;
        RunObserver silent;
        QVERIFY_THROWS_EXCEPTION(Error, evaluateModel(request, control, silent));
        fs::remove(inRun);
    }
    void theLadderNestsAndStandsBesideTheTeacher()
    {
        SampleRequest r;
        r.model = m_student;
        r.teacherSteps = 4;
        r.seeds = {3, 9};
        const SampleTable t = table(r);
        QCOMPARE(t.columns.size(), std::size_t(4));
        QCOMPARE(t.columns.back(), std::string("teacher 4 NFE"));
        QCOMPARE(t.cells.size(), std::size_t(8));
        for (std::size_t c = 0; c < 3; ++c)
            QCOMPARE(t.cells[c].nfe, int(c) + 1);
        // A column alone gives the same pixels as inside the ladder.
        r.steps = {2};
        r.teacherSteps = 0;
        QVERIFY(table(r).cells[0].image == t.cells[1].image);
        QVERIFY(t.warnings.empty());
    }
    void theTeacherIsGuidedAsItWasDistilled()
    {
        const fs::path teacher = train(m_dir.path().toStdString(), Json::parse(R"({"diffusion":{"label_dropout":0.5}})"));
        SampleRequest r;
        r.model = train(m_dir.path().toStdString(), {{"kind", "student"},
                                                     {"method", "imagine-flash"},
                                                     {"teacher", teacher.string()},
                                                     {"imagine_flash", {{"teacher_steps", 1}, {"teacher_guidance", 2.0}, {"adversarial", false}}}});
        r.teacherSteps = 4;
        r.seeds = {3};
        QCOMPARE(table(r).cells.back().nfe, 8);  // a guided step counts two
        QCOMPARE(table(r).cells.back().recipe.at("guidance").get<double>(), 2.0);
        SampleRequest guided;
        guided.model = teacher;
        guided.steps = {1, 4};
        guided.guidance = 2;
        guided.seeds = {3};
        QCOMPARE(table(guided).columns, (std::vector<std::string>{"1 step, 2 NFE", "4 steps, 8 NFE"}));
        r.teacherGuidance = 0;
        QCOMPARE(table(r).cells.back().nfe, 4);
    }
    void aSampleDoesNotDependOnItsBatch()
    {
        SampleRequest r;
        r.model = m_student;
        r.steps = {3};
        r.seeds = {0, 1, 2, 3};
        const SampleTable together = table(r);
        r.batch = 1;
        const SampleTable alone = table(r);
        int worst = 0;
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t p = 0; p < together.cells[i].image.pixels.size(); ++p)
                worst = std::max(worst, std::abs(int(together.cells[i].image.pixels[p]) - int(alone.cells[i].image.pixels[p])));
        QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));  // one grey value: the convolution sums in another order
    }
    void theTimeOfAnImageIsTheMeanOfItsColumn()
    {
        SampleTable t;
        t.columns = {"1 step", "2 steps"};
        t.cells.resize(6);
        for (std::size_t at : {0u, 1u, 2u, 5u}) {  // 3 and 4 were not made
            t.cells[at].nfe = 1;
            t.cells[at].milliseconds = std::pow(10, at);
        }
        QCOMPARE(t.millisecondsPerImage(0), (1 + 100) / 2.0);
        QCOMPARE(t.millisecondsPerImage(1), (10 + 100000) / 2.0);
        QCOMPARE(SampleTable().millisecondsPerImage(0), 0.0);
    }
    void aSmallLastBatchIsNotTheTimeOfAll()
    {
        SampleRequest r;
        r.model = m_teacher;
        r.steps = {4};
        r.device = "cpu";
        r.seeds.resize(65);
        std::iota(r.seeds.begin(), r.seeds.end(), 0u);
        RunControl control;
        Silent observer;
        OpenModels open = openModels(r);
        const std::vector<PlannedColumn> columns = plannedColumns(r, open);
        QElapsedTimer wall;
        wall.start();
        const SampleTensors made = sampleTensors(r, columns, open.device, control, observer);
        const double spent = static_cast<double>(wall.nsecsElapsed()) / 1e6;
        QVERIFY(made.milliseconds[0] > 0);
        QVERIFY2(made.milliseconds[0] * 65 <= spent, qPrintable(QString("%1 %2").arg(made.milliseconds[0] * 65).arg(spent)));
    }
    void moreStepsThanTheGridWarn()
    {
        SampleRequest r;
        r.model = m_student;
        r.steps = {5};
        r.seeds = {0};
        const std::vector<RunWarning> warnings = table(r).warnings;
        QCOMPARE(warnings.size(), std::size_t(1));
        QCOMPARE(warnings[0].code, std::string("off-grid"));
        QCOMPARE(warnings[0].argument("steps"), std::string("5"));
        QCOMPARE(warnings[0].argument("calls"), std::string("3"));
    }
    void noiseCorrectionMattersForEpsAndNotForV()
    {
        const auto with = [&](const fs::path& model, bool correction) {
            SampleRequest r;
            r.model = model;
            r.steps = {2};
            r.seeds = {0};
            r.noiseCorrection = correction;
            return table(r);
        };
        QVERIFY(with(m_teacher, true).cells[0].image == with(m_teacher, false).cells[0].image);
        QVERIFY(!modelFacts(m_teacher).at("noise_correction_applies").get<bool>());
        QVERIFY(modelFacts(m_epsTeacher).at("noise_correction_applies").get<bool>());
        QVERIFY(!(with(m_epsTeacher, true).cells[0].image == with(m_epsTeacher, false).cells[0].image));
    }
    void churnIsThatOfTheRequest()
    {
        Json document = {{"model", m_epsTeacher.string()}, {"sampler", "heun"}, {"steps", {6}}, {"seeds", {0}}};
        const SampleTable plain = table(SampleRequest::table().fromJson(document));
        document["churn"] = 10;
        const SampleTable churned = table(SampleRequest::table().fromJson(document));
        QCOMPARE(churned.cells[0].recipe.at("churn").get<double>(), 10.0);
        QCOMPARE(churned.cells[0].nfe, plain.cells[0].nfe);
        QVERIFY(!plain.cells[0].recipe.contains("churn") && !(churned.cells[0].image == plain.cells[0].image));
        document["churn"] = -1;
        QVERIFY_THROWS_EXCEPTION(Error, SampleRequest::table().fromJson(document));
    }
    void aTableBesideATrainingLeavesItsThreadsAsTheyAre()
    {
        SampleRequest r;
        r.model = m_student;
        r.steps = {1};
        r.seeds = {0};
        r.threads = -1;
        int before = 0, after = 0;
        train(m_dir.path().toStdString(), {{"threads", 3}}, [&] {
            before = at::get_num_threads();
            table(r);
            after = at::get_num_threads();
        });
        QCOMPARE(before, 3);
        QCOMPARE(after, 3);
    }
    void wrongRequestsAreNamed()
    {
        SampleRequest r;
        r.model = m_student;
        r.classes = {8};
        QVERIFY_THROWS_EXCEPTION(Error, table(r));
        r.classes = {};
        r.steps = {0};
        QVERIFY_THROWS_EXCEPTION(Error, table(r));
        r.steps = {1};
        r.sampler = "eulr";
        QVERIFY_THROWS_EXCEPTION(Error, table(r));
        r.model = "/nowhere";
        QVERIFY_THROWS_EXCEPTION(Error, table(r));
    }
    void filesCarryTheirRecipe()
    {
#ifdef POTSTILL_HAS_IMAGING
        SampleRequest r;
        r.model = m_student;
        r.seeds = {4};
        const fs::path out = fs::path(m_dir.path().toStdString()) / "out";
        writeSamples(table(r), out);
        const auto text = readPngText(out / "step3-seed000004.png");
        const Json recipe = Json::parse(text.at("potstill"));
        QCOMPARE(recipe.at("seed").get<int>(), 4);
        QCOMPARE(recipe.at("times").size(), std::size_t(3));
        QVERIFY(text.at("parameters").find("Steps: 3") != std::string::npos);
        QCOMPARE(readJsonFile(out / "index.json").at("images").size(), std::size_t(3));
        const auto grid = readPngText(out / "grid.png");
        QVERIFY2(grid.at("parameters").find("Steps: 1 / 2 / 3") != std::string::npos && grid.at("parameters").find("Seed: 4") != std::string::npos, grid.at("parameters").c_str());
        const Json all = Json::parse(grid.at("potstill"));
        QCOMPARE(all.at("images").size(), std::size_t(3));
        QCOMPARE(all.at("shared").at("seed").get<int>(), 4);
#else
        QSKIP("built without image files (POTSTILL_IMAGING=OFF)");
#endif
    }
    void evaluationsWithAnotherGuidanceOfTheTeacherLieBesideOneAnother()
    {
        const fs::path set = fs::path(m_dir.path().toStdString()) / "set.safetensors";
        writeSafetensors(set, {{"images", Rng(1).integers(256, {200, 3, 16, 16}).to(torch::kUInt8)}, {"labels", torch::arange(200, torch::kInt64).remainder(2)}},
                         {{"class_names", Json::array({"a", "b"}).dump()}, {"fingerprint", "abc"}});
        EvaluateRequest request;
        request.samples.model = m_student;
        request.samples.steps = {1};
        request.samples.threads = -1;
        request.count = EvaluateRequest::kLeastCount;
        request.data = set.string();
        const auto evaluated = [&] {
            RunControl control;
            RunObserver silent;
            return evaluateModel(request, control, silent);
        };
        const auto files = [&] { return std::distance(fs::directory_iterator(m_student / "evaluations"), fs::directory_iterator()); };
        const Json alone = evaluated();
        QVERIFY(!alone.at(0).at("made").contains("teacher_guidance"));
        QVERIFY(alone.at(0).contains("fd_classifier") && !alone.at(0).contains("encoder_hash"));  // there are labels
        QCOMPARE(files(), 1);
        request.samples.teacherSteps = 2;
        for (const double guidance : {0.0, 2.0}) {
            request.samples.teacherGuidance = guidance;
            const Json columns = evaluated();
            QCOMPARE(columns.size(), std::size_t(2));
            for (const Json& column : columns)
                QCOMPARE(column.at("made").at("teacher_guidance").get<double>(), guidance);
        }
        QCOMPARE(files(), 3);
        request.samples.teacherGuidance = -1;  // what was distilled into the student: the first of the two again
        QCOMPARE(evaluated().at(0).at("made").at("teacher_guidance").get<double>(), 0.0);
        QCOMPARE(files(), 3);
    }
    void unlabelledDataAreJudgedByOneTeachersEncoder()
    {
        const fs::path folder = m_dir.path().toStdString(), set = folder / "unlabelled.safetensors", cache = folder / "unlabelled-cache";
        writeSafetensors(set, {{"images", Rng(1).integers(256, {200, 3, 16, 16}).to(torch::kUInt8)}}, {{"fingerprint", "unlabelled"}});
        const Json data = {{"data", {{"source", set.string()}}}};
        const fs::path teacher = train(folder, data);
        const fs::path student = train(
            folder,
            merged(data, {{"kind", "student"}, {"method", "imagine-flash"}, {"teacher", teacher.string()}, {"imagine_flash", {{"teacher_steps", 1}, {"adversarial", false}}}}));
        EvaluateRequest request;
        request.samples.steps = {1};
        request.samples.threads = -1;
        request.count = EvaluateRequest::kLeastCount;
        request.data = set.string();
        request.cacheFolder = cache;
        Warnings warnings;
        const auto evaluated = [&](const fs::path& model, int teacherSteps) {
            request.samples.model = model;
            request.samples.teacherSteps = teacherSteps;
            RunControl control;
            warnings = {};
            return evaluateModel(request, control, warnings);
        };
        const auto extractor = [](const Json& column) { return column.at("extractor").get<std::string>(); };
        const std::string hash = sha256OfFile(exactModel(teacher) / "ema.safetensors");
        const Json beside = evaluated(student, 2);
        QCOMPARE(beside.size(), std::size_t(2));
        for (const char* code : {"quarter-turns", "teacher-unfinished", "other-encoder"})
            QVERIFY2(!warnings.argument(code, ""), code);
        for (const Json& column : beside) {
            QCOMPARE(column.at("encoder_hash").get<std::string>(), hash);
            QVERIFY(column.contains("fd_encoder") && !column.contains("fd_classifier") && column.at("class_accuracy").is_null());
            QVERIFY2(extractor(column).starts_with("teacher's encoder ") && extractor(column).ends_with(hash.substr(0, 12)), extractor(column).c_str());
        }
        QCOMPARE(extractor(beside[1]), extractor(beside[0]));
        // The teacher alone is judged by itself, whichever its checkpoint and weights: the figures stand beside those of its students.
        QCOMPARE(extractor(evaluated(teacher, 0)[0]), extractor(beside[0]));
        request.samples.ema = false;
        QCOMPARE(extractor(evaluated(exactModel(teacher), 0)[0]), extractor(beside[0]));
        request.samples.ema = true;
        if (fs::exists(cache))
            for (const auto& entry : fs::directory_iterator(cache))
                QVERIFY2(!entry.path().filename().string().starts_with("classifier-"), "no classifier was trained for it");

        QVERIFY(extractor(evaluated(m_student, 0)[0]).starts_with("teacher's encoder "));  // its teacher knows "no class"

        // A teacher that is gone, and one that answers for a class alone, cannot judge.
        fs::rename(teacher, folder / "away");
        const Json alone = evaluated(student, 0);
        fs::rename(folder / "away", teacher);
        QCOMPARE(warnings.argument("quarter-turns", "cause"), std::optional<std::string>("failure"));
        QVERIFY2(RunWarning::fromText(*warnings.argument("quarter-turns", "failure")).code == "no-model-there", warnings.argument("quarter-turns", "failure")->c_str());
        const fs::path classesAlone = train(folder, Json::parse(R"({"diffusion":{"label_dropout":0}})"));
        const Json ofClasses = evaluated(classesAlone, 0);
        QCOMPARE(warnings.argument("quarter-turns", "cause"), std::optional<std::string>("classes"));
        for (const Json& column : {alone.at(0), ofClasses.at(0)}) {
            QVERIFY2(extractor(column).starts_with("quarter-turn classifier "), extractor(column).c_str());
            QVERIFY(column.contains("fd_classifier") && !column.contains("encoder_hash"));
        }
    }
    void anEncoderThatIsStillTrainedIsWarnedOf()
    {
        const fs::path folder = m_dir.path().toStdString(), set = folder / "growing.safetensors";
        writeSafetensors(set, {{"images", Rng(1).integers(256, {200, 3, 16, 16}).to(torch::kUInt8)}}, {{"fingerprint", "growing"}});
        const fs::path teacher = train(folder, {{"data", {{"source", set.string()}}}});
        EvaluateRequest request;
        request.samples.model = train(folder, {{"kind", "student"},
                                               {"method", "imagine-flash"},
                                               {"teacher", teacher.string()},
                                               {"data", {{"source", set.string()}}},
                                               {"imagine_flash", {{"teacher_steps", 1}, {"adversarial", false}}}});
        request.samples.steps = {1};
        request.samples.threads = -1;
        request.count = EvaluateRequest::kLeastCount;
        request.data = set.string();
        const auto warnings = [&] {
            RunControl control;
            Warnings heard;
            (void)evaluateModel(request, control, heard);
            return heard;
        };
        writeRunState(teacher, RunState::Stopped, 32);
        const Warnings unfinished = warnings();
        QCOMPARE(unfinished.argument("teacher-unfinished", "run"), std::optional(teacher.filename().string()));
        QVERIFY(!unfinished.argument("other-encoder", "at"));
        // It goes on to its end: what was measured before has another measure now.
        RunControl control;
        Silent silent;
        QVERIFY(TrainingJob::resume(teacher, {48})->run(control, silent) == JobOutcome::Finished);
        const Warnings after = warnings();
        QVERIFY(!after.argument("teacher-unfinished", "run"));
        QCOMPARE(after.argument("other-encoder", "at"), std::optional<std::string>("32"));
    }
    void factsTellStudentFromTeacher()
    {
        QVERIFY(isStudent(m_student) && !isStudent(m_teacher));
        QVERIFY(modelFacts(m_student).at("is_student").get<bool>());
        QVERIFY(!modelFacts(m_teacher).at("is_student").get<bool>());
        QVERIFY(modelFacts(m_epsTeacher).at("noise_correction_applies").get<bool>());
    }
};

QTEST_GUILESS_MAIN(SamplingTest)
#include "sampling_test.moc"
