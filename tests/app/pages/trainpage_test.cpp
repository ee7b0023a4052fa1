#include "app/pages/trainpage.h"

#include "app/session/background.h"
#include "engine/io/jsonfile.h"
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

template <class T>
T* child(QWidget& parent, const char* name)
{
    T* found = parent.findChild<T*>(name);
    if (!found)
        qFatal("no widget named %s", name);
    return found;
}

class FakeJob final : public RunJob {
public:
    using Body = std::function<JobOutcome(RunControl&, RunObserver&)>;
    explicit FakeJob(Body body) : m_body(std::move(body)) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override { return m_body(control, observer); }

private:
    Body m_body;
};

QString storedRun(const QString& project, const std::string& name)
{
    const Json options = merged(defaultsOf(runSchema()), presetByName("demo").document);
    const fs::path run = Project::openOrCreate(project.toStdString()).createRun(name, {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
    StatsLog log(run, 0);
    for (int i = 1; i <= 5; ++i)
        log.append({50 * i, double(i), {{"loss", 1.0 / i}}});
    writeRunState(run, RunState::Finished, 250);
    return QString::fromStdString(run.string());
}

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
    void cleanup() { finishBackgroundWork(); }

    void aRunUncheckedBeforeItWasReadLeavesNoCurve()
    {
        const QString a = storedRun(m_dir.filePath("unchecked"), "a"), b = storedRun(m_dir.filePath("unchecked"), "b");
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
        const QString a = storedRun(m_dir.filePath("foreign"), "a"), b = storedRun(m_dir.filePath("foreign"), "b");
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
        const QString a = storedRun(m_dir.filePath("live"), "a"), b = storedRun(m_dir.filePath("live"), "b");
        RunSession session;
        TrainPage page(session);
        auto* chart = child<LineChart>(page, "train.lossChart");
        page.showRun(a);
        page.setOverlays({{b, "b"}});
        QTRY_COMPARE(chart->points(b).size(), std::size_t(5));
        QVERIFY(session.start([b] {
            return std::make_unique<FakeJob>([b](RunControl& control, RunObserver& observer) {
                observer.onRunFolder(b.toStdString());
                observer.onStats({300, 6, {{"loss", 0.1}}});
                while (!control.isStopping())
                    control.waitForChange(5);
                return JobOutcome::Stopped;
            });
        }));
        QTRY_COMPARE(chart->points(b).size(), std::size_t(6));
        QCOMPARE(chart->points("this").size(), std::size_t(5));
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void thePinnedMomentFollowsTheKindOfWeights()
    {
        const QString run = storedRun(m_dir.filePath("pinned"), "a");
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
