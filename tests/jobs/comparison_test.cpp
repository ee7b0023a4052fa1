#include "engine/jobs/comparison.h"

#include <QTemporaryDir>
#include <QtTest>

#include <optional>
#include <thread>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

class Silent : public RunObserver {};

fs::path train(const fs::path& project, const Json& extra)
{
    Json d = Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu","data":{"source":"sprites","image_size":16},
        "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
        "training":{"images":32,"batch":16,"preview_rows":1,"preview_steps":2,"min_free_disk_gb":0.001,"checkpoint_every":16,"keep_checkpoints":5}})");
    d = merged(d, extra);
    RunControl control;
    Silent observer;
    auto job = TrainingJob::create(project, d, "");
    job->run(control, observer);
    return job->runFolder();
}

ComparisonRequest ladder(const fs::path& model, std::vector<int> steps, std::vector<std::uint64_t> seeds)
{
    ComparisonRequest r;
    for (int s : steps) {
        SampleColumn c;
        c.model = model;
        c.steps = s;
        r.columns.push_back(c);
    }
    r.seeds = std::move(seeds);
    r.threads = 1;
    return r;
}

SampleTable made(ComparisonSampler& sampler, const ComparisonRequest& request)
{
    RunControl control;
    Silent observer;
    return sampler.sample(request, control, observer);
}

