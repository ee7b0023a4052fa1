#include "engine/jobs/estimate.h"

#include "engine/core/resources.h"
#include "tests/train/tinyruns.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace potstill;
namespace fs = std::filesystem;

class EstimateTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    static Json demo()
    {
        Json d = presetByName("demo").document;
        d["training"]["batch"] = 4;
        d["imagine_flash"]["teacher_steps"] = 2;
        return d;
    }

private Q_SLOTS:
    void aTeacherIsFoundInTheProjectAndMeasuredOnce()
    {
        const fs::path project = m_dir.path().toStdString();
        fs::create_directories(project / "runs");
        fs::copy(resolveModelPath("bundled:sprites-v", {}), project / "runs" / "teacher", fs::copy_options::recursive);
        Json d = demo();
        d["teacher"] = "runs/teacher";
        RunControl control;
        const RunEstimate first = estimateRun(d, project, control);
        QVERIFY(first.secondsPerImage > 0);
        QVERIFY(first.parameters > 100'000);
        // Neither the number of images nor the seed changes what a step takes.
        const int made = measurementsMade();
        d["training"]["images"] = 777;
        d["seed"] = 9;
        QCOMPARE(estimateRun(d, project, control).secondsPerImage, first.secondsPerImage);
        QCOMPARE(measurementsMade(), made);
        // The teacher's calls do.
        d["imagine_flash"]["teacher_steps"] = 3;
        (void)estimateRun(d, project, control);
        QCOMPARE(measurementsMade(), made + 1);
    }
    void aStudentThatIsNotResolvedIsEstimatedAsItWillBe()
    {
        const fs::path project = fs::path(m_dir.path().toStdString()) / "unresolved", teacher = tiny::run(project, tiny::teacher(32));
        Json d = tiny::student(fs::path("runs") / teacher.filename(), 64);
        d.erase("data");  // 32 pixels by default; the teacher has 16
        const Json resolved = resolvedRun(d, project);
        QCOMPARE(resolved["data"]["image_size"].get<int>(), 16);
        RunControl control;
        const RunEstimate asTyped = estimateRun(d, project, control), asRun = estimateRun(resolved, project, control);
        QVERIFY(asTyped.parameters > 0 && asTyped.secondsPerImage > 0);
        QCOMPARE(asTyped.parameters, asRun.parameters);
        QCOMPARE(asTyped.memoryBytes, asRun.memoryBytes);
        QCOMPARE(asTyped.diskBytes, asRun.diskBytes);
    }
    void aTeachersStepsAreMeasuredToo()
    {
        Json d = presetByName("sprites-v").document;
        d["training"]["batch"] = 2;
        RunControl control;
        QVERIFY(estimateRun(d, m_dir.path().toStdString(), control).secondsPerImage > 0);
    }
    void aStopLeavesTheMeasurement()
    {
        Json d = demo();
        d["imagine_flash"]["teacher_steps"] = 5;
        RunControl control;
        control.requestStop(StopRequest::Abort);
        const int made = measurementsMade();
        QVERIFY_THROWS_EXCEPTION(Error, estimateRun(d, m_dir.path().toStdString(), control));
        QCOMPARE(measurementsMade(), made);
    }
};

QTEST_GUILESS_MAIN(EstimateTest)
#include "estimate_test.moc"
