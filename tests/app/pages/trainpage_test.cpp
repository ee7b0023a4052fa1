#include "app/pages/trainpage.h"

#include "app/pages/previewheading.h"
#include "app/pages/previewrecipe.h"
#include "app/session/background.h"
#include "app/window/topbar.h"
#include "engine/io/jsonfile.h"
#include "tests/app/support.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"

#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

void writeSheet(const QString& file, const QColor& color)
{
    QImage image(8, 16, QImage::Format_RGB888);
    image.fill(color);
    if (!image.save(file))
        qFatal("%s", qPrintable(file));
    writeJsonFile(file.chopped(4).toStdString() + ".json", {{"columns", {"1 step", "2 steps"}}, {"rows", {"seed 1"}}});
}

}  // namespace

class TrainPageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void theLadderIsPointedToUntilSomethingWasRatedOrTheHintIsClosed()
    {
        const QString ours = finishedRun(m_dir.filePath("hint"), "a"), old = finishedRun(m_dir.filePath("hint"), "b");
        for (const QString& run : {ours, old}) {
            QVERIFY(QDir(run).mkpath("samples"));
            writeSheet(run + "/samples/000000064-ema.png", Qt::red);
        }
        RunSession session;
        QVERIFY(session.start([ours] {
            return std::make_unique<FakeJob>([ours](RunControl& control, RunObserver& observer) {
                observer.onRunFolder(ours.toStdString());
                while (!control.isStopping())
                    control.waitForChange(5);
                return JobOutcome::Stopped;
            });
        }));
        QTRY_COMPARE(session.runFolder(), ours);
        TrainPage page(session);
        auto *hint = child<QWidget>(page, "train.hint"), *grid = child<QWidget>(page, "train.grid");
        page.setComparisonCount(0);
        page.showRun(ours);
        QTRY_VERIFY(!hint->isHidden());
        page.setComparisonCount(1);
        QVERIFY(hint->isHidden());
        page.setComparisonCount(0);
        QVERIFY(!hint->isHidden());
        page.showRun(old);  // of a run of before nothing is to be learnt anew
        QTRY_COMPARE(static_cast<ImageGrid*>(grid)->rowCount(), 2);
        QVERIFY(hint->isHidden());
        page.showRun(ours);
        QTRY_VERIFY(!hint->isHidden());
        child<QToolButton>(page, "train.dismissHint")->click();
        QVERIFY(hint->isHidden());
        TrainPage next(session);
        next.setComparisonCount(0);
        next.showRun(ours);
        QTRY_COMPARE(child<ImageGrid>(next, "train.grid")->rowCount(), 2);
        QVERIFY(child<QWidget>(next, "train.hint")->isHidden());
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void aRunUncheckedBeforeItWasReadLeavesNoCurve()
    {
        const QString a = finishedRun(m_dir.filePath("unchecked"), "a"), b = finishedRun(m_dir.filePath("unchecked"), "b");
        RunSession session;
        TrainPage page(session);
        auto* chart = child<LineChart>(page, "train.lossChart");
        page.showRun(a);
        QTRY_VERIFY(chart->seriesIds().contains("loss"));
        page.setOverlays({{b, "b"}});
        page.setOverlays({});
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QCOMPARE(chart->seriesIds(), QStringList{"loss"});
        // Shown itself, it does not lie over itself.
        page.setOverlays({{b, "b"}});
        QTRY_COMPARE(chart->seriesIds(), (QStringList{"this", b}));
        page.showRun(b);
        QTRY_COMPARE(chart->seriesIds(), QStringList{"loss"});
    }
    void aRunOverTheShownOneIsFollowedWhileAnotherProgramTrainsIt()
    {
        const QString a = finishedRun(m_dir.filePath("foreign"), "a"), b = finishedRun(m_dir.filePath("foreign"), "b");
        writeJsonFile(b.toStdString() + "/lock", {{"pid", 7}, {"host", "elsewhere"}, {"heartbeat_ms", QDateTime::currentMSecsSinceEpoch()}});
        RunSession session;
        TrainPage page(session);
        auto* chart = child<LineChart>(page, "train.lossChart");
        page.showRun(a);
        page.setOverlays({{b, "b"}});
        QTRY_COMPARE(chart->points(b).size(), std::size_t(5));
        StatsLog(b.toStdString(), 250).append({300, 6, {{"loss", 0.1}}});
        QTRY_COMPARE(chart->points(b).size(), std::size_t(6));
    }
    void aRunOverTheShownOneIsLiveWhileThisProgramTrainsIt()
    {
        const QString a = finishedRun(m_dir.filePath("live"), "a"), b = finishedRun(m_dir.filePath("live"), "b");
        RunSession session;
        TrainPage page(session);
        auto* chart = child<LineChart>(page, "train.lossChart");
        page.showRun(a);
        page.setOverlays({{b, "b"}});
        QTRY_COMPARE(chart->points(b).size(), std::size_t(5));
        QVERIFY(session.start(fakeJob([b](RunControl& control, RunObserver& observer) {
            observer.onRunFolder(b.toStdString());
            observer.onStats({300, 6, {{"loss", 0.1}}});
            while (!control.isStopping())
                control.waitForChange(5);
            return JobOutcome::Stopped;
        })));
        QTRY_COMPARE(chart->points(b).size(), std::size_t(6));
        QCOMPARE(chart->points("this").size(), std::size_t(5));
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void aFollowedRunHasItsMeters()
    {
        const QString run = finishedRun(m_dir.filePath("meters"), "a");
        StatsLog log(run.toStdString(), 250);
        log.append({10'000, 60, {{"images_per_s", 100}, {"steps_per_s", 2.5}, {"memory_bytes", 1.5e9}}});
        RunSession session;
        TrainPage page(session);
        page.showRun(run);
        auto *bar = child<QWidget>(page, "train.owner"), *chart = child<QWidget>(page, "train.lossChart");
        QTRY_VERIFY(static_cast<LineChart*>(chart)->seriesIds().contains("loss"));
        QVERIFY(bar->isHidden());  // it is over
        writeJsonFile(run.toStdString() + "/lock", {{"pid", 7}, {"host", "elsewhere"}, {"heartbeat_ms", QDateTime::currentMSecsSinceEpoch()}});
        page.readAgain(run);
        QTRY_VERIFY(!bar->isHidden());
        auto* meters = child<QLabel>(page, "train.meters");
        const qint64 left = (valueAt(presetByName("demo").document, "training.images").get<qint64>() - 10'000) / 100;
        QVERIFY2(meters->text().contains("100 images/s") && meters->text().contains(siText(2.5) + " steps/s") && meters->text().contains(TopBar::timeText(double(left)) + " left")
                     && meters->text().contains(siText(1.5e9, "B")),
                 qPrintable(meters->text()));
        // They follow.
        log.append({10'100, 61, {{"images_per_s", 50}, {"memory_bytes", 1.5e9}}});
        QTRY_VERIFY2(meters->text().contains("50 images/s"), qPrintable(meters->text()));
    }
    void aCellOfThePreviewHasItsWholeRecipe()
    {
        const QString run = finishedRun(m_dir.filePath("recipe"), "a");
        QVERIFY(QDir(run).mkpath("samples"));
        const QString file = run + "/samples/000000064-ema.png";
        writeSheet(file, Qt::red);
        const Json model = {{"parametrisation", "v"},
                            {"schedule", {{"kind", "cosine"}}},
                            {"sampler", {{"kind", "ddim"}, {"noise_correction", true}}},
                            {"student_grid", {1.0, 0.75, 0.5}},
                            {"image_size", 8},
                            {"baked_guidance", 1.5},
                            {"class_names", {"disc", "star"}}};
        writeJsonFile(file.chopped(4).toStdString() + ".json", {{"images_seen", 64}, {"ema", true}, {"columns", {"1 step", "2 steps"}}, {"rows", {"7 · star"}}, {"recipe", model}});
        RunSession session;
        TrainPage page(session);
        page.showRun(run);
        QTRY_COMPARE(child<ImageGrid>(page, "train.grid")->rowCount(), 2);
        const Json recipe = page.recipeAt({0, 1});
        QCOMPARE(recipe.at("model_path").get<std::string>(), run.toStdString());
        QCOMPARE(recipe.at("images_seen").get<int>(), 64);
        QCOMPARE(recipe.at("weights").get<std::string>(), std::string("ema"));
        QCOMPARE(recipe.at("steps").get<int>(), 2);
        QVERIFY(recipe.at("times") == Json({1.0, 0.75}));
        QCOMPARE(recipe.at("seed").get<int>(), 7);
        QCOMPARE(recipe.at("class").get<int>(), 1);
        QCOMPARE(recipe.at("class_name").get<std::string>(), std::string("star"));
        QCOMPARE(recipe.at("schedule").get<std::string>(), std::string("cosine"));
        QCOMPARE(recipe.at("sampler").get<std::string>(), std::string("ddim"));
        QCOMPARE(recipe.at("parametrisation").get<std::string>(), std::string("v"));
        QCOMPARE(recipe.at("role").get<std::string>(), std::string("model"));
        // The column of the teacher, and a sheet that says nothing.
        Json sheet = readJsonFile(file.chopped(4).toStdString() + ".json");
        sheet["columns"][1] = "teacher 25 steps";
        QCOMPARE(previewRecipe(sheet, {0, 1}, run).at("role").get<std::string>(), std::string("teacher"));
        QCOMPARE(previewRecipe(sheet, {0, 1}, run).at("steps").get<int>(), 25);
        QVERIFY(!previewRecipe(sheet, {0, 1}, run).contains("times"));
        sheet["columns"][1] = "teacher 50 NFE";
        QCOMPARE(previewRecipe(sheet, {0, 1}, run).at("role").get<std::string>(), std::string("teacher"));
        QCOMPARE(previewRecipe(sheet, {0, 1}, run).at("nfe").get<int>(), 50);
        sheet["made"] = {Json::object(), {{"role", "teacher"}, {"steps", 25}, {"nfe", 50}, {"sampler", "dpmpp_2m"}, {"guidance", 1.5}}};
        QCOMPARE(previewRecipe(sheet, {0, 1}, run).at("steps").get<int>(), 25);
        QCOMPARE(previewRecipe(sheet, {0, 1}, run).at("sampler").get<std::string>(), std::string("dpmpp_2m"));
        QCOMPARE(previewRecipe(Json(), {0, 0}, run).size(), std::size_t(2));
        writeJsonFile(file.chopped(4).toStdString() + ".json", sheet);
        TrainPage again(session);
        again.showRun(run);
        QTRY_COMPARE(child<ImageGrid>(again, "train.grid")->rowHeading(1), QString("teacher, 50 NFE"));
    }
    void headingsOfPreviewsAreToldApart()
    {
        using Kind = PreviewHeading::Kind;
        const std::tuple<const char*, Kind, const char*> headings[] = {{"1 step", Kind::Steps, "1"},
                                                                       {"12 steps", Kind::Steps, "12"},
                                                                       {"teacher 25 steps", Kind::Teacher, "25"},
                                                                       {"teacher 50 NFE", Kind::TeacherCalls, "50"},
                                                                       {"50 NFE", Kind::Calls, "50"},
                                                                       {"student", Kind::Student, ""},
                                                                       {"student, 40 % real", Kind::Judged, "40"},
                                                                       {"input, t = 0.75", Kind::Input, "0.75"},
                                                                       {"teacher's answer", Kind::Answer, ""},
                                                                       {"2 steps more", Kind::Other, ""},
                                                                       {"", Kind::Other, ""}};
        for (const auto& [english, kind, value] : headings) {
            QVERIFY2(previewHeading(english).kind == kind, english);
            QCOMPARE(previewHeading(english).value, QString(value));
        }
    }
    void thePinnedMomentFollowsTheKindOfWeights()
    {
        const QString run = finishedRun(m_dir.filePath("pinned"), "a");
        QVERIFY(QDir(run).mkpath("samples"));
        for (const char* images : {"000000064", "000000128"})
            for (const auto& [kind, color] : {std::pair("ema", Qt::red), std::pair("raw", Qt::blue), std::pair("networks", Qt::green)})
                writeSheet(QString("%1/samples/%2-%3.png").arg(run, images, kind), color);
        RunSession session;
        TrainPage page(session);
        page.showRun(run);
        auto *raw = child<QToolButton>(page, "train.raw"), *networks = child<QToolButton>(page, "train.networks");
        auto *grid = child<ImageGrid>(page, "train.grid"), *pinned = child<ImageGrid>(page, "train.pinnedGrid");
        auto* title = child<QLabel>(page, "train.pinnedMoment");
        QTRY_COMPARE(grid->rowCount(), 2);
        const auto colorOf = [](ImageGrid* g) { return g->rowCount() > 0 && !g->image(0, 0).isNull() ? g->image(0, 0).pixelColor(1, 1) : QColor(); };
        child<QToolButton>(page, "train.pin")->click();
        QTRY_COMPARE(colorOf(pinned), QColor(Qt::red));
        QVERIFY2(title->text().contains("averaged"), qPrintable(title->text()));
        raw->click();
        QTRY_COMPARE(colorOf(pinned), QColor(Qt::blue));
        QVERIFY2(title->text().contains("raw"), qPrintable(title->text()));
        networks->click();
        QTRY_COMPARE(colorOf(pinned), QColor(Qt::green));
        QVERIFY2(title->text().contains("networks"), qPrintable(title->text()));
        networks->click();
        QTRY_COMPARE(colorOf(pinned), QColor(Qt::red));
        QTRY_COMPARE(colorOf(grid), QColor(Qt::red));
    }
};

QTEST_MAIN(TrainPageTest)
#include "trainpage_test.moc"
