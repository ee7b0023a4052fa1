#include "engine/core/runcontrol.h"

#include <QtTest>

#include <thread>

using namespace potstill;

class RunControlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStopIsNeverWeakened()
    {
        RunControl c;
        c.requestStop(StopRequest::Abort);
        c.requestStop(StopRequest::Finish);
        QVERIFY(c.isAborted());
    }
    void requestsAreTakenOnce()
    {
        RunControl c;
        c.requestPreview();
        QVERIFY(c.takePreviewRequest());
        QVERIFY(!c.takePreviewRequest());
    }
    void aWaitingJobIsWokenFromAnotherThread()
    {
        RunControl c;
        int ran = 0;
        std::thread other([&] { c.post([&] { ++ran; }); });
        QElapsedTimer timer;
        timer.start();
        while (ran == 0 && timer.elapsed() < 5000) {
            c.waitForChange(5000);
            c.runPostedTasks();
        }
        other.join();
        QCOMPARE(ran, 1);
        QVERIFY(timer.elapsed() < 4000);
    }
};

QTEST_GUILESS_MAIN(RunControlTest)
#include "runcontrol_test.moc"