SampleTable made(const ComparisonRequest& request)
{
    ComparisonSampler fresh;
    return made(fresh, request);
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path m_teacher, m_student;

private Q_SLOTS:
    void initTestCase()
    {
        const fs::path project = m_dir.path().toStdString();
        m_teacher = train(project, {});
        m_student = train(
            project, {{"kind", "student"}, {"method", "imagine-flash"}, {"teacher", m_teacher.string()}, {"imagine_flash", {{"teacher_steps", 2}, {"discriminator_width", 8}}}});
    }
    void stagesReadOffOnTheWayEqualSeparateSampling_data()
    {
        QTest::addColumn<QString>("sampler");
        QTest::addColumn<double>("eta");
        QTest::addColumn<bool>("correction");
        QTest::addColumn<bool>("nests");
        for (const char* s : {"", "ddpm", "euler", "heun", "dpmpp_2m", "dpmpp_3m_o3"})
            QTest::addRow("%s", *s ? s : "own") << QString(s) << 0.0 << false << true;
        QTest::addRow("ancestral") << QString("ddim") << 1.0 << false << true;
        QTest::addRow("corrected") << QString("ddim") << 0.0 << true << true;
        QTest::addRow("order lowered at the end") << QString("dpmpp_3m") << 0.0 << false << false;  // its steps depend on how many follow
    }
    void stagesReadOffOnTheWayEqualSeparateSampling()
    {
        QFETCH(QString, sampler);
        QFETCH(double, eta);
        QFETCH(bool, correction);
        QFETCH(bool, nests);
        ComparisonRequest r = ladder(m_student, {1, 2, 3}, {3, 9});
        for (SampleColumn& c : r.columns) {
            c.sampler = sampler.toStdString();
            c.eta = eta;
            c.noiseCorrection = correction;
        }
        const SampleTable together = made(r);
        std::int64_t alone = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            ComparisonRequest one = r;
            one.columns = {r.columns[c]};
            const SampleTable t = made(one);
            QCOMPARE(t.callsSaved, 0);
            alone += t.calls;
            for (std::size_t row = 0; row < 2; ++row) {
                QVERIFY(t.cells[row].image == together.cells[row * 3 + c].image);
                QCOMPARE(t.cells[row].nfe, together.cells[row * 3 + c].nfe);
            }
        }
        QCOMPARE(together.calls + together.callsSaved, alone);
        QCOMPARE(together.callsSaved > 0, nests);
    }
    void theLadderIsOnePass()
    {
        const SampleTable t = made(ladder(m_student, {1, 2, 3}, {0, 1, 2, 3, 4, 5}));
        QCOMPARE(t.calls, 18);
        QCOMPARE(t.callsSaved, 18);
    }
    void checkpointsAndRunsStandBesideEachOther()
    {
        const Json facts = describe(m_student);
        QVERIFY(facts.at("checkpoints").size() >= 2);
        ComparisonRequest r = ladder(m_student, {2}, {1, 2});
        for (const Json& checkpoint : facts.at("checkpoints")) {
            SampleColumn c;
            c.model = m_student / "checkpoints" / checkpoint.at("folder").get<std::string>();
            c.ema = false;
            c.steps = 2;
            c.heading = checkpoint.at("folder").get<std::string>();
            r.columns.push_back(c);
        }
        SampleColumn teacher;
        teacher.model = m_teacher;
        teacher.role = "teacher";
        teacher.steps = 4;
        r.columns.push_back(teacher);
        const SampleTable t = made(r);
        const std::size_t width = r.columns.size();
        QCOMPARE(t.cells.size(), 2 * width);
        QCOMPARE(t.columns.back(), std::string("teacher 4 NFE"));
        QCOMPARE(t.columns[1], facts.at("checkpoints")[0].at("folder").get<std::string>());
        QVERIFY(!(t.cells[1].image == t.cells[width - 2].image));  // other weights, same noise
        for (std::size_t c = 0; c < width; ++c)
            QCOMPARE(t.cells[c].recipe.at("seed").get<int>(), 1);
        QVERIFY(t.cells[1].recipe.at("images_seen") != t.cells[width - 2].recipe.at("images_seen"));
    }
    void onlyWhatChangedIsSampledAgain()
    {
        ComparisonSampler sampler;
        ComparisonRequest r = ladder(m_student, {1, 2, 3}, {0, 1, 2});
        const SampleTable first = made(sampler, r);
        QCOMPARE(first.calls, 9);
        const SampleTable again = made(sampler, r);
        QCOMPARE(again.calls, 0);
        QVERIFY(again.cells[4].image == first.cells[4].image);
        r.seeds = {1, 2, 3};  // the walk to the next seed costs one row
        QCOMPARE(made(sampler, r).calls, 3);
        SampleColumn teacher;
        teacher.model = m_teacher;
        teacher.role = "teacher";
        teacher.steps = 5;
        r.columns.push_back(teacher);
        QCOMPARE(made(sampler, r).calls, 15);  // the new column alone
        r.columns.back().steps = 6;
        const SampleTable longer = made(sampler, r);
        QCOMPARE(longer.calls, 18);
        QVERIFY(longer.cells[0].image == first.cells[3].image);
    }
    void newsComeInPartsAndNameWhatIsNew()
    {
        ComparisonSampler sampler;
        ComparisonRequest r = ladder(m_student, {1, 2, 3}, {0, 1, 2, 3});
        r.batch = 2;
        std::set<std::size_t> seen;
        int parts = 0;
        RunControl control;
        Silent observer;
        const SampleTable t = sampler.sample(r, control, observer, [&](const SampleTable& soFar, const std::vector<std::size_t>& fresh) {
            ++parts;
            for (std::size_t i : fresh) {
                QVERIFY(!soFar.cells[i].image.isEmpty());
                QVERIFY(seen.insert(i).second);
            }
        });
        QCOMPARE(seen.size(), t.cells.size());
        QCOMPARE(parts, 1 + 3 * 2);  // the shape, then three stages of two batches
    }
    void aStopKeepsWhatIsThere()
    {
        ComparisonSampler sampler;
        ComparisonRequest r = ladder(m_student, {3}, {0, 1, 2, 3});
        r.batch = 2;
        RunControl control;
        Silent observer;
        const SampleTable t = sampler.sample(r, control, observer, [&](const SampleTable&, const std::vector<std::size_t>& fresh) {
            if (!fresh.empty())
                control.requestStop(StopRequest::Abort);
        });
        QVERIFY(!t.complete);
        QVERIFY(!t.cells[1].image.isEmpty());
        QVERIFY(t.cells[2].image.isEmpty());
        QCOMPARE(made(sampler, r).calls, 6);  // the rest
    }
    void aLongRunShowsWhatItPredictsAndKeepsNoneOfIt()
    {
        ComparisonSampler sampler;
        ComparisonRequest r = ladder(m_student, {6}, {0, 1});
        std::vector<int> steps;
        std::vector<SamplePreview> previews;
        r.previewEveryMs = 0;
        r.preview = [&](const SamplePreview& p) {
            steps.push_back(p.step);
            previews.push_back(p);
        };
        std::size_t told = 0;
        RunControl control;
        Silent observer;
        const SampleTable t = sampler.sample(r, control, observer, [&](const SampleTable&, const std::vector<std::size_t>& fresh) { told += fresh.size(); });
        QVERIFY((steps == std::vector<int>{1, 2, 3, 4, 5}));
        QCOMPARE(previews[0].steps, 6);
        QVERIFY((previews[0].cells == std::vector<std::size_t>{0, 1}));
        QCOMPARE(previews[0].images.size(), std::size_t(2));
        QVERIFY(!(previews[0].images[0] == t.cells[0].image));
        QCOMPARE(told, std::size_t(2));  // the samples alone are news
        QCOMPARE(made(sampler, r).calls, 0);
        // Stopped on the way, nothing of it is a sample.
        ComparisonRequest stopped = ladder(m_student, {6}, {5});
        stopped.previewEveryMs = 0;
        stopped.preview = [&](const SamplePreview&) { control.requestStop(StopRequest::Abort); };
        QVERIFY(sampler.sample(stopped, control, observer).cells[0].image.isEmpty());
        // At most every so often.
        steps.clear();
        r.seeds = {7, 8};
        r.previewEveryMs = 3'600'000;
        made(sampler, r);
        QVERIFY(steps.empty());
    }
    void cellsOutliveTheProgram()
    {
        ComparisonRequest r = ladder(m_student, {1, 2, 3}, {0, 1});
        r.cellFolder = m_dir.filePath("project-cells").toStdString();
        const SampleTable first = made(r);
        QCOMPARE(first.calls, 6);
        const SampleTable again = made(r);  // another sampler: a restart
        QCOMPARE(again.calls, 0);
        for (std::size_t i = 0; i < first.cells.size(); ++i) {
            QVERIFY(again.cells[i].image == first.cells[i].image);
            QVERIFY(again.cells[i].recipe == first.cells[i].recipe);
            QCOMPARE(again.cells[i].nfe, first.cells[i].nfe);
        }
        r.columns[0].guidance = 0;
        r.columns[0].noiseCorrection = true;  // another recipe is another cell
        r.columns[0].eta = 0.5;
        QVERIFY(made(r).calls > 0);
    }
    void aTrajectoryDoesNotWaitForATableAndSharesItsNetwork()
    {
        ComparisonSampler sampler;
        ComparisonRequest r = ladder(m_student, {6}, {0});
        r.previewEveryMs = 0;
        std::optional<Trajectory> meanwhile;
        r.preview = [&](const SamplePreview&) {
            if (meanwhile)
                return;
            std::thread other([&] {
                RunControl control;
                meanwhile = sampler.trajectory(r.columns[0], 0, 0, -1, "auto", control);
            });
            other.join();
        };
        const SampleTable t = made(sampler, r);
        QVERIFY(meanwhile && meanwhile->complete);
        QVERIFY(!t.cells[0].image.isEmpty());
    }
    void middleTimesAreFreeAndMarked()
    {
        ComparisonRequest r = ladder(m_student, {3, 3}, {0});
        r.columns[1].times = {1.0, 0.5, 0.1};
        const SampleTable t = made(r);
        QCOMPARE(t.warnings.size(), std::size_t(1));
        QCOMPARE(t.warnings[0].code, std::string("off-grid-times"));
        QVERIFY(!t.cells[1].recipe.at("on_grid").get<bool>());
        QVERIFY(!(t.cells[0].image == t.cells[1].image));
        r.columns[1].times = {1.0, 0.5, 0.7};
        QVERIFY_THROWS_EXCEPTION(Error, made(r));
        r.columns[1].times = {1.0, 0.0};
        QVERIFY_THROWS_EXCEPTION(Error, made(r));
    }
    void aTrajectoryEndsInItsSample()
    {
        ComparisonSampler sampler;
        ComparisonRequest r = ladder(m_student, {3}, {7});
        RunControl control;
        const Trajectory t = sampler.trajectory(r.columns[0], 0, 7, 2, "auto", control);
        QVERIFY(t.complete);
        QCOMPARE(t.frames.size(), std::size_t(3));
        QCOMPARE(t.frames[0].t, 1.0);
        QCOMPARE(t.frames[2].nfe, 3);
        r.classes = {2};
        QVERIFY(made(r).cells[0].image == t.image);
        QVERIFY(t.frames[2].x0 == t.image);
        r.columns[0].steps = 1;
        QVERIFY(made(r).cells[0].image == t.frames[0].x0);
        QCOMPARE(t.recipe.at("nfe").get<int>(), 3);
        control.requestStop(StopRequest::Abort);
        QVERIFY(!sampler.trajectory(r.columns[0], 0, 7, 2, "auto", control).complete);
    }
    void wrongRequestsAreNamed()
    {
        QVERIFY_THROWS_EXCEPTION(Error, made(ladder(m_student, {}, {0})));
        QVERIFY_THROWS_EXCEPTION(Error, made(ladder(m_student, {1}, {})));
        QVERIFY_THROWS_EXCEPTION(Error, made(ladder("/nowhere", {1}, {0})));
        ComparisonRequest r = ladder(m_student, {1}, {0});
        r.columns[0].sampler = "eulr";
        QVERIFY_THROWS_EXCEPTION(Error, made(r));
        r = ladder(m_student, {1, 4}, {0});
        r.columns[1].role = "teacher";  // a student is not its own teacher
        QVERIFY_THROWS_EXCEPTION(Error, made(r));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
